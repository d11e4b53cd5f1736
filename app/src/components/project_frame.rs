//! The head of a project's pages: its name, its status, its tabs.

use domain::actor::Role;
use domain::id::ProjectId;
use domain::project::{ProjectView, Status};
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

use super::head::Title;
use super::outcome::show;
use crate::language::{common, project as t};
use crate::rpc;
use crate::rpc::Error;
use crate::rpc::projects::ProjectHead;

/// The project that the address names; none where it is no id at all.
pub fn project_id() -> Memo<Option<ProjectId>> {
    let params = use_params_map();
    Memo::new(move |_| params.read().get("project").and_then(|id| id.parse().ok()))
}

/// The project that the address names, as the server knows it.
pub fn project_resource() -> Resource<rpc::Result<ProjectHead>> {
    let id = project_id();
    Resource::new(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => rpc::projects::project(id).await,
                None => Err(domain::Error::not_found("project").into()),
            }
        },
    )
}

/// A page of a project: head, tabs, and what `content` makes of the project.
#[component]
pub fn ProjectFrame<F, V>(
    /// The project; refetch it after a change.
    project: Resource<rpc::Result<ProjectHead>>,
    /// Makes the page below the tabs.
    content: F,
) -> impl IntoView
where
    F: Fn(ProjectView) -> V + Clone + Send + Sync + 'static,
    V: IntoView + 'static,
{
    view! {
        <main class="page" id="main">
            <Transition fallback=|| view! { <p class="muted" role="status">{common::loading()}</p> }>
                {move || {
                    let content = content.clone();
                    Suspend::new(async move {
                        show(project.await, |head| {
                            let view = head.view.clone();
                            view! {
                                <Head head />
                                {content(view)}
                            }
                        })
                    })
                }}
            </Transition>
        </main>
    }
}

#[component]
fn Head(head: ProjectHead) -> impl IntoView {
    let ProjectHead { view: ProjectView { project, role, .. }, has_tasks } = head;
    let base = format!("/projects/{}", project.id);
    // Not the router's: the judge page has a client of its own.
    let judge = format!("{base}/judge");
    // A rater's overview has a larger one.
    let can_judge = has_tasks && role != Some(Role::Rater);
    view! {
        <Title text=project.name.clone() />
        <header class="page__header">
            <div class="page__title">
                <h1>{project.name}</h1>
            </div>
            <div class="cluster">
                <StatusBadge status=project.status />
                {can_judge
                    .then(|| {
                        view! {
                            <a href=judge class="button button--primary" rel="external">
                                {t::judge()}
                            </a>
                        }
                    })}
            </div>
        </header>
        <nav class="tabs" aria-label=t::tabs()>
            {tabs(role)
                .into_iter()
                .map(|(name, path)| {
                    view! {
                        <A href=format!("{base}{path}") exact=true attr:class="tabs__link">
                            {name}
                        </A>
                    }
                })
                .collect_view()}
        </nav>
    }
}

/// A project's status, by word and colour.
#[component]
pub fn StatusBadge(status: Status) -> impl IntoView {
    let (class, label) = match status {
        Status::Draft => ("badge", common::status_draft()),
        Status::Active => ("badge badge--active", common::status_active()),
        Status::Paused => ("badge badge--paused", common::status_paused()),
        Status::Archived => ("badge badge--archived", common::status_archived()),
    };
    view! { <span class=class>{label}</span> }
}

/// The tabs of a role; a site admin without a role sees what managers see.
fn tabs(role: Option<Role>) -> Vec<(&'static str, &'static str)> {
    let overview = (t::overview(), "");
    let judgments = (t::judgments(), "/judgments");
    let results = (t::results(), "/results");
    match role {
        Some(Role::Rater) => vec![overview],
        Some(Role::Adjudicator) => vec![overview, judgments, results],
        Some(Role::Manager) | None => vec![
            overview,
            (t::tasks(), "/import"),
            (t::members(), "/members"),
            judgments,
            results,
            (t::export(), "/export"),
            (t::settings(), "/settings"),
        ],
    }
}

/// Whether the one who looks may change the project.
pub fn manages(view: &ProjectView) -> bool {
    matches!(view.role, Some(Role::Manager) | None)
}

/// A refusal for a page that the address does not name rightly.
pub fn no_project() -> Error {
    domain::Error::not_found("project").into()
}
