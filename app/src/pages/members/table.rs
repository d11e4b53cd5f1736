//! The table of members.

use domain::account::Member;
use domain::actor::Role;
use domain::id::{AccountId, ProjectId};
use leptos::prelude::*;

use crate::components::confirm::Confirm;
use crate::components::date;
use crate::components::role_choice::{RoleChoice, role_name};
use crate::language::manage as t;
use crate::rpc::members::{ChangeRole, RemoveMember};

/// Every member with a role to choose and a way out.
#[component]
pub fn Table(
    id: ProjectId,
    members: Vec<Member>,
    /// Whose account looks at the table.
    own: AccountId,
    change: ServerAction<ChangeRole>,
    remove: ServerAction<RemoveMember>,
) -> impl IntoView {
    if members.is_empty() {
        return view! {
            <p class="muted">{t::members_none()}</p>
        }
        .into_any();
    }
    let rows = members.into_iter().map(|member| {
        let is_own = member.account_id == own;
        view! { <Row id member is_own change remove /> }
    });
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=t::members()>
            <table class="table table--rows table--controls">
                <thead>
                    <tr>
                        <th scope="col">{t::person()}</th>
                        <th scope="col">{t::role()}</th>
                        <th scope="col">{t::member_since()}</th>
                        <th scope="col">
                            <span class="visually-hidden">{t::actions()}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

#[component]
fn Row(
    id: ProjectId,
    member: Member,
    is_own: bool,
    change: ServerAction<ChangeRole>,
    remove: ServerAction<RemoveMember>,
) -> impl IntoView {
    let Member { account_id, email, name, role, created_at } = member;
    let question = if is_own { t::leave_question() } else { t::remove_question() };
    let (question, action) = match (is_own, role) {
        (true, Role::Manager) => (question, t::leave()),
        _ => (question, t::remove()),
    };
    let removal = t::remove_named(&name);
    view! {
        <tr>
            <th scope="row">
                <span class="foreign">{name.clone()}</span> {is_own.then(|| view! { " "<span class="tag">{t::you()}</span> })}
                <span class="table__note foreign">{email}</span>
            </th>
            <td>
                <Confirm
                    label=role_name(role)
                    class="button button--quiet button--small confirm__choice"
                    description=t::role_change_of(role_name(role), &name)
                    question=if is_own { t::role_own_question() } else { t::role_question() }
                >
                    <ActionForm action=change attr:class="cluster">
                        <input type="hidden" name="project" value=id.to_string() />
                        <input type="hidden" name="account" value=account_id.to_string() />
                        <RoleChoice chosen=role label=t::role_of(&name) />
                        <button class="button button--small">{t::role_change()}</button>
                    </ActionForm>
                </Confirm>
            </td>
            <td class="table__fixed">{date::day(created_at)}</td>
            <td class="table__actions">
                <Confirm
                    label=t::remove_ask()
                    class="button button--quiet button--small"
                    description=removal
                    question
                >
                    <ActionForm action=remove>
                        <input type="hidden" name="project" value=id.to_string() />
                        <input type="hidden" name="account" value=account_id.to_string() />
                        <button class="button button--final button--small">{action}</button>
                    </ActionForm>
                </Confirm>
            </td>
        </tr>
    }
}
