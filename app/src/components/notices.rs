//! Confirming a change: one place below the header, read out by screen readers.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::{use_location, use_query_map};

use crate::language::common as t;
use crate::rpc::Error;
use crate::rpc::done::Done;

/// The last change that was made on the page.
#[derive(Debug, Clone, Copy)]
pub struct Notices(RwSignal<Option<Done>>);

impl Notices {
    /// Starts with what the address says, as it does after a plain form. Another page says
    /// nothing of it any more.
    pub fn start() -> Self {
        let query = use_query_map();
        let first = query.read_untracked().get("done").and_then(|name| Done::of(&name));
        let notices = Self(RwSignal::new(first));
        let path = use_location().pathname;
        Effect::watch(move || path.get(), move |_, _, _| notices.0.set(None), false);
        provide_context(notices);
        notices
    }
}

/// Confirms each success of `action`; `done` says what its answer means.
pub fn confirm<F>(action: ServerAction<F>, done: impl Fn(&F::Output) -> Option<Done> + 'static)
where
    F: ServerFn<Error = Error> + Send + Sync + Clone + 'static,
    F::Output: Send + Sync + Clone + 'static,
{
    let Notices(shown) = expect_context();
    Effect::new(move |_| {
        if action.pending().get() {
            // So that the same words are read out once more.
            shown.set(None);
        } else if let Some(Ok(output)) = action.value().get() {
            shown.set(done(&output));
        }
    });
}

/// The place. It is always there, because screen readers read out what changes in it.
#[component]
pub fn NoticePlace(notices: Notices) -> impl IntoView {
    let Notices(shown) = notices;
    let here = use_location().pathname;
    view! {
        <div class="confirmed" role="status">
            {move || {
                shown
                    .get()
                    .map(|done| {
                        view! {
                            <div class="notice notice--banner notice--success">
                                <p>{text(done)}</p>
                                <div class="notice__actions">
                                    <a
                                        href=here
                                        class="button button--quiet button--small"
                                        on:click=move |_| shown.set(None)
                                    >
                                        {t::close()}
                                    </a>
                                </div>
                            </div>
                        }
                    })
            }}
        </div>
    }
}

fn text(done: Done) -> &'static str {
    match done {
        Done::MemberAdded => t::done_member_added(),
        Done::MemberRemoved => t::done_member_removed(),
        Done::RoleChanged => t::done_role_changed(),
        Done::InvitationWithdrawn => t::done_invitation_withdrawn(),
        Done::TokenRevoked => t::done_token_revoked(),
        Done::AccountDisabled => t::done_account_disabled(),
        Done::AccountEnabled => t::done_account_enabled(),
        Done::AdminMade => t::done_admin_made(),
        Done::AdminRemoved => t::done_admin_removed(),
        Done::ProjectActive => t::done_project_active(),
        Done::ProjectPaused => t::done_project_paused(),
        Done::ProjectArchived => t::done_project_archived(),
        Done::TaskPutBack => t::done_task_put_back(),
        Done::TaskRetired => t::done_task_retired(),
    }
}
