//! One step of the protocol and its options.

use std::time::Duration;

use domain::protocol::{Protocol, Scale, Step};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::components::choice::Choice;
use crate::components::step_options;
use crate::language::common;
use crate::pages::judge::browser::later;
use crate::pages::judge::judge_state::JudgeState;
use crate::pages::judge::state::queue::Queue;
use crate::pages::judge::view::ranking::RankingField;
use crate::pages::judge::view::rewrite::RewriteField;

/// A step. Hidden while another step is current.
#[component]
pub fn Question(
    state: JudgeState,
    protocol: StoredValue<Protocol>,
    step: Step,
    /// The number of responses.
    responses: Memo<usize>,
) -> impl IntoView {
    let is_hidden = Memo::new(move |_| {
        state.hydrated.get() && state.queue.with(|queue| queue.step() != Some(step))
    });
    let question = protocol.with_value(|protocol| step_options::question(protocol, step));
    let help = protocol.with_value(|protocol| step_options::help(protocol, step));
    let is_required = protocol.with_value(|protocol| protocol.requires(step));
    let is_criterion = matches!(step, Step::Criterion { .. } | Step::Rewrite | Step::Confidence);
    let scale = protocol.with_value(Protocol::scale).filter(|_| step == Step::Verdict);
    let content = match (step, scale) {
        (Step::Verdict, Some(scale)) => view! { <VerdictScale state scale /> }.into_any(),
        (Step::Rewrite, _) => view! { <RewriteField state /> }.into_any(),
        (Step::Ranking, _) => view! { <RankingField state responses /> }.into_any(),
        _ => view! {
            <div class="verdict__offer">
                {move || {
                    protocol
                        .with_value(|protocol| step_options::labels(protocol, step, responses.get()))
                        .into_iter()
                        .enumerate()
                        .map(|(n, label)| view! { <Item state protocol step n label /> })
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

/// One option of a step.
#[component]
fn Item(
    state: JudgeState,
    protocol: StoredValue<Protocol>,
    step: Step,
    /// Its index, from 0.
    n: usize,
    label: String,
) -> impl IntoView {
    let picked = Memo::new(move |_| {
        state.queue.with(|queue| {
            let answers = &queue.draft().answers;
            protocol
                .with_value(|protocol| step_options::picked(protocol, step, answers).contains(&n))
        })
    });
    let several = protocol.with_value(|protocol| step_options::takes_several(protocol, step));
    let required = protocol.with_value(|protocol| protocol.requires(step)) && !several;
    let (name, value) = protocol.with_value(|protocol| step_options::field(protocol, step, n));
    view! {
        <label class="verdict__option">
            <input
                type=if several { "checkbox" } else { "radio" }
                name=name
                value=value
                required=required
                prop:checked=picked
                on:change=move |_| state.pick(step, n, false)
                on:click=move |event| goes_on(&event, state, step)
            />
            <span>{label}</span>
            <kbd aria-hidden="true">{n + 1}</kbd>
        </label>
    }
}

/// A click goes to the next step. The arrow keys also click radio buttons, and raters who walk
/// through them have not decided yet.
fn goes_on(event: &MouseEvent, state: JudgeState, step: Step) {
    if event.detail() > 0 && state.queue.with_untracked(|queue| queue.goes_on_after(step)) {
        // After the change event of this click.
        later(move || state.change(|queue| queue.go_on_from(step)), Duration::ZERO);
    }
}

/// The scale from A to B. Verdicts about both are set apart.
#[component]
fn VerdictScale(state: JudgeState, scale: Scale) -> impl IntoView {
    let draft = Memo::new(move |_| state.queue.with(|queue| queue.draft().choice));
    let option =
        move |(n, choice): (usize, Choice)| view! { <VerdictOption state draft n choice scale /> };
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
    state: JudgeState,
    draft: Memo<Option<Choice>>,
    /// The index on the scale, from 0.
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
                on:change=move |_| state.change(|queue: &mut Queue| queue.choose(choice))
                on:click=move |event| goes_on(&event, state, Step::Verdict)
            />
            <span>{choice.label(scale)}</span>
            <kbd aria-hidden="true">{choice.key(n, state.keys)}</kbd>
        </label>
    }
}
