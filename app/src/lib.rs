//! Shows it: pages, and remote calls of two lines each. Compiled twice, for the server (`ssr`)
//! and for the browser (`hydrate`).

#![recursion_limit = "512"]

use leptos::prelude::*;
#[cfg(feature = "ssr")]
use leptos_meta::MetaTags;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::components::{Route, Router, Routes};
use leptos_router::{SsrMode, path};

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
    account::AccountPage, accounts::AccountsPage, api::ApiPage, export::ExportPage, home::HomePage,
    import::ImportPage, invitation::InvitationPage, judge::JudgePage, members::MembersPage,
    missing::MissingPage, new_project::NewProjectPage, project::ProjectPage, results::ResultsPage,
    set_up::SetUpPage, settings::SettingsPage, sign_in::SignInPage,
};

/// The document around every page.
#[cfg(feature = "ssr")]
pub fn shell() -> impl IntoView {
    let assets::Names { js, wasm, css, start } = assets::names();
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

/// Every page under its address. All are rendered whole before they are sent, so that they can
/// be read, and their forms used, without scripts.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    let mode = SsrMode::Async;
    view! {
        // A page without a title of its own has the site's.
        <Title text="" formatter=|title: String| {
            if title.is_empty() { "Touchstone".to_owned() } else { format!("{title} · Touchstone") }
        } />
        <Router>
            <Frame>
                <Routes fallback=MissingPage>
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
                    <Route path=path!("/projects/:project/members") view=MembersPage ssr=mode.clone() />
                    <Route path=path!("/projects/:project/import") view=ImportPage ssr=mode.clone() />
                    <Route path=path!("/projects/:project/results") view=ResultsPage ssr=mode.clone() />
                    <Route path=path!("/projects/:project/export") view=ExportPage ssr=mode.clone() />
                    <Route path=path!("/projects/:project/settings") view=SettingsPage ssr=mode />
                </Routes>
            </Frame>
        </Router>
    }
}

/// Takes over the page that the server rendered.
#[cfg(feature = "hydrate")]
pub fn hydrate() {
    leptos::mount::hydrate_body(App);
}
