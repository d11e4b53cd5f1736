//! Inviting somebody by a link.

use domain::actor::Role;
use domain::id::ProjectId;
use leptos::prelude::*;

use crate::components::copy::Secret;
use crate::components::refusal::{Refusal, refusal_of};
use crate::components::role_choice::RoleOptions;
use crate::language::manage as t;
use crate::rpc::members::Invite as InviteCall;

/// A role to choose, and the link once it is made.
#[component]
pub fn Invite(
    id: ProjectId,
    invite: ServerAction<InviteCall>,
    /// A link that was made just now without scripts.
    link: Option<String>,
) -> impl IntoView {
    let made = move || match invite.value().get() {
        Some(result) => result.ok(),
        None => link.clone(),
    };
    view! {
        <section class="section">
            <h2 class="section__header">{t::invite_title()}</h2>
            <p class="section__lead">
                {t::invite_text()}
            </p>
            <Refusal error=refusal_of(invite) />
            <div role="status">
                {move || {
                    made()
                        .map(|link| {
                            view! {
                                <div class="notice notice--success">
                                    <p class="notice__title">{t::invite_made()}</p>
                                    <p>
                                        {t::invite_made_text()}
                                    </p>
                                    <Secret value=link />
                                </div>
                            }
                        })
                }}
            </div>
            <ActionForm action=invite attr:class="form form--inline">
                <input type="hidden" name="project" value=id.to_string() />
                <div class="field">
                    <label class="field__label" for="invite-role">
                        {t::role()}
                    </label>
                    <select class="select" id="invite-role" name="role">
                        <RoleOptions chosen=Role::Rater />
                    </select>
                </div>
                <button
                    class="button button--primary"
                    aria-busy=move || invite.pending().get().then_some("true")
                >
                    {t::invite_make()}
                </button>
            </ActionForm>
        </section>
    }
}
