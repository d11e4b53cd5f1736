//! One operation of the API.

use leptos::prelude::*;

use super::fields::{BodyView, FieldTable, Row};
use crate::rpc::api::{Answer, Operation, Parameter};

/// Closed it tells method, path and purpose; opened all the rest.
#[component]
pub fn OperationView(operation: Operation) -> impl IntoView {
    let Operation {
        id,
        method,
        path,
        summary,
        description,
        is_public,
        parameters,
        request,
        answers,
        example,
    } = operation;
    let class = format!("method method--{method}");
    view! {
        <details class="operation" id=id>
            <summary class="operation__summary">
                <span class=class>{method.to_uppercase()}</span>
                <code class="operation__path">{breakable(&path)}</code>
                <span class="operation__title">{summary}</span>
            </summary>
            <div class="operation__body">
                {description.map(|text| view! { <p>{text}</p> })}
                {is_public.then(|| view! { <p>"Needs no session and no token."</p> })}
                <Parameters parameters />
                {request
                    .map(|body| {
                        view! {
                            <div class="stack stack--tight">
                                <h3>"Takes"</h3>
                                <BodyView body />
                            </div>
                        }
                    })}
                {answers.into_iter().map(|answer| view! { <AnswerView answer /> }).collect_view()}
                <div class="stack stack--tight">
                    <h3>"Example"</h3>
                    <pre class="schema" tabindex="0">
                        <code>{example}</code>
                    </pre>
                </div>
            </div>
        </details>
    }
}

#[component]
fn Parameters(parameters: Vec<Parameter>) -> impl IntoView {
    let rows: Vec<Row> = parameters
        .into_iter()
        .map(|parameter| Row { place: Some(parameter.place), field: parameter.field })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <div class="stack stack--tight">
                <h3>"Parameters"</h3>
                <FieldTable label="Parameters" rows />
            </div>
        }
    })
}

#[component]
fn AnswerView(answer: Answer) -> impl IntoView {
    let Answer { status, description, body } = answer;
    view! {
        <div class="stack stack--tight">
            <h3>"Answers " <code>{status}</code></h3>
            {(!description.is_empty()).then(|| view! { <p>{description}</p> })}
            {body.map(|body| view! { <BodyView body /> })}
        </div>
    }
}

/// The path with places where a line may end.
fn breakable(path: &str) -> impl IntoView + use<> {
    path.split_inclusive('/')
        .map(|part| {
            let part = part.to_owned();
            view! {
                {part}
                <wbr />
            }
        })
        .collect_view()
}
