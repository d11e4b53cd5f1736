//! The line of steps: what is asked one after the other, and how far it has come.

use domain::protocol::{Protocol, Step};
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;

use super::desk::Desk;
use super::queue::Queue;
use crate::components::offer;
use crate::language::{common, judge as say};

/// The steps of a protocol that asks for more than one thing, and what is still wrong. Before the
/// page has come alive all steps lie open and there is nothing to go to.
#[component]
pub fn StepLine(
    desk: Desk,
    protocol: StoredValue<Protocol>,
    steps: Memo<Vec<Step>>,
) -> impl IntoView {
    let current = Memo::new(move |_| desk.queue.with(Queue::step));
    let is_line = Memo::new(move |_| desk.alive.get() && steps.with(Vec::len) > 1);
    let position = move || {
        let step = current.get()?;
        let place = steps.with(|steps| steps.iter().position(|known| *known == step))?;
        let question = protocol.with_value(|protocol| offer::question(protocol, step));
        Some(say::question_place(place + 1, steps.with(Vec::len), &question))
    };
    // What a rationale lacks is said beside it.
    let complaint = move || {
        let open = desk.queue.with(|queue| queue.first_open().is_some());
        desk.complaint.get().filter(|_| open)
    };
    view! {
        <Show when=move || is_line.get()>
            <nav class="steps" aria-label=say::questions()>
                <ol class="steps__list">
                    {move || {
                        let button = |step| {
                            view! {
                                <li>
                                    <StepButton desk protocol step current />
                                </li>
                            }
                        };
                        steps.get().into_iter().map(button).collect_view()
                    }}
                </ol>
                <p class="visually-hidden" role="status">
                    {position}
                </p>
            </nav>
        </Show>
        {move || {
            complaint()
                .map(|complaint| {
                    view! {
                        <p class="steps__complaint" role="alert">
                            {complaint}
                        </p>
                    }
                })
        }}
    }
}

/// Scrolls the line, not the page, so that a step is in sight.
fn bring_into_line(button: &HtmlElement) {
    if let Some(list) = button.closest(".steps__list").ok().flatten() {
        let room = list.client_width() - button.offset_width();
        list.set_scroll_left(button.offset_left() - room / 2);
    }
}

#[component]
fn StepButton(
    desk: Desk,
    protocol: StoredValue<Protocol>,
    step: Step,
    current: Memo<Option<Step>>,
) -> impl IntoView {
    let has = Memo::new(move |_| desk.queue.with(|queue| queue.has(step)));
    let title = protocol.with_value(|protocol| offer::title(protocol, step));
    let is_required = protocol.with_value(|protocol| protocol.requires(step));
    let button = NodeRef::<html::Button>::new();
    Effect::new(move |_| {
        if current.get() == Some(step)
            && let Some(button) = button.get()
        {
            bring_into_line(&button);
        }
    });
    view! {
        <button
            type="button"
            node_ref=button
            class="steps__step"
            class:steps__step--done=has
            aria-current=move || (current.get() == Some(step)).then_some("step")
            on:click=move |_| desk.change(|queue| queue.go_to(step))
        >
            {title}
            {(!is_required).then(|| view! { <span class="steps__optional">" " {common::optional()}</span> })}
            <span class="visually-hidden">
                " " {move || if has.get() { say::answered() } else { say::open() }}
            </span>
        </button>
    }
}
