//! Changing a project.

mod criteria;
mod criterion;
mod protocol;
mod saved;

use domain::project::{MAX_GUIDELINES, MAX_OVERLAP, ProjectView, Status};
use leptos::prelude::*;

use self::protocol::ProtocolSection;
use self::saved::Saved;
use crate::components::confirm::Confirm;
use crate::components::field::Field;
use crate::components::head::Title;
use crate::components::managers_only::for_managers;
use crate::components::notices::confirm;
use crate::components::number_field::NumberField;
use crate::components::project_frame::{ProjectFrame, project_resource};
use crate::components::refusal::{Refusal, refusal_of};
use crate::components::text_area::TextArea;
use crate::language::design as t;
use crate::rpc::done::Done;
use crate::rpc::projects::{ChangeProtocol, ChangeStatus, UpdateProject};

/// Name, guidelines, judgments per task, lease; the protocol; and archiving, apart from the rest.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let project = project_resource();
    let update = ServerAction::<UpdateProject>::new();
    let change_protocol = ServerAction::<ChangeProtocol>::new();
    let change_status = ServerAction::<ChangeStatus>::new();
    confirm(change_status, |head| Done::of_status(head.view.project.status));
    Effect::new(move |_| {
        if let Some(Ok(head)) = update.value().get() {
            project.set(Some(Ok(head)));
        }
    });
    Effect::new(move |_| {
        if let Some(Ok(head)) = change_protocol.value().get() {
            project.set(Some(Ok(head)));
        }
    });
    Effect::new(move |_| {
        if let Some(Ok(head)) = change_status.value().get() {
            project.set(Some(Ok(head)));
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
                            <Title text=t::settings_of(&view.project.name) />
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
            <Refusal error fields=&["name", "guidelines", "overlap", "lease_seconds", "repeat_share"] />
            <ActionForm action=update attr:class="form form--wide">
                <input type="hidden" name="project" value=project.id.to_string() />
                <Field label=t::name() name="name" value=project.name autocomplete="off" error />
                <TextArea
                    label=t::guidelines()
                    name="guidelines"
                    help=t::guidelines_help(version, version + 1)
                    value=guidelines
                    maximum=MAX_GUIDELINES
                    error
                />
                <NumberField
                    label=t::overlap()
                    name="overlap"
                    help=t::overlap_help()
                    minimum=1
                    maximum=MAX_OVERLAP
                    value=project.overlap
                    error
                />
                <NumberField
                    label=t::lease()
                    name="lease_minutes"
                    refused_as="lease_seconds"
                    help=t::lease_help()
                    minimum=1
                    maximum=1_440
                    value=project.lease_seconds / 60
                    error
                />
                <NumberField
                    label=t::repeat_share()
                    name="repeat_share"
                    help=t::repeat_share_help()
                    minimum=0
                    maximum=100
                    value=project.repeat_share
                    error
                />
                <div class="form__actions">
                    <button
                        class="button button--primary"
                        aria-busy=move || update.pending().get().then_some("true")
                    >
                        {t::save()}
                    </button>
                    <Saved action=update name="yes" />
                </div>
            </ActionForm>
        </section>
    }
}

#[component]
fn Closing(status: Status, id: String, change_status: ServerAction<ChangeStatus>) -> impl IntoView {
    let archived = status == Status::Archived;
    let (text, target) = if archived {
        (t::archived_text(), Status::Paused)
    } else {
        (t::archive_text(), Status::Archived)
    };
    let form = move || {
        let class = if archived { "button" } else { "button button--final" };
        view! {
            <ActionForm action=change_status>
                <input type="hidden" name="project" value=id.clone() />
                <input type="hidden" name="status" value=target.name() />
                <button class=class aria-busy=move || change_status.pending().get().then_some("true")>
                    {if archived { t::reopen_project() } else { t::archive_project() }}
                </button>
            </ActionForm>
        }
    };
    view! {
        <section class="section">
            <h2 class="section__header">{if archived { t::reopen() } else { t::archive() }}</h2>
            <p class="section__lead">{text}</p>
            <Refusal error=refusal_of(change_status) />
            {if archived {
                form().into_any()
            } else {
                view! {
                    <Confirm
                        label=t::archive_ask()
                        description=t::archive_project()
                        question=t::archive_question()
                    >
                        {form()}
                    </Confirm>
                }
                    .into_any()
            }}
        </section>
    }
}
