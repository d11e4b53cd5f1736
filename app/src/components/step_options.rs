//! What is offered at each step of a protocol, and what was picked there.
//!
//! Everything goes by its place in the offer, so that keys, pointers, replays and plain forms
//! mean the same.

#[cfg(test)]
mod tests;

use domain::answers::{Answer, Answers, Mark};
use domain::judgment::SkipReason;
use domain::protocol::{CONFIDENCE, Form, Levels, Look, Protocol, Question, Step};

use super::choice::{Choice, grade_label};
use crate::language::common;
use crate::pages::judge::state::ranks::groups;

/// The letter of a response, by its place as shown.
pub fn letter(place: usize) -> char {
    const LETTERS: [char; 9] = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'];
    LETTERS.get(place).copied().unwrap_or('?')
}

/// What a mark says, in words.
pub fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::Good => common::mark_good(),
        Mark::Wrong => common::mark_wrong(),
        Mark::Verbose => common::mark_verbose(),
    }
}

/// Why a rater skips, in the rater's words.
pub fn skip_reason(reason: SkipReason) -> &'static str {
    match reason {
        SkipReason::NotMyField => common::skip_not_my_field(),
        SkipReason::UnclearPrompt => common::skip_unclear_prompt(),
        SkipReason::WrongLanguage => common::skip_wrong_language(),
        SkipReason::Broken => common::skip_broken(),
        SkipReason::Upsetting => common::skip_upsetting(),
        SkipReason::Other => common::skip_other(),
    }
}

/// What a step asks, in words.
pub fn question(protocol: &Protocol, step: Step) -> String {
    match step {
        Step::Criterion { at, response } => criterion(protocol, at, response, " · "),
        Step::Verdict => common::question_verdict().to_owned(),
        Step::Ranking => common::question_ranking().to_owned(),
        Step::Best => common::question_best().to_owned(),
        Step::Worst => common::question_worst().to_owned(),
        Step::Rating => common::question_rating().to_owned(),
        Step::Rewrite => common::question_rewrite().to_owned(),
        Step::Confidence => common::question_confidence().to_owned(),
    }
}

/// The same in a word or two, for the line of steps.
pub fn title(protocol: &Protocol, step: Step) -> String {
    match step {
        Step::Criterion { at, response } => criterion(protocol, at, response, " "),
        Step::Verdict => common::step_verdict().to_owned(),
        Step::Ranking => common::step_ranking().to_owned(),
        Step::Best => common::step_best().to_owned(),
        Step::Worst => common::step_worst().to_owned(),
        Step::Rating => common::step_rating().to_owned(),
        Step::Rewrite => common::step_rewrite().to_owned(),
        Step::Confidence => common::step_confidence().to_owned(),
    }
}

/// A criterion's name, and the letter of the response that it is about.
fn criterion(protocol: &Protocol, at: usize, response: Option<usize>, between: &str) -> String {
    let name = protocol.criteria.get(at).map_or("", |criterion| criterion.name.as_str());
    match (response, &protocol.question) {
        (Some(_), Question::Rating { .. }) | (None, _) => name.to_owned(),
        (Some(place), _) => format!("{name}{between}{}", letter(place)),
    }
}

/// The answer to a step as briefly as can be; empty where there is none, and for a rewrite.
pub fn answer(
    protocol: &Protocol,
    step: Step,
    responses: usize,
    choice: Option<Choice>,
    answers: &Answers,
) -> String {
    let levels = match (step, &protocol.question) {
        (Step::Rating, Question::Rating { levels }) => Some(levels),
        (Step::Criterion { at, .. }, _) => {
            protocol.criteria.get(at).and_then(|criterion| match &criterion.form {
                Form::Levels(levels) => Some(levels),
                Form::Pairwise { .. } | Form::Choices(_) => None,
            })
        }
        _ => None,
    };
    match step {
        Step::Verdict => {
            let scale = protocol.scale();
            choice.zip(scale).map_or_else(String::new, |(choice, scale)| choice.label(scale))
        }
        Step::Ranking => ranking(&answers.ranking),
        _ => {
            let mut labels = labels(protocol, step, responses);
            let picked = picked(protocol, step, answers).into_iter();
            let picked: Vec<String> = picked
                .filter_map(|n| match levels {
                    Some(Levels { look: Look::Stars, .. }) => Some(format!("{}★", n + 1)),
                    _ => labels.get_mut(n).map(std::mem::take),
                })
                .collect();
            picked.join(", ")
        }
    }
}

/// A ranking in a line, the best first.
pub fn ranking(ranks: &[u8]) -> String {
    let group = |group: Vec<usize>| {
        let letters: Vec<String> = group.into_iter().map(|n| letter(n).to_string()).collect();
        letters.join(" = ")
    };
    let groups: Vec<String> = groups(ranks).into_iter().map(group).collect();
    groups.join(" > ")
}

/// What a rater is told who has left a step open.
pub fn missing(protocol: &Protocol, step: Step) -> String {
    match step {
        Step::Criterion { at, .. } => {
            let criterion = protocol.criteria.get(at);
            common::missing_criterion(criterion.map_or("", |criterion| criterion.name.as_str()))
        }
        Step::Verdict => common::missing_verdict().to_owned(),
        Step::Ranking => common::missing_ranking().to_owned(),
        Step::Best => common::missing_best().to_owned(),
        Step::Worst => common::missing_worst().to_owned(),
        Step::Rating => common::missing_rating().to_owned(),
        Step::Rewrite => common::missing_rewrite().to_owned(),
        Step::Confidence => common::missing_confidence().to_owned(),
    }
}

/// What a step means beyond its question.
pub fn help(protocol: &Protocol, step: Step) -> String {
    match step {
        Step::Criterion { at, .. } => {
            protocol.criteria.get(at).map(|criterion| criterion.help.clone()).unwrap_or_default()
        }
        _ => String::new(),
    }
}

/// Whether more than one may be picked.
pub fn takes_several(protocol: &Protocol, step: Step) -> bool {
    let Step::Criterion { at, .. } = step else {
        return matches!(step, Step::Ranking | Step::Rewrite);
    };
    let form = protocol.criteria.get(at).map(|criterion| &criterion.form);
    matches!(form, Some(Form::Choices(choices)) if choices.several)
}

/// A level in words.
pub fn level(levels: &Levels, level: u8) -> String {
    match (levels.look, level) {
        (Look::Thumbs, 1) => common::level_bad().to_owned(),
        (Look::Thumbs, _) => common::level_good().to_owned(),
        (Look::Stars, n) => common::level_stars(n),
        (Look::Labels, n) => {
            let place = usize::from(n).checked_sub(1);
            place.and_then(|place| levels.labels.get(place)).cloned().unwrap_or_default()
        }
    }
}

/// What a step offers, from left to right.
pub fn labels(protocol: &Protocol, step: Step, responses: usize) -> Vec<String> {
    let of_levels =
        |levels: &Levels| levels.all().map(|level| self::level(levels, level)).collect();
    match step {
        Step::Criterion { at, .. } => {
            let Some(criterion) = protocol.criteria.get(at) else { return Vec::new() };
            match (&criterion.form, criterion.scale()) {
                (Form::Levels(levels), _) => of_levels(levels),
                (Form::Choices(choices), _) => {
                    choices.list.iter().map(|choice| choice.name.clone()).collect()
                }
                (Form::Pairwise { .. }, Some(scale)) => {
                    scale.grades().into_iter().map(|grade| grade_label(scale, grade)).collect()
                }
                (Form::Pairwise { .. }, None) => Vec::new(),
            }
        }
        Step::Verdict => {
            let scale = protocol.scale();
            let label = |scale| {
                Choice::all(scale).into_iter().map(move |choice| choice.label(scale)).collect()
            };
            scale.map(label).unwrap_or_default()
        }
        Step::Ranking | Step::Best | Step::Worst => {
            (0..responses).map(|place| letter(place).to_string()).collect()
        }
        Step::Rating => match &protocol.question {
            Question::Rating { levels } => of_levels(levels),
            _ => Vec::new(),
        },
        Step::Rewrite => Vec::new(),
        Step::Confidence => {
            [common::confidence_low(), common::confidence_middle(), common::confidence_high()]
                .map(str::to_owned)
                .to_vec()
        }
    }
}

/// What was picked at a step, by its places in the offer. Verdicts and rankings are kept elsewhere.
pub fn picked(protocol: &Protocol, step: Step, answers: &Answers) -> Vec<usize> {
    let of_level = |level: &u8| usize::from(*level).checked_sub(1);
    let one = match step {
        Step::Criterion { at, response } => {
            let Some(criterion) = protocol.criteria.get(at) else { return Vec::new() };
            match (answers.criteria.get(&criterion.key), &criterion.form) {
                (Some(Answer::Levels(levels)), _) => {
                    response.and_then(|place| levels.get(place)?.as_ref().and_then(of_level))
                }
                (Some(Answer::Grade(grade)), _) => {
                    let grades = criterion.scale().map(|scale| scale.grades()).unwrap_or_default();
                    grades.iter().position(|known| known == grade)
                }
                (Some(Answer::Choices(chosen)), Form::Choices(choices)) => {
                    let is_chosen = |n: &usize| chosen.contains(&choices.list[*n].key);
                    return (0..choices.list.len()).filter(is_chosen).collect();
                }
                _ => None,
            }
        }
        Step::Best => answers.best.map(usize::from),
        Step::Worst => answers.worst.map(usize::from),
        Step::Rating => answers.rating.as_ref().and_then(of_level),
        Step::Confidence => answers.confidence.as_ref().and_then(of_level),
        Step::Verdict | Step::Ranking | Step::Rewrite => None,
    };
    one.into_iter().collect()
}

/// The name and the value of the `n`th of what a step offers, in a plain form.
pub fn field(protocol: &Protocol, step: Step, n: usize) -> (String, String) {
    let (name, value) = match step {
        Step::Criterion { at, response } => {
            let Some(criterion) = protocol.criteria.get(at) else { return Default::default() };
            let key = &criterion.key;
            match (&criterion.form, criterion.scale()) {
                (Form::Levels(_), _) => {
                    (format!("level.{key}.{}", response.unwrap_or(0)), (n + 1).to_string())
                }
                (Form::Choices(choices), _) => {
                    let choice = choices.list.get(n).map_or("", |choice| choice.key.as_str());
                    match choices.several {
                        true => (format!("choice.{key}.{choice}"), "on".to_owned()),
                        false => (format!("choice.{key}"), choice.to_owned()),
                    }
                }
                (Form::Pairwise { .. }, scale) => {
                    let grades = scale.map(|scale| scale.grades()).unwrap_or_default();
                    let grade = grades.get(n).copied().unwrap_or(0);
                    (format!("grade.{key}"), grade.to_string())
                }
            }
        }
        Step::Best => ("best".to_owned(), n.to_string()),
        Step::Worst => ("worst".to_owned(), n.to_string()),
        Step::Rating => ("rating".to_owned(), (n + 1).to_string()),
        Step::Confidence => ("confidence".to_owned(), (n + 1).to_string()),
        Step::Ranking => (format!("rank.{n}"), String::new()),
        Step::Rewrite => ("rewrite".to_owned(), String::new()),
        Step::Verdict => return ("grade".to_owned(), String::new()),
    };
    (format!("answers[{name}]"), value)
}

/// Picks the `n`th of what a step offers; of several, picks it or takes it back. Nothing happens
/// where there is no such thing.
pub fn pick(protocol: &Protocol, step: Step, responses: usize, answers: &mut Answers, n: usize) {
    if n >= labels(protocol, step, responses).len() {
        return;
    }
    let place = u8::try_from(n).ok();
    let level = place.map(|place| place + 1);
    match step {
        Step::Criterion { at, response } => {
            if let Some(criterion) = protocol.criteria.get(at) {
                let before = answers.criteria.remove(&criterion.key);
                let answer = match &criterion.form {
                    Form::Levels(_) => {
                        let mut levels = match before {
                            Some(Answer::Levels(levels)) => levels,
                            _ => Vec::new(),
                        };
                        levels.resize(responses, None);
                        if let Some(open) = response.and_then(|place| levels.get_mut(place)) {
                            *open = level;
                        }
                        Some(Answer::Levels(levels))
                    }
                    Form::Pairwise { .. } => criterion
                        .scale()
                        .and_then(|scale| scale.grades().get(n).copied())
                        .map(Answer::Grade),
                    Form::Choices(choices) => {
                        let key = choices.list[n].key.clone();
                        let mut chosen = match before {
                            Some(Answer::Choices(chosen)) if choices.several => chosen,
                            _ => Vec::new(),
                        };
                        match chosen.iter().position(|known| *known == key) {
                            Some(known) => drop(chosen.remove(known)),
                            None => chosen.push(key),
                        }
                        (!chosen.is_empty()).then_some(Answer::Choices(chosen))
                    }
                };
                answers.criteria.extend(answer.map(|answer| (criterion.key.clone(), answer)));
            }
        }
        Step::Best => {
            answers.best = place;
            answers.worst = answers.worst.filter(|worst| Some(*worst) != place);
        }
        Step::Worst => {
            answers.worst = place;
            answers.best = answers.best.filter(|best| Some(*best) != place);
        }
        Step::Rating => answers.rating = level,
        Step::Confidence => answers.confidence = level.filter(|level| CONFIDENCE.contains(level)),
        Step::Verdict | Step::Ranking | Step::Rewrite => {}
    }
}
