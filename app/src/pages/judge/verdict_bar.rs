//! The verdict bar: what is asked, one step at a time, skip and submit.

use domain::keys::Command;
use domain::protocol::Protocol;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::desk::Desk;
use super::flags::FORM;
use super::modal::OpenButton;
use super::question::Question;
use super::queue::{Lack, Queue};
use super::scene::Modals;
use super::spans::Spans;
use super::steps::StepLine;
use super::why::Why;
use crate::components::offer;
use crate::language::{common, judge as say};
use crate::rpc::judging::SubmitForm;

/// What the draft lacks, said in one place.
pub const COMPLAINT: &str = "complaint";

/// A plain form before the page has come alive; from then on the desk takes what it would send.
#[component]
pub fn VerdictBar(desk: Desk, modals: Modals, protocol: Protocol) -> impl IntoView {
    let assignment = move || desk.front().map(|front| front.task.assignment_id.to_string());
    let version = move || desk.front().map(|front| front.task.protocol_version);
    let responses = Memo::new(move |_| desk.front().map_or(0, |front| front.task.responses.len()));
    let why = Memo::new(move |_| desk.front().and_then(|front| front.task.rationale));
    let id = move || desk.front().map(|front| front.judgment.to_string());
    let undecided = Memo::new(move |_| desk.queue.with(Queue::is_undecided));
    let complete = Memo::new(move |_| desk.queue.with(|queue| queue.first_open().is_none()));
    let ready = Memo::new(move |_| desk.queue.with(|queue| queue.lack().is_none()));
    let steps = Memo::new(move |_| desk.queue.with(Queue::steps));
    let offers_flags = !protocol.flags.is_empty();
    let marks_spans = protocol.spans;
    let protocol = StoredValue::new(protocol);
    let complaint = move || {
        desk.lack().map(|lack| match lack {
            Lack::Answer(step) => protocol.with_value(|protocol| offer::missing(protocol, step)),
            Lack::Change => say::rewrite_unchanged().to_owned(),
            Lack::Words { length: 0, least } => say::why_missing(least),
            Lack::Words { length, least } => say::why_short(least, length),
        })
    };
    view! {
        <form
            class="verdict"
            id=FORM
            class:verdict--drafted=move || complete.get()
            method="post"
            action=SubmitForm::url()
            aria-label=say::verdict()
            autocomplete="off"
            novalidate=move || desk.alive.get()
            on:submit=move |event| {
                event.prevent_default();
                desk.judge();
            }
        >
            <input type="hidden" name="assignment" value=assignment />
            <input type="hidden" name="id" value=id />
            <input type="hidden" name="protocol" value=version />
            <input type="hidden" name="responses" value=responses />
            <div class="verdict__inner">
                <StepLine desk protocol steps />
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
                    {marks_spans.then(|| view! { <Spans desk /> })}
                    <div class="verdict__steps">
                        // Not a keyed list, which is a heavy thing to load: steps change with a
                        // verdict that calls for more, and never else.
                        {move || {
                            let question = |step| {
                                view! { <Question desk protocol step responses /> }
                            };
                            steps.get().into_iter().map(question).collect_view()
                        }}
                    </div>
                    {move || why.get().map(|least| view! { <Why desk least /> })}
                </div>
                <div class="verdict__actions">
                    {offers_flags.then(|| view! { <FlagButton desk modals /> })}
                    {move || match desk.correcting.get() {
                        true => view! { <CancelButton desk /> }.into_any(),
                        false => {
                            view! {
                                <OpenButton
                                    modal=modals.skip
                                    target="skip"
                                    label=say::skip()
                                    key=desk.keys.printed(Command::Skip)
                                    class="button button--quiet"
                                />
                            }
                                .into_any()
                        }
                    }}
                    <button
                        class="button button--primary"
                        prop:disabled=move || desk.alive.get() && undecided.get()
                        // Pressed all the same, it says what is missing.
                        aria-disabled=move || (desk.alive.get() && !ready.get()).then_some("true")
                    >
                        {move || match desk.correcting.get() && !desk.taking_back.get() {
                            true => say::correct(),
                            false => say::submit(),
                        }}
                        " "
                        <kbd>{common::key_enter()}</kbd>
                    </button>
                </div>
            </div>
        </form>
    }
}

/// Opens the flags, and says how many there are.
#[component]
fn FlagButton(desk: Desk, modals: Modals) -> impl IntoView {
    let count = Memo::new(move |_| desk.queue.with(|queue| queue.draft().answers.flags.len()));
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
                0 => say::flag().to_owned(),
                n => say::flags(n),
            }}
            " "
            <kbd>{desk.keys.printed(Command::Flag)}</kbd>
        </button>
    }
}

/// Leaves a correction.
#[component]
fn CancelButton(desk: Desk) -> impl IntoView {
    view! {
        <button type="button" class="button button--quiet" on:click=move |_| desk.cancel()>
            {say::cancel()}
            " "
            <kbd aria-hidden="true">{common::key_escape()}</kbd>
        </button>
    }
}
