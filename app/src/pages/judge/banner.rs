//! What stands between the rater and the server: no session, no network, a refusal.

use leptos::prelude::*;

use super::desk::Desk;
use super::queue::{Connection, Queue};
use crate::components::here::Here;

/// Nothing while all is well.
#[component]
pub fn Banner(desk: Desk) -> impl IntoView {
    let connection = Memo::new(move |_| desk.queue.with(Queue::connection));
    let unsent = Memo::new(move |_| desk.queue.with(|queue| (queue.unsent(), queue.loose())));
    let refusals = Memo::new(move |_| desk.queue.with(|queue| queue.refusals().to_vec()));
    let Here(here) = expect_context();
    view! {
        {move || match connection.get() {
            Connection::Fine => None,
            Connection::Offline => {
                Some(
                    view! {
                        <div class="notice notice--banner notice--warning" role="status">
                            <p>
                                <strong>"No connection, trying again. "</strong>
                                {move || kept(unsent.get())}
                            </p>
                            <div class="notice__actions">
                                <button
                                    class="button button--small"
                                    type="button"
                                    on:click=move |_| desk.hurry()
                                >
                                    "Try now"
                                </button>
                            </div>
                        </div>
                    }
                        .into_any(),
                )
            }
            Connection::SignedOut => {
                let href = format!("/sign-in?next={}", here.get_untracked());
                Some(
                    view! {
                        <div class="notice notice--banner notice--danger" role="alert">
                            <p>
                                <strong>
                                    "You are signed out, or signed in with another account. "
                                </strong> {move || kept(unsent.get())}
                            </p>
                            <div class="notice__actions">
                                <a
                                    class="button button--small"
                                    href=href
                                    target="_blank"
                                    rel="external"
                                >
                                    "Sign in in a new tab"
                                </a>
                                <button
                                    class="button button--small"
                                    type="button"
                                    on:click=move |_| desk.hurry()
                                >
                                    "I have signed in"
                                </button>
                            </div>
                        </div>
                    }
                        .into_any(),
                )
            }
        }}
        {move || {
            let refusals = refusals.get();
            (!refusals.is_empty())
                .then(|| {
                    view! {
                        <div class="notice notice--banner notice--danger" role="alert">
                            <div>
                                <strong>"The server did not take what you decided:"</strong>
                                {refusals
                                    .into_iter()
                                    .map(|reason| view! { <p>{reason}</p> })
                                    .collect_view()}
                            </div>
                            <div class="notice__actions">
                                <button
                                    class="button button--small"
                                    type="button"
                                    on:click=move |_| {
                                        desk.queue.update(Queue::dismiss_refusals)
                                    }
                                >
                                    "Understood"
                                </button>
                            </div>
                        </div>
                    }
                })
        }}
    }
}

/// Where the decisions are that the server does not have; `loose` of them the browser cannot keep.
fn kept((unsent, loose): (usize, usize)) -> String {
    match (unsent, loose) {
        (0, _) => "Your draft stays here.".to_owned(),
        (1, 0) => "One decision is kept in this browser and sent afterwards.".to_owned(),
        (n, 0) => format!("{n} decisions are kept in this browser and sent afterwards."),
        (_, 1) => "One decision is in this tab alone: leave it open until all is saved.".to_owned(),
        (_, n) => format!("{n} decisions are in this tab alone: leave it open until all is saved."),
    }
}
