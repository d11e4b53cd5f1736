//! TRL's conversational data for supervised fine-tuning: `messages`, the last of them the best
//! response.
//!
//! What a rater has rewritten is a row of its own. Else there is one row a task at most: the
//! response that most raters call better than each other one, or good by itself. «Both bad» gives
//! no row.

use serde::Serialize;

use super::trl_preference::{REWRITE, check_prompt, to_four_decimals};
use super::vote::{self, Spoken, Stand};
use super::{Ledger, Options, Reason, Source, write_line};
use crate::id::{JudgmentId, PromptId, TaskId};
use crate::protocol::Kind;
use crate::task::{Message, Speaker};

#[derive(Serialize)]
struct Row<'a> {
    messages: Vec<Turn<'a>>,
    task_id: TaskId,
    prompt_id: PromptId,
    external_id: &'a str,
    /// The judgments the row rests on, oldest first.
    judgment_ids: Vec<JudgmentId>,
    /// Their raters, in the same order.
    rater_ids: Vec<&'a str>,
    n_raters: usize,
    /// The smallest share of the raters that prefers the response to another one, or calls it
    /// good, to four decimals.
    agreement: f64,
    /// `rewrite`, `pair`, `ranking` or `rating`.
    source: &'static str,
    project: &'a str,
    model: &'a str,
}

#[derive(Serialize)]
struct Turn<'a> {
    role: Speaker,
    content: &'a str,
}

/// Appends the rows of one task.
pub(super) fn write(options: Options, source: &Source, ledger: &mut Ledger, buffer: &mut Vec<u8>) {
    vote::leave_out_skips(source, ledger);
    let spoken = vote::current(source, ledger);
    let mut fates = vec![None; spoken.len()];
    let rewrites: Vec<_> = spoken.iter().map(|spoken| rewritten(options, source, spoken)).collect();
    let best = match rewrites.iter().any(Option::is_some) {
        true => Err(Reason::Rewritten),
        false => best(options, source, &spoken),
    };
    match best {
        Ok(row) => {
            write_line(buffer, &row);
            ledger.add_row();
        }
        Err(reason) => fates.fill(Some(reason)),
    }
    for (fate, rewrite) in fates.iter_mut().zip(rewrites) {
        if let Some(row) = rewrite {
            write_line(buffer, &row);
            ledger.add_row();
            *fate = None;
        }
    }
    ledger.settle(fates);
}

fn rewritten<'a>(options: Options, source: &'a Source, spoken: &'a Spoken<'a>) -> Option<Row<'a>> {
    let rewrite = spoken.answers.rewrite.as_ref()?;
    let is_flagged = vote::is_flagged(options, std::slice::from_ref(spoken), &[]);
    if is_flagged || check_prompt(&source.task.messages).is_err() {
        return None;
    }
    let found = Found { model: REWRITE, source: REWRITE, agreement: 1.0 };
    Some(row(source, std::slice::from_ref(spoken), &rewrite.text, found))
}

/// What is known of the response in a row.
struct Found<'a> {
    model: &'a str,
    source: &'static str,
    agreement: f64,
}

fn row<'a>(source: &'a Source, spoken: &[Spoken<'a>], text: &'a str, found: Found<'a>) -> Row<'a> {
    let task = &source.task;
    let turn = |message: &'a Message| Turn { role: message.role, content: &message.content };
    let answer = Turn { role: Speaker::Assistant, content: text };
    Row {
        messages: task.messages.iter().map(turn).chain([answer]).collect(),
        task_id: task.id,
        prompt_id: task.prompt_id,
        external_id: &task.external_id,
        judgment_ids: spoken.iter().map(|spoken| spoken.recorded.judgment.id).collect(),
        rater_ids: spoken.iter().map(|spoken| spoken.recorded.rater.as_str()).collect(),
        n_raters: spoken.len(),
        agreement: to_four_decimals(found.agreement),
        source: found.source,
        project: &source.project.name,
        model: found.model,
    }
}

/// The row of the best response.
fn best<'a>(
    options: Options,
    source: &'a Source,
    spoken: &[Spoken<'a>],
) -> Result<Row<'a>, Reason> {
    let task = &source.task;
    check_prompt(&task.messages)?;
    let (position, agreement, from) = match task.responses.len() {
        1 => rated_good(source, spoken)?,
        _ => preferred_to_all(task.responses.len(), spoken)?,
    };
    let response = &task.responses[position];
    if response.text.trim().is_empty() {
        return Err(Reason::BlankText);
    }
    if vote::is_flagged(options, spoken, &[position]) {
        return Err(Reason::Flagged);
    }
    let model = response.model.as_deref().unwrap_or_default();
    Ok(row(source, spoken, &response.text, Found { model, source: from, agreement }))
}

fn rated_good(
    source: &Source,
    spoken: &[Spoken<'_>],
) -> Result<(usize, f64, &'static str), Reason> {
    let good = spoken.iter().filter_map(|spoken| {
        let level = spoken.answers.rating?;
        source.project.is_good(spoken.recorded.judgment.protocol_version, level)
    });
    let n_good = good.filter(|good| *good).count();
    if 2 * n_good <= spoken.len() {
        return Err(Reason::NoMajority);
    }
    Ok((0, n_good as f64 / spoken.len() as f64, Kind::Rating.name()))
}

/// The response that more than half of the raters prefer to each other one.
fn preferred_to_all(
    responses: usize,
    spoken: &[Spoken<'_>],
) -> Result<(usize, f64, &'static str), Reason> {
    let share = |winner: usize, loser: usize| {
        let (first, second) = (winner.min(loser), winner.max(loser));
        let wanted = Stand::For(usize::from(winner > loser));
        let votes = spoken.iter().filter_map(|spoken| spoken.vote(first, second));
        votes.filter(|vote| vote.stand == wanted).count() as f64 / spoken.len().max(1) as f64
    };
    let least = |position: usize| {
        let others = (0..responses).filter(|other| *other != position);
        others.map(|other| share(position, other)).fold(1.0, f64::min)
    };
    let source = if responses == 2 { Kind::Pair.name() } else { Kind::Ranking.name() };
    let winner = (0..responses).map(|position| (position, least(position)));
    let winner = winner.into_iter().find(|(_, least)| *least > 0.5);
    let (position, agreement) = winner.ok_or_else(|| why_nobody(spoken))?;
    Ok((position, agreement, source))
}

fn why_nobody(spoken: &[Spoken<'_>]) -> Reason {
    let all = |wanted: Stand| {
        let stands = |spoken: &Spoken<'_>| spoken.vote(0, 1).map(|vote| vote.stand);
        2 * spoken.iter().filter(|spoken| stands(spoken) == Some(wanted)).count() > spoken.len()
    };
    if all(Stand::BothBad) {
        Reason::BothBad
    } else if all(Stand::BothGood) {
        Reason::BothGood
    } else if all(Stand::Tie) {
        Reason::Tie
    } else {
        Reason::NoMajority
    }
}
