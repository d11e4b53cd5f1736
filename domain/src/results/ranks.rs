//! Ranks and levels: means by model, and the agreement of raters.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::agreement::kappa::ENOUGH_SHARED;
use crate::agreement::kendall;
use crate::id::RaterId;
use crate::ranking::mean::Clustered;
use crate::unit::{Says, UnitVotes, Units, Vote};

/// How the responses of each model were ranked, for one number of responses.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RankTable {
    /// How many responses were ranked together. Ranks go from 1, the best, to this number; each
    /// number of responses is a scale of its own.
    pub responses: u8,
    /// The best mean rank first.
    pub models: Vec<ModelRanks>,
}

/// How the responses of a model were ranked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ModelRanks {
    pub model: String,
    /// How often a response of the model was ranked.
    pub ranked: i64,
    /// In how many tasks.
    pub tasks: i64,
    /// The mean rank; 1 is the best. Responses that share ranks have the mean of these ranks.
    pub mean_rank: f64,
    /// The lower end of the 95 % interval, by tasks. None with fewer than 30 tasks, or without
    /// any variation.
    pub low: Option<f64>,
    /// The upper end of the 95 % interval.
    pub high: Option<f64>,
    /// How often a response of the model was the best, or shared the first rank.
    pub first: i64,
    /// How often a response of the model was the worst, or shared the last rank.
    pub last: i64,
}

/// How far raters agree on an order, by Kendall's tau-b.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RankAgreement {
    /// Of rankings: the mean over tasks of the mean tau-b of every two raters. Of ratings: the
    /// mean over every two raters with 20 tasks in common, weighted by these. None where there is
    /// nothing to compare.
    pub tau_b: Option<f64>,
    /// The lower end of its 95 % interval. Of rankings of 30 tasks or more.
    pub low: Option<f64>,
    /// The upper end of its 95 % interval.
    pub high: Option<f64>,
    /// The tasks that two raters or more have judged.
    pub tasks: i64,
    /// Every two raters who share a task, in the order of `raters`.
    pub pairs: Vec<PairRankAgreement>,
}

/// How far two raters agree on an order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PairRankAgreement {
    pub rater_1: RaterId,
    pub rater_2: RaterId,
    /// How many tasks both judged.
    pub shared: i64,
    /// Whether they are enough for tau-b to be shown.
    pub enough: bool,
    /// Kendall's tau-b, -1 to 1. Of rankings its mean over the tasks; of ratings that of their
    /// levels over the tasks. None where one of the two tied everything.
    pub tau_b: Option<f64>,
}

/// Computes mean ranks, and the agreement of raters, who are in the order of `places`. Empty if
/// nothing was ranked or rated.
pub(super) fn of(
    units: &Units,
    places: &HashMap<RaterId, usize>,
) -> (Vec<RankTable>, Option<RankAgreement>) {
    let mut tables = RankSums::default();
    let mut agreement = AgreementBuilder::default();
    let mut responses = units.iter().filter(|unit| !unit.id().part.is_pair()).peekable();
    if responses.peek().is_none() {
        return (Vec::new(), None);
    }
    while let Some(first) = responses.next() {
        let task = first.id().task;
        let mut votes = RatedTasks::new();
        add_votes(&mut votes, first);
        while let Some(unit) = responses.next_if(|unit| unit.id().task == task) {
            add_votes(&mut votes, unit);
        }
        tables.add_task(&votes);
        agreement.add_task(&votes);
    }
    (tables.finish(), Some(agreement.finish(places)))
}

/// One rater's votes on the responses of a task.
#[derive(Default)]
struct RatedTask<'a> {
    /// Twice the rank of each response in the order of the task, and who wrote it.
    ranks: Vec<(u8, Option<&'a str>)>,
    /// The scale, and the level on it.
    level: Option<(u8, u8)>,
}

impl<'a> RatedTask<'a> {
    fn add(&mut self, vote: &Vote<'a>) {
        match vote.says {
            Says::Rank(rank) => self.ranks.push((rank, vote.models[0])),
            Says::Level { scale, level } => self.level = Some((scale, level)),
            Says::Outcome { .. } => {}
        }
    }
}

/// A task by its raters.
type RatedTasks<'a> = BTreeMap<RaterId, RatedTask<'a>>;

fn add_votes<'a>(rated: &mut RatedTasks<'a>, unit: UnitVotes<'a>) {
    unit.votes().for_each(|vote| rated.entry(vote.rater).or_default().add(&vote));
}

/// The ranks of each model, by the number of responses.
#[derive(Default)]
struct RankSums<'a>(BTreeMap<u8, BTreeMap<&'a str, Ranked>>);

#[derive(Default)]
struct Ranked {
    ranks: Clustered,
    ranked: i64,
    first: i64,
    last: i64,
}

impl<'a> RankSums<'a> {
    fn add_task(&mut self, rated: &RatedTasks<'a>) {
        let mut sums: BTreeMap<(u8, &str), (f64, i64)> = BTreeMap::new();
        for RatedTask { ranks, .. } in rated.values() {
            let Ok(responses) = u8::try_from(ranks.len()) else { continue };
            let best = ranks.iter().map(|(rank, _)| *rank).min();
            let worst = ranks.iter().map(|(rank, _)| *rank).max();
            for (rank, model) in ranks {
                let Some(model) = *model else { continue };
                let (sum, number) = sums.entry((responses, model)).or_default();
                *sum += f64::from(*rank) / 2.0;
                *number += 1;
                let ranked = self.0.entry(responses).or_default().entry(model).or_default();
                ranked.first += i64::from(Some(*rank) == best);
                ranked.last += i64::from(Some(*rank) == worst);
            }
        }
        for ((responses, model), (sum, number)) in sums {
            let ranked = self.0.entry(responses).or_default().entry(model).or_default();
            ranked.ranks.add_task(sum, number);
            ranked.ranked += number;
        }
    }

    fn finish(self) -> Vec<RankTable> {
        let table = |(responses, models): (u8, BTreeMap<&str, Ranked>)| {
            let mut models: Vec<ModelRanks> = models
                .into_iter()
                .filter_map(|(model, ranked)| ranked.results(model.to_owned(), responses))
                .collect();
            models.sort_by(|one, other| {
                one.mean_rank.total_cmp(&other.mean_rank).then_with(|| one.model.cmp(&other.model))
            });
            RankTable { responses, models }
        };
        self.0.into_iter().map(table).collect()
    }
}

impl Ranked {
    fn results(self, model: String, responses: u8) -> Option<ModelRanks> {
        let Self { ranks, ranked, first, last } = self;
        let interval = ranks.interval();
        Some(ModelRanks {
            model,
            ranked,
            tasks: ranks.tasks(),
            mean_rank: ranks.mean()?,
            low: interval.map(|(low, _)| low.max(1.0)),
            high: interval.map(|(_, high)| high.min(f64::from(responses))),
            first,
            last,
        })
    }
}

/// Tau-b of every two raters.
#[derive(Default)]
struct AgreementBuilder {
    tasks: i64,
    by_task: Clustered,
    pairs: BTreeMap<(RaterId, RaterId), SharedTasks>,
}

#[derive(Default)]
struct SharedTasks {
    shared: i64,
    /// Of rankings: the sum of the tasks' own tau-b, and of how many tasks.
    sum: f64,
    defined: i64,
    /// Of ratings: the pairs of levels, by scale.
    levels: BTreeMap<u8, kendall::Table>,
}

impl AgreementBuilder {
    fn add_task(&mut self, rated: &RatedTasks<'_>) {
        let (mut sum, mut number) = (0.0, 0);
        for (place, (rater_1, rated_1)) in rated.iter().enumerate() {
            for (rater_2, rated_2) in rated.iter().skip(place + 1) {
                let met = self.pairs.entry((*rater_1, *rater_2)).or_default();
                met.shared += 1;
                if let Some(tau) = met.add(rated_1, rated_2) {
                    sum += tau;
                    number += 1;
                }
            }
        }
        self.tasks += i64::from(rated.len() > 1);
        if number > 0 {
            // The task's own mean: tasks with more raters weigh the same.
            self.by_task.add_task(sum / number as f64, 1);
        }
    }

    fn finish(self, places: &HashMap<RaterId, usize>) -> RankAgreement {
        let place = |rater: &RaterId| places.get(rater).copied().unwrap_or(usize::MAX);
        let mut pairs: Vec<PairRankAgreement> = self
            .pairs
            .into_iter()
            .map(|((rater_1, rater_2), met)| {
                let swap = place(&rater_1) > place(&rater_2);
                let (rater_1, rater_2) = if swap { (rater_2, rater_1) } else { (rater_1, rater_2) };
                let (shared, enough) = (met.shared, met.shared >= ENOUGH_SHARED);
                PairRankAgreement { rater_1, rater_2, shared, enough, tau_b: met.tau_b() }
            })
            .collect();
        pairs.sort_by_key(|pair| (place(&pair.rater_1), place(&pair.rater_2)));
        let interval = self.by_task.interval();
        let of_pairs = || {
            let known = pairs.iter().filter(|pair| pair.enough);
            let known = known.filter_map(|pair| Some((pair.tau_b?, pair.shared as f64)));
            let (sum, weight) = known
                .fold((0.0, 0.0), |(sum, all), (tau, weight)| (sum + tau * weight, all + weight));
            (weight > 0.0).then(|| sum / weight)
        };
        RankAgreement {
            tau_b: self.by_task.mean().or_else(of_pairs),
            low: interval.map(|(low, _)| low.max(-1.0)),
            high: interval.map(|(_, high)| high.min(1.0)),
            tasks: self.tasks,
            pairs,
        }
    }
}

impl SharedTasks {
    /// Adds a task that both judged; of rankings its tau-b.
    fn add(&mut self, rated_1: &RatedTask<'_>, rated_2: &RatedTask<'_>) -> Option<f64> {
        if let (Some((scale, level_1)), Some((other, level_2))) = (rated_1.level, rated_2.level) {
            if scale == other {
                self.levels.entry(scale).or_default().add(level_1, level_2);
            }
            return None;
        }
        let ranks = |rated: &RatedTask<'_>| -> Vec<u8> {
            rated.ranks.iter().map(|(rank, _)| *rank).collect()
        };
        let tau = kendall::tau_b(&ranks(rated_1), &ranks(rated_2))?;
        self.sum += tau;
        self.defined += 1;
        Some(tau)
    }

    fn tau_b(&self) -> Option<f64> {
        if self.defined > 0 {
            return Some(self.sum / self.defined as f64);
        }
        let known = self.levels.values().filter_map(|table| Some((table.tau_b()?, table.total())));
        let (sum, weight) = known
            .fold((0.0, 0), |(sum, all), (tau, number)| (sum + tau * number as f64, all + number));
        (weight > 0).then(|| sum / weight as f64)
    }
}
