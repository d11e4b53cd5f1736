//! Shows it: pages, and remote calls of two lines each. Compiled twice, for the server (`ssr`)
//! and for the browser (`hydrate`).

#![recursion_limit = "512"]

#[cfg(not(erase_components))]
compile_error!(
    "build with `--cfg erase_components`, as .cargo/config.toml asks: RUSTFLAGS and RUSTDOCFLAGS \
     in the environment take its place and must repeat it"
);

use leptos::prelude::*;
#[cfg(feature = "ssr")]
use leptos_meta::MetaTags;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::components::{Route, RouteChildren, Router, Routes};
use leptos_router::{MatchNestedRoutes, SsrMode, path};

pub mod components;
pub mod pages;
pub mod rpc;

#[cfg(feature = "ssr")]
pub mod assets;
#[cfg(feature = "ssr")]
pub mod router;
#[cfg(feature = "ssr")]
pub mod upload;

use crate::components::frame::Frame;
use crate::pages::{
    account::AccountPage,
    accounts::AccountsPage,
    api::ApiPage,
    export::ExportPage,
    home::HomePage,
    import::ImportPage,
    invitation::InvitationPage,
    judge::JudgePage,
    judgments::{JudgmentsPage, ReplayPage},
    members::MembersPage,
    missing::{Elsewhere, ElsewherePage},
    new_project::NewProjectPage,
    project::ProjectPage,
    results::ResultsPage,
    set_up::SetUpPage,
    settings::SettingsPage,
    sign_in::SignInPage,
};

/// The document around every page.
#[cfg(feature = "ssr")]
pub fn shell() -> impl IntoView {
    let names = assets::names();
    let css = names.css.clone();
    let assets::Client { js, wasm, start } =
        names.client(&rpc::context::path().unwrap_or_default());
    rpc::context::protect_page();
    view! {
        <!DOCTYPE html>
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
                <link rel="stylesheet" href=format!("/pkg/{css}") />
                <link rel="modulepreload" href=format!("/pkg/{js}") />
                <link
                    rel="preload"
                    href=format!("/pkg/{wasm}")
                    r#as="fetch"
                    r#type="application/wasm"
                    crossorigin="anonymous"
                />
                <script type="module" src=format!("/pkg/{start}")></script>
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// Every page under its address.
#[component]
pub fn App() -> impl IntoView {
    let mode = SsrMode::Async;
    view! {
        <Site elsewhere=Elsewhere::Missing>
            <Route path=path!("/") view=HomePage ssr=mode.clone() />
            <Route path=path!("/set-up") view=SetUpPage ssr=mode.clone() />
            <Route path=path!("/sign-in") view=SignInPage ssr=mode.clone() />
            <Route path=path!("/invitations/:secret") view=InvitationPage ssr=mode.clone() />
            <Route path=path!("/account") view=AccountPage ssr=mode.clone() />
            <Route path=path!("/accounts") view=AccountsPage ssr=mode.clone() />
            <Route path=path!("/api") view=ApiPage ssr=mode.clone() />
            <Route path=path!("/projects/new") view=NewProjectPage ssr=mode.clone() />
            <Route path=path!("/projects/:project") view=ProjectPage ssr=mode.clone() />
            <Route path=path!("/projects/:project/judge") view=JudgePage ssr=mode.clone() />
            <Route path=path!("/projects/:project/judgments") view=JudgmentsPage ssr=mode.clone() />
            <Route
                path=path!("/projects/:project/judgments/:judgment")
                view=ReplayPage
                ssr=mode.clone()
            />
            <Route path=path!("/projects/:project/members") view=MembersPage ssr=mode.clone() />
            <Route path=path!("/projects/:project/import") view=ImportPage ssr=mode.clone() />
            <Route path=path!("/projects/:project/results") view=ResultsPage ssr=mode.clone() />
            <Route path=path!("/projects/:project/export") view=ExportPage ssr=mode.clone() />
            <Route path=path!("/projects/:project/settings") view=SettingsPage ssr=mode />
        </Site>
    }
}

/// The pages of a rater's day: what the small client takes over. Whatever leads to another page
/// loads that page, and with it the client of all pages.
#[component]
pub fn RaterApp() -> impl IntoView {
    view! {
        <Site elsewhere=Elsewhere::Load>
            <Route path=path!("/") view=HomePage />
            <Route path=path!("/sign-in") view=SignInPage />
            <Route path=path!("/projects/:project/judge") view=JudgePage />
        </Site>
    }
}

/// The frame around some pages. All are rendered whole before they are sent, so that they can be
/// read, and their forms used, without scripts.
#[component]
fn Site<Pages>(elsewhere: Elsewhere, children: RouteChildren<Pages>) -> impl IntoView
where
    Pages: MatchNestedRoutes + Clone + Send + 'static,
{
    provide_meta_context();
    view! {
        // A page without a title of its own has the site's.
        <Title text="" formatter=|title: String| {
            if title.is_empty() { "Touchstone".to_owned() } else { format!("{title} · Touchstone") }
        } />
        <Router>
            <Frame>
                <Routes fallback=move || view! { <ElsewherePage elsewhere /> } children />
            </Frame>
        </Router>
    }
}

/// Takes over the page that the server rendered.
#[cfg(feature = "hydrate")]
pub fn hydrate() {
    leptos::mount::hydrate_body(App);
}

/// Takes over a page of a rater's day.
#[cfg(feature = "hydrate")]
pub fn hydrate_rater() {
    leptos::mount::hydrate_body(RaterApp);
}
