//! Reset links that others created for one's account.

use domain::account::PasswordReset;
use domain::timestamp::Timestamp;
use leptos::prelude::*;

use crate::components::date;
use crate::components::refusal::{Refusal, refusal_of};
use crate::language::account as t;
use crate::rpc;
use crate::rpc::account::RevokeOwnPasswordReset;

/// Who created a link and what became of it; nothing where there never was one.
#[component]
pub fn ResetsSection() -> impl IntoView {
    let revoke = ServerAction::<RevokeOwnPasswordReset>::new();
    let resets = Resource::new(move || revoke.version().get(), |_| rpc::account::password_resets());
    view! {
        <Transition>
            {move || Suspend::new(async move {
                let found = resets.await.ok().filter(|found| !found.resets.is_empty());
                found
                    .map(|found| {
                        let now = found.now;
                        let rows = found
                            .resets
                            .into_iter()
                            .map(|reset| view! { <Row reset now revoke /> })
                            .collect_view();
                        view! {
                            <section class="section" id="resets">
                                <h2 class="section__header">{t::resets()}</h2>
                                <p class="section__lead">{t::resets_text()}</p>
                                <Refusal error=refusal_of(revoke) />
                                <div
                                    class="table-scroll"
                                    tabindex="0"
                                    role="region"
                                    aria-label=t::resets()
                                >
                                    <table class="table table--rows table--controls">
                                        <tbody>{rows}</tbody>
                                    </table>
                                </div>
                            </section>
                        }
                    })
            })}
        </Transition>
    }
}

#[component]
fn Row(
    reset: PasswordReset,
    now: Timestamp,
    revoke: ServerAction<RevokeOwnPasswordReset>,
) -> impl IntoView {
    let PasswordReset { id, created_by, created_at, expires_at, used_at, revoked_at, .. } = reset;
    let creator =
        created_by.map_or_else(|| t::reset_by_server().to_owned(), |name| t::reset_by(&name));
    let created = date::minute(created_at);
    let (class, state) = match (used_at, revoked_at) {
        (Some(at), _) => ("badge badge--done", t::reset_used(&date::minute(at))),
        (None, Some(at)) => ("badge badge--archived", t::reset_revoked(&date::minute(at))),
        (None, None) if expires_at <= now => {
            ("badge badge--archived", t::reset_expired(&date::minute(expires_at)))
        }
        (None, None) => ("badge badge--active", t::reset_open(&date::minute(expires_at))),
    };
    let open = used_at.is_none() && revoked_at.is_none() && expires_at > now;
    view! {
        <tr>
            <th scope="row">
                <span class="foreign">{creator}</span>
                <span class="table__note">{t::reset_created_at(&created)}</span>
            </th>
            <td>
                <span class=class>{state}</span>
            </td>
            <td class="table__actions">
                {open
                    .then(|| {
                        view! {
                            <ActionForm action=revoke>
                                <input type="hidden" name="reset" value=id.to_string() />
                                <button
                                    class="button button--quiet button--small"
                                    aria-label=t::reset_revoke_of(&created)
                                >
                                    {t::revoke()}
                                </button>
                            </ActionForm>
                        }
                    })}
            </td>
        </tr>
    }
}
