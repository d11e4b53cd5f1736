//! Answers as a plain form sends them: one field for each, named by what it answers.

use std::collections::BTreeMap;

use domain::answers::{Answer, Answers, Flag, Rewrite};
use domain::reason::Reason;
use domain::{Error, Result};

/// The most responses of a task.
const MOST: usize = 9;

/// Reads the answers about a task of so many responses. Whether they are those that are asked for
/// is for the protocol to say.
pub fn answers(fields: BTreeMap<String, String>, responses: usize) -> Result<Answers> {
    let responses = responses.min(MOST);
    let mut answers = Answers::default();
    for (name, value) in fields {
        if value.is_empty() {
            continue;
        }
        let number = || value.parse::<u8>().map_err(|_| wrong(&name));
        let place = |place: &str| {
            place
                .parse::<usize>()
                .ok()
                .filter(|place| *place < responses)
                .ok_or_else(|| wrong(&name))
        };
        let parts: Vec<&str> = name.split('.').collect();
        match parts[..] {
            ["rating"] => answers.rating = Some(number()?),
            ["best"] => answers.best = Some(number()?),
            ["worst"] => answers.worst = Some(number()?),
            ["confidence"] => answers.confidence = Some(number()?),
            ["rewrite"] => answers.rewrite = Some(Rewrite { of: None, text: value }),
            ["flag", reason, about] => {
                let response = match about {
                    "task" => None,
                    at => u8::try_from(place(at)?).ok(),
                };
                answers.flags.push(Flag { response, reason: reason.to_owned() });
            }
            ["flag_comment"] => answers.flag_comment = Some(value),
            ["rank", at] => {
                answers.ranking.resize(responses, 0);
                answers.ranking[place(at)?] = number()?;
            }
            ["level", key, at] => {
                let (at, level) = (place(at)?, number()?);
                let entry = answers.criteria.entry(key.to_owned());
                let answer = entry.or_insert_with(|| Answer::Levels(vec![None; responses]));
                if let Answer::Levels(levels) = answer {
                    levels[at] = Some(level);
                }
            }
            ["grade", key] => {
                let grade = value.parse().map_err(|_| wrong(&name))?;
                answers.criteria.insert(key.to_owned(), Answer::Grade(grade));
            }
            ["choice", key] => choose(&mut answers, key, &value),
            ["choice", key, choice] => choose(&mut answers, key, choice),
            _ => return Err(wrong(&name)),
        }
    }
    if answers.flags.is_empty() {
        // A comment on nothing says nothing.
        answers.flag_comment = None;
    }
    Ok(answers)
}

fn choose(answers: &mut Answers, key: &str, choice: &str) {
    let entry = answers.criteria.entry(key.to_owned());
    let answer = entry.or_insert_with(|| Answer::Choices(Vec::new()));
    if let Answer::Choices(chosen) = answer {
        chosen.push(choice.to_owned());
    }
}

fn wrong(name: &str) -> Error {
    Error::invalid(name, Reason::AnswerMismatch)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(fields: &[(&str, &str)], responses: usize) -> Result<Answers> {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        answers(fields.iter().map(owned).collect(), responses)
    }

    #[test]
    fn every_kind_of_field_becomes_its_answer() {
        let read = read(
            &[
                ("level.facts.1", "4"),
                ("grade.style", "-1"),
                ("choice.why.rude", "on"),
                ("choice.why.wrong", "on"),
                ("choice.tone", "dry"),
                ("confidence", "2"),
                ("rating", ""),
                ("flag.unsafe.task", "on"),
                ("flag.broken.1", "on"),
                ("rewrite", "Better."),
            ],
            2,
        )
        .unwrap();

        assert_eq!(read.criteria["facts"], Answer::Levels(vec![None, Some(4)]));
        assert_eq!(read.criteria["style"], Answer::Grade(-1));
        assert_eq!(read.criteria["why"], Answer::Choices(vec!["rude".into(), "wrong".into()]));
        assert_eq!(read.criteria["tone"], Answer::Choices(vec!["dry".into()]));
        assert_eq!((read.confidence, read.rating), (Some(2), None));
        let flags: Vec<_> =
            read.flags.into_iter().map(|flag| (flag.response, flag.reason)).collect();
        assert_eq!(flags, [(Some(1), "broken".to_owned()), (None, "unsafe".to_owned())]);
        assert_eq!(read.rewrite.unwrap().text, "Better.");
    }

    #[test]
    fn ranks_stand_in_the_order_shown() {
        let read = read(&[("rank.2", "1"), ("rank.0", "2"), ("rank.1", "3")], 3).unwrap();

        assert_eq!(read.ranking, [2, 3, 1]);
    }

    #[test]
    fn what_is_no_answer_is_refused() {
        for name in ["rank.3", "rank.x", "level.facts.9", "fame", "level.facts", ""] {
            assert!(read(&[(name, "1")], 3).is_err(), "{name}");
        }
        assert!(read(&[("rating", "good")], 1).is_err());
        assert!(read(&[("level.facts.0", "1"), ("rank.0", "300")], usize::MAX).is_err());
    }
}
