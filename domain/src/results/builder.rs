//! Adding up results: judgments come by once, as they are read, and no text is kept.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};

use crate::aggregate::majority::tally;
use crate::agreement::interval::wilson;
use crate::agreement::{kappa, raw};
use crate::id::{RaterId, TaskId};
use crate::outcome::Outcome;
use crate::progress::Progress;
use crate::protocol::{Kind, Protocol, Question};
use crate::ranking::win_rate::Comparisons;
use crate::results::ranks::{Order, RanksBuilder};
use crate::results::{Agreement, AspectsBuilder, PairAgreement, RaterResults, Results};
use crate::unit::{Counts, UnitId, Units, UnitsBuilder, Vote};

/// One judgment, as results need it: the revision that stands, with its sides undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub task_id: TaskId,
    pub rater_id: RaterId,
    /// One of a pair, several of a ranking, none of a rating.
    pub comparisons: Vec<Comparison>,
    /// What it says about an order; nothing where it compares two sides.
    pub order: Order,
    /// Milliseconds in front of the rater.
    pub active_ms: Option<i64>,
}

/// What a judgment says about two responses of its task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// Which two: 0 where there are only two.
    pub pair: u8,
    pub outcome: Outcome,
    /// Whether the rater preferred the side that was shown first. None for a tie, and where there
    /// are no sides.
    pub first_shown_preferred: Option<bool>,
    /// Who produced the task's first and second response. None where a name is missing.
    pub models: Option<(String, String)>,
}

/// What raters are asked, as far as it decides what results tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    pub kind: Kind,
    /// Whether a tie could ever be said.
    pub ties: bool,
}

impl Asked {
    /// Of all versions of a protocol; the last one is asked now.
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

/// A rater by name, with what is known from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RaterName {
    pub rater_id: RaterId,
    pub name: String,
    pub skips: i64,
}

/// Collects the judgments of a project, in any order but for repeats: of several judgments of a
/// rater on a task the first to come counts for agreement, majority and win rates.
///
/// Keeps about 32 bytes a judgment and 30 bytes a task.
#[derive(Debug, Default)]
pub struct ResultsBuilder {
    units: UnitsBuilder,
    ranks: RanksBuilder,
    raters: HashMap<RaterId, Work>,
    model_pairs: Vec<(String, String)>,
    numbers: HashMap<(String, String), u32>,
    /// Which two models a unit compares, by their place in `model_pairs`.
    compared: HashMap<UnitId, u32>,
}

#[derive(Debug, Default)]
struct Work {
    judgments: i64,
    comparisons: i64,
    ties: i64,
    decided: i64,
    shown_first: i64,
    active_ms: Vec<i64>,
}

impl ResultsBuilder {
    /// Adds a judgment.
    pub fn push(&mut self, row: Row) {
        let Row { task_id: task, rater_id: rater, comparisons, order, active_ms } = row;
        self.ranks.push(task, rater, order);
        let work = self.raters.entry(rater).or_default();
        work.judgments += 1;
        work.active_ms.extend(active_ms);
        for comparison in &comparisons {
            let Comparison { outcome, first_shown_preferred, .. } = comparison;
            work.comparisons += 1;
            work.ties += i64::from(outcome.winner().is_none());
            work.decided += i64::from(first_shown_preferred.is_some());
            work.shown_first += i64::from(*first_shown_preferred == Some(true));
        }
        for Comparison { pair, outcome, models, .. } in comparisons {
            let unit = UnitId { task, pair };
            self.units.push(Vote { unit, rater, outcome });
            if let Some(models) = models {
                let number = self.number(models);
                self.compared.entry(unit).or_insert(number);
            }
        }
    }

    /// Computes the results. Raters are named by `names`; those without a name by their id.
    pub fn finish(
        mut self,
        asked: Asked,
        progress: Progress,
        names: Vec<RaterName>,
        aspects: AspectsBuilder,
    ) -> Results {
        let raters = rater_results(std::mem::take(&mut self.raters), names, asked);
        let places: HashMap<RaterId, usize> =
            raters.iter().enumerate().map(|(place, rater)| (rater.rater_id, place)).collect();
        let units = std::mem::take(&mut self.units).finish();
        let (ranks, rank_agreement) = std::mem::take(&mut self.ranks).finish(&places);
        let comparisons = self.comparisons(&units);
        let pair = asked.kind == Kind::Pair;
        let agreement = || Agreement {
            with_ties: raw::with_ties(&units),
            without_ties: raw::without_ties(&units),
        };
        Results {
            kind: asked.kind,
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

    fn number(&mut self, models: (String, String)) -> u32 {
        if let Some(number) = self.numbers.get(&models) {
            return *number;
        }
        let number = u32::try_from(self.model_pairs.len()).expect("model pairs are far below 2^32");
        self.model_pairs.push(models.clone());
        self.numbers.insert(models, number);
        number
    }

    fn comparisons(&self, units: &Units) -> Comparisons {
        let mut totals = vec![Counts::default(); self.model_pairs.len()];
        for (unit, counts) in units.counts() {
            if let Some(number) = self.compared.get(&unit) {
                totals[*number as usize] += counts;
            }
        }
        let mut comparisons = Comparisons::default();
        for ((model_1, model_2), counts) in self.model_pairs.iter().zip(totals) {
            comparisons.add(model_1, model_2, counts);
        }
        comparisons
    }
}

fn rater_results(
    work: HashMap<RaterId, Work>,
    names: Vec<RaterName>,
    asked: Asked,
) -> Vec<RaterResults> {
    let mut raters: BTreeMap<RaterId, (String, i64, Work)> = BTreeMap::new();
    for RaterName { rater_id, name, skips } in names {
        raters.insert(rater_id, (name, skips, Work::default()));
    }
    for (rater, work) in work {
        raters.entry(rater).or_insert_with(|| (rater.to_string(), 0, Work::default())).2 = work;
    }
    let mut results: Vec<RaterResults> = raters
        .into_iter()
        .map(|(rater_id, (name, skips, work))| work.results(rater_id, name, skips, asked))
        .collect();
    results.sort_by(|one, other| (&one.name, one.rater_id).cmp(&(&other.name, other.rater_id)));
    results
}

impl Work {
    fn results(self, rater_id: RaterId, name: String, skips: i64, asked: Asked) -> RaterResults {
        RaterResults {
            rater_id,
            name,
            judgments: self.judgments,
            skips,
            tie_share: share(self.ties, self.comparisons).filter(|_| asked.ties),
            median_active_ms: median(self.active_ms),
            decided: self.decided,
            shown_first_preferred: share(self.shown_first, self.decided),
            shown_first_interval: wilson(self.shown_first as f64, self.decided),
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
