//! Changing a project.

mod criteria;
mod criterion;
mod protocol;

use domain::project::{MAX_GUIDELINES, MAX_OVERLAP, ProjectView, Status};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use self::protocol::ProtocolSection;
use crate::components::confirm::Confirm;
use crate::components::field::Field;
use crate::components::managers_only::for_managers;
use crate::components::number_field::NumberField;
use crate::components::project_frame::{ProjectFrame, project_resource};
use crate::components::refusal::{Refusal, refusal_of};
use crate::components::text_area::TextArea;
use crate::rpc::Error;
use crate::rpc::projects::{ChangeProtocol, ChangeStatus, UpdateProject};

/// Name, guidelines, judgments per task, lease; the protocol; and archiving, apart from the rest.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let project = project_resource();
    let update = ServerAction::<UpdateProject>::new();
    let change_protocol = ServerAction::<ChangeProtocol>::new();
    let change_status = ServerAction::<ChangeStatus>::new();
    Effect::new(move |_| {
        if let Some(Ok(view)) = update.value().get() {
            project.set(Some(Ok(view)));
        }
    });
    Effect::new(move |_| {
        if let Some(Ok(view)) = change_protocol.value().get() {
            project.set(Some(Ok(view)));
        }
    });
    Effect::new(move |_| {
        if let Some(Ok(view)) = change_status.value().get() {
            project.set(Some(Ok(view)));
        }
    });
    view! {
        <ProjectFrame
            project
            content=move |view| {
                for_managers(
                    view,
                    move |view| {
                        view! {
                            <Title text=format!("Settings of {}", view.project.name) />
                            <Settings view=view.clone() update />
                            <ProtocolSection view=view.clone() change_protocol />
                            <Closing status=view.project.status change_status id=view.project.id.to_string() />
                        }
                    },
                )
            }
        />
    }
}

#[component]
fn Settings(view: ProjectView, update: ServerAction<UpdateProject>) -> impl IntoView {
    let ProjectView { project, guidelines, .. } = view;
    let error = refusal_of(update);
    let version = project.guideline_version;
    view! {
        <section class="section">
            <Refusal error fields=&["name", "guidelines", "overlap", "lease_seconds"] />
            <ActionForm action=update attr:class="form form--wide">
                <input type="hidden" name="project" value=project.id.to_string() />
                <Field label="Name" name="name" value=project.name autocomplete="off" error />
                <TextArea
                    label="Guidelines"
                    name="guidelines"
                    help=format!(
                        "Markdown, shown to raters beside every task. This is version {version}. A change makes version {}; judgments keep the version they were made under.",
                        version + 1,
                    )
                    value=guidelines
                    maximum=MAX_GUIDELINES
                    error
                />
                <NumberField
                    label="Judgments per task"
                    name="overlap"
                    help="From 1 to 100, each from another rater. A larger number opens finished tasks again; judgments that are there stay."
                    minimum=1
                    maximum=MAX_OVERLAP
                    value=project.overlap
                    error
                />
                <NumberField
                    label="Lease, in minutes"
                    name="lease_minutes"
                    refused_as="lease_seconds"
                    help="How long a task is kept for the rater who took it, from 1 minute to a day. Afterwards it goes to somebody else."
                    minimum=1
                    maximum=1_440
                    value=project.lease_seconds / 60
                    error
                />
                <div class="form__actions">
                    <button
                        class="button button--primary"
                        aria-busy=move || update.pending().get().then_some("true")
                    >
                        "Save changes"
                    </button>
                    <Saved action=update name="yes" />
                </div>
            </ActionForm>
        </section>
    }
}

/// Says that the changes are kept: after the call, or after the redirect of a plain form.
#[component]
fn Saved<A>(
    action: ServerAction<A>,
    /// What the redirect says is saved.
    name: &'static str,
) -> impl IntoView
where
    A: ServerFn<Output = ProjectView, Error = Error> + Clone + Send + Sync + 'static,
    A::Output: Send + Sync,
{
    let query = use_query_map();
    let saved = move || match action.value().get() {
        Some(result) => result.is_ok() && !action.pending().get(),
        None => query.read().get("saved").is_some_and(|saved| saved == name),
    };
    view! {
        <span role="status">
            {move || saved().then(|| view! { <span class="badge badge--done">"Saved"</span> })}
        </span>
    }
}

#[component]
fn Closing(status: Status, id: String, change_status: ServerAction<ChangeStatus>) -> impl IntoView {
    let archived = status == Status::Archived;
    let (text, target) = if archived {
        (
            "The project is archived: it can be read and exported, nothing more. Reopened it is paused.",
            Status::Paused,
        )
    } else {
        (
            "Archiving closes the project: nothing is handed out, nothing can be brought in. Judgments stay, and can be exported. It can be reopened.",
            Status::Archived,
        )
    };
    let form = move || {
        let class = if archived { "button" } else { "button button--final" };
        view! {
            <ActionForm action=change_status>
                <input type="hidden" name="project" value=id.clone() />
                <input type="hidden" name="status" value=target.name() />
                <button class=class aria-busy=move || change_status.pending().get().then_some("true")>
                    {if archived { "Reopen the project" } else { "Archive the project" }}
                </button>
            </ActionForm>
        }
    };
    view! {
        <section class="section">
            <h2 class="section__header">{if archived { "Reopen" } else { "Archive" }}</h2>
            <p class="section__lead">{text}</p>
            <Refusal error=refusal_of(change_status) />
            {if archived {
                form().into_any()
            } else {
                view! {
                    <Confirm
                        label="Archive …"
                        description="Archive the project"
                        question="Raters who hold a task lose it. Archive this project?"
                    >
                        {form()}
                    </Confirm>
                }
                    .into_any()
            }}
        </section>
    }
}
