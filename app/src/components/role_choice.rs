//! Choosing a role.

use domain::actor::Role;
use leptos::prelude::*;

use crate::language::manage as t;

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

/// A role in words.
pub fn role_name(role: Role) -> &'static str {
    match role {
        Role::Rater => t::role_rater(),
        Role::Adjudicator => t::role_adjudicator(),
        Role::Manager => t::role_manager(),
    }
}

/// Every role as an option.
#[component]
pub fn RoleOptions(chosen: Role) -> impl IntoView {
    Role::ALL
        .map(|role| {
            view! {
                <option value=role.name() selected=role == chosen>
                    {role_name(role)}
                </option>
            }
        })
        .collect_view()
}
