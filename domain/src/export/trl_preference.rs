//! TRL's conversational preference data: `prompt`, `chosen` and `rejected` as lists of messages,
//! and what the row rests on.
//!
//! Every row has the same keys in the same order, and none of the names that TRL takes for its
//! own. A tie, a blank side and two equal sides would train without a word; they become no row.

use serde::Serialize;

use super::vote::{self, Spoken, Stand, Vote};
use super::{Aggregation, Ledger, Options, Reason, Source, write_line};
use crate::id::{JudgmentId, PromptId, TaskId};
use crate::task::{Message, Response, Speaker};

/// What stands for the model of a response that a rater wrote.
pub(super) const REWRITE: &str = "rewrite";

#[derive(Serialize)]
struct Row<'a> {
    prompt: &'a [Message],
    chosen: [Answer<'a>; 1],
    rejected: [Answer<'a>; 1],
    /// The task, and of a ranking which two of its responses.
    pair_id: String,
    prompt_id: PromptId,
    external_id: &'a str,
    /// The judgments the row rests on, for and against, oldest first.
    judgment_ids: Vec<JudgmentId>,
    /// Their raters, in the same order.
    rater_ids: Vec<&'a str>,
    n_raters: usize,
    n_for_chosen: usize,
    n_ties: usize,
    /// `n_for_chosen` of `n_raters`, to four decimals.
    agreement: f64,
    aggregation: &'static str,
    /// As in `v1`; several are joined by commas.
    guideline_version: String,
    /// The day of the latest judgment.
    judged_at: String,
    project: &'a str,
    chosen_model: &'a str,
    rejected_model: &'a str,
    #[serde(flatten)]
    position: Position,
    #[serde(flatten)]
    ranking: Option<InRanking>,
}

/// What a row of a ranking says beside the others.
#[derive(Serialize)]
struct InRanking {
    /// All pairs of one ranking have one.
    ranking_id: TaskId,
    /// How many ranks the rejected response stands below the chosen one, on average over the
    /// raters, to four decimals.
    rank_distance: f64,
}

#[derive(Serialize)]
pub(super) struct Answer<'a> {
    pub role: Speaker,
    pub content: &'a str,
}

/// Where the chosen response stood; one key for each aggregation.
#[derive(Serialize)]
#[serde(untagged)]
enum Position {
    PerJudgment { position_of_chosen: &'static str },
    Majority { n_chosen_shown_first: usize },
}

/// Appends the rows of one task: one pair of two responses, every pair of a ranking.
pub(super) fn write(options: Options, source: &Source, ledger: &mut Ledger, buffer: &mut Vec<u8>) {
    vote::leave_out_skips(source, ledger);
    let spoken = vote::current(source, ledger);
    // Why a judgment is in no row so far; none once it is in one.
    let mut fates = vec![Some(Reason::Unrepresentable); spoken.len()];
    let responses = source.task.responses.len();
    for first in 0..responses {
        for second in first + 1..responses {
            let numbered = spoken.iter().enumerate();
            let votes: Vec<_> =
                numbered.filter_map(|(n, spoken)| Some((n, spoken.vote(first, second)?))).collect();
            let size = match options.aggregation {
                Aggregation::PerJudgment => 1,
                Aggregation::Majority => votes.len().max(1),
            };
            for group in votes.chunks(size) {
                let votes: Vec<Vote> = group.iter().map(|(_, vote)| *vote).collect();
                let row = match vote::is_flagged(options, &spoken, &[first, second]) {
                    true => Err(Reason::Flagged),
                    false => row(options.aggregation, source, [first, second], &votes),
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
                    fates[*n] = fates[*n].and(reason);
                }
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

/// The row in which a rater's rewrite is chosen over the response it was made from.
fn rewritten<'a>(options: Options, source: &'a Source, spoken: &'a Spoken<'a>) -> Option<Row<'a>> {
    let task = &source.task;
    let rewrite = spoken.answers.rewrite.as_ref()?;
    let position = usize::from(rewrite.of?);
    let original = task.responses.get(position)?;
    let judgment = &spoken.recorded.judgment;
    let differs = rewrite.text.trim() != original.text.trim();
    let is_sound =
        differs && !original.text.trim().is_empty() && check_prompt(&task.messages).is_ok();
    if !is_sound || vote::is_flagged(options, std::slice::from_ref(spoken), &[position]) {
        return None;
    }
    Some(Row {
        prompt: &task.messages,
        chosen: [Answer { role: Speaker::Assistant, content: &rewrite.text }],
        rejected: [Answer { role: Speaker::Assistant, content: &original.text }],
        pair_id: format!("{}-rewrite-{}", task.id, judgment.id),
        prompt_id: task.prompt_id,
        external_id: &task.external_id,
        judgment_ids: vec![judgment.id],
        rater_ids: vec![&spoken.recorded.rater],
        n_raters: 1,
        n_for_chosen: 1,
        n_ties: 0,
        agreement: 1.0,
        aggregation: options.aggregation.name(),
        guideline_version: format!("v{}", judgment.guideline_version),
        judged_at: judgment.submitted_at.day(),
        project: &source.project.name,
        chosen_model: REWRITE,
        rejected_model: original.model.as_deref().unwrap_or_default(),
        position: match options.aggregation {
            Aggregation::Majority => Position::Majority { n_chosen_shown_first: 0 },
            Aggregation::PerJudgment => Position::PerJudgment { position_of_chosen: "none" },
        },
        ranking: None,
    })
}

/// The row of two responses that rests on `votes`, of which there is at least one.
fn row<'a>(
    aggregation: Aggregation,
    source: &'a Source,
    pair: [usize; 2],
    votes: &[Vote<'a>],
) -> Result<Row<'a>, Reason> {
    let task = &source.task;
    let side = preferred_side(votes)?;
    let (chosen, rejected) = (&task.responses[pair[side]], &task.responses[pair[1 - side]]);
    check_texts(chosen, rejected)?;
    check_prompt(&task.messages)?;

    let count = |test: &dyn Fn(&Vote) -> bool| votes.iter().filter(|vote| test(vote)).count();
    let n_for_chosen = count(&|vote| vote.stand == Stand::For(side));
    let n_chosen_shown_first = count(&|vote| vote.shown_first == side);
    let judgments = || votes.iter().map(|vote| &vote.recorded.judgment);
    let latest = judgments().map(|judgment| judgment.submitted_at).max();
    let mut versions: Vec<_> = judgments().map(|judgment| judgment.guideline_version).collect();
    versions.sort_unstable();
    versions.dedup();
    let versions: Vec<_> = versions.iter().map(|version| format!("v{version}")).collect();
    Ok(Row {
        prompt: &task.messages,
        chosen: [Answer { role: Speaker::Assistant, content: &chosen.text }],
        rejected: [Answer { role: Speaker::Assistant, content: &rejected.text }],
        pair_id: match task.responses.len() {
            2 => task.id.to_string(),
            _ => format!("{}-{}-{}", task.id, pair[0] + 1, pair[1] + 1),
        },
        prompt_id: task.prompt_id,
        external_id: &task.external_id,
        judgment_ids: judgments().map(|judgment| judgment.id).collect(),
        rater_ids: votes.iter().map(|vote| vote.recorded.rater.as_str()).collect(),
        n_raters: votes.len(),
        n_for_chosen,
        n_ties: count(&|vote| vote.stand == Stand::Tie),
        agreement: to_four_decimals(n_for_chosen as f64 / votes.len() as f64),
        aggregation: aggregation.name(),
        guideline_version: versions.join(","),
        judged_at: latest.map(|time| time.day()).unwrap_or_default(),
        project: &source.project.name,
        chosen_model: chosen.model.as_deref().unwrap_or_default(),
        rejected_model: rejected.model.as_deref().unwrap_or_default(),
        position: match aggregation {
            Aggregation::Majority => Position::Majority { n_chosen_shown_first },
            Aggregation::PerJudgment if n_chosen_shown_first == 1 => {
                Position::PerJudgment { position_of_chosen: "first" }
            }
            Aggregation::PerJudgment => Position::PerJudgment { position_of_chosen: "second" },
        },
        ranking: in_ranking(task.id, side, votes),
    })
}

fn in_ranking(ranking_id: TaskId, side: usize, votes: &[Vote]) -> Option<InRanking> {
    let distances: Option<Vec<i64>> = votes.iter().map(|vote| vote.rank_distance).collect();
    let total: i64 = distances?.into_iter().sum();
    let towards_chosen = if side == 0 { total } else { -total };
    let rank_distance = to_four_decimals(towards_chosen as f64 / votes.len() as f64);
    Some(InRanking { ranking_id, rank_distance })
}

pub(super) fn to_four_decimals(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}

/// Which of the two responses (0 or 1) more than half of the votes prefer.
fn preferred_side(votes: &[Vote]) -> Result<usize, Reason> {
    let wins =
        |stand: Stand| votes.iter().filter(|vote| vote.stand == stand).count() * 2 > votes.len();
    if wins(Stand::For(0)) {
        Ok(0)
    } else if wins(Stand::For(1)) {
        Ok(1)
    } else if wins(Stand::Tie) {
        Err(Reason::Tie)
    } else if wins(Stand::BothBad) {
        Err(Reason::BothBad)
    } else if wins(Stand::BothGood) {
        Err(Reason::BothGood)
    } else {
        Err(Reason::NoMajority)
    }
}

fn check_texts(chosen: &Response, rejected: &Response) -> Result<(), Reason> {
    let (chosen, rejected) = (chosen.text.trim(), rejected.text.trim());
    if chosen.is_empty() || rejected.is_empty() {
        Err(Reason::BlankText)
    } else if chosen == rejected {
        Err(Reason::IdenticalText)
    } else {
        Ok(())
    }
}

/// Chat templates want a system message first or nowhere, and somebody who asks last.
pub(super) fn check_prompt(messages: &[Message]) -> Result<(), Reason> {
    let late_system = messages.iter().skip(1).any(|message| message.role == Speaker::System);
    let asks = messages
        .last()
        .is_some_and(|message| matches!(message.role, Speaker::User | Speaker::Tool));
    if asks && !late_system { Ok(()) } else { Err(Reason::Unrepresentable) }
}
