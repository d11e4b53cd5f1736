//! Results before the first judgment.

use domain::project::{ProjectView, Status};
use domain::results::Progress;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::project_frame::manages;

/// Says what has to happen before there is something to see.
#[component]
pub fn NoJudgments(view: ProjectView, progress: Progress) -> impl IntoView {
    let base = format!("/projects/{}", view.project.id);
    let (text, label, path) = next_step(&view, progress);
    view! {
        <section class="empty">
            <h2 class="empty__title">"No judgments yet"</h2>
            <p class="empty__text">{text}</p>
            <div class="empty__actions">
                <A href=format!("{base}{path}") attr:class="button">
                    {label}
                </A>
            </div>
        </section>
    }
}

fn next_step(view: &ProjectView, progress: Progress) -> (&'static str, &'static str, &'static str) {
    if !manages(view) {
        return ("They show up here as soon as raters send them.", "Overview", "");
    }
    if progress.tasks == 0 {
        return ("The project has no tasks. Bring some in first.", "Bring tasks in", "/import");
    }
    match view.project.status {
        Status::Active => (
            "Raters can begin. Make sure that the project has some.",
            "Look after members",
            "/members",
        ),
        Status::Draft | Status::Paused | Status::Archived => {
            ("Raters cannot judge while the project is not active.", "Change its status", "")
        }
    }
}
