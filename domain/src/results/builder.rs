//! Adding up results: judgments come by once, as they are read, and no text is kept.

use std::collections::{BTreeMap, HashMap};

use crate::aggregate::majority::tally;
use crate::agreement::interval::wilson;
use crate::agreement::{kappa, raw};
use crate::id::{AccountId, TaskId};
use crate::ranking::win_rate::Comparisons;
use crate::results::{Agreement, AspectsBuilder, PairAgreement, Progress, RaterResults, Results};
use crate::unit::{Both, Counts, Outcome, UnitId, Units, UnitsBuilder, Vote};

/// One judgment, as results need it: the revision that stands, with its sides undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub task_id: TaskId,
    pub rater_id: AccountId,
    /// One of a pair, several of a ranking, none of a rating.
    pub comparisons: Vec<Comparison>,
    /// Milliseconds in front of the rater.
    pub active_ms: Option<i64>,
}

/// What a judgment says about two responses of its task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// Which two: 0 where there are only two.
    pub pair: u8,
    pub outcome: Outcome,
    /// What the rater said of both responses; the outcome is then a tie.
    pub both: Option<Both>,
    /// Whether the rater preferred the side that was shown first. None for a tie.
    pub first_shown_preferred: Option<bool>,
    /// Who produced the task's first and second response. None where a name is missing.
    pub models: Option<(String, String)>,
}

/// A rater by name, with what is known from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RaterName {
    pub rater_id: AccountId,
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
    raters: HashMap<AccountId, Work>,
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
        let Row { task_id: task, rater_id: rater, comparisons, active_ms } = row;
        let work = self.raters.entry(rater).or_default();
        work.judgments += 1;
        work.active_ms.extend(active_ms);
        for comparison in &comparisons {
            let Comparison { outcome, both, first_shown_preferred, .. } = comparison;
            work.comparisons += 1;
            work.ties += i64::from(both.is_some() || *outcome == Outcome::Tie);
            work.decided += i64::from(first_shown_preferred.is_some());
            work.shown_first += i64::from(*first_shown_preferred == Some(true));
        }
        for Comparison { pair, outcome, both, models, .. } in comparisons {
            let unit = UnitId { task, pair };
            self.units.push(Vote { unit, rater, outcome, both });
            if let Some(models) = models {
                let number = self.number(models);
                self.compared.entry(unit).or_insert(number);
            }
        }
    }

    /// Computes the results. Raters are named by `names`; those without a name by their id.
    pub fn finish(
        mut self,
        progress: Progress,
        names: Vec<RaterName>,
        aspects: AspectsBuilder,
    ) -> Results {
        let raters = rater_results(std::mem::take(&mut self.raters), names);
        let units = std::mem::take(&mut self.units).finish();
        let comparisons = self.comparisons(&units);
        Results {
            progress,
            majority: tally(&units),
            agreement: Agreement {
                with_ties: raw::with_ties(&units),
                without_ties: raw::without_ties(&units),
            },
            pairs: pair_agreements(&units, &raters),
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

fn rater_results(work: HashMap<AccountId, Work>, names: Vec<RaterName>) -> Vec<RaterResults> {
    let mut raters: BTreeMap<AccountId, (String, i64, Work)> = BTreeMap::new();
    for RaterName { rater_id, name, skips } in names {
        raters.insert(rater_id, (name, skips, Work::default()));
    }
    for (rater, work) in work {
        raters.entry(rater).or_insert_with(|| (rater.to_string(), 0, Work::default())).2 = work;
    }
    let mut results: Vec<RaterResults> = raters
        .into_iter()
        .map(|(rater_id, (name, skips, work))| work.results(rater_id, name, skips))
        .collect();
    results.sort_by(|one, other| (&one.name, one.rater_id).cmp(&(&other.name, other.rater_id)));
    results
}

impl Work {
    fn results(self, rater_id: AccountId, name: String, skips: i64) -> RaterResults {
        RaterResults {
            rater_id,
            name,
            judgments: self.judgments,
            skips,
            tie_share: share(self.ties, self.comparisons),
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

fn pair_agreements(units: &Units, raters: &[RaterResults]) -> Vec<PairAgreement> {
    let places: HashMap<AccountId, usize> =
        raters.iter().enumerate().map(|(place, rater)| (rater.rater_id, place)).collect();
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

#[cfg(test)]
mod tests {
    use serde_json::Value;
    use uuid::Uuid;

    use super::*;

    fn rater(number: u128) -> AccountId {
        AccountId(Uuid::from_u128(number))
    }

    fn row(task: u128, rater_number: u128, outcome: Outcome) -> Row {
        let comparison = Comparison {
            pair: 0,
            outcome,
            both: None,
            first_shown_preferred: (outcome != Outcome::Tie).then_some(outcome == Outcome::First),
            models: Some(("old".into(), "new".into())),
        };
        Row {
            task_id: TaskId(Uuid::from_u128(task)),
            rater_id: rater(rater_number),
            comparisons: vec![comparison],
            active_ms: Some(1_000 * i64::try_from(task).unwrap()),
        }
    }

    fn of_both(task: u128, both: Both) -> Row {
        let mut row = row(task, 1, Outcome::Tie);
        row.comparisons[0].both = Some(both);
        row
    }

    fn name(number: u128, name: &str, skips: i64) -> RaterName {
        RaterName { rater_id: rater(number), name: name.into(), skips }
    }

    fn results(rows: Vec<Row>, names: Vec<RaterName>) -> Results {
        let mut builder = ResultsBuilder::default();
        rows.into_iter().for_each(|row| builder.push(row));
        builder.finish(Progress::default(), names, AspectsBuilder::default())
    }

    #[test]
    fn a_raters_work_is_summed_up() {
        let rows = vec![
            row(1, 1, Outcome::First),
            row(2, 1, Outcome::Second),
            Row { active_ms: None, ..row(3, 1, Outcome::Tie) },
            row(4, 1, Outcome::First),
            row(5, 1, Outcome::First),
        ];

        let results = results(rows, vec![name(1, "Ada", 2)]);

        let ada = &results.raters[0];
        assert_eq!((ada.judgments, ada.skips, ada.decided), (5, 2, 4));
        assert_eq!(ada.tie_share, Some(0.2));
        assert_eq!(ada.median_active_ms, Some(3_000));
        assert_eq!(ada.shown_first_preferred, Some(0.75));
        assert_eq!(ada.shown_first_interval, wilson(3.0, 4));
    }

    #[test]
    fn raters_and_pairs_stand_in_the_order_of_names() {
        let rows =
            vec![row(1, 1, Outcome::First), row(1, 2, Outcome::First), row(1, 3, Outcome::Tie)];
        let names =
            vec![name(1, "Zoe", 0), name(2, "Ada", 0), name(3, "Max", 0), name(4, "Eve", 3)];

        let results = results(rows, names);

        let names: Vec<&str> = results.raters.iter().map(|rater| rater.name.as_str()).collect();
        let pairs: Vec<_> = results.pairs.iter().map(|pair| (pair.rater_1, pair.rater_2)).collect();
        assert_eq!(names, ["Ada", "Eve", "Max", "Zoe"]);
        assert_eq!(pairs, [(rater(2), rater(3)), (rater(2), rater(1)), (rater(3), rater(1))]);
        assert_eq!(results.raters[1].judgments, 0);
        assert_eq!(results.raters[1].median_active_ms, None);
    }

    #[test]
    fn a_repeat_is_work_and_changes_no_statistic() {
        let once = vec![row(1, 1, Outcome::First), row(1, 2, Outcome::First)];
        let twice = [once.clone(), vec![row(1, 1, Outcome::Second)]].concat();

        let (once, twice) = (results(once, vec![]), results(twice, vec![]));

        assert_eq!(twice.raters[0].judgments, 2);
        assert_eq!(once.agreement, twice.agreement);
        assert_eq!(once.pairs, twice.pairs);
        assert_eq!(once.models, twice.models);
        assert_eq!(once.majority, twice.majority);
    }

    #[test]
    fn a_task_without_models_counts_for_everything_but_win_rates() {
        let mut nameless = of_both(2, Both::Bad);
        nameless.comparisons[0].models = None;

        let results = results(vec![row(1, 1, Outcome::Second), nameless], vec![]);

        assert_eq!(results.models[0].model, "new");
        assert_eq!(results.models[0].comparisons, 1);
        assert_eq!((results.majority.tie, results.majority.both_bad), (1, 1));
        assert_eq!(results.raters[0].name, rater(1).to_string());
    }

    #[test]
    fn what_is_said_of_both_is_a_tie_and_counted_apart() {
        let rows = vec![row(1, 1, Outcome::Tie), of_both(2, Both::Bad), of_both(3, Both::Good)];

        let results = results(rows, vec![]);

        let tally = results.majority;
        assert_eq!((tally.tie, tally.both_bad, tally.both_good), (3, 1, 1));
        assert_eq!(results.raters[0].tie_share, Some(1.0));
    }

    #[test]
    fn a_ranking_is_one_judgment_and_several_comparisons() {
        let mut ranking = row(1, 1, Outcome::First);
        let second = Comparison { pair: 1, ..ranking.comparisons[0].clone() };
        ranking.comparisons.push(second);

        let results = results(vec![ranking.clone(), Row { rater_id: rater(2), ..ranking }], vec![]);

        assert_eq!((results.raters[0].judgments, results.raters[0].decided), (1, 2));
        assert_eq!(results.majority.first, 2);
        assert_eq!(results.pairs[0].shared, 2);
        assert_eq!(results.models[0].comparisons, 4);
    }

    #[test]
    fn nothing_judged_gives_empty_results() {
        let results = results(vec![], vec![]);

        assert_eq!(results.agreement.with_ties.pooled, None);
        assert!(results.raters.is_empty() && results.pairs.is_empty() && results.models.is_empty());
    }

    #[test]
    fn what_is_undefined_is_null_with_its_reason_when_sent() {
        let rows = vec![row(1, 1, Outcome::First), row(1, 2, Outcome::First)];

        let json = serde_json::to_value(results(rows, vec![])).unwrap();

        assert_eq!(json["pairs"][0]["kappa"], Value::Null);
        assert_eq!(json["pairs"][0]["kappa_undefined"], "no_variation");
        assert_eq!(json["pairs"][0]["symmetric_kappa"], 1.0);
        assert_eq!(json["matrix"]["models"][0], "old");
        assert!(serde_json::from_value::<Results>(json).is_ok());
    }
}
