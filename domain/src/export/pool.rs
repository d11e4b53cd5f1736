//! Pools: the judgments of all tasks of one prompt.
//!
//! Decided task by task, a file contradicts itself: two tasks may have the same two texts, and a
//! response may win in one task and lose in another. So rows are decided by texts, not by tasks.

mod texts;

use std::collections::{BTreeMap, HashSet};

use self::texts::Texts;
pub(super) use self::texts::{Origin, REWRITE, Text};
use super::vote::{self, Spoken, Stand, Vote};
use super::{Aggregation, Flagged, Ledger, Options, Reason, Recorded, Source, key};
use crate::answers::{Answers, Rewrite};
use crate::id::{JudgmentId, RaterId};
use crate::judgment::Judgment;
use crate::task::{Message, Speaker};

/// Two texts of a pool by their places, the lower one first; the same twice where a task has one
/// text twice.
pub(super) type Pair = [usize; 2];

/// The judgments of all tasks of one prompt.
pub(super) struct Pool<'a> {
    /// The tasks in the order of their ids.
    pub sources: Vec<&'a Source>,
    /// For each of the tasks which texts its responses are, in the task's own order.
    pub responses: Vec<Vec<usize>>,
    /// Every text that was answered to the prompt: responses first, then rewrites.
    pub texts: Vec<Text<'a>>,
    /// The judgments that speak for their raters, oldest first.
    pub voices: Vec<Voice<'a>>,
    /// Whether the prompt is held back because a rater has flagged it.
    is_flagged: bool,
    /// What became of each voice.
    fates: Vec<Fate>,
    options: Options,
}

/// A judgment in a pool.
pub(super) struct Voice<'a> {
    pub spoken: Spoken<'a>,
    /// Its task by its place among the sources.
    pub source: usize,
    /// Which text the rater wrote.
    pub rewrite: Option<usize>,
}

/// Whether a voice is in a row, and if not, why.
#[derive(Debug, Clone, Copy, Default)]
struct Fate {
    is_used: bool,
    reason: Option<Reason>,
}

/// A voice about two texts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ballot {
    /// By its place among the voices.
    pub voice: usize,
    pub source: usize,
    pub vote: Vote,
}

impl<'a> Pool<'a> {
    /// Pools the tasks of one prompt; what does not speak for a rater goes into the ledger.
    ///
    /// A rater's latest revision counts even if an earlier one filled the slot. If the latest was
    /// not counted, the rater has no vote. Flags count in any case, unless they were corrected away.
    pub(super) fn new(options: Options, prompt: &'a [Source], ledger: &mut Ledger) -> Self {
        let mut sources: Vec<&Source> = prompt.iter().collect();
        sources.sort_by_key(|source| source.task.id);
        let mut texts = Texts::default();
        let responses = sources.iter().map(|source| texts.add(source)).collect();
        let mut pool = Self {
            sources,
            responses,
            texts: Vec::new(),
            voices: Vec::new(),
            is_flagged: false,
            fates: Vec::new(),
            options,
        };
        let mut held_back = HashSet::new();
        let mut spoken = Vec::new();
        for (place, source) in pool.sources.iter().copied().enumerate() {
            leave_out_skips(source, ledger);
            for recorded in &source.judgments {
                let judgment = &recorded.judgment;
                if vote::is_superseded(judgment, &source.judgments) {
                    ledger.leave_out(1, Reason::Superseded);
                    continue;
                }
                for flag in &judgment.answers.flags {
                    match flag.response {
                        None => pool.is_flagged = true,
                        Some(shown) => {
                            held_back.extend(pool.flagged_texts(place, recorded, shown));
                        }
                    }
                }
                if source.task.repeat_of.is_some() {
                    ledger.leave_out(1, Reason::Repeat);
                } else if !judgment.counted {
                    ledger.leave_out(1, Reason::Uncounted);
                } else if let Some(undone) = Spoken::of(&source.task, recorded) {
                    spoken.push((place, undone));
                } else {
                    ledger.leave_out(1, Reason::Unrepresentable);
                }
            }
        }
        spoken.sort_by_key(|(_, spoken)| vote::age(&spoken.recorded.judgment));
        pool.fates = vec![Fate::default(); spoken.len()];
        for (source, spoken) in spoken {
            let rewrite = changed(&spoken.recorded.judgment.answers, pool.sources[source]);
            let rewrite =
                rewrite.map(|rewrite| texts.add_rewrite(&rewrite.text, &spoken.recorded.judgment));
            pool.voices.push(Voice { spoken, source, rewrite });
        }
        pool.texts = texts.all;
        if options.flagged == Flagged::Keep {
            pool.is_flagged = false;
        } else {
            held_back.into_iter().for_each(|text| pool.texts[text].is_flagged = true);
        }
        pool
    }

    /// The text of the response that stood at a place; all texts of the task if that cannot be told:
    /// better too many than not the one that was meant.
    fn flagged_texts(&self, source: usize, recorded: &Recorded, shown: u8) -> Vec<usize> {
        let id = recorded.presentation.order.get(usize::from(shown));
        let responses = &self.sources[source].task.responses;
        match responses.iter().position(|response| Some(&response.id) == id) {
            Some(position) => vec![self.responses[source][position]],
            None => self.responses[source].clone(),
        }
    }

    /// The voices that are counted together, by their places: all of them, or those of each rater.
    pub(super) fn groups(&self) -> Vec<Vec<usize>> {
        match self.options.aggregation {
            Aggregation::Majority if self.voices.is_empty() => Vec::new(),
            Aggregation::Majority => vec![(0..self.voices.len()).collect()],
            Aggregation::PerJudgment => {
                let mut of_raters: Vec<(RaterId, Vec<usize>)> = Vec::new();
                for (place, voice) in self.voices.iter().enumerate() {
                    let rater = voice.judgment().rater_id;
                    match of_raters.iter_mut().find(|(known, _)| *known == rater) {
                        Some((_, places)) => places.push(place),
                        None => of_raters.push((rater, vec![place])),
                    }
                }
                of_raters.into_iter().map(|(_, places)| places).collect()
            }
        }
    }

    /// What some voices say about every two texts, oldest voice first.
    pub(super) fn ballots(&self, group: &[usize]) -> BTreeMap<Pair, Vec<Ballot>> {
        let mut ballots: BTreeMap<Pair, Vec<Ballot>> = BTreeMap::new();
        for place in group {
            let voice = &self.voices[*place];
            for (pair, vote) in voice.votes(&self.responses[voice.source]) {
                let ballot = Ballot { voice: *place, source: voice.source, vote };
                ballots.entry(pair).or_default().push(ballot);
            }
        }
        ballots
    }

    /// Refuses texts that a rater has flagged, and all texts to a prompt that is flagged.
    pub(super) fn check_flags(&self, texts: &[usize]) -> Result<(), Reason> {
        let is_flagged = self.is_flagged || texts.iter().any(|text| self.texts[*text].is_flagged);
        if is_flagged { Err(Reason::Flagged) } else { Ok(()) }
    }

    /// What stands for the models of a text: several are joined by commas.
    pub(super) fn model(&self, text: usize) -> String {
        self.texts[text].model()
    }

    /// Accounts for a row that rests on some voices, each of which may be given more than once.
    pub(super) fn use_in_row(
        &mut self,
        ledger: &mut Ledger,
        voices: impl IntoIterator<Item = usize>,
    ) {
        let mut tasks = HashSet::new();
        for voice in voices {
            self.fates[voice].is_used = true;
            tasks.insert(self.voices[voice].source);
        }
        ledger.add_row(tasks.len());
    }

    /// Notes why some voices are not in a row; in the ledger only if they are in no other.
    pub(super) fn refuse(&mut self, voices: impl IntoIterator<Item = usize>, reason: Reason) {
        for voice in voices {
            let known = &mut self.fates[voice].reason;
            if known.is_none() || reason == Reason::Flagged {
                *known = Some(reason);
            }
        }
    }

    /// Accounts for all voices. `silence` says why one that was not refused is in no row.
    pub(super) fn settle(&self, ledger: &mut Ledger, silence: impl Fn(&Voice<'a>) -> Reason) {
        let fates = self.fates.iter().zip(&self.voices).map(|(fate, voice)| {
            (!fate.is_used).then(|| fate.reason.unwrap_or_else(|| silence(voice)))
        });
        ledger.settle(fates);
    }

    /// What a row says of the voices it rests on, oldest first, each once.
    pub(super) fn support(&self, voices: impl IntoIterator<Item = usize>) -> Support<'a> {
        let mut voices: Vec<usize> = voices.into_iter().collect();
        voices.sort_unstable();
        voices.dedup();
        let recorded = || voices.iter().map(|voice| self.voices[*voice].spoken.recorded);
        let judgments = || recorded().map(|recorded| &recorded.judgment);
        let mut versions: Vec<_> = judgments().map(|judgment| judgment.guideline_version).collect();
        versions.sort_unstable();
        versions.dedup();
        let versions: Vec<_> = versions.iter().map(|version| format!("v{version}")).collect();
        let latest = judgments().map(|judgment| judgment.submitted_at).max();
        Support {
            judgment_ids: judgments().map(|judgment| judgment.id).collect(),
            rater_ids: recorded().map(|recorded| recorded.rater.as_str()).collect(),
            n_raters: judgments().map(|judgment| judgment.rater_id).collect::<HashSet<_>>().len(),
            guideline_version: versions.join(","),
            judged_at: latest.map(|time| format!("{} UTC", time.day())).unwrap_or_default(),
        }
    }
}

/// What a row says of the voices that it rests on.
pub(super) struct Support<'a> {
    /// Oldest first.
    pub judgment_ids: Vec<JudgmentId>,
    /// Their raters, in the same order.
    pub rater_ids: Vec<&'a str>,
    /// How many raters these are.
    pub n_raters: usize,
    /// As in `v1`; several are joined by commas.
    pub guideline_version: String,
    /// The day of the latest.
    pub judged_at: String,
}

impl<'a> Voice<'a> {
    pub(super) fn judgment(&self) -> &'a Judgment {
        &self.spoken.recorded.judgment
    }

    /// What it says about texts, of which its task has `responses`; a rewrite is better than the
    /// response that it was made from.
    pub(super) fn votes(&self, responses: &[usize]) -> BTreeMap<Pair, Vote> {
        let mut said: BTreeMap<Pair, Vec<Vote>> = BTreeMap::new();
        for first in 0..responses.len() {
            for second in first + 1..responses.len() {
                let Some(vote) = self.spoken.vote(first, second) else { continue };
                let [one, other] = [responses[first], responses[second]];
                let (pair, vote) = match one <= other {
                    true => ([one, other], vote),
                    false => ([other, one], vote.turned()),
                };
                said.entry(pair).or_default().push(vote);
            }
        }
        if let Some((original, rewrite)) = self.original(responses).zip(self.rewrite) {
            let side = usize::from(rewrite > original);
            let vote = Vote { stand: Stand::For(side), shown_first: None, rank_distance: 0 };
            said.entry([original.min(rewrite), original.max(rewrite)]).or_default().push(vote);
        }
        let together =
            said.into_iter().filter_map(|(pair, votes)| Some((pair, Vote::together(&votes)?)));
        together.collect()
    }

    /// The text that the rater's rewrite was made from.
    fn original(&self, responses: &[usize]) -> Option<usize> {
        let of = self.spoken.answers.rewrite.as_ref()?.of?;
        responses.get(usize::from(of)).copied()
    }
}

/// The side (0 or 1) that more than half of the ballots prefer.
pub(super) fn preferred_side(ballots: &[Ballot]) -> Result<usize, Reason> {
    let majority = |ballots: &[Ballot]| {
        let wins = |stand: &Stand| {
            2 * ballots.iter().filter(|ballot| ballot.vote.stand == *stand).count() > ballots.len()
        };
        let stands = [Stand::For(0), Stand::For(1), Stand::Tie, Stand::BothBad, Stand::BothGood];
        stands.into_iter().find(wins)
    };
    match majority(ballots) {
        Some(Stand::For(side)) => Ok(side),
        Some(Stand::Tie) => Err(Reason::Tie),
        Some(Stand::BothBad) => Err(Reason::BothBad),
        Some(Stand::BothGood) => Err(Reason::BothGood),
        None => {
            let of_tasks = by_task(ballots.iter().map(|ballot| (ballot.source, *ballot)));
            let sides: HashSet<Option<Stand>> =
                of_tasks.values().map(|ballots| majority(ballots)).collect();
            let is_for = |side| sides.contains(&Some(Stand::For(side)));
            Err(if is_for(0) && is_for(1) { Reason::Contradiction } else { Reason::NoMajority })
        }
    }
}

/// What was said, by the task it was said in.
pub(super) fn by_task<T>(said: impl IntoIterator<Item = (usize, T)>) -> BTreeMap<usize, Vec<T>> {
    let mut tasks: BTreeMap<usize, Vec<T>> = BTreeMap::new();
    for (task, said) in said {
        tasks.entry(task).or_default().push(said);
    }
    tasks
}

/// Chat templates want instructions first or nowhere, and somebody who asks last.
pub(super) fn check_prompt(messages: &[Message]) -> Result<(), Reason> {
    let late_instructions = messages.iter().skip(1).any(|message| message.role.instructs());
    let asks = messages
        .last()
        .is_some_and(|message| matches!(message.role, Speaker::User | Speaker::Tool));
    if asks && !late_instructions { Ok(()) } else { Err(Reason::Unrepresentable) }
}

pub(super) fn to_four_decimals(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}

/// The rewrite among some answers, unless it only repeats a response of its task.
fn changed<'a>(answers: &'a Answers, source: &Source) -> Option<&'a Rewrite> {
    let rewrite = answers.rewrite.as_ref()?;
    let written = key::of_text(&rewrite.text);
    let repeats = source.task.responses.iter().any(|known| key::of_text(&known.text) == written);
    (!written.is_empty() && !repeats).then_some(rewrite)
}

/// Accounts for the skips, of which those that were taken back are replaced.
fn leave_out_skips(source: &Source, ledger: &mut Ledger) {
    for recorded in &source.skips {
        let reason = match vote::is_taken_back(recorded, &source.judgments) {
            true => Reason::Superseded,
            false => Reason::Skip,
        };
        ledger.leave_out(1, reason);
    }
}
