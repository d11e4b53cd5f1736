//! The field for a better response, which starts from a response or from an empty text.

use domain::answers::Rewrite;
use domain::answers::rewrite::MAX_REWRITE;
use domain::difference::differences;
use domain::protocol::Step;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::components::step_options::letter;
use crate::language::{common, judge as t};
use crate::pages::judge::browser::focus;
use crate::pages::judge::judge_state::{HEADING, JudgeState, REWRITE};
use crate::pages::judge::state::queue::Queue;

/// The choice of the first text, the field, and the changes so far.
#[component]
pub fn RewriteField(state: JudgeState) -> impl IntoView {
    let rewrite =
        Memo::new(move |_| state.queue.with(|queue| queue.draft().answers.rewrite.clone()));
    let texts = Memo::new(move |_| {
        let shown = state.front();
        shown.map_or_else(Vec::new, |shown| {
            shown.task.responses.iter().map(|response| response.text.clone()).collect()
        })
    });
    let starts = move || {
        let of = |place: usize| t::rewrite_from(&letter(place).to_string());
        (0..texts.with(Vec::len))
            .map(of)
            .chain([t::rewrite_from_nothing().to_owned()])
            .enumerate()
            .map(|(n, label)| {
                view! {
                    <button
                        type="button"
                        class="button button--small"
                        on:click=move |_| state.pick(Step::Rewrite, n, false)
                    >
                        {label}
                        " "
                        <kbd aria-hidden="true">{n + 1}</kbd>
                    </button>
                }
            })
            .collect_view()
    };
    // Shown as a hint before submission, and as an error after an attempt.
    let is_unchanged = Memo::new(move |_| {
        state.queue.with(Queue::is_rewrite_unchanged) && state.missing_answer().is_none()
    });
    let is_begun = Memo::new(move |_| rewrite.with(Option::is_some));
    let on_key = move |event: KeyboardEvent| match event.key().as_str() {
        _ if event.is_composing() => {}
        "Enter" if event.ctrl_key() || event.meta_key() => {
            event.prevent_default();
            state.judge();
        }
        // Letters are shortcuts again.
        "Escape" => focus(HEADING),
        _ => {}
    };
    view! {
        <div class="rewrite">
            <Show when=move || state.hydrated.get() && !is_begun.get()>
                <div class="cluster">{starts}</div>
            </Show>
            <Show when=move || !state.hydrated.get() || is_begun.get()>
                <textarea
                    class="textarea rewrite__text"
                    id=REWRITE
                    name="answers[rewrite]"
                    rows="6"
                    maxlength=MAX_REWRITE
                    dir="auto"
                    aria-label=t::your_response()
                    prop:value=move || rewrite.get().map(|rewrite| rewrite.text).unwrap_or_default()
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        state.change(|queue: &mut Queue| queue.rewrite(text));
                    }
                    on:keydown=on_key
                ></textarea>
            </Show>
            <Show when=move || is_begun.get()>
                <div class="cluster">
                    <button
                        type="button"
                        class="button button--quiet button--small"
                        on:click=move |_| state.change(Queue::discard)
                    >
                        {t::discard()}
                        " "
                        <kbd aria-hidden="true">{common::key_delete()}</kbd>
                    </button>
                    <Show when=move || is_unchanged.get()>
                        <p class="verdict__hint" role="status">
                            {t::rewrite_unchanged()}
                        </p>
                    </Show>
                </div>
                <Changes rewrite texts />
            </Show>
        </div>
    }
}

/// The changes of a rewrite against its response.
#[component]
fn Changes(rewrite: Memo<Option<Rewrite>>, texts: Memo<Vec<String>>) -> impl IntoView {
    move || {
        let Rewrite { of, text } = rewrite.get()?;
        let of = usize::from(of?);
        let original = texts.with(|texts| texts.get(of).cloned())?;
        Some(view! {
            <details class="rewrite__changes">
                <summary>{t::changed_in(&letter(of).to_string())}</summary>
                <Difference before=original after=text />
            </details>
        })
    }
}

/// Two texts as one, with deletions struck and additions underlined.
#[component]
pub fn Difference(before: String, after: String) -> impl IntoView {
    let mut parts = Vec::new();
    let mut at = 0;
    for difference in differences(&before, &after) {
        let (old, new) = (difference.first, difference.second);
        parts.push(before[at..old.start].to_owned().into_any());
        if !old.is_empty() {
            parts.push(view! { <del>{before[old.clone()].to_owned()}</del> }.into_any());
        }
        if !new.is_empty() {
            parts.push(view! { <ins>{after[new].to_owned()}</ins> }.into_any());
        }
        at = old.end;
    }
    parts.push(before[at..].to_owned().into_any());
    view! {
        <p class="difference" dir="auto">
            {parts}
        </p>
    }
}
