//! TRL's conversational data for supervised fine-tuning: `messages`, the last of them the best
//! response.
//!
//! A prompt, its system message included, has one row at most: a rater's rewrite if there is one,
//! else the response with the best record over all tasks of the prompt: how often
//! it was called better than another, or good, and how often it was not. A response that did not win
//! more than half of the time gives no row, so "both bad" gives none.

use std::cmp::Ordering;

use serde::Serialize;

use super::pool::{
    Ballot, Pool, REWRITE, Support, Voice, check_prompt, preferred_side, to_four_decimals,
};
use super::{Ledger, Options, Reason, Source, write_line};
use crate::id::{JudgmentId, PromptId, TaskId};
use crate::outcome::Outcome;
use crate::protocol::Kind;
use crate::task::{Message, Speaker};

#[derive(Serialize)]
struct Row<'a> {
    messages: Vec<Turn<'a>>,
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
    /// How often the response was called better than another one, or good.
    n_won: u64,
    /// How often it was called worse, or bad.
    n_lost: u64,
    /// `n_won` of all that was said about it, to four decimals.
    agreement: f64,
    /// `rewrite`, `pair`, `ranking` or `rating`.
    source: &'static str,
    project: &'a str,
    /// Several that wrote the same are joined by commas.
    model: String,
}

#[derive(Serialize)]
struct Turn<'a> {
    role: Speaker,
    content: &'a str,
}

/// What was said about a text.
#[derive(Debug, Clone, Copy, Default)]
struct Record {
    won: u64,
    lost: u64,
    tied: u64,
    /// How many raters wrote it.
    written: u64,
}

impl Record {
    fn all(self) -> u64 {
        self.won + self.lost + self.tied
    }

    /// Whether it won more than half of the time.
    fn is_good(self) -> bool {
        2 * self.won > self.all()
    }

    /// The better record is the greater: by the share that was won, a tie half of it, with one win
    /// and one loss added, so that one lucky comparison does not beat a long record.
    fn compare(self, other: Self) -> Ordering {
        let points = |record: Self| u128::from(2 * record.won + record.tied + 2);
        let out_of = |record: Self| u128::from(2 * record.all() + 4);
        (points(self) * out_of(other)).cmp(&(points(other) * out_of(self)))
    }
}

/// Appends the row of one prompt, if it has one.
pub(super) fn write(
    options: Options,
    prompt: &[Source],
    ledger: &mut Ledger,
    buffer: &mut Vec<u8>,
) {
    // A prompt has one row however judgments are counted.
    let mut pool = Pool::new(options, prompt, ledger);
    let said: Vec<Vec<(usize, Record)>> =
        pool.voices.iter().map(|voice| said(&pool, voice)).collect();
    let mut records = vec![Record::default(); pool.texts.len()];
    for (text, said) in said.iter().flatten() {
        let record = &mut records[*text];
        record.won += said.won;
        record.lost += said.lost;
        record.tied += said.tied;
        record.written += said.written;
    }
    let mut about = vec![Vec::new(); pool.texts.len()];
    for (voice, said) in said.iter().enumerate() {
        said.iter().for_each(|(text, _)| about[*text].push(voice));
    }
    let everybody = 0..pool.voices.len();
    match best(&pool, &records) {
        Ok(text) => match row(&pool, text, records[text], &about[text]) {
            Ok(row) => {
                write_line(buffer, &row);
                let reason = match row.source == REWRITE {
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

/// What a voice says about texts, each text once.
fn said(pool: &Pool<'_>, voice: &Voice<'_>) -> Vec<(usize, Record)> {
    let mut said = vec![Record::default(); pool.texts.len()];
    let responses = &pool.responses[voice.source];
    let mut all_of = None;
    for ([one, other], comparison) in voice.comparisons(responses) {
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
    if let ([text], Some(_)) = (&responses[..], voice.said.answers.rating) {
        let label = pool.label(voice, 0);
        say(*text, label.map(|label| label.is_good));
    }
    if let Some(text) = voice.rewrite {
        said[text].written += 1;
        if said[text].all() == 0 {
            // Written from nothing: better than all that was there.
            said[text].won += 1;
        }
    }
    said.into_iter().enumerate().filter(|(_, said)| said.all() > 0).collect()
}

/// The best text, which may train; else why there is none.
fn best(pool: &Pool<'_>, records: &[Record]) -> Result<usize, Reason> {
    pool.check_flags(&[])?;
    let good = || (0..records.len()).filter(|text| records[*text].is_good());
    let is_blank = |text: &usize| pool.texts[*text].text.trim().is_empty();
    let may_train = |text: &usize| pool.check_flags(&[*text]).is_ok() && !is_blank(text);
    let beats = |one: usize, other: usize| {
        let written = |text: usize| records[text].written > 0;
        let more = written(one).cmp(&written(other)).then(records[one].compare(records[other]));
        // The one that stands first, where nothing else tells.
        more.then(records[one].all().cmp(&records[other].all())).then(other.cmp(&one))
    };
    match good().filter(may_train).max_by(|one, other| beats(*one, *other)) {
        Some(best) => Ok(best),
        None if good().any(|text| pool.check_flags(&[text]).is_err()) => Err(Reason::Flagged),
        None if good().next().is_some() => Err(Reason::BlankText),
        None => Err(why_nobody(pool)),
    }
}

/// The row of a text on which the voices of some places speak.
fn row<'a>(
    pool: &Pool<'a>,
    text: usize,
    record: Record,
    voices: &[usize],
) -> Result<Row<'a>, Reason> {
    let place = voices.iter().map(|voice| pool.voices[*voice].source).min().unwrap_or_default();
    let source = pool.sources[place];
    let task = &source.task;
    check_prompt(&task.messages)?;
    let turn = |message: &'a Message| Turn { role: message.role, content: &message.content };
    let answer = Turn { role: Speaker::Assistant, content: pool.texts[text].text };
    let Support { judgment_ids, rater_ids, n_raters, .. } = pool.support(voices.iter().copied());
    let is_rewrite = record.written > 0;
    Ok(Row {
        messages: task.messages.iter().map(turn).chain([answer]).collect(),
        task_id: task.id,
        prompt_id: task.prompt_id,
        external_id: &task.external_id,
        n_judgments: judgment_ids.len(),
        judgment_ids,
        rater_ids,
        n_raters,
        n_won: record.won,
        n_lost: record.lost,
        agreement: to_four_decimals(record.won as f64 / record.all() as f64),
        source: match task.responses.len() {
            _ if is_rewrite => REWRITE,
            1 => Kind::Rating.name(),
            2 => Kind::Pair.name(),
            _ => Kind::Ranking.name(),
        },
        project: &source.project.name,
        model: pool.model(text),
    })
}

/// Why no text is good, as most of the voices say it.
fn why_nobody(pool: &Pool<'_>) -> Reason {
    let everybody: Vec<usize> = (0..pool.voices.len()).collect();
    let ballots = pool.ballots(&everybody);
    if !ballots.is_empty() && ballots.keys().all(|[one, other]| one == other) {
        return Reason::IdenticalText;
    }
    let ballots: Vec<Ballot> = ballots.into_values().flatten().collect();
    match preferred_side(&ballots) {
        Err(reason @ (Reason::Tie | Reason::BothBad | Reason::BothGood)) => reason,
        _ => Reason::NoMajority,
    }
}
