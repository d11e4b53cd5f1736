//! A better response in the rater's own words, begun from one that is shown or from nothing.

use domain::answers::Rewrite;
use domain::answers::rewrite::MAX_REWRITE;
use domain::difference::differences;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::browser::focus;
use super::desk::{Desk, HEADING};
use super::queue::Queue;
use crate::components::offer::letter;
use crate::language::judge as say;

/// The field.
const FIELD: &str = "rewrite";

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
    let begin = move |of: Option<u8>| {
        let text = of.and_then(|of| texts.with_untracked(|all| all.get(usize::from(of)).cloned()));
        let text = text.unwrap_or_default();
        desk.change(|queue| queue.rewrite(Some(Rewrite { of, text })));
        request_animation_frame(|| focus(FIELD));
    };
    let starts = move || {
        let of = |place: usize| u8::try_from(place).ok();
        let named = (0..texts.with(Vec::len))
            .map(|place| (of(place), say::rewrite_from(&letter(place).to_string())));
        named
            .chain([(None, say::rewrite_from_nothing().to_owned())])
            .map(|(of, label)| {
                view! {
                    <button
                        type="button"
                        class="button button--small"
                        on:click=move |_| begin(of)
                    >
                        {label}
                    </button>
                }
            })
            .collect_view()
    };
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
                    id=FIELD
                    name="answers[rewrite]"
                    rows="6"
                    maxlength=MAX_REWRITE
                    dir="auto"
                    aria-label=say::your_response()
                    prop:value=move || rewrite.get().map(|rewrite| rewrite.text).unwrap_or_default()
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        desk.change(|queue: &mut Queue| {
                            let of = queue.draft().answers.rewrite.as_ref().and_then(|known| known.of);
                            queue.rewrite(Some(Rewrite { of, text }));
                        });
                    }
                    on:keydown=on_key
                ></textarea>
            </Show>
            <Show when=move || is_begun.get()>
                <div class="cluster">
                    <button
                        type="button"
                        class="button button--quiet button--small"
                        on:click=move |_| desk.change(|queue: &mut Queue| queue.rewrite(None))
                    >
                        {say::discard()}
                    </button>
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
