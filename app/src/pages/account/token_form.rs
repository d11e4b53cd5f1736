//! Making a token.

use leptos::html::Form;
use leptos::prelude::*;

use crate::components::field::Field;
use crate::components::refusal::{Refusal, refusal_of};
use crate::rpc::account::CreateToken;

/// Name, scope and how long it lasts. The form is emptied after a success.
#[component]
pub fn TokenForm(create: ServerAction<CreateToken>) -> impl IntoView {
    let error = refusal_of(create);
    let form = NodeRef::<Form>::new();
    Effect::new(move |_| {
        if let (Some(Ok(_)), Some(form)) = (create.value().get(), form.get()) {
            form.reset();
        }
    });
    view! {
        <h3>"Make a token"</h3>
        <Refusal error fields=&["name"] />
        <ActionForm action=create node_ref=form attr:class="form">
            <Field
                label="Name"
                name="name"
                autocomplete="off"
                help="What it is for, such as «nightly export»."
                error
            />
            <fieldset class="form__group">
                <legend class="form__legend">"Scope"</legend>
                <div class="choices choices--rows">
                    <ScopeChoice value="read" label="Read" hint="looks and downloads, changes nothing" chosen=true />
                    <ScopeChoice value="judge" label="Judge" hint="reads, claims tasks and judges" />
                    <ScopeChoice value="full" label="Full" hint="all that you may do" />
                </div>
            </fieldset>
            <div class="field field--short">
                <label class="field__label" for="days">
                    "Works for"
                </label>
                <select class="select" id="days" name="days">
                    <option value="30">"30 days"</option>
                    <option value="90" selected>
                        "90 days"
                    </option>
                    <option value="366">"A year"</option>
                    <option value="">"Until revoked"</option>
                </select>
            </div>
            <div class="form__actions">
                <button class="button" aria-busy=move || create.pending().get().then_some("true")>
                    "Make a token"
                </button>
            </div>
        </ActionForm>
    }
}

#[component]
fn ScopeChoice(
    value: &'static str,
    label: &'static str,
    hint: &'static str,
    #[prop(optional)] chosen: bool,
) -> impl IntoView {
    view! {
        <label class="choice">
            <input type="radio" name="scope" value=value checked=chosen />
            <span>{label}</span>
            <span class="choice__hint">{hint}</span>
        </label>
    }
}
