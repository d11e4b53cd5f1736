//! What an operation answers.

use leptos::prelude::*;

use super::fields::BodyView;
use super::prose::prose;
use crate::rpc::api::{Answer, Body};

/// Statuses and their meanings, then the bodies, each once.
#[component]
pub fn Answers(answers: Vec<Answer>) -> impl IntoView {
    if answers.is_empty() {
        return ().into_any();
    }
    let mut bodies: Vec<Body> = Vec::new();
    for body in answers.iter().filter_map(|answer| answer.body.as_ref()) {
        if !bodies.contains(body) {
            bodies.push(body.clone());
        }
    }
    view! {
        <div class="stack stack--tight">
            <h3>"Answers"</h3>
            <dl class="facts">
                {answers
                    .into_iter()
                    .map(|answer| {
                        let Answer { status, description, body } = answer;
                        let kind = body.map(|body| body.kind);
                        view! {
                            <dt>
                                <code>{status}</code>
                            </dt>
                            <dd>
                                {prose(&description)}
                                {kind.map(|kind| view! { " " <strong>{kind}</strong> })}
                            </dd>
                        }
                    })
                    .collect_view()}
            </dl>
            {bodies.into_iter().map(|body| view! { <BodyView body /> }).collect_view()}
        </div>
    }
    .into_any()
}
