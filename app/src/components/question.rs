//! The question of a project: choosing its kind, and what belongs to it.

use domain::protocol::{Kind, Levels, Look, Named, Protocol, Question, Scale};
use domain::rationale::{Ask, Rationale};
use domain::reason::Reason;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::scale::ScaleField;
use crate::language::design as t;
use crate::rpc::Error;

/// A question as a form sends it: the fields of every kind, of which one kind is meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionForm {
    pub kind: Kind,
    pub points: u8,
    #[serde(default)]
    pub both_bad: bool,
    #[serde(default)]
    pub both_good: bool,
    #[serde(default)]
    pub ties: bool,
    pub look: Look,
    pub levels: u8,
    /// One label a line, from the worst to the best.
    #[serde(default)]
    pub labels: String,
}

impl QuestionForm {
    /// The question that is meant.
    pub fn question(self) -> Question {
        let QuestionForm { points, both_bad, both_good, ties, .. } = self;
        match self.kind {
            Kind::Pair => Question::Pair { scale: Scale { points, both_bad, both_good } },
            Kind::Ranking => Question::Ranking { ties },
            Kind::BestWorst => Question::BestWorst,
            Kind::Rating => {
                Question::Rating { levels: levels(self.look, self.levels, &self.labels) }
            }
        }
    }
}

/// What a form asks for beside the question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProtocolForm {
    pub ask: Ask,
    pub share: i32,
    pub min_length: i32,
    pub rewrite: Ask,
    #[serde(default)]
    pub confidence: bool,
    #[serde(default)]
    pub spans: bool,
    /// One reason a line, as [`named`] reads it.
    #[serde(default)]
    pub flags: String,
    /// A list of criteria as JSON; the page makes it.
    #[serde(default)]
    pub criteria: String,
}

impl ProtocolForm {
    /// The protocol that asks this question.
    pub fn protocol(self, question: Question) -> domain::Result<Protocol> {
        let criteria = match self.criteria.as_str() {
            "" => Vec::new(),
            text => serde_json::from_str(text).map_err(|error| {
                domain::Error::invalid("criteria", Reason::NotJson { detail: error.to_string() })
            })?,
        };
        let ProtocolForm { ask, share, min_length, rewrite, confidence, spans, flags, .. } = self;
        Ok(Protocol {
            question,
            criteria,
            rationale: Rationale { ask, share, min_length },
            rewrite,
            confidence,
            spans,
            flags: named(&flags),
        })
    }
}

/// Levels as they are meant: thumbs are two, and labels are as many as there are.
pub fn levels(look: Look, count: u8, labels: &str) -> Levels {
    match look {
        Look::Thumbs => Levels::THUMBS,
        Look::Stars => Levels::stars(count),
        Look::Labels => {
            let labels = labels.lines().map(str::trim).filter(|label| !label.is_empty());
            let labels: Vec<String> = labels.map(str::to_owned).collect();
            let count = u8::try_from(labels.len()).unwrap_or(u8::MAX);
            Levels { look, count, labels }
        }
    }
}

/// A kind of question in words.
pub fn describe(kind: Kind) -> &'static str {
    match kind {
        Kind::Pair => t::kind_pair(),
        Kind::Ranking => t::kind_ranking(),
        Kind::BestWorst => t::kind_best_worst(),
        Kind::Rating => t::kind_rating(),
    }
}

/// What raters are asked: the kind, then what belongs to it. What belongs to another kind is out
/// of sight.
#[component]
pub fn QuestionField(
    /// What is chosen at first.
    question: Question,
    /// Whether tasks are there already, so that the kind stays.
    #[prop(optional)]
    fixed: bool,
    /// The form's last refusal, of this field or of another.
    #[prop(into)]
    error: Signal<Option<Error>>,
) -> impl IntoView {
    let kind = question.kind();
    let scale = match question {
        Question::Pair { scale } => Some(scale),
        _ => Protocol::default().scale(),
    };
    let ties = !matches!(question, Question::Ranking { ties: false });
    let levels = match question {
        Question::Rating { levels } => levels,
        _ => Levels::THUMBS,
    };
    let reason = move || error.get().and_then(|error| error.of_field("kind"));
    view! {
        <div class="question-field stack">
            <div class="field">
                <label class="field__label" for="kind">
                    {t::asked()}
                </label>
                {fixed
                    .then(|| {
                        view! {
                            <p class="field__hint">
                                {t::asked_fixed()}
                            </p>
                        }
                    })}
                <select class="select" id="kind" name="asked[kind]">
                    {Kind::ALL
                        .into_iter()
                        .filter(|offered| !fixed || *offered == kind)
                        .map(|offered| {
                            view! {
                                <option value=offered.name() selected=offered == kind>
                                    {describe(offered)}
                                </option>
                            }
                        })
                        .collect_view()}
                </select>
                {move || reason().map(|reason| view! { <p class="field__error">{reason}</p> })}
            </div>
            <div class="question-field__pair">
                {scale
                    .map(|scale| {
                        view! {
                            <ScaleField
                                scale
                                help=t::pair_help()
                                error
                            />
                        }
                    })}
            </div>
            <div class="question-field__ranking">
                <label class="choice">
                    <input type="checkbox" name="asked[ties]" value="true" checked=ties />
                    <span>{t::ties()}</span>
                    <span class="choice__hint">
                        {t::ties_help()}
                    </span>
                </label>
            </div>
            <div class="question-field__rating">
                <LevelsFields levels prefix="asked" error />
            </div>
        </div>
    }
}

/// How good: thumbs, stars, or labelled points.
#[component]
fn LevelsFields(
    levels: Levels,
    prefix: &'static str,
    #[prop(into)] error: Signal<Option<Error>>,
) -> impl IntoView {
    let reason = move || error.get().and_then(|error| error.of_field("levels"));
    let count = levels.count.max(2);
    view! {
        <fieldset class="fieldset stack stack--tight levels-field">
            <legend class="field__label">{t::rating_by()}</legend>
            <div class="field">
                <label class="visually-hidden" for="look">
                    {t::look()}
                </label>
                <select class="select" id="look" name=format!("{prefix}[look]")>
                    {Look::ALL
                        .map(|look| {
                            view! {
                                <option value=look.name() selected=look == levels.look>
                                    {describe_look(look)}
                                </option>
                            }
                        })
                        .collect_view()}
                </select>
            </div>
            <div class="field field--short levels-field__stars">
                <label class="field__label" for="levels">
                    {t::stars()}
                </label>
                <input
                    class="input"
                    id="levels"
                    name=format!("{prefix}[levels]")
                    type="number"
                    min="2"
                    max="9"
                    value=if levels.look == Look::Stars { count } else { 5 }
                />
            </div>
            <div class="field levels-field__labels">
                <label class="field__label" for="labels">
                    {t::labels()}
                </label>
                <textarea class="textarea" id="labels" name=format!("{prefix}[labels]") rows="4">
                    {levels.labels.join("\n")}
                </textarea>
            </div>
            {move || reason().map(|reason| view! { <p class="field__error">{reason}</p> })}
        </fieldset>
    }
}

/// How levels look, in words.
pub fn describe_look(look: Look) -> &'static str {
    match look {
        Look::Thumbs => t::look_thumbs(),
        Look::Stars => t::stars(),
        Look::Labels => t::look_labels(),
    }
}

/// A list as it is written: a key, a colon, a name; a line without a colon is a name, whose key is
/// made of it.
pub fn named(text: &str) -> Vec<Named> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let line = |line: &str| match line.split_once(':') {
        Some((key, name)) => Named { key: key.trim().to_owned(), name: name.trim().to_owned() },
        None => Named { key: key_of(line), name: line.to_owned() },
    };
    lines.map(line).collect()
}

/// A key made of a name: small letters and digits, underscores between words.
fn key_of(name: &str) -> String {
    let words: Vec<String> = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    words.join("_").chars().take(40).collect()
}

/// A list as [`named`] reads it.
pub fn written(list: &[Named]) -> String {
    let lines: Vec<String> =
        list.iter().map(|Named { key, name }| format!("{key}: {name}")).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_as_many_as_there_are_lines() {
        let levels = levels(Look::Labels, 7, " Poor \n\nFair\nGood");

        assert_eq!((levels.count, levels.labels.join(",")), (3, "Poor,Fair,Good".to_owned()));
    }

    #[test]
    fn a_list_is_read_line_by_line() {
        let list = named("wrong: Not true\n\nOff topic!\n");

        let keys: Vec<_> =
            list.iter().map(|named| (named.key.as_str(), named.name.as_str())).collect();
        assert_eq!(keys, [("wrong", "Not true"), ("off_topic", "Off topic!")]);
    }
}
