//! Edits of the current draft.

use domain::answers::span::MAX_SPANS;
use domain::answers::{Answers, Flag, Rewrite, Span};
use domain::id::AssignmentId;
use domain::judgment::Verdict;
use domain::protocol::{Protocol, Step};
use domain::rationale;

use super::{MissingAnswer, Queue};
use crate::components::choice::Choice;
use crate::components::step_options;
use crate::pages::judge::state::draft::Draft;
use crate::pages::judge::state::ranks::{self, Place};

impl Queue {
    /// The draft of the current task.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// All steps of the current task, in order.
    pub fn steps(&self) -> Vec<Step> {
        let Some((protocol, responses)) = self.asked() else { return Vec::new() };
        protocol.steps(responses, self.verdict())
    }

    /// The current step.
    pub fn step(&self) -> Option<Step> {
        let steps = self.steps();
        steps.get(self.draft.at).or(steps.last()).copied()
    }

    /// Whether a step has an answer.
    pub fn has(&self, step: Step) -> bool {
        match (step, self.asked()) {
            (Step::Verdict, _) => self.draft.choice.is_some(),
            (_, Some((protocol, _))) => self.draft.answers.has(protocol, step),
            (_, None) => false,
        }
    }

    /// The answer to a step, in short.
    pub fn answer(&self, step: Step) -> String {
        let Some((protocol, responses)) = self.asked() else { return String::new() };
        step_options::answer(protocol, step, responses, self.draft.choice, &self.draft.answers)
    }

    /// The first required step without an answer.
    pub fn first_open(&self) -> Option<Step> {
        let (protocol, _) = self.asked()?;
        let is_open = |step: &Step| protocol.requires(*step) && !self.has(*step);
        self.steps().into_iter().find(is_open)
    }

    /// Why the draft cannot be submitted yet.
    pub fn missing_answer(&self) -> Option<MissingAnswer> {
        if let Some(open) = self.first_open() {
            return Some(MissingAnswer::Answer(open));
        }
        if self.is_rewrite_unchanged() {
            return Some(MissingAnswer::Change);
        }
        let wanted = self.front.as_ref().and_then(|front| front.task.rationale);
        let lack = rationale::lack(self.draft.rationale.trim(), wanted);
        lack.map(|(length, least)| MissingAnswer::Words { length, least })
    }

    /// Whether the rewrite equals one of the responses, which the server refuses.
    pub fn is_rewrite_unchanged(&self) -> bool {
        let responses = self.front.iter().flat_map(|front| &front.task.responses);
        let texts = responses.map(|response| response.text.as_str());
        let rewrite = self.draft.answers.rewrite.as_ref();
        // An empty rewrite is not sent.
        rewrite
            .is_some_and(|rewrite| !rewrite.text.trim().is_empty() && rewrite.is_unchanged(texts))
    }

    /// Goes to the overall question, which follows the criteria.
    pub fn go_to_overall(&mut self) {
        let is_overall = |step: &Step| !matches!(step, Step::Criterion { .. });
        self.draft.at = self.steps().iter().position(is_overall).unwrap_or(0);
    }

    /// Goes to a step.
    pub fn go_to(&mut self, step: Step) {
        if let Some(at) = self.steps().into_iter().position(|known| known == step) {
            self.draft.at = at;
        }
    }

    /// Goes to the next or the previous step. Stops at both ends.
    pub fn go(&mut self, back: bool) {
        let last = self.steps().len().saturating_sub(1);
        let at = self.draft.at.min(last);
        self.draft.at = if back { at.saturating_sub(1) } else { (at + 1).min(last) };
    }

    /// Goes to the step after this one, if this one is current.
    pub fn go_on_from(&mut self, step: Step) {
        if self.step() == Some(step) && self.has(step) {
            self.go(false);
        }
    }

    /// Sets the verdict. Answers that only another verdict asks for are dropped.
    pub fn choose(&mut self, choice: Choice) {
        if self.front.is_none() {
            return;
        }
        self.draft.choice = Some(choice);
        let verdict = self.verdict();
        if let Some(front) = &self.front {
            let protocol = &front.task.protocol;
            let is_asked = |key: &String| {
                protocol.criterion(key).is_some_and(|criterion| criterion.is_asked_after(verdict))
            };
            self.draft.answers.criteria.retain(|key, _| is_asked(key));
        }
    }

    /// Picks option `n` of a step.
    pub fn pick(&mut self, step: Step, n: usize) {
        let Some((protocol, responses)) = self.asked() else { return };
        if step == Step::Verdict {
            let choice = protocol.scale().and_then(|scale| Choice::all(scale).get(n).copied());
            choice.into_iter().for_each(|choice| self.choose(choice));
            return;
        }
        let mut answers = self.draft.answers.clone();
        match step {
            Step::Ranking => {
                answers.ranking = ranks::of(&answers.ranking, responses);
                ranks::toggle(&mut answers.ranking, n);
            }
            Step::Rewrite if answers.rewrite.is_none() => answers.rewrite = self.rewrite_from(n),
            _ => step_options::pick(protocol, step, responses, &mut answers, n),
        }
        self.draft.answers = answers;
    }

    /// Whether one pick completes a step.
    pub fn goes_on_after(&self, step: Step) -> bool {
        self.asked().is_some_and(|(protocol, _)| !step_options::takes_several(protocol, step))
    }

    /// The ranking so far. Empty if the question is no ranking.
    pub fn ranking(&self) -> Vec<u8> {
        let responses = self.asked().map_or(0, |(_, responses)| responses);
        ranks::of(&self.draft.answers.ranking, responses)
    }

    /// Changes the ranking.
    pub fn rank(&mut self, change: impl FnOnce(&mut [u8])) {
        let mut ranking = self.ranking();
        change(&mut ranking);
        self.draft.answers.ranking = ranking;
    }

    /// Moves a response in the ranking. Without ties it never shares a rank.
    pub fn put(&mut self, n: usize, place: Place) {
        let place = match place {
            Place::With(rank) if !self.takes_ties() => Place::Before(rank),
            place => place,
        };
        self.rank(|ranking| ranks::put(ranking, n, place));
    }

    /// Whether responses may share a rank.
    pub fn takes_ties(&self) -> bool {
        self.asked().is_some_and(|(protocol, _)| protocol.question.takes_ties())
    }

    /// The first text of a rewrite: response `n`, or an empty text if there is no such response.
    fn rewrite_from(&self, n: usize) -> Option<Rewrite> {
        let responses = &self.front.as_ref()?.task.responses;
        if n == responses.len() {
            return Some(Rewrite { of: None, text: String::new() });
        }
        let text = responses.get(n)?.text.clone();
        Some(Rewrite { of: u8::try_from(n).ok(), text })
    }

    /// Sets the rewrite.
    pub fn rewrite(&mut self, text: String) {
        let of = self.draft.answers.rewrite.as_ref().and_then(|known| known.of);
        self.draft.answers.rewrite = Some(Rewrite { of, text });
    }

    /// Discards the rewrite, if its step is current.
    pub fn discard(&mut self) {
        if self.step() == Some(Step::Rewrite) {
            self.draft.answers.rewrite = None;
        }
    }

    /// Sets or clears a flag.
    pub fn flag(&mut self, flag: Flag) {
        let flags = &mut self.draft.answers.flags;
        match flags.iter().position(|known| *known == flag) {
            Some(known) => drop(flags.remove(known)),
            None => flags.push(flag),
        }
    }

    /// Sets the comment on the flags.
    pub fn comment_flags(&mut self, comment: String) {
        self.draft.answers.flag_comment = Some(comment).filter(|text| !text.trim().is_empty());
    }

    /// Marks a passage. If the same mark exists, it keeps its comment.
    pub fn mark(&mut self, span: Span) {
        let spans = &mut self.draft.answers.spans;
        let is_known = |known: &Span| Span { comment: None, ..known.clone() } == span;
        if spans.len() < MAX_SPANS && !spans.iter().any(is_known) {
            spans.push(span);
        }
    }

    /// Removes a mark by its index.
    pub fn unmark(&mut self, n: usize) {
        if n < self.draft.answers.spans.len() {
            self.draft.answers.spans.remove(n);
        }
    }

    /// Sets the comment on a passage.
    pub fn comment_span(&mut self, n: usize, comment: String) {
        if let Some(span) = self.draft.answers.spans.get_mut(n) {
            span.comment = Some(comment).filter(|text| !text.trim().is_empty());
        }
    }

    /// Sets the rationale.
    pub fn explain(&mut self, rationale: String) {
        if self.front.is_some() {
            self.draft.rationale = rationale;
        }
    }

    /// The draft to save, unless it is a correction.
    pub fn draft_to_keep(&self) -> Option<(AssignmentId, &Draft)> {
        let front = self.front.as_ref().filter(|_| self.suspended.is_none())?;
        Some((front.task.assignment_id, &self.draft))
    }

    /// Restores the draft that was saved before a reload.
    pub fn redraft(&mut self, task: AssignmentId, draft: Draft) {
        if self.front.as_ref().is_some_and(|front| front.task.assignment_id == task) {
            self.draft = draft;
        }
    }

    /// The answers without parts that were begun and are empty.
    pub(super) fn draft_to_send(&self) -> Answers {
        let mut answers = self.draft.answers.clone();
        answers.rewrite = answers.rewrite.filter(|rewrite| !rewrite.text.trim().is_empty());
        answers.flag_comment = answers.flag_comment.filter(|_| !answers.flags.is_empty());
        answers
    }

    /// Whether the draft has nothing but texts, flags and marks.
    pub fn is_undecided(&self) -> bool {
        let Answers { ranking, .. } = &self.draft.answers;
        let answers = Answers {
            ranking: Vec::new(),
            flags: Vec::new(),
            spans: Vec::new(),
            flag_comment: None,
            ..self.draft.answers.clone()
        };
        self.draft.choice.is_none() && answers.is_empty() && ranking.iter().all(|rank| *rank == 0)
    }

    fn verdict(&self) -> Option<Verdict> {
        self.draft.choice.map(Choice::verdict)
    }

    fn asked(&self) -> Option<(&Protocol, usize)> {
        let front = self.front.as_ref()?;
        Some((&front.task.protocol, front.task.responses.len()))
    }
}
