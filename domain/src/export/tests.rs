//! Tests of export: rows, ledgers, and what must hold for every task.

mod best;
mod files;
mod oracle;
mod pools;
mod preferences;
mod projects;
mod properties;
mod rankings;
mod tables;
mod unpaired;

use std::sync::Arc;

use serde_json::{Map, Value};
use uuid::Uuid;

use super::{
    Aggregation, Format, Ledger, Options, ProjectFacts, Recorded, RecordedSkip, Source, Writer,
};
use crate::answers::Answers;
use crate::assignment::Purpose;
use crate::id::{AssignmentId, JudgmentId, PromptId, RaterId, ResponseId, SkipId, TaskId};
use crate::judgment::{Judgment, Skip, SkipReason, Verdict};
use crate::presentation::Presentation;
use crate::protocol::Protocol;
use crate::task::{Message, Response, Speaker, Task};
use crate::timestamp::Timestamp;

const FIRST: ResponseId = ResponseId(Uuid::from_u128(0xa1));
const SECOND: ResponseId = ResponseId(Uuid::from_u128(0xa2));

/// Noon on the first of March 2026.
const NOON: i64 = 1_772_366_400_000_000;

/// A protocol that asks for nothing but the verdict.
fn plain() -> Protocol {
    Protocol { flags: Vec::new(), ..Protocol::default() }
}

/// A task on Peru's capital that nobody has judged.
fn source(first: &str, second: &str) -> Source {
    let messages = vec![Message::new(Speaker::User, "Capital of Peru?")];
    let responses = vec![
        Response {
            id: FIRST,
            model: Some("north-7b".into()),
            text: first.into(),
            structure: vec![],
        },
        Response { id: SECOND, model: None, text: second.into(), structure: vec![] },
    ];
    Source {
        project: Arc::new(ProjectFacts::new("Capitals".into(), &[plain()], 2)),
        task: Task {
            repeat_of: None,
            id: TaskId(Uuid::from_u128(0x7a)),
            external_id: "peru".into(),
            prompt_id: PromptId(Uuid::from_u128(0x9a)),
            messages,
            responses,
            metadata: Map::new(),
        },
        judgments: Vec::new(),
        skips: Vec::new(),
    }
}

/// The first judgment of rater number `rater`, who sees the file's first response first.
fn judged(rater: u32, verdict: Verdict) -> Recorded {
    let grade = match verdict {
        Verdict::A => Some(-2),
        Verdict::B => Some(2),
        Verdict::Tie => Some(0),
        Verdict::BothBad | Verdict::BothGood => None,
    };
    let judgment = Judgment {
        id: JudgmentId(Uuid::from_u128(u128::from(rater))),
        assignment_id: AssignmentId(Uuid::nil()),
        task_id: TaskId(Uuid::from_u128(0x7a)),
        rater_id: RaterId(Uuid::from_u128(u128::from(rater))),
        revision: 1,
        stands: true,
        verdict: Some(verdict),
        grade,
        answers: Answers::default(),
        rationale: None,
        active_ms: Some(1_500),
        guideline_version: 1,
        protocol_version: 1,
        late: false,
        counted: true,
        submitted_at: Timestamp::from_micros(NOON + i64::from(rater)),
    };
    Recorded {
        judgment,
        presentation: Presentation { order: vec![FIRST, SECOND], blind: true },
        purpose: Purpose::Work,
        rater: format!("rater-{rater}"),
    }
}

/// The same judgment with the sides, the verdict and the grade turned round.
fn swapped(mut recorded: Recorded) -> Recorded {
    recorded.presentation.order.reverse();
    recorded.judgment.verdict = recorded.judgment.verdict.map(|verdict| match verdict {
        Verdict::A => Verdict::B,
        Verdict::B => Verdict::A,
        same => same,
    });
    recorded.judgment.grade = recorded.judgment.grade.map(|grade| -grade);
    recorded
}

/// The same task as its raters met it a second time.
fn repeated(mut source: Source) -> Source {
    source.task.repeat_of = Some(TaskId(Uuid::from_u128(9)));
    for recorded in &mut source.judgments {
        recorded.purpose = Purpose::Repeat;
    }
    source
}

fn skipped(rater: u32) -> RecordedSkip {
    let skip = Skip {
        id: SkipId(Uuid::from_u128(u128::from(rater))),
        assignment_id: AssignmentId(Uuid::nil()),
        task_id: TaskId(Uuid::from_u128(0x7a)),
        rater_id: RaterId(Uuid::from_u128(u128::from(rater))),
        reason: SkipReason::Other,
        comment: Some("=cmd".into()),
        skipped_at: Timestamp::from_micros(NOON + i64::from(rater)),
    };
    RecordedSkip { skip, put_back: false, presentation: None, rater: format!("rater-{rater}") }
}

/// A whole file, its tasks grouped by prompt.
fn file<'a>(
    format: Format,
    options: Options,
    prompts: impl IntoIterator<Item = &'a [Source]>,
    empty: &[String],
) -> (String, Ledger) {
    let mut prompts = prompts.into_iter().peekable();
    let project = &prompts.peek().expect("there is a prompt")[0].project;
    let mut writer = Writer::new(format.target(), options, project, empty);
    let (mut ledger, mut file) = (Ledger::default(), Vec::new());
    writer.begin(&mut file);
    prompts.for_each(|prompt| writer.prompt(prompt, &mut ledger, &mut file));
    writer.finish(&mut file);
    (String::from_utf8(file).unwrap(), ledger)
}

/// What a format makes of one task.
fn export(format: Format, aggregation: Aggregation, source: &Source) -> (String, Ledger) {
    let options = Options { aggregation, ..Options::default() };
    file(format, options, [std::slice::from_ref(source)], &[])
}

/// The preferences of one task as JSON.
fn preferences(aggregation: Aggregation, source: &Source) -> (Vec<Value>, Ledger) {
    let (text, ledger) = export(Format::TrlPreference, aggregation, source);
    (text.split_terminator('\n').map(|line| serde_json::from_str(line).unwrap()).collect(), ledger)
}
