//! A labelled whole number, with what is wrong about it beside it.

use leptos::prelude::*;

use crate::rpc::Error;

/// A labelled whole number from `minimum` to `maximum`.
#[component]
pub fn NumberField(
    label: &'static str,
    name: &'static str,
    /// The name by which a refusal finds it, where that is not the name in the form.
    #[prop(optional)]
    refused_as: Option<&'static str>,
    /// A line of advice below the label.
    help: &'static str,
    minimum: i32,
    maximum: i32,
    /// What it holds at first.
    value: i32,
    /// The form's last refusal, of this field or of another.
    #[prop(into)]
    error: Signal<Option<Error>>,
) -> impl IntoView {
    let refused_as = refused_as.unwrap_or(name);
    let reason = move || error.get().and_then(|error| error.of_field(refused_as));
    view! {
        <div class="field field--short">
            <label class="field__label" for=name>
                {label}
            </label>
            <p class="field__hint" id=format!("{name}-help")>
                {help}
            </p>
            <input
                class="input"
                id=name
                name=name
                type="number"
                inputmode="numeric"
                min=minimum
                max=maximum
                step="1"
                value=value
                aria-invalid=move || reason().is_some().then_some("true")
                aria-describedby=format!("{name}-help {name}-error")
                required
            />
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
