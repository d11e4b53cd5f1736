//! What the keys do. The keys are printed on the controls.

use domain::project::Scale;

use crate::components::choice::Choice;

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    Draft(Choice),
    Send,
    Skip,
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
pub fn command(key: &str, code: &str, scale: Scale) -> Option<Command> {
    match key {
        "Enter" => return Some(Command::Send),
        "Escape" => return Some(Command::Cancel),
        "?" => return Some(Command::Keys),
        _ => {}
    }
    let key = sign(key, code)?;
    if let Some(point) = key.to_digit(10) {
        let grades = scale.grades();
        let grade = grades.get(usize::try_from(point.checked_sub(1)?).ok()?)?;
        return Some(Command::Draft(Choice::Grade(*grade)));
    }
    match key {
        'x' if scale.both_bad => Some(Command::Draft(Choice::BothBad)),
        'v' if scale.both_good => Some(Command::Draft(Choice::BothGood)),
        'a' if scale.points <= 3 => Some(Command::Draft(Choice::Grade(-1))),
        'b' if scale.points <= 3 => Some(Command::Draft(Choice::Grade(1))),
        't' if scale.points == 3 => Some(Command::Draft(Choice::Grade(0))),
        's' => Some(Command::Skip),
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
    use super::*;

    const SEVEN: Scale = Scale { points: 7, both_bad: true, both_good: false };
    const TWO: Scale = Scale { points: 2, both_bad: false, both_good: true };

    #[test]
    fn digits_run_along_the_scale() {
        let draft = |grade| Some(Command::Draft(Choice::Grade(grade)));

        assert_eq!(command("1", "Digit1", SEVEN), draft(-3));
        assert_eq!(command("4", "Numpad4", SEVEN), draft(0));
        assert_eq!(command("7", "Digit7", SEVEN), draft(3));
        assert_eq!(command("8", "Digit8", SEVEN), None);
        assert_eq!(command("0", "Digit0", SEVEN), None);
        assert_eq!(command("2", "Digit2", TWO), draft(1));
    }

    #[test]
    fn a_choice_that_is_not_offered_has_no_key() {
        assert_eq!(command("x", "KeyX", SEVEN), Some(Command::Draft(Choice::BothBad)));
        assert_eq!(command("x", "KeyX", TWO), None);
        assert_eq!(command("v", "KeyV", SEVEN), None);
        assert_eq!(command("v", "KeyV", TWO), Some(Command::Draft(Choice::BothGood)));
        assert_eq!(command("a", "KeyA", SEVEN), None);
        assert_eq!(command("a", "KeyA", TWO), Some(Command::Draft(Choice::Grade(-1))));
        assert_eq!(command("t", "KeyT", TWO), None);
    }

    #[test]
    fn keyboards_of_other_scripts_are_read_by_place() {
        assert_eq!(command("ы", "KeyS", SEVEN), Some(Command::Skip));
        assert_eq!(command("&", "Digit1", SEVEN), Some(Command::Draft(Choice::Grade(-3))));
        assert_eq!(command("S", "KeyO", SEVEN), Some(Command::Skip));
        assert_eq!(command("?", "Slash", SEVEN), Some(Command::Keys));
        assert_eq!(command(",", "KeyX", SEVEN), None);
        assert_eq!(command("ь", "KeyM", SEVEN), Some(Command::Raw));
        assert_eq!(command("о", "KeyJ", SEVEN), Some(Command::NextDifference));
    }

    #[test]
    fn keys_without_a_meaning_are_left_alone() {
        for (key, code) in [("Tab", "Tab"), (" ", "Space"), ("ArrowUp", "ArrowUp"), ("q", "KeyQ")] {
            assert_eq!(command(key, code, SEVEN), None, "{key}");
        }
    }
}
