//! One operation of the API.

use leptos::prelude::*;

use super::answers::Answers;
use super::fields::{BodyView, FieldTable, Row};
use super::prose::prose;
use crate::rpc::api::{Operation, Parameter};

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
    let link = format!("#{id}");
    let class = format!("method method--{method}");
    view! {
        <details class="operation">
            <summary class="operation__summary">
                <span class=class>{method.to_uppercase()}</span>
                <code class="operation__path">{breakable(&path)}</code>
                <span class="operation__title">{prose(&summary)}</span>
            </summary>
            <div class="operation__body" id=id>
                {description.map(|text| view! { <p>{prose(&text)}</p> })}
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
                <Answers answers />
                <div class="stack stack--tight">
                    <h3>"Example"</h3>
                    <pre class="schema" tabindex="0">
                        <code>{example}</code>
                    </pre>
                </div>
                <p>
                    <a class="muted" href=link>
                        "Link to this operation"
                    </a>
                </p>
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
