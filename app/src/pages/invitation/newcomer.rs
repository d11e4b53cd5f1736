//! Accepting an invitation with a new account.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::field::Field;
use crate::components::leave::leave_on_success;
use crate::components::refusal::{Refusal, refusal_of};
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
                label="Your name"
                name="name"
                autocomplete="name"
                help="As managers of the project will see it."
                error
            />
            <Field
                label="E-mail"
                name="email"
                kind="email"
                autocomplete="username"
                help="You sign in with it. It need not be the address where the link arrived."
                error
            />
            <Field
                label="Password"
                name="password"
                kind="password"
                autocomplete="new-password"
                help="At least 8 characters; 12 or more are better. A few unrelated words do well."
                error
            />
            <div class="form__actions">
                <button
                    class="button button--primary button--large button--full"
                    aria-busy=move || accept.pending().get().then_some("true")
                >
                    "Make an account and join"
                </button>
            </div>
        </ActionForm>
        <p>
            <A href=sign_in>"I have an account"</A>
        </p>
    }
}
