//! Where two texts differ, word by word.

mod alignment;
mod words;

use std::ops::Range;

pub use self::alignment::{Alignment, Side};
use self::words::compare;

/// A stretch that both texts share belongs to the differences around it if it has fewer words:
/// readers look for what was said otherwise, not for every "the" that happens to be the same.
const SHORTEST_IN_COMMON: usize = 3;

/// A place where two texts differ: what stands there in each, in bytes. One of the two may be
/// empty, where something was left out or added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub first: Range<usize>,
    pub second: Range<usize>,
}

/// Finds where two texts differ, in their order. White space is no difference.
///
/// The differences are those of a histogram diff over words: it holds on to rare words that both
/// texts have, and rather answers with too many differences than for too long.
pub fn differences(first: &str, second: &str) -> Vec<Difference> {
    let (firsts, seconds, diff) = compare(first, second);
    let mut found: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for hunk in diff.hunks() {
        let before = hunk.before.start as usize..hunk.before.end as usize;
        let after = hunk.after.start as usize..hunk.after.end as usize;
        match found.last_mut() {
            Some(last) if before.start - last.0.end < SHORTEST_IN_COMMON => {
                last.0.end = before.end;
                last.1.end = after.end;
            }
            _ => found.push((before, after)),
        }
    }
    let place = |words: &[Range<usize>], at: Range<usize>| match words.get(at.clone()) {
        Some([only]) => only.clone(),
        Some([start, .., end]) => start.start..end.end,
        // Nothing stands here: after the word before.
        _ => {
            let end = at.start.checked_sub(1).map_or(0, |before| words[before].end);
            end..end
        }
    };
    let both = |(before, after)| Difference {
        first: place(&firsts, before),
        second: place(&seconds, after),
    };
    found.into_iter().map(both).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn texts<'a>(first: &'a str, second: &'a str) -> Vec<(&'a str, &'a str)> {
        let texts = |at: Difference| (&first[at.first], &second[at.second]);
        differences(first, second).into_iter().map(texts).collect()
    }

    #[test]
    fn a_word_is_the_smallest_difference() {
        let first = "The light bulb was invented by Edison in 1879.";
        let second = "The light bulb was invented by Swan in 1879.";

        assert_eq!(texts(first, second), [("Edison", "Swan")]);
    }

    #[test]
    fn what_was_left_out_stands_between_its_neighbours() {
        let first = "Take two eggs, a cup of milk and some flour.";
        let second = "Take two eggs and some flour.";

        assert_eq!(texts(first, second), [(", a cup of milk", "")]);
        assert_eq!(differences(first, second)[0].second, 13..13);
        assert_eq!(texts("", "All of it"), [("", "All of it")]);
    }

    #[test]
    fn white_space_is_no_difference() {
        assert_eq!(texts("one two\nthree", "one  two three\n"), []);
    }

    #[test]
    fn a_short_stretch_in_common_does_not_part_differences() {
        let first = "It rains a lot in the north of the country today.";
        let second = "It snows a little in the north of the country today.";

        assert_eq!(texts(first, second), [("rains a lot", "snows a little")]);
    }

    #[test]
    fn scripts_without_spaces_are_read_sign_by_sign() {
        let first = "我们今天下午三点开会讨论";
        let second = "我们今天下午四点开会讨论";

        assert_eq!(texts(first, second), [("三", "四")]);
    }

    proptest! {
        /// What lies between the differences is the same on both sides, but for white space.
        #[test]
        fn all_else_is_in_common(first in "[ab世 .]{0,60}", second in "[ab世 .]{0,60}") {
            let found = differences(&first, &second);

            let mut from = (0, 0);
            let ends = Difference {
                first: first.len()..first.len(),
                second: second.len()..second.len(),
            };
            for Difference { first: a, second: b } in found.into_iter().chain([ends]) {
                let squeeze = |text: &str| text.split_whitespace().collect::<String>();
                prop_assert_eq!(squeeze(&first[from.0..a.start]), squeeze(&second[from.1..b.start]));
                from = (a.end, b.end);
            }
        }

        /// Without a word in common there is one difference, however long the texts are.
        #[test]
        fn texts_without_words_in_common_differ_as_wholes(n in 1_usize..40, m in 1_usize..40) {
            let (first, second) = ("x ".repeat(n), "y ".repeat(m));

            let found = differences(&first, &second);

            prop_assert_eq!(found, [Difference { first: 0..2 * n - 1, second: 0..2 * m - 1 }]);
        }
    }
}
