//! Every account, for site admins.

mod row;

use domain::account::Account;
use leptos::prelude::*;
use leptos_meta::Title;

use self::row::AccountRow;
use crate::components::frame::Visitor;
use crate::components::number::counted;
use crate::components::outcome::show;
use crate::components::refusal::{Refusal, refusal_of};
use crate::rpc;
use crate::rpc::account::ChangeAccount;

/// The accounts, who looks after the site, and how to add people.
#[component]
pub fn AccountsPage() -> impl IntoView {
    let visitor = expect_context::<Visitor>();
    let change = ServerAction::<ChangeAccount>::new();
    let accounts = Resource::new(move || change.version().get(), |_| rpc::account::accounts());
    view! {
        <Title text="Accounts" />
        <main class="page" id="main">
            <header class="page__header">
                <div>
                    <h1 class="page__title">"Accounts"</h1>
                    <p class="page__lead">
                        "People come in by invitation to a project, from its members page. On the server, "
                        <code>"touchstone user add"</code> " makes an account without one."
                    </p>
                </div>
            </header>
            <Refusal error=refusal_of(change) />
            <Transition fallback=|| view! { <p class="muted">"Loading …"</p> }>
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
    let number = i64::try_from(accounts.len()).unwrap_or(i64::MAX);
    let own = own.map(|account| account.id);
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Accounts">
            <table class="table table--rows table--controls table--people">
                <caption>{counted(number, "account")}</caption>
                <thead>
                    <tr>
                        <th scope="col">"Person"</th>
                        <th scope="col">"Since"</th>
                        <th scope="col">"State"</th>
                        <th scope="col">
                            <span class="visually-hidden">"Actions"</span>
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
