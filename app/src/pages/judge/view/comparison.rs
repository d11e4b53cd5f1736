//! The prompt and its responses, side by side.

use domain::task::{ShownMessage, ShownResponse, Speaker};
use leptos::prelude::*;

use crate::components::markdown::{Markdown, Raw};
use crate::components::step_options::letter;
use crate::language::common;

/// The length of a folded prompt, in characters.
const EXCERPT: usize = 200;

/// The prompt and the responses, in the order that the server set.
#[component]
pub fn Comparison(
    prompt: Vec<ShownMessage>,
    responses: Vec<ShownResponse>,
    /// Whether to show source text instead of rendered text.
    #[prop(optional, into)]
    raw: Signal<bool>,
    /// Whether to swap A and B on the screen. Screen readers keep the order.
    #[prop(optional, into)]
    flipped: Signal<bool>,
    /// The index of the task in the page, which is part of element ids.
    #[prop(optional)]
    number: usize,
    /// The models of the responses, if known. Never given to raters.
    #[prop(optional)]
    models: Vec<Option<String>>,
) -> impl IntoView {
    let excerpt: String = prompt
        .iter()
        .rfind(|message| message.role == Speaker::User)
        .map(|message| message.text.chars().filter(is_plain).take(EXCERPT).collect())
        .unwrap_or_default();
    let count = responses.len();
    view! {
        <details class="judge__prompt" open>
            <summary class="judge__prompt-summary">
                <h2 class="judge__heading">{common::prompt()}</h2>
                <span class="judge__prompt-excerpt" dir="auto">
                    {excerpt}
                </span>
            </summary>
            <div class="conversation">
                {prompt.into_iter().map(|message| view! { <Turn message raw /> }).collect_view()}
            </div>
        </details>
        <div
            class=match count {
                1 => "judge__responses judge__responses--one",
                2 => "judge__responses",
                _ => "judge__responses judge__responses--many",
            }
            class:judge__responses--flipped=flipped
        >
            {responses
                .into_iter()
                .zip(0..)
                .zip(models.into_iter().chain(std::iter::repeat(None)))
                .map(|((response, place), model)| {
                    view! { <Response response place count model raw number /> }
                })
                .collect_view()}
        </div>
    }
}

/// Whether a character keeps the direction of the text. Others are shown as symbols in the whole
/// prompt.
fn is_plain(character: &char) -> bool {
    !matches!(
        character,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

#[component]
fn Turn(message: ShownMessage, raw: Signal<bool>) -> impl IntoView {
    let ShownMessage { text, html, marked, .. } = message;
    let (speaker, name) = match message.role {
        Speaker::System | Speaker::Developer => ("system", common::speaker_system()),
        Speaker::User => ("user", common::speaker_user()),
        Speaker::Assistant => ("assistant", common::speaker_assistant()),
        Speaker::Tool => ("tool", common::speaker_tool()),
    };
    let class = format!("conversation__turn conversation__turn--{speaker}");
    // System prompts and tool results are folded, and open on demand.
    if message.role.instructs() || message.role == Speaker::Tool {
        let excerpt: String = text.chars().filter(is_plain).take(EXCERPT).collect();
        return view! {
            <details class=class>
                <summary class="conversation__speaker">
                    {name} " " <span class="conversation__excerpt" dir="auto">{excerpt}</span>
                </summary>
                {text_view(text, html, marked, raw)}
            </details>
        }
        .into_any();
    }
    view! {
        <div class=class>
            <p class="conversation__speaker">{name}</p>
            {text_view(text, html, marked, raw)}
        </div>
    }
    .into_any()
}

#[component]
fn Response(
    response: ShownResponse,
    /// Its position, from 0.
    place: usize,
    /// The number of messages.
    count: usize,
    model: Option<String>,
    raw: Signal<bool>,
    /// The index of the task.
    number: usize,
) -> impl IntoView {
    let name = letter(place);
    let id = |letter: char| format!("response-{}-{number}", letter.to_ascii_lowercase());
    let next = letter((place + 1) % count);
    let arrow = if place + 1 == count { '↑' } else { '↓' };
    let ShownResponse { text, html, marked } = response;
    view! {
        <section class="response" id=id(name) aria-label=common::response_named(&name.to_string())>
            <header class="response__header">
                <h2 class="response__name">
                    <span class="visually-hidden">{common::response()} " "</span>
                    <span class="response__letter">{name.to_string()}</span>
                </h2>
                {model.map(|model| view! { <span class="tag">{model}</span> })}
                // A plain link, so that the router leaves the address alone.
                {(count > 1)
                    .then(|| {
                        view! {
                            <a
                                class="response__jump"
                                href=format!("#{}", id(next))
                                rel="external"
                            >
                                {common::go_to_response(&next.to_string())} " " {arrow.to_string()}
                            </a>
                        }
                    })}
            </header>
            {if text.trim().is_empty() {
                view! { <p class="response__nothing">{common::response_empty()}</p> }.into_any()
            } else {
                text_view(text, html, marked, raw).into_any()
            }}
        </section>
    }
}

/// A text, rendered or as source.
fn text_view(
    text: String,
    html: String,
    marked: Option<String>,
    raw: Signal<bool>,
) -> impl IntoView {
    move || match raw.get() {
        true => view! { <Raw text=text.clone() marked=marked.clone() /> }.into_any(),
        false => view! { <Markdown html=html.clone() /> }.into_any(),
    }
}
