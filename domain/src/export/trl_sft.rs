//! TRL's conversational data for supervised fine-tuning: `messages`, of which the last is the best
//! response.
//!
//! A prompt, including its system message, has one row at most: a rater's rewrite if there is one,
//! else the response with the best record over all tasks of the prompt. The record counts how often
//! it was better than another response, or good. A response must have won more than half of the
//! time, so "both bad" gives no row.

use std::cmp::Ordering;

use super::cell::Cell;
use super::column::{Column, ColumnKind};
use super::description::{Description, FileType};
use super::encoding::JSON_LINES;
use super::pool::{
    Pool, PooledComparison, PooledJudgment, REWRITE, Support, check_prompt, preferred_side,
    to_four_decimals,
};
use super::target::{File, Rows, Target};
use super::{Ledger, Options, ProjectFacts, Reason, Source};
use crate::outcome::Outcome;
use crate::protocol::Kind;

/// TRL's conversational data for supervised fine-tuning.
pub(super) const DESCRIPTION: Description = Description {
    name: "trl_sft",
    file_type: FileType::JSON_LINES,
    pools_prompts: true,
    leaves_out: &[
        Reason::Tie,
        Reason::BothBad,
        Reason::BothGood,
        Reason::Skip,
        Reason::NoMajority,
        Reason::Superseded,
        Reason::Uncounted,
        Reason::Repeat,
        Reason::IdenticalText,
        Reason::BlankText,
        Reason::Rewritten,
        Reason::Outranked,
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
        ("messages", Messages),
        // The first of the tasks.
        ("task_id", Text),
        ("prompt_id", Text),
        ("external_id", Text),
        // The judgments that the row rests on, for and against, oldest first.
        ("judgment_ids", Texts),
        // Their raters, in the same order.
        ("rater_ids", Texts),
        ("n_judgments", Integer),
        // Fewer than judgments if a rater has judged the response in several tasks.
        ("n_raters", Integer),
        // How often the response was called better than another one, or good.
        ("n_won", Integer),
        // How often it was called worse, or bad.
        ("n_lost", Integer),
        // `n_won` of all that was said about it, to four decimals.
        ("agreement", Decimal),
        // `rewrite`, `pair`, `ranking` or `rating`.
        ("source", Text),
        ("project", Text),
        // Several that wrote the same are joined by commas.
        ("model", Text),
    ];
    columns.map(|(name, kind)| Column::new(name, kind)).to_vec()
}

/// How often a text won and lost.
#[derive(Debug, Clone, Copy, Default)]
struct TextRecord {
    won: u64,
    lost: u64,
    tied: u64,
    /// How many raters wrote it.
    written: u64,
}

impl TextRecord {
    fn all(self) -> u64 {
        self.won + self.lost + self.tied
    }

    /// Whether it won more than half of the time.
    fn is_good(self) -> bool {
        2 * self.won > self.all()
    }

    /// Compares the shares that were won, with a tie as half a win. One win and one loss are added, so
    /// that one lucky comparison does not beat a long record.
    fn compare(self, other: Self) -> Ordering {
        let points = |record: Self| u128::from(2 * record.won + record.tied + 2);
        let out_of = |record: Self| u128::from(2 * record.all() + 4);
        (points(self) * out_of(other)).cmp(&(points(other) * out_of(self)))
    }
}

/// Writes the row of one prompt, if it has one.
fn rows(options: Options, prompt: &[Source], ledger: &mut Ledger, write: &mut Rows<'_>) {
    // A prompt has one row however judgments are counted.
    let mut pool = Pool::new(options, prompt, ledger);
    let said: Vec<Vec<(usize, TextRecord)>> =
        pool.judgments.iter().map(|judgment| said(&pool, judgment)).collect();
    let mut records = vec![TextRecord::default(); pool.texts.len()];
    for (text, said) in said.iter().flatten() {
        let record = &mut records[*text];
        record.won += said.won;
        record.lost += said.lost;
        record.tied += said.tied;
        record.written += said.written;
    }
    let mut about = vec![Vec::new(); pool.texts.len()];
    for (judgment, said) in said.iter().enumerate() {
        said.iter().for_each(|(text, _)| about[*text].push(judgment));
    }
    let everybody = 0..pool.judgments.len();
    match best(&pool, &records) {
        Ok(text) => match row(&pool, text, records[text], &about[text]) {
            Ok(row) => {
                write(0, &row);
                let reason = match records[text].written > 0 {
                    true => Reason::Rewritten,
                    false => Reason::Outranked,
                };
                pool.use_in_row(ledger, about[text].iter().copied());
                pool.refuse(everybody, reason);
            }
            Err(reason) => pool.refuse(everybody, reason),
        },
        Err(reason) => pool.refuse(everybody, reason),
    }
    pool.settle(ledger, |_| Reason::NoMajority);
}

/// The record of each text by one judgment.
fn said(pool: &Pool<'_>, judgment: &PooledJudgment<'_>) -> Vec<(usize, TextRecord)> {
    let mut said = vec![TextRecord::default(); pool.texts.len()];
    let responses = &pool.responses[judgment.source];
    let mut all_of = None;
    for ([one, other], comparison) in judgment.comparisons(responses) {
        match comparison.outcome {
            Outcome::BothGood => all_of = Some(true),
            Outcome::BothBad => all_of = Some(false),
            _ if one == other => {}
            outcome @ (Outcome::First | Outcome::Second) => {
                let [better, worse] =
                    if outcome == Outcome::First { [one, other] } else { [other, one] };
                said[better].won += 1;
                said[worse].lost += 1;
            }
            Outcome::Tie => [one, other].into_iter().for_each(|text| said[text].tied += 1),
        }
    }
    let mut say = |text: usize, is_good: Option<bool>| match is_good {
        Some(true) => said[text].won += 1,
        Some(false) => said[text].lost += 1,
        None => said[text].tied += 1,
    };
    if let Some(is_good) = all_of {
        let mut texts = responses.clone();
        texts.sort_unstable();
        texts.dedup();
        texts.into_iter().for_each(|text| say(text, Some(is_good)));
    }
    if let ([text], Some(_)) = (&responses[..], judgment.said.answers.rating) {
        let label = pool.label(judgment, 0);
        say(*text, label.map(|label| label.is_good));
    }
    if let Some(text) = judgment.rewrite {
        said[text].written += 1;
        if said[text].all() == 0 {
            // Written from scratch: better than all responses.
            said[text].won += 1;
        }
    }
    said.into_iter().enumerate().filter(|(_, said)| said.all() > 0).collect()
}

/// The best text that may be used for training, or the reason why there is none.
fn best(pool: &Pool<'_>, records: &[TextRecord]) -> Result<usize, Reason> {
    pool.check_flags(&[])?;
    let good = || (0..records.len()).filter(|text| records[*text].is_good());
    let is_blank = |text: &usize| pool.texts[*text].text.trim().is_empty();
    let may_train = |text: &usize| pool.check_flags(&[*text]).is_ok() && !is_blank(text);
    let beats = |one: usize, other: usize| {
        let written = |text: usize| records[text].written > 0;
        let more = written(one).cmp(&written(other)).then(records[one].compare(records[other]));
        // If all else is equal, the earlier text.
        more.then(records[one].all().cmp(&records[other].all())).then(other.cmp(&one))
    };
    match good().filter(may_train).max_by(|one, other| beats(*one, *other)) {
        Some(best) => Ok(best),
        None if good().any(|text| pool.check_flags(&[text]).is_err()) => Err(Reason::Flagged),
        None if good().next().is_some() => Err(Reason::BlankText),
        None => Err(why_nobody(pool)),
    }
}

/// The row of a text, supported by the judgments with these indices.
fn row<'a>(
    pool: &Pool<'a>,
    text: usize,
    record: TextRecord,
    judgments: &[usize],
) -> Result<[Cell<'a>; 14], Reason> {
    let place =
        judgments.iter().map(|judgment| pool.judgments[*judgment].source).min().unwrap_or_default();
    let source = pool.sources[place];
    let task = &source.task;
    check_prompt(&task.messages)?;
    let Support { judgment_ids, rater_ids, n_raters, .. } = pool.support(judgments.iter().copied());
    let kind = match task.responses.len() {
        _ if record.written > 0 => REWRITE,
        1 => Kind::Rating.name(),
        2 => Kind::Pair.name(),
        _ => Kind::Ranking.name(),
    };
    let n_judgments = judgment_ids.len();
    Ok([
        Cell::Messages { before: &task.messages, answer: Some(pool.texts[text].answer) },
        Cell::shown(task.id),
        Cell::shown(task.prompt_id),
        Cell::text(&task.external_id),
        Cell::texts(judgment_ids.iter().map(ToString::to_string)),
        Cell::texts(rater_ids),
        Cell::count(n_judgments),
        Cell::count(n_raters),
        Cell::count(record.won),
        Cell::count(record.lost),
        Cell::Decimal(to_four_decimals(record.won as f64 / record.all() as f64)),
        Cell::text(kind),
        Cell::text(&source.project.name),
        Cell::text(pool.model(text)),
    ])
}

/// The most common reason why no text is good.
fn why_nobody(pool: &Pool<'_>) -> Reason {
    let everybody: Vec<usize> = (0..pool.judgments.len()).collect();
    let comparisons = pool.comparisons(&everybody);
    if !comparisons.is_empty() && comparisons.keys().all(|[one, other]| one == other) {
        return Reason::IdenticalText;
    }
    let comparisons: Vec<PooledComparison> = comparisons.into_values().flatten().collect();
    match preferred_side(&comparisons) {
        Err(reason @ (Reason::Tie | Reason::BothBad | Reason::BothGood)) => reason,
        _ => Reason::NoMajority,
    }
}
