//! The site's navigation, for somebody who is signed in.

use domain::account::Account;
use leptos::prelude::*;
use leptos_router::components::A;

use super::leave::leave_on_success;
use crate::rpc::session::SignOut;

/// Links to the site's pages, and the account's menu.
#[component]
pub fn Menu(account: Account) -> impl IntoView {
    let sign_out = ServerAction::<SignOut>::new();
    leave_on_success(sign_out);
    let initials: String =
        account.name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect();
    view! {
        <nav class="site-header__nav" aria-label="Site">
            <A href="/" exact=true attr:class="site-header__link">
                "Projects"
            </A>
            <A href="/api" attr:class="site-header__link site-header__link--extra">
                "API"
            </A>
            <details class="menu">
                <summary class="menu__button">
                    <span class="menu__label">{account.name}</span>
                    <span class="menu__short" aria-hidden="true">
                        {initials}
                    </span>
                </summary>
                <div class="menu__items">
                    <A href="/account" attr:class="menu__item">
                        "Account"
                    </A>
                    {account
                        .site_admin
                        .then(|| {
                            view! {
                                <A href="/accounts" attr:class="menu__item">
                                    "All accounts"
                                </A>
                            }
                        })}
                    <div class="menu__separator"></div>
                    <ActionForm action=sign_out>
                        <button class="menu__item">"Sign out"</button>
                    </ActionForm>
                </div>
            </details>
        </nav>
    }
}
