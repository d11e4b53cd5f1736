//! Marking passages of the responses: what is good, wrong or too much, and why.

use domain::answers::span::MAX_COMMENT;
use domain::answers::{Mark, Span};
use domain::keys::Command;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::browser::{next_frame, on_captured, watch};
use super::desk::Desk;
use super::marks;
use super::queue::Queue;
use crate::components::offer::{letter, mark};
use crate::language::{common, judge as say};

/// A mark for the passage that is selected, and what is marked so far.
#[component]
pub fn Spans(desk: Desk) -> impl IntoView {
    let selects = RwSignal::new(false);
    watch(move || on_captured("selectionchange", move |_| selects.set(marks::selects())));
    // What is said about them changes with every key.
    let spans = Memo::new(move |_| {
        let spans = desk.queue.with(|queue| queue.draft().answers.spans.clone());
        spans.into_iter().map(|span| Span { comment: None, ..span }).collect::<Vec<_>>()
    });
    watch(move || {
        desk.reading.raw.track();
        let spans = spans.get();
        let texts = desk.front().map(|front| front.task.responses.clone()).unwrap_or_default();
        // Once it is laid out. What was selected may be gone with the task, and nothing says so.
        next_frame(move || {
            _ = selects.try_set(marks::selects());
            marks::paint(&texts, &spans);
        });
    });
    // A press leaves the selection alone.
    let keep = |event: MouseEvent| event.prevent_default();
    let rows = move || {
        let texts = desk.front().map(|front| front.task.responses.clone()).unwrap_or_default();
        let row = |(span, n): (Span, usize)| {
            let place = usize::from(span.response);
            let passage = texts.get(place).and_then(|text| span.of(&text.text)).unwrap_or_default();
            let name = format!("{} · {}", letter(place), mark(span.mark));
            view! { <Row desk n name class=span.mark.name() passage=passage.to_owned() /> }
        };
        spans.get().into_iter().zip(0..).map(row).collect_view()
    };
    view! {
        <div class="spans" role="group" aria-label=say::spans()>
            {Mark::ALL
                .map(|kind| {
                    view! {
                        <button
                            class="button button--quiet button--small"
                            type="button"
                            disabled=move || !selects.get()
                            on:mousedown=keep
                            on:click=move |_| desk.mark(kind)
                        >
                            <span class=format!("mark mark--{}", kind.name())>{mark(kind)}</span>
                            " "
                            <kbd aria-hidden="true">{desk.keys.printed(command(kind))}</kbd>
                        </button>
                    }
                })}
            <span class="verdict__hint">{say::spans_hint()}</span>
            <ul class="spans__list">{rows}</ul>
        </div>
    }
}

/// The command that marks a passage.
fn command(mark: Mark) -> Command {
    match mark {
        Mark::Good => Command::MarkGood,
        Mark::Wrong => Command::MarkWrong,
        Mark::Verbose => Command::MarkVerbose,
    }
}

/// One passage, what there is to say about it, and the way to take it back.
#[component]
fn Row(
    desk: Desk,
    /// Its number, from 0.
    n: usize,
    name: String,
    /// Of the mark.
    class: &'static str,
    passage: String,
) -> impl IntoView {
    let comment = move || {
        desk.queue
            .with(|queue| queue.draft().answers.spans.get(n).and_then(|span| span.comment.clone()))
    };
    view! {
        <li class="spans__row">
            <span class=format!("mark mark--{class}")>{name}</span>
            <q dir="auto">{passage.clone()}</q>
            <input
                class="input"
                aria-label=say::span_comment(&passage)
                placeholder=common::comment()
                maxlength=MAX_COMMENT
                prop:value=move || comment().unwrap_or_default()
                on:input=move |event| {
                    let comment = event_target_value(&event);
                    desk.change(|queue: &mut Queue| queue.comment_span(n, comment));
                }
            />
            <button
                class="button button--quiet button--small"
                type="button"
                aria-label=say::span_remove(&passage)
                on:click=move |_| desk.change(|queue: &mut Queue| queue.unmark(n))
            >
                "✕"
            </button>
        </li>
    }
}
