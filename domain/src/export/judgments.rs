//! The long table: one row for each judgment and each skip, with nothing left out.
//!
//! Sides are undone: `response_1` is the first of the file whichever stood first on the screen,
//! and a negative grade means that `response_1` is better.

use super::cell::Cell;
use super::vote::{self, Stand};
use super::{Ledger, Recorded, RecordedSkip, Source};
use crate::presentation::Presentation;
use crate::task::{Response, Task};

/// The names of the columns, in order.
pub(super) const COLUMNS: [&str; 26] = [
    "project",
    "task_id",
    "external_id",
    "prompt_id",
    "judgment_id",
    "revision",
    "superseded",
    "rater_id",
    "verdict_shown",
    "preferred",
    "grade",
    "shown_first",
    "model_1",
    "model_2",
    "prompt",
    "response_1",
    "response_2",
    "rationale",
    "skip_reason",
    "skip_comment",
    "guideline_version",
    "protocol_version",
    "active_ms",
    "late",
    "counted",
    "submitted_at",
];

/// One row; the cells stand in the order of [`COLUMNS`].
pub(super) type Row<'a> = [Cell<'a>; COLUMNS.len()];

/// The rows of one task, oldest first, all of them accounted for.
pub(super) fn rows<'a>(source: &'a Source, ledger: &mut Ledger) -> Vec<Row<'a>> {
    let mut dated = Vec::new();
    let prompt = serde_json::to_string(&source.task.messages)
        .expect("messages are text and always have a JSON form");
    for recorded in &source.judgments {
        let judgment = &recorded.judgment;
        let row = judgment_row(source, recorded, &prompt);
        dated.push(((judgment.submitted_at, judgment.id.0), row));
        ledger.row(1);
    }
    for recorded in &source.skips {
        let skip = &recorded.skip;
        dated.push(((skip.skipped_at, skip.id.0), skip_row(source, recorded, &prompt)));
        ledger.row(1);
    }
    dated.sort_by_key(|(age, _)| *age);
    dated.into_iter().map(|(_, row)| row).collect()
}

fn judgment_row<'a>(source: &'a Source, recorded: &'a Recorded, prompt: &str) -> Row<'a> {
    let task = &source.task;
    let judgment = &recorded.judgment;
    let vote = vote::vote(task, recorded);
    let preferred = vote.map(|vote| match vote.stand {
        Stand::For(0) => "response_1",
        Stand::For(_) => "response_2",
        Stand::Tie => "tie",
        Stand::BothBad => "both_bad",
        Stand::BothGood => "both_good",
    });
    let grade = vote.zip(judgment.grade).map(|(vote, grade)| match vote.shown_first {
        0 => i64::from(grade),
        _ => -i64::from(grade),
    });
    [
        Cell::text(&source.project.name),
        Cell::shown(task.id),
        Cell::text(&task.external_id),
        Cell::shown(task.prompt_id),
        Cell::shown(judgment.id),
        Cell::Number(Some(judgment.revision.into())),
        Cell::Flag(vote::is_superseded(judgment, &source.judgments)),
        Cell::text(&recorded.rater),
        Cell::text(judgment.verdict.name()),
        Cell::optional(preferred),
        Cell::Number(grade),
        shown_first(task, Some(&recorded.presentation)),
        model(task.responses.first()),
        model(task.responses.get(1)),
        Cell::text(prompt.to_owned()),
        text(task.responses.first()),
        text(task.responses.get(1)),
        Cell::optional(judgment.rationale.as_deref()),
        Cell::text(""),
        Cell::text(""),
        Cell::text(format!("v{}", judgment.guideline_version)),
        Cell::text(format!("v{}", judgment.protocol_version)),
        Cell::Number(judgment.active_ms),
        Cell::Flag(judgment.late),
        Cell::Flag(judgment.counted),
        Cell::shown(judgment.submitted_at),
    ]
}

fn skip_row<'a>(source: &'a Source, recorded: &'a RecordedSkip, prompt: &str) -> Row<'a> {
    let task = &source.task;
    let skip = &recorded.skip;
    [
        Cell::text(&source.project.name),
        Cell::shown(task.id),
        Cell::text(&task.external_id),
        Cell::shown(task.prompt_id),
        Cell::shown(skip.id),
        Cell::Number(None),
        Cell::Flag(false),
        Cell::text(&recorded.rater),
        Cell::text("skip"),
        Cell::text("skip"),
        Cell::Number(None),
        shown_first(task, recorded.presentation.as_ref()),
        model(task.responses.first()),
        model(task.responses.get(1)),
        Cell::text(prompt.to_owned()),
        text(task.responses.first()),
        text(task.responses.get(1)),
        Cell::text(""),
        Cell::text(skip.reason.name()),
        Cell::optional(skip.comment.as_deref()),
        Cell::text(""),
        Cell::text(""),
        Cell::Number(None),
        Cell::Flag(false),
        Cell::Flag(false),
        Cell::shown(skip.skipped_at),
    ]
}

fn shown_first<'a>(task: &Task, presentation: Option<&Presentation>) -> Cell<'a> {
    let position = presentation.and_then(|presentation| vote::shown_first(task, presentation));
    Cell::text(match position {
        Some(0) => "response_1",
        Some(_) => "response_2",
        None => "",
    })
}

fn model(response: Option<&Response>) -> Cell<'_> {
    Cell::optional(response.and_then(|response| response.model.as_deref()))
}

fn text(response: Option<&Response>) -> Cell<'_> {
    Cell::optional(response.map(|response| response.text.as_str()))
}
