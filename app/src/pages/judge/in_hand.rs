//! The tasks before the rater: the one in front, and out of sight those that come next, laid out
//! already, so that the next is painted at once however long it is.

use std::array::from_fn;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::browser::{later, watch};
use super::comparison::Comparison;
use super::desk::Desk;
use super::queue::{IN_HAND, Shown};

/// The pause before a task that has come is laid out. By then the one in front is painted, and
/// nobody has read it.
const PAUSE: Duration = Duration::from_millis(200);

/// Where a task lies in the page. Not a list that is keyed by them, which is a heavy thing to load.
type Place = RwSignal<Option<Arc<Shown>>>;

/// All tasks in hand. One that comes to the front stays as it was made.
#[component]
pub fn InHand(desk: Desk) -> impl IntoView {
    let places: [Place; IN_HAND] = from_fn(|_| RwSignal::new(None));
    let lay = move |count| {
        desk.queue.try_with_untracked(|queue| lay(&places, queue.in_hand(), count));
    };
    lay(1);
    watch(move || {
        desk.queue.track();
        lay(1);
        // The page may be left meanwhile.
        later(move || lay(IN_HAND), PAUSE);
    });
    places
        .into_iter()
        .zip(0..)
        .map(|(place, number)| {
            move || place.get().map(|shown| view! { <Task desk shown number /> })
        })
        .collect_view()
}

/// Takes away what is not in hand any more, and lays the first of the others into what is free.
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
fn Task(desk: Desk, shown: Arc<Shown>, number: usize) -> impl IntoView {
    let assignment = shown.task.assignment_id;
    let in_front = Memo::new(move |_| {
        desk.front().is_some_and(|front| front.task.assignment_id == assignment)
    });
    // Those out of sight follow when they come to the front: whoever goes to and fro waits for one.
    let raw = Memo::new(move |raw: Option<&bool>| match raw {
        Some(raw) if !in_front.get() => *raw,
        _ => desk.reading.raw.get(),
    });
    let is_pair = shown.task.responses.len() == 2;
    let flipped = Signal::derive(move || in_front.get() && desk.reading.flipped.get());
    view! {
        <div
            class="judge__task"
            class:judge__task--ahead=move || !in_front.get()
            class:judge__task--columns=move || is_pair && desk.reading.columns.get()
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
