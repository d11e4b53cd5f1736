//! The invitations that were made.

use domain::account::Invitation;
use domain::id::ProjectId;
use domain::timestamp::Timestamp;
use leptos::prelude::*;

use crate::components::confirm::Confirm;
use crate::components::date;
use crate::components::refusal::{Refusal, refusal_of};
use crate::components::role_choice::role_name;
use crate::language::manage as t;
use crate::rpc::members::WithdrawInvitation;

/// Every invitation, open, used or run out; nothing where there is none.
#[component]
pub fn Invitations(
    id: ProjectId,
    invitations: Vec<Invitation>,
    /// Invitations that expire before this moment have run out.
    now: Timestamp,
    withdraw: ServerAction<WithdrawInvitation>,
) -> impl IntoView {
    (!invitations.is_empty()).then(|| {
        let rows = invitations
            .into_iter()
            .map(|invitation| view! { <Row id invitation now withdraw /> })
            .collect_view();
        view! {
            <section class="section">
                <h2 class="section__header">{t::invitations()}</h2>
                <Refusal error=refusal_of(withdraw) />
                <div class="table-scroll" tabindex="0" role="region" aria-label=t::invitations()>
                    <table class="table table--rows table--controls">
                        <thead>
                            <tr>
                                <th scope="col">{t::made_utc()}</th>
                                <th scope="col">{t::role()}</th>
                                <th scope="col">{t::state()}</th>
                                <th scope="col">
                                    <span class="visually-hidden">{t::actions()}</span>
                                </th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        }
    })
}

#[component]
fn Row(
    id: ProjectId,
    invitation: Invitation,
    now: Timestamp,
    withdraw: ServerAction<WithdrawInvitation>,
) -> impl IntoView {
    let (class, state) = match invitation.accepted_at {
        Some(at) => ("badge badge--done", t::used_on(&date::day(at))),
        None if invitation.expires_at <= now => ("badge badge--archived", t::run_out().to_owned()),
        None => ("badge badge--active", t::open_until(&date::minute(invitation.expires_at))),
    };
    let made = date::minute(invitation.created_at);
    view! {
        <tr>
            <th scope="row" class="table__fixed">
                {made.clone()}
            </th>
            <td>{role_name(invitation.role)}</td>
            <td>
                <span class=class>{state}</span>
            </td>
            <td class="table__actions">
                {invitation
                    .accepted_at
                    .is_none()
                    .then(|| {
                        view! {
                            <Confirm
                                label=t::withdraw_ask()
                                class="button button--quiet button--small"
                                description=t::withdraw_of(&made)
                                question=t::withdraw_question()
                            >
                                <ActionForm action=withdraw>
                                    <input type="hidden" name="project" value=id.to_string() />
                                    <input
                                        type="hidden"
                                        name="invitation"
                                        value=invitation.id.to_string()
                                    />
                                    <button class="button button--final button--small">
                                        {t::withdraw()}
                                    </button>
                                </ActionForm>
                            </Confirm>
                        }
                    })}
            </td>
        </tr>
    }
}
