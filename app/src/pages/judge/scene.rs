//! The page, put together: tools, banner, the scene, the verdict bar, dialogs.

use domain::answers::Mark;
use domain::keys::Command;
use domain::protocol::{Protocol, Question};
use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, KeyboardEvent};

use super::banner::Banner;
use super::break_hint::BreakHint;
use super::browser::{dialog_is_open, focus, free_enter, takes_enter, takes_text, watch};
use super::columns;
use super::desk::{Desk, HEADING, WHY};
use super::flags::FlagsDialog;
use super::guidelines::{GuidelinesDrawer, GuidelinesNews};
use super::in_hand::InHand;
use super::keyboard::{Press, drafted, press, sign};
use super::keys::KeysDialog;
use super::modal::Modal;
use super::queue::{Queue, Scene};
use super::ranks;
use super::reading::toggle;
use super::skip::SkipDialog;
use super::states::{Nothing, Trouble, Waiting};
use super::toolbar::Toolbar;
use super::verdict_bar::VerdictBar;
use crate::components::head::Title;
use crate::components::refusal::Refusal;
use crate::language::{common, judge as say};
use crate::rpc::judging::Opening;

/// The dialogs of the page.
#[derive(Debug, Clone, Copy)]
pub struct Modals {
    pub skip: Modal,
    pub flags: Modal,
    pub guidelines: Modal,
    pub keys: Modal,
}

/// The tasks of a project, from the first on.
#[component]
pub fn Judging(opening: Opening) -> impl IntoView {
    let desk = Desk::new(&opening);
    desk.come_alive();
    let modals = Modals {
        skip: Modal::new(),
        flags: Modal::new(),
        guidelines: Modal::new(),
        keys: Modal::new(),
    };
    listen(desk, modals);
    let known = RwSignal::new(opening.known_guidelines);
    // That of a plain form, about the task that the page begins with.
    let refusal = StoredValue::new(opening.refusal);
    let error = Signal::derive(move || match desk.queue.with(Queue::has_spoken) {
        true => None,
        false => refusal.get_value(),
    });
    let back = format!("/projects/{}", opening.project);
    let asked = Memo::new(move |_| desk.front().map(|front| front.task.protocol.clone()));
    view! {
        <Title text=say::title(&opening.project_name) />
        <Toolbar
            desk
            modals
            project=opening.project
            name=opening.project_name
            left=opening.left
        />
        <Banner desk />
        <GuidelinesNews known project=opening.project />
        <BreakHint wanted=desk.habits.breaks />
        <Refusal error />
        <p class="visually-hidden" role="status">
            {move || desk.queue.with(Queue::announcement)}
        </p>
        {move || match desk.scene.get() {
            Scene::Task(shown) => {
                let heading = heading(&shown.task.protocol.question);
                view! {
                    <h1 class="judge__question" id=HEADING tabindex="-1">
                        {move || match (desk.correcting.get(), desk.taking_back.get()) {
                            (_, true) => say::skipped_heading(),
                            (true, false) => say::correct_heading(),
                            (false, false) => heading,
                        }}
                    </h1>
                }
                    .into_any()
            }
            Scene::Loading => view! { <Waiting /> }.into_any(),
            Scene::Nothing(reason) => {
                let back = back.clone();
                view! { <Nothing reason back desk /> }.into_any()
            }
            Scene::Trouble(error) => view! { <Trouble error desk /> }.into_any(),
        }}
        <InHand desk />
        {move || asked.get().map(|protocol| view! { <VerdictBar desk modals protocol /> })}
        <SkipDialog desk modal=modals.skip />
        <FlagsDialog desk modal=modals.flags asked />
        <GuidelinesDrawer
            desk
            modal=modals.guidelines
            project=opening.project
            guidelines=opening.guidelines
            known
            rater=opening.rater
            is_new=!opening.has_decided
        />
        <KeysDialog modal=modals.keys keys=desk.keys asked />
    }
}

/// What is asked, for those who hear the page.
fn heading(question: &Question) -> &'static str {
    match question {
        Question::Pair { .. } => common::question_verdict(),
        Question::Ranking { .. } => say::heading_ranking(),
        Question::BestWorst => say::heading_best_worst(),
        Question::Rating { .. } => common::question_rating(),
    }
}

/// Listens to the keys while no dialog is open and nobody is typing.
fn listen(desk: Desk, modals: Modals) {
    watch(move || {
        let listener = window_event_listener(ev::keydown, move |event| {
            let Some(press) = wanted(&event, desk) else {
                if scrolls(&event) && columns::scroll(desk.reading, &event.key()) {
                    event.prevent_default();
                }
                return;
            };
            event.prevent_default();
            match press {
                Press::Pick(n) => {
                    // Whoever drafts with a key sends with one.
                    free_enter();
                    let step = desk.queue.with_untracked(Queue::step);
                    step.into_iter().for_each(|step| desk.pick(step, n, true));
                }
                Press::TakeBack => desk.change(|queue| queue.rank(ranks::take_back)),
                Press::Overall => desk.change(Queue::go_to_overall),
                Press::Discard => desk.change(Queue::discard),
                Press::Send => desk.judge(),
                Press::Cancel => desk.cancel(),
                Press::Keys => modals.keys.open(),
                Press::Command(command) => obey(command, desk, modals),
            }
        });
        on_cleanup(move || listener.remove());
    });
}

fn obey(command: Command, desk: Desk, modals: Modals) {
    match command {
        Command::Tie if desk.queue.with_untracked(Queue::takes_ties) => {
            desk.change(|queue| queue.rank(ranks::tie_last));
        }
        Command::ABetter
        | Command::Tie
        | Command::BBetter
        | Command::BothGood
        | Command::BothBad => {
            free_enter();
            drafted(command).into_iter().for_each(|choice| desk.choose(choice));
        }
        Command::NextStep => desk.change(|queue| queue.go(false)),
        Command::PreviousStep => desk.change(|queue| queue.go(true)),
        Command::Skip => modals.skip.open(),
        Command::Flag => modals.flags.open(),
        Command::Explain => focus(WHY),
        Command::MarkGood => desk.mark(Mark::Good),
        Command::MarkWrong => desk.mark(Mark::Wrong),
        Command::MarkVerbose => desk.mark(Mark::Verbose),
        Command::Reopen => desk.reopen(),
        Command::Raw => toggle(desk.reading.raw),
        Command::Flip => toggle(desk.reading.flipped),
        Command::Dim => toggle(desk.reading.dimmed),
        Command::Columns => toggle(desk.reading.columns),
        Command::Together => toggle(desk.reading.together),
        Command::NextDifference => desk.reading.go(false),
        Command::PreviousDifference => desk.reading.go(true),
        Command::Guidelines => modals.guidelines.open(),
    }
}

/// Whether a key scrolls what is no field and no control.
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

/// What a key asks for here and now.
fn wanted(event: &KeyboardEvent, desk: Desk) -> Option<Press> {
    let control = event.ctrl_key() || event.meta_key();
    let undoes = control && sign(&event.key(), &event.code()) == Some('z');
    let modified = (control && !undoes) || event.alt_key() || (undoes && event.shift_key());
    // What a dialog or a control has made of a key is done with.
    let ready = desk.alive.get_untracked() && !event.default_prevented();
    if !ready || modified || event.is_composing() || event.repeat() || dialog_is_open() {
        return None;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if target.as_ref().is_some_and(takes_text) {
        return None;
    }
    let (front, correcting, can_reopen) = desk.queue.with_untracked(|queue| {
        let front = match queue.scene() {
            Scene::Task(shown) => Some(shown),
            Scene::Loading | Scene::Nothing(_) | Scene::Trouble(_) => None,
        };
        (front, queue.is_correcting(), queue.can_reopen())
    });
    let asked: Option<&Protocol> = front.as_ref().map(|front| &front.task.protocol);
    let press = match undoes {
        true => Press::Command(Command::Reopen),
        false => press(&event.key(), &event.code(), desk.keys, asked)?,
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
