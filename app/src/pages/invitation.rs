//! What an invitation link leads to.

mod join;
mod newcomer;

use domain::account::{Account, InvitationNotice};
use domain::actor::Role;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use self::join::Join;
use self::newcomer::Newcomer;
use crate::components::date;
use crate::components::frame::Visitor;
use crate::components::head::Title;
use crate::components::problem::Problem;
use crate::language::{common, entry as t};
use crate::rpc;
use crate::rpc::Error;

/// The project and the role; joins with the account that is signed in, or with a new one.
#[component]
pub fn InvitationPage() -> impl IntoView {
    let visitor = expect_context::<Visitor>();
    let params = use_params_map();
    let secret = Memo::new(move |_| params.read().get("secret").unwrap_or_default());
    let notice = Resource::new(move || secret.get(), rpc::session::invitation);
    view! {
        <Title text=t::invitation() />
        <main class="page page--lone" id="main">
            <Suspense fallback=|| view! { <p class="muted">{common::loading()}</p> }>
                {move || Suspend::new(async move {
                    let account = visitor.0.await.ok().and_then(|visit| visit.account);
                    let secret = secret.get_untracked();
                    match notice.await {
                        Ok(notice) => view! { <Invitation notice secret account /> }.into_any(),
                        Err(error) => view! { <Refused error /> }.into_any(),
                    }
                })}
            </Suspense>
        </main>
    }
}

#[component]
fn Invitation(notice: InvitationNotice, secret: String, account: Option<Account>) -> impl IntoView {
    let InvitationNotice { project_name, role, expires_at } = notice;
    let (title, work) = match role {
        Role::Rater => (t::invited_rater(), t::invited_rater_text()),
        Role::Adjudicator => (t::invited_adjudicator(), t::invited_adjudicator_text()),
        Role::Manager => (t::invited_manager(), t::invited_manager_text()),
    };
    view! {
        <div class="stack">
            <h1>{title}</h1>
            <p class="page__lead">{t::you_join()} " " <strong class="foreign">{project_name}</strong> " " {work}</p>
            {match account {
                Some(account) => view! { <Join secret account /> }.into_any(),
                None => view! { <Newcomer secret /> }.into_any(),
            }}
            <p class="muted">
                {t::works_until(&date::minute(expires_at))}
            </p>
        </div>
    }
}

/// A link that is used, withdrawn or too old is no fault of whoever opens it: it says what to do.
#[component]
fn Refused(error: Error) -> impl IntoView {
    let Error::Refused(domain::Error::Conflict { .. }) = error else {
        return view! { <Problem error /> }.into_any();
    };
    error.mark_page();
    view! {
        <section class="empty">
            <h1 class="empty__title">{t::link_dead()}</h1>
            <p class="empty__text">
                {t::link_dead_text()}
            </p>
            <div class="empty__actions">
                <a class="button" href="/">
                    {common::to_the_projects()}
                </a>
            </div>
        </section>
    }
    .into_any()
}
