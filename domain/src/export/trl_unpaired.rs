//! TRL's conversational unpaired data, as KTO reads it: `prompt`, `completion` and `label`.
//!
//! A rating labels its response by itself. "Both good" and "both bad" label both responses. Of a
//! pair the better one is labelled good and the other bad, of a ranking the best and the worst;
//! that is weaker evidence, and `label_source` tells them apart. The others get no label.
//!
//! By majority a completion has one row at most: one label, from all tasks of the prompt in which
//! it was judged. Judgment by judgment that is so for each rater.

use std::collections::{BTreeMap, HashSet};

use serde::Serialize;

use super::pool::{Origin, Pool, Support, by_task, check_prompt, to_four_decimals};
use super::trl_preference::Answer;
use super::{Ledger, Options, Reason, Source, write_line};
use crate::id::{JudgmentId, PromptId, TaskId};
use crate::outcome::{self, Evidence, Outcome, Unblinded};
use crate::task::{Message, Speaker};

#[derive(Serialize)]
struct Row<'a> {
    prompt: &'a [Message],
    completion: [Answer<'a>; 1],
    label: bool,
    completion_id: String,
    /// The first of the tasks.
    task_id: TaskId,
    prompt_id: PromptId,
    external_id: &'a str,
    /// The judgments the row rests on, for and against, oldest first.
    judgment_ids: Vec<JudgmentId>,
    /// Their raters, in the same order.
    rater_ids: Vec<&'a str>,
    n_judgments: usize,
    /// Fewer than judgments where a rater has judged the response in several tasks.
    n_raters: usize,
    /// Judgments that say the same as the label.
    n_for_label: usize,
    /// `n_for_label` of `n_judgments`, to four decimals.
    agreement: f64,
    aggregation: &'static str,
    /// `rating`, `both`, `pair`, `ranking` or `rewrite`; several are joined by commas.
    label_source: String,
    project: &'a str,
    /// Several that wrote the same are joined by commas.
    model: String,
}

/// What a judgment says about one text.
#[derive(Clone, Copy)]
struct Label {
    voice: usize,
    source: usize,
    good: bool,
    from: Evidence,
}

/// Appends the rows of one prompt.
pub(super) fn write(
    options: Options,
    prompt: &[Source],
    ledger: &mut Ledger,
    buffer: &mut Vec<u8>,
) {
    let mut pool = Pool::new(options, prompt, ledger);
    for group in pool.groups() {
        for (text, labels) in labels(&pool, &group) {
            let voices = labels.iter().map(|label| label.voice);
            match row(options, &pool, text, &labels) {
                Ok(row) => {
                    write_line(buffer, &row);
                    pool.use_in_row(ledger, voices);
                }
                Err(reason) => pool.refuse(voices, reason),
            }
        }
    }
    let is_flagged = pool.check_flags(&[]).is_err();
    pool.settle(ledger, |voice| if is_flagged { Reason::Flagged } else { silence(&voice.said) });
}

/// What some voices say, by text. One that calls a text good and bad, because its task has the text
/// twice, says nothing about it.
fn labels(pool: &Pool<'_>, group: &[usize]) -> BTreeMap<usize, Vec<Label>> {
    let mut labels: BTreeMap<usize, Vec<Label>> = BTreeMap::new();
    for place in group {
        let voice = &pool.voices[*place];
        let mut said: BTreeMap<usize, Vec<outcome::Label>> = BTreeMap::new();
        for (position, text) in pool.responses[voice.source].iter().enumerate() {
            said.entry(*text).or_default().extend(pool.label(voice, position));
        }
        if let Some(text) = voice.rewrite {
            let label = outcome::Label { is_good: true, evidence: Evidence::Rewrite };
            said.entry(text).or_default().push(label);
        }
        for (text, said) in said {
            let [first, rest @ ..] = &said[..] else { continue };
            if rest.iter().all(|other| other.is_good == first.is_good) {
                let (good, from) = (first.is_good, first.evidence);
                let label = Label { voice: *place, source: voice.source, good, from };
                labels.entry(text).or_default().push(label);
            }
        }
    }
    labels
}

/// Why a judgment that labels nothing does not.
fn silence(said: &Unblinded) -> Reason {
    match said.compare(0, 1).map(|comparison| comparison.outcome) {
        Some(Outcome::Tie) => Reason::Tie,
        // Good and bad at once.
        Some(Outcome::First | Outcome::Second) => Reason::IdenticalText,
        None if said.answers.rating.is_some() => Reason::Tie,
        _ => Reason::Unrepresentable,
    }
}

/// The row of one text that rests on `labels`, of which there is at least one.
fn row<'a>(
    options: Options,
    pool: &Pool<'a>,
    text: usize,
    labels: &[Label],
) -> Result<Row<'a>, Reason> {
    pool.check_flags(&[text])?;
    let content = pool.texts[text].text;
    if content.trim().is_empty() {
        return Err(Reason::BlankText);
    }
    let place = labels.iter().map(|label| label.source).min().unwrap_or_default();
    let source = pool.sources[place];
    check_prompt(&source.task.messages)?;
    let good = majority(labels).ok_or_else(|| why_none(labels))?;
    let mut sources: Vec<_> = labels.iter().map(|label| label.from.name()).collect();
    sources.sort_unstable();
    sources.dedup();
    let n_for_label = labels.iter().filter(|label| label.good == good).count();
    let Support { judgment_ids, rater_ids, n_raters, .. } =
        pool.support(labels.iter().map(|label| label.voice));
    Ok(Row {
        prompt: &source.task.messages,
        completion: [Answer { role: Speaker::Assistant, content }],
        label: good,
        completion_id: match pool.texts[text].origin {
            Origin::Response(id) => id.to_string(),
            Origin::Rewrite(judgment) => format!("rewrite-{judgment}"),
        },
        task_id: source.task.id,
        prompt_id: source.task.prompt_id,
        external_id: &source.task.external_id,
        n_judgments: judgment_ids.len(),
        judgment_ids,
        rater_ids,
        n_raters,
        n_for_label,
        agreement: to_four_decimals(n_for_label as f64 / labels.len() as f64),
        aggregation: options.aggregation.name(),
        label_source: sources.join(","),
        project: &source.project.name,
        model: pool.model(text),
    })
}

/// What more than half of the labels say.
fn majority(labels: &[Label]) -> Option<bool> {
    let n_good = labels.iter().filter(|label| label.good).count();
    (2 * n_good != labels.len()).then_some(2 * n_good > labels.len())
}

/// Whether the tasks contradict one another, or the raters do.
fn why_none(labels: &[Label]) -> Reason {
    let of_tasks = by_task(labels.iter().map(|label| (label.source, *label)));
    let said: HashSet<bool> = of_tasks.values().filter_map(|labels| majority(labels)).collect();
    if said.len() == 2 { Reason::Contradiction } else { Reason::NoMajority }
}
