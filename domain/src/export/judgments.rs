//! The long table: one row for each judgment and each skip, with nothing left out.
//!
//! Everything is in the task's own order: `response_1` is its first response, whichever was shown
//! first. A negative grade means that `response_1` is better. For a repeat, `repeat_of` has the id of
//! the original task. `metadata` has the other fields of the task's record as a JSON object.

use serde::Serialize;

use super::cell::Cell;
use super::column::{Column, ColumnKind};
use super::facts::{AskedFor, Aspect, AspectKind, ProjectFacts};
use super::target::Rows;
use super::{Ledger, Options, Recorded, RecordedSkip, Source};
use crate::answers::{Answer, Answers, Flag, Mark, Span};
use crate::outcome::{DisplayOrder, Outcome, Standing};
use crate::presentation::Presentation;
use crate::task::Task;

/// One row; the cells are in the order of [`columns`].
type Row<'a> = Vec<Cell<'a>>;

/// The columns. They depend on the project's questions and the number of responses.
pub(super) fn columns(project: &ProjectFacts) -> Vec<Column> {
    use ColumnKind::{Boolean, Integers, OptionalInteger, Text};
    let numbered = |name: &str| -> Vec<Column> {
        (1..=project.responses).map(|n| Column::new(format!("{name}_{n}"), Text)).collect()
    };
    let mut columns = Vec::new();
    columns.extend(Column::texts([
        "project",
        "task_id",
        "external_id",
        "prompt_id",
        "judgment_id",
    ]));
    columns.extend([Column::new("revision", OptionalInteger), Column::new("superseded", Boolean)]);
    columns.extend(Column::texts(["rater_id", "verdict_shown", "preferred"]));
    columns.extend([Column::new("grade", OptionalInteger), Column::new("shown_first", Text)]);
    columns.extend((project.responses > 2).then(|| Column::new("shown_order", Integers)));
    columns.extend(numbered("model"));
    columns.push(Column::new("prompt", Text));
    columns.extend(numbered("response"));
    columns.push(Column::new("metadata", Text));
    columns.extend(project.answer_columns());
    columns.extend(Column::texts(["rationale", "skip_reason", "skip_comment"]));
    columns.extend(Column::texts(["guideline_version", "protocol_version"]));
    columns.push(Column::new("active_ms", OptionalInteger));
    columns.extend([Column::new("late", Boolean), Column::new("counted", Boolean)]);
    columns.extend(Column::texts(["submitted_at", "repeat_of"]));
    columns
}

/// Writes a row for each judgment and skip of each task.
pub(super) fn rows(_: Options, sources: &[Source], ledger: &mut Ledger, write: &mut Rows<'_>) {
    for source in sources {
        rows_of(source, ledger).iter().for_each(|row| write(0, row));
    }
}

/// The rows of one task, oldest first, all of them accounted for.
fn rows_of<'a>(source: &'a Source, ledger: &mut Ledger) -> Vec<Row<'a>> {
    let mut dated = Vec::new();
    let prompt = serde_json::to_string(&source.task.messages)
        .expect("messages are text and always have a JSON form");
    for (recorded, standing) in source.judgments.iter().zip(source.standing()) {
        let judgment = &recorded.judgment;
        let row = judgment_row(source, recorded, standing, &prompt);
        dated.push(((judgment.submitted_at, judgment.id.0), row));
        ledger.row(1);
    }
    for (recorded, stands) in source.skips.iter().zip(source.skips_stand()) {
        let skip = &recorded.skip;
        let row = skip_row(source, recorded, stands, &prompt);
        dated.push(((skip.skipped_at, skip.id.0), row));
        ledger.row(1);
    }
    dated.sort_by_key(|(age, _)| *age);
    dated.into_iter().map(|(_, row)| row).collect()
}

fn judgment_row<'a>(
    source: &'a Source,
    recorded: &'a Recorded,
    standing: Standing,
    prompt: &str,
) -> Row<'a> {
    let task = &source.task;
    let judgment = &recorded.judgment;
    let unblinded = source.unblind(recorded);
    let unblinded = unblinded.as_ref();
    let outcome = unblinded.and_then(|unblinded| unblinded.outcome);
    let preferred = outcome.map(|outcome| match outcome {
        Outcome::First => "response_1",
        Outcome::Second => "response_2",
        Outcome::Tie => "tie",
        Outcome::BothBad => "both_bad",
        Outcome::BothGood => "both_good",
    });
    let grade = unblinded.and_then(|unblinded| unblinded.grade).map(i64::from);
    let mut row = vec![
        Cell::text(&source.project.name),
        Cell::shown(task.id),
        Cell::text(&task.external_id),
        Cell::shown(task.prompt_id),
        Cell::shown(judgment.id),
        Cell::OptionalInteger(Some(judgment.revision.into())),
        Cell::Boolean(!standing.stands()),
        Cell::text(&recorded.rater),
        Cell::optional(judgment.verdict.map(|verdict| verdict.name())),
        Cell::optional(preferred),
        Cell::OptionalInteger(grade),
    ];
    let empty = Answers::default();
    let answers = unblinded.map_or(&empty, |unblinded| &unblinded.answers);
    add_texts(&mut row, source, Some(&recorded.presentation), prompt);
    add_answers(&mut row, source, answers);
    row.extend([
        Cell::optional(judgment.rationale.as_deref()),
        Cell::text(""),
        Cell::text(""),
        Cell::text(format!("v{}", judgment.guideline_version)),
        Cell::text(format!("v{}", judgment.protocol_version)),
        Cell::OptionalInteger(judgment.active_ms),
        Cell::Boolean(judgment.late),
        Cell::Boolean(judgment.counted),
        Cell::text(judgment.submitted_at.exact()),
        repeat_of(task),
    ]);
    row
}

fn skip_row<'a>(
    source: &'a Source,
    recorded: &'a RecordedSkip,
    stands: bool,
    prompt: &str,
) -> Row<'a> {
    let task = &source.task;
    let skip = &recorded.skip;
    let mut row = vec![
        Cell::text(&source.project.name),
        Cell::shown(task.id),
        Cell::text(&task.external_id),
        Cell::shown(task.prompt_id),
        Cell::shown(skip.id),
        Cell::OptionalInteger(None),
        Cell::Boolean(!stands),
        Cell::text(&recorded.rater),
        Cell::text("skip"),
        Cell::text("skip"),
        Cell::OptionalInteger(None),
    ];
    add_texts(&mut row, source, recorded.presentation.as_ref(), prompt);
    add_answers(&mut row, source, &Answers::default());
    row.extend([
        Cell::text(""),
        Cell::text(skip.reason.name()),
        Cell::optional(skip.comment.as_deref()),
        Cell::text(""),
        Cell::text(""),
        Cell::OptionalInteger(None),
        Cell::Boolean(false),
        Cell::Boolean(false),
        Cell::text(skip.skipped_at.exact()),
        repeat_of(task),
    ]);
    row
}

fn repeat_of(task: &Task) -> Cell<'static> {
    task.repeat_of.map_or(Cell::text(""), Cell::shown)
}

/// In which order the responses were shown, who wrote them, and all texts.
fn add_texts<'a>(
    row: &mut Row<'a>,
    source: &'a Source,
    presentation: Option<&Presentation>,
    prompt: &str,
) {
    let order = presentation
        .and_then(|presentation| DisplayOrder::of(presentation, &source.response_ids()));
    let positions = order.as_ref().map(DisplayOrder::positions).unwrap_or_default();
    row.push(match positions.first() {
        Some(position) => Cell::text(format!("response_{}", position + 1)),
        None => Cell::text(""),
    });
    if source.project.responses > 2 {
        let number = |position: &usize| i64::try_from(position + 1).unwrap_or(i64::MAX);
        row.push(Cell::Integers(positions.iter().map(number).collect()));
    }
    row.extend(per_response(source, |task, n| task.responses.get(n)?.model.as_deref()));
    row.push(Cell::text(prompt.to_owned()));
    row.extend(per_response(source, |task, n| Some(task.responses.get(n)?.text.as_str())));
    let metadata = serde_json::to_string(&source.task.metadata);
    row.push(Cell::text(metadata.expect("metadata were JSON when they came in")));
}

fn per_response<'a>(
    source: &'a Source,
    text: impl Fn(&'a Task, usize) -> Option<&'a str>,
) -> impl Iterator<Item = Cell<'a>> {
    (0..source.project.responses).map(move |n| Cell::optional(text(&source.task, n)))
}

/// All answers except the verdict, in the order of [`ProjectFacts::answer_columns`].
fn add_answers(row: &mut Row<'_>, source: &Source, answers: &Answers) {
    let project = &source.project;
    let AskedFor { ranking, best_worst, rating, confidence, flags, spans, rewrite } = project.asked;
    let response = |place: Option<u8>| {
        Cell::text(place.map_or(String::new(), |place| format!("response_{}", place + 1)))
    };
    if ranking {
        row.push(Cell::Integers(answers.ranking.iter().copied().map(i64::from).collect()));
    }
    if best_worst {
        row.extend([response(answers.best), response(answers.worst)]);
    }
    if rating {
        row.push(Cell::OptionalInteger(answers.rating.map(i64::from)));
    }
    for Aspect { key, kind } in &project.aspects {
        match (kind, answers.criteria.get(key)) {
            (AspectKind::Grade, Some(Answer::Grade(grade))) => {
                row.push(Cell::OptionalInteger(Some(i64::from(*grade))));
            }
            (AspectKind::Grade, _) => row.push(Cell::OptionalInteger(None)),
            (AspectKind::Choices, Some(Answer::Choices(chosen))) => {
                row.push(Cell::text(chosen.join(";")));
            }
            (AspectKind::Choices, _) => row.push(Cell::text("")),
            (AspectKind::Levels, answer) => {
                let levels = match answer {
                    Some(Answer::Levels(levels)) => levels.as_slice(),
                    _ => &[],
                };
                let level = |n: usize| levels.get(n).copied().flatten().map(i64::from);
                row.extend((0..project.responses).map(|n| Cell::OptionalInteger(level(n))));
            }
        }
    }
    if confidence {
        row.push(Cell::OptionalInteger(answers.confidence.map(i64::from)));
    }
    if flags {
        let flag = |Flag { response, reason }: &Flag| match response {
            Some(place) => format!("response_{}:{reason}", place + 1),
            None => format!("task:{reason}"),
        };
        let flags: Vec<String> = answers.flags.iter().map(flag).collect();
        row.push(Cell::text(flags.join(";")));
        row.push(Cell::text(answers.flag_comment.clone().unwrap_or_default()));
    }
    if spans {
        row.push(Cell::text(marked(&source.task, &answers.spans)));
    }
    if rewrite {
        let rewrite = answers.rewrite.as_ref();
        row.push(response(rewrite.and_then(|rewrite| rewrite.of)));
        row.push(Cell::text(rewrite.map(|rewrite| rewrite.text.clone()).unwrap_or_default()));
    }
}

/// A passage in the table: its offsets, and its text for human readers.
#[derive(Serialize)]
struct Marked<'a> {
    response: String,
    start: u32,
    end: u32,
    mark: Mark,
    text: &'a str,
    comment: &'a str,
}

/// The passages that were marked, as a JSON list.
fn marked(task: &Task, spans: &[Span]) -> String {
    let marked = |span: &Span| {
        let response = task.responses.get(usize::from(span.response));
        let text = response.and_then(|response| span.of(&response.text)).unwrap_or_default();
        serde_json::json!(Marked {
            response: format!("response_{}", span.response + 1),
            start: span.start,
            end: span.end,
            mark: span.mark,
            text,
            comment: span.comment.as_deref().unwrap_or_default(),
        })
    };
    serde_json::Value::from_iter(spans.iter().map(marked)).to_string()
}
