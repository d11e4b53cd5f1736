//! Random projects of every kind: twins, flags, rewrites, corrections, skips, late and repeated
//! judgments, and a protocol that changes.

use std::cell::Cell;
use std::sync::Arc;

use serde_json::Map;
use uuid::Uuid;

use super::super::{ProjectFacts, Recorded, RecordedSkip, Source};
use super::NOON;
use crate::answers::{Answers, Flag, Rewrite};
use crate::assignment::Purpose;
use crate::id::{AssignmentId, JudgmentId, PromptId, RaterId, ResponseId, SkipId, TaskId};
use crate::judgment::{Judgment, Skip, SkipReason, Verdict};
use crate::presentation::Presentation;
use crate::protocol::{Kind, Levels, Protocol, Question, Scale};
use crate::rationale::Ask;
use crate::task::{Message, Response, Speaker, Task};
use crate::timestamp::Timestamp;

/// Texts of which the first two, and the first and the last prompt, say the same.
const TEXTS: [&str; 6] = ["Lima.", " Lima.\n", "Cusco.", "Quito?", "", "Lima, since 1535."];
const PROMPTS: [&str; 4] = ["Capital of Peru?", "And before?", "Say it.", "Capital  of Peru?"];

/// Numbers from which a project is made; 0 when they have run out.
pub(super) struct Choices<'a> {
    numbers: &'a [u16],
    next: Cell<usize>,
}

impl<'a> Choices<'a> {
    pub(super) fn new(numbers: &'a [u16]) -> Self {
        Self { numbers, next: Cell::new(0) }
    }

    /// A number below `end`.
    fn below(&self, end: usize) -> usize {
        let place = self.next.get();
        self.next.set(place + 1);
        usize::from(self.numbers.get(place).copied().unwrap_or(0)) % end
    }

    fn one_in(&self, n: usize) -> bool {
        self.below(n) == n - 1
    }

    fn of<T: Copy>(&self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn shuffled(&self, n: usize) -> Vec<usize> {
        let mut all: Vec<usize> = (0..n).collect();
        (1..n).for_each(|last| all.swap(last, self.below(last + 1)));
        all
    }

    fn level(&self, end: usize) -> u8 {
        u8::try_from(1 + self.below(end)).unwrap()
    }
}

/// All tasks of a project.
pub(super) fn project(choices: &Choices<'_>) -> Vec<Source> {
    let kind = choices.of(&[Kind::Pair, Kind::Ranking, Kind::BestWorst, Kind::Rating]);
    let protocol = |levels| {
        let question = match kind {
            Kind::Pair => {
                Question::Pair { scale: Scale { points: 5, both_bad: true, both_good: true } }
            }
            Kind::Ranking => Question::Ranking { ties: true },
            Kind::BestWorst => Question::BestWorst,
            Kind::Rating => Question::Rating { levels: Levels::stars(levels) },
        };
        Protocol { rewrite: Ask::Optional, ..Protocol::of(question) }
    };
    let most = match kind {
        Kind::Rating => 1,
        Kind::Pair => 2,
        Kind::Ranking | Kind::BestWorst => 4,
    };
    let facts = ProjectFacts::new("Capitals".into(), &[protocol(5), protocol(7)], most);
    let facts = Arc::new(facts);
    let mut sources: Vec<Source> = Vec::new();
    for n in 0..1 + choices.below(6) {
        let responses = if most > 2 { 3 + choices.below(2) } else { most };
        sources.push(task(choices, &facts, n, responses));
    }
    for n in 0..choices.below(3) {
        let mut again = sources[choices.below(sources.len())].clone();
        again.task.repeat_of = Some(again.task.id);
        again.task.id = TaskId(Uuid::from_u128(0x5000 + n as u128));
        sources.push(again);
    }
    let mut next = 0;
    for source in &mut sources {
        for _ in 0..choices.below(5) {
            next += 1;
            let recorded = judged(choices, kind, source, next);
            source.judgments.push(recorded);
        }
        for _ in 0..choices.below(2) {
            next += 1;
            source.skips.push(skipped(choices, source.task.id, next));
        }
    }
    sources
}

fn task(choices: &Choices<'_>, facts: &Arc<ProjectFacts>, n: usize, responses: usize) -> Source {
    let prompt = choices.below(PROMPTS.len());
    let say = |role, content: &str| Message::new(role, content);
    let mut messages = vec![say(Speaker::User, PROMPTS[prompt])];
    let has_system = choices.one_in(4);
    if has_system {
        messages.insert(0, say(Speaker::System, "Be brief."));
    }
    if choices.one_in(12) {
        messages.push(say(Speaker::Assistant, "Hm."));
    }
    let response = |place: usize| Response {
        id: ResponseId(Uuid::from_u128((0x100 * (n + 1) + place) as u128)),
        model: choices.of(&[None, Some("north"), Some("south")]).map(str::to_owned),
        text: choices.of(&TEXTS).to_owned(),
        structure: vec![],
    };
    Source {
        project: facts.clone(),
        task: Task {
            // Ids in another order than that of making.
            id: TaskId(Uuid::from_u128(((choices.below(64) << 8) + n) as u128)),
            external_id: format!("task-{n}"),
            repeat_of: None,
            prompt_id: PromptId(Uuid::from_u128((prompt + 1) as u128)),
            messages,
            responses: (0..responses).map(response).collect(),
            metadata: Map::new(),
        },
        judgments: Vec::new(),
        skips: Vec::new(),
    }
}

fn judged(choices: &Choices<'_>, kind: Kind, source: &Source, n: u32) -> Recorded {
    let ids: Vec<ResponseId> = source.task.responses.iter().map(|response| response.id).collect();
    let order: Vec<ResponseId> =
        choices.shuffled(ids.len()).into_iter().map(|place| ids[place]).collect();
    let rater = 1 + choices.below(3) as u128;
    let revision =
        source.judgments.iter().filter(|known| known.judgment.rater_id.0.as_u128() == rater);
    let protocol_version = 1 + choices.below(2);
    let verdicts = [
        Verdict::A,
        Verdict::B,
        Verdict::A,
        Verdict::B,
        Verdict::Tie,
        Verdict::BothBad,
        Verdict::BothGood,
    ];
    let verdict = (kind == Kind::Pair).then(|| choices.of(&verdicts));
    let late = choices.one_in(6);
    let judgment = Judgment {
        id: JudgmentId(Uuid::from_u128(u128::from(n))),
        assignment_id: AssignmentId(Uuid::nil()),
        task_id: source.task.id,
        rater_id: RaterId(Uuid::from_u128(rater)),
        revision: i32::try_from(revision.count() + 1).unwrap(),
        stands: true,
        verdict,
        grade: verdict.and_then(|verdict| match verdict {
            Verdict::A => Some(-1),
            Verdict::B => Some(1),
            Verdict::Tie => Some(0),
            Verdict::BothBad | Verdict::BothGood => None,
        }),
        answers: answers(choices, kind, ids.len(), protocol_version),
        rationale: None,
        active_ms: choices.one_in(2).then_some(1_000),
        guideline_version: 1,
        protocol_version: i32::try_from(protocol_version).unwrap(),
        late,
        counted: !(late && choices.one_in(2)),
        submitted_at: Timestamp::from_micros(NOON + i64::from(n)),
    };
    Recorded {
        judgment,
        presentation: Presentation { order, blind: true },
        purpose: if source.task.repeat_of.is_some() { Purpose::Repeat } else { Purpose::Work },
        rater: format!("rater-{rater}"),
    }
}

fn answers(choices: &Choices<'_>, kind: Kind, responses: usize, version: usize) -> Answers {
    let mut answers = Answers::default();
    match kind {
        Kind::Pair => {}
        Kind::Ranking => {
            let given: Vec<usize> = (0..responses).map(|_| choices.below(responses)).collect();
            let mut ranks = given.clone();
            ranks.sort_unstable();
            ranks.dedup();
            let rank = |given| ranks.iter().position(|rank| *rank == given).unwrap() + 1;
            answers.ranking =
                given.into_iter().map(|given| u8::try_from(rank(given)).unwrap()).collect();
        }
        Kind::BestWorst => {
            let places = choices.shuffled(responses);
            answers.best = u8::try_from(places[0]).ok();
            answers.worst = u8::try_from(places[1]).ok();
        }
        Kind::Rating => answers.rating = Some(choices.level(if version == 1 { 5 } else { 7 })),
    }
    let place = || u8::try_from(choices.below(responses)).ok();
    if choices.one_in(14) {
        let response = if choices.one_in(3) { None } else { place() };
        answers.flags.push(Flag { response, reason: "unsafe".into() });
    }
    if choices.one_in(5) {
        let of = if choices.one_in(4) { None } else { place() };
        let text = choices.of(&["Lima, of course.", "Lima, since 1535.", "Cusco.", "Lima."]);
        answers.rewrite = Some(Rewrite { of, text: text.into() });
    }
    answers
}

fn skipped(choices: &Choices<'_>, task_id: TaskId, n: u32) -> RecordedSkip {
    let rater = 1 + choices.below(3) as u128;
    let skip = Skip {
        id: SkipId(Uuid::from_u128(u128::from(n))),
        assignment_id: AssignmentId(Uuid::nil()),
        task_id,
        rater_id: RaterId(Uuid::from_u128(rater)),
        reason: SkipReason::Broken,
        comment: None,
        skipped_at: Timestamp::from_micros(NOON + i64::from(n)),
    };
    RecordedSkip {
        skip,
        put_back: choices.one_in(4),
        presentation: None,
        rater: format!("rater-{rater}"),
    }
}
