//! What has changed in the guidelines of a project, and how they are now.

use domain::project::ProjectView;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::judge::view::rewrite::Difference;
use crate::components::head::Title;
use crate::components::markdown::Markdown;
use crate::components::outcome::show;
use crate::components::project_frame::{ProjectFrame, project_resource};
use crate::language::home as t;
use crate::rpc;
use crate::rpc::work::GuidelineChanges;

/// The newest guidelines beside the version that the address says one knows.
#[component]
pub fn GuidelinesPage() -> impl IntoView {
    let project = project_resource();
    let query = use_query_map();
    let since = Memo::new(move |_| query.read().get("since").and_then(|n| n.parse::<i32>().ok()));
    view! {
        <ProjectFrame
            project
            content=move |view: ProjectView| {
                let ProjectView { project, .. } = view;
                let newest = project.guideline_version;
                let since = since.get().unwrap_or(newest - 1).clamp(1, newest);
                let changes = Resource::new(
                    || (),
                    move |()| rpc::work::guideline_changes(project.id, since),
                );
                view! {
                    <Title text=t::changes_title(&project.name) />
                    <Suspense>
                        {move || Suspend::new(async move {
                            show(changes.await, |changes| view! { <Changes changes /> })
                        })}
                    </Suspense>
                }
            }
        />
    }
}

#[component]
fn Changes(changes: GuidelineChanges) -> impl IntoView {
    let GuidelineChanges { from, to, before, after, html } = changes;
    let is_new = from < to;
    view! {
        <section class="section">
            <h2 class="section__header">{t::changes_heading()}</h2>
            <p class="section__lead">
                {if is_new { t::changes_since(to, from) } else { t::changes_none(to) }}
            </p>
            {is_new.then(|| view! { <Difference before after /> })}
        </section>
        <section class="section">
            <h2 class="section__header">{t::guidelines_now()}</h2>
            {if html.is_empty() {
                view! { <p class="muted">{t::guidelines_empty()}</p> }.into_any()
            } else {
                view! { <Markdown html /> }.into_any()
            }}
        </section>
    }
}
