//! The current task, and the next ones rendered ahead but hidden, so that a long task appears at
//! once.

use std::array::from_fn;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::pages::judge::browser::{later, watch};
use crate::pages::judge::judge_state::JudgeState;
use crate::pages::judge::state::queue::MAX_TASKS;
use crate::pages::judge::state::screen::Shown;
use crate::pages::judge::view::comparison::Comparison;

/// The pause before a new task is rendered. By then the current one is painted, and nobody has read
/// it yet.
const PAUSE: Duration = Duration::from_millis(200);

/// A place for one task in the page. A keyed list would add much to the download.
type Place = RwSignal<Option<Arc<Shown>>>;

/// All tasks in the page. A task keeps its elements when it becomes current.
#[component]
pub fn TaskStack(state: JudgeState) -> impl IntoView {
    let places: [Place; MAX_TASKS] = from_fn(|_| RwSignal::new(None));
    let lay = move |count| {
        state.queue.try_with_untracked(|queue| lay(&places, queue.in_hand(), count));
    };
    lay(1);
    watch(move || {
        state.queue.track();
        lay(1);
        // The page may be closed by then.
        later(move || lay(MAX_TASKS), PAUSE);
    });
    places
        .into_iter()
        .zip(0..)
        .map(|(place, number)| {
            move || place.get().map(|shown| view! { <Task state shown number /> })
        })
        .collect_view()
}

/// Removes tasks that are gone, and puts the first of the others into free places.
fn lay<'a>(places: &[Place], tasks: impl Iterator<Item = &'a Arc<Shown>> + Clone, count: usize) {
    for place in places {
        let is_over = |laid: &Arc<Shown>| tasks.clone().all(|task| task != laid);
        if place.read_untracked().as_ref().is_some_and(is_over) {
            place.set(None);
        }
    }
    for task in tasks.take(count) {
        let holds = |place: &&Place| place.read_untracked().as_ref() == Some(task);
        let is_free = |place: &&Place| place.read_untracked().is_none();
        if !places.iter().any(|place| holds(&place))
            && let Some(place) = places.iter().find(is_free)
        {
            place.set(Some(task.clone()));
        }
    }
}

#[component]
fn Task(state: JudgeState, shown: Arc<Shown>, number: usize) -> impl IntoView {
    let assignment = shown.task.assignment_id;
    let in_front = Memo::new(move |_| {
        state.front().is_some_and(|front| front.task.assignment_id == assignment)
    });
    // Hidden tasks follow when they become current. Otherwise each toggle would render all of them.
    let raw = Memo::new(move |raw: Option<&bool>| match raw {
        Some(raw) if !in_front.get() => *raw,
        _ => state.view_options.raw.get(),
    });
    let is_pair = shown.task.responses.len() == 2;
    let flipped = Signal::derive(move || in_front.get() && state.view_options.flipped.get());
    view! {
        <div
            class="judge__task"
            class:judge__task--ahead=move || !in_front.get()
            class:judge__task--columns=move || is_pair && state.view_options.columns.get()
        >
            <Comparison
                prompt=shown.task.prompt.clone()
                responses=shown.task.responses.clone()
                raw
                flipped
                number
            />
        </div>
    }
}
