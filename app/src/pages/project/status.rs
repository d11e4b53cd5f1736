//! Starting, pausing, resuming and archiving a project.

use domain::id::ProjectId;
use domain::project::Status;
use leptos::prelude::*;

use crate::components::confirm::Confirm;
use crate::components::refusal::{Refusal, refusal_of};
use crate::language::manage as t;
use crate::rpc::projects::ChangeStatus;

/// What the status means, and what can be done about it.
#[component]
pub fn StatusActions(
    id: ProjectId,
    status: Status,
    change_status: ServerAction<ChangeStatus>,
) -> impl IntoView {
    let (text, action, target) = match status {
        Status::Draft => (t::status_draft_text(), t::start(), Status::Active),
        Status::Active => (t::status_active_text(), t::pause(), Status::Paused),
        Status::Paused => (t::status_paused_text(), t::resume(), Status::Active),
        Status::Archived => (t::status_archived_text(), t::reopen(), Status::Paused),
    };
    let class = match status {
        Status::Draft | Status::Paused => "button button--primary",
        Status::Active | Status::Archived => "button",
    };
    view! {
        <section class="section">
            <h2 class="section__header">{t::status()}</h2>
            <p class="section__lead">{text}</p>
            <Refusal error=refusal_of(change_status) />
            <div class="cluster">
                <Change id change_status target class action />
                {(status != Status::Archived)
                    .then(|| {
                        view! {
                            <Confirm
                                label=t::archive_ask()
                                description=t::archive_project()
                                question=t::archive_question()
                            >
                                <Change
                                    id
                                    change_status
                                    target=Status::Archived
                                    class="button button--final"
                                    action=t::archive()
                                />
                            </Confirm>
                        }
                    })}
            </div>
        </section>
    }
}

/// A button that changes the status.
#[component]
fn Change(
    id: ProjectId,
    change_status: ServerAction<ChangeStatus>,
    target: Status,
    class: &'static str,
    action: &'static str,
) -> impl IntoView {
    view! {
        <ActionForm action=change_status>
            <input type="hidden" name="project" value=id.to_string() />
            <input type="hidden" name="status" value=target.name() />
            <button class=class aria-busy=move || change_status.pending().get().then_some("true")>
                {action}
            </button>
        </ActionForm>
    }
}
