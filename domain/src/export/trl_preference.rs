//! TRL's conversational preference data: `prompt`, `chosen` and `rejected` as lists of messages,
//! and what the row rests on.
//!
//! Every row of every file has the same keys in the same order with values of the same types, and
//! none of the names that TRL takes for its own. A tie, a blank side and two equal sides would
//! train without a word; they become no row.
//!
//! By majority a prompt has one row at most for every two texts, even if several tasks compare
//! them. Judgment by judgment this holds for each rater: raters may contradict one another, but no
//! rater contradicts himself or says the same twice.

use serde::Serialize;

use super::pool::{
    Ballot, Origin, Pair, Pool, Support, check_prompt, preferred_side, to_four_decimals,
};
use super::{Ledger, Options, Reason, Source, write_line};
use crate::id::{JudgmentId, PromptId};
use crate::outcome::Outcome;
use crate::task::{Message, Speaker};

#[derive(Serialize)]
struct Row<'a> {
    prompt: &'a [Message],
    chosen: [Answer<'a>; 1],
    rejected: [Answer<'a>; 1],
    /// The task, and of more than two responses which two of them, or the judgment that rewrites.
    pair_id: String,
    prompt_id: PromptId,
    external_id: &'a str,
    /// The judgments the row rests on, for and against, oldest first.
    judgment_ids: Vec<JudgmentId>,
    /// Their raters, in the same order.
    rater_ids: Vec<&'a str>,
    n_judgments: usize,
    /// Fewer than judgments where a rater has judged the texts in several tasks.
    n_raters: usize,
    /// Judgments that prefer the chosen response.
    n_for_chosen: usize,
    /// Judgments that prefer neither.
    n_ties: usize,
    /// `n_for_chosen` of `n_judgments`, to four decimals.
    agreement: f64,
    aggregation: &'static str,
    /// As in `v1`; several are joined by commas.
    guideline_version: String,
    /// The day of the latest judgment, as in `2026-03-01 UTC`: no reader takes that for a date and
    /// changes its type.
    judged_at: String,
    project: &'a str,
    /// Several that wrote the same are joined by commas.
    chosen_model: String,
    rejected_model: String,
    /// Where the chosen response stood: `first`, `second`, `both`, or `none` if it was not shown.
    position_of_chosen: &'static str,
    n_chosen_shown_first: usize,
    /// All pairs of one ranking have one; empty where nothing was ranked.
    ranking_id: String,
    /// How many ranks the rejected response stands below the chosen one, on average over the
    /// judgments, to four decimals; 0 where nothing was ranked. Of tasks with different numbers of
    /// responses only those with the most are in the mean, because ranks of others are longer.
    rank_distance: f64,
}

#[derive(Serialize)]
pub(super) struct Answer<'a> {
    pub role: Speaker,
    pub content: &'a str,
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
        for (pair, ballots) in pool.ballots(&group) {
            let voices = ballots.iter().map(|ballot| ballot.voice);
            match row(options, &pool, pair, &ballots) {
                Ok(row) => {
                    write_line(buffer, &row);
                    pool.use_in_row(ledger, voices);
                }
                Err(reason) => pool.refuse(voices, reason),
            }
        }
    }
    pool.settle(ledger, |_| Reason::Unrepresentable);
}

/// The row of two texts that rests on `ballots`, of which there is at least one.
fn row<'a>(
    options: Options,
    pool: &Pool<'a>,
    pair: Pair,
    ballots: &[Ballot],
) -> Result<Row<'a>, Reason> {
    pool.check_flags(&pair)?;
    let side = preferred_side(ballots)?;
    let [chosen, rejected] = [pair[side], pair[1 - side]];
    check_texts(pool, chosen, rejected)?;
    let place = ballots.iter().map(|ballot| ballot.source).min().unwrap_or_default();
    let source = pool.sources[place];
    check_prompt(&source.task.messages)?;

    let count = |test: &dyn Fn(&Ballot) -> bool| ballots.iter().filter(|one| test(one)).count();
    let n_for_chosen = count(&|ballot| ballot.comparison.outcome == Outcome::won_by(side));
    let n_first = count(&|ballot| ballot.comparison.shown_first == Some(side));
    let n_second = count(&|ballot| ballot.comparison.shown_first == Some(1 - side));
    let Support { judgment_ids, rater_ids, n_raters, guideline_version, judged_at } =
        pool.support(ballots.iter().map(|ballot| ballot.voice));
    let answer =
        |text: usize| [Answer { role: Speaker::Assistant, content: pool.texts[text].text }];
    Ok(Row {
        prompt: &source.task.messages,
        chosen: answer(chosen),
        rejected: answer(rejected),
        pair_id: pair_id(pool, place, pair),
        prompt_id: source.task.prompt_id,
        external_id: &source.task.external_id,
        n_judgments: judgment_ids.len(),
        judgment_ids,
        rater_ids,
        n_raters,
        n_for_chosen,
        n_ties: count(&|ballot| ballot.comparison.outcome == Outcome::Tie),
        agreement: to_four_decimals(n_for_chosen as f64 / ballots.len() as f64),
        aggregation: options.aggregation.name(),
        guideline_version,
        judged_at,
        project: &source.project.name,
        chosen_model: pool.model(chosen),
        rejected_model: pool.model(rejected),
        position_of_chosen: match (n_first, n_second) {
            (0, 0) => "none",
            (_, 0) => "first",
            (0, _) => "second",
            _ => "both",
        },
        n_chosen_shown_first: n_first,
        ranking_id: match source.project.ranks() {
            true => source.task.id.to_string(),
            false => String::new(),
        },
        rank_distance: rank_distance(pool, side, ballots),
    })
}

/// The task, by its place; which of its responses, where it has more than two; and the judgment that
/// wrote one of the texts, where the task does not have both.
fn pair_id(pool: &Pool<'_>, place: usize, pair: Pair) -> String {
    let id = pool.sources[place].task.id;
    let responses = &pool.responses[place];
    let position = |text: usize| responses.iter().position(|response| *response == text);
    if let [Some(one), Some(other)] = pair.map(position) {
        return match responses.len() {
            2 => id.to_string(),
            _ => format!("{id}-{}-{}", one.min(other) + 1, one.max(other) + 1),
        };
    }
    let mut rewrites = pair.iter().filter_map(|text| match pool.texts[*text].origin {
        Origin::Rewrite(judgment) => Some(format!("{id}-rewrite-{judgment}")),
        Origin::Response(response) if position(*text).is_none() => {
            Some(format!("{id}-rewrite-{response}"))
        }
        Origin::Response(_) => None,
    });
    rewrites.next_back().unwrap_or_else(|| id.to_string())
}

fn rank_distance(pool: &Pool<'_>, side: usize, ballots: &[Ballot]) -> f64 {
    let size = |ballot: &&Ballot| pool.sources[ballot.source].task.responses.len();
    let ranked = || ballots.iter().filter(|ballot| ballot.comparison.shown_first.is_some());
    let most = ranked().map(|ballot| size(&ballot)).max();
    let distances: Vec<i64> = ranked()
        .filter(|ballot| Some(size(ballot)) == most)
        .map(|ballot| ballot.comparison.rank_distance)
        .collect();
    let total: i64 = distances.iter().sum();
    let towards_chosen = if side == 0 { total } else { -total };
    // None were ranked where all stands on rewrites.
    to_four_decimals(towards_chosen as f64 / distances.len().max(1) as f64)
}

fn check_texts(pool: &Pool<'_>, chosen: usize, rejected: usize) -> Result<(), Reason> {
    let is_blank = |text: usize| pool.texts[text].text.trim().is_empty();
    if is_blank(chosen) || is_blank(rejected) {
        Err(Reason::BlankText)
    } else if chosen == rejected {
        Err(Reason::IdenticalText)
    } else {
        Ok(())
    }
}
