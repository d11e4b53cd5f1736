//! The long table: one row for each judgment and each skip, with nothing left out.
//!
//! Sides are undone: `response_1` is the first of the file whichever stood first on the screen,
//! a negative grade means that `response_1` is better, and ranks stand in the order of the file.
//! Where a rater met a task again, `repeat_of` has the id of the task as it was met first.
//! `metadata` has the further fields of the task's record as a JSON object.

use std::collections::BTreeSet;

use serde::Serialize;

use super::cell::Cell;
use super::facts::{Asked, Aspect, AspectKind, ProjectFacts};
use super::{Ledger, Recorded, RecordedSkip, Source};
use crate::answers::{Answer, Answers, Flag, Mark, Span};
use crate::outcome::{DisplayOrder, Outcome, Standing};
use crate::presentation::Presentation;
use crate::task::Task;

/// The columns before the models.
const BEFORE: [&str; 12] = [
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
];

/// The columns after the responses.
const AFTER: [&str; 10] = [
    "rationale",
    "skip_reason",
    "skip_comment",
    "guideline_version",
    "protocol_version",
    "active_ms",
    "late",
    "counted",
    "submitted_at",
    "repeat_of",
];

/// One row; the cells stand in the order of [`columns`].
pub(super) type Row<'a> = Vec<Cell<'a>>;

/// The names of the columns, in order.
pub(super) fn columns(project: &ProjectFacts) -> Vec<String> {
    let mut columns = BEFORE.map(str::to_owned).to_vec();
    columns.extend((project.responses > 2).then(|| "shown_order".to_owned()));
    columns.extend((1..=project.responses).map(|n| format!("model_{n}")));
    columns.push("prompt".to_owned());
    columns.extend((1..=project.responses).map(|n| format!("response_{n}")));
    columns.push("metadata".to_owned());
    columns.extend(project.answer_columns());
    columns.extend(AFTER.map(str::to_owned));
    columns
}

/// Finds columns in which no row has a value from which its type could be told.
#[derive(Debug, Clone)]
pub struct Survey {
    columns: Vec<String>,
    /// By their places.
    empty: BTreeSet<usize>,
}

impl Survey {
    /// Begins with the columns of a project's table.
    pub fn new(project: &ProjectFacts) -> Self {
        let columns = columns(project);
        let empty = (0..columns.len()).collect();
        Self { columns, empty }
    }

    /// Looks at the rows of one task.
    pub fn add(&mut self, source: &Source) {
        for row in rows(source, &mut Ledger::default()) {
            self.empty.retain(|place| row.get(*place).is_none_or(|cell| !cell.has_type()));
        }
    }

    /// Whether nothing is left to find, whatever comes.
    pub fn is_done(&self) -> bool {
        self.empty.is_empty()
    }

    /// The columns that are empty throughout.
    pub fn finish(self) -> Vec<String> {
        self.empty.iter().filter_map(|place| self.columns.get(*place).cloned()).collect()
    }
}

/// The rows of one task, oldest first, all of them accounted for.
pub(super) fn rows<'a>(source: &'a Source, ledger: &mut Ledger) -> Vec<Row<'a>> {
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
        Cell::Number(Some(judgment.revision.into())),
        Cell::Flag(!standing.stands()),
        Cell::text(&recorded.rater),
        Cell::optional(judgment.verdict.map(|verdict| verdict.name())),
        Cell::optional(preferred),
        Cell::Number(grade),
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
        Cell::Number(judgment.active_ms),
        Cell::Flag(judgment.late),
        Cell::Flag(judgment.counted),
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
        Cell::Number(None),
        Cell::Flag(!stands),
        Cell::text(&recorded.rater),
        Cell::text("skip"),
        Cell::text("skip"),
        Cell::Number(None),
    ];
    add_texts(&mut row, source, recorded.presentation.as_ref(), prompt);
    add_answers(&mut row, source, &Answers::default());
    row.extend([
        Cell::text(""),
        Cell::text(skip.reason.name()),
        Cell::optional(skip.comment.as_deref()),
        Cell::text(""),
        Cell::text(""),
        Cell::Number(None),
        Cell::Flag(false),
        Cell::Flag(false),
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
        row.push(Cell::Numbers(positions.iter().map(number).collect()));
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

/// The answers beside the verdict, in the order of [`ProjectFacts::answer_columns`].
fn add_answers(row: &mut Row<'_>, source: &Source, answers: &Answers) {
    let project = &source.project;
    let Asked { ranking, best_worst, rating, confidence, flags, spans, rewrite } = project.asked;
    let response = |place: Option<u8>| {
        Cell::text(place.map_or(String::new(), |place| format!("response_{}", place + 1)))
    };
    if ranking {
        row.push(Cell::Numbers(answers.ranking.iter().copied().map(i64::from).collect()));
    }
    if best_worst {
        row.extend([response(answers.best), response(answers.worst)]);
    }
    if rating {
        row.push(Cell::Number(answers.rating.map(i64::from)));
    }
    for Aspect { key, kind } in &project.aspects {
        match (kind, answers.criteria.get(key)) {
            (AspectKind::Grade, Some(Answer::Grade(grade))) => {
                row.push(Cell::Number(Some(i64::from(*grade))));
            }
            (AspectKind::Grade, _) => row.push(Cell::Number(None)),
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
                row.extend((0..project.responses).map(|n| Cell::Number(level(n))));
            }
        }
    }
    if confidence {
        row.push(Cell::Number(answers.confidence.map(i64::from)));
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

/// A passage as it stands in the table: offsets, and the words themselves for whoever only looks.
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
