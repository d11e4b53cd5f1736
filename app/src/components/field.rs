//! A labelled input, with what is wrong about it beside it.

use leptos::prelude::*;

use crate::rpc::Error;

/// A labelled one-line input. `name` is the name in the request, by which a refusal finds it.
#[component]
pub fn Field(
    label: &'static str,
    name: &'static str,
    /// The input's type, as in HTML.
    #[prop(default = "text")]
    kind: &'static str,
    /// What a browser may fill in by itself.
    #[prop(optional)]
    autocomplete: &'static str,
    /// What it holds at first.
    #[prop(optional, into)]
    value: String,
    /// A line of advice below the label.
    #[prop(optional)]
    help: &'static str,
    /// The form's last refusal, of this field or of another.
    #[prop(into)]
    error: Signal<Option<Error>>,
) -> impl IntoView {
    let reason = move || error.get().and_then(|error| error.of_field(name));
    let help_id = format!("{name}-help");
    let error_id = format!("{name}-error");
    let described = {
        let (help_id, error_id) = (help_id.clone(), error_id.clone());
        move || match (reason().is_some(), help.is_empty()) {
            (true, _) => Some(error_id.clone()),
            (false, false) => Some(help_id.clone()),
            (false, true) => None,
        }
    };
    view! {
        <div class="field" class:field--invalid=move || reason().is_some()>
            <label class="field__label" for=name>
                {label}
            </label>
            {(!help.is_empty())
                .then(|| {
                    view! {
                        <p class="field__hint" id=help_id>
                            {help}
                        </p>
                    }
                })}
            <input
                class="input"
                id=name
                name=name
                type=kind
                value=value
                autocomplete=autocomplete
                aria-invalid=move || reason().is_some().then_some("true")
                aria-describedby=described
                required
            />
            {move || {
                reason()
                    .map(|reason| {
                        view! {
                            <p class="field__error" id=error_id.clone()>
                                {reason}
                            </p>
                        }
                    })
            }}
        </div>
    }
}
