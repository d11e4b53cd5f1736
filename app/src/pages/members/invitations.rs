//! The invitations that were made.

use domain::account::Invitation;
use domain::id::ProjectId;
use domain::timestamp::Timestamp;
use leptos::prelude::*;

use crate::components::refusal::{Refusal, refusal_of};
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
                <h2 class="section__header">"Invitations"</h2>
                <Refusal error=refusal_of(withdraw) />
                <div class="table-scroll" tabindex="0" role="region" aria-label="Invitations">
                    <table class="table table--rows table--controls">
                        <thead>
                            <tr>
                                <th scope="col">"Made (UTC)"</th>
                                <th scope="col">"Role"</th>
                                <th scope="col">"State"</th>
                                <th scope="col">
                                    <span class="visually-hidden">"Actions"</span>
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
        Some(at) => ("badge badge--done", format!("Used on {}", at.day())),
        None if invitation.expires_at <= now => ("badge badge--archived", "Run out".to_owned()),
        None => ("badge badge--active", format!("Open until {}", invitation.expires_at.minute())),
    };
    let made = invitation.created_at.minute();
    view! {
        <tr>
            <th scope="row" class="table__fixed">
                {made.clone()}
            </th>
            <td>{invitation.role.name()}</td>
            <td>
                <span class=class>{state}</span>
            </td>
            <td class="table__actions">
                {invitation
                    .accepted_at
                    .is_none()
                    .then(|| {
                        view! {
                            <ActionForm action=withdraw>
                                <input type="hidden" name="project" value=id.to_string() />
                                <input
                                    type="hidden"
                                    name="invitation"
                                    value=invitation.id.to_string()
                                />
                                <button
                                    class="button button--quiet button--small"
                                    aria-label=format!("Withdraw the invitation of {made}")
                                >
                                    "Withdraw"
                                </button>
                            </ActionForm>
                        }
                    })}
            </td>
        </tr>
    }
}
