//! Units: judgments with the sides undone, grouped by what was compared; the one input of all
//! statistics.

mod counts;
mod cross_table;

use std::collections::{BTreeMap, HashMap};

pub use self::counts::Counts;
pub use self::cross_table::CrossTable;
use crate::id::{RaterId, TaskId};
use crate::outcome::Outcome;

/// Two responses of a task that were compared. A pair has one unit, a ranking of k responses
/// k(k-1)/2 of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnitId {
    pub task: TaskId,
    /// Which two: 0 where there are only two.
    pub pair: u8,
}

impl UnitId {
    /// The one unit of a task of two responses.
    pub fn of(task: TaskId) -> Self {
        Self { task, pair: 0 }
    }
}

/// What one rater said of one unit, reduced to what statistics need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Vote {
    pub unit: UnitId,
    pub rater: RaterId,
    pub outcome: Outcome,
}

/// Collects votes in any order; 28 bytes a vote.
#[derive(Debug, Default)]
pub struct UnitsBuilder {
    raters: Vec<RaterId>,
    numbers: HashMap<RaterId, u32>,
    votes: Vec<(UnitId, Ballot)>,
}

/// All votes of a project, grouped by unit.
///
/// Units stand in the order of their ids and so do the raters within a unit, so that every
/// statistic is the same to the last bit however the votes came. Of several votes of one rater
/// on one unit the first to come counts; repeats say how steady a rater is, not how much
/// raters agree. Takes 8 bytes a vote and 25 bytes a unit.
#[derive(Debug, Clone, Default)]
pub struct Units {
    units: Vec<UnitId>,
    /// Where the votes of each unit end in `ballots`.
    ends: Vec<usize>,
    /// In the order of their ids; ballots name them by their place here.
    raters: Vec<RaterId>,
    ballots: Vec<Ballot>,
}

#[derive(Debug, Clone, Copy)]
struct Ballot {
    rater: u32,
    outcome: Outcome,
}

impl UnitsBuilder {
    /// Adds a vote.
    pub fn push(&mut self, vote: Vote) {
        let next = u32::try_from(self.raters.len()).expect("raters are far fewer than 2^32");
        let rater = *self.numbers.entry(vote.rater).or_insert(next);
        if rater == next {
            self.raters.push(vote.rater);
        }
        self.votes.push((vote.unit, Ballot { rater, outcome: vote.outcome }));
    }

    /// Groups the votes.
    pub fn finish(self) -> Units {
        let mut raters = self.raters.clone();
        raters.sort_unstable();
        let rank = |rater: &RaterId| raters.binary_search(rater).expect("all raters were copied");
        let ranks: Vec<usize> = self.raters.iter().map(rank).collect();

        let mut votes = self.votes;
        for (_, ballot) in &mut votes {
            ballot.rater = u32::try_from(ranks[ballot.rater as usize]).expect("ranks are numbers");
        }
        // A stable sort keeps the first vote of a rater before the repeats.
        votes.sort_by_key(|(unit, ballot)| (*unit, ballot.rater));
        votes.dedup_by_key(|(unit, ballot)| (*unit, ballot.rater));

        let mut units = Units { raters, ..Units::default() };
        units.ballots.reserve_exact(votes.len());
        for (unit, ballot) in votes {
            if units.units.last() != Some(&unit) {
                units.units.push(unit);
                units.ends.push(units.ballots.len());
            }
            units.ballots.push(ballot);
            *units.ends.last_mut().expect("the unit was pushed before") += 1;
        }
        units
    }
}

impl FromIterator<Vote> for Units {
    fn from_iter<I: IntoIterator<Item = Vote>>(votes: I) -> Self {
        let mut builder = UnitsBuilder::default();
        votes.into_iter().for_each(|vote| builder.push(vote));
        builder.finish()
    }
}

impl Units {
    /// How many units have a vote: tasks, where each has two responses.
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Whether nobody has voted.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// Everybody who voted, in the order of their ids.
    pub fn raters(&self) -> &[RaterId] {
        &self.raters
    }

    /// Each unit with its counted votes, in the order of the ids.
    pub fn counts(&self) -> impl Iterator<Item = (UnitId, Counts)> {
        self.groups().map(|(unit, ballots)| {
            let mut counts = Counts::default();
            ballots.iter().for_each(|ballot| counts.add(ballot.outcome));
            (unit, counts)
        })
    }

    /// The units that both raters judged, with the first's and the second's outcome.
    pub fn shared(
        &self,
        rater_1: RaterId,
        rater_2: RaterId,
    ) -> impl Iterator<Item = (UnitId, Outcome, Outcome)> {
        let number = |rater| self.raters.binary_search(&rater).ok();
        let numbers = number(rater_1).zip(number(rater_2));
        self.groups().filter_map(move |(unit, ballots)| {
            let (rater_1, rater_2) = numbers?;
            let of = |rater| ballots.iter().find(|ballot| ballot.rater as usize == rater);
            Some((unit, of(rater_1)?.outcome, of(rater_2)?.outcome))
        })
    }

    /// For every two raters with a unit in common, how often which outcomes met.
    ///
    /// In one pass over all votes; the smaller id comes first and is the table's rows.
    pub fn cross_tables(&self) -> BTreeMap<(RaterId, RaterId), CrossTable> {
        let mut tables: BTreeMap<(u32, u32), CrossTable> = BTreeMap::new();
        for (_, ballots) in self.groups() {
            for (place, first) in ballots.iter().enumerate() {
                for second in &ballots[place + 1..] {
                    let table = tables.entry((first.rater, second.rater)).or_default();
                    table.add(first.outcome, second.outcome);
                }
            }
        }
        let rater = |number: u32| self.raters[number as usize];
        tables.into_iter().map(|((one, two), table)| ((rater(one), rater(two)), table)).collect()
    }

    fn groups(&self) -> impl Iterator<Item = (UnitId, &[Ballot])> {
        let starts = std::iter::once(&0).chain(&self.ends);
        let ranges = starts.zip(&self.ends);
        self.units
            .iter()
            .zip(ranges)
            .map(|(unit, (start, end))| (*unit, &self.ballots[*start..*end]))
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn vote(task: u128, rater: u128, outcome: Outcome) -> Vote {
        let unit = UnitId::of(TaskId(Uuid::from_u128(task)));
        let rater = RaterId(Uuid::from_u128(rater));
        Vote { unit, rater, outcome }
    }

    #[test]
    fn the_first_vote_of_a_rater_on_a_task_counts() {
        let votes = [
            vote(1, 9, Outcome::Second),
            vote(2, 9, Outcome::Tie),
            vote(1, 9, Outcome::First),
            vote(1, 8, Outcome::Second),
        ];

        let units: Units = votes.into_iter().collect();

        let counts: Vec<Counts> = units.counts().map(|(_, counts)| counts).collect();
        assert_eq!(counts[0], Counts { second: 2, ..Counts::default() });
        assert_eq!(counts[1], Counts { tie: 1, ..Counts::default() });
        assert_eq!(units.len(), 2);
    }

    #[test]
    fn both_bad_is_a_tie_and_is_counted_apart() {
        let bad = vote(1, 1, Outcome::BothBad);

        let units: Units = [bad, vote(1, 2, Outcome::Tie)].into_iter().collect();

        let (_, counts) = units.counts().next().unwrap();
        assert_eq!(counts, Counts { tie: 2, both_bad: 1, ..Counts::default() });
    }

    #[test]
    fn shared_tasks_and_cross_tables_say_the_same() {
        let votes = [
            vote(1, 1, Outcome::First),
            vote(1, 2, Outcome::Second),
            vote(2, 2, Outcome::Tie),
            vote(3, 1, Outcome::Tie),
            vote(3, 2, Outcome::Tie),
            vote(3, 3, Outcome::Tie),
        ];
        let [one, two] = [1, 2].map(|number| RaterId(Uuid::from_u128(number)));

        let units: Units = votes.into_iter().collect();
        let shared: Vec<_> = units.shared(one, two).map(|(_, a, b)| (a, b)).collect();
        let tables = units.cross_tables();

        assert_eq!(shared, [(Outcome::First, Outcome::Second), (Outcome::Tie, Outcome::Tie)]);
        assert_eq!(tables[&(one, two)], shared.into_iter().collect());
        assert_eq!(tables.len(), 3);
    }

    #[test]
    fn a_rater_who_never_voted_shares_nothing() {
        let units: Units = [vote(1, 1, Outcome::First)].into_iter().collect();
        let [one, two] = [1, 2].map(|number| RaterId(Uuid::from_u128(number)));

        assert_eq!(units.shared(one, two).count(), 0);
    }
}
