//! Pools: the judgments of all tasks of one prompt.
//!
//! Decided task by task, a file contradicts itself: two tasks may have the same two texts, and a
//! response may win in one task and lose in another. So rows are decided by texts, not by tasks.

mod texts;

use std::collections::{BTreeMap, HashSet};

use self::texts::Texts;
pub(super) use self::texts::{Origin, REWRITE, Text};
use super::{Aggregation, Flagged, Ledger, Options, Reason, Recorded, Source, key};
use crate::answers::{Answers, Rewrite};
use crate::id::{JudgmentId, RaterId};
use crate::judgment::Judgment;
use crate::outcome::{AsShown, Comparison, Label, Outcome, Standing, Unblinded};
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
    pub recorded: &'a Recorded,
    pub said: Unblinded,
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
    pub comparison: Comparison,
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
        let mut unblinded = Vec::new();
        for (place, source) in pool.sources.iter().copied().enumerate() {
            leave_out_skips(source, ledger);
            for (recorded, standing) in source.judgments.iter().zip(source.standing()) {
                if standing.stands() {
                    for flag in &recorded.judgment.answers.flags {
                        match flag.response {
                            None => pool.is_flagged = true,
                            Some(shown) => {
                                held_back.extend(pool.flagged_texts(place, recorded, shown));
                            }
                        }
                    }
                }
                let reason = match standing {
                    Standing::Superseded => Reason::Superseded,
                    Standing::Only(_) => Reason::Repeat,
                    Standing::Late => Reason::Uncounted,
                    Standing::Counts => match source.unblind(recorded) {
                        None => Reason::Unrepresentable,
                        Some(said) => {
                            unblinded.push((place, recorded, said));
                            continue;
                        }
                    },
                };
                ledger.leave_out(1, reason);
            }
        }
        unblinded.sort_by_key(|(_, recorded, _)| recorded.age());
        pool.fates = vec![Fate::default(); unblinded.len()];
        for (source, recorded, said) in unblinded {
            let rewrite = changed(&recorded.judgment.answers, pool.sources[source]);
            let rewrite =
                rewrite.map(|rewrite| texts.add_rewrite(&rewrite.text, &recorded.judgment));
            pool.voices.push(Voice { recorded, said, source, rewrite });
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
        let source_responses = &self.responses[source];
        let as_shown = AsShown::of(&recorded.judgment, &recorded.presentation);
        match as_shown.position(shown, &self.sources[source].response_ids()) {
            Some(position) => vec![source_responses[position]],
            None => source_responses.clone(),
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
            for (pair, comparison) in voice.comparisons(&self.responses[voice.source]) {
                let ballot = Ballot { voice: *place, source: voice.source, comparison };
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

    /// Whether a voice calls the response at a position of its task good.
    pub(super) fn label(&self, voice: &Voice<'_>, position: usize) -> Option<Label> {
        let project = &self.sources[voice.source].project;
        voice.said.label(position, project.levels(voice.said.protocol_version))
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
        let recorded = || voices.iter().map(|voice| self.voices[*voice].recorded);
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
        &self.recorded.judgment
    }

    /// What it says about texts, of which its task has `responses`; a rewrite is better than the
    /// response that it was made from.
    pub(super) fn comparisons(&self, responses: &[usize]) -> BTreeMap<Pair, Comparison> {
        let mut said: BTreeMap<Pair, Vec<Comparison>> = BTreeMap::new();
        for (positions, comparison) in self.said.comparisons() {
            let [one, other] = positions.map(|position| responses[position]);
            let (pair, comparison) = match one <= other {
                true => ([one, other], comparison),
                false => ([other, one], comparison.mirrored()),
            };
            said.entry(pair).or_default().push(comparison);
        }
        if let Some((original, rewrite)) = self.original(responses).zip(self.rewrite) {
            let outcome = Outcome::won_by(usize::from(rewrite > original));
            let comparison = Comparison { outcome, shown_first: None, rank_distance: 0 };
            let pair = [original.min(rewrite), original.max(rewrite)];
            said.entry(pair).or_default().push(comparison);
        }
        said.into_iter()
            .filter_map(|(pair, comparisons)| Some((pair, Comparison::combined(&comparisons)?)))
            .collect()
    }

    /// The text that the rater's rewrite was made from.
    fn original(&self, responses: &[usize]) -> Option<usize> {
        let of = self.said.answers.rewrite.as_ref()?.of?;
        responses.get(usize::from(of)).copied()
    }
}

/// The side (0 or 1) that more than half of the ballots prefer.
pub(super) fn preferred_side(ballots: &[Ballot]) -> Result<usize, Reason> {
    let majority = |ballots: &[Ballot]| {
        let votes =
            |outcome| ballots.iter().filter(|ballot| ballot.comparison.outcome == outcome).count();
        Outcome::ALL.into_iter().find(|outcome| 2 * votes(*outcome) > ballots.len())
    };
    match majority(ballots) {
        Some(Outcome::First) => Ok(0),
        Some(Outcome::Second) => Ok(1),
        Some(Outcome::Tie) => Err(Reason::Tie),
        Some(Outcome::BothBad) => Err(Reason::BothBad),
        Some(Outcome::BothGood) => Err(Reason::BothGood),
        None => {
            let of_tasks = by_task(ballots.iter().map(|ballot| (ballot.source, *ballot)));
            let decided: HashSet<Outcome> =
                of_tasks.values().filter_map(|ballots| majority(ballots)).collect();
            let opposed = [Outcome::First, Outcome::Second].iter().all(|it| decided.contains(it));
            Err(if opposed { Reason::Contradiction } else { Reason::NoMajority })
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
    for stands in source.skips_stand() {
        ledger.leave_out(1, if stands { Reason::Skip } else { Reason::Superseded });
    }
}
