//! The head of a project's pages: its name, its status, its tabs.

use domain::actor::Role;
use domain::id::ProjectId;
use domain::project::{ProjectView, Status};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

use super::outcome::show;
use crate::rpc;
use crate::rpc::Error;

/// The project that the address names; none where it is no id at all.
pub fn project_id() -> Memo<Option<ProjectId>> {
    let params = use_params_map();
    Memo::new(move |_| params.read().get("project").and_then(|id| id.parse().ok()))
}

/// The project that the address names, as the server knows it.
pub fn project_resource() -> Resource<rpc::Result<ProjectView>> {
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
    project: Resource<rpc::Result<ProjectView>>,
    /// Makes the page below the tabs.
    content: F,
) -> impl IntoView
where
    F: Fn(ProjectView) -> V + Clone + Send + Sync + 'static,
    V: IntoView + 'static,
{
    view! {
        <main class="page" id="main">
            <Transition fallback=|| view! { <p class="muted" role="status">"Loading …"</p> }>
                {move || {
                    let content = content.clone();
                    Suspend::new(async move {
                        show(project.await, |view| {
                            view! {
                                <Head view=view.clone() />
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
fn Head(view: ProjectView) -> impl IntoView {
    let ProjectView { project, role, .. } = view;
    let base = format!("/projects/{}", project.id);
    // Not the router's: the judge page has a client of its own.
    let judge = format!("{base}/judge");
    // A rater's overview has a larger one.
    let can_judge =
        matches!(role, Some(Role::Manager | Role::Adjudicator)) && project.status == Status::Active;
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
                                "Judge"
                            </a>
                        }
                    })}
            </div>
        </header>
        <nav class="tabs" aria-label="Project">
            {tabs(role)
                .iter()
                .map(|(name, path)| {
                    view! {
                        <A href=format!("{base}{path}") exact=true attr:class="tabs__link">
                            {*name}
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
        Status::Draft => ("badge", "Draft"),
        Status::Active => ("badge badge--active", "Active"),
        Status::Paused => ("badge badge--paused", "Paused"),
        Status::Archived => ("badge badge--archived", "Archived"),
    };
    view! { <span class=class>{label}</span> }
}

/// The tabs of a role; a site admin without a role sees what managers see.
fn tabs(role: Option<Role>) -> &'static [(&'static str, &'static str)] {
    match role {
        Some(Role::Rater) => &[("Overview", "")],
        Some(Role::Adjudicator) => {
            &[("Overview", ""), ("Judgments", "/judgments"), ("Results", "/results")]
        }
        Some(Role::Manager) | None => &[
            ("Overview", ""),
            ("Tasks", "/import"),
            ("Members", "/members"),
            ("Judgments", "/judgments"),
            ("Results", "/results"),
            ("Export", "/export"),
            ("Settings", "/settings"),
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
