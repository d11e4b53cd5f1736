//! One account in the list.

use domain::account::Account;
use domain::id::AccountId;
use leptos::prelude::*;

use crate::components::date;
use crate::language::manage as say;
use crate::rpc::account::ChangeAccount;

/// Facts and what can be changed. One's own account has no buttons: a site admin who leaves asks
/// another one, so that nobody locks themselves out by a slip.
#[component]
pub fn AccountRow(
    account: Account,
    /// Whether it is the account of the one who looks.
    own: bool,
    change: ServerAction<ChangeAccount>,
) -> impl IntoView {
    let Account { id, email, name, site_admin, created_at, disabled_at } = account;
    let disabled = disabled_at.is_some();
    let actions = if own {
        view! { <span class="muted">{say::yourself()}</span> }.into_any()
    } else {
        view! {
            <div class="row-actions">
                {(!disabled || site_admin)
                    .then(|| {
                        view! {
                            <Change
                                change
                                id
                                name=name.clone()
                                field="site_admin"
                                value=!site_admin
                                label=if site_admin { say::admin_remove() } else { say::admin_make() }
                            />
                        }
                    })}
                <Change
                    change
                    id
                    name=name.clone()
                    field="disabled"
                    value=!disabled
                    label=if disabled { say::enable() } else { say::disable() }
                />
            </div>
        }
        .into_any()
    };
    let state = match disabled_at {
        Some(time) => view! {
            <span class="badge badge--failed">{say::disabled()}</span>
            <span class="table__note">{say::since_day(&date::day(time))}</span>
        }
        .into_any(),
        None => view! { <span class="badge badge--active">{say::active()}</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">
                <span class="foreign">{name}</span> {site_admin.then(|| view! { " " <span class="tag">{say::site_admin()}</span> })}
                <span class="table__note foreign">{email}</span>
            </th>
            <td class="table__fixed">{date::day(created_at)}</td>
            <td>{state}</td>
            <td class="table__actions">{actions}</td>
        </tr>
    }
}

/// A form of one button.
#[component]
fn Change(
    change: ServerAction<ChangeAccount>,
    id: AccountId,
    /// Whose account it is, for whoever hears the button alone.
    name: String,
    field: &'static str,
    value: bool,
    label: &'static str,
) -> impl IntoView {
    view! {
        <ActionForm action=change>
            <input type="hidden" name="account" value=id.to_string() />
            <input type="hidden" name=field value=value.to_string() />
            <button class="button button--quiet button--small" disabled=change.pending()>
                {label}
                <span class="visually-hidden">{format!(": {name}")}</span>
            </button>
        </ActionForm>
    }
}
