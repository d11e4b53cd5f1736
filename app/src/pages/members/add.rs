//! Adding somebody who has an account already.

use domain::actor::Role;
use domain::id::ProjectId;
use leptos::prelude::*;

use crate::components::field::Field;
use crate::components::refusal::{Refusal, refusal_of};
use crate::components::role_choice::RoleOptions;
use crate::language::manage as t;
use crate::rpc::members::AddMember;

/// An e-mail address and a role.
#[component]
pub fn Add(id: ProjectId, add: ServerAction<AddMember>) -> impl IntoView {
    let error = refusal_of(add);
    view! {
        <section class="section">
            <h2 class="section__header">{t::add_title()}</h2>
            <p class="section__lead">
                {t::add_text()}
            </p>
            <Refusal error fields=&["email"] />
            <ActionForm action=add attr:class="form form--inline">
                <input type="hidden" name="project" value=id.to_string() />
                <Field label=t::email() name="email" kind="email" autocomplete="off" error />
                <div class="field">
                    <label class="field__label" for="add-role">
                        {t::role()}
                    </label>
                    <select class="select" id="add-role" name="role">
                        <RoleOptions chosen=Role::Rater />
                    </select>
                </div>
                <button
                    class="button"
                    aria-busy=move || add.pending().get().then_some("true")
                >
                    {t::add()}
                </button>
            </ActionForm>
        </section>
    }
}
