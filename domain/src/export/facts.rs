//! Facts about a project that rows and columns depend on.

use super::column::{Column, ColumnKind};
use crate::protocol::{Form, Protocol, Question};
use crate::rationale::Ask;

/// The name of a project and everything that was asked in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectFacts {
    pub name: String,
    /// The most responses that a task has; 2 of pairs.
    pub(super) responses: usize,
    pub(super) asked: AskedFor,
    /// In the order in which they were first asked.
    pub(super) aspects: Vec<Aspect>,
    /// How many levels a rating had, by the version of the protocol from 1 on.
    levels: Vec<Option<u8>>,
}

/// Everything asked in any version of the protocol, except criteria.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct AskedFor {
    pub ranking: bool,
    pub best_worst: bool,
    pub rating: bool,
    pub confidence: bool,
    pub flags: bool,
    pub spans: bool,
    pub rewrite: bool,
}

/// A criterion as columns of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Aspect {
    pub key: String,
    pub kind: AspectKind,
}

/// The type of the answers to a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AspectKind {
    Grade,
    Levels,
    Choices,
}

impl ProjectFacts {
    /// The facts of a project from all versions of its protocol, the first one first. `responses` is
    /// the most that a task has.
    pub fn new(name: String, protocols: &[Protocol], responses: usize) -> Self {
        let levels = protocols.iter().map(|protocol| match &protocol.question {
            Question::Rating { levels } => Some(levels.count),
            Question::Pair { .. } | Question::Ranking { .. } | Question::BestWorst => None,
        });
        let mut facts = Self {
            name,
            responses: responses.max(1),
            asked: AskedFor::default(),
            aspects: Vec::new(),
            levels: levels.collect(),
        };
        for protocol in protocols {
            facts.asked.ranking |= matches!(protocol.question, Question::Ranking { .. });
            facts.asked.best_worst |= matches!(protocol.question, Question::BestWorst);
            facts.asked.rating |= matches!(protocol.question, Question::Rating { .. });
            facts.asked.confidence |= protocol.confidence;
            facts.asked.flags |= !protocol.flags.is_empty();
            facts.asked.spans |= protocol.spans;
            facts.asked.rewrite |= protocol.rewrite != Ask::Off;
            for criterion in &protocol.criteria {
                let kind = match criterion.form {
                    Form::Pairwise { .. } => AspectKind::Grade,
                    Form::Levels(_) => AspectKind::Levels,
                    Form::Choices(_) => AspectKind::Choices,
                };
                let aspect = Aspect { key: criterion.key.clone(), kind };
                if !facts.aspects.contains(&aspect) {
                    facts.aspects.push(aspect);
                }
            }
        }
        facts
    }

    /// Whether raters put responses in an order.
    pub(super) fn ranks(&self) -> bool {
        self.asked.ranking || self.asked.best_worst
    }

    /// How many levels a rating had in a version of the protocol.
    pub(super) fn levels(&self, version: i32) -> Option<u8> {
        let index = usize::try_from(version).ok()?.checked_sub(1)?;
        self.levels.get(index).copied().flatten()
    }

    /// The columns of all answers except the verdict. Keys contain no dot, so names are unique.
    pub(super) fn answer_columns(&self) -> Vec<Column> {
        use ColumnKind::{Integers, OptionalInteger, Text};
        let mut columns = Vec::new();
        let AskedFor { ranking, best_worst, rating, confidence, flags, spans, rewrite } =
            self.asked;
        columns.extend(ranking.then(|| Column::new("ranking", Integers)));
        columns.extend(best_worst.then(|| Column::texts(["best", "worst"])).into_iter().flatten());
        columns.extend(rating.then(|| Column::new("rating", OptionalInteger)));
        for Aspect { key, kind } in &self.aspects {
            match kind {
                AspectKind::Grade => {
                    columns.push(Column::new(format!("criterion.{key}.grade"), OptionalInteger));
                }
                AspectKind::Choices => columns.push(Column::new(format!("criterion.{key}"), Text)),
                AspectKind::Levels => columns.extend(
                    (1..=self.responses)
                        .map(|n| Column::new(format!("criterion.{key}.{n}"), OptionalInteger)),
                ),
            }
        }
        columns.extend(confidence.then(|| Column::new("confidence", OptionalInteger)));
        let all = |is_asked: bool, names: [&'static str; 2]| {
            is_asked.then(|| Column::texts(names)).into_iter().flatten()
        };
        columns.extend(all(flags, ["flags", "flag_comment"]));
        columns.extend(spans.then(|| Column::new("spans", Text)));
        columns.extend(all(rewrite, ["rewrite_of", "rewrite"]));
        columns
    }
}
