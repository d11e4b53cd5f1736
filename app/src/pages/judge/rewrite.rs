//! A better response in the rater's own words, begun from one that is shown or from nothing.

use domain::answers::Rewrite;
use domain::answers::rewrite::MAX_REWRITE;
use domain::difference::differences;
use domain::protocol::Step;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::browser::focus;
use super::desk::{Desk, HEADING, REWRITE};
use super::queue::Queue;
use crate::components::offer::letter;
use crate::language::{common, judge as say};

/// From which response it begins, the field, and how it differs from there.
#[component]
pub fn RewriteField(desk: Desk) -> impl IntoView {
    let rewrite =
        Memo::new(move |_| desk.queue.with(|queue| queue.draft().answers.rewrite.clone()));
    let texts = Memo::new(move |_| {
        let shown = desk.front();
        shown.map_or_else(Vec::new, |shown| {
            shown.task.responses.iter().map(|response| response.text.clone()).collect()
        })
    });
    let starts = move || {
        let of = |place: usize| say::rewrite_from(&letter(place).to_string());
        (0..texts.with(Vec::len))
            .map(of)
            .chain([say::rewrite_from_nothing().to_owned()])
            .enumerate()
            .map(|(n, label)| {
                view! {
                    <button
                        type="button"
                        class="button button--small"
                        on:click=move |_| desk.pick(Step::Rewrite, n, false)
                    >
                        {label}
                        " "
                        <kbd aria-hidden="true">{n + 1}</kbd>
                    </button>
                }
            })
            .collect_view()
    };
    // Said before it is sent, and in the place of what is wrong once that was tried.
    let is_unchanged =
        Memo::new(move |_| desk.queue.with(Queue::is_rewrite_unchanged) && desk.lack().is_none());
    let is_begun = Memo::new(move |_| rewrite.with(Option::is_some));
    let on_key = move |event: KeyboardEvent| match event.key().as_str() {
        _ if event.is_composing() => {}
        "Enter" if event.ctrl_key() || event.meta_key() => {
            event.prevent_default();
            desk.judge();
        }
        // Keys are commands again.
        "Escape" => focus(HEADING),
        _ => {}
    };
    view! {
        <div class="rewrite">
            <Show when=move || desk.alive.get() && !is_begun.get()>
                <div class="cluster">{starts}</div>
            </Show>
            <Show when=move || !desk.alive.get() || is_begun.get()>
                <textarea
                    class="textarea rewrite__text"
                    id=REWRITE
                    name="answers[rewrite]"
                    rows="6"
                    maxlength=MAX_REWRITE
                    dir="auto"
                    aria-label=say::your_response()
                    prop:value=move || rewrite.get().map(|rewrite| rewrite.text).unwrap_or_default()
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        desk.change(|queue: &mut Queue| queue.rewrite(text));
                    }
                    on:keydown=on_key
                ></textarea>
            </Show>
            <Show when=move || is_begun.get()>
                <div class="cluster">
                    <button
                        type="button"
                        class="button button--quiet button--small"
                        on:click=move |_| desk.change(Queue::discard)
                    >
                        {say::discard()}
                        " "
                        <kbd aria-hidden="true">{common::key_delete()}</kbd>
                    </button>
                    <Show when=move || is_unchanged.get()>
                        <p class="verdict__hint" role="status">
                            {say::rewrite_unchanged()}
                        </p>
                    </Show>
                </div>
                <Changes rewrite texts />
            </Show>
        </div>
    }
}

/// How the rewrite differs from the response it was made from.
#[component]
fn Changes(rewrite: Memo<Option<Rewrite>>, texts: Memo<Vec<String>>) -> impl IntoView {
    move || {
        let Rewrite { of, text } = rewrite.get()?;
        let of = usize::from(of?);
        let original = texts.with(|texts| texts.get(of).cloned())?;
        Some(view! {
            <details class="rewrite__changes">
                <summary>{say::changed_in(&letter(of).to_string())}</summary>
                <Difference before=original after=text />
            </details>
        })
    }
}

/// Two texts as one: what went is struck, what came is underlined.
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
