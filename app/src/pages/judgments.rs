//! Judgments, one by one: the list, and each as its rater saw it.

mod empty;
mod replay;
mod table;

use domain::id::JudgmentId;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

pub use self::replay::ReplayPage;
use self::table::Table;
use crate::components::head::Title;
use crate::components::outcome::show;
use crate::components::project_frame::{ProjectFrame, no_project, project_id, project_resource};
use crate::language::{common, results as t};
use crate::rpc;

/// The judgments of a project, newest first, a page at a time.
#[component]
pub fn JudgmentsPage() -> impl IntoView {
    let id = project_id();
    let project = project_resource();
    let query = use_query_map();
    let before =
        Memo::new(move |_| query.read().get("before").and_then(|id| id.parse::<JudgmentId>().ok()));
    let judgments = Resource::new(
        move || (id.get(), before.get()),
        |(id, before)| async move {
            match id {
                Some(id) => rpc::judgments::list(id, before).await,
                None => Err(no_project()),
            }
        },
    );
    view! {
        <ProjectFrame
            project
            content=move |view| {
                let base = format!("/projects/{}", view.project.id);
                view! {
                    <Title text=t::judgments_of_project(&view.project.name) />
                    <Transition fallback=|| {
                        view! {
                            <p class="muted" role="status">
                                {common::loading()}
                            </p>
                        }
                    }>
                        {move || {
                            let base = base.clone();
                            Suspend::new(async move {
                                show(
                                    judgments.await,
                                    |list| {
                                        view! { <Table base list before=before.get() /> }
                                    },
                                )
                            })
                        }}
                    </Transition>
                }
            }
        />
    }
}
