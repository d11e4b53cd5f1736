//! Whether answers are those that a protocol asks for.

use super::{Answer, Answers, flag, span};
use crate::error::{Error, Result};
use crate::judgment::Verdict;
use crate::protocol::{CONFIDENCE, Choices, Criterion, Form, Levels, Protocol, Question, Step};
use crate::rationale::Ask;
use crate::reason::Reason;

impl Answers {
    /// Checks the answers about a task of so many responses: all that is required is there, and
    /// nothing that was not asked.
    pub fn check(
        &self,
        protocol: &Protocol,
        responses: usize,
        verdict: Option<Verdict>,
    ) -> Result<()> {
        self.check_question(&protocol.question, responses)?;
        for (key, answer) in &self.criteria {
            let field = format!("criteria.{key}");
            let Some(criterion) = protocol.criterion(key) else {
                return Err(Error::invalid(field, Reason::UnknownCriterion));
            };
            if !criterion.is_asked_after(verdict) {
                return Err(Error::invalid(field, Reason::NotAskedAfterVerdict));
            }
            check_answer(&field, criterion, answer, responses)?;
        }
        flag::check(&self.flags, self.flag_comment.as_deref(), protocol, responses)?;
        span::check(&self.spans, protocol.spans, responses)?;
        if let Some(rewrite) = &self.rewrite {
            if protocol.rewrite == Ask::Off {
                return Err(Error::invalid("rewrite", Reason::NotAsked));
            }
            rewrite.check(responses)?;
        }
        if self.confidence.is_some_and(|level| !CONFIDENCE.contains(&level)) {
            let (least, most) = (i64::from(*CONFIDENCE.start()), i64::from(*CONFIDENCE.end()));
            return Err(Error::invalid("confidence", Reason::Between { least, most }));
        }
        if self.confidence.is_some() && !protocol.confidence {
            return Err(Error::invalid("confidence", Reason::NotAsked));
        }
        let open = self.first_open(protocol, responses, verdict);
        open.map_or(Ok(()), |step| Err(protocol.missing(step)))
    }

    /// The first step that is required and not answered. Knows nothing of verdicts, which stand
    /// beside the answers.
    pub fn first_open(
        &self,
        protocol: &Protocol,
        responses: usize,
        verdict: Option<Verdict>,
    ) -> Option<Step> {
        protocol.steps(responses, verdict).into_iter().find(|step| {
            *step != Step::Verdict && protocol.requires(*step) && !self.has(protocol, *step)
        })
    }

    /// Whether a step is answered; a verdict never is, since it stands beside the answers.
    pub fn has(&self, protocol: &Protocol, step: Step) -> bool {
        match step {
            Step::Criterion { at, response } => {
                let criterion = protocol.criteria.get(at);
                let answer = criterion.and_then(|criterion| self.criteria.get(&criterion.key));
                match (answer, response) {
                    (Some(Answer::Levels(levels)), Some(place)) => {
                        levels.get(place).is_some_and(Option::is_some)
                    }
                    (Some(Answer::Choices(chosen)), None) => !chosen.is_empty(),
                    (Some(Answer::Grade(_)), None) => true,
                    _ => false,
                }
            }
            Step::Verdict => false,
            Step::Ranking => !self.ranking.is_empty() && !self.ranking.contains(&0),
            Step::Best => self.best.is_some(),
            Step::Worst => self.worst.is_some(),
            Step::Rating => self.rating.is_some(),
            Step::Confidence => self.confidence.is_some(),
            Step::Rewrite => {
                self.rewrite.as_ref().is_some_and(|rewrite| !rewrite.text.trim().is_empty())
            }
        }
    }

    fn check_question(&self, question: &Question, responses: usize) -> Result<()> {
        let unasked = |field: &str, is_there: bool, is_asked: bool| {
            if is_there && !is_asked {
                return Err(Error::invalid(field, Reason::NotAsked));
            }
            Ok(())
        };
        let is_best_worst = matches!(question, Question::BestWorst);
        let ranks = matches!(question, Question::Ranking { .. });
        let rates = matches!(question, Question::Rating { .. });
        unasked("ranking", !self.ranking.is_empty(), ranks)?;
        unasked("best", self.best.is_some(), is_best_worst)?;
        unasked("worst", self.worst.is_some(), is_best_worst)?;
        unasked("rating", self.rating.is_some(), rates)?;
        match question {
            Question::Pair { .. } => Ok(()),
            Question::Ranking { ties } => check_ranking(&self.ranking, responses, *ties),
            Question::BestWorst => {
                let is_shown = |place: &u8| usize::from(*place) < responses;
                if !self.best.iter().chain(&self.worst).all(is_shown) {
                    return Err(Error::invalid("best", Reason::UnknownResponse));
                }
                if self.best.is_some() && self.best == self.worst {
                    return Err(Error::invalid("worst", Reason::BestIsWorst));
                }
                Ok(())
            }
            Question::Rating { levels } => {
                self.rating.map_or(Ok(()), |level| check_level("rating", levels, level))
            }
        }
    }
}

fn check_answer(
    field: &str,
    criterion: &Criterion,
    answer: &Answer,
    responses: usize,
) -> Result<()> {
    match (&criterion.form, answer) {
        (Form::Pairwise { .. }, Answer::Grade(grade)) => {
            let grades = criterion.scale().map(|scale| scale.grades()).unwrap_or_default();
            if grades.contains(grade) {
                return Ok(());
            }
            Err(Error::invalid(field, Reason::one_of(grades)))
        }
        (Form::Levels(levels), Answer::Levels(given)) if given.len() == responses => {
            given.iter().flatten().try_for_each(|level| check_level(field, levels, *level))
        }
        (Form::Levels(_), Answer::Levels(_)) => {
            Err(Error::invalid(field, Reason::OnePerResponse { responses }))
        }
        (Form::Choices(choices), Answer::Choices(chosen)) => check_choices(field, choices, chosen),
        (form, _) => {
            let form = match form {
                Form::Pairwise { .. } => "grade",
                Form::Levels(_) => "levels",
                Form::Choices(_) => "choices",
            };
            Err(Error::invalid(field, Reason::WrongForm { form: form.to_owned() }))
        }
    }
}

fn check_level(field: &str, levels: &Levels, level: u8) -> Result<()> {
    if levels.all().contains(&level) {
        return Ok(());
    }
    Err(Error::invalid(field, Reason::Between { least: 1, most: i64::from(levels.count) }))
}

fn check_choices(field: &str, choices: &Choices, chosen: &[String]) -> Result<()> {
    let is_known = |key: &String| choices.list.iter().any(|choice| choice.key == *key);
    if !chosen.iter().all(is_known) {
        let keys = choices.list.iter().map(|choice| &choice.key);
        return Err(Error::invalid(field, Reason::one_of(keys)));
    }
    let repeats = |n: usize| chosen[..n].contains(&chosen[n]);
    if (0..chosen.len()).any(repeats) {
        return Err(Error::invalid(field, Reason::DuplicateChoice));
    }
    if chosen.len() > 1 && !choices.several {
        return Err(Error::invalid(field, Reason::TooManyChoices));
    }
    Ok(())
}

fn check_ranking(ranking: &[u8], responses: usize, ties: bool) -> Result<()> {
    if ranking.is_empty() {
        return Ok(());
    }
    if ranking.len() != responses {
        return Err(Error::invalid("ranking", Reason::OnePerResponse { responses }));
    }
    let mut ranks = ranking.to_vec();
    ranks.sort_unstable();
    ranks.dedup();
    if !ranks.iter().copied().eq((1..=9).take(ranks.len())) {
        return Err(Error::invalid("ranking", Reason::RankGap));
    }
    if ranks.len() < ranking.len() && !ties {
        return Err(Error::invalid("ranking", Reason::SharedRank));
    }
    Ok(())
}
