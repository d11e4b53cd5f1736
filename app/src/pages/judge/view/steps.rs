//! The list of steps, with the answers so far.

use std::cmp::Ordering;

use domain::keys::Command;
use domain::protocol::{Protocol, Step};
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;

use crate::components::step_options;
use crate::language::judge as t;
use crate::pages::judge::browser::{next_frame, watch};
use crate::pages::judge::judge_state::JudgeState;
use crate::pages::judge::state::queue::Queue;

/// The key of the overall question.
pub const OVERALL_KEY: &str = "0";

/// The steps of a protocol with more than one. Without scripts all steps are open and the list is
/// not needed.
#[component]
pub fn StepLine(
    state: JudgeState,
    protocol: StoredValue<Protocol>,
    steps: Memo<Vec<Step>>,
) -> impl IntoView {
    let current = Memo::new(move |_| state.queue.with(Queue::step));
    let is_line = Memo::new(move |_| state.hydrated.get() && steps.with(Vec::len) > 1);
    let place = Memo::new(move |_| {
        let step = current.get()?;
        steps.with(|steps| steps.iter().position(|known| *known == step))
    });
    let position = move || {
        let step = current.get()?;
        let question = protocol.with_value(|protocol| step_options::question(protocol, step));
        Some(t::question_place(place.get()? + 1, steps.with(Vec::len), &question))
    };
    view! {
        <Show when=move || is_line.get()>
            <nav class="steps" aria-label=t::questions()>
                <ol class="steps__list">
                    {move || {
                        let steps = steps.get();
                        let is_criterion = |step: &&Step| matches!(step, Step::Criterion { .. });
                        let overall = steps.iter().take_while(is_criterion).count();
                        let button = |(n, step): (usize, Step)| {
                            let side = n.cmp(&overall);
                            view! {
                                <li class:steps__overall=side.is_eq()>
                                    <StepButton state protocol step n place side />
                                </li>
                            }
                        };
                        steps.into_iter().enumerate().map(button).collect_view()
                    }}
                </ol>
                <p class="visually-hidden" role="status">
                    {position}
                </p>
            </nav>
        </Show>
    }
}

/// Scrolls the list until a step is in view. The overall question always is, and the others keep
/// clear of it.
fn bring_into_line(button: &HtmlElement, side: Ordering) {
    if let Some(list) = button.closest(".steps__list").ok().flatten() {
        let left = button.offset_left();
        match side {
            Ordering::Less => list.set_scroll_left(left - list.client_width() / 8),
            Ordering::Equal => {}
            Ordering::Greater => {
                list.set_scroll_left(left + button.offset_width() - list.client_width());
            }
        }
    }
}

#[component]
fn StepButton(
    state: JudgeState,
    protocol: StoredValue<Protocol>,
    step: Step,
    /// Its index, from 0.
    n: usize,
    /// The index of the current step.
    place: Memo<Option<usize>>,
    /// Whether it comes before or after the overall question.
    side: Ordering,
) -> impl IntoView {
    let is_current = move || place.get() == Some(n);
    let has = Memo::new(move |_| {
        state.queue.with(|queue| {
            queue.has(step) && !(step == Step::Rewrite && queue.is_rewrite_unchanged())
        })
    });
    let answer = Memo::new(move |_| state.queue.with(|queue| queue.answer(step)));
    let key = move || {
        let place = place.get().filter(|place| *place != n)?;
        let key = match place.abs_diff(n) {
            _ if side.is_eq() => OVERALL_KEY,
            1 if place < n => state.keys.printed(Command::NextStep),
            1 => state.keys.printed(Command::PreviousStep),
            _ => return None,
        };
        Some(view! { " " <kbd aria-hidden="true">{key}</kbd> })
    };
    let title = protocol.with_value(|protocol| step_options::title(protocol, step));
    let button = NodeRef::<html::Button>::new();
    watch(move || {
        answer.track();
        if is_current()
            && let Some(button) = button.get()
        {
            // After the answers are laid out.
            next_frame(move || bring_into_line(&button, side));
        }
    });
    view! {
        <button
            type="button"
            node_ref=button
            class="steps__step"
            class:steps__step--done=has
            aria-current=move || is_current().then_some("step")
            on:click=move |_| state.change(|queue| queue.go_to(step))
        >
            {title}
            {move || answer.with(|answer| (!answer.is_empty()).then(|| format!(" · {answer}")))}
            <span class="visually-hidden">
                " " {move || if has.get() { t::answered() } else { t::open() }}
            </span>
            {key}
        </button>
    }
}
