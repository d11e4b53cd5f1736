//! The rater's page while it is designed: a made-up task, and nothing is sent.

use domain::id::{AssignmentId, JudgmentId, SkipId, TaskId};
use domain::protocol::{Kind, Protocol};
use domain::task::{NextTask, ShownMessage, ShownResponse, Speaker, TaskToJudge};
use domain::timestamp::Timestamp;
use leptos::prelude::*;
use uuid::Uuid;

use super::comparison::Comparison;
use super::desk::Desk;
use super::modal::Modal;
use super::queue::{Queue, Scene};
use super::scene::Modals;
use super::verdict_bar::VerdictBar;

use crate::language::design as say;
use crate::refusal::in_words;
use crate::rpc::Error;

/// How a task looks under a protocol that is drafted, or what is wrong with it.
#[component]
pub fn Preview(#[prop(into)] protocol: Signal<Protocol>) -> impl IntoView {
    // Where it is wrong the last one that was sound stays in sight.
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
        <div class="preview" role="group" aria-label=say::preview()>
            <p class="preview__title">{say::preview_title()}</p>
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
    let Scene::Task(shown) = task.scene() else { return ().into_any() };
    let desk = Desk::of(task);
    let modals = Modals {
        skip: Modal::new(),
        flags: Modal::new(),
        guidelines: Modal::new(),
        keys: Modal::new(),
    };
    Effect::new(move |_| desk.alive.set(true));
    view! {
        <div class="replay">
            <Comparison
                prompt=shown.task.prompt.clone()
                responses=shown.task.responses.clone()
            />
        </div>
        <VerdictBar desk modals protocol />
    }
    .into_any()
}

fn task(protocol: &Protocol) -> Queue {
    let prompt = say::preview_prompt();
    let answers = [say::preview_1(), say::preview_2(), say::preview_3(), say::preview_4()];
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
