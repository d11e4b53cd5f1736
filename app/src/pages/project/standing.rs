//! How far a project has come.

use domain::id::ProjectId;
use domain::progress::{Progress, Stage};
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::number::count;
use crate::language::manage as t;

/// Figures and a bar.
#[component]
pub fn Standing(progress: Progress, id: ProjectId) -> impl IntoView {
    let Progress { tasks, tasks_complete, judgments_wanted, judgments, skips, held, .. } = progress;
    let (percent, left) = (progress.percent(), progress.left());
    let done = progress.stage() == Stage::Finished;
    view! {
        <section class="section" aria-label=t::progress()>
            <dl class="figures">
                <Figure label=t::judgments_of(judgments_wanted) value=judgments />
                <Figure label=t::tasks_complete_of(tasks) value=tasks_complete />
                <Figure label=t::tasks_in_hand().to_owned() value=held />
                <Figure label=t::skips().to_owned() value=skips />
            </dl>
            {(tasks > 0)
                .then(|| {
                    view! {
                        <div class="progress-line">
                            <progress
                                class="progress"
                                class:progress--done=done
                                value=judgments
                                max=judgments_wanted.max(1)
                                aria-label=t::judgments()
                            ></progress>
                            <p class="progress-line__text">
                                <span>{t::percent_done(percent)}</span>
                                <span>{t::to_go(left)}</span>
                            </p>
                        </div>
                    }
                })}
            {(progress.surplus > 0)
                .then(|| view! { <p class="muted">{t::surplus(progress.surplus)}</p> })}
            {(progress.tasks_retired > 0)
                .then(|| {
                    let href = format!("/projects/{id}/stuck");
                    view! {
                        <p class="muted">
                            <A href>{t::tasks_retired(progress.tasks_retired)}</A>
                        </p>
                    }
                })}
            <WayOn progress id />
        </section>
    }
}

/// What holds the project up, or that it is finished, and the way on.
#[component]
fn WayOn(progress: Progress, id: ProjectId) -> impl IntoView {
    let Progress { tasks_stuck, raters_missing, .. } = progress;
    let (title, text, label, page) = match progress.stage() {
        Stage::Empty => return None,
        Stage::Finished => {
            (t::finished(), t::finished_text().to_owned(), t::step_export(), "export")
        }
        Stage::Stuck => {
            let text = t::stuck_text(tasks_stuck, raters_missing);
            (t::stuck_all(), text, t::step_raters(), "members")
        }
        Stage::Open if tasks_stuck > 0 => {
            let text = t::stuck_text(tasks_stuck, raters_missing);
            (t::stuck_some(), text, t::step_raters(), "members")
        }
        Stage::Open if raters_missing > 0 => {
            let text = t::raters_missing_text(raters_missing);
            (t::raters_missing(), text, t::step_raters(), "members")
        }
        Stage::Open => return None,
    };
    let href = format!("/projects/{id}/{page}");
    let stuck = (tasks_stuck > 0).then(|| {
        let href = format!("/projects/{id}/stuck");
        view! { " · " <A href>{t::stuck_show()}</A> }
    });
    Some(view! {
        <div class="notice">
            <p class="notice__title">{title}</p>
            <p>{text} " " <A href>{label}</A> {stuck}</p>
        </div>
    })
}

#[component]
fn Figure(label: String, value: i64) -> impl IntoView {
    view! {
        <div class="figure">
            <dt class="figure__label">{label}</dt>
            <dd class="figure__value">{count(value)}</dd>
        </div>
    }
}
