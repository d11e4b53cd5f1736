//! The judge page: one task after another, by keyboard or pointer, without waiting for the network.

use leptos::prelude::*;

use crate::components::outcome::show;
use crate::rpc;
use crate::rpc::judging::Opening;

/// Helpers for the browser's interfaces.
mod browser;
/// Keyboard input.
mod input;
/// The state that all parts of the page share, and the actions on it.
mod judge_state;
/// The state of the page, without browser and network.
pub mod state;
/// Storage in the browser, and calls to the server.
mod sync;
/// The parts that the page is built from.
pub mod view;

use view::page::JudgeView;

/// The tasks of a project, one at a time.
#[component]
pub fn JudgePage(
    /// The data of the first view, or why there is none.
    opening: rpc::Result<Opening>,
) -> impl IntoView {
    view! {
        <main class="judge" id="main" tabindex="-1">
            {show(opening, |opening| view! { <JudgeView opening /> })}
        </main>
    }
}
