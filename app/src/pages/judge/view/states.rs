//! The page without a task: loading, none left, paused, or failed.

use domain::project::Status;
use domain::task::NextTask;
use domain::timestamp::Timestamp;
use leptos::prelude::*;

use crate::language::{common, judge as t};
use crate::pages::judge::browser::{local_time, watch};
use crate::pages::judge::judge_state::{HEADING, JudgeState};
use crate::pages::judge::state::call_failure::CallFailure;
use crate::rpc::Error;

/// The next task is loading.
#[component]
pub fn Waiting() -> impl IntoView {
    view! {
        <h1 class="judge__question" id=HEADING tabindex="-1">
            {t::on_its_way()}
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

/// There is no task, for this reason.
#[component]
pub fn Nothing(
    reason: NextTask,
    /// The project's page.
    back: String,
    state: JudgeState,
) -> impl IntoView {
    let title = match &reason {
        NextTask::NotActive { status: Status::Draft } => t::nothing_draft(),
        NextTask::NotActive { status: Status::Paused } => t::nothing_paused(),
        NextTask::NotActive { status: Status::Archived } => t::nothing_archived(),
        NextTask::Empty => t::nothing_empty(),
        NextTask::Finished => t::nothing_finished(),
        NextTask::Waiting { .. } | NextTask::NotActive { .. } | NextTask::Task(_) => {
            t::nothing_now()
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
                            {t::nothing_until()} " "
                            <Time at=until />
                            {t::nothing_until_end()}
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
                            // Without scripts, reloading the address looks again.
                            <a
                                class="button"
                                href=""
                                rel="external"
                                on:click=move |event| {
                                    event.prevent_default();
                                    state.hurry();
                                }
                            >
                                {t::look_again()}
                            </a>
                        }
                    })}
                <a href=back class="button button--quiet">
                    {t::to_the_project()}
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
        NextTask::NotActive { status: Status::Draft } => t::nothing_draft_text(),
        NextTask::NotActive { status: Status::Archived } => t::nothing_archived_text(),
        NextTask::NotActive { .. } => t::nothing_paused_text(),
        NextTask::Empty => t::nothing_empty_text(),
        NextTask::Finished => t::nothing_finished_text(),
        NextTask::Waiting { .. } | NextTask::Task(_) => "",
    }
}

/// A time of day: local time with scripts, UTC without.
#[component]
fn Time(at: Timestamp) -> impl IntoView {
    let text = RwSignal::new(format!("{} UTC", at.minute()));
    watch(move || text.set(local_time(at.micros())));
    view! { <time datetime=at.to_string()>{text}</time> }
}

/// The next task could not be loaded.
#[component]
pub fn Trouble(error: Error, state: JudgeState) -> impl IntoView {
    let (title, detail) = match CallFailure::of(&error) {
        CallFailure::Unreachable => (t::trouble_offline(), None),
        CallFailure::SignedOut => (t::trouble_signed_out(), None),
        CallFailure::Busy { .. } | CallFailure::Fault | CallFailure::Refused => {
            (t::trouble(), Some(error.sentence()))
        }
    };
    view! {
        <div class="empty empty--page">
            <h1 id=HEADING tabindex="-1">
                {title}
            </h1>
            <p class="empty__text">
                {t::trouble_text()}
            </p>
            {detail.map(|detail| view! { <p class="empty__detail">{detail}</p> })}
            <div class="empty__actions">
                <button class="button button--primary" type="button" on:click=move |_| state.hurry()>
                    {common::try_again()}
                </button>
                <a href="/" class="button button--quiet">
                    {common::your_projects()}
                </a>
            </div>
        </div>
    }
}
