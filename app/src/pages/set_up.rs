//! The first visit: making the first admin.

use leptos::prelude::*;

use crate::components::field::Field;
use crate::components::head::Title;
use crate::components::leave::leave_on_success;
use crate::components::refusal::{Refusal, refusal_of};
use crate::language::manage as t;
use crate::rpc::session::SetUp;

/// Code, name, e-mail, password. The code proves that whoever is here has seen the server start.
#[component]
pub fn SetUpPage() -> impl IntoView {
    let set_up = ServerAction::<SetUp>::new();
    leave_on_success(set_up);
    let error = refusal_of(set_up);
    view! {
        <Title text=t::set_up() />
        <main class="page page--lone" id="main">
            <div class="stack">
                <h1>{t::welcome()}</h1>
                <p>
                    {t::set_up_text()}
                </p>
                <Refusal error fields=&["code", "name", "email", "password"] />
                <ActionForm action=set_up attr:class="form">
                    <Field
                        label=t::set_up_code()
                        name="code"
                        autocomplete="off"
                        help=t::set_up_code_help()
                        error
                    />
                    <Field label=t::your_name() name="name" autocomplete="name" error />
                    <Field label=t::email() name="email" kind="email" autocomplete="username" error />
                    <Field
                        label=t::password()
                        name="password"
                        kind="password"
                        autocomplete="new-password"
                        help=t::password_help()
                        error
                    />
                    <div class="form__actions">
                        <button class="button button--primary button--large button--full">
                            {t::make_first()}
                        </button>
                    </div>
                </ActionForm>
            </div>
        </main>
    }
}
