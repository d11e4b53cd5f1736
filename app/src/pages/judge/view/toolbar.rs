//! The toolbar: project, progress, saving state and help.

use domain::assignment::Left;
use domain::id::ProjectId;
use domain::keys::Command;
use leptos::prelude::*;

use crate::language::judge as t;
use crate::pages::judge::judge_state::JudgeState;
use crate::pages::judge::state::queue::Queue;
use crate::pages::judge::state::screen::Connection;
use crate::pages::judge::view::modal::OpenButton;
use crate::pages::judge::view::modals::Modals;
use crate::pages::judge::view::view_menu::ViewMenu;
use crate::pages::judge::view::view_options::ViewOptions;

/// The line above the task.
#[component]
pub fn Toolbar(
    state: JudgeState,
    modals: Modals,
    project: ProjectId,
    name: String,
    /// The number of tasks left for the rater.
    left: Left,
) -> impl IntoView {
    let decided = Memo::new(move |_| state.queue.with(Queue::decided));
    let can_compare = Signal::derive(move || state.front().is_some());
    let can_reopen = Memo::new(move |_| state.queue.with(Queue::can_reopen));
    view! {
        <div class="judge__toolbar">
            <a href=format!("/projects/{project}") class="judge__project">
                {name}
            </a>
            <p class="judge__status">
                <Show when=move || state.correcting.get()>
                    <span class="badge">
                        {move || match state.taking_back.get() {
                            true => t::skipped(),
                            false => t::correcting(),
                        }}
                    </span>
                </Show>
                <Spot view_options=state.view_options />
                <span class="judge__status-extra">{move || still_left(left, decided.get())}</span>
                <span class="judge__status-extra">
                    {move || match decided.get() {
                        0 => String::new(),
                        n => t::in_this_session(n),
                    }}
                </span>
                <Saved state />
            </p>
            <Show when=move || can_reopen.get()>
                <button
                    class="button button--quiet button--small"
                    title=t::undo_title()
                    on:click=move |_| state.reopen()
                >
                    {t::undo()}
                    " "
                    <kbd aria-hidden="true">{state.keys.printed(Command::Reopen)}</kbd>
                </button>
            </Show>
            <Show when=move || state.hydrated.get()>
                <ViewMenu state can_compare />
            </Show>
            <OpenButton
                modal=modals.guidelines
                target="guidelines"
                label=t::guidelines()
                key=state.keys.printed(Command::Guidelines)
            />
            <OpenButton
                modal=modals.keys
                target="keys"
                label=t::keys()
                key="?"
                class="button button--quiet button--small judge__keys"
            />
        </div>
    }
}

/// The number left at the start, less the decisions since. Others judge too, so it never says that
/// none is left. Only the server knows that.
fn still_left(left: Left, decided: usize) -> Option<String> {
    let tasks = left.tasks - i64::try_from(decided).unwrap_or(i64::MAX);
    (tasks > 0).then(|| if left.more { t::left_more(tasks) } else { t::left(tasks) })
}

/// The current difference and its first words.
#[component]
fn Spot(view_options: ViewOptions) -> impl IntoView {
    let text = move || {
        view_options.spot.get().map(|spot| match spot.of {
            0 => view! { {t::no_differences()} }.into_any(),
            of => view! {
                <span class="judge__status-extra">{t::difference()} " "</span>
                {t::difference_place(spot.at + 1, of)}
            }
            .into_any(),
        })
    };
    let detail = move || {
        let spot = view_options.spot.get().filter(|spot| spot.of > 0)?;
        let [a, b] =
            spot.texts.map(|text| if text.is_empty() { t::nothing().to_owned() } else { text });
        Some(t::difference_texts(&a, &b))
    };
    view! {
        <span role="status">
            {text} <span class="visually-hidden">{detail}</span>
        </span>
    }
}

/// Whether the server has confirmed everything. Empty before the first decision.
#[component]
fn Saved(state: JudgeState) -> impl IntoView {
    let state = Memo::new(move |_| {
        state.queue.with(|queue| (queue.unsent(), queue.connection(), queue.has_spoken()))
    });
    move || {
        let (class, text) = match state.get() {
            (0, _, false) => return None,
            (0, _, _) => ("judge__saved", t::saved().to_owned()),
            (_, Connection::Fine, _) => {
                ("judge__saved judge__saved--waiting", t::saving().to_owned())
            }
            (n, _, _) => ("judge__saved judge__saved--waiting", t::not_saved(n)),
        };
        Some(view! { <span class=class>{text}</span> })
    }
}
