//! Making a token.

use leptos::html::Form;
use leptos::prelude::*;

use crate::components::field::Field;
use crate::components::refusal::{Refusal, refusal_of};
use crate::language::account as t;
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
        <h3>{t::make_token()}</h3>
        <Refusal error fields=&["name"] />
        <ActionForm action=create node_ref=form attr:class="form">
            <Field
                label=t::name()
                name="name"
                autocomplete="off"
                help=t::token_name_help()
                error
            />
            <fieldset class="form__group">
                <legend class="form__legend">{t::scope()}</legend>
                <div class="choices choices--rows">
                    <ScopeChoice value="read" label=t::scope_read_label() hint=t::scope_read_hint() chosen=true />
                    <ScopeChoice value="judge" label=t::scope_judge_label() hint=t::scope_judge_hint() />
                    <ScopeChoice value="full" label=t::scope_full_label() hint=t::scope_full_hint() />
                </div>
            </fieldset>
            <div class="field field--short">
                <label class="field__label" for="days">
                    {t::works_for()}
                </label>
                <select class="select" id="days" name="days">
                    <option value="30">{t::days(30u8)}</option>
                    <option value="90" selected>
                        {t::days(90u8)}
                    </option>
                    <option value="366">{t::a_year()}</option>
                    <option value="">{t::until_revoked()}</option>
                </select>
            </div>
            <div class="form__actions">
                <button class="button" aria-busy=move || create.pending().get().then_some("true")>
                    {t::make_token()}
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
