//! Units and the votes on them: the one input of all statistics.
//!
//! A unit is two responses of a task that were compared, or one response that was ranked or rated,
//! under one criterion. A vote is what one rater says about a unit, with all that a statistic may
//! ask: which response was shown first, which prompt the task belongs to (errors are clustered by
//! it), why the rater had the task, and whether the vote counts.

mod ballot;
mod counts;
mod cross_table;
#[cfg(test)]
mod tests;
mod vote;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use self::ballot::{Ballot, NO_MODEL, Numbering};
pub use self::counts::Counts;
pub use self::cross_table::CrossTable;
pub use self::vote::{Criterion, Part, Says, UnitId, Vote};
use crate::id::{PromptId, RaterId};
use crate::outcome::Outcome;

/// Collects votes in any order. Takes 40 bytes a vote.
#[derive(Debug, Default)]
pub struct UnitsBuilder {
    raters: Numbering<RaterId>,
    prompts: Numbering<PromptId>,
    models: Numbering<String>,
    votes: Vec<(Criterion, UnitId, Facts, Ballot)>,
}

/// Facts that all votes on a unit share, as numbers in [`Names`].
#[derive(Debug, Clone, Copy)]
struct Facts {
    prompt: u32,
    models: [u32; 2],
}

/// The ids and names behind the numbers in units and ballots.
#[derive(Debug, Default)]
struct Names {
    /// In the order of their ids.
    raters: Vec<RaterId>,
    prompts: Vec<PromptId>,
    models: Vec<String>,
}

/// All votes under one criterion, grouped by unit.
///
/// Units are in the order of their ids and so are the raters within a unit. Every statistic is
/// therefore the same to the last bit, in whatever order the votes came. If a rater has several
/// votes on a unit, only the first that counts is used; the others are in [`Units::other_votes`].
/// Takes 8 bytes a vote and 36 bytes a unit.
#[derive(Debug, Clone, Default)]
pub struct Units {
    units: Vec<Unit>,
    ballots: Vec<Ballot>,
    /// Votes that do not count, with the index of their unit.
    others: Vec<(u32, Ballot)>,
    names: Arc<Names>,
    criterion: Criterion,
}

#[derive(Debug, Clone, Copy)]
struct Unit {
    id: UnitId,
    facts: Facts,
    /// The end of the unit's votes in `ballots`.
    end: u32,
}

/// A unit with the votes that count.
#[derive(Debug, Clone, Copy)]
pub struct UnitVotes<'a> {
    unit: &'a Unit,
    ballots: &'a [Ballot],
    names: &'a Names,
    criterion: Criterion,
}

impl UnitsBuilder {
    /// Adds a vote.
    pub fn push(&mut self, vote: Vote<'_>) {
        let facts = Facts {
            prompt: self.prompts.number(&vote.prompt),
            models: vote.models.map(|model| model.map_or(NO_MODEL, |it| self.models.number(it))),
        };
        let ballot = Ballot::new(self.raters.number(&vote.rater), &vote);
        self.votes.push((vote.criterion, vote.unit, facts, ballot));
    }

    /// Groups the votes: a data set for each criterion that has any.
    pub fn finish(self) -> BTreeMap<Criterion, Units> {
        let Self { raters, prompts, models, mut votes } = self;
        let (raters, ranks) = raters.sorted();
        let names = Names { raters, prompts: prompts.into_names(), models: models.into_names() };
        let names = Arc::new(names);
        for (.., ballot) in &mut votes {
            ballot.rater = ranks[ballot.rater as usize];
        }
        // A stable sort keeps the votes of a rater in the order in which they came.
        votes.sort_by_key(|(criterion, unit, _, ballot)| {
            (*criterion, *unit, ballot.rater, !ballot.counts())
        });
        votes
            .chunk_by(|(one, ..), (other, ..)| one == other)
            .map(|votes| (votes[0].0, Units::group(votes, &names)))
            .collect()
    }
}

impl<'a> FromIterator<Vote<'a>> for Units {
    /// Groups votes under the overall question.
    fn from_iter<I: IntoIterator<Item = Vote<'a>>>(votes: I) -> Self {
        let mut builder = UnitsBuilder::default();
        votes.into_iter().for_each(|vote| builder.push(vote));
        builder.finish().remove(&Criterion::OVERALL).unwrap_or_default()
    }
}

impl Units {
    fn group(votes: &[(Criterion, UnitId, Facts, Ballot)], names: &Arc<Names>) -> Self {
        let criterion = votes.first().map(|(criterion, ..)| *criterion).unwrap_or_default();
        let mut units = Units { names: Arc::clone(names), criterion, ..Units::default() };
        let short = |n: usize| u32::try_from(n).expect("votes are far fewer than 2^32");
        let mut last_rater = None;
        for (_, id, facts, ballot) in votes {
            if units.units.last().is_none_or(|unit| unit.id != *id) {
                let end = short(units.ballots.len());
                units.units.push(Unit { id: *id, facts: *facts, end });
                last_rater = None;
            }
            if ballot.counts() && last_rater != Some(ballot.rater) {
                last_rater = Some(ballot.rater);
                units.ballots.push(*ballot);
                units.units.last_mut().expect("a unit was pushed before").end += 1;
            } else {
                units.others.push((short(units.units.len() - 1), *ballot));
            }
        }
        units.units.shrink_to_fit();
        units.ballots.shrink_to_fit();
        units
    }

    /// How many units have a vote.
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Whether nobody voted.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// Everybody who voted under any criterion, in the order of their ids.
    pub fn raters(&self) -> &[RaterId] {
        &self.names.raters
    }

    /// Each unit with the votes that count, in the order of the ids.
    pub fn iter(&self) -> impl Iterator<Item = UnitVotes<'_>> {
        let mut start = 0;
        self.units.iter().map(move |unit| {
            let end = unit.end as usize;
            let ballots = &self.ballots[std::mem::replace(&mut start, end)..end];
            UnitVotes { unit, ballots, names: &self.names, criterion: self.criterion }
        })
    }

    /// Each pair of responses with the votes that count.
    pub fn pairs(&self) -> impl Iterator<Item = UnitVotes<'_>> {
        self.iter().filter(|unit| unit.id().part.is_pair())
    }

    /// Each pair with its votes counted by outcome. Pairs without a vote that counts are left out.
    pub fn counts(&self) -> impl Iterator<Item = (UnitId, Counts)> {
        let counts = self.pairs().map(|unit| (unit.id(), unit.counts()));
        counts.filter(|(_, counts)| counts.total() > 0)
    }

    /// The votes that do not count for agreement: a second one of the same rater, a repeat, gold.
    pub fn other_votes(&self) -> impl Iterator<Item = Vote<'_>> {
        self.others.iter().map(|(unit, ballot)| {
            let unit = &self.units[*unit as usize];
            let names = &self.names;
            UnitVotes { unit, ballots: &[], names, criterion: self.criterion }.vote(ballot)
        })
    }

    /// The pairs on which both raters voted, with the first's and the second's outcome.
    pub fn shared(
        &self,
        rater_1: RaterId,
        rater_2: RaterId,
    ) -> impl Iterator<Item = (UnitId, Outcome, Outcome)> {
        let number = |rater| self.names.raters.binary_search(&rater).ok();
        let numbers = number(rater_1).zip(number(rater_2));
        self.pairs().filter_map(move |unit| {
            let (rater_1, rater_2) = numbers?;
            let of = |rater| unit.ballots.iter().find(|ballot| ballot.rater as usize == rater);
            Some((unit.id(), of(rater_1)?.outcome()?, of(rater_2)?.outcome()?))
        })
    }

    /// For every two raters with a pair in common, how often which outcomes met.
    ///
    /// In one pass over all votes. The smaller id comes first and has the table's rows.
    pub fn cross_tables(&self) -> BTreeMap<(RaterId, RaterId), CrossTable> {
        let mut tables: BTreeMap<(u32, u32), CrossTable> = BTreeMap::new();
        for unit in self.pairs() {
            for (place, first) in unit.ballots.iter().enumerate() {
                for second in &unit.ballots[place + 1..] {
                    let Some(outcomes) = first.outcome().zip(second.outcome()) else { continue };
                    let table = tables.entry((first.rater, second.rater)).or_default();
                    table.add(outcomes.0, outcomes.1);
                }
            }
        }
        let rater = |number: u32| self.names.raters[number as usize];
        tables.into_iter().map(|((one, two), table)| ((rater(one), rater(two)), table)).collect()
    }
}

impl<'a> UnitVotes<'a> {
    /// Which unit it is.
    pub fn id(&self) -> UnitId {
        self.unit.id
    }

    /// The prompt of the task.
    pub fn prompt(&self) -> PromptId {
        self.names.prompts[self.unit.facts.prompt as usize]
    }

    /// Who wrote the response, or the two responses of a pair.
    pub fn models(&self) -> [Option<&'a str>; 2] {
        let names = self.names;
        self.unit.facts.models.map(|number| names.models.get(number as usize).map(String::as_str))
    }

    /// The votes, counted by outcome.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        self.ballots.iter().filter_map(|ballot| ballot.outcome()).for_each(|it| counts.add(it));
        counts
    }

    /// The votes that count, in the order of the raters' ids.
    pub fn votes(self) -> impl Iterator<Item = Vote<'a>> {
        self.ballots.iter().map(move |ballot| self.vote(ballot))
    }

    fn vote(&self, ballot: &Ballot) -> Vote<'a> {
        Vote {
            unit: self.id(),
            criterion: self.criterion,
            prompt: self.prompt(),
            models: self.models(),
            rater: self.names.raters[ballot.rater as usize],
            purpose: ballot.purpose(),
            counts: ballot.counts(),
            says: ballot.says,
            shown_first: ballot.shown_first(),
        }
    }
}

/// Sums up counts by the pair of models, in the order of their names.
pub fn counts_by_models(units: &Units) -> BTreeMap<(String, String), Counts> {
    let mut totals: HashMap<[u32; 2], Counts> = HashMap::new();
    for unit in units.pairs() {
        let models = unit.unit.facts.models;
        if !models.contains(&NO_MODEL) {
            *totals.entry(models).or_default() += unit.counts();
        }
    }
    let name = |number: u32| units.names.models[number as usize].clone();
    totals.into_iter().map(|([one, two], counts)| ((name(one), name(two)), counts)).collect()
}
