//! Results before the first judgment.

use domain::progress::Progress;
use domain::project::{ProjectView, Status};
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::project_frame::manages;
use crate::language::results as t;

/// Says what has to happen before there is something to see.
#[component]
pub fn NoJudgments(view: ProjectView, progress: Progress) -> impl IntoView {
    let base = format!("/projects/{}", view.project.id);
    let (text, label, path) = next_step(&view, progress);
    view! {
        <section class="empty">
            <h2 class="empty__title">{t::none()}</h2>
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
        return (t::none_others(), t::overview(), "");
    }
    if progress.tasks == 0 {
        return (t::none_tasks(), t::bring_in(), "/import");
    }
    match view.project.status {
        Status::Active => (t::none_active(), t::look_members(), "/members"),
        Status::Draft | Status::Paused | Status::Archived => {
            (t::none_inactive(), t::change_status(), "")
        }
    }
}
