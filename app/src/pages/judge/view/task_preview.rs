//! A made-up task for the page where a protocol is designed. Nothing is sent.

use domain::id::{AssignmentId, JudgmentId, SkipId, TaskId};
use domain::protocol::{Kind, Protocol};
use domain::task::{NextTask, ShownMessage, ShownResponse, Speaker, TaskToJudge};
use domain::timestamp::Timestamp;
use leptos::prelude::*;
use uuid::Uuid;

use crate::pages::judge::judge_state::JudgeState;
use crate::pages::judge::state::queue::Queue;
use crate::pages::judge::state::screen::Screen;
use crate::pages::judge::view::comparison::Comparison;
use crate::pages::judge::view::modal::Modal;
use crate::pages::judge::view::modals::Modals;
use crate::pages::judge::view::verdict_bar::VerdictBar;

use crate::language::design as t;
use crate::refusal::in_words;
use crate::rpc::Error;

/// A task under a draft protocol, or the error in it.
#[component]
pub fn Preview(#[prop(into)] protocol: Signal<Protocol>) -> impl IntoView {
    // While the draft has an error, the last valid protocol stays visible.
    let sound = Memo::new(move |before: Option<&Protocol>| {
        let drafted = protocol.get();
        match (drafted.check(), before) {
            (Err(_), Some(before)) => before.clone(),
            _ => drafted,
        }
    });
    let wrong = move || {
        let refusal = protocol.with(|protocol| protocol.check().err());
        refusal.map(|error| Error::Refused(in_words(error)).sentence())
    };
    view! {
        <div class="preview" role="group" aria-label=t::preview()>
            <p class="preview__title">{t::preview_title()}</p>
            {move || {
                wrong().map(|reason| view! { <p class="field__error">{reason}</p> })
            }}
            {move || view! { <Made protocol=sound.get() /> }}
        </div>
    }
}

#[component]
fn Made(protocol: Protocol) -> impl IntoView {
    let task = task(&protocol);
    let Screen::Task(shown) = task.screen() else { return ().into_any() };
    let state = JudgeState::of(task);
    let modals = Modals {
        skip: Modal::new(),
        flags: Modal::new(),
        guidelines: Modal::new(),
        keys: Modal::new(),
    };
    Effect::new(move |_| state.hydrated.set(true));
    view! {
        <div class="replay">
            <Comparison
                prompt=shown.task.prompt.clone()
                responses=shown.task.responses.clone()
            />
        </div>
        <VerdictBar state modals protocol />
    }
    .into_any()
}

fn task(protocol: &Protocol) -> Queue {
    let prompt = t::preview_prompt();
    let answers = [t::preview_1(), t::preview_2(), t::preview_3(), t::preview_4()];
    let count = match protocol.question.kind() {
        Kind::Pair => 2,
        Kind::Ranking | Kind::BestWorst => answers.len(),
        Kind::Rating => 1,
    };
    let response = |text: &str| ShownResponse {
        text: text.to_owned(),
        html: format!("<p>{text}</p>"),
        marked: None,
    };
    let prompt = ShownMessage {
        role: Speaker::User,
        text: prompt.to_owned(),
        html: format!("<p>{prompt}</p>"),
        marked: None,
    };
    let id = Uuid::nil();
    let task = TaskToJudge {
        assignment_id: AssignmentId(id),
        prompt: vec![prompt],
        responses: answers.into_iter().take(count).map(response).collect(),
        protocol: protocol.clone(),
        rationale: protocol.rationale.wanted(0, TaskId(id)),
        guideline_version: 1,
        protocol_version: 1,
        expires_at: Timestamp::from_micros(0),
    };
    Queue::open(NextTask::Task(Box::new(task)), JudgmentId(id), SkipId(id))
}
