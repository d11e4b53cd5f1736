//! Tokens: how one's programs act for oneself.

use domain::account::Token;
use domain::actor::Scope;
use leptos::prelude::*;
use leptos_router::components::A;

use super::made_token::MadeToken;
use super::token_form::TokenForm;
use crate::components::confirm::Confirm;
use crate::components::date;
use crate::components::notices::confirm;
use crate::components::outcome::show;
use crate::components::refusal::{Refusal, refusal_of};
use crate::language::{account as t, common};
use crate::rpc;
use crate::rpc::account::{CreateToken, RevokeToken};

/// The list, the form for a new one, and the secret of the one just made.
#[component]
pub fn TokensSection() -> impl IntoView {
    let create = ServerAction::<CreateToken>::new();
    let revoke = ServerAction::<RevokeToken>::new();
    confirm(revoke, |done| Some(*done));
    let tokens = Resource::new(
        move || (create.version().get(), revoke.version().get()),
        |_| rpc::account::tokens(),
    );
    view! {
        <section class="section">
            <h2 class="section__header">{t::tokens()}</h2>
            <p class="section__lead">
                {t::tokens_text()} " " <A href="/api">
                    {t::tokens_link()}
                </A>
            </p>
            <MadeToken create />
            <Refusal error=refusal_of(revoke) />
            <Transition fallback=|| view! { <p class="muted">{common::loading()}</p> }>
                {move || Suspend::new(async move {
                    show(tokens.await, move |tokens| view! { <Tokens tokens revoke /> })
                })}
            </Transition>
            <TokenForm create />
        </section>
    }
}

#[component]
fn Tokens(tokens: Vec<Token>, revoke: ServerAction<RevokeToken>) -> impl IntoView {
    if tokens.is_empty() {
        return view! { <p class="muted">{t::tokens_none()}</p> }.into_any();
    }
    let rows: Vec<_> = tokens.into_iter().map(|token| row(token, revoke)).collect();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=t::tokens()>
            <table class="table table--rows table--controls">
                <thead>
                    <tr>
                        <th scope="col">{t::name()}</th>
                        <th scope="col">{t::works_until()}</th>
                        <th scope="col">
                            <span class="visually-hidden">{t::actions()}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(token: Token, revoke: ServerAction<RevokeToken>) -> impl IntoView {
    let Token { id, name, scope, created_at, expires_at, last_used_at, revoked_at } = token;
    let made = date::day(created_at);
    let made = last_used_at
        .map_or_else(|| t::token_made_unused(&made), |used| t::token_made(&made, &date::day(used)));
    let until =
        revoked_at.or(expires_at).map_or_else(|| t::token_until_revoked().to_owned(), date::day);
    let label = t::revoke_named(&name);
    let end = if revoked_at.is_some() {
        view! { <span class="badge badge--archived">{t::revoked()}</span> }.into_any()
    } else {
        view! {
            <Confirm
                label=t::revoke_ask()
                class="button button--quiet button--small"
                description=label
                question=t::revoke_question()
            >
                <ActionForm action=revoke>
                    <input type="hidden" name="token" value=id.to_string() />
                    <button class="button button--final button--small">{t::revoke()}</button>
                </ActionForm>
            </Confirm>
        }
        .into_any()
    };
    view! {
        <tr>
            <th scope="row">
                <span class="foreign">{name}</span> " " <span class="tag">{scope_name(scope)}</span>
                <span class="table__note">{made}</span>
            </th>
            <td class="table__fixed">{until}</td>
            <td class="table__actions">{end}</td>
        </tr>
    }
}

fn scope_name(scope: Scope) -> &'static str {
    match scope {
        Scope::Read => t::scope_read(),
        Scope::Judge => t::scope_judge(),
        Scope::Full => t::scope_full(),
    }
}
