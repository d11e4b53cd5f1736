//! Signing in.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use crate::components::field::Field;
use crate::components::head::Title;
use crate::components::leave::leave_on_success;
use crate::components::refusal::{Refusal, refusal_of};
use crate::language::entry as t;
use crate::rpc::session::SignIn;

/// E-mail and password; leads on to the page that was asked for.
#[component]
pub fn SignInPage() -> impl IntoView {
    let sign_in = ServerAction::<SignIn>::new();
    leave_on_success(sign_in);
    let error = refusal_of(sign_in);
    let query = use_query_map();
    let next = move || query.read().get("next").unwrap_or_else(|| "/".into());
    view! {
        <Title text=t::sign_in() />
        <main class="page page--lone" id="main">
            <div class="stack">
                <h1>{t::sign_in()}</h1>
                <Refusal error />
                <ActionForm action=sign_in attr:class="form">
                    <input type="hidden" name="next" value=next />
                    <Field label=t::email() name="email" kind="email" autocomplete="username" error=Signal::stored(None) />
                    <Field
                        label=t::password()
                        name="password"
                        kind="password"
                        autocomplete="current-password"
                        error=Signal::stored(None)
                    />
                    <div class="form__actions">
                        <button class="button button--primary button--large button--full">
                            {t::sign_in()}
                        </button>
                    </div>
                </ActionForm>
                <p class="muted">{t::forgot()}</p>
                <p class="muted">
                    {t::no_account()} " "
                    <A href="/api">{t::no_account_tokens()}</A> "."
                </p>
            </div>
        </main>
    }
}
