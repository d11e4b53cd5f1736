//! TRL's conversational unpaired data, as KTO reads it: `prompt`, `completion` and `label`.
//!
//! A rating labels its response by itself. «Both good» and «both bad» label both responses. Of a
//! pair the better one is labelled good and the other bad, of a ranking the best and the worst;
//! that is weaker evidence, and `label_source` tells them apart. What stands between says nothing.

use serde::Serialize;

use super::trl_preference::{Answer, REWRITE, check_prompt, to_four_decimals};
use super::vote::{self, Spoken, Stand};
use super::{Aggregation, Ledger, Options, Reason, Source, write_line};
use crate::answers::Answers;
use crate::id::{JudgmentId, PromptId, TaskId};
use crate::task::{Message, Speaker};

#[derive(Serialize)]
struct Row<'a> {
    prompt: &'a [Message],
    completion: [Answer<'a>; 1],
    label: bool,
    completion_id: String,
    task_id: TaskId,
    prompt_id: PromptId,
    external_id: &'a str,
    /// The judgments the row rests on, for and against, oldest first.
    judgment_ids: Vec<JudgmentId>,
    /// Their raters, in the same order.
    rater_ids: Vec<&'a str>,
    n_raters: usize,
    n_for_label: usize,
    /// `n_for_label` of `n_raters`, to four decimals.
    agreement: f64,
    aggregation: &'static str,
    /// `rating`, `both`, `pair`, `ranking` or `rewrite`; several are joined by commas.
    label_source: String,
    project: &'a str,
    model: &'a str,
}

/// What a judgment says about one response.
#[derive(Clone, Copy)]
pub(super) struct Label<'a> {
    spoken: &'a Spoken<'a>,
    pub good: bool,
    pub source: &'static str,
}

/// Appends the rows of one task.
pub(super) fn write(options: Options, source: &Source, ledger: &mut Ledger, buffer: &mut Vec<u8>) {
    vote::leave_out_skips(source, ledger);
    let spoken = vote::current(source, ledger);
    let mut fates: Vec<_> = spoken.iter().map(|spoken| Some(silence(spoken))).collect();
    for position in 0..source.task.responses.len() {
        let label = |(n, spoken)| Some((n, label(spoken, source, position)?));
        let labels: Vec<_> = spoken.iter().enumerate().filter_map(label).collect();
        let size = match options.aggregation {
            Aggregation::PerJudgment => 1,
            Aggregation::Majority => labels.len().max(1),
        };
        for group in labels.chunks(size) {
            let labels: Vec<Label> = group.iter().map(|(_, label)| *label).collect();
            let row = match vote::is_flagged(options, &spoken, &[position]) {
                true => Err(Reason::Flagged),
                false => row(options.aggregation, source, position, &labels),
            };
            let reason = match row {
                Ok(row) => {
                    write_line(buffer, &row);
                    ledger.add_row();
                    None
                }
                Err(reason) => Some(reason),
            };
            for (n, _) in group {
                // Once in a row it stays used; a reason found later is as good as one before.
                fates[*n] = fates[*n].and(reason);
            }
        }
    }
    for (n, spoken) in spoken.iter().enumerate() {
        if let Some(row) = rewritten(options, source, spoken) {
            write_line(buffer, &row);
            ledger.add_row();
            fates[n] = None;
        }
    }
    ledger.settle(fates);
}

/// The row of a rater's rewrite, which is good.
fn rewritten<'a>(options: Options, source: &'a Source, spoken: &'a Spoken<'a>) -> Option<Row<'a>> {
    let task = &source.task;
    let rewrite = spoken.answers.rewrite.as_ref()?;
    let judgment = &spoken.recorded.judgment;
    check_prompt(&task.messages).ok()?;
    if vote::is_flagged(options, std::slice::from_ref(spoken), &[]) {
        return None;
    }
    Some(Row {
        prompt: &task.messages,
        completion: [Answer { role: Speaker::Assistant, content: &rewrite.text }],
        label: true,
        completion_id: format!("rewrite-{}", judgment.id),
        task_id: task.id,
        prompt_id: task.prompt_id,
        external_id: &task.external_id,
        judgment_ids: vec![judgment.id],
        rater_ids: vec![&spoken.recorded.rater],
        n_raters: 1,
        n_for_label: 1,
        agreement: 1.0,
        aggregation: options.aggregation.name(),
        label_source: REWRITE.to_owned(),
        project: &source.project.name,
        model: REWRITE,
    })
}

/// Why a judgment that labels nothing does not.
fn silence(spoken: &Spoken<'_>) -> Reason {
    match spoken.vote(0, 1).map(|vote| vote.stand) {
        Some(Stand::Tie) => Reason::Tie,
        None if spoken.answers.rating.is_some() => Reason::Tie,
        _ => Reason::Unrepresentable,
    }
}

pub(super) fn label<'a>(
    spoken: &'a Spoken<'a>,
    source: &Source,
    position: usize,
) -> Option<Label<'a>> {
    let (good, from) = if let Some(level) = spoken.answers.rating {
        (source.project.is_good(spoken.recorded.judgment.protocol_version, level)?, "rating")
    } else if spoken.recorded.judgment.verdict.is_some() {
        match spoken.vote(0, 1)?.stand {
            Stand::For(better) => (better == position, "pair"),
            Stand::BothGood => (true, "both"),
            Stand::BothBad => (false, "both"),
            Stand::Tie => return None,
        }
    } else {
        (is_best(&spoken.answers, position)?, "ranking")
    };
    Some(Label { spoken, good, source: from })
}

/// Whether a response is the best or the worst of a ranking; none if it is neither, or both.
fn is_best(answers: &Answers, position: usize) -> Option<bool> {
    if let (Some(best), Some(worst)) = (answers.best, answers.worst) {
        let place = u8::try_from(position).ok()?;
        return (place == best || place == worst).then_some(place == best);
    }
    let rank = answers.ranking.get(position)?;
    let last = answers.ranking.iter().max()?;
    (last > &1 && (*rank == 1 || rank == last)).then_some(*rank == 1)
}

/// The row of one response that rests on `labels`, of which there is at least one.
fn row<'a>(
    aggregation: Aggregation,
    source: &'a Source,
    position: usize,
    labels: &[Label<'a>],
) -> Result<Row<'a>, Reason> {
    let task = &source.task;
    let response = &task.responses[position];
    if response.text.trim().is_empty() {
        return Err(Reason::BlankText);
    }
    check_prompt(&task.messages)?;
    let n_good = labels.iter().filter(|label| label.good).count();
    let n_bad = labels.len() - n_good;
    if n_good == n_bad {
        return Err(Reason::NoMajority);
    }
    let mut sources: Vec<_> = labels.iter().map(|label| label.source).collect();
    sources.sort_unstable();
    sources.dedup();
    let n_for_label = n_good.max(n_bad);
    Ok(Row {
        prompt: &task.messages,
        completion: [Answer { role: Speaker::Assistant, content: &response.text }],
        label: n_good > n_bad,
        completion_id: response.id.to_string(),
        task_id: task.id,
        prompt_id: task.prompt_id,
        external_id: &task.external_id,
        judgment_ids: labels.iter().map(|label| label.spoken.recorded.judgment.id).collect(),
        rater_ids: labels.iter().map(|label| label.spoken.recorded.rater.as_str()).collect(),
        n_raters: labels.len(),
        n_for_label,
        agreement: to_four_decimals(n_for_label as f64 / labels.len() as f64),
        aggregation: aggregation.name(),
        label_source: sources.join(","),
        project: &source.project.name,
        model: response.model.as_deref().unwrap_or_default(),
    })
}
