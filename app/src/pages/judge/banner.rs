//! What stands between the rater and the server: no session, no network, a refusal.

use leptos::prelude::*;

use super::desk::Desk;
use super::queue::{Connection, Queue};
use super::setback::Setback;
use crate::components::here::Here;
use crate::language::{common, judge as say};
use crate::rpc::Error;

/// Nothing while all is well.
#[component]
pub fn Banner(desk: Desk) -> impl IntoView {
    let connection = Memo::new(move |_| desk.queue.with(Queue::connection));
    let unsent = Memo::new(move |_| desk.queue.with(|queue| (queue.unsent(), queue.loose())));
    let refusals = Memo::new(move |_| desk.queue.with(|queue| queue.refusals().to_vec()));
    let missed = Memo::new(move |_| desk.queue.with(|queue| queue.missed().cloned()));
    let Here(here) = expect_context();
    view! {
        {move || match connection.get() {
            Connection::Fine => None,
            Connection::Offline => {
                let text = Signal::derive(move || kept(unsent.get()));
                let act = move || desk.hurry();
                let view = view! {
                    <Warning role="status" title=say::offline() text action=say::try_now() act />
                };
                Some(view.into_any())
            }
            Connection::SignedOut => {
                let href = format!("/sign-in?next={}", here.get_untracked());
                Some(
                    view! {
                        <div class="notice notice--banner notice--danger" role="alert">
                            <p>
                                <strong>{say::signed_out()} " "</strong>
                                {move || kept(unsent.get())}
                            </p>
                            <div class="notice__actions">
                                <a
                                    class="button button--small"
                                    href=href
                                    target="_blank"
                                    rel="external"
                                >
                                    {say::sign_in_new_tab()}
                                </a>
                                <button
                                    class="button button--small"
                                    type="button"
                                    on:click=move |_| desk.hurry()
                                >
                                    {say::have_signed_in()}
                                </button>
                            </div>
                        </div>
                    }
                        .into_any(),
                )
            }
        }}
        {move || {
            missed
                .get()
                .map(|error| {
                    let (title, text) = (say::earlier_missed(), Signal::stored(cause(&error)));
                    let (action, act) = (common::try_again(), move || desk.reopen());
                    view! { <Warning role="alert" title text action act /> }
                })
        }}
        {move || {
            let refusals = refusals.get();
            (!refusals.is_empty())
                .then(|| {
                    view! {
                        <div class="notice notice--banner notice--danger" role="alert">
                            <div>
                                <strong>{say::not_taken()}</strong>
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
                                    {say::understood()}
                                </button>
                            </div>
                        </div>
                    }
                })
        }}
    }
}

/// What does not work now, and a button to try it again.
#[component]
fn Warning(
    role: &'static str,
    title: &'static str,
    #[prop(into)] text: Signal<String>,
    action: &'static str,
    act: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <div class="notice notice--banner notice--warning" role=role>
            <p>
                <strong>{title} " "</strong>
                {text}
            </p>
            <div class="notice__actions">
                <button class="button button--small" type="button" on:click=move |_| act()>
                    {action}
                </button>
            </div>
        </div>
    }
}

/// Why something did not come.
fn cause(error: &Error) -> String {
    match Setback::of(error) {
        Setback::Unreachable => say::no_connection().to_owned(),
        Setback::SignedOut => say::signed_out().to_owned(),
        Setback::Busy { .. } | Setback::Fault | Setback::Refused => error.sentence(),
    }
}

/// Where the decisions are that the server does not have; `loose` of them the browser cannot keep.
fn kept((unsent, loose): (usize, usize)) -> String {
    match (unsent, loose) {
        (0, _) => say::draft_stays().to_owned(),
        (n, 0) => say::kept_here(n),
        (_, n) => say::in_this_tab(n),
    }
}
