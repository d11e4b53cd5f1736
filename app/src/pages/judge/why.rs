//! Why: the rater's own words, asked once a verdict is drafted.

use domain::keys::Command;
use domain::rationale::{MAX_RATIONALE, length};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::browser::focus;
use super::desk::{Desk, HEADING, WHY};
use super::queue::Lack;
use super::verdict_bar::COMPLAINT;
use crate::language::judge as say;

/// The field for a rationale of at least so many characters; 0 where it may be left out. The style
/// sheet hides it until a verdict is drafted, with scripts or without.
#[component]
pub fn Why(desk: Desk, least: i32) -> impl IntoView {
    let text = Memo::new(move |_| desk.queue.with(|queue| queue.draft().rationale.clone()));
    let hint = move || match (least, length(&text.get())) {
        (0, _) => say::why_optional().to_owned(),
        (least, 0) => say::why_least(least),
        (least, length) => say::why_length(length, least),
    };
    let on_key = move |event: KeyboardEvent| {
        let sends = event.ctrl_key() || event.meta_key();
        match event.key().as_str() {
            _ if event.is_composing() => {}
            "Enter" if sends => {
                event.prevent_default();
                desk.judge();
            }
            // Keys are commands again.
            "Escape" => focus(HEADING),
            _ => {}
        }
    };
    view! {
        <div class="verdict__rationale">
            <label class="field__label" for=WHY>
                {say::why()}
                " "
                <kbd aria-hidden="true">{desk.keys.printed(Command::Explain)}</kbd>
            </label>
            <textarea
                class="textarea"
                id=WHY
                name="rationale"
                rows="2"
                maxlength=MAX_RATIONALE
                required=least.is_positive()
                aria-describedby=format!("why-hint {COMPLAINT}")
                aria-invalid=move || {
                    matches!(desk.lack(), Some(Lack::Words { .. })).then_some("true")
                }
                prop:value=text
                on:input=move |event| desk.explain(event_target_value(&event))
                on:keydown=on_key
            ></textarea>
            <p class="verdict__hint" id="why-hint">
                {hint}
            </p>
        </div>
    }
}
