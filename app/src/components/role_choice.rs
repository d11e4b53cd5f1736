//! Choosing a role.

use domain::actor::Role;
use leptos::prelude::*;

/// A choice of roles without a visible label, for rows of a table.
#[component]
pub fn RoleChoice(
    chosen: Role,
    /// Read out in place of a visible label.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    view! {
        <select class="select select--small" name="role" aria-label=label>
            <RoleOptions chosen />
        </select>
    }
}

/// Every role as an option.
#[component]
pub fn RoleOptions(chosen: Role) -> impl IntoView {
    Role::ALL
        .map(|role| {
            view! {
                <option value=role.name() selected=role == chosen>
                    {role.name()}
                </option>
            }
        })
        .collect_view()
}
