//! The interface: pages, and remote calls with two lines each. It is compiled for the server (`ssr`)
//! and for the browser (`hydrate`).

#![recursion_limit = "512"]

#[cfg(not(erase_components))]
compile_error!(
    "build with `--cfg erase_components`, as .cargo/config.toml asks: RUSTFLAGS and RUSTDOCFLAGS \
     in the environment take its place and must repeat it"
);

use leptos::prelude::*;
#[cfg(feature = "hydrate")]
use leptos::wasm_bindgen::JsCast;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::hooks::use_location;
use leptos_router::{SsrMode, path};

/// Parts that several pages share.
pub mod components;
/// Messages in the language of the reader.
pub mod language;
/// One module for each page.
pub mod pages;
/// Refusals as sentences for people.
pub mod refusal;
/// Remote calls from pages to the server.
pub mod rpc;

/// Files that the browser downloads.
#[cfg(feature = "ssr")]
pub mod assets;
/// Redirects before a page is rendered, for example to sign in.
#[cfg(feature = "ssr")]
pub mod entrance;
/// Every route: REST, pages, remote calls and assets.
#[cfg(feature = "ssr")]
pub mod router;
/// Uploads from the import page without scripts.
#[cfg(feature = "ssr")]
pub mod upload;

use crate::components::frame::Frame;
use crate::components::head::Head;
#[cfg(feature = "ssr")]
use crate::components::head::MetaTags;
use crate::components::here::Here;
use crate::components::notices::{NoticePlace, Notices};
#[cfg(feature = "ssr")]
use crate::language::Language;
use crate::pages::{
    account::AccountPage,
    accounts::AccountsPage,
    api::ApiPage,
    export::ExportPage,
    guidelines::GuidelinesPage,
    home::HomePage,
    import::ImportPage,
    invitation::InvitationPage,
    judge::JudgePage,
    judgments::{JudgmentsPage, ReplayPage},
    members::MembersPage,
    missing::MissingPage,
    new_project::NewProjectPage,
    password_reset::PasswordResetPage,
    project::ProjectPage,
    results::ResultsPage,
    set_up::SetUpPage,
    settings::SettingsPage,
    sign_in::SignInPage,
    stuck::StuckPage,
};
use crate::rpc::judging::Opening;

/// The judge page as a document.
#[cfg(feature = "ssr")]
pub fn judge_shell() -> impl IntoView {
    document(
        |clients| clients.judge,
        || {
            let here = Signal::stored(rpc::page::path());
            // Goes on by itself: what waits while the header is rendered must hold no connection.
            let opening = AsyncDerived::new(rpc::judging::open);
            view! {
                <Frame here>
                    <Suspense>
                        {Suspend::new(async move {
                            let opening = opening.await;
                            let data = rpc::judging::as_data(&opening);
                            view! {
                                <div id=JUDGE_APP>
                                    <JudgeApp opening />
                                </div>
                                <script type="application/json" id=rpc::judging::OPENING>
                                    {data}
                                </script>
                            }
                        })}
                    </Suspense>
                </Frame>
            }
            .into_any()
        },
    )
}

/// Any other page as a document.
#[cfg(feature = "ssr")]
pub fn shell() -> impl IntoView {
    document(|clients| clients.touchstone, || view! { <App /> }.into_any())
}

/// The document around a page that a client takes over.
#[cfg(feature = "ssr")]
fn document(client: fn(assets::Clients) -> assets::Client, page: fn() -> AnyView) -> impl IntoView {
    let assets::Names { css, clients } = assets::names();
    let assets::Client { js, wasm, start, mut messages } = client(clients);
    rpc::context::protect_page();
    language::begin();
    let language = Language::current();
    let messages = messages.remove(language.code).unwrap_or_default();
    view! {
        <!DOCTYPE html>
        <html lang=language.code dir=if language.right_to_left { "rtl" } else { "ltr" }>
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
                <link
                    rel="preload"
                    id="messages"
                    href=format!("/pkg/{messages}")
                    r#as="fetch"
                    crossorigin="anonymous"
                />
                <script type="module" src=format!("/pkg/{start}")></script>
                <MetaTags />
            </head>
            <body>
                {page()}
            </body>
        </html>
    }
}

/// Every page but the judge page under its address. All are rendered whole before they are sent,
/// so that they can be read, and their forms used, without scripts.
#[component]
pub fn App() -> impl IntoView {
    view! {
        <Head />
        <Router>
            <Pages />
        </Router>
    }
}

#[component]
fn Pages() -> impl IntoView {
    let mode = SsrMode::Async;
    let notices = Notices::start();
    let location = use_location();
    // As in the frame: found before several parts of the page ask for it at once.
    location.query.with_untracked(|_| ());
    view! {
        <Frame here=location.pathname>
            <NoticePlace notices />
            <Routes fallback=|| view! { <MissingPage /> }>
                <Route path=path!("/") view=HomePage ssr=mode.clone() />
                <Route path=path!("/set-up") view=SetUpPage ssr=mode.clone() />
                <Route path=path!("/sign-in") view=SignInPage ssr=mode.clone() />
                <Route path=path!("/invitations/:secret") view=InvitationPage ssr=mode.clone() />
                <Route
                    path=path!("/password-resets/:secret")
                    view=PasswordResetPage
                    ssr=mode.clone()
                />
                <Route path=path!("/account") view=AccountPage ssr=mode.clone() />
                <Route path=path!("/accounts") view=AccountsPage ssr=mode.clone() />
                <Route path=path!("/api") view=ApiPage ssr=mode.clone() />
                <Route path=path!("/projects/new") view=NewProjectPage ssr=mode.clone() />
                <Route path=path!("/projects/:project") view=ProjectPage ssr=mode.clone() />
                <Route
                    path=path!("/projects/:project/judgments")
                    view=JudgmentsPage
                    ssr=mode.clone()
                />
                <Route
                    path=path!("/projects/:project/judgments/:judgment")
                    view=ReplayPage
                    ssr=mode.clone()
                />
                <Route path=path!("/projects/:project/stuck") view=StuckPage ssr=mode.clone() />
                <Route
                    path=path!("/projects/:project/guidelines")
                    view=GuidelinesPage
                    ssr=mode.clone()
                />
                <Route path=path!("/projects/:project/members") view=MembersPage ssr=mode.clone() />
                <Route path=path!("/projects/:project/import") view=ImportPage ssr=mode.clone() />
                <Route path=path!("/projects/:project/results") view=ResultsPage ssr=mode.clone() />
                <Route path=path!("/projects/:project/export") view=ExportPage ssr=mode.clone() />
                <Route path=path!("/projects/:project/settings") view=SettingsPage ssr=mode />
            </Routes>
        </Frame>
    }
}

/// The id of the element whose content is [`JudgeApp`].
const JUDGE_APP: &str = "judge-app";

/// The judge page, where raters spend their days. It has a client of its own, which knows nothing
/// of other pages, nor of going from one to another: whatever leads elsewhere loads that page.
/// Nor does it know the header, which works without scripts, or how to wait for what the page begins
/// with, which comes along.
#[component]
pub fn JudgeApp(opening: rpc::Result<Opening>) -> impl IntoView {
    provide_context(Here(Signal::stored(rpc::page::path())));
    view! {
        <Head />
        <JudgePage opening />
    }
}

/// Takes over the page that the server rendered, with the messages that it is to say.
#[cfg(feature = "hydrate")]
pub fn hydrate(messages: String) {
    language::load(messages);
    leptos::mount::hydrate_body(App);
}

/// Takes over the judge page, with the messages that it is to say.
#[cfg(feature = "hydrate")]
pub fn hydrate_judge(messages: String) {
    language::load(messages);
    let host = leptos::prelude::document().get_element_by_id(JUDGE_APP);
    if let Some(host) = host.and_then(|host| host.dyn_into().ok()) {
        let opening = rpc::judging::opening();
        leptos::mount::hydrate_from(host, || view! { <JudgeApp opening /> }).forget();
    }
}
