//! A labelled text of several lines, with what is wrong about it beside it.

use leptos::prelude::*;

use crate::language::common;
use crate::rpc::Error;

/// A labelled text of several lines that may be left empty. `name` is the name in the request,
/// by which a refusal finds it.
#[component]
pub fn TextArea(
    label: &'static str,
    name: &'static str,
    /// A line of advice below the label.
    #[prop(into)]
    help: String,
    /// What it holds at first.
    #[prop(optional, into)]
    value: String,
    /// The most it may hold, in characters.
    maximum: usize,
    /// The form's last refusal, of this field or of another.
    #[prop(into)]
    error: Signal<Option<Error>>,
) -> impl IntoView {
    let reason = move || error.get().and_then(|error| error.of_field(name));
    view! {
        <div class="field">
            <label class="field__label" for=name>
                {label}
                " "
                <span class="field__optional">{common::optional()}</span>
            </label>
            <p class="field__hint" id=format!("{name}-help")>
                {help}
            </p>
            <textarea
                class="textarea textarea--long"
                id=name
                name=name
                maxlength=maximum
                aria-invalid=move || reason().is_some().then_some("true")
                aria-describedby=format!("{name}-help {name}-error")
            >
                {value}
            </textarea>
            {move || {
                reason()
                    .map(|reason| {
                        view! {
                            <p class="field__error" id=format!("{name}-error")>
                                {reason}
                            </p>
                        }
                    })
            }}
        </div>
    }
}
