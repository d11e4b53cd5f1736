//! Adding up results: judgments come by once, as they are read, and no text is kept.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};

use crate::aggregate::majority::tally;
use crate::agreement::interval::wilson;
use crate::agreement::{kappa, raw};
use crate::assignment::Purpose;
use crate::id::{PromptId, RaterId, TaskId};
use crate::outcome::{RatedAs, Standing, Unblinded};
use crate::progress::Progress;
use crate::protocol::{Kind, Protocol, Question};
use crate::ranking::win_rate::Comparisons;
use crate::results::{Agreement, AspectsBuilder, PairAgreement, RaterResults, Results, ranks};
use crate::unit::{Criterion, Part, Says, UnitId, UnitVotes, Units, UnitsBuilder, Vote};

/// One judgment that stands, as results need it.
#[derive(Debug, Clone)]
pub struct StandingJudgment<'a> {
    pub task_id: TaskId,
    pub prompt_id: PromptId,
    pub rater_id: RaterId,
    pub purpose: Purpose,
    /// Whether it fills one of the task's slots.
    pub counted: bool,
    pub said: Unblinded,
    /// Who wrote the task's responses, in its own order.
    pub models: &'a [Option<&'a str>],
    /// Milliseconds in front of the rater.
    pub active_ms: Option<i64>,
}

/// Which results a project has, given what raters are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResultsScope {
    pub kind: Kind,
    /// Whether a tie could ever be chosen.
    pub ties: bool,
}

impl ResultsScope {
    /// From all versions of a protocol. The last one is asked now.
    pub fn of(protocols: &[Protocol]) -> Self {
        let ties = |protocol: &Protocol| match &protocol.question {
            Question::Pair { scale } => scale.points % 2 == 1 || scale.both_bad || scale.both_good,
            Question::Ranking { ties } => *ties,
            Question::BestWorst | Question::Rating { .. } => false,
        };
        let kind = protocols.last().map_or(Kind::Pair, |protocol| protocol.question.kind());
        Self { kind, ties: protocols.iter().any(ties) }
    }
}

/// The name and the skips of a rater.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RaterName {
    pub rater_id: RaterId,
    pub name: String,
    pub skips: i64,
}

/// Collects the judgments of a project.
///
/// The order matters only if a rater has several judgments on a task that count: the first to come
/// is used for agreement, majority and win rates. Keeps 8 bytes a judgment, 40 bytes for each vote
/// in it, and nothing else.
#[derive(Debug)]
pub struct ResultsBuilder {
    scope: ResultsScope,
    votes: UnitsBuilder,
    aspects: AspectsBuilder,
    raters: HashMap<RaterId, RaterTotals>,
}

#[derive(Debug, Default)]
struct RaterTotals {
    judgments: i64,
    active_ms: Vec<i64>,
    comparisons: i64,
    ties: i64,
    decided: i64,
    shown_first: i64,
}

impl ResultsBuilder {
    /// Starts with all versions of a project's protocol, the first one first.
    pub fn new(protocols: &[Protocol]) -> Self {
        Self {
            scope: ResultsScope::of(protocols),
            votes: UnitsBuilder::default(),
            aspects: AspectsBuilder::new(protocols),
            raters: HashMap::new(),
        }
    }

    /// Which results the project has.
    pub fn scope(&self) -> ResultsScope {
        self.scope
    }

    /// Adds a judgment.
    pub fn push(&mut self, judged: &StandingJudgment<'_>) {
        let work = self.raters.entry(judged.rater_id).or_default();
        work.judgments += 1;
        work.active_ms.extend(judged.active_ms);
        if Standing::of_last(judged.purpose, judged.counted).counts() {
            self.aspects.push(&judged.said, judged.models);
        }
        let said = &judged.said;
        for (positions, comparison) in said.comparisons() {
            let says = Says::Outcome { outcome: comparison.outcome, grade: short_grade(said) };
            let part = Part::pair(positions, judged.models.len());
            let models = positions.map(|position| judged.model(position));
            let shown_first = comparison.shown_first;
            self.votes.push(Vote { shown_first, models, ..judged.vote(part, says) });
        }
        match said.rated_as() {
            Some(RatedAs::Ranks(ranks)) => {
                for (position, rank) in ranks.into_iter().enumerate() {
                    let vote = judged.vote(Part::response(position), Says::Rank(rank));
                    self.votes.push(Vote { models: [judged.model(position), None], ..vote });
                }
            }
            Some(RatedAs::Level(level)) => {
                let Some(scale) = self.aspects.rating_scale(said.protocol_version) else { return };
                let vote = judged.vote(Part::response(0), Says::Level { scale, level });
                self.votes.push(Vote { models: [judged.model(0), None], ..vote });
            }
            None => {}
        }
    }

    /// Computes the results. Raters are named by `names`; those without a name by their id.
    pub fn finish(self, progress: Progress, names: Vec<RaterName>) -> Results {
        let Self { scope, votes, aspects, raters: mut work } = self;
        let units = votes.finish().remove(&Criterion::OVERALL).unwrap_or_default();
        for vote in units.iter().flat_map(UnitVotes::votes).chain(units.other_votes()) {
            work.entry(vote.rater).or_default().add(&vote);
        }
        let raters = rater_results(work, names, scope);
        let places: HashMap<RaterId, usize> =
            raters.iter().enumerate().map(|(place, rater)| (rater.rater_id, place)).collect();
        let (ranks, rank_agreement) = ranks::of(&units, &places);
        let comparisons = Comparisons::of(&units);
        let pair = scope.kind == Kind::Pair;
        let agreement = || Agreement {
            with_ties: raw::with_ties(&units),
            without_ties: raw::without_ties(&units),
        };
        Results {
            kind: scope.kind,
            progress,
            majority: pair.then(|| tally(&units)),
            agreement: pair.then(agreement),
            pairs: if pair { pair_agreements(&units, &places) } else { Vec::new() },
            ranks,
            rank_agreement,
            models: comparisons.models(),
            matrix: comparisons.matrix(),
            aspects: aspects.finish(),
            raters,
        }
    }
}

impl<'a> StandingJudgment<'a> {
    fn model(&self, position: usize) -> Option<&'a str> {
        self.models.get(position).copied().flatten()
    }

    /// A vote on a part of the task, of which models and order of display are still to be set.
    fn vote(&self, part: Part, says: Says) -> Vote<'a> {
        Vote {
            unit: UnitId { task: self.task_id, part },
            criterion: Criterion::OVERALL,
            prompt: self.prompt_id,
            models: [None; 2],
            rater: self.rater_id,
            purpose: self.purpose,
            counts: Standing::of_last(self.purpose, self.counted).counts(),
            says,
            shown_first: None,
        }
    }
}

fn short_grade(said: &Unblinded) -> Option<i8> {
    said.grade.and_then(|grade| i8::try_from(grade).ok())
}

fn rater_results(
    work: HashMap<RaterId, RaterTotals>,
    names: Vec<RaterName>,
    scope: ResultsScope,
) -> Vec<RaterResults> {
    let mut raters: BTreeMap<RaterId, (String, i64, RaterTotals)> = BTreeMap::new();
    for RaterName { rater_id, name, skips } in names {
        raters.insert(rater_id, (name, skips, RaterTotals::default()));
    }
    for (rater, work) in work {
        raters.entry(rater).or_insert_with(|| (rater.to_string(), 0, RaterTotals::default())).2 =
            work;
    }
    let mut results: Vec<RaterResults> = raters
        .into_iter()
        .map(|(rater_id, (name, skips, work))| work.results(rater_id, name, skips, scope))
        .collect();
    results.sort_by(|one, other| (&one.name, one.rater_id).cmp(&(&other.name, other.rater_id)));
    results
}

impl RaterTotals {
    fn add(&mut self, vote: &Vote<'_>) {
        let Says::Outcome { outcome, .. } = vote.says else { return };
        self.comparisons += 1;
        let Some(winner) = outcome.winner() else {
            self.ties += 1;
            return;
        };
        if let Some(shown_first) = vote.shown_first {
            self.decided += 1;
            self.shown_first += i64::from(winner == shown_first);
        }
    }

    fn results(
        self,
        rater_id: RaterId,
        name: String,
        skips: i64,
        scope: ResultsScope,
    ) -> RaterResults {
        // Among several responses there is no first side.
        let (decided, shown_first) = match scope.kind {
            Kind::Pair => (self.decided, self.shown_first),
            Kind::Ranking | Kind::BestWorst | Kind::Rating => (0, 0),
        };
        RaterResults {
            rater_id,
            name,
            judgments: self.judgments,
            skips,
            tie_share: share(self.ties, self.comparisons).filter(|_| scope.ties),
            median_active_ms: median(self.active_ms),
            decided,
            shown_first_preferred: share(shown_first, decided),
            shown_first_interval: wilson(shown_first as f64, decided),
        }
    }
}

fn share(part: i64, whole: i64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// The middle value; of two middle ones the mean, rounded down.
fn median(mut values: Vec<i64>) -> Option<i64> {
    if values.is_empty() {
        return None;
    }
    let middle = values.len() / 2;
    let even = values.len().is_multiple_of(2);
    let (below, &mut upper, _) = values.select_nth_unstable(middle);
    let lower = if even { below.iter().copied().max() } else { None };
    Some(lower.map_or(upper, |lower| lower.midpoint(upper)))
}

fn pair_agreements(units: &Units, places: &HashMap<RaterId, usize>) -> Vec<PairAgreement> {
    let mut pairs = Vec::new();
    for ((rater_1, rater_2), table) in units.cross_tables() {
        let plain = kappa::plain(&table);
        let symmetric = kappa::symmetric(&table);
        let Some(observed) = plain.observed else { continue };
        // Kappa is the same either way round, so the pair may follow the order of the names.
        let swap = places[&rater_1] > places[&rater_2];
        let (rater_1, rater_2) = if swap { (rater_2, rater_1) } else { (rater_1, rater_2) };
        pairs.push(PairAgreement {
            rater_1,
            rater_2,
            shared: plain.shared,
            enough: plain.is_shown(),
            observed,
            kappa: plain.kappa,
            kappa_undefined: plain.undefined,
            symmetric_kappa: symmetric.kappa,
            symmetric_kappa_undefined: symmetric.undefined,
        });
    }
    pairs.sort_by_key(|pair| (places[&pair.rater_1], places[&pair.rater_2]));
    pairs
}
