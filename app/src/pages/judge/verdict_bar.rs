//! The verdict bar: the scale from A to B, what is said of both apart, skip and submit.

use domain::project::Scale;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::desk::Desk;
use super::modal::OpenButton;
use super::scene::Modals;
use super::why::Why;
use crate::components::choice::Choice;
use crate::rpc::judging::SubmitForm;

/// A plain form before the page has come alive; from then on the desk takes what it would send.
#[component]
pub fn VerdictBar(desk: Desk, modals: Modals, scale: Scale) -> impl IntoView {
    let draft = Memo::new(move |_| desk.queue.with(|queue| queue.draft().choice));
    let option =
        move |(n, choice): (usize, Choice)| view! { <VerdictOption desk draft n choice scale /> };
    let choices = Choice::all(scale).into_iter().enumerate();
    let of = move |wanted: fn(i32) -> bool| {
        let all = choices.clone();
        all.filter(|(_, choice)| choice.grade().is_some_and(wanted)).map(option).collect_view()
    };
    let of_both: Vec<_> = Choice::all(scale)
        .into_iter()
        .filter(|choice| choice.grade().is_none())
        .map(|choice| option((0, choice)))
        .collect();
    let task = move || desk.front().map(|front| front.task.task_id.to_string());
    let protocol = move || desk.front().map(|front| front.task.protocol_version);
    let why = Memo::new(move |_| desk.front().and_then(|front| front.task.rationale));
    let id = move || desk.front().map(|front| front.judgment.to_string());
    view! {
        <form
            class="verdict"
            method="post"
            action=SubmitForm::url()
            aria-label="Verdict"
            autocomplete="off"
            novalidate=move || desk.alive.get()
            on:submit=move |event| {
                event.prevent_default();
                desk.judge();
            }
        >
            <input type="hidden" name="task" value=task />
            <input type="hidden" name="id" value=id />
            <input type="hidden" name="protocol" value=protocol />
            <div class="verdict__inner">
                <fieldset class="verdict__scale">
                    <legend class="visually-hidden">"Which response is better?"</legend>
                    <div class="verdict__side verdict__side--a">{of(|grade| grade < 0)}</div>
                    {of(|grade| grade == 0)}
                    <div class="verdict__side verdict__side--b">{of(|grade| grade > 0)}</div>
                    <div class="verdict__both">{of_both}</div>
                </fieldset>
                {move || why.get().map(|least| view! { <Why desk least /> })}
                <div class="verdict__actions">
                    {move || match desk.correcting.get() {
                        true => view! { <CancelButton desk /> }.into_any(),
                        false => {
                            view! {
                                <OpenButton
                                    modal=modals.skip
                                    target="skip"
                                    label="Skip"
                                    key="S"
                                    class="button button--quiet"
                                />
                            }
                                .into_any()
                        }
                    }}
                    <button
                        class="button button--primary"
                        prop:disabled=move || desk.alive.get() && draft.get().is_none()
                    >
                        {move || if desk.correcting.get() { "Correct " } else { "Submit " }}
                        <kbd>"Enter"</kbd>
                    </button>
                </div>
            </div>
        </form>
    }
}

/// Leaves a correction.
#[component]
fn CancelButton(desk: Desk) -> impl IntoView {
    view! {
        <button type="button" class="button button--quiet" on:click=move |_| desk.cancel()>
            "Cancel "
            <kbd aria-hidden="true">"Esc"</kbd>
        </button>
    }
}

#[component]
fn VerdictOption(
    desk: Desk,
    draft: Memo<Option<Choice>>,
    /// The place on the scale, from 0.
    n: usize,
    choice: Choice,
    scale: Scale,
) -> impl IntoView {
    let class = match choice {
        Choice::Grade(0) => "verdict__option verdict__option--tie",
        Choice::Grade(_) => "verdict__option",
        Choice::BothBad | Choice::BothGood => "verdict__option verdict__option--both",
    };
    view! {
        <label class=class>
            <input
                type="radio"
                name="grade"
                value=choice.to_string()
                required
                prop:checked=move || draft.get() == Some(choice)
                on:change=move |_| desk.choose(choice)
            />
            <span>{choice.label(scale)}</span>
            <kbd aria-hidden="true">{choice.key(n)}</kbd>
        </label>
    }
}
