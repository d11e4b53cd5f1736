//! Ranks: what rankings, best and worst, and ratings say, by model and between raters.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::agreement::kappa::ENOUGH_SHARED;
use crate::agreement::kendall;
use crate::id::{RaterId, TaskId};
use crate::ranking::mean::Clustered;

/// How responses of each model were ranked among so many.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RankTable {
    /// How many responses were ranked together: ranks go from 1, the best, to this. Ranks among
    /// different numbers of responses are different scales and have a table each.
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
    /// The mean rank; 1 is the best. Responses that share ranks have their mean each.
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

/// What a judgment says about an order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Order {
    /// Nothing, as that of a pair.
    #[default]
    None,
    /// Twice the rank of each response, in the task's own order, and who wrote it.
    Ranks(Vec<(u8, Option<String>)>),
    /// The level of the one response, and on which scale: the scales are numbered.
    Level { scale: u32, level: u8 },
}

/// Collects orders, in any order of judgments but for repeats: of several judgments of a rater on
/// a task the first to come counts.
#[derive(Debug, Default)]
pub(super) struct RanksBuilder {
    judgments: Vec<(TaskId, RaterId, Said)>,
    models: Vec<String>,
    numbers: HashMap<String, u32>,
}

#[derive(Debug)]
enum Said {
    /// Twice the rank, and the number of the model.
    Ranks(Box<[(u8, Option<u32>)]>),
    Level {
        scale: u32,
        level: u8,
    },
}

impl RanksBuilder {
    pub(super) fn push(&mut self, task: TaskId, rater: RaterId, order: Order) {
        let said = match order {
            Order::None => return,
            Order::Level { scale, level } => Said::Level { scale, level },
            Order::Ranks(ranks) => {
                let numbered =
                    ranks.into_iter().map(|(rank, model)| (rank, model.map(|it| self.number(it))));
                Said::Ranks(numbered.collect())
            }
        };
        self.judgments.push((task, rater, said));
    }

    /// Computes mean ranks, and the agreement of raters, who stand in the order of `places`.
    pub(super) fn finish(
        mut self,
        places: &HashMap<RaterId, usize>,
    ) -> (Vec<RankTable>, Option<RankAgreement>) {
        if self.judgments.is_empty() {
            return (Vec::new(), None);
        }
        // Stable, so that the first judgment of a rater stays before the repeats.
        self.judgments.sort_by_key(|(task, rater, _)| (*task, *rater));
        self.judgments.dedup_by_key(|(task, rater, _)| (*task, *rater));
        let mut tables = Tables::default();
        let mut agreement = AgreementBuilder::default();
        for judged in self.judgments.chunk_by(|(one, ..), (other, ..)| one == other) {
            tables.add_task(judged);
            agreement.add_task(judged);
        }
        (tables.finish(&self.models), Some(agreement.finish(places)))
    }

    fn number(&mut self, model: String) -> u32 {
        if let Some(number) = self.numbers.get(&model) {
            return *number;
        }
        let number = u32::try_from(self.models.len()).expect("models are far fewer than 2^32");
        self.models.push(model.clone());
        self.numbers.insert(model, number);
        number
    }
}

/// The ranks of each model, apart for each number of responses.
#[derive(Default)]
struct Tables(BTreeMap<u8, BTreeMap<u32, Ranked>>);

#[derive(Default)]
struct Ranked {
    ranks: Clustered,
    ranked: i64,
    first: i64,
    last: i64,
}

impl Tables {
    fn add_task(&mut self, judged: &[(TaskId, RaterId, Said)]) {
        let mut sums: BTreeMap<(u8, u32), (f64, i64)> = BTreeMap::new();
        for (.., said) in judged {
            let Said::Ranks(ranks) = said else { continue };
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

    fn finish(self, names: &[String]) -> Vec<RankTable> {
        let table = |(responses, models): (u8, BTreeMap<u32, Ranked>)| {
            let mut models: Vec<ModelRanks> = models
                .into_iter()
                .filter_map(|(model, ranked)| {
                    ranked.results(names[model as usize].clone(), responses)
                })
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
    pairs: BTreeMap<(RaterId, RaterId), Met>,
}

#[derive(Default)]
struct Met {
    shared: i64,
    /// Of rankings: the sum of the tasks' own tau-b, and of how many tasks.
    sum: f64,
    defined: i64,
    /// Of ratings: the levels that met, apart for each scale.
    levels: BTreeMap<u32, kendall::Table>,
}

impl AgreementBuilder {
    fn add_task(&mut self, judged: &[(TaskId, RaterId, Said)]) {
        let (mut sum, mut number) = (0.0, 0);
        for (place, (_, rater_1, said_1)) in judged.iter().enumerate() {
            for (_, rater_2, said_2) in &judged[place + 1..] {
                let met = self.pairs.entry((*rater_1, *rater_2)).or_default();
                met.shared += 1;
                if let Some(tau) = met.add(said_1, said_2) {
                    sum += tau;
                    number += 1;
                }
            }
        }
        self.tasks += i64::from(judged.len() > 1);
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

impl Met {
    /// Adds a task that both judged; of rankings its tau-b.
    fn add(&mut self, said_1: &Said, said_2: &Said) -> Option<f64> {
        match (said_1, said_2) {
            (Said::Ranks(ranks_1), Said::Ranks(ranks_2)) => {
                let ranks = |ranks: &[(u8, Option<u32>)]| -> Vec<u8> {
                    ranks.iter().map(|(rank, _)| *rank).collect()
                };
                let tau = kendall::tau_b(&ranks(ranks_1), &ranks(ranks_2))?;
                self.sum += tau;
                self.defined += 1;
                Some(tau)
            }
            (
                Said::Level { scale, level: level_1 },
                Said::Level { scale: other, level: level_2 },
            ) if scale == other => {
                self.levels.entry(*scale).or_default().add(*level_1, *level_2);
                None
            }
            _ => None,
        }
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
