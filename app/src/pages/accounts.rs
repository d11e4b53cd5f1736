//! Every account, for site admins.

mod row;

use domain::account::Account;
use leptos::prelude::*;
use leptos_meta::Title;

use self::row::AccountRow;
use crate::components::frame::Visitor;
use crate::components::notices::confirm;
use crate::components::outcome::show;
use crate::components::refusal::{Refusal, refusal_of};
use crate::language::{common, manage as say};
use crate::rpc;
use crate::rpc::account::ChangeAccount;

/// The accounts, who looks after the site, and how to add people.
#[component]
pub fn AccountsPage() -> impl IntoView {
    let visitor = expect_context::<Visitor>();
    let change = ServerAction::<ChangeAccount>::new();
    confirm(change, |done| Some(*done));
    let accounts = Resource::new(move || change.version().get(), |_| rpc::account::accounts());
    view! {
        <Title text=say::accounts() />
        <main class="page" id="main">
            <header class="page__header">
                <div>
                    <h1 class="page__title">{say::accounts()}</h1>
                    <p class="page__lead">
                        {say::accounts_text()} " " <code>"touchstone user add"</code> " "
                        {say::accounts_text_end()}
                    </p>
                </div>
            </header>
            <Refusal error=refusal_of(change) />
            <Transition fallback=|| view! { <p class="muted">{common::loading()}</p> }>
                {move || Suspend::new(async move {
                    let visit = visitor.0.await.ok();
                    let own = visit.and_then(|visit| visit.account);
                    show(
                        accounts.await,
                        move |accounts| view! { <Accounts accounts own change /> },
                    )
                })}
            </Transition>
        </main>
    }
}

#[component]
fn Accounts(
    accounts: Vec<Account>,
    /// The one who looks.
    own: Option<Account>,
    change: ServerAction<ChangeAccount>,
) -> impl IntoView {
    let own = own.map(|account| account.id);
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=say::accounts()>
            <table class="table table--rows table--controls table--people">
                <caption>{say::accounts_count(accounts.len())}</caption>
                <thead>
                    <tr>
                        <th scope="col">{say::person()}</th>
                        <th scope="col">{say::since()}</th>
                        <th scope="col">{say::state()}</th>
                        <th scope="col">
                            <span class="visually-hidden">{say::actions()}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {accounts
                        .into_iter()
                        .map(|account| {
                            let own = own == Some(account.id);
                            view! { <AccountRow account own change /> }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
}
