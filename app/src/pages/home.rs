//! Home: one's projects, and where to begin when there are none.

mod work;

use domain::actor::Role;
use domain::agreement::interval::Interval;
use domain::assignment::{Left, Outlook};
use domain::progress::{Progress, Stage};
use domain::project::Status;
use domain::work::{ProjectWork, Work};
use leptos::prelude::*;
use leptos::web_sys::js_sys;
use leptos_router::components::A;

use self::work::OwnWork;
use crate::components::frame::Visitor;
use crate::components::head::Title;
use crate::components::leave::leave_on_success;
use crate::components::number::part;
use crate::components::outcome::show;
use crate::components::project_frame::StatusBadge;
use crate::components::refusal::{Refusal, refusal_of};
use crate::language::{common, home as t};
use crate::rpc;
use crate::rpc::projects::{CreateDemo, Listed};

/// One's projects, newest first.
#[component]
pub fn HomePage() -> impl IntoView {
    let visitor = expect_context::<Visitor>();
    let projects = Resource::new(|| (), |()| rpc::projects::projects());
    // The server does not know the visitor's clock: days are those of UTC until the page is alive.
    let utc_offset = RwSignal::new(0);
    Effect::new(move |_| utc_offset.set(utc_offset_now()));
    let work = Resource::new(move || utc_offset.get(), rpc::work::work);
    view! {
        <Title text=t::title() />
        <main class="page" id="main">
            <Transition fallback=|| view! { <p class="muted">{common::loading()}</p> }>
                {move || Suspend::new(async move {
                    let account = visitor.0.await.ok().and_then(|visit| visit.account);
                    let admin = account.is_some_and(|account| account.site_admin);
                    let work = work.await;
                    show(
                        projects.await.and_then(|listed| Ok((listed, work?))),
                        |(listed, work)| view! { <Projects listed work admin /> },
                    )
                })}
            </Transition>
        </main>
    }
}

#[component]
fn Projects(listed: Vec<Listed>, work: Work, admin: bool) -> impl IntoView {
    let none = listed.is_empty();
    view! {
        <header class="page__header">
            <h1 class="page__title">{t::title()}</h1>
            {(admin && !none)
                .then(|| {
                    view! {
                        <A href="/projects/new" attr:class="button">
                            {t::new_project()}
                        </A>
                    }
                })}
        </header>
        {if none {
            view! { <Beginning admin /> }.into_any()
        } else {
            let own = |id| work.projects.iter().find(|own| own.project_id == id).cloned();
            let rows = listed.into_iter().map(|listed| (own(listed.id), listed));
            let rows =
                rows.map(|(own, listed)| view! { <Row listed own /> }).collect_view();
            view! {
                <OwnWork work />
                <ul class="list">{rows}</ul>
            }
                .into_any()
        }}
    }
}

#[component]
fn Row(
    listed: Listed,
    /// What one has done in it oneself, if anything.
    own: Option<ProjectWork>,
) -> impl IntoView {
    let Listed { id, name, status, overlap, role, progress, outlook } = listed;
    let href = format!("/projects/{id}");
    let (label, target) = next_step(status, role, progress, outlook, &href);
    let class = if target.ends_with("/judge") { "button button--primary" } else { "button" };
    let bar = t::bar(&name);
    view! {
        <li class="list__row">
            <div class="list__main">
                <h2 class="list__title foreign">
                    <A href=href.clone()>{name}</A>
                </h2>
                <div class="list__meta">
                    <StatusBadge status />
                    <span>{standing(role)}</span>
                    <span>{t::per_task(overlap)}</span>
                    {own.as_ref().map(|own| view! { <span>{t::own(own.judgments_today, own.judgments)}</span> })}
                </div>
                {own
                    .as_ref()
                    .and_then(consistency)
                    .map(|text| view! { <p class="list__meta">{text}</p> })}
                {own.filter(ProjectWork::has_new_guidelines).map(|own| {
                    let changes = format!("{href}/guidelines?since={}", own.guideline_version);
                    view! {
                        <p class="list__news">
                            {t::new_guidelines()} " "
                            <A href=changes>{t::read_changes()}</A>
                        </p>
                    }
                })}
            </div>
            {match progress {
                Some(progress) => view! { <Bar progress label=bar /> }.into_any(),
                None => {
                    view! {
                        <div class="progress-line">
                            <p class="progress-line__text">
                                <span>{outlook.map(own_outlook)}</span>
                            </p>
                        </div>
                    }
                        .into_any()
                }
            }}
            <div class="list__actions">
                // Not the router's: the judge page has a client of its own.
                <a href=target class=class rel="external">
                    {label}
                </a>
            </div>
        </li>
    }
}

/// How far a project has come.
#[component]
fn Bar(progress: Progress, label: String) -> impl IntoView {
    let Progress { tasks, judgments, judgments_wanted, .. } = progress;
    view! {
        <div class="progress-line">
            <progress
                class="progress"
                class:progress--done=progress.stage() == Stage::Finished
                value=judgments
                max=judgments_wanted.max(1)
                aria-label=label
            ></progress>
            <p class="progress-line__text">
                {if tasks == 0 {
                    view! { <span>{t::no_tasks()}</span> }.into_any()
                } else {
                    view! {
                        <span>{t::progress(judgments_wanted, judgments)}</span>
                        <span>{t::percent(progress.percent())}</span>
                    }
                        .into_any()
                }}
            </p>
        </div>
    }
}

/// What there is to judge for somebody who does not see the project's progress.
fn own_outlook(outlook: Outlook) -> String {
    match outlook {
        Outlook::Tasks { left: Left { tasks, more: false } } => t::left(tasks),
        Outlook::Tasks { left: Left { tasks, more: true } } => t::left_more(tasks),
        Outlook::Finished => t::left_none().to_owned(),
        Outlook::Waiting { .. } => t::left_waiting().to_owned(),
        Outlook::Empty => t::no_tasks().to_owned(),
        Outlook::NotActive { .. } => String::new(),
    }
}

/// The one thing to do next about a project. Nobody is sent to judge where nothing is left for
/// them.
fn next_step(
    status: Status,
    role: Option<Role>,
    progress: Option<Progress>,
    outlook: Option<Outlook>,
    href: &str,
) -> (&'static str, String) {
    let manages = matches!(role, Some(Role::Manager) | None);
    let stage = progress.map(|progress| progress.stage());
    match (status, outlook) {
        (_, Some(Outlook::Tasks { .. })) => (t::step_judge(), format!("{href}/judge")),
        _ if manages && stage == Some(Stage::Empty) => (t::step_import(), format!("{href}/import")),
        _ if manages && (status == Status::Archived || stage == Some(Stage::Finished)) => {
            (t::step_export(), format!("{href}/export"))
        }
        _ => (t::step_open(), href.to_owned()),
    }
}

fn standing(role: Option<Role>) -> &'static str {
    match role {
        Some(Role::Manager) => t::you_manage(),
        Some(Role::Adjudicator) => t::you_adjudicate(),
        Some(Role::Rater) => t::you_judge(),
        None => t::not_member(),
    }
}

/// How often somebody says the same again, where that is known.
fn consistency(own: &ProjectWork) -> Option<String> {
    let (_, Interval { low, high }) = own.consistency()?;
    let whole = |share: f64| part((share * 1_000.0) as i64, 1_000);
    let share = part(own.repeats_alike, own.repeats);
    Some(t::consistency(own.repeats_alike, own.repeats, &share, &whole(low), &whole(high)))
}

/// How many minutes the visitor's clock is ahead of UTC.
#[expect(clippy::cast_possible_truncation, reason = "whole minutes, a day's at most")]
fn utc_offset_now() -> i32 {
    -js_sys::Date::new_0().get_timezone_offset() as i32
}

/// What to do where there is no project.
#[component]
fn Beginning(admin: bool) -> impl IntoView {
    let demo = ServerAction::<CreateDemo>::new();
    leave_on_success(demo);
    if !admin {
        return view! {
            <section class="empty">
                <h2 class="empty__title">{t::nothing_title()}</h2>
                <p class="empty__text">
                    {t::nothing_text()}
                </p>
            </section>
        }
        .into_any();
    }
    view! {
        <section class="empty">
            <h2 class="empty__title">{t::begin_title()}</h2>
            <p class="empty__text">
                {t::begin_text()}
            </p>
            <Refusal error=refusal_of(demo) />
            <div class="empty__actions">
                <A href="/projects/new" attr:class="button button--primary">
                    {t::new_project()}
                </A>
                <ActionForm action=demo>
                    <button class="button">{t::sample()}</button>
                </ActionForm>
            </div>
        </section>
    }
    .into_any()
}
