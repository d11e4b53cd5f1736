//! The tasks before the rater: the one in front, and out of sight those that come next, laid out
//! already, so that the next is painted at once however long it is.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::comparison::Comparison;
use super::desk::Desk;
use super::queue::{Queue, Shown};

/// The pause before a task that has come is laid out. By then the one in front is painted, and
/// nobody has read it.
const PAUSE: Duration = Duration::from_millis(200);

/// All tasks in hand. One that comes to the front stays as it was made.
#[component]
pub fn InHand(desk: Desk) -> impl IntoView {
    let in_hand = Memo::new(move |_| desk.queue.with(in_hand));
    let due = RwSignal::new(Vec::new());
    Effect::new(move |_| {
        let tasks = in_hand.get();
        // The page may be left meanwhile.
        set_timeout(move || _ = due.try_set(tasks), PAUSE);
    });
    let laid_out = Memo::new(move |_| {
        let mut tasks = in_hand.get();
        let front = tasks.first().cloned();
        tasks.retain(|task| Some(task) == front.as_ref() || due.with(|due| due.contains(task)));
        tasks
    });
    view! {
        <For
            each=move || laid_out.get()
            key=|shown| shown.task.assignment_id
            children=move |shown| view! { <Task desk shown /> }
        />
    }
}

fn in_hand(queue: &Queue) -> Vec<Arc<Shown>> {
    queue.in_hand().cloned().collect()
}

#[component]
fn Task(desk: Desk, shown: Arc<Shown>) -> impl IntoView {
    let assignment = shown.task.assignment_id;
    let in_front = Memo::new(move |_| {
        desk.front().is_some_and(|front| front.task.assignment_id == assignment)
    });
    // Those out of sight follow when they come to the front: whoever goes to and fro waits for one.
    let raw = Memo::new(move |raw: Option<&bool>| match raw {
        Some(raw) if !in_front.get() => *raw,
        _ => desk.reading.raw.get(),
    });
    let flipped = Signal::derive(move || in_front.get() && desk.reading.flipped.get());
    view! {
        <div class="judge__task" class:judge__task--ahead=move || !in_front.get()>
            <Comparison
                prompt=shown.task.prompt.clone()
                responses=shown.task.responses.clone()
                raw
                flipped
                in_front
            />
        </div>
    }
}
