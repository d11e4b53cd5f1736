//! The choice of the language that the pages are in.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::here::Here;
use super::menu_items::MenuItems;
use crate::language::{LANGUAGES, Language, common};
use crate::rpc::session::ChooseLanguage;

/// A button for each language, in its own words. The page is loaded again in the chosen one.
#[component]
pub fn Languages() -> impl IntoView {
    let Here(here) = expect_context();
    let current = Language::current();
    view! {
        <form method="post" action=ChooseLanguage::url() role="group" aria-label=common::language()>
            <input type="hidden" name="next" value=here />
            {LANGUAGES
                .iter()
                .filter(|language| !language.pseudo)
                .map(|language| {
                    view! {
                        <button
                            class="menu__item"
                            name="code"
                            value=language.code
                            lang=language.code
                            aria-current=(language == current).then_some("true")
                        >
                            {language.name}
                        </button>
                    }
                })
                .collect_view()}
        </form>
    }
}

/// The choice as a menu of its own, for whoever has no account here yet.
#[component]
pub fn LanguageMenu() -> impl IntoView {
    view! {
        <div class="site-header__nav">
            <button
                type="button"
                class="menu__button"
                popovertarget="site-menu"
                aria-label=common::language()
            >
                {Language::current().name}
            </button>
            <MenuItems>
                <Languages />
            </MenuItems>
        </div>
    }
}
