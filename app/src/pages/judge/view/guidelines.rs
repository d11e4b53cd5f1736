//! The guidelines, and the note that they changed.

use domain::id::{AccountId, ProjectId};
use domain::keys::Command;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::markdown::Markdown;
use crate::language::{common, judge as t};
use crate::pages::judge::browser::{now_ms, watch};
use crate::pages::judge::judge_state::JudgeState;
use crate::pages::judge::sync::store;
use crate::pages::judge::view::modal::{CloseButton, Modal, close_on_enter};
use crate::rpc;
use crate::rpc::judging::Guidelines;

/// The guidelines of the current task. New raters see them once, before the first task. The browser
/// remembers the version.
#[component]
pub fn GuidelinesDrawer(
    state: JudgeState,
    modal: Modal,
    rater: AccountId,
    project: ProjectId,
    guidelines: Guidelines,
    /// The version that the rater has read, if there is a newer one.
    known: RwSignal<Option<i32>>,
    /// Whether the rater has no decision in this project yet.
    is_new: bool,
) -> impl IntoView {
    let shown = RwSignal::new(guidelines);
    let comes_first = RwSignal::new(false);
    let kept = StoredValue::new(format!("touchstone/guidelines/{rater}/{project}"));
    let has_task = Memo::new(move |_| state.front().is_some());
    watch(move || {
        let Guidelines { version, html } = &*shown.read_untracked();
        let is_read = || kept.with_value(|kept| store::read(kept)) == Some(*version);
        if is_new && state.hydrated.get() && has_task.get() && !html.is_empty() && !is_read() {
            comes_first.set(true);
            modal.open();
        }
    });
    watch(move || {
        let Some(version) = state.front().map(|front| front.task.guideline_version) else { return };
        let before = shown.with_untracked(|shown| shown.version);
        if version <= before {
            return;
        }
        known.update(|known| *known = known.or(Some(before)));
        spawn_local(async move {
            if let Ok(html) = rpc::projects::guidelines(project).await {
                // The page may be gone, then nothing needs to be shown.
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
            on:keydown=move |event| close_on_enter(&event, modal)
            on:close=move |_| {
                if comes_first.get_untracked() {
                    comes_first.set(false);
                    state.queue.update_untracked(|queue| queue.look_first(now_ms()));
                }
                kept.with_value(|kept| store::write(kept, &shown.read_untracked().version));
            }
        >
            <header class="dialog__header">
                // The text gets the focus, so that keys scroll it.
                <h2 class="dialog__title" id="guidelines-title" tabindex="-1" autofocus>
                    {t::guidelines()}
                </h2>
                <span class="tag">{move || t::guidelines_version(shown.read().version)}</span>
                <CloseButton modal target="guidelines" label=common::close() />
            </header>
            <Show when=move || comes_first.get()>
                <p class="muted">{t::guidelines_first(state.keys.printed(Command::Guidelines))}</p>
            </Show>
            {move || {
                let html = shown.read().html.clone();
                if html.is_empty() {
                    view! { <p class="muted">{t::guidelines_none()}</p> }.into_any()
                } else {
                    view! { <Markdown html /> }.into_any()
                }
            }}
            <div class="dialog__actions">
                <CloseButton
                    modal
                    target="guidelines"
                    label=Signal::derive(move || match comes_first.get() {
                        true => t::start_judging(),
                        false => t::continue_judging(),
                    })
                    key=common::key_enter()
                    class="button button--primary"
                />
            </div>
        </dialog>
    }
}

/// Says that the guidelines changed, until the rater has read them.
#[component]
pub fn GuidelinesNews(known: RwSignal<Option<i32>>, project: ProjectId) -> impl IntoView {
    move || {
        let since = known.get()?;
        Some(view! {
            <div class="notice notice--banner" role="status">
                <p>{t::guidelines_news()}</p>
                <div class="notice__actions">
                    <a
                        class="button button--small"
                        href=format!("/projects/{project}/guidelines?since={since}")
                        target="_blank"
                        rel="external"
                    >
                        {t::guidelines_see()}
                    </a>
                    <button
                        class="button button--quiet button--small"
                        type="button"
                        on:click=move |_| known.set(None)
                    >
                        {t::understood()}
                    </button>
                </div>
            </div>
        })
    }
}
