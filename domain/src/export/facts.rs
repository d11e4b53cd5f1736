//! What a file says about its project, and which columns that takes.

use crate::protocol::{Form, Protocol, Question};
use crate::rationale::Ask;

/// What rows say about the project, and what was asked in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectFacts {
    pub name: String,
    /// The most responses that a task has; 2 of pairs.
    pub(super) responses: usize,
    pub(super) asked: Asked,
    /// In the order in which they were first asked.
    pub(super) aspects: Vec<Aspect>,
    /// How many levels a rating had, by the version of the protocol from 1 on.
    levels: Vec<Option<u8>>,
    /// Columns of the long table that no row has a value for.
    pub(super) empty_columns: Vec<String>,
}

/// What was asked in any version of the protocol, criteria aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Asked {
    pub ranking: bool,
    pub best_worst: bool,
    pub rating: bool,
    pub confidence: bool,
    pub flags: bool,
    pub spans: bool,
    pub rewrite: bool,
}

/// A criterion as it stands in a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Aspect {
    pub key: String,
    pub kind: AspectKind,
}

/// What the answers to a criterion are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AspectKind {
    Grade,
    Levels,
    Choices,
}

impl ProjectFacts {
    /// The facts of a project with tasks of at most so many responses, from its protocol's
    /// versions, the first one first.
    pub fn new(name: String, protocols: &[Protocol], responses: usize) -> Self {
        let levels = protocols.iter().map(|protocol| match &protocol.question {
            Question::Rating { levels } => Some(levels.count),
            Question::Pair { .. } | Question::Ranking { .. } | Question::BestWorst => None,
        });
        let mut facts = Self {
            name,
            responses: responses.max(1),
            asked: Asked::default(),
            aspects: Vec::new(),
            levels: levels.collect(),
            empty_columns: Vec::new(),
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

    /// Leaves columns out of the long table as JSON that a [`Survey`](super::Survey) has found empty.
    pub fn without(mut self, empty_columns: Vec<String>) -> Self {
        self.empty_columns = empty_columns;
        self
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

    /// The columns of the answers beside the verdict. A key holds no dot, so that no two columns
    /// have one name.
    pub(super) fn answer_columns(&self) -> Vec<String> {
        let mut columns = Vec::new();
        let Asked { ranking, best_worst, rating, confidence, flags, spans, rewrite } = self.asked;
        columns.extend(ranking.then(|| "ranking".to_owned()));
        columns.extend(best_worst.then(|| "best".to_owned()));
        columns.extend(best_worst.then(|| "worst".to_owned()));
        columns.extend(rating.then(|| "rating".to_owned()));
        for Aspect { key, kind } in &self.aspects {
            match kind {
                AspectKind::Grade => columns.push(format!("criterion.{key}.grade")),
                AspectKind::Choices => columns.push(format!("criterion.{key}")),
                AspectKind::Levels => {
                    columns.extend((1..=self.responses).map(|n| format!("criterion.{key}.{n}")));
                }
            }
        }
        columns.extend(confidence.then(|| "confidence".to_owned()));
        let all = |is_asked: bool, names: [&str; 2]| {
            is_asked.then(|| names.map(str::to_owned)).into_iter().flatten()
        };
        columns.extend(all(flags, ["flags", "flag_comment"]));
        columns.extend(spans.then(|| "spans".to_owned()));
        columns.extend(all(rewrite, ["rewrite_of", "rewrite"]));
        columns
    }
}
