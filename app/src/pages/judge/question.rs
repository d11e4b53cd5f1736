//! One thing that is asked, and what may be answered.

use std::time::Duration;

use domain::protocol::{Protocol, Scale, Step};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::browser::later;
use super::desk::Desk;
use super::queue::Queue;
use super::ranking::RankingField;
use super::rewrite::RewriteField;
use crate::components::choice::Choice;
use crate::components::offer;
use crate::language::common;

/// A step; out of sight while another one is in front.
#[component]
pub fn Question(
    desk: Desk,
    protocol: StoredValue<Protocol>,
    step: Step,
    /// How many responses the task has.
    responses: Memo<usize>,
) -> impl IntoView {
    let is_hidden =
        Memo::new(move |_| desk.alive.get() && desk.queue.with(|queue| queue.step() != Some(step)));
    let question = protocol.with_value(|protocol| offer::question(protocol, step));
    let help = protocol.with_value(|protocol| offer::help(protocol, step));
    let is_required = protocol.with_value(|protocol| protocol.requires(step));
    let is_criterion = matches!(step, Step::Criterion { .. } | Step::Rewrite | Step::Confidence);
    let scale = protocol.with_value(Protocol::scale).filter(|_| step == Step::Verdict);
    let content = match (step, scale) {
        (Step::Verdict, Some(scale)) => view! { <VerdictScale desk scale /> }.into_any(),
        (Step::Rewrite, _) => view! { <RewriteField desk /> }.into_any(),
        (Step::Ranking, _) => view! { <RankingField desk responses /> }.into_any(),
        _ => view! {
            <div class="verdict__offer">
                {move || {
                    protocol
                        .with_value(|protocol| offer::labels(protocol, step, responses.get()))
                        .into_iter()
                        .enumerate()
                        .map(|(n, label)| view! { <Item desk protocol step n label /> })
                        .collect_view()
                }}
            </div>
        }
        .into_any(),
    };
    view! {
        <fieldset
            class="verdict__step"
            class:verdict__step--overall=!is_criterion
            hidden=move || is_hidden.get()
        >
            <legend class="verdict__question">
                {question}
                {(!is_required)
                    .then(|| {
                        view! { <span class="verdict__optional">" " {common::optional()}</span> }
                    })}
                {(!help.is_empty()).then(|| view! { <span class="verdict__help">{help}</span> })}
            </legend>
            {content}
        </fieldset>
    }
}

/// One of what a step offers.
#[component]
fn Item(
    desk: Desk,
    protocol: StoredValue<Protocol>,
    step: Step,
    /// The place in the offer, from 0.
    n: usize,
    label: String,
) -> impl IntoView {
    let picked = Memo::new(move |_| {
        desk.queue.with(|queue| {
            let answers = &queue.draft().answers;
            protocol.with_value(|protocol| offer::picked(protocol, step, answers).contains(&n))
        })
    });
    let several = protocol.with_value(|protocol| offer::takes_several(protocol, step));
    let required = protocol.with_value(|protocol| protocol.requires(step)) && !several;
    let (name, value) = protocol.with_value(|protocol| offer::field(protocol, step, n));
    view! {
        <label class="verdict__option">
            <input
                type=if several { "checkbox" } else { "radio" }
                name=name
                value=value
                required=required
                prop:checked=picked
                on:change=move |_| desk.pick(step, n, false)
                on:click=move |event| goes_on(&event, desk, step)
            />
            <span>{label}</span>
            <kbd aria-hidden="true">{n + 1}</kbd>
        </label>
    }
}

/// A click of a pointer goes on to the next step; a radio that is reached with the arrow keys
/// clicks, too, and whoever walks through them has not decided yet.
fn goes_on(event: &MouseEvent, desk: Desk, step: Step) {
    if event.detail() > 0 && desk.queue.with_untracked(|queue| queue.goes_on_after(step)) {
        // After the change that the click brings about.
        later(move || desk.change(|queue| queue.go_on_from(step)), Duration::ZERO);
    }
}

/// The scale from A to B, what is said of both apart.
#[component]
fn VerdictScale(desk: Desk, scale: Scale) -> impl IntoView {
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
    view! {
        <div class="verdict__scale">
            <div class="verdict__side verdict__side--a">{of(|grade| grade < 0)}</div>
            {of(|grade| grade == 0)}
            <div class="verdict__side verdict__side--b">{of(|grade| grade > 0)}</div>
            <div class="verdict__both">{of_both}</div>
        </div>
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
                on:change=move |_| desk.change(|queue: &mut Queue| queue.choose(choice))
                on:click=move |event| goes_on(&event, desk, Step::Verdict)
            />
            <span>{choice.label(scale)}</span>
            <kbd aria-hidden="true">{choice.key(n, desk.keys)}</kbd>
        </label>
    }
}
