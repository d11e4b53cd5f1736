//! Every account, for site admins.

mod reset;
mod row;

use domain::account::Account;
use leptos::prelude::*;

use self::reset::CreatedReset;
use self::row::AccountRow;
use crate::components::frame::Visitor;
use crate::components::head::Title;
use crate::components::notices::confirm;
use crate::components::outcome::show;
use crate::components::refusal::{Refusal, refusal_of};
use crate::language::{common, manage as t};
use crate::rpc;
use crate::rpc::account::{ChangeAccount, CreatePasswordReset, Resets, RevokePasswordReset};

/// The accounts, who looks after the site, and how to add people.
#[component]
pub fn AccountsPage() -> impl IntoView {
    let visitor = expect_context::<Visitor>();
    let change = ServerAction::<ChangeAccount>::new();
    confirm(change, |done| Some(*done));
    let create = ServerAction::<CreatePasswordReset>::new();
    let revoke = ServerAction::<RevokePasswordReset>::new();
    // The link may be the one that was revoked.
    Effect::new(move |_| {
        if revoke.version().get() > 0 {
            create.value().set(None);
        }
    });
    let accounts = Resource::new(move || change.version().get(), |_| rpc::account::accounts());
    let resets = Resource::new(
        move || (change.version().get(), create.version().get(), revoke.version().get()),
        |_| rpc::account::open_password_resets(),
    );
    view! {
        <Title text=t::accounts() />
        <main class="page" id="main">
            <header class="page__header">
                <div>
                    <h1 class="page__title">{t::accounts()}</h1>
                    <p class="page__lead">
                        {t::accounts_text()} " " <code>"touchstone user add"</code> " "
                        {t::accounts_text_end()}
                    </p>
                </div>
            </header>
            <Refusal error=refusal_of(change) />
            <Refusal error=refusal_of(create) />
            <Refusal error=refusal_of(revoke) />
            <Transition fallback=|| view! { <p class="muted">{common::loading()}</p> }>
                {move || Suspend::new(async move {
                    let visit = visitor.0.await.ok();
                    let own = visit.and_then(|visit| visit.account);
                    let resets = resets.await;
                    let found = accounts.await.and_then(|accounts| Ok((accounts, resets?)));
                    show(
                        found,
                        move |(accounts, resets)| {
                            view! { <Accounts accounts resets own change create revoke /> }
                        },
                    )
                })}
            </Transition>
        </main>
    }
}

#[component]
fn Accounts(
    accounts: Vec<Account>,
    resets: Resets,
    /// The one who looks.
    own: Option<Account>,
    change: ServerAction<ChangeAccount>,
    create: ServerAction<CreatePasswordReset>,
    revoke: ServerAction<RevokePasswordReset>,
) -> impl IntoView {
    let own = own.map(|account| account.id);
    let Resets { resets, link, .. } = resets;
    view! {
        <CreatedReset create link />
        <div class="table-scroll" tabindex="0" role="region" aria-label=t::accounts()>
            <table class="table table--rows table--controls table--people">
                <caption>{t::accounts_count(accounts.len())}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t::person()}</th>
                        <th scope="col">{t::since()}</th>
                        <th scope="col">{t::state()}</th>
                        <th scope="col">
                            <span class="visually-hidden">{t::actions()}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {accounts
                        .into_iter()
                        .map(|account| {
                            let own = own == Some(account.id);
                            let reset = resets
                                .iter()
                                .find(|reset| reset.account_id == account.id)
                                .cloned();
                            view! { <AccountRow account own reset change create revoke /> }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
}
