//! The first tasks of a file as raters would see them.

use domain::import::{Preview, PreviewTask};
use domain::task::{ShownMessage, ShownResponse};
use leptos::prelude::*;

use super::report::Errors;
use crate::components::markdown::Markdown;

/// The first tasks, or what is wrong with the first records.
#[component]
pub fn PreviewTasks(preview: Preview) -> impl IntoView {
    let Preview { format, tasks, errors } = preview;
    let format = format.map_or("a format that is not known", |format| format.label());
    let nothing = tasks.is_empty() && errors.is_empty();
    let wrong = !errors.is_empty();
    view! {
        <header class="section__header">
            <h3>"As raters will see it"</h3>
            <span class="muted">{format}</span>
        </header>
        {nothing
            .then(|| {
                view! {
                    <div class="notice">
                        <p>
                            "There is nothing to show: the file is empty, or its first record is longer than a megabyte."
                        </p>
                    </div>
                }
            })}
        {wrong
            .then(|| {
                view! {
                    <div class="notice notice--warning">
                        <p class="notice__title">"Some of the first records cannot be used"</p>
                        <p>
                            "Nothing comes in while a record is wrong. Bringing the file in all the same checks the whole of it and lists every such record."
                        </p>
                    </div>
                    <Errors errors />
                }
            })}
        {tasks.into_iter().map(|task| view! { <Task task /> }).collect_view()}
    }
}

#[component]
fn Task(task: PreviewTask) -> impl IntoView {
    let PreviewTask { external_id, prompt, responses, models } = task;
    let id = external_id.unwrap_or_else(|| "one output".to_owned());
    let models = models.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let named = !models.is_empty();
    view! {
        <article class="preview">
            <header class="preview__header">
                <code>{id.clone()}</code>
                {named
                    .then(|| {
                        view! {
                            <span>
                                "Hidden from raters: " <span class="tag">{models}</span>
                            </span>
                        }
                    })}
            </header>
            <div class="preview__prompt" tabindex="0" role="region" aria-label=format!("Prompt of {id}")>
                <div class="conversation">
                    {prompt.into_iter().map(|message| view! { <Turn message /> }).collect_view()}
                </div>
            </div>
            <div class="preview__responses">
                {responses
                    .into_iter()
                    .zip(1..)
                    .map(|(response, place)| {
                        view! { <Response response label=format!("Response {place} of {id}") /> }
                    })
                    .collect_view()}
            </div>
        </article>
    }
}

#[component]
fn Turn(message: ShownMessage) -> impl IntoView {
    let ShownMessage { role, html, .. } = message;
    view! {
        <div class=format!("conversation__turn conversation__turn--{}", role.name())>
            <p class="conversation__speaker">{role.name()}</p>
            <Markdown html />
        </div>
    }
}

#[component]
fn Response(response: ShownResponse, label: String) -> impl IntoView {
    let silent = response.html.is_empty();
    view! {
        <div class="preview__response" tabindex="0" role="region" aria-label=label>
            {if silent {
                view! { <p class="response__nothing">"The model said nothing."</p> }.into_any()
            } else {
                view! { <Markdown html=response.html /> }.into_any()
            }}
        </div>
    }
}
