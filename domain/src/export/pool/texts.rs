//! The texts of a pool, each once.

use std::collections::HashMap;

use crate::export::cell::Answer;
use crate::export::{Source, key};
use crate::id::{JudgmentId, ResponseId};
use crate::judgment::Judgment;

/// The model of a response that a rater wrote.
pub(in crate::export) const REWRITE: &str = "rewrite";

/// A text that was answered to the prompt.
pub(in crate::export) struct Text<'a> {
    /// As it is in its first occurrence.
    pub text: &'a str,
    /// The same as messages.
    pub answer: Answer<'a>,
    pub origin: Origin,
    /// Who wrote it, each once.
    models: Vec<&'a str>,
    /// Whether it is held back because a rater has flagged it.
    pub(super) is_flagged: bool,
}

/// The first occurrence of a text.
#[derive(Debug, Clone, Copy)]
pub(in crate::export) enum Origin {
    Response(ResponseId),
    Rewrite(JudgmentId),
}

impl Text<'_> {
    /// The models that wrote it; several are joined by commas.
    pub(super) fn model(&self) -> String {
        self.models.join(",")
    }
}

/// Collects texts, each once.
#[derive(Default)]
pub(super) struct Texts<'a> {
    pub all: Vec<Text<'a>>,
    places: HashMap<String, usize>,
}

impl<'a> Texts<'a> {
    /// Adds the responses of a task and answers with their places.
    pub fn add(&mut self, source: &'a Source) -> Vec<usize> {
        let responses = source.task.responses.iter();
        responses
            .map(|response| {
                let model = response.model.as_deref().unwrap_or_default();
                let answer = match response.structure.as_slice() {
                    [] => Answer::Text(&response.text),
                    messages => Answer::Messages(messages),
                };
                self.place(&response.text, answer, model, Origin::Response(response.id))
            })
            .collect()
    }

    pub fn add_rewrite(&mut self, text: &'a str, judgment: &Judgment) -> usize {
        self.place(text, Answer::Text(text), REWRITE, Origin::Rewrite(judgment.id))
    }

    fn place(
        &mut self,
        text: &'a str,
        answer: Answer<'a>,
        model: &'a str,
        origin: Origin,
    ) -> usize {
        let next = self.all.len();
        let place = *self.places.entry(key::of_text(text)).or_insert(next);
        if place == next {
            self.all.push(Text { text, answer, origin, models: Vec::new(), is_flagged: false });
        }
        let models = &mut self.all[place].models;
        if !model.is_empty() && !models.contains(&model) {
            models.push(model);
        }
        place
    }
}
