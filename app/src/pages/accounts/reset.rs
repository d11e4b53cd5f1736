//! Reset links for people who forgot their password.

use domain::account::PasswordReset;
use domain::id::AccountId;
use leptos::prelude::*;

use crate::components::copy::Secret;
use crate::components::date;
use crate::language::manage as t;
use crate::rpc::account::{CreatePasswordReset, RevokePasswordReset};

/// The link that was created just now, with scripts or without.
#[component]
pub fn CreatedReset(
    create: ServerAction<CreatePasswordReset>,
    /// A link that was created just now without scripts.
    link: Option<String>,
) -> impl IntoView {
    let created = move || match create.value().get() {
        Some(result) => result.ok(),
        None => link.clone(),
    };
    view! {
        <div role="status">
            {move || {
                created()
                    .map(|link| {
                        view! {
                            <div class="notice notice--success">
                                <p class="notice__title">{t::reset_created()}</p>
                                <p>{t::reset_created_text()}</p>
                                <Secret value=link />
                            </div>
                        }
                    })
            }}
        </div>
    }
}

/// Creates a link, or revokes the one that still works.
#[component]
pub fn ResetAction(
    account: AccountId,
    /// The owner of the account, named for people who hear only the button.
    name: String,
    open: Option<PasswordReset>,
    create: ServerAction<CreatePasswordReset>,
    revoke: ServerAction<RevokePasswordReset>,
) -> impl IntoView {
    match open {
        Some(reset) => view! {
            <ActionForm action=revoke>
                <input type="hidden" name="account" value=account.to_string() />
                <input type="hidden" name="reset" value=reset.id.to_string() />
                <button class="button button--quiet button--small" disabled=revoke.pending()>
                    {t::reset_revoke()}
                    <span class="visually-hidden">{format!(": {name}")}</span>
                </button>
            </ActionForm>
        }
        .into_any(),
        None => view! {
            <ActionForm action=create>
                <input type="hidden" name="account" value=account.to_string() />
                <button class="button button--quiet button--small" disabled=create.pending()>
                    {t::reset_create()}
                    <span class="visually-hidden">{format!(": {name}")}</span>
                </button>
            </ActionForm>
        }
        .into_any(),
    }
}

/// Until when an account's link works.
#[component]
pub fn ResetNote(open: Option<PasswordReset>) -> impl IntoView {
    open.map(|reset| {
        let until = date::minute(reset.expires_at);
        view! { <span class="table__note">{t::reset_open(&until)}</span> }
    })
}
