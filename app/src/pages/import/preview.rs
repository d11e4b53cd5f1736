//! The first tasks of a file as raters would see them.

use domain::import::{Format, Preview, PreviewTask};
use domain::task::{ShownMessage, ShownResponse, Speaker};
use leptos::prelude::*;

use super::report::Errors;
use crate::components::markdown::Markdown;
use crate::language::{common, labels, transfer as say};

/// The first tasks, or what is wrong with the first records.
#[component]
pub fn PreviewTasks(preview: Preview) -> impl IntoView {
    let Preview { format, tasks, errors } = preview;
    let format = format.map_or_else(say::preview_format_unknown, format_name);
    let nothing = tasks.is_empty() && errors.is_empty();
    let wrong = !errors.is_empty();
    view! {
        <header class="section__header">
            <h3>{say::preview_title()}</h3>
            <span class="muted">{format}</span>
        </header>
        {nothing
            .then(|| {
                view! {
                    <div class="notice">
                        <p>
                            {say::preview_nothing()}
                        </p>
                    </div>
                }
            })}
        {wrong
            .then(|| {
                view! {
                    <div class="notice notice--warning">
                        <p class="notice__title">{say::preview_wrong()}</p>
                        <p>
                            {say::preview_wrong_text()}
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
    let PreviewTask { external_id, mut prompt, mut responses, models } = task;
    labels::translate(&mut prompt, &mut responses);
    let id = external_id.unwrap_or_else(|| say::one_output().to_owned());
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
                                {say::hidden_models()} " " <span class="tag">{models}</span>
                            </span>
                        }
                    })}
            </header>
            <div class="preview__prompt" tabindex="0" role="region" aria-label=say::prompt_of(&id)>
                <div class="conversation">
                    {prompt.into_iter().map(|message| view! { <Turn message /> }).collect_view()}
                </div>
            </div>
            <div class="preview__responses">
                {responses
                    .into_iter()
                    .zip(1..)
                    .map(|(response, place)| {
                        view! { <Response response label=say::response_of(place, &id) /> }
                    })
                    .collect_view()}
            </div>
        </article>
    }
}

/// A format in words.
pub fn format_name(format: Format) -> &'static str {
    match format {
        Format::Pairs => say::format_pairs(),
        Format::TrlPreference => say::format_preferences(),
        Format::Outputs => say::format_outputs(),
    }
}

fn speaker(role: Speaker) -> &'static str {
    match role {
        Speaker::System | Speaker::Developer => common::speaker_system(),
        Speaker::User => common::speaker_user(),
        Speaker::Assistant => common::speaker_assistant(),
        Speaker::Tool => common::speaker_tool(),
    }
}

#[component]
fn Turn(message: ShownMessage) -> impl IntoView {
    let ShownMessage { role, html, .. } = message;
    let class = if role.instructs() { Speaker::System.name() } else { role.name() };
    view! {
        <div class=format!("conversation__turn conversation__turn--{class}")>
            <p class="conversation__speaker">{speaker(role)}</p>
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
                view! { <p class="response__nothing">{say::model_silent()}</p> }.into_any()
            } else {
                view! { <Markdown html=response.html /> }.into_any()
            }}
        </div>
    }
}
