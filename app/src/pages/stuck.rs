//! Tasks that nobody is left to judge, and those that were retired.

use domain::id::ProjectId;
use domain::stuck::{StuckSkip, StuckTask};
use domain::task::TaskState;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::head::Title;
use crate::components::notices::confirm;
use crate::components::outcome::show;
use crate::components::project_frame::{ProjectFrame, no_project, project_id, project_resource};
use crate::components::refusal::{Refusal, refusal_of};
use crate::components::step_options::skip_reason;
use crate::language::{common, manage as t};
use crate::rpc;
use crate::rpc::stuck::SetTaskState;

/// Each with its skips and their reasons; putting back, retiring.
#[component]
pub fn StuckPage() -> impl IntoView {
    let id = project_id();
    let project = project_resource();
    let change = ServerAction::<SetTaskState>::new();
    confirm(change, |done| Some(*done));
    let tasks = Resource::new(
        move || (id.get(), change.version().get()),
        |(id, _)| async move {
            match id {
                Some(id) => rpc::stuck::list(id).await,
                None => Err(no_project()),
            }
        },
    );
    view! {
        <ProjectFrame
            project
            content=move |view| {
                let id = view.project.id;
                view! {
                    <Title text=t::stuck_of(&view.project.name) />
                    <Refusal error=refusal_of(change) />
                    <Transition fallback=|| {
                        view! {
                            <p class="muted" role="status">
                                {common::loading()}
                            </p>
                        }
                    }>
                        {move || Suspend::new(async move {
                            show(tasks.await, |tasks| view! { <Lists id tasks change /> })
                        })}
                    </Transition>
                }
            }
        />
    }
}

#[component]
fn Lists(
    id: ProjectId,
    tasks: Vec<StuckTask>,
    change: ServerAction<SetTaskState>,
) -> impl IntoView {
    let (stuck, retired): (Vec<_>, Vec<_>) =
        tasks.into_iter().partition(|task| task.state == TaskState::Open);
    let stuck = if stuck.is_empty() {
        view! {
            <section class="empty">
                <h2 class="empty__title">{t::stuck_none()}</h2>
                <p class="empty__text">{t::stuck_none_text()}</p>
                <A href=format!("/projects/{id}") attr:class="button">
                    {t::to_overview()}
                </A>
            </section>
        }
        .into_any()
    } else {
        view! {
            <section class="section" aria-labelledby="stuck">
                <h2 class="section__header" id="stuck">
                    {t::stuck()}
                </h2>
                <p class="section__lead">{t::stuck_lead()}</p>
                <Tasks id tasks=stuck change />
            </section>
        }
        .into_any()
    };
    let retired = (!retired.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="retired">
                <h2 class="section__header" id="retired">
                    {t::retired()}
                </h2>
                <p class="section__lead">{t::retired_lead()}</p>
                <Tasks id tasks=retired change />
            </section>
        }
    });
    view! {
        {stuck}
        {retired}
    }
}

#[component]
fn Tasks(
    id: ProjectId,
    tasks: Vec<StuckTask>,
    change: ServerAction<SetTaskState>,
) -> impl IntoView {
    view! {
        <ul class="list">
            {tasks.into_iter().map(|task| view! { <Task id task change /> }).collect_view()}
        </ul>
    }
}

#[component]
fn Task(id: ProjectId, task: StuckTask, change: ServerAction<SetTaskState>) -> impl IntoView {
    let StuckTask { id: task, external_id, state, prompt, judgments, wanted, skips } = task;
    let change_to = |to: TaskState, class: &'static str| {
        let (name, label) = match to {
            TaskState::Open => ("open", t::put_back()),
            TaskState::Retired => ("retired", t::retire()),
        };
        let of_task = t::of_task(label, &external_id);
        view! {
            <ActionForm action=change>
                <input type="hidden" name="project" value=id.to_string() />
                <input type="hidden" name="task" value=task.to_string() />
                <input type="hidden" name="task_state" value=name />
                <button class=class aria-label=of_task>
                    {label}
                </button>
            </ActionForm>
        }
    };
    // Where nobody has skipped, everybody has judged: only more raters help.
    let can_be_put_back = state == TaskState::Retired || !skips.is_empty();
    view! {
        <li class="list__row list__row--wide">
            <div class="list__main">
                <h3 class="list__title foreign">{external_id.clone()}</h3>
                <p class="foreign" dir="auto">
                    {prompt}
                </p>
                <p class="list__meta">
                    {t::judgments_of_wanted(judgments, i64::from(wanted))}
                </p>
                {skips.into_iter().map(|skip| view! { <Skip skip /> }).collect_view()}
            </div>
            <div class="list__actions">
                {can_be_put_back
                    .then(|| change_to(TaskState::Open, "button button--small"))}
                {(state == TaskState::Open)
                    .then(|| change_to(TaskState::Retired, "button button--quiet button--small"))}
            </div>
        </li>
    }
}

#[component]
fn Skip(skip: StuckSkip) -> impl IntoView {
    let StuckSkip { rater_name, reason, comment } = skip;
    view! {
        <p class="list__news muted">
            {t::skipped_by()} " " <span class="foreign">{rater_name}</span> ": "
            {skip_reason(reason)}
            {comment
                .map(|comment| {
                    view! {
                        " · "
                        <span class="foreign" dir="auto">
                            {comment}
                        </span>
                    }
                })}
        </p>
    }
}
