//! A task as it is read: the prompt, then A beside B.

use domain::task::{ShownMessage, ShownResponse, Speaker};
use leptos::prelude::*;

use crate::components::markdown::{Markdown, Raw};

/// How much of the prompt is shown while it is folded, in characters.
const EXCERPT: usize = 200;

/// The prompt and the two responses, in the order in which the server says to show them.
#[component]
pub fn Comparison(
    prompt: Vec<ShownMessage>,
    responses: Vec<ShownResponse>,
    /// Whether the texts are shown as they were written, not rendered.
    #[prop(optional, into)]
    raw: Signal<bool>,
    /// Whether B stands where A stood; they are read out in their order all the same.
    #[prop(optional, into)]
    flipped: Signal<bool>,
    /// Who wrote the responses, where that is known; never to raters.
    #[prop(optional)]
    models: Vec<Option<String>>,
) -> impl IntoView {
    let excerpt: String = prompt
        .iter()
        .rfind(|message| message.role == Speaker::User)
        .map(|message| message.text.chars().filter(is_plain).take(EXCERPT).collect())
        .unwrap_or_default();
    view! {
        <details class="judge__prompt" open>
            <summary class="judge__prompt-summary">
                <h2 class="judge__heading">"Prompt"</h2>
                <span class="judge__prompt-excerpt" dir="auto">
                    {excerpt}
                </span>
            </summary>
            <div class="conversation">
                {prompt.into_iter().map(|message| view! { <Turn message raw /> }).collect_view()}
            </div>
        </details>
        <div class="judge__responses" class:judge__responses--flipped=flipped>
            {responses
                .into_iter()
                .zip(SIDES)
                .zip(models.into_iter().chain(std::iter::repeat(None)))
                .map(|((response, side), model)| view! { <Response response side model raw /> })
                .collect_view()}
        </div>
    }
}

/// Whether a character leaves the order of the text as it is. The others are shown as marks in
/// the whole prompt.
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
        Speaker::System => ("system", "System"),
        Speaker::User => ("user", "User"),
        Speaker::Assistant => ("assistant", "Assistant"),
        Speaker::Tool => ("tool", "Tool"),
    };
    view! {
        <div class=format!("conversation__turn conversation__turn--{speaker}")>
            <p class="conversation__speaker">{name}</p>
            {text_view(text, html, marked, raw)}
        </div>
    }
}

/// One of the places where a response stands, and the way to the other.
#[derive(Debug, Clone, Copy)]
struct Side {
    letter: &'static str,
    id: &'static str,
    name_id: &'static str,
    other: &'static str,
    way: &'static str,
}

const SIDES: [Side; 2] = [
    Side {
        letter: "A",
        id: "response-a",
        name_id: "name-a",
        other: "#response-b",
        way: "Go to B ↓",
    },
    Side {
        letter: "B",
        id: "response-b",
        name_id: "name-b",
        other: "#response-a",
        way: "Go to A ↑",
    },
];

#[component]
fn Response(
    response: ShownResponse,
    side: Side,
    model: Option<String>,
    raw: Signal<bool>,
) -> impl IntoView {
    let ShownResponse { text, html, marked } = response;
    view! {
        <section class="response" id=side.id aria-labelledby=side.name_id>
            <header class="response__header">
                <h2 class="response__name" id=side.name_id>
                    <span class="visually-hidden">"Response "</span>
                    <span class="response__letter">{side.letter}</span>
                </h2>
                {model.map(|model| view! { <span class="tag">{model}</span> })}
                // Not the router's: the address stays as it is.
                <a class="response__jump" href=side.other rel="external">
                    {side.way}
                </a>
            </header>
            {if text.trim().is_empty() {
                view! { <p class="response__nothing">"(empty response)"</p> }.into_any()
            } else {
                text_view(text, html, marked, raw).into_any()
            }}
        </section>
    }
}

/// A text, rendered or raw.
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
