//! Accepting an invitation with the account that is signed in.

use domain::account::Account;
use leptos::prelude::*;

use crate::components::leave::leave_on_success;
use crate::components::refusal::{Refusal, refusal_of};
use crate::language::{common, entry as t};
use crate::rpc::session::{Accept, SignOut};

/// One button; another to sign out first, for whoever is somebody else.
#[component]
pub fn Join(secret: String, account: Account) -> impl IntoView {
    let accept = ServerAction::<Accept>::new();
    let sign_out = ServerAction::<SignOut>::new();
    leave_on_success(accept);
    leave_on_success(sign_out);
    view! {
        <Refusal error=refusal_of(accept) />
        <ActionForm action=accept attr:class="form">
            <input type="hidden" name="secret" value=secret />
            <div class="form__actions">
                <button
                    class="button button--primary button--large button--full"
                    aria-busy=move || accept.pending().get().then_some("true")
                >
                    {t::join_as(&account.name)}
                </button>
            </div>
        </ActionForm>
        <ActionForm action=sign_out attr:class="stack stack--tight">
            <p class="muted">
                {t::signed_in_with(&account.email)}
            </p>
            <button class="button button--small">{common::sign_out()}</button>
        </ActionForm>
    }
}
