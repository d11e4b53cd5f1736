//! Where a stretch of one text stands in another that has nearly the same words: what was marked
//! on a page, in the Markdown that the page was made of, and back.

use std::ops::Range;

use super::words::compare;

/// The words that two texts have in common, in their order.
#[derive(Debug, Clone)]
pub struct Alignment {
    /// Where each stands in both, in bytes.
    common: Vec<[Range<usize>; 2]>,
    /// How long both texts are, in bytes.
    lengths: [usize; 2],
}

/// One of the two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    First,
    Second,
}

impl Alignment {
    /// Finds the words in common, by the diff that [`differences`](super::differences) uses.
    pub fn of(first: &str, second: &str) -> Self {
        let (firsts, seconds, diff) = compare(first, second);
        let kept = |n: usize, is_changed: bool| (!is_changed).then_some(n);
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let before = (0..firsts.len()).filter_map(|n| kept(n, diff.is_removed(number(n))));
        let after = (0..seconds.len()).filter_map(|n| kept(n, diff.is_added(number(n))));
        let common = before.zip(after).map(|(n, m)| [firsts[n].clone(), seconds[m].clone()]);
        Self { common: common.collect(), lengths: [first.len(), second.len()] }
    }

    /// Where a stretch of one text, in bytes and without white space at its ends, stands in the
    /// other. An end that lies in a word in
    /// common lies there exactly; any other goes as far as the next word in common, so that what
    /// both texts say in different words is all of it. May hold white space at its ends, and
    /// nothing at all where nothing corresponds.
    pub fn across(&self, from: Side, stretch: Range<usize>) -> Range<usize> {
        let (here, there) = match from {
            Side::First => (0, 1),
            Side::Second => (1, 0),
        };
        let begun = self.common.partition_point(|both| both[here].end <= stretch.start);
        let start = match self.common.get(begun) {
            Some(both) if both[here].start <= stretch.start => {
                both[there].start + (stretch.start - both[here].start)
            }
            _ => begun.checked_sub(1).map_or(0, |before| self.common[before][there].end),
        };
        let ended = self.common.partition_point(|both| both[here].start < stretch.end);
        let end = match ended.checked_sub(1).map(|last| &self.common[last]) {
            Some(both) if both[here].end >= stretch.end => {
                both[there].start + (stretch.end - both[here].start)
            }
            _ => self.common.get(ended).map_or(self.lengths[there], |next| next[there].start),
        };
        start..end.max(start)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What a passage of the page is in the Markdown behind it.
    fn source<'a>(markdown: &'a str, page: &str, passage: &str) -> &'a str {
        let start = page.find(passage).unwrap();
        let stretch = start..start + passage.len();
        let found = Alignment::of(markdown, page).across(Side::Second, stretch);
        markdown[found].trim()
    }

    #[test]
    fn words_are_found_behind_the_markup() {
        let markdown = "# Lima\n\nThe **capital of** [Peru](https://peru.example) is *Lima*.";
        let page = "Lima\n\nThe \ncapital of\n \nPeru\n is \nLima\n.";

        assert_eq!(source(markdown, page, "capital of"), "capital of");
        assert_eq!(source(markdown, page, "is \nLima"), "is *Lima");
        assert_eq!(source(markdown, page, "ital"), "ital");
        assert_eq!(source(markdown, page, "of\n \nPeru"), "of** [Peru");
    }

    #[test]
    fn of_equal_words_the_one_that_was_marked_is_found() {
        let markdown = "It is *so* that so and **so**.";
        let page = "It is \nso\n that so and \nso\n.";
        let alignment = Alignment::of(markdown, page);

        let places: Vec<_> = page.match_indices("so").map(|(start, _)| start..start + 2).collect();
        let found = places.into_iter().map(|place| alignment.across(Side::Second, place).start);

        assert_eq!(found.collect::<Vec<_>>(), [7, 16, 25]);
    }

    #[test]
    fn what_is_written_in_other_words_is_all_of_it() {
        let markdown = "The area is $\\pi r^2$, of course.";
        let page = "The area is \nπ\nr\n2\n, of course.";

        assert_eq!(source(markdown, page, "π"), "$\\pi");
        assert_eq!(source(markdown, page, "is \nπ\nr\n2\n,"), "is $\\pi r^2$,");
    }

    #[test]
    fn the_way_back_is_the_same() {
        let (markdown, page) = ("Go **now** or *never*.", "Go \nnow\n or \nnever\n.");
        let alignment = Alignment::of(markdown, page);

        let there = alignment.across(Side::First, 5..8);

        assert_eq!(&page[there.clone()], "now");
        assert_eq!(alignment.across(Side::Second, there), 5..8);
    }

    proptest! {
        /// Within one text everything is where it is.
        #[test]
        fn a_text_lies_over_itself(text in "[ab世é *]{1,40}", at in 0_usize..40, length in 1_usize..40) {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let start = places[at.min(places.len() - 2)];
            let end = places[(at.min(places.len() - 2) + length).min(places.len() - 1)];
            prop_assume!(!text[start..end].trim().is_empty());

            let found = Alignment::of(&text, &text).across(Side::First, start..end);

            prop_assert_eq!(text[found].trim(), text[start..end].trim());
        }

        /// Whatever the texts, what is found can be cut out of the other one.
        #[test]
        fn what_is_found_is_text(first in "[ab世é *_]{0,40}", second in "[ab世é *_]{0,40}") {
            let alignment = Alignment::of(&first, &second);
            let places: Vec<usize> = first.char_indices().map(|(at, _)| at).chain([first.len()]).collect();
            for (n, start) in places.iter().enumerate() {
                for end in &places[n..] {
                    prop_assert!(second.get(alignment.across(Side::First, *start..*end)).is_some());
                }
            }
        }
    }
}
