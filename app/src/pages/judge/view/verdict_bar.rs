//! The current step, skip and submit.

use domain::keys::Command;
use domain::protocol::Protocol;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::components::step_options;
use crate::language::{common, judge as t};
use crate::pages::judge::judge_state::JudgeState;
use crate::pages::judge::state::queue::{MissingAnswer, Queue};
use crate::pages::judge::view::flags::FORM;
use crate::pages::judge::view::modal::OpenButton;
use crate::pages::judge::view::modals::Modals;
use crate::pages::judge::view::question::Question;
use crate::pages::judge::view::rationale_field::{COMPLAINT, RationaleField};
use crate::pages::judge::view::spans::Spans;
use crate::pages::judge::view::steps::StepLine;
use crate::rpc::judging::SubmitForm;

/// A plain form without scripts. With scripts the state handles the submission.
#[component]
pub fn VerdictBar(state: JudgeState, modals: Modals, protocol: Protocol) -> impl IntoView {
    let assignment = move || state.front().map(|front| front.task.assignment_id.to_string());
    let version = move || state.front().map(|front| front.task.protocol_version);
    let responses = Memo::new(move |_| state.front().map_or(0, |front| front.task.responses.len()));
    let why = Memo::new(move |_| state.front().and_then(|front| front.task.rationale));
    let id = move || state.front().map(|front| front.judgment.to_string());
    let undecided = Memo::new(move |_| state.queue.with(Queue::is_undecided));
    let complete = Memo::new(move |_| state.queue.with(|queue| queue.first_open().is_none()));
    let ready = Memo::new(move |_| state.queue.with(|queue| queue.missing_answer().is_none()));
    let steps = Memo::new(move |_| state.queue.with(Queue::steps));
    let offers_flags = !protocol.flags.is_empty();
    let marks_spans = protocol.spans;
    let protocol = StoredValue::new(protocol);
    let complaint = move || {
        state.missing_answer().map(|missing_answer| match missing_answer {
            MissingAnswer::Answer(step) => {
                protocol.with_value(|protocol| step_options::missing(protocol, step))
            }
            MissingAnswer::Change => t::rewrite_unchanged().to_owned(),
            MissingAnswer::Words { length: 0, least } => t::why_missing(least),
            MissingAnswer::Words { length, least } => t::why_short(least, length),
        })
    };
    view! {
        <form
            class="verdict"
            id=FORM
            class:verdict--drafted=move || complete.get()
            method="post"
            action=SubmitForm::url()
            aria-label=t::verdict()
            autocomplete="off"
            novalidate=move || state.hydrated.get()
            on:submit=move |event| {
                event.prevent_default();
                state.judge();
            }
        >
            <input type="hidden" name="assignment" value=assignment />
            <input type="hidden" name="id" value=id />
            <input type="hidden" name="protocol" value=version />
            <input type="hidden" name="responses" value=responses />
            <div class="verdict__inner">
                <StepLine state protocol steps />
                {move || {
                    complaint()
                        .map(|complaint| {
                            view! {
                                <p class="verdict__complaint" id=COMPLAINT role="alert">
                                    {complaint}
                                </p>
                            }
                        })
                }}
                <div class="verdict__body">
                    {marks_spans.then(|| view! { <Spans state /> })}
                    <div class="verdict__steps">
                        // No keyed list, which would add much to the download. Steps change only
                        // with a verdict that asks for more.
                        {move || {
                            let question = |step| {
                                view! { <Question state protocol step responses /> }
                            };
                            steps.get().into_iter().map(question).collect_view()
                        }}
                    </div>
                    {move || why.get().map(|least| view! { <RationaleField state least /> })}
                </div>
                <div class="verdict__actions">
                    {offers_flags.then(|| view! { <FlagButton state modals /> })}
                    {move || match state.correcting.get() {
                        true => view! { <CancelButton state /> }.into_any(),
                        false => {
                            view! {
                                <OpenButton
                                    modal=modals.skip
                                    target="skip"
                                    label=t::skip()
                                    key=state.keys.printed(Command::Skip)
                                    class="button button--quiet"
                                />
                            }
                                .into_any()
                        }
                    }}
                    <button
                        class="button button--primary"
                        prop:disabled=move || state.hydrated.get() && undecided.get()
                        // When pressed anyway, it says what is missing.
                        aria-disabled=move || (state.hydrated.get() && !ready.get()).then_some("true")
                    >
                        {move || match state.correcting.get() && !state.taking_back.get() {
                            true => t::correct(),
                            false => t::submit(),
                        }}
                        " "
                        <kbd>{common::key_enter()}</kbd>
                    </button>
                </div>
            </div>
        </form>
    }
}

/// Opens the flags, with their number.
#[component]
fn FlagButton(state: JudgeState, modals: Modals) -> impl IntoView {
    let count = Memo::new(move |_| state.queue.with(|queue| queue.draft().answers.flags.len()));
    view! {
        <button
            class="button button--quiet"
            class:verdict__flagged=move || count.get() != 0
            type="button"
            popovertarget="flags"
            aria-haspopup="dialog"
            on:click=move |event| {
                event.prevent_default();
                modals.flags.open();
            }
        >
            {move || match count.get() {
                0 => t::flag().to_owned(),
                n => t::flags(n),
            }}
            " "
            <kbd>{state.keys.printed(Command::Flag)}</kbd>
        </button>
    }
}

/// Cancels a correction.
#[component]
fn CancelButton(state: JudgeState) -> impl IntoView {
    view! {
        <button type="button" class="button button--quiet" on:click=move |_| state.cancel()>
            {t::cancel()}
            " "
            <kbd aria-hidden="true">{common::key_escape()}</kbd>
        </button>
    }
}
