//! One account in the list.

use domain::account::{Account, PasswordReset};
use domain::id::AccountId;
use leptos::prelude::*;

use super::reset::{ResetAction, ResetNote};
use crate::components::confirm::Confirm;
use crate::components::date;
use crate::language::manage as t;
use crate::rpc::account::{ChangeAccount, CreatePasswordReset, RevokePasswordReset};

/// Facts and what can be changed. One's own account has no buttons: a site admin who leaves asks
/// another one, so that nobody locks themselves out by a slip.
#[component]
pub fn AccountRow(
    account: Account,
    /// Whether it is the account of the one who looks.
    own: bool,
    /// The account's reset link that still works.
    reset: Option<PasswordReset>,
    change: ServerAction<ChangeAccount>,
    create: ServerAction<CreatePasswordReset>,
    revoke: ServerAction<RevokePasswordReset>,
) -> impl IntoView {
    let Account { id, email, name, site_admin, created_at, disabled_at } = account;
    let disabled = disabled_at.is_some();
    let actions = if own {
        view! { <span class="muted">{t::yourself()}</span> }.into_any()
    } else {
        view! {
            <div class="row-actions">
                {(!disabled)
                    .then(|| {
                        view! {
                            <ResetAction
                                account=id
                                name=name.clone()
                                open=reset.clone()
                                create
                                revoke
                            />
                        }
                    })}
                {(!disabled || site_admin)
                    .then(|| {
                        view! {
                            <Change
                                change
                                id
                                name=name.clone()
                                field="site_admin"
                                value=!site_admin
                                label=if site_admin { t::admin_remove() } else { t::admin_make() }
                                ask=Some(
                                    if site_admin {
                                        (t::admin_ask_remove(), t::admin_remove_question())
                                    } else {
                                        (t::admin_ask_make(), t::admin_make_question())
                                    },
                                )
                            />
                        }
                    })}
                <Change
                    change
                    id
                    name=name.clone()
                    field="disabled"
                    value=!disabled
                    label=if disabled { t::enable() } else { t::disable() }
                    ask=(!disabled).then(|| (t::disable_ask(), t::disable_question()))
                />
            </div>
        }
        .into_any()
    };
    let state = match disabled_at {
        Some(time) => view! {
            <span class="badge badge--failed">{t::disabled()}</span>
            <span class="table__note">{t::since_day(&date::day(time))}</span>
        }
        .into_any(),
        None => view! { <span class="badge badge--active">{t::active()}</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">
                <span class="foreign">{name}</span> {site_admin.then(|| view! { " " <span class="tag">{t::site_admin()}</span> })}
                <span class="table__note foreign">{email}</span>
            </th>
            <td class="table__fixed">{date::day(created_at)}</td>
            <td>{state} <ResetNote open=reset.clone() /></td>
            <td class="table__actions">{actions}</td>
        </tr>
    }
}

/// A form of one button, behind a question where somebody gains or loses rights.
#[component]
fn Change(
    change: ServerAction<ChangeAccount>,
    id: AccountId,
    /// The owner of the account, named for people who hear only the button.
    name: String,
    field: &'static str,
    value: bool,
    label: &'static str,
    /// The button that opens the question, and the question.
    ask: Option<(&'static str, &'static str)>,
) -> impl IntoView {
    let description = format!("{label}: {name}");
    let form = move |class| {
        view! {
            <ActionForm action=change>
                <input type="hidden" name="account" value=id.to_string() />
                <input type="hidden" name=field value=value.to_string() />
                <button class=class disabled=change.pending()>
                    {label}
                    <span class="visually-hidden">{format!(": {name}")}</span>
                </button>
            </ActionForm>
        }
    };
    match ask {
        None => form("button button--quiet button--small").into_any(),
        Some((ask, question)) => {
            let class = "button button--quiet button--small";
            view! {
                <Confirm label=ask class description question>
                    {form("button button--final button--small")}
                </Confirm>
            }
            .into_any()
        }
    }
}
