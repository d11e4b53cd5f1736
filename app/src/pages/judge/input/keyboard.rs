//! The command of each key. Controls show their keys.

use domain::keys::{Command, Keys};
use domain::protocol::{Protocol, Question};
use domain::rationale::Ask;

use crate::components::choice::Choice;

/// The command of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// Option `n` of the current step, from 0.
    Pick(usize),
    /// Removes the last rank of a ranking.
    TakeBack,
    /// Goes back to the overall question.
    Overall,
    /// Discards the rewrite.
    Discard,
    Send,
    /// Cancels a correction.
    Cancel,
    /// Opens the list of shortcuts.
    Keys,
    /// The command that the rater has assigned to this letter.
    Command(Command),
}

/// The command of a key, if it has one. `key` is the character and `code` the position. Keyboards
/// without Latin letters, or with digits behind Shift, are read by position.
pub fn press(key: &str, code: &str, keys: Keys, protocol: Option<&Protocol>) -> Option<Press> {
    match key {
        "Enter" => return Some(Press::Send),
        "Escape" => return Some(Press::Cancel),
        "?" => return Some(Press::Keys),
        "Delete" => return protocol.is_some_and(rewrites).then_some(Press::Discard),
        "Backspace" => return protocol.is_some_and(ranks).then_some(Press::TakeBack),
        _ => {}
    }
    let key = sign(key, code)?;
    if key == '0' {
        return protocol.is_some_and(has_steps).then_some(Press::Overall);
    }
    if let Some(point) = key.to_digit(10) {
        return protocol.and(point.checked_sub(1)?.try_into().ok()).map(Press::Pick);
    }
    keys.command(key).filter(|command| offers(protocol, *command)).map(Press::Command)
}

/// Whether a command applies to this protocol. Without a protocol only general commands apply.
pub fn offers(protocol: Option<&Protocol>, command: Command) -> bool {
    match command {
        Command::Tie if protocol.is_some_and(ranks) => {
            protocol.is_some_and(|protocol| protocol.question.takes_ties())
        }
        Command::NextStep | Command::PreviousStep => protocol.is_some_and(has_steps),
        Command::MarkGood | Command::MarkWrong | Command::MarkVerbose => {
            protocol.is_some_and(|protocol| protocol.spans)
        }
        Command::Flag => protocol.is_some_and(|protocol| !protocol.flags.is_empty()),
        command => {
            let scale = || protocol.and_then(Protocol::scale);
            drafted(command).is_none_or(|choice| {
                scale().is_some_and(|scale| match choice {
                    Choice::Grade(0) => scale.points == 3,
                    Choice::Grade(_) => scale.points <= 3,
                    Choice::BothGood => scale.both_good,
                    Choice::BothBad => scale.both_bad,
                })
            })
        }
    }
}

/// The verdict of a command, if the scale has it.
pub fn drafted(command: Command) -> Option<Choice> {
    match command {
        Command::ABetter => Some(Choice::Grade(-1)),
        Command::Tie => Some(Choice::Grade(0)),
        Command::BBetter => Some(Choice::Grade(1)),
        Command::BothGood => Some(Choice::BothGood),
        Command::BothBad => Some(Choice::BothBad),
        _ => None,
    }
}

/// Whether there is more than one step, now or after some verdict.
pub fn has_steps(protocol: &Protocol) -> bool {
    !protocol.criteria.is_empty() || protocol.steps(2, None).len() > 1
}

/// Whether raters are asked for a better response.
pub fn rewrites(protocol: &Protocol) -> bool {
    protocol.rewrite != Ask::Off
}

fn ranks(protocol: &Protocol) -> bool {
    matches!(protocol.question, Question::Ranking { .. })
}

/// The digit or lower-case Latin letter of a key.
pub fn sign(key: &str, code: &str) -> Option<char> {
    let place = code
        .strip_prefix("Digit")
        .or_else(|| code.strip_prefix("Numpad"))
        .or_else(|| code.strip_prefix("Key"))
        .and_then(only);
    let typed = only(key).filter(char::is_ascii_alphanumeric);
    // The position of a digit counts as the digit, whatever character it has without Shift.
    let digit = place.filter(char::is_ascii_digit);
    let other_script = only(key).filter(|typed| typed.is_alphabetic()).and(place);
    digit.or(typed).or(other_script).map(|sign| sign.to_ascii_lowercase())
}

fn only(text: &str) -> Option<char> {
    let mut letters = text.chars();
    letters.next().filter(|_| letters.next().is_none())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use domain::protocol::Scale;

    use super::*;

    /// The command of a key for verdicts on this scale.
    fn by(points: u8, both: (bool, bool), key: &str, code: &str) -> Option<Press> {
        let (both_bad, both_good) = both;
        let scale = Scale { points, both_bad, both_good };
        let protocol = Protocol::of(Question::Pair { scale });
        press(key, code, Keys::default(), Some(&protocol))
    }

    fn seven(key: &str, code: &str) -> Option<Press> {
        by(7, (true, false), key, code)
    }

    #[test]
    fn digits_pick_what_is_asked_now() {
        assert_eq!(seven("1", "Digit1"), Some(Press::Pick(0)));
        assert_eq!(seven("4", "Numpad4"), Some(Press::Pick(3)));
        assert_eq!(seven("0", "Digit0"), None);
        assert_eq!(press("1", "Digit1", Keys::default(), None), None, "there is no task");
    }

    #[test]
    fn a_choice_that_is_not_offered_has_no_key() {
        let two = |key, code| by(2, (false, true), key, code);

        assert_eq!(seven("x", "KeyX"), Some(Press::Command(Command::BothBad)));
        assert_eq!(two("x", "KeyX"), None);
        assert_eq!(seven("v", "KeyV"), None);
        assert_eq!(two("v", "KeyV"), Some(Press::Command(Command::BothGood)));
        assert_eq!(seven("a", "KeyA"), None);
        assert_eq!(two("a", "KeyA"), Some(Press::Command(Command::ABetter)));
        assert_eq!(two("t", "KeyT"), None);
    }

    #[test]
    fn only_rankings_are_tied_and_taken_back() {
        let ranking = |ties| Protocol::of(Question::Ranking { ties });
        let pressed = |key, code, ties| press(key, code, Keys::default(), Some(&ranking(ties)));

        assert_eq!(pressed("t", "KeyT", true), Some(Press::Command(Command::Tie)));
        assert_eq!(pressed("t", "KeyT", false), None);
        assert_eq!(pressed("Backspace", "Backspace", true), Some(Press::TakeBack));
        assert_eq!(seven("Backspace", "Backspace"), None);
    }

    #[test]
    fn steps_have_keys_where_there_are_some() {
        let steps = Protocol::of(Question::BestWorst);
        let pressed = press("n", "KeyN", Keys::default(), Some(&steps));

        assert_eq!(pressed, Some(Press::Command(Command::NextStep)));
        assert_eq!(seven("n", "KeyN"), None);
        let rewriting = Protocol { rewrite: Ask::Optional, ..Protocol::default() };
        let pressed = |key, code| press(key, code, Keys::default(), Some(&rewriting));
        assert_eq!(pressed("p", "KeyP"), Some(Press::Command(Command::PreviousStep)));
        assert_eq!(pressed("0", "Digit0"), Some(Press::Overall));
        assert_eq!(pressed("Delete", "Delete"), Some(Press::Discard));
        assert_eq!(seven("Delete", "Delete"), None);
    }

    #[test]
    fn keyboards_of_other_scripts_are_read_by_place() {
        assert_eq!(seven("ы", "KeyS"), Some(Press::Command(Command::Skip)));
        assert_eq!(seven("&", "Digit1"), Some(Press::Pick(0)));
        assert_eq!(seven("S", "KeyO"), Some(Press::Command(Command::Skip)));
        assert_eq!(seven("?", "Slash"), Some(Press::Keys));
        assert_eq!(seven(",", "KeyX"), None);
        assert_eq!(seven("ь", "KeyM"), Some(Press::Command(Command::Raw)));
        assert_eq!(seven("о", "KeyJ"), Some(Press::Command(Command::NextDifference)));
    }

    #[test]
    fn keys_are_those_of_the_rater() {
        let chosen = BTreeMap::from([(Command::Skip, "Z".to_owned())]);
        let keys = Keys::new(&chosen).unwrap();

        assert_eq!(press("z", "KeyZ", keys, None), Some(Press::Command(Command::Skip)));
        assert_eq!(press("s", "KeyS", keys, None), None);
    }

    #[test]
    fn keys_without_a_meaning_are_left_alone() {
        for (key, code) in [("Tab", "Tab"), (" ", "Space"), ("ArrowUp", "ArrowUp"), ("q", "KeyQ")] {
            assert_eq!(seven(key, code), None, "{key}");
        }
    }
}
