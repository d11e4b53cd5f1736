//! What to do next about a project: each step is done, next, or to come.

use domain::project::{ProjectView, Status};
use domain::results::Progress;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::number::counted;

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
            <h2 class="section__header">"Next steps"</h2>
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
    let wanted = progress.judgments_wanted;
    let judged = wanted > 0 && progress.judgments >= wanted;
    [
        Step {
            title: "Write guidelines",
            text: if written {
                format!("Version {}.", project.guideline_version)
            } else {
                "What makes a response better, and when to call it a tie.".to_owned()
            },
            path: Some("/settings"),
            done: written,
        },
        Step {
            title: "Bring tasks in",
            text: if progress.tasks > 0 {
                format!("{}.", counted(progress.tasks, "task"))
            } else {
                "From a file of prompts and responses.".to_owned()
            },
            path: Some("/import"),
            done: progress.tasks > 0,
        },
        Step {
            title: "Invite raters",
            text: invite_text(members, project.overlap),
            path: Some("/members"),
            done: members >= i64::from(project.overlap),
        },
        Step {
            title: "Start",
            text: match project.status {
                Status::Draft => "Below, once all is ready. Nothing is handed out before.",
                Status::Active => "Tasks are handed out.",
                Status::Paused => "The project was started, and is paused now.",
                Status::Archived => "The project is archived.",
            }
            .to_owned(),
            path: None,
            done: project.status != Status::Draft,
        },
        Step {
            title: "Have the tasks judged",
            text: if judged {
                "Every task has as many judgments as were asked for.".to_owned()
            } else {
                format!("{} to go.", counted((wanted - progress.judgments).max(0), "judgment"))
            },
            path: None,
            done: judged,
        },
        Step {
            title: "Export",
            text: if progress.judgments > 0 {
                format!("{} can leave today.", counted(progress.judgments, "judgment"))
            } else {
                "There is nothing to take out yet.".to_owned()
            },
            path: Some("/export"),
            done: false,
        },
    ]
}

/// One rater judges a task once, so that a project needs as many people as judgments per task.
fn invite_text(members: i64, overlap: i32) -> String {
    let people = counted(members, "member");
    let missing = i64::from(overlap) - members;
    if missing > 0 {
        format!(
            "{people}. {} per task need as many people: {missing} more.",
            counted(i64::from(overlap), "judgment"),
        )
    } else {
        format!("{people}. They can all judge.")
    }
}
