//! Instead of a task: none yet, none left, none now, or none that arrived.

use domain::project::Status;
use domain::task::NextTask;
use domain::timestamp::Timestamp;
use leptos::prelude::*;

use super::browser::{local_time, watch};
use super::desk::{Desk, HEADING};
use super::setback::Setback;
use crate::language::{common, judge as say};
use crate::rpc::Error;

/// The next task has not come yet.
#[component]
pub fn Waiting() -> impl IntoView {
    view! {
        <h1 class="judge__question" id=HEADING tabindex="-1">
            {say::on_its_way()}
        </h1>
        <div class="judge__responses" aria-hidden="true">
            <Skeleton letter="A" />
            <Skeleton letter="B" />
        </div>
    }
}

#[component]
fn Skeleton(letter: &'static str) -> impl IntoView {
    view! {
        <div class="response">
            <div class="response__header">
                <span class="response__letter">{letter}</span>
            </div>
            <div class="skeleton">
                <span class="skeleton__line"></span>
                <span class="skeleton__line"></span>
                <span class="skeleton__line"></span>
                <span class="skeleton__line skeleton__line--block"></span>
                <span class="skeleton__line"></span>
            </div>
        </div>
    }
}

/// There is nothing to judge, for the true reason.
#[component]
pub fn Nothing(
    reason: NextTask,
    /// The project's page.
    back: String,
    desk: Desk,
) -> impl IntoView {
    let title = match &reason {
        NextTask::NotActive { status: Status::Draft } => say::nothing_draft(),
        NextTask::NotActive { status: Status::Paused } => say::nothing_paused(),
        NextTask::NotActive { status: Status::Archived } => say::nothing_archived(),
        NextTask::Empty => say::nothing_empty(),
        NextTask::Finished => say::nothing_finished(),
        NextTask::Waiting { .. } | NextTask::NotActive { .. } | NextTask::Task(_) => {
            say::nothing_now()
        }
    };
    // A rater who has finished gets no button that leads back here.
    let is_finished = reason == NextTask::Finished;
    view! {
        <div class="empty empty--page">
            <h1 id=HEADING tabindex="-1">
                {title}
            </h1>
            <p class="empty__text">
                {match reason {
                    NextTask::Waiting { until } => {
                        view! {
                            {say::nothing_until()} " "
                            <Time at=until />
                            {say::nothing_until_end()}
                        }
                            .into_any()
                    }
                    reason => explanation(&reason).into_any(),
                }}
            </p>
            <div class="empty__actions">
                {(!is_finished)
                    .then(|| {
                        view! {
                            // Without scripts the address itself looks again.
                            <a
                                class="button"
                                href=""
                                rel="external"
                                on:click=move |event| {
                                    event.prevent_default();
                                    desk.hurry();
                                }
                            >
                                {say::look_again()}
                            </a>
                        }
                    })}
                <a href=back class="button button--quiet">
                    {say::to_the_project()}
                </a>
                <a
                    href="/"
                    class=if is_finished { "button button--primary" } else { "button button--quiet" }
                >
                    {common::your_projects()}
                </a>
            </div>
        </div>
    }
}

fn explanation(reason: &NextTask) -> &'static str {
    match reason {
        NextTask::NotActive { status: Status::Draft } => say::nothing_draft_text(),
        NextTask::NotActive { status: Status::Archived } => say::nothing_archived_text(),
        NextTask::NotActive { .. } => say::nothing_paused_text(),
        NextTask::Empty => say::nothing_empty_text(),
        NextTask::Finished => say::nothing_finished_text(),
        NextTask::Waiting { .. } | NextTask::Task(_) => "",
    }
}

/// A time of day: by the rater's clock in a browser with scripts, in UTC without.
#[component]
fn Time(at: Timestamp) -> impl IntoView {
    let text = RwSignal::new(format!("{} UTC", at.minute()));
    watch(move || text.set(local_time(at.micros())));
    view! { <time datetime=at.to_string()>{text}</time> }
}

/// The next task did not arrive.
#[component]
pub fn Trouble(error: Error, desk: Desk) -> impl IntoView {
    let (title, detail) = match Setback::of(&error) {
        Setback::Unreachable => (say::trouble_offline(), None),
        Setback::SignedOut => (say::trouble_signed_out(), None),
        Setback::Busy { .. } | Setback::Fault | Setback::Refused => {
            (say::trouble(), Some(error.sentence()))
        }
    };
    view! {
        <div class="empty empty--page">
            <h1 id=HEADING tabindex="-1">
                {title}
            </h1>
            <p class="empty__text">
                {say::trouble_text()}
            </p>
            {detail.map(|detail| view! { <p class="empty__detail">{detail}</p> })}
            <div class="empty__actions">
                <button class="button button--primary" type="button" on:click=move |_| desk.hurry()>
                    {common::try_again()}
                </button>
                <a href="/" class="button button--quiet">
                    {common::your_projects()}
                </a>
            </div>
        </div>
    }
}
