//! The frame around every page: header, and the place for the page.

use leptos::prelude::*;

use super::here::Here;
use super::languages::LanguageMenu;
use super::menu::Menu;
use crate::language::common;
use crate::rpc;
use crate::rpc::session::Visit;

/// Who is looking at the page: found once per full load, for the header and for pages.
#[derive(Debug, Clone, Copy)]
pub struct Visitor(pub Resource<rpc::Result<Visit>>);

/// Header and page.
#[component]
pub fn Frame(
    /// The path of the page.
    #[prop(into)]
    here: Signal<String>,
    children: Children,
) -> impl IntoView {
    // Found once, here: the parts of a page are rendered on several threads, and a memo that two of
    // them read for the first time at the same moment fails in one of them.
    here.with_untracked(|_| ());
    provide_context(Here(here));
    let visitor = Visitor(Resource::new(|| (), |()| rpc::session::visit()));
    provide_context(visitor);
    view! {
        <a class="skip-link" href="#main">
            {common::skip_link()}
        </a>
        <header class="site-header">
            <a href="/" class="site-header__mark">
                <img src="/favicon.svg" alt="" width="24" height="24" />
                <span class="site-header__name">"Touchstone"</span>
            </a>
            <Suspense>
                {move || Suspend::new(async move {
                    let account = visitor.0.await.ok().and_then(|visit| visit.account);
                    match account {
                        Some(account) => view! { <Menu account /> }.into_any(),
                        None => view! { <LanguageMenu /> }.into_any(),
                    }
                })}
            </Suspense>
        </header>
        {children()}
    }
}
