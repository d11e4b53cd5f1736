//! The list of marked passages, with comments.

use domain::answers::span::MAX_COMMENT;
use domain::answers::{Mark, Span};
use domain::keys::Command;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::components::step_options::{letter, mark};
use crate::language::{common, judge as t};
use crate::pages::judge::browser::{next_frame, on_captured, watch};
use crate::pages::judge::judge_state::JudgeState;
use crate::pages::judge::state::queue::Queue;
use crate::pages::judge::view::marks;

/// The marks for the selected passage, and the passages marked so far.
#[component]
pub fn Spans(state: JudgeState) -> impl IntoView {
    let selects = RwSignal::new(false);
    watch(move || on_captured("selectionchange", move |_| selects.set(marks::selects())));
    // Comments change with every key, so they are not part of the list's state.
    let spans = Memo::new(move |_| {
        let spans = state.queue.with(|queue| queue.draft().answers.spans.clone());
        spans.into_iter().map(|span| Span { comment: None, ..span }).collect::<Vec<_>>()
    });
    watch(move || {
        state.view_options.raw.track();
        let spans = spans.get();
        let texts = state.front().map(|front| front.task.responses.clone()).unwrap_or_default();
        // After layout. The selection may be gone with the task, and no event says so.
        next_frame(move || {
            _ = selects.try_set(marks::selects());
            marks::paint(&texts, &spans);
        });
    });
    // Pressing the button must not clear the selection.
    let keep = |event: MouseEvent| event.prevent_default();
    let rows = move || {
        let texts = state.front().map(|front| front.task.responses.clone()).unwrap_or_default();
        let row = |(span, n): (Span, usize)| {
            let place = usize::from(span.response);
            let passage = texts.get(place).and_then(|text| span.of(&text.text)).unwrap_or_default();
            let name = format!("{} · {}", letter(place), mark(span.mark));
            view! { <Row state n name class=span.mark.name() passage=passage.to_owned() /> }
        };
        spans.get().into_iter().zip(0..).map(row).collect_view()
    };
    view! {
        <div class="spans" role="group" aria-label=t::spans()>
            {Mark::ALL
                .map(|kind| {
                    view! {
                        <button
                            class="button button--quiet button--small"
                            type="button"
                            disabled=move || !selects.get()
                            on:mousedown=keep
                            on:click=move |_| state.mark(kind)
                        >
                            <span class=format!("mark mark--{}", kind.name())>{mark(kind)}</span>
                            " "
                            <kbd aria-hidden="true">{state.keys.printed(command(kind))}</kbd>
                        </button>
                    }
                })}
            <span class="verdict__hint">{t::spans_hint()}</span>
            <ul class="spans__list">{rows}</ul>
        </div>
    }
}

/// The command of a mark.
fn command(mark: Mark) -> Command {
    match mark {
        Mark::Good => Command::MarkGood,
        Mark::Wrong => Command::MarkWrong,
        Mark::Verbose => Command::MarkVerbose,
    }
}

/// One passage, its comment, and a button to remove it.
#[component]
fn Row(
    state: JudgeState,
    /// Its index, from 0.
    n: usize,
    name: String,
    /// The kind of mark.
    class: &'static str,
    passage: String,
) -> impl IntoView {
    let comment = move || {
        state
            .queue
            .with(|queue| queue.draft().answers.spans.get(n).and_then(|span| span.comment.clone()))
    };
    view! {
        <li class="spans__row">
            <span class=format!("mark mark--{class}")>{name}</span>
            <q dir="auto">{passage.clone()}</q>
            <input
                class="input"
                aria-label=t::span_comment(&passage)
                placeholder=common::comment()
                maxlength=MAX_COMMENT
                prop:value=move || comment().unwrap_or_default()
                on:input=move |event| {
                    let comment = event_target_value(&event);
                    state.change(|queue: &mut Queue| queue.comment_span(n, comment));
                }
            />
            <button
                class="button button--quiet button--small"
                type="button"
                aria-label=t::span_remove(&passage)
                on:click=move |_| state.change(|queue: &mut Queue| queue.unmark(n))
            >
                "✕"
            </button>
        </li>
    }
}
