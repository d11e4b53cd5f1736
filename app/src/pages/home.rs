//! Home: one's projects, and where to begin when there are none.

use domain::actor::Role;
use domain::project::Status;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;

use crate::components::frame::Visitor;
use crate::components::leave::leave_on_success;
use crate::components::outcome::show;
use crate::components::project_frame::StatusBadge;
use crate::components::refusal::{Refusal, refusal_of};
use crate::rpc;
use crate::rpc::projects::{CreateDemo, Listed};

/// One's projects, newest first.
#[component]
pub fn HomePage() -> impl IntoView {
    let visitor = expect_context::<Visitor>();
    let projects = Resource::new(|| (), |()| rpc::projects::projects());
    view! {
        <Title text="Projects" />
        <main class="page" id="main">
            <Suspense fallback=|| view! { <p class="muted">"Loading …"</p> }>
                {move || Suspend::new(async move {
                    let account = visitor.0.await.ok().and_then(|visit| visit.account);
                    let admin = account.is_some_and(|account| account.site_admin);
                    show(projects.await, |listed| view! { <Projects listed admin /> })
                })}
            </Suspense>
        </main>
    }
}

#[component]
fn Projects(listed: Vec<Listed>, admin: bool) -> impl IntoView {
    let none = listed.is_empty();
    view! {
        <header class="page__header">
            <h1 class="page__title">"Projects"</h1>
            {(admin && !none)
                .then(|| {
                    view! {
                        <A href="/projects/new" attr:class="button">
                            "New project"
                        </A>
                    }
                })}
        </header>
        {if none {
            view! { <Beginning admin /> }.into_any()
        } else {
            view! {
                <ul class="list">
                    {listed.into_iter().map(|listed| view! { <Row listed /> }).collect_view()}
                </ul>
            }
                .into_any()
        }}
    }
}

#[component]
fn Row(listed: Listed) -> impl IntoView {
    let Listed { id, name, status, overlap, role, progress } = listed;
    let href = format!("/projects/{id}");
    let (label, target) = next_step(status, role, progress.tasks, &href);
    let class = if label == "Judge" { "button button--primary" } else { "button" };
    let percent = (100 * progress.judgments).checked_div(progress.judgments_wanted).unwrap_or(0);
    let done = progress.judgments_wanted > 0 && progress.judgments >= progress.judgments_wanted;
    let bar = format!("Judgments of {name}");
    view! {
        <li class="list__row">
            <div class="list__main">
                <h2 class="list__title">
                    <A href=href>{name}</A>
                </h2>
                <div class="list__meta">
                    <StatusBadge status />
                    <span>{standing(role)}</span>
                    <span>{format!("{} per task", judgments(i64::from(overlap)))}</span>
                </div>
            </div>
            <div class="progress-line">
                <progress
                    class="progress"
                    class:progress--done=done
                    value=progress.judgments
                    max=progress.judgments_wanted.max(1)
                    aria-label=bar
                ></progress>
                <p class="progress-line__text">
                    {if progress.tasks == 0 {
                        view! { <span>"no tasks yet"</span> }.into_any()
                    } else {
                        view! {
                            <span>
                                {format!(
                                    "{} of {}",
                                    progress.judgments,
                                    judgments(progress.judgments_wanted),
                                )}
                            </span>
                            <span>{format!("{percent}%")}</span>
                        }
                            .into_any()
                    }}
                </p>
            </div>
            <div class="list__actions">
                // Not the router's: the judge page has a client of its own.
                <a href=target class=class rel="external">
                    {label}
                </a>
            </div>
        </li>
    }
}

/// The one thing to do next about a project.
fn next_step(status: Status, role: Option<Role>, tasks: i64, href: &str) -> (&'static str, String) {
    let manages = matches!(role, Some(Role::Manager) | None);
    match (status, role) {
        (Status::Active, Some(_)) if tasks > 0 => ("Judge", format!("{href}/judge")),
        _ if manages && tasks == 0 => ("Bring tasks in", format!("{href}/import")),
        (Status::Archived, _) if manages => ("Export", format!("{href}/export")),
        _ => ("Open", href.to_owned()),
    }
}

fn standing(role: Option<Role>) -> &'static str {
    match role {
        Some(Role::Manager) => "You manage",
        Some(Role::Adjudicator) => "You adjudicate",
        Some(Role::Rater) => "You judge",
        None => "You are not a member",
    }
}

fn judgments(n: i64) -> String {
    if n == 1 { "1 judgment".to_owned() } else { format!("{n} judgments") }
}

/// What to do where there is no project.
#[component]
fn Beginning(admin: bool) -> impl IntoView {
    let demo = ServerAction::<CreateDemo>::new();
    leave_on_success(demo);
    if !admin {
        return view! {
            <section class="empty">
                <h2 class="empty__title">"Nothing to judge yet"</h2>
                <p class="empty__text">
                    "You are not a member of any project. Whoever runs one can add you or send you an invitation."
                </p>
            </section>
        }
        .into_any();
    }
    view! {
        <section class="empty">
            <h2 class="empty__title">"Begin here"</h2>
            <p class="empty__text">
                "Set up a project of your own, or look around with a sample: forty real pairs of answers that you can judge at once."
            </p>
            <Refusal error=refusal_of(demo) />
            <div class="empty__actions">
                <A href="/projects/new" attr:class="button button--primary">
                    "New project"
                </A>
                <ActionForm action=demo>
                    <button class="button">"Make a sample project"</button>
                </ActionForm>
            </div>
        </section>
    }
    .into_any()
}
