//! What the keys do. The keys are printed on the controls.

use domain::protocol::{Protocol, Question};

use crate::components::choice::Choice;

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// A verdict, whatever is asked now.
    Draft(Choice),
    /// The thing at this place, from 0, of what is asked now.
    Pick(usize),
    /// Of a ranking: the last rank joins the one before it.
    TieLast,
    /// Of a ranking: the last rank is taken back.
    TakeBack,
    NextStep,
    PreviousStep,
    Send,
    Skip,
    /// Something is wrong here.
    Flag,
    /// Into the field for why.
    Explain,
    /// Back to the last judgment.
    Reopen,
    /// Out of a correction.
    Cancel,
    /// Texts as they were written, or rendered again.
    Raw,
    /// B where A stands, or back.
    Flip,
    /// What both have in common, or as it is again.
    Dim,
    NextDifference,
    PreviousDifference,
    Guidelines,
    Keys,
}

/// What a key asks for, if anything. `key` is what it types and `code` where it lies: keyboards
/// that type no Latin letters, or digits only with Shift, are read by place.
pub fn command(key: &str, code: &str, protocol: Option<&Protocol>) -> Option<Command> {
    match key {
        "Enter" => return Some(Command::Send),
        "Escape" => return Some(Command::Cancel),
        "?" => return Some(Command::Keys),
        "Backspace" => return ranks(protocol).then_some(Command::TakeBack),
        _ => {}
    }
    let key = sign(key, code)?;
    if let Some(point) = key.to_digit(10) {
        return protocol.and(point.checked_sub(1)?.try_into().ok()).map(Command::Pick);
    }
    if let Some(scale) = protocol.and_then(Protocol::scale) {
        let choice = match key {
            'x' if scale.both_bad => Some(Choice::BothBad),
            'v' if scale.both_good => Some(Choice::BothGood),
            'a' if scale.points <= 3 => Some(Choice::Grade(-1)),
            'b' if scale.points <= 3 => Some(Choice::Grade(1)),
            't' if scale.points == 3 => Some(Choice::Grade(0)),
            _ => None,
        };
        if choice.is_some() {
            return choice.map(Command::Draft);
        }
    }
    match key {
        't' if ranks(protocol) => Some(Command::TieLast),
        'n' => Some(Command::NextStep),
        'p' => Some(Command::PreviousStep),
        's' => Some(Command::Skip),
        'l' => Some(Command::Flag),
        'r' => Some(Command::Explain),
        'm' => Some(Command::Raw),
        'f' => Some(Command::Flip),
        'd' => Some(Command::Dim),
        'j' => Some(Command::NextDifference),
        'k' => Some(Command::PreviousDifference),
        'u' => Some(Command::Reopen),
        'g' => Some(Command::Guidelines),
        _ => None,
    }
}

fn ranks(protocol: Option<&Protocol>) -> bool {
    protocol.is_some_and(|protocol| matches!(protocol.question, Question::Ranking { .. }))
}

/// The digit or small Latin letter of a key.
pub fn sign(key: &str, code: &str) -> Option<char> {
    let place = code
        .strip_prefix("Digit")
        .or_else(|| code.strip_prefix("Numpad"))
        .or_else(|| code.strip_prefix("Key"))
        .and_then(only);
    let typed = only(key).filter(char::is_ascii_alphanumeric);
    // Where a digit lies it is meant, whatever the layout types there without Shift.
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
    use domain::protocol::Scale;

    use super::*;

    /// What a key asks for where verdicts have this scale.
    fn by(points: u8, both: (bool, bool), key: &str, code: &str) -> Option<Command> {
        let (both_bad, both_good) = both;
        let scale = Scale { points, both_bad, both_good };
        command(key, code, Some(&Protocol::of(Question::Pair { scale })))
    }

    fn seven(key: &str, code: &str) -> Option<Command> {
        by(7, (true, false), key, code)
    }

    #[test]
    fn digits_pick_what_is_asked_now() {
        assert_eq!(seven("1", "Digit1"), Some(Command::Pick(0)));
        assert_eq!(seven("4", "Numpad4"), Some(Command::Pick(3)));
        assert_eq!(seven("0", "Digit0"), None);
        assert_eq!(command("1", "Digit1", None), None, "there is no task");
    }

    #[test]
    fn a_choice_that_is_not_offered_has_no_key() {
        let two = |key, code| by(2, (false, true), key, code);

        assert_eq!(seven("x", "KeyX"), Some(Command::Draft(Choice::BothBad)));
        assert_eq!(two("x", "KeyX"), None);
        assert_eq!(seven("v", "KeyV"), None);
        assert_eq!(two("v", "KeyV"), Some(Command::Draft(Choice::BothGood)));
        assert_eq!(seven("a", "KeyA"), None);
        assert_eq!(two("a", "KeyA"), Some(Command::Draft(Choice::Grade(-1))));
        assert_eq!(two("t", "KeyT"), None);
    }

    #[test]
    fn only_rankings_are_tied_and_taken_back() {
        let ranking = Protocol::of(Question::Ranking { ties: true });
        let pressed = |key, code| command(key, code, Some(&ranking));

        assert_eq!(pressed("t", "KeyT"), Some(Command::TieLast));
        assert_eq!(pressed("Backspace", "Backspace"), Some(Command::TakeBack));
        assert_eq!(seven("Backspace", "Backspace"), None);
        assert_eq!(seven("n", "KeyN"), Some(Command::NextStep));
    }

    #[test]
    fn keyboards_of_other_scripts_are_read_by_place() {
        assert_eq!(seven("ы", "KeyS"), Some(Command::Skip));
        assert_eq!(seven("&", "Digit1"), Some(Command::Pick(0)));
        assert_eq!(seven("S", "KeyO"), Some(Command::Skip));
        assert_eq!(seven("?", "Slash"), Some(Command::Keys));
        assert_eq!(seven(",", "KeyX"), None);
        assert_eq!(seven("ь", "KeyM"), Some(Command::Raw));
        assert_eq!(seven("о", "KeyJ"), Some(Command::NextDifference));
    }

    #[test]
    fn keys_without_a_meaning_are_left_alone() {
        for (key, code) in [("Tab", "Tab"), (" ", "Space"), ("ArrowUp", "ArrowUp"), ("q", "KeyQ")] {
            assert_eq!(seven(key, code), None, "{key}");
        }
    }
}
