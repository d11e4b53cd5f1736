//! What to do next about a project: each step is done, next, or to come.

use domain::progress::{Progress, Stage};
use domain::project::{ProjectView, Status};
use leptos::prelude::*;
use leptos_router::components::A;

use crate::language::manage as t;

struct Step {
    title: &'static str,
    text: String,
    /// Where the step is taken; none where it is taken on this page or by others.
    path: Option<&'static str>,
    done: bool,
}

/// The way from an empty project to a data set.
#[component]
pub fn Steps(
    view: ProjectView,
    progress: Progress,
    /// How many people belong to the project.
    members: i64,
) -> impl IntoView {
    let base = format!("/projects/{}", view.project.id);
    let steps = steps(&view, &progress, members);
    let next = steps.iter().position(|step| !step.done);
    view! {
        <section class="section">
            <h2 class="section__header">{t::steps()}</h2>
            <ol class="steps">
                {steps
                    .into_iter()
                    .enumerate()
                    .map(|(position, step)| {
                        let href = step.path.map(|path| format!("{base}{path}"));
                        view! {
                            <li
                                class="steps__item"
                                class:steps__item--done=step.done
                                class:steps__item--next=next == Some(position)
                                aria-current=(next == Some(position)).then_some("step")
                            >
                                <span class="steps__title">
                                    {match href {
                                        Some(href) => view! { <A href>{step.title}</A> }.into_any(),
                                        None => step.title.into_any(),
                                    }}
                                </span>
                                <span class="steps__text">{step.text}</span>
                            </li>
                        }
                    })
                    .collect_view()}
            </ol>
        </section>
    }
}

fn steps(view: &ProjectView, progress: &Progress, members: i64) -> [Step; 6] {
    let project = &view.project;
    let written = !view.guidelines.trim().is_empty();
    let judged = progress.stage() == Stage::Finished;
    [
        Step {
            title: t::step_guidelines(),
            text: if written {
                t::step_guidelines_done(project.guideline_version)
            } else {
                t::step_guidelines_open().to_owned()
            },
            path: Some("/settings"),
            done: written,
        },
        Step {
            title: t::step_tasks(),
            text: if progress.tasks > 0 {
                t::step_tasks_done(progress.tasks)
            } else {
                t::step_tasks_open().to_owned()
            },
            path: Some("/import"),
            done: progress.tasks > 0,
        },
        Step {
            title: t::step_raters(),
            text: invite_text(members, project.overlap),
            path: Some("/members"),
            done: members >= i64::from(project.overlap),
        },
        Step {
            title: t::step_start(),
            text: match project.status {
                Status::Draft => t::step_start_draft(),
                Status::Active => t::step_start_active(),
                Status::Paused => t::step_start_paused(),
                Status::Archived => t::step_start_archived(),
            }
            .to_owned(),
            path: None,
            done: project.status != Status::Draft,
        },
        Step {
            title: t::step_judge(),
            text: if judged {
                t::step_judge_done().to_owned()
            } else {
                t::step_judge_open(progress.left())
            },
            path: None,
            done: judged,
        },
        Step {
            title: t::step_export(),
            text: if progress.judgments > 0 {
                t::step_export_some(progress.judgments + progress.surplus)
            } else {
                t::step_export_none().to_owned()
            },
            path: Some("/export"),
            done: false,
        },
    ]
}

/// One rater judges a task once, so that a project needs as many people as judgments per task.
fn invite_text(members: i64, overlap: i32) -> String {
    let missing = i64::from(overlap) - members;
    if missing > 0 { t::members_few(members, overlap, missing) } else { t::members_enough(members) }
}
