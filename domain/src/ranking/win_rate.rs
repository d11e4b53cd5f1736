//! Win rates: how often a model is preferred to the models it was compared with.
//!
//! Wins and half the ties over all comparisons with other models, as in AlpacaEval's discrete win
//! rate (Li et al. 2023, github tatsu-lab/alpaca_eval). Comparisons of a model with itself are left
//! out.
//!
//! The rate ignores the strength of opponents. A model compared only with weak ones looks strong,
//! so the matrix should be read together with the rate.
//!
//! The interval is Wilson's and treats every judgment as independent. Judgments of the same task or
//! prompt are not: with m raters a task it is too narrow by a factor of up to the square root of m.
//! Ties vary less than wins and losses, which makes it somewhat too wide. It is an interval of the
//! rate, not of a difference between two models: overlapping intervals do not mean "equal".

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::agreement::interval::{Interval, wilson};
use crate::unit::{Counts, Units, counts_by_models};

/// The fewest comparisons for which the rate is shown. With fewer, only their number is.
pub const ENOUGH_COMPARISONS: i64 = 30;

/// The record of one model against another, or against all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Record {
    pub wins: i64,
    /// Includes both bad and both good.
    pub ties: i64,
    pub losses: i64,
}

impl Record {
    /// How many judgments there are.
    pub fn comparisons(&self) -> i64 {
        self.wins + self.ties + self.losses
    }

    /// Wins and half the ties.
    pub fn score(&self) -> f64 {
        self.wins as f64 + self.ties as f64 / 2.0
    }

    /// The score over all comparisons, 0 to 1. None without a comparison.
    pub fn win_rate(&self) -> Option<f64> {
        let comparisons = self.comparisons();
        (comparisons > 0).then(|| self.score() / comparisons as f64)
    }

    fn add(&mut self, wins: i64, ties: i64, losses: i64) {
        self.wins += wins;
        self.ties += ties;
        self.losses += losses;
    }
}

/// A model with its record against all others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ModelResults {
    pub model: String,
    /// Judgments that compare the model with another one.
    pub comparisons: i64,
    pub wins: i64,
    /// Includes both bad and both good.
    pub ties: i64,
    pub losses: i64,
    /// Wins and half the ties over comparisons, 0 to 1.
    pub win_rate: f64,
    /// The lower end of Wilson's 95 % interval.
    pub low: f64,
    /// The upper end of Wilson's 95 % interval.
    pub high: f64,
}

/// Every model's record against every other.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Matrix {
    /// In the order of the win rates.
    pub models: Vec<String>,
    /// `rows[i][j]` is the record of model i against model j; nothing on the diagonal.
    pub rows: Vec<Vec<Record>>,
}

/// The sum of all comparisons of models.
#[derive(Debug, Clone, Default)]
pub struct Comparisons {
    /// By model and opponent; each comparison is in it twice.
    records: BTreeMap<String, BTreeMap<String, Record>>,
}

impl Comparisons {
    /// All votes that count on pairs whose models are known.
    pub fn of(units: &Units) -> Self {
        let mut comparisons = Self::default();
        for ((model_1, model_2), counts) in counts_by_models(units) {
            comparisons.add(&model_1, &model_2, counts);
        }
        comparisons
    }

    /// Adds the votes on a task whose first response is model 1's and whose second is model 2's.
    pub fn add(&mut self, model_1: &str, model_2: &str, counts: Counts) {
        if model_1 == model_2 || counts.total() == 0 {
            return;
        }
        let Counts { first, second, tie, .. } = counts;
        self.record(model_1, model_2).add(first, tie, second);
        self.record(model_2, model_1).add(second, tie, first);
    }

    /// Ranks the models by win rate, highest first, then by name.
    pub fn models(&self) -> Vec<ModelResults> {
        let results = |(model, records): (&String, &BTreeMap<String, Record>)| {
            let mut all = Record::default();
            records.values().for_each(|record| all.add(record.wins, record.ties, record.losses));
            let Interval { low, high } = wilson(all.score(), all.comparisons())?;
            let Record { wins, ties, losses } = all;
            let (model, comparisons, win_rate) =
                (model.clone(), all.comparisons(), all.win_rate()?);
            Some(ModelResults { model, comparisons, wins, ties, losses, win_rate, low, high })
        };
        let mut models: Vec<ModelResults> = self.records.iter().filter_map(results).collect();
        // Stable: the names are in order already.
        models.sort_by(|one, other| other.win_rate.total_cmp(&one.win_rate));
        models
    }

    /// All records in the order of [`Comparisons::models`].
    pub fn matrix(&self) -> Matrix {
        let models: Vec<String> = self.models().into_iter().map(|model| model.model).collect();
        let record = |one, other| self.records[one].get(other).copied().unwrap_or_default();
        let row = |one| models.iter().map(|other| record(one, other)).collect();
        let rows = models.iter().map(row).collect();
        Matrix { models, rows }
    }

    fn record(&mut self, model: &str, opponent: &str) -> &mut Record {
        self.records.entry(model.to_owned()).or_default().entry(opponent.to_owned()).or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(first: i64, second: i64, tie: i64) -> Counts {
        Counts { first, second, tie, ..Counts::default() }
    }

    #[test]
    fn the_discrete_win_rates_of_alpaca_eval_come_out() {
        // Leaderboard of AlpacaEval 2, 805 comparisons with gpt4_1106_preview: n_wins, n_wins_base,
        // n_draws and discrete_win_rate as published.
        let published = [
            ("claude-2", counts(673, 131, 1), 16.335403726708076),
            ("gpt-3.5-turbo-1106", counts(737, 64, 4), 8.198757763975156),
            ("vicuna-7b", counts(775, 28, 2), 3.602484472049689),
        ];
        let mut comparisons = Comparisons::default();

        for (model, counts, _) in &published {
            comparisons.add("gpt4_1106_preview", model, *counts);
        }

        let models = comparisons.models();
        assert_eq!(models[0].model, "gpt4_1106_preview");
        assert_eq!(models[0].comparisons, 3 * 805);
        for (result, (model, _, rate)) in models[1..].iter().zip(published) {
            assert_eq!(result.model, model);
            assert!((100.0 * result.win_rate - rate).abs() < 1e-9, "{model}");
            assert!(result.low < result.win_rate && result.win_rate < result.high);
        }
    }

    #[test]
    fn a_model_compared_with_itself_is_left_out() {
        let mut comparisons = Comparisons::default();

        comparisons.add("alone", "alone", counts(5, 1, 0));
        comparisons.add("b", "a", counts(1, 0, 1));
        comparisons.add("a", "a", counts(9, 9, 9));

        let models = comparisons.models();
        let names: Vec<&str> = models.iter().map(|model| model.model.as_str()).collect();
        assert_eq!(names, ["b", "a"]);
        assert_eq!((models[0].comparisons, models[0].win_rate), (2, 0.75));
    }

    #[test]
    fn equal_rates_stand_in_the_order_of_names() {
        let mut comparisons = Comparisons::default();

        comparisons.add("zebra", "ant", counts(2, 2, 0));
        comparisons.add("cat", "bee", counts(0, 0, 3));

        let names: Vec<String> = comparisons.models().into_iter().map(|it| it.model).collect();
        assert_eq!(names, ["ant", "bee", "cat", "zebra"]);
    }

    #[test]
    fn the_matrix_reads_the_same_from_either_side() {
        let mut comparisons = Comparisons::default();
        comparisons.add("a", "b", counts(3, 1, 2));
        comparisons.add("b", "a", counts(4, 0, 0));
        comparisons.add("a", "c", counts(1, 0, 0));

        let matrix = comparisons.matrix();

        assert_eq!(matrix.models, ["b", "a", "c"]);
        assert_eq!(matrix.rows[0][1], Record { wins: 5, ties: 2, losses: 3 });
        assert_eq!(matrix.rows[1][0], Record { wins: 3, ties: 2, losses: 5 });
        assert_eq!(matrix.rows[0][0], Record::default());
        assert_eq!(matrix.rows[2][0], Record::default());
    }
}
