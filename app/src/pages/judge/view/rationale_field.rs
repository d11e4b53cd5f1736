//! The field for a rationale, shown once a verdict is chosen.

use domain::keys::Command;
use domain::rationale::{MAX_RATIONALE, length};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::language::judge as t;
use crate::pages::judge::browser::focus;
use crate::pages::judge::judge_state::{HEADING, JudgeState, RATIONALE};
use crate::pages::judge::state::queue::MissingAnswer;

/// The element that says what the draft lacks.
pub const COMPLAINT: &str = "complaint";

/// A field for a rationale of at least `least` characters. 0 makes it optional. The style sheet
/// hides it until a verdict is chosen, with or without scripts.
#[component]
pub fn RationaleField(state: JudgeState, least: i32) -> impl IntoView {
    let text = Memo::new(move |_| state.queue.with(|queue| queue.draft().rationale.clone()));
    let hint = move || match (least, length(&text.get())) {
        (0, _) => t::why_optional().to_owned(),
        (least, 0) => t::why_least(least),
        (least, length) => t::why_length(length, least),
    };
    let on_key = move |event: KeyboardEvent| {
        let sends = event.ctrl_key() || event.meta_key();
        match event.key().as_str() {
            _ if event.is_composing() => {}
            "Enter" if sends => {
                event.prevent_default();
                state.judge();
            }
            // Letters are shortcuts again.
            "Escape" => focus(HEADING),
            _ => {}
        }
    };
    view! {
        <div class="verdict__rationale">
            <label class="field__label" for=RATIONALE>
                {t::why()}
                " "
                <kbd aria-hidden="true">{state.keys.printed(Command::Explain)}</kbd>
            </label>
            <textarea
                class="textarea"
                id=RATIONALE
                name="rationale"
                rows="2"
                maxlength=MAX_RATIONALE
                required=least.is_positive()
                aria-describedby=format!("why-hint {COMPLAINT}")
                aria-invalid=move || {
                    matches!(state.missing_answer(), Some(MissingAnswer::Words { .. })).then_some("true")
                }
                prop:value=text
                on:input=move |event| state.explain(event_target_value(&event))
                on:keydown=on_key
            ></textarea>
            <p class="verdict__hint" id="why-hint">
                {hint}
            </p>
        </div>
    }
}
