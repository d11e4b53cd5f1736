//! The whole page: toolbar, banner, task, verdict bar and dialogs.

use domain::protocol::Question;
use leptos::prelude::*;

use crate::components::head::Title;
use crate::components::refusal::Refusal;
use crate::language::{common, judge as t};
use crate::pages::judge::input::shortcuts::listen;
use crate::pages::judge::judge_state::{HEADING, JudgeState};
use crate::pages::judge::state::queue::Queue;
use crate::pages::judge::state::screen::Screen;
use crate::pages::judge::view::banner::Banner;
use crate::pages::judge::view::break_hint::BreakHint;
use crate::pages::judge::view::flags::FlagsDialog;
use crate::pages::judge::view::guidelines::{GuidelinesDrawer, GuidelinesNews};
use crate::pages::judge::view::key_list::KeysDialog;
use crate::pages::judge::view::modal::Modal;
use crate::pages::judge::view::modals::Modals;
use crate::pages::judge::view::skip::SkipDialog;
use crate::pages::judge::view::states::{Nothing, Trouble, Waiting};
use crate::pages::judge::view::task_stack::TaskStack;
use crate::pages::judge::view::toolbar::Toolbar;
use crate::pages::judge::view::verdict_bar::VerdictBar;
use crate::rpc::judging::Opening;

/// The judge page of a project.
#[component]
pub fn JudgeView(opening: Opening) -> impl IntoView {
    let state = JudgeState::new(&opening);
    state.start();
    let modals = Modals {
        skip: Modal::new(),
        flags: Modal::new(),
        guidelines: Modal::new(),
        keys: Modal::new(),
    };
    listen(state, modals);
    let known = RwSignal::new(opening.known_guidelines);
    // The refusal of a form without scripts, about the first task.
    let refusal = StoredValue::new(opening.refusal);
    let error = Signal::derive(move || match state.queue.with(Queue::has_spoken) {
        true => None,
        false => refusal.get_value(),
    });
    let back = format!("/projects/{}", opening.project);
    let asked = Memo::new(move |_| state.front().map(|front| front.task.protocol.clone()));
    view! {
        <Title text=t::title(&opening.project_name) />
        <Toolbar
            state
            modals
            project=opening.project
            name=opening.project_name
            left=opening.left
        />
        <Banner state />
        <GuidelinesNews known project=opening.project />
        <BreakHint wanted=state.saved_view.breaks />
        <Refusal error />
        <p class="visually-hidden" role="status">
            {move || state.queue.with(Queue::announcement)}
        </p>
        {move || match state.screen.get() {
            Screen::Task(shown) => {
                let heading = heading(&shown.task.protocol.question);
                view! {
                    <h1 class="judge__question" id=HEADING tabindex="-1">
                        {move || match (state.correcting.get(), state.taking_back.get()) {
                            (_, true) => t::skipped_heading(),
                            (true, false) => t::correct_heading(),
                            (false, false) => heading,
                        }}
                    </h1>
                }
                    .into_any()
            }
            Screen::Loading => view! { <Waiting /> }.into_any(),
            Screen::Nothing(reason) => {
                let back = back.clone();
                view! { <Nothing reason back state /> }.into_any()
            }
            Screen::Trouble(error) => view! { <Trouble error state /> }.into_any(),
        }}
        <TaskStack state />
        {move || asked.get().map(|protocol| view! { <VerdictBar state modals protocol /> })}
        <SkipDialog state modal=modals.skip />
        <FlagsDialog state modal=modals.flags asked />
        <GuidelinesDrawer
            state
            modal=modals.guidelines
            project=opening.project
            guidelines=opening.guidelines
            known
            rater=opening.rater
            is_new=!opening.has_decided
        />
        <KeysDialog modal=modals.keys keys=state.keys asked />
    }
}

/// The question, for screen readers.
fn heading(question: &Question) -> &'static str {
    match question {
        Question::Pair { .. } => common::question_verdict(),
        Question::Ranking { .. } => t::heading_ranking(),
        Question::BestWorst => t::heading_best_worst(),
        Question::Rating { .. } => common::question_rating(),
    }
}
