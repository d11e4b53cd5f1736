//! Steps: the order in which a protocol asks, one thing at a time.

use super::criterion::Form;
use super::definition::Protocol;
use super::question::Question;
use crate::error::Error;
use crate::rationale::Ask;
use crate::reason::Reason;
use crate::verdict::Verdict;

/// One thing that is asked of a rater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// The protocol's criterion at this place.
    Criterion {
        at: usize,
        /// The response it is about, by its place as shown; none where it is about the task.
        response: Option<usize>,
    },
    /// Which of two responses is better.
    Verdict,
    /// The responses from the best to the worst.
    Ranking,
    /// The best response.
    Best,
    /// The worst response.
    Worst,
    /// How good the response is.
    Rating,
    /// A better response in the rater's own words.
    Rewrite,
    /// How sure the rater is.
    Confidence,
}

impl Protocol {
    /// All that is asked about a task of so many responses, in order: criteria first, the overall
    /// question after them, then what its verdict calls for, and last how sure the rater is.
    pub fn steps(&self, responses: usize, verdict: Option<Verdict>) -> Vec<Step> {
        let mut steps = Vec::new();
        self.add_criteria(&mut steps, responses, |when, _| when.is_empty());
        match self.question {
            Question::Pair { .. } => steps.push(Step::Verdict),
            Question::Ranking { .. } => steps.push(Step::Ranking),
            Question::BestWorst => steps.extend([Step::Best, Step::Worst]),
            Question::Rating { .. } => steps.push(Step::Rating),
        }
        self.add_criteria(&mut steps, responses, |when, asked| !when.is_empty() && asked(verdict));
        if self.rewrite != Ask::Off {
            steps.push(Step::Rewrite);
        }
        if self.confidence {
            steps.push(Step::Confidence);
        }
        steps
    }

    /// Whether a judgment without an answer to this is refused.
    pub fn requires(&self, step: Step) -> bool {
        match step {
            Step::Criterion { at, .. } => {
                self.criteria.get(at).is_some_and(|criterion| criterion.required)
            }
            Step::Confidence => false,
            Step::Rewrite => self.rewrite == Ask::Required,
            Step::Verdict | Step::Ranking | Step::Best | Step::Worst | Step::Rating => true,
        }
    }

    /// What a rater is told who has left this open.
    pub fn missing(&self, step: Step) -> Error {
        match step {
            Step::Criterion { at, .. } => {
                let criterion = self.criteria.get(at);
                let (key, name) = criterion.map_or(("", String::new()), |criterion| {
                    (criterion.key.as_str(), criterion.name.clone())
                });
                Error::invalid(format!("criteria.{key}"), Reason::MissingCriterion { name })
            }
            Step::Verdict => Error::invalid("verdict", Reason::MissingVerdict),
            Step::Ranking => Error::invalid("ranking", Reason::MissingRanking),
            Step::Best => Error::invalid("best", Reason::MissingBest),
            Step::Worst => Error::invalid("worst", Reason::MissingWorst),
            Step::Rating => Error::invalid("rating", Reason::MissingRating),
            Step::Rewrite => Error::invalid("rewrite", Reason::MissingRewrite),
            Step::Confidence => Error::invalid("confidence", Reason::MissingConfidence),
        }
    }

    fn add_criteria(
        &self,
        steps: &mut Vec<Step>,
        responses: usize,
        wanted: impl Fn(&[Verdict], &dyn Fn(Option<Verdict>) -> bool) -> bool,
    ) {
        for (at, criterion) in self.criteria.iter().enumerate() {
            if !wanted(&criterion.when, &|verdict| criterion.is_asked_after(verdict)) {
                continue;
            }
            match criterion.form {
                Form::Levels(_) => {
                    let of = |response| Step::Criterion { at, response: Some(response) };
                    steps.extend((0..responses).map(of));
                }
                Form::Pairwise { .. } | Form::Choices(_) => {
                    steps.push(Step::Criterion { at, response: None });
                }
            }
        }
    }
}
