//! The frame around every page: header, and the place for the page.

use leptos::prelude::*;
use leptos_router::components::A;

use super::menu::Menu;
use crate::rpc;
use crate::rpc::session::Visit;

/// Who is looking at the page: found once per full load, for the header and for pages.
#[derive(Debug, Clone, Copy)]
pub struct Visitor(pub Resource<rpc::Result<Visit>>);

/// Header and page.
#[component]
pub fn Frame(children: Children) -> impl IntoView {
    let visitor = Visitor(Resource::new(|| (), |()| rpc::session::visit()));
    provide_context(visitor);
    view! {
        <a class="skip-link" href="#main">
            "Skip to the content"
        </a>
        <header class="site-header">
            <A href="/" attr:class="site-header__mark">
                <img src="/favicon.svg" alt="" width="24" height="24" />
                <span class="site-header__name">"Touchstone"</span>
            </A>
            <Suspense>
                {move || Suspend::new(async move {
                    let account = visitor.0.await.ok().and_then(|visit| visit.account);
                    account.map(|account| view! { <Menu account /> })
                })}
            </Suspense>
        </header>
        {children()}
    }
}
