//! Messages as HTML: their texts, and what else they hold, folded and labelled.
//!
//! The labels are in English. A page in another language replaces the whole element.

use domain::task::{Message, Section, Speaker, part_label as label};

use super::{plain, render};

/// A message whose speaker is shown beside it.
pub fn message(message: &Message) -> String {
    match message.plain() {
        Some(text) => render(text),
        None => {
            let mut html = named(message.shown_name());
            let is_folded = message.role == Speaker::Tool;
            html.extend(message.sections().iter().map(|part| section(part, is_folded)));
            html
        }
    }
}

/// A response: one message of the assistant, or whole turns with their speakers.
pub fn response(messages: &[Message]) -> String {
    match messages {
        [only] if only.role == Speaker::Assistant => message(only),
        several => several.iter().map(turn).collect(),
    }
}

fn turn(message: &Message) -> String {
    let role = message.role.name();
    let name = named(message.shown_name());
    let sections: String = match (message.plain(), message.role) {
        (Some(text), Speaker::Tool) => folded("Tool result", "", &code(text)),
        _ => message.sections().iter().map(|part| section(part, false)).collect(),
    };
    let speaker = match message.role {
        // The fold says it.
        Speaker::Tool => String::new(),
        Speaker::System | Speaker::Developer => label("System"),
        Speaker::User => label("User"),
        Speaker::Assistant => label("Assistant"),
    };
    format!("<div class=\"turn turn--{role}\">{speaker}{name}{sections}</div>")
}

/// A part of a message. What a tool says is shown as it is where the message is folded already.
fn section(section: &Section<'_>, is_folded: bool) -> String {
    match section {
        Section::Text(text) => render(text),
        Section::Reasoning(text) => folded("Reasoning", "", &render(text)),
        Section::ToolCall { name, arguments } => folded("Tool call", name, &code(arguments)),
        Section::ToolResult { text, .. } if is_folded => code(text),
        Section::ToolResult { name, text } => folded("Tool result", name, &code(text)),
        Section::Image { description } => {
            format!("<p class=\"image\">{} {}</p>", label("Image"), plain(description))
        }
    }
}

fn folded(words: &str, name: &str, content: &str) -> String {
    let label = label(words);
    let name =
        if name.is_empty() { String::new() } else { format!(" <code>{}</code>", plain(name)) };
    format!("<details class=\"fold\"><summary>{label}{name}</summary>{content}</details>")
}

fn named(name: Option<&str>) -> String {
    name.map(|name| format!("<p class=\"turn__name\">{}</p>", plain(name))).unwrap_or_default()
}

/// What programs write for programs: JSON as a block of code, all else as Markdown.
fn code(text: &str) -> String {
    if !text.trim_start().starts_with(['{', '[']) {
        return render(text);
    }
    let longest = text.split(|c: char| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest.max(2) + 1);
    render(&format!("{fence}json\n{text}\n{fence}"))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn read(value: Value) -> Vec<Message> {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn calls_results_and_reasoning_are_folded_and_labelled() {
        let html = response(&read(json!([
            { "role": "assistant", "content": "", "reasoning_content": "Is it *cold*?",
              "tool_calls": [{ "id": "c", "function": { "name": "weather", "arguments": "{\"town\": \"Bern\"}" } }] },
            { "role": "tool", "content": "{\"celsius\": 11}", "tool_call_id": "c", "name": "weather" },
            { "role": "assistant", "content": "**Eleven** degrees." },
        ])));

        for part in [
            "<summary><b class=\"label\">Reasoning</b></summary><p>Is it <em>cold</em>?</p>",
            "<summary><b class=\"label\">Tool call</b> <code>weather</code></summary>",
            "<summary><b class=\"label\">Tool result</b> <code>weather</code></summary>",
            "<b class=\"label\">Assistant</b><p><strong>Eleven</strong> degrees.</p>",
        ] {
            assert!(html.contains(part), "{part}\n{html}");
        }
    }

    #[test]
    fn nothing_that_was_read_becomes_markup() {
        let hostile = "</summary><script>alert(1)</script>```\n# x";
        let html = response(&read(json!([
            { "role": "user", "content": hostile, "name": hostile },
            { "role": "assistant", "reasoning_content": hostile, "content": [
                { "type": "text", "text": hostile },
                { "type": "image_url", "image_url": { "url": hostile } },
                { "type": "tool_use", "name": hostile, "input": { "x": hostile } },
                { "type": "tool_result", "content": format!("[{hostile}") },
            ] },
        ])));

        assert!(!html.contains("<script"), "{html}");
        assert_eq!(html.matches("</summary>").count(), html.matches("<details").count());
        assert_eq!(html.matches("<div").count(), html.matches("</div>").count());
    }

    #[test]
    fn a_plain_answer_is_rendered_as_it_always_was() {
        let answer = [Message::new(Speaker::Assistant, "*x*")];

        assert_eq!(response(&answer), render("*x*"));
        assert_eq!(response(&[Message::new(Speaker::Assistant, " ")]), "");
    }
}
