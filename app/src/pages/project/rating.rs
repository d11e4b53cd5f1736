//! The overview of those who judge: what is asked of them, and whether there is work.

use domain::assignment::Outlook;
use domain::project::{ProjectView, Status};
use leptos::prelude::*;

use crate::components::markdown::Markdown;
use crate::language::project as t;

/// The way to the tasks, or the true reason why there is none; then the guidelines.
#[component]
pub fn Rating(
    view: ProjectView,
    /// What there is to judge.
    outlook: Option<Outlook>,
    own_judgments: i64,
    guidelines: String,
) -> impl IntoView {
    let project = view.project;
    let judge = format!("/projects/{}/judge", project.id);
    let reason = reason_not_to_judge(project.status, outlook);
    let written = !guidelines.trim().is_empty();
    view! {
        <section class="section">
            {match reason {
                None => {
                    view! {
                        <div class="cluster">
                            <a href=judge class="button button--primary button--large" rel="external">
                                {t::judge()}
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
            }} <p class="muted">{t::own(own_judgments)}</p>
        </section>
        <section class="section">
            <h2 class="section__header">{t::guidelines()}</h2>
            {if written {
                view! { <Markdown html=guidelines /> }.into_any()
            } else {
                view! { <p class="muted">{t::guidelines_none()}</p> }
                    .into_any()
            }}
        </section>
    }
}

/// Why nobody is handed a task now; none if tasks are handed out.
fn reason_not_to_judge(
    status: Status,
    outlook: Option<Outlook>,
) -> Option<(&'static str, &'static str)> {
    match status {
        Status::Draft => Some((t::draft(), t::draft_text())),
        Status::Paused => Some((t::paused(), t::paused_text())),
        Status::Archived => Some((t::closed(), t::closed_text())),
        Status::Active => match outlook? {
            Outlook::Empty => Some((t::empty(), t::empty_text())),
            Outlook::Finished => Some((t::done(), t::done_text())),
            Outlook::Waiting { .. } => Some((t::waiting(), t::waiting_text())),
            Outlook::Tasks { .. } | Outlook::NotActive { .. } => None,
        },
    }
}
