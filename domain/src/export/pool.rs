//! Pools: the judgments of all tasks of one prompt.
//!
//! Two tasks may have the same two texts, and a response may win in one task and lose in another. If
//! rows were decided by task, a file could contradict itself. Rows are therefore decided by text.

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

/// Two texts of a pool by their indices, the lower one first. They are equal if a task has a text
/// twice.
pub(super) type Pair = [usize; 2];

/// The judgments of all tasks of one prompt.
pub(super) struct Pool<'a> {
    /// The tasks in the order of their ids.
    pub sources: Vec<&'a Source>,
    /// For each task the texts of its responses, in the task's own order.
    pub responses: Vec<Vec<usize>>,
    /// Every answer to the prompt: responses first, then rewrites.
    pub texts: Vec<Text<'a>>,
    /// The judgments that count, oldest first.
    pub judgments: Vec<PooledJudgment<'a>>,
    /// Whether the prompt is held back because a rater has flagged it.
    is_flagged: bool,
    /// For each judgment whether it is used.
    usages: Vec<Usage>,
    options: Options,
}

/// A judgment in a pool.
pub(super) struct PooledJudgment<'a> {
    pub recorded: &'a Recorded,
    pub said: Unblinded,
    /// The index of its task among the sources.
    pub source: usize,
    /// The text that the rater wrote.
    pub rewrite: Option<usize>,
}

/// Whether a judgment is in a row, and if not, why.
#[derive(Debug, Clone, Copy, Default)]
struct Usage {
    is_used: bool,
    reason: Option<Reason>,
}

/// How a judgment compares two texts.
#[derive(Debug, Clone, Copy)]
pub(super) struct PooledComparison {
    /// The index of the judgment.
    pub judgment: usize,
    pub source: usize,
    pub comparison: Comparison,
}

impl<'a> Pool<'a> {
    /// Pools the tasks of one prompt. Judgments that do not count go into the ledger.
    ///
    /// Flags hold even if their judgment does not count, unless the rater corrected them away.
    pub(super) fn new(options: Options, prompt: &'a [Source], ledger: &mut Ledger) -> Self {
        let mut sources: Vec<&Source> = prompt.iter().collect();
        sources.sort_by_key(|source| source.task.id);
        let mut texts = Texts::default();
        let responses = sources.iter().map(|source| texts.add(source)).collect();
        let mut pool = Self {
            sources,
            responses,
            texts: Vec::new(),
            judgments: Vec::new(),
            is_flagged: false,
            usages: Vec::new(),
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
        pool.usages = vec![Usage::default(); unblinded.len()];
        for (source, recorded, said) in unblinded {
            let rewrite = changed(&recorded.judgment.answers, pool.sources[source]);
            let rewrite =
                rewrite.map(|rewrite| texts.add_rewrite(&rewrite.text, &recorded.judgment));
            pool.judgments.push(PooledJudgment { recorded, said, source, rewrite });
        }
        pool.texts = texts.all;
        if options.flagged == Flagged::Keep {
            pool.is_flagged = false;
        } else {
            held_back.into_iter().for_each(|text| pool.texts[text].is_flagged = true);
        }
        pool
    }

    /// The text of the response shown at a place, or all texts of the task if it cannot be found:
    /// too many flagged texts are better than a missed one.
    fn flagged_texts(&self, source: usize, recorded: &Recorded, shown: u8) -> Vec<usize> {
        let source_responses = &self.responses[source];
        let as_shown = AsShown::of(&recorded.judgment, &recorded.presentation);
        match as_shown.position(shown, &self.sources[source].response_ids()) {
            Some(position) => vec![source_responses[position]],
            None => source_responses.clone(),
        }
    }

    /// The indices of judgments that are counted together: all of them, or those of each rater.
    pub(super) fn groups(&self) -> Vec<Vec<usize>> {
        match self.options.aggregation {
            Aggregation::Majority if self.judgments.is_empty() => Vec::new(),
            Aggregation::Majority => vec![(0..self.judgments.len()).collect()],
            Aggregation::PerJudgment => {
                let mut of_raters: Vec<(RaterId, Vec<usize>)> = Vec::new();
                for (place, judgment) in self.judgments.iter().enumerate() {
                    let rater = judgment.judgment().rater_id;
                    match of_raters.iter_mut().find(|(known, _)| *known == rater) {
                        Some((_, places)) => places.push(place),
                        None => of_raters.push((rater, vec![place])),
                    }
                }
                of_raters.into_iter().map(|(_, places)| places).collect()
            }
        }
    }

    /// How some judgments compare every two texts, oldest judgment first.
    pub(super) fn comparisons(&self, group: &[usize]) -> BTreeMap<Pair, Vec<PooledComparison>> {
        let mut comparisons: BTreeMap<Pair, Vec<PooledComparison>> = BTreeMap::new();
        for place in group {
            let judgment = &self.judgments[*place];
            for (pair, comparison) in judgment.comparisons(&self.responses[judgment.source]) {
                let compared =
                    PooledComparison { judgment: *place, source: judgment.source, comparison };
                comparisons.entry(pair).or_default().push(compared);
            }
        }
        comparisons
    }

    /// Refuses texts that a rater has flagged, and all texts to a prompt that is flagged.
    pub(super) fn check_flags(&self, texts: &[usize]) -> Result<(), Reason> {
        let is_flagged = self.is_flagged || texts.iter().any(|text| self.texts[*text].is_flagged);
        if is_flagged { Err(Reason::Flagged) } else { Ok(()) }
    }

    /// Whether a judgment calls the response at a position of its task good.
    pub(super) fn label(&self, judgment: &PooledJudgment<'_>, position: usize) -> Option<Label> {
        let project = &self.sources[judgment.source].project;
        judgment.said.label(position, project.levels(judgment.said.protocol_version))
    }

    /// The models that wrote a text, joined by commas.
    pub(super) fn model(&self, text: usize) -> String {
        self.texts[text].model()
    }

    /// Accounts for a row that rests on some judgments, each of which may be given more than once.
    pub(super) fn use_in_row(
        &mut self,
        ledger: &mut Ledger,
        judgments: impl IntoIterator<Item = usize>,
    ) {
        let mut tasks = HashSet::new();
        for judgment in judgments {
            self.usages[judgment].is_used = true;
            tasks.insert(self.judgments[judgment].source);
        }
        ledger.add_row(tasks.len());
    }

    /// Sets the reason for judgments that are not in a row. It is used if they are in no other row.
    pub(super) fn refuse(&mut self, judgments: impl IntoIterator<Item = usize>, reason: Reason) {
        for judgment in judgments {
            let known = &mut self.usages[judgment].reason;
            if known.is_none() || reason == Reason::Flagged {
                *known = Some(reason);
            }
        }
    }

    /// Accounts for all judgments. `unused_reason` says why one that was not refused is in no row.
    pub(super) fn settle(
        &self,
        ledger: &mut Ledger,
        unused_reason: impl Fn(&PooledJudgment<'a>) -> Reason,
    ) {
        let usages = self.usages.iter().zip(&self.judgments).map(|(usage, judgment)| {
            (!usage.is_used).then(|| usage.reason.unwrap_or_else(|| unused_reason(judgment)))
        });
        ledger.settle(usages);
    }

    /// Sums up the judgments that a row rests on, oldest first, each once.
    pub(super) fn support(&self, judgments: impl IntoIterator<Item = usize>) -> Support<'a> {
        let mut judgments: Vec<usize> = judgments.into_iter().collect();
        judgments.sort_unstable();
        judgments.dedup();
        let recorded = || judgments.iter().map(|judgment| self.judgments[*judgment].recorded);
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

/// The summary of the judgments that a row rests on.
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

impl<'a> PooledJudgment<'a> {
    pub(super) fn judgment(&self) -> &'a Judgment {
        &self.recorded.judgment
    }

    /// How it compares texts. `responses` are those of its task. A rewrite is better than the response
    /// that it was made from.
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

/// The side (0 or 1) that more than half of the comparisons prefer.
pub(super) fn preferred_side(comparisons: &[PooledComparison]) -> Result<usize, Reason> {
    let majority = |comparisons: &[PooledComparison]| {
        let votes = |outcome| {
            comparisons.iter().filter(|compared| compared.comparison.outcome == outcome).count()
        };
        Outcome::ALL.into_iter().find(|outcome| 2 * votes(*outcome) > comparisons.len())
    };
    match majority(comparisons) {
        Some(Outcome::First) => Ok(0),
        Some(Outcome::Second) => Ok(1),
        Some(Outcome::Tie) => Err(Reason::Tie),
        Some(Outcome::BothBad) => Err(Reason::BothBad),
        Some(Outcome::BothGood) => Err(Reason::BothGood),
        None => {
            let of_tasks = by_task(comparisons.iter().map(|compared| (compared.source, *compared)));
            let decided: HashSet<Outcome> =
                of_tasks.values().filter_map(|comparisons| majority(comparisons)).collect();
            let opposed = [Outcome::First, Outcome::Second].iter().all(|it| decided.contains(it));
            Err(if opposed { Reason::Contradiction } else { Reason::NoMajority })
        }
    }
}

/// Groups values by their task.
pub(super) fn by_task<T>(said: impl IntoIterator<Item = (usize, T)>) -> BTreeMap<usize, Vec<T>> {
    let mut tasks: BTreeMap<usize, Vec<T>> = BTreeMap::new();
    for (task, said) in said {
        tasks.entry(task).or_default().push(said);
    }
    tasks
}

/// Chat templates need instructions first or not at all, and a user's or tool's turn at the end.
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

/// The rewrite among some answers, unless it repeats a response of its task.
fn changed<'a>(answers: &'a Answers, source: &Source) -> Option<&'a Rewrite> {
    let rewrite = answers.rewrite.as_ref()?;
    let written = key::of_text(&rewrite.text);
    let repeats = source.task.responses.iter().any(|known| key::of_text(&known.text) == written);
    (!written.is_empty() && !repeats).then_some(rewrite)
}

/// Accounts for the skips. Those that were taken back count as superseded.
fn leave_out_skips(source: &Source, ledger: &mut Ledger) {
    for stands in source.skips_stand() {
        ledger.leave_out(1, if stands { Reason::Skip } else { Reason::Superseded });
    }
}
