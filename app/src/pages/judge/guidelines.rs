//! The guidelines at the side, and newer ones when there are any.

use domain::id::ProjectId;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser::watch;
use super::desk::Desk;
use super::modal::{CloseButton, Modal};
use crate::components::markdown::Markdown;
use crate::language::{common, judge as say};
use crate::rpc;
use crate::rpc::judging::Guidelines;

/// The guidelines that the task in front is judged by.
#[component]
pub fn GuidelinesDrawer(
    desk: Desk,
    modal: Modal,
    project: ProjectId,
    guidelines: Guidelines,
    /// The version that the rater knows, where there is a newer one.
    known: RwSignal<Option<i32>>,
) -> impl IntoView {
    let shown = RwSignal::new(guidelines);
    watch(move || {
        let Some(version) = desk.front().map(|front| front.task.guideline_version) else { return };
        let before = shown.with_untracked(|shown| shown.version);
        if version <= before {
            return;
        }
        known.update(|known| *known = known.or(Some(before)));
        spawn_local(async move {
            if let Ok(html) = rpc::projects::guidelines(project).await {
                // Nobody to show them to any more is no harm.
                let _ = shown.try_set(Guidelines { version, html });
            }
        });
    });
    view! {
        <dialog
            class="drawer"
            id="guidelines"
            aria-labelledby="guidelines-title"
            popover=""
            node_ref=modal.0
        >
            <header class="dialog__header">
                <h2 class="dialog__title" id="guidelines-title">
                    {say::guidelines()}
                </h2>
                <span class="tag">{move || say::guidelines_version(shown.read().version)}</span>
                <CloseButton modal target="guidelines" label=common::close() />
            </header>
            {move || {
                let html = shown.read().html.clone();
                if html.is_empty() {
                    view! { <p class="muted">{say::guidelines_none()}</p> }.into_any()
                } else {
                    view! { <Markdown html /> }.into_any()
                }
            }}
        </dialog>
    }
}

/// Says that there are newer guidelines than those that the rater knows, until that is read.
#[component]
pub fn GuidelinesNews(known: RwSignal<Option<i32>>, project: ProjectId) -> impl IntoView {
    move || {
        let since = known.get()?;
        Some(view! {
            <div class="notice notice--banner" role="status">
                <p>{say::guidelines_news()}</p>
                <div class="notice__actions">
                    <a
                        class="button button--small"
                        href=format!("/projects/{project}/guidelines?since={since}")
                        target="_blank"
                        rel="external"
                    >
                        {say::guidelines_see()}
                    </a>
                    <button
                        class="button button--quiet button--small"
                        type="button"
                        on:click=move |_| known.set(None)
                    >
                        {say::understood()}
                    </button>
                </div>
            </div>
        })
    }
}
