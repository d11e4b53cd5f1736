//! The site's navigation, for somebody who is signed in.

use domain::account::Account;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::here::Here;
use super::languages::Languages;
use super::menu_items::MenuItems;
use crate::language::common;
use crate::rpc::session::SignOut;

/// Links to the site's pages, and the account's menu.
#[component]
pub fn Menu(account: Account) -> impl IntoView {
    let Here(here) = expect_context();
    let on_projects = move || here.with(|here| here == "/").then_some("page");
    let initials: String =
        account.name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect();
    view! {
        <nav class="site-header__nav" aria-label=common::site()>
            <a href="/" aria-current=on_projects class="site-header__link">
                {common::projects()}
            </a>
            <a href="/api" class="site-header__link site-header__link--extra">
                "API"
            </a>
            <button type="button" class="menu__button" popovertarget="site-menu">
                <span class="menu__label">{account.name}</span>
                <span class="menu__short" aria-hidden="true">
                    {initials}
                </span>
            </button>
            <MenuItems>
                    <a href="/account" class="menu__item">
                        {common::account()}
                    </a>
                    {account
                        .site_admin
                        .then(|| {
                            view! {
                                <a href="/accounts" class="menu__item">
                                    {common::all_accounts()}
                                </a>
                            }
                        })}
                    <div class="menu__separator"></div>
                    <Languages />
                    <div class="menu__separator"></div>
                    // With a full load, so that nothing of the session stays.
                    <form method="post" action=SignOut::url()>
                        <button class="menu__item">{common::sign_out()}</button>
                    </form>
            </MenuItems>
        </nav>
    }
}
