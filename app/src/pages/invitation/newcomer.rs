//! Accepting an invitation with a new account.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::field::Field;
use crate::components::leave::leave_on_success;
use crate::components::refusal::{Refusal, refusal_of};
use crate::language::entry as t;
use crate::rpc::session::AcceptAsNew;

/// Name, e-mail and password; and the way for whoever has an account already.
#[component]
pub fn Newcomer(secret: String) -> impl IntoView {
    let accept = ServerAction::<AcceptAsNew>::new();
    leave_on_success(accept);
    let error = refusal_of(accept);
    let sign_in = format!("/sign-in?next=/invitations/{secret}");
    view! {
        <Refusal error fields=&["name", "email", "password"] />
        <ActionForm action=accept attr:class="form">
            <input type="hidden" name="secret" value=secret />
            <Field
                label=t::your_name()
                name="name"
                autocomplete="name"
                help=t::your_name_help()
                error
            />
            <Field
                label=t::email()
                name="email"
                kind="email"
                autocomplete="username"
                help=t::email_help()
                error
            />
            <Field
                label=t::password()
                name="password"
                kind="password"
                autocomplete="new-password"
                help=t::password_help()
                error
            />
            <div class="form__actions">
                <button
                    class="button button--primary button--large button--full"
                    aria-busy=move || accept.pending().get().then_some("true")
                >
                    {t::join_new()}
                </button>
            </div>
        </ActionForm>
        <p>
            <A href=sign_in>{t::have_account()}</A>
        </p>
    }
}
