//! Judging: one task after the other, by keyboard or by hand, without waiting for the network.

use leptos::prelude::*;

use crate::components::outcome::show;
use crate::rpc;
use crate::rpc::judging::Opening;

mod banner;
mod break_hint;
mod browser;
mod columns;
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
pub mod marks;
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
mod spans;
mod states;
mod steps;
mod stopwatch;
mod store;
mod stretch;
mod toolbar;
mod verdict_bar;
mod view_menu;
mod why;

use scene::Judging;

/// The tasks of a project, one at a time.
#[component]
pub fn JudgePage(
    /// What it begins with, or why it cannot.
    opening: rpc::Result<Opening>,
) -> impl IntoView {
    view! {
        <main class="judge" id="main" tabindex="-1">
            {show(opening, |opening| view! { <Judging opening /> })}
        </main>
    }
}
