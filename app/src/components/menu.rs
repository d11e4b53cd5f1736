//! The site's navigation, for somebody who is signed in.

use domain::account::Account;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::here::Here;
use super::languages::Languages;
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

/// What a menu of the header offers. The browser itself closes it on Escape and on a click
/// elsewhere, with scripts and without; a page that is reached without a load closes it here.
#[component]
pub fn MenuItems(children: Children) -> impl IntoView {
    let Here(here) = expect_context();
    let items = NodeRef::<Div>::new();
    let close = move || {
        if let Some(items) = items.get_untracked() {
            // Fails only where it is closed already.
            let _ = items.hide_popover();
        }
    };
    // Not at the start: the menu may have been opened before the page came alive.
    Effect::new(move |before: Option<String>| {
        let now = here.get();
        if before.is_some_and(|before| before != now) {
            close();
        }
        now
    });
    view! {
        <div
            class="menu__items menu__items--header"
            id="site-menu"
            popover="auto"
            node_ref=items
            on:click=move |_| close()
        >
            {children()}
        </div>
    }
}
