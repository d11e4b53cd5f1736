//! The labels of a message's parts, in the language of the page.

use domain::task::{NextTask, ShownMessage, ShownResponse, TaskToJudge, part_label as label};

use super::common;

/// Translates the labels of the next task.
pub fn translate_next(next: &mut NextTask) {
    if let NextTask::Task(task) = next {
        translate_task(task);
    }
}

/// Translates the labels of a task.
pub fn translate_task(task: &mut TaskToJudge) {
    translate(&mut task.prompt, &mut task.responses);
}

/// Translates the labels of a prompt and its responses. They come in English, each in an element
/// that no rendered text can hold.
pub fn translate(prompt: &mut [ShownMessage], responses: &mut [ShownResponse]) {
    let labels = [
        ("System", common::speaker_system()),
        ("User", common::speaker_user()),
        ("Assistant", common::speaker_assistant()),
        ("Reasoning", common::part_reasoning()),
        ("Tool call", common::part_tool_call()),
        ("Tool result", common::part_tool_result()),
        ("Image", common::part_image()),
    ];
    let prompt = prompt.iter_mut().map(|message| &mut message.html);
    let responses = responses.iter_mut().map(|response| &mut response.html);
    for html in prompt.chain(responses).filter(|html| html.contains("<b class=\"label\">")) {
        for (english, words) in labels {
            *html = html.replace(&label(english), &label(words));
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::task::ShownResponse;

    use super::*;

    #[test]
    fn labels_are_replaced_and_the_words_of_texts_are_not() {
        let html = format!("{}<p>Reasoning</p>", label("Reasoning"));
        let mut responses = [ShownResponse { text: String::new(), html, marked: None }];

        translate(&mut [], &mut responses);

        let words = label(common::part_reasoning());
        assert_eq!(responses[0].html, format!("{words}<p>Reasoning</p>"));
    }
}
