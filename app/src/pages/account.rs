//! One's own account.

mod key_settings;
mod made_token;
mod password;
mod resets;
mod sessions;
mod token_form;
mod tokens;

use domain::account::Account;
use leptos::prelude::*;

use self::key_settings::KeysSection;
use self::password::PasswordSection;
use self::resets::ResetsSection;
use self::sessions::SessionsSection;
use self::tokens::TokensSection;
use crate::components::date;
use crate::components::frame::Visitor;
use crate::components::head::Title;
use crate::components::outcome::show;
use crate::language::{account as t, common};

/// Who one is, one's password, tokens and sessions.
#[component]
pub fn AccountPage() -> impl IntoView {
    let visitor = expect_context::<Visitor>();
    view! {
        <Title text=t::title() />
        <main class="page page--reading" id="main">
            <header class="page__header">
                <h1 class="page__title">{t::title()}</h1>
            </header>
            <Suspense fallback=|| view! { <p class="muted">{common::loading()}</p> }>
                {move || Suspend::new(async move {
                    let account = visitor
                        .0
                        .await
                        .and_then(|visit| {
                            visit.account.ok_or_else(|| domain::Error::Unauthenticated.into())
                        });
                    show(account, |account| view! { <Facts account /> })
                })}
            </Suspense>
            <PasswordSection />
            <ResetsSection />
            <KeysSection />
            <TokensSection />
            <SessionsSection />
        </main>
    }
}

#[component]
fn Facts(account: Account) -> impl IntoView {
    view! {
        <section class="section" aria-label=t::facts()>
            <dl class="facts">
                <dt>{t::name()}</dt>
                <dd class="foreign">{account.name}</dd>
                <dt>{t::email()}</dt>
                <dd class="foreign">{account.email}</dd>
                <dt>{t::since()}</dt>
                <dd>{date::day(account.created_at)}</dd>
                {account
                    .site_admin
                    .then(|| {
                        view! {
                            <dt>{t::office()}</dt>
                            <dd>{t::office_admin()}</dd>
                        }
                    })}
            </dl>
        </section>
    }
}
