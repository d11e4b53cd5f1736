//! The overview of those who judge: what is asked of them, and whether there is work.

use domain::project::{ProjectView, Status};
use domain::results::Progress;
use leptos::prelude::*;

use crate::components::markdown::Markdown;
use crate::components::number::counted;

/// The way to the tasks, or the true reason why there is none; then the guidelines.
#[component]
pub fn Rating(
    view: ProjectView,
    progress: Progress,
    own_judgments: i64,
    guidelines: String,
) -> impl IntoView {
    let project = view.project;
    let judge = format!("/projects/{}/judge", project.id);
    let reason = reason_not_to_judge(project.status, &progress);
    let written = !guidelines.trim().is_empty();
    view! {
        <section class="section">
            {match reason {
                None => {
                    view! {
                        <div class="cluster">
                            <a href=judge class="button button--primary button--large" rel="external">
                                "Judge"
                            </a>
                        </div>
                    }
                        .into_any()
                }
                Some((title, text)) => {
                    view! {
                        <div class="notice">
                            <p class="notice__title">{title}</p>
                            <p>{text}</p>
                        </div>
                    }
                        .into_any()
                }
            }} <p class="muted">{own_text(own_judgments)}</p>
        </section>
        <section class="section">
            <h2 class="section__header">"Guidelines"</h2>
            {if written {
                view! { <Markdown html=guidelines /> }.into_any()
            } else {
                view! { <p class="muted">"None were written. Judge which response helps more."</p> }
                    .into_any()
            }}
        </section>
    }
}

fn own_text(n: i64) -> String {
    match n {
        0 => "You have not judged a task of this project yet.".to_owned(),
        n => format!("You have judged {} of this project.", counted(n, "task")),
    }
}

/// Why nobody is handed a task now; none if tasks are handed out.
fn reason_not_to_judge(
    status: Status,
    progress: &Progress,
) -> Option<(&'static str, &'static str)> {
    match status {
        Status::Draft => Some((
            "Not started yet",
            "The project is being set up. Whoever runs it will start it when all is ready.",
        )),
        Status::Paused => Some((
            "Paused",
            "Nothing new is handed out at the moment. Whoever runs the project can resume it.",
        )),
        Status::Archived => {
            Some(("Closed", "The project is archived. Thank you for your judgments."))
        }
        Status::Active if progress.tasks == 0 => {
            Some(("No tasks yet", "Nothing has been brought in yet. Look again later."))
        }
        Status::Active if progress.judgments >= progress.judgments_wanted => Some((
            "All is judged",
            "Every task has as many judgments as were asked for. Thank you.",
        )),
        Status::Active => None,
    }
}
