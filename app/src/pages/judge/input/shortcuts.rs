//! Runs the command of a key.

use domain::answers::Mark;
use domain::keys::Command;
use domain::protocol::Protocol;
use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, KeyboardEvent};

use crate::pages::judge::browser::{
    dialog_is_open, focus, free_enter, takes_enter, takes_text, watch,
};
use crate::pages::judge::input::keyboard::{Press, drafted, press, sign};
use crate::pages::judge::judge_state::{JudgeState, RATIONALE};
use crate::pages::judge::state::queue::Queue;
use crate::pages::judge::state::ranks;
use crate::pages::judge::state::screen::Screen;
use crate::pages::judge::view::columns;
use crate::pages::judge::view::modals::Modals;
use crate::pages::judge::view::view_options::toggle;

/// Listens for keys while no dialog is open and no field has the focus.
pub fn listen(state: JudgeState, modals: Modals) {
    watch(move || {
        let listener = window_event_listener(ev::keydown, move |event| {
            let Some(press) = wanted(&event, state) else {
                if scrolls(&event) && columns::scroll(state.view_options, &event.key()) {
                    event.prevent_default();
                }
                return;
            };
            event.prevent_default();
            match press {
                Press::Pick(n) => {
                    // After a choice by key, Enter submits.
                    free_enter();
                    let step = state.queue.with_untracked(Queue::step);
                    step.into_iter().for_each(|step| state.pick(step, n, true));
                }
                Press::TakeBack => state.change(|queue| queue.rank(ranks::take_back)),
                Press::Overall => state.change(Queue::go_to_overall),
                Press::Discard => state.change(Queue::discard),
                Press::Send => state.judge(),
                Press::Cancel => state.cancel(),
                Press::Keys => modals.keys.open(),
                Press::Command(command) => obey(command, state, modals),
            }
        });
        on_cleanup(move || listener.remove());
    });
}

fn obey(command: Command, state: JudgeState, modals: Modals) {
    match command {
        Command::Tie if state.queue.with_untracked(Queue::takes_ties) => {
            state.change(|queue| queue.rank(ranks::tie_last));
        }
        Command::ABetter
        | Command::Tie
        | Command::BBetter
        | Command::BothGood
        | Command::BothBad => {
            free_enter();
            drafted(command).into_iter().for_each(|choice| state.choose(choice));
        }
        Command::NextStep => state.change(|queue| queue.go(false)),
        Command::PreviousStep => state.change(|queue| queue.go(true)),
        Command::Skip => modals.skip.open(),
        Command::Flag => modals.flags.open(),
        Command::Explain => focus(RATIONALE),
        Command::MarkGood => state.mark(Mark::Good),
        Command::MarkWrong => state.mark(Mark::Wrong),
        Command::MarkVerbose => state.mark(Mark::Verbose),
        Command::Reopen => state.reopen(),
        Command::Raw => toggle(state.view_options.raw),
        Command::Flip => toggle(state.view_options.flipped),
        Command::Dim => toggle(state.view_options.dimmed),
        Command::Columns => toggle(state.view_options.columns),
        Command::Together => toggle(state.view_options.together),
        Command::NextDifference => state.view_options.go(false),
        Command::PreviousDifference => state.view_options.go(true),
        Command::Guidelines => modals.guidelines.open(),
    }
}

/// Whether a key scrolls, because neither a field nor a control has the focus.
fn scrolls(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_modified = event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key();
    let is_taken = |target: &Element| {
        let controls =
            "input, textarea, select, button, summary, a, [tabindex='0'], dialog, [role]";
        matches!(target.closest(controls), Ok(Some(_)))
    };
    !is_modified && !dialog_is_open() && !target.as_ref().is_some_and(is_taken)
}

/// The command of a key in the current state.
fn wanted(event: &KeyboardEvent, state: JudgeState) -> Option<Press> {
    let control = event.ctrl_key() || event.meta_key();
    let undoes = control && sign(&event.key(), &event.code()) == Some('z');
    let modified = (control && !undoes) || event.alt_key() || (undoes && event.shift_key());
    // Keys that a dialog or a control has handled are done.
    let ready = state.hydrated.get_untracked() && !event.default_prevented();
    if !ready || modified || event.is_composing() || event.repeat() || dialog_is_open() {
        return None;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if target.as_ref().is_some_and(takes_text) {
        return None;
    }
    let (front, correcting, can_reopen) = state.queue.with_untracked(|queue| {
        let front = match queue.screen() {
            Screen::Task(shown) => Some(shown),
            Screen::Loading | Screen::Nothing(_) | Screen::Trouble(_) => None,
        };
        (front, queue.is_correcting(), queue.can_reopen())
    });
    let asked: Option<&Protocol> = front.as_ref().map(|front| &front.task.protocol);
    let press = match undoes {
        true => Press::Command(Command::Reopen),
        false => press(&event.key(), &event.code(), state.keys, asked)?,
    };
    let compares = || front.as_ref().is_some_and(|front| front.task.responses.len() == 2);
    let possible = match press {
        Press::Keys | Press::Command(Command::Guidelines | Command::Flag) => true,
        Press::Cancel => correcting,
        Press::Send => front.is_some() && !target.as_ref().is_some_and(takes_enter),
        Press::Command(Command::Explain) => {
            front.as_ref().is_some_and(|front| front.task.rationale.is_some())
        }
        Press::Command(Command::Reopen) => can_reopen,
        Press::Command(Command::Skip) => front.is_some() && !correcting,
        Press::Command(
            Command::Flip
            | Command::Dim
            | Command::Columns
            | Command::Together
            | Command::NextDifference
            | Command::PreviousDifference,
        ) => compares(),
        Press::Pick(_) | Press::TakeBack | Press::Overall | Press::Discard | Press::Command(_) => {
            front.is_some()
        }
    };
    possible.then_some(press)
}
