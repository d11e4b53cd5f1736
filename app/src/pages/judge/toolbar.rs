//! Above the task: whose project, how much is done, whether all is saved, help.

use domain::assignment::Left;
use domain::id::ProjectId;
use domain::keys::Command;
use leptos::prelude::*;

use super::desk::Desk;
use super::modal::OpenButton;
use super::queue::{Connection, Queue};
use super::reading::Reading;
use super::scene::Modals;
use super::view_menu::ViewMenu;
use crate::language::judge as say;

/// The line above the task.
#[component]
pub fn Toolbar(
    desk: Desk,
    modals: Modals,
    project: ProjectId,
    name: String,
    /// How much is left for the rater.
    left: Left,
) -> impl IntoView {
    let decided = Memo::new(move |_| desk.queue.with(Queue::decided));
    let can_compare = Signal::derive(move || desk.front().is_some());
    let can_reopen = Memo::new(move |_| desk.queue.with(Queue::can_reopen));
    view! {
        <div class="judge__toolbar">
            <a href=format!("/projects/{project}") class="judge__project">
                {name}
            </a>
            <p class="judge__status">
                <Show when=move || desk.correcting.get()>
                    <span class="badge">
                        {move || match desk.taking_back.get() {
                            true => say::skipped(),
                            false => say::correcting(),
                        }}
                    </span>
                </Show>
                <Spot reading=desk.reading />
                <span class="judge__status-extra">{move || still_left(left, decided.get())}</span>
                <span class="judge__status-extra">
                    {move || match decided.get() {
                        0 => String::new(),
                        n => say::in_this_sitting(n),
                    }}
                </span>
                <Saved desk />
            </p>
            <Show when=move || can_reopen.get()>
                <button
                    class="button button--quiet button--small"
                    title=say::undo_title()
                    on:click=move |_| desk.reopen()
                >
                    {say::undo()}
                    " "
                    <kbd aria-hidden="true">{desk.keys.printed(Command::Reopen)}</kbd>
                </button>
            </Show>
            <Show when=move || desk.alive.get()>
                <ViewMenu desk can_compare />
            </Show>
            <OpenButton
                modal=modals.guidelines
                target="guidelines"
                label=say::guidelines()
                key=desk.keys.printed(Command::Guidelines)
            />
            <OpenButton
                modal=modals.keys
                target="keys"
                label=say::keys()
                key="?"
                class="button button--quiet button--small judge__keys"
            />
        </div>
    }
}

/// How much was left at the opening, less what was decided since. Others judge meanwhile, so that
/// it never says that nothing is left: that is known when the server says so.
fn still_left(left: Left, decided: usize) -> Option<String> {
    let tasks = left.tasks - i64::try_from(decided).unwrap_or(i64::MAX);
    (tasks > 0).then(|| if left.more { say::left_more(tasks) } else { say::left(tasks) })
}

/// Which difference is looked at, and what it says.
#[component]
fn Spot(reading: Reading) -> impl IntoView {
    let text = move || {
        reading.spot.get().map(|spot| match spot.of {
            0 => view! { {say::no_differences()} }.into_any(),
            of => view! {
                <span class="judge__status-extra">{say::difference()} " "</span>
                {say::difference_place(spot.at + 1, of)}
            }
            .into_any(),
        })
    };
    let detail = move || {
        let spot = reading.spot.get().filter(|spot| spot.of > 0)?;
        let [a, b] =
            spot.texts.map(|text| if text.is_empty() { say::nothing().to_owned() } else { text });
        Some(say::difference_texts(&a, &b))
    };
    view! {
        <span role="status">
            {text} <span class="visually-hidden">{detail}</span>
        </span>
    }
}

/// Whether the server has acknowledged all that was decided. Silent before the first decision.
#[component]
fn Saved(desk: Desk) -> impl IntoView {
    let state = Memo::new(move |_| {
        desk.queue.with(|queue| (queue.unsent(), queue.connection(), queue.has_spoken()))
    });
    move || {
        let (class, text) = match state.get() {
            (0, _, false) => return None,
            (0, _, _) => ("judge__saved", say::saved().to_owned()),
            (_, Connection::Fine, _) => {
                ("judge__saved judge__saved--waiting", say::saving().to_owned())
            }
            (n, _, _) => ("judge__saved judge__saved--waiting", say::not_saved(n)),
        };
        Some(view! { <span class=class>{text}</span> })
    }
}
