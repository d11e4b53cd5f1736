//! A project's overview: for managers where it stands, for raters what is asked of them.

mod facts;
mod rating;
mod standing;
mod status;
mod steps;

use domain::project::ProjectView;
use leptos::prelude::*;

use self::facts::Facts;
use self::rating::Rating;
use self::standing::Standing;
use self::status::StatusActions;
use self::steps::Steps;
use crate::components::markdown::Markdown;
use crate::components::notices::confirm;
use crate::components::outcome::show;
use crate::components::project_frame::{
    ProjectFrame, manages, no_project, project_id, project_resource,
};
use crate::language::{common, manage as t};
use crate::rpc;
use crate::rpc::done::Done;
use crate::rpc::projects::{ChangeStatus, Overview};

/// The overview of one project.
#[component]
pub fn ProjectPage() -> impl IntoView {
    let id = project_id();
    let project = project_resource();
    let overview = Resource::new(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => rpc::projects::overview(id).await,
                None => Err(no_project()),
            }
        },
    );
    let change_status = ServerAction::<ChangeStatus>::new();
    confirm(change_status, |head| Done::of_status(head.view.project.status));
    Effect::new(move |_| {
        if let Some(Ok(head)) = change_status.value().get() {
            project.set(Some(Ok(head)));
        }
    });
    view! {
        <ProjectFrame
            project
            content=move |view| {
                view! {
                    <Transition fallback=|| {
                        view! {
                            <p class="muted" role="status">
                                {common::loading()}
                            </p>
                        }
                    }>
                        {move || {
                            let view = view.clone();
                            Suspend::new(async move {
                                show(
                                    overview.await,
                                    |overview| content(view, overview, change_status),
                                )
                            })
                        }}
                    </Transition>
                }
            }
        />
    }
}

fn content(
    view: ProjectView,
    overview: Overview,
    change_status: ServerAction<ChangeStatus>,
) -> AnyView {
    let Overview { progress, outlook, members, own_judgments, guidelines } = overview;
    if !manages(&view) {
        return view! { <Rating view outlook own_judgments guidelines /> }.into_any();
    }
    let progress = progress.unwrap_or_default();
    view! {
        <div class="split">
            <div>
                <Standing progress id=view.project.id />
                <Steps view=view.clone() progress members />
                <StatusActions id=view.project.id status=view.project.status change_status />
            </div>
            <aside>
                <Facts view=view.clone() />
            </aside>
        </div>
        <Guidelines html=guidelines version=view.project.guideline_version />
    }
    .into_any()
}

/// The guidelines as raters read them.
#[component]
fn Guidelines(html: String, version: i32) -> impl IntoView {
    let empty = html.trim().is_empty();
    view! {
        <section class="section">
            <h2 class="section__header">{t::guidelines()}</h2>
            {if empty {
                view! { <p class="muted">{t::guidelines_unwritten()}</p> }
                    .into_any()
            } else {
                view! {
                    <details class="behind">
                        <summary class="behind__summary">
                            {t::guidelines_version(version)}
                        </summary>
                        <Markdown html />
                    </details>
                }
                    .into_any()
            }}
        </section>
    }
}
