//! Choosing a new password by a reset link.

use domain::account::PasswordResetNotice;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::components::date;
use crate::components::field::Field;
use crate::components::head::Title;
use crate::components::leave::leave_on_success;
use crate::components::problem::Problem;
use crate::components::refusal::{Refusal, refusal_of};
use crate::language::{common, entry as t};
use crate::rpc;
use crate::rpc::Error;
use crate::rpc::session::ChoosePassword;

/// Whose account it is, and the new password; or why the link does not work.
#[component]
pub fn PasswordResetPage() -> impl IntoView {
    let params = use_params_map();
    let secret = Memo::new(move |_| params.read().get("secret").unwrap_or_default());
    let notice = Resource::new(move || secret.get(), rpc::session::password_reset);
    view! {
        <Title text=t::reset_title() />
        <main class="page page--lone" id="main">
            <Suspense fallback=|| view! { <p class="muted">{common::loading()}</p> }>
                {move || Suspend::new(async move {
                    let secret = secret.get_untracked();
                    match notice.await {
                        Ok(notice) => view! { <Choose notice secret /> }.into_any(),
                        Err(error) => view! { <Refused error /> }.into_any(),
                    }
                })}
            </Suspense>
        </main>
    }
}

#[component]
fn Choose(notice: PasswordResetNotice, secret: String) -> impl IntoView {
    let choose = ServerAction::<ChoosePassword>::new();
    leave_on_success(choose);
    let error = refusal_of(choose);
    view! {
        <div class="stack">
            <h1>{t::reset_title()}</h1>
            <p class="page__lead">{t::reset_text(&notice.email)}</p>
            <Refusal error fields=&["password"] />
            <ActionForm action=choose attr:class="form">
                <input type="hidden" name="secret" value=secret />
                // Tells password managers whose password it is.
                <input type="text" autocomplete="username" value=notice.email readonly hidden />
                <Field
                    label=t::reset_password()
                    name="password"
                    kind="password"
                    autocomplete="new-password"
                    help=t::password_help()
                    error
                />
                <div class="form__actions">
                    <button
                        class="button button--primary button--large button--full"
                        aria-busy=move || choose.pending().get().then_some("true")
                    >
                        {t::reset_save()}
                    </button>
                </div>
            </ActionForm>
            <p class="muted">{t::works_until(&date::minute(notice.expires_at))}</p>
        </div>
    }
}

/// A link that is used, revoked or too old: it says what to do.
#[component]
fn Refused(error: Error) -> impl IntoView {
    let Error::Refused(domain::Error::Conflict { .. }) = error else {
        return view! { <Problem error /> }.into_any();
    };
    error.mark_page();
    view! {
        <section class="empty">
            <h1 class="empty__title">{t::link_dead()}</h1>
            <p class="empty__text">{t::reset_dead_text()}</p>
            <div class="empty__actions">
                <a class="button" href="/sign-in">
                    {t::to_sign_in()}
                </a>
            </div>
        </section>
    }
    .into_any()
}
