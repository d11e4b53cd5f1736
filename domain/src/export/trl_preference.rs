//! TRL's conversational preference data: `prompt`, `chosen` and `rejected` as lists of messages,
//! with provenance.
//!
//! Every row has the same keys in the same order with values of the same types, and none of the
//! names that TRL reserves. TRL would train on a tie, a blank side or two equal sides without a
//! warning, so they become no row.
//!
//! By majority there is one row at most for every two texts of a prompt, even if several tasks
//! compare them. Judgment by judgment there is one row at most for each rater and every two texts.

use super::cell::Cell;
use super::column::{Column, ColumnKind};
use super::description::{Description, FileType};
use super::encoding::JSON_LINES;
use super::pool::{
    Origin, Pair, Pool, PooledComparison, Support, check_prompt, preferred_side, to_four_decimals,
};
use super::target::{File, Rows, Target};
use super::{Ledger, Options, ProjectFacts, Reason, Source};
use crate::outcome::Outcome;

/// TRL's conversational preference data.
pub(super) const DESCRIPTION: Description = Description {
    name: "trl_preference",
    file_type: FileType::JSON_LINES,
    pools_prompts: true,
    leaves_out: &[
        Reason::Tie,
        Reason::BothBad,
        Reason::BothGood,
        Reason::Skip,
        Reason::NoMajority,
        Reason::Contradiction,
        Reason::Superseded,
        Reason::Uncounted,
        Reason::Repeat,
        Reason::IdenticalText,
        Reason::BlankText,
        Reason::Flagged,
        Reason::Unrepresentable,
    ],
};

/// The files and rows of the format.
pub(super) const TARGET: Target = Target {
    description: &DESCRIPTION,
    files: &[File { suffix: "", encoding: &JSON_LINES, columns }],
    rows,
};

/// The columns, in the order of the cells of [`row`].
fn columns(_: &ProjectFacts) -> Vec<Column> {
    use ColumnKind::{Decimal, Integer, Messages, Text, Texts};
    let columns = [
        ("prompt", Messages),
        ("chosen", Messages),
        ("rejected", Messages),
        // The task's id; with more than two responses also which two, or the judgment of a rewrite.
        ("pair_id", Text),
        ("prompt_id", Text),
        ("external_id", Text),
        // The judgments that the row rests on, for and against, oldest first.
        ("judgment_ids", Texts),
        // Their raters, in the same order.
        ("rater_ids", Texts),
        ("n_judgments", Integer),
        // Fewer than judgments if a rater has judged the texts in several tasks.
        ("n_raters", Integer),
        // Judgments that prefer the chosen response.
        ("n_for_chosen", Integer),
        // Judgments that prefer neither.
        ("n_ties", Integer),
        // `n_for_chosen` of `n_judgments`, to four decimals.
        ("agreement", Decimal),
        ("aggregation", Text),
        // As in `v1`; several are joined by commas.
        ("guideline_version", Text),
        // The day of the latest judgment, as in `2026-03-01 UTC`: no reader takes that for a date
        // and changes its type.
        ("judged_at", Text),
        ("project", Text),
        // Several that wrote the same are joined by commas.
        ("chosen_model", Text),
        ("rejected_model", Text),
        // Where the chosen response was shown: `first`, `second`, `both`, or `none`.
        ("position_of_chosen", Text),
        ("n_chosen_shown_first", Integer),
        // The same for all pairs of one ranking; empty if nothing was ranked.
        ("ranking_id", Text),
        // How many ranks the rejected response is below the chosen one, on average over the
        // judgments, to four decimals; 0 if nothing was ranked. Of tasks with different numbers of
        // responses only those with the most are in the mean, because their ranks are longer.
        ("rank_distance", Decimal),
    ];
    columns.map(|(name, kind)| Column::new(name, kind)).to_vec()
}

/// Writes the rows of one prompt.
fn rows(options: Options, prompt: &[Source], ledger: &mut Ledger, write: &mut Rows<'_>) {
    let mut pool = Pool::new(options, prompt, ledger);
    for group in pool.groups() {
        for (pair, comparisons) in pool.comparisons(&group) {
            let judgments = comparisons.iter().map(|compared| compared.judgment);
            match row(options, &pool, pair, &comparisons) {
                Ok(row) => {
                    write(0, &row);
                    pool.use_in_row(ledger, judgments);
                }
                Err(reason) => pool.refuse(judgments, reason),
            }
        }
    }
    pool.settle(ledger, |_| Reason::Unrepresentable);
}

/// The row of two texts that rests on `comparisons`, of which there is at least one.
fn row<'a>(
    options: Options,
    pool: &Pool<'a>,
    pair: Pair,
    comparisons: &[PooledComparison],
) -> Result<[Cell<'a>; 23], Reason> {
    pool.check_flags(&pair)?;
    let side = preferred_side(comparisons)?;
    let [chosen, rejected] = [pair[side], pair[1 - side]];
    check_texts(pool, chosen, rejected)?;
    let place = comparisons.iter().map(|compared| compared.source).min().unwrap_or_default();
    let source = pool.sources[place];
    check_prompt(&source.task.messages)?;

    let count = |test: &dyn Fn(&PooledComparison) -> bool| {
        comparisons.iter().filter(|one| test(one)).count()
    };
    let n_for_chosen = count(&|compared| compared.comparison.outcome == Outcome::won_by(side));
    let n_first = count(&|compared| compared.comparison.shown_first == Some(side));
    let n_second = count(&|compared| compared.comparison.shown_first == Some(1 - side));
    let Support { judgment_ids, rater_ids, n_raters, guideline_version, judged_at } =
        pool.support(comparisons.iter().map(|compared| compared.judgment));
    let answer = |text: usize| Cell::answer(pool.texts[text].answer);
    let position_of_chosen = match (n_first, n_second) {
        (0, 0) => "none",
        (_, 0) => "first",
        (0, _) => "second",
        _ => "both",
    };
    let ranking_id = match source.project.ranks() {
        true => source.task.id.to_string(),
        false => String::new(),
    };
    let n_judgments = judgment_ids.len();
    let agreement = n_for_chosen as f64 / comparisons.len() as f64;
    Ok([
        Cell::messages(&source.task.messages),
        answer(chosen),
        answer(rejected),
        Cell::text(pair_id(pool, place, pair)),
        Cell::shown(source.task.prompt_id),
        Cell::text(&source.task.external_id),
        Cell::texts(judgment_ids.iter().map(ToString::to_string)),
        Cell::texts(rater_ids),
        Cell::count(n_judgments),
        Cell::count(n_raters),
        Cell::count(n_for_chosen),
        Cell::count(count(&|compared| compared.comparison.outcome == Outcome::Tie)),
        Cell::Decimal(to_four_decimals(agreement)),
        Cell::text(options.aggregation.name()),
        Cell::text(guideline_version),
        Cell::text(judged_at),
        Cell::text(&source.project.name),
        Cell::text(pool.model(chosen)),
        Cell::text(pool.model(rejected)),
        Cell::text(position_of_chosen),
        Cell::count(n_first),
        Cell::text(ranking_id),
        Cell::Decimal(rank_distance(pool, side, comparisons)),
    ])
}

/// The id of the task at an index. With more than two responses, the positions of the two are added;
/// if a text is a rewrite, the id of its judgment.
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

fn rank_distance(pool: &Pool<'_>, side: usize, comparisons: &[PooledComparison]) -> f64 {
    let size = |compared: &&PooledComparison| pool.sources[compared.source].task.responses.len();
    let ranked = || comparisons.iter().filter(|compared| compared.comparison.shown_first.is_some());
    let most = ranked().map(|compared| size(&compared)).max();
    let distances: Vec<i64> = ranked()
        .filter(|compared| Some(size(compared)) == most)
        .map(|compared| compared.comparison.rank_distance)
        .collect();
    let total: i64 = distances.iter().sum();
    let towards_chosen = if side == 0 { total } else { -total };
    // Nothing was ranked if all comparisons are with rewrites.
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
