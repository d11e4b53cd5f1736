//! Messages about connection, session and refusals.

use leptos::prelude::*;

use crate::components::here::Here;
use crate::language::{common, judge as t};
use crate::pages::judge::judge_state::JudgeState;
use crate::pages::judge::state::call_failure::CallFailure;
use crate::pages::judge::state::queue::Queue;
use crate::pages::judge::state::screen::Connection;
use crate::rpc::Error;

/// Shows nothing while everything works.
#[component]
pub fn Banner(state: JudgeState) -> impl IntoView {
    let connection = Memo::new(move |_| state.queue.with(Queue::connection));
    let unsent = Memo::new(move |_| state.queue.with(|queue| (queue.unsent(), queue.tab_only())));
    let refusals = Memo::new(move |_| state.queue.with(|queue| queue.refusals().to_vec()));
    let missed = Memo::new(move |_| state.queue.with(|queue| queue.missed().cloned()));
    let Here(here) = expect_context();
    view! {
        {move || match connection.get() {
            Connection::Fine => None,
            Connection::Offline => {
                let text = Signal::derive(move || kept(unsent.get()));
                let act = move || state.hurry();
                let view = view! {
                    <Warning role="status" title=t::offline() text action=t::try_now() act />
                };
                Some(view.into_any())
            }
            Connection::SignedOut => {
                let href = format!("/sign-in?next={}", here.get_untracked());
                Some(
                    view! {
                        <div class="notice notice--banner notice--danger" role="alert">
                            <p>
                                <strong>{t::signed_out()} " "</strong>
                                {move || kept(unsent.get())}
                            </p>
                            <div class="notice__actions">
                                <a
                                    class="button button--small"
                                    href=href
                                    target="_blank"
                                    rel="external"
                                >
                                    {t::sign_in_new_tab()}
                                </a>
                                <button
                                    class="button button--small"
                                    type="button"
                                    on:click=move |_| state.hurry()
                                >
                                    {t::have_signed_in()}
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
                    let (title, text) = (t::earlier_missed(), Signal::stored(cause(&error)));
                    let (action, act) = (common::try_again(), move || state.reopen());
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
                                <strong>{t::not_taken()}</strong>
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
                                        state.queue.update(Queue::dismiss_refusals)
                                    }
                                >
                                    {t::understood()}
                                </button>
                            </div>
                        </div>
                    }
                })
        }}
    }
}

/// A problem, with a button to retry.
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

/// Why a request failed.
fn cause(error: &Error) -> String {
    match CallFailure::of(error) {
        CallFailure::Unreachable => t::no_connection().to_owned(),
        CallFailure::SignedOut => t::signed_out().to_owned(),
        CallFailure::Busy { .. } | CallFailure::Fault | CallFailure::Refused => error.sentence(),
    }
}

/// Where the unconfirmed decisions are. Of these, `tab_only` are not stored in the browser.
fn kept((unsent, tab_only): (usize, usize)) -> String {
    match (unsent, tab_only) {
        (0, _) => t::draft_stays().to_owned(),
        (n, 0) => t::kept_here(n),
        (_, n) => t::in_this_tab(n),
    }
}
