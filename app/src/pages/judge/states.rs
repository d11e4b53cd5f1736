//! Instead of a task: none yet, none left, none now, or none that arrived.

use domain::project::Status;
use domain::task::NextTask;
use domain::timestamp::Timestamp;
use leptos::prelude::*;

use super::browser::local_time;
use super::desk::{Desk, HEADING};
use super::setback::Setback;
use crate::rpc::Error;

/// The next task has not come yet.
#[component]
pub fn Waiting() -> impl IntoView {
    view! {
        <h1 class="judge__question" id=HEADING tabindex="-1">
            "The next task is on its way"
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
        NextTask::NotActive { status: Status::Draft } => "The project has not started yet",
        NextTask::NotActive { status: Status::Paused } => "The project is paused",
        NextTask::NotActive { status: Status::Archived } => "The project is closed",
        NextTask::Empty => "There are no tasks yet",
        NextTask::Finished => "That was the last one",
        NextTask::Waiting { .. } | NextTask::NotActive { .. } | NextTask::Task(_) => {
            "Nothing to judge just now"
        }
    };
    view! {
        <div class="empty empty--page">
            <h1 id=HEADING tabindex="-1">
                {title}
            </h1>
            <p class="empty__text">
                {match reason {
                    NextTask::Waiting { until } => {
                        view! {
                            "The rest is in the hands of other raters. Should one let a task lie, it is free at "
                            <Time at=until />
                            ". This page looks again by itself."
                        }
                            .into_any()
                    }
                    reason => explanation(&reason).into_any(),
                }}
            </p>
            <div class="empty__actions">
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
                    "Look again"
                </a>
                <a href=back class="button button--quiet">
                    "To the project"
                </a>
                <a href="/" class="button button--quiet">
                    "Your projects"
                </a>
            </div>
        </div>
    }
}

fn explanation(reason: &NextTask) -> &'static str {
    match reason {
        NextTask::NotActive { status: Status::Draft } => {
            "It is still being set up. Tasks are handed out once a manager starts it."
        }
        NextTask::NotActive { status: Status::Archived } => {
            "Nothing more is collected. All that you sent is kept."
        }
        NextTask::NotActive { .. } => {
            "Its managers hand nothing out at the moment. All that you sent is kept."
        }
        NextTask::Empty => "Nothing has been brought in. Tasks appear here once a manager does.",
        NextTask::Finished => {
            "You have judged or skipped every task of this project that wants judgments. Thank you. Should more be brought in, they appear here."
        }
        NextTask::Waiting { .. } | NextTask::Task(_) => "",
    }
}

/// A time of day: by the rater's clock in a browser with scripts, in UTC without.
#[component]
fn Time(at: Timestamp) -> impl IntoView {
    let text = RwSignal::new(format!("{} UTC", at.minute()));
    Effect::new(move |_| text.set(local_time(at.micros())));
    view! { <time datetime=at.to_string()>{text}</time> }
}

/// The next task did not arrive.
#[component]
pub fn Trouble(error: Error, desk: Desk) -> impl IntoView {
    let (title, detail) = match Setback::of(&error) {
        Setback::Unreachable => ("The next task comes with the connection", None),
        Setback::SignedOut => ("Sign in to go on", None),
        Setback::Busy { .. } | Setback::Fault | Setback::Refused => {
            ("The next task did not arrive", Some(error.to_string()))
        }
    };
    view! {
        <div class="empty empty--page">
            <h1 id=HEADING tabindex="-1">
                {title}
            </h1>
            <p class="empty__text">
                "What you have decided is kept. This page tries again by itself."
            </p>
            {detail.map(|detail| view! { <p class="empty__detail">{detail}</p> })}
            <div class="empty__actions">
                <button class="button button--primary" type="button" on:click=move |_| desk.hurry()>
                    "Try again"
                </button>
                <a href="/" class="button button--quiet">
                    "Your projects"
                </a>
            </div>
        </div>
    }
}
