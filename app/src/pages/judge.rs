//! Judging: one task after the other, by keyboard or by hand, without waiting for the network.

use domain::id::ProjectId;
use leptos::prelude::*;

use crate::components::outcome::show;
use crate::components::project_frame::no_project;
use crate::rpc;

mod banner;
mod break_hint;
mod browser;
pub mod comparison;
mod courier;
mod database;
mod desk;
mod draft;
mod flags;
mod guidelines;
mod habits;
mod in_hand;
mod keyboard;
mod keys;
mod marks;
mod modal;
mod outbox;
pub mod preview;
mod question;
mod queue;
mod ranking;
pub mod ranks;
mod reading;
mod retry;
pub mod rewrite;
mod scene;
mod setback;
mod skip;
mod states;
mod steps;
mod stopwatch;
mod store;
mod stretch;
mod toolbar;
mod verdict_bar;
mod view_menu;
mod why;

use crate::language::judge as say;
use scene::Judging;

/// The tasks of a project, one at a time.
#[component]
pub fn JudgePage(
    /// None where the address names none.
    project: Option<ProjectId>,
) -> impl IntoView {
    let opening = Resource::new(
        || (),
        move |()| async move {
            match project {
                Some(project) => rpc::judging::open(project).await,
                None => Err(no_project()),
            }
        },
    );
    view! {
        <main class="judge" id="main" tabindex="-1">
            <Suspense fallback=|| {
                view! {
                    <p class="judge__notice" role="status">
                        {say::on_its_way()}
                    </p>
                }
            }>
                {move || Suspend::new(async move {
                    show(opening.await, |opening| view! { <Judging opening /> })
                })}
            </Suspense>
        </main>
    }
}
