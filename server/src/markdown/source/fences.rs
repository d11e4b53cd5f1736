//! Where fenced code begins and ends, line by line.

/// Follows the fences through the lines of a text.
#[derive(Default)]
pub struct Fences {
    open: Option<Open>,
}

/// An open fence.
struct Open {
    /// Its character, and how often it is repeated.
    mark: (char, usize),
    /// Whether it stands in a quote. A line outside of the quote ends it.
    is_quoted: bool,
    /// Whether it stands in the first line of a list item. A line that is not indented ends it.
    is_in_item: bool,
}

impl Fences {
    /// Whether a line belongs to fenced code, its fences included.
    pub fn cover(&mut self, line: &str) -> bool {
        if self.open.as_ref().is_some_and(|open| open.is_left_by(line)) {
            self.open = None;
        }
        match &self.open {
            None => {
                let start = content(line);
                let prefix = &line[..line.len() - start.len()];
                let mark = mark(start)
                    .filter(|(mark, length)| *mark != '`' || !start[*length..].contains('`'));
                self.open = mark.map(|mark| Open {
                    mark,
                    is_quoted: prefix.contains('>'),
                    is_in_item: prefix.contains(|c| !matches!(c, ' ' | '\t' | '>')),
                });
                self.open.is_some()
            }
            Some(Open { mark: (open, n_open), .. }) => {
                let start = line.trim_start_matches([' ', '\t', '>']);
                let closes = mark(start).is_some_and(|(mark, length)| {
                    mark == *open && length >= *n_open && start[length..].trim().is_empty()
                });
                if closes {
                    self.open = None;
                }
                true
            }
        }
    }
}

impl Open {
    /// Whether a line is outside of the quote or the list item that the fence stands in.
    fn is_left_by(&self, line: &str) -> bool {
        let is_unquoted = !line.trim_start_matches(' ').starts_with('>');
        let is_unindented = !line.trim().is_empty() && !line.starts_with([' ', '\t', '>']);
        self.is_quoted && is_unquoted || self.is_in_item && is_unindented
    }
}

/// A line without the quotes and list items that it starts.
fn content(mut line: &str) -> &str {
    loop {
        let start = line.trim_start_matches([' ', '\t', '>']);
        let after_number = start.trim_start_matches(|c: char| c.is_ascii_digit());
        let after_marker = match start.len() - after_number.len() {
            0 => start.strip_prefix(['-', '*', '+']),
            _ => after_number.strip_prefix(['.', ')']),
        };
        match after_marker {
            Some(rest) if rest.starts_with([' ', '\t']) => line = rest,
            _ => return start,
        }
    }
}

/// The fence at the start of a line: its character, and how often it is repeated.
fn mark(line: &str) -> Option<(char, usize)> {
    let mark = line.chars().next().filter(|first| matches!(first, '`' | '~'))?;
    let length = line.len() - line.trim_start_matches(mark).len();
    (length >= 3).then_some((mark, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covered(text: &str) -> String {
        let mut fences = Fences::default();
        text.lines().map(|line| if fences.cover(line) { 'x' } else { '.' }).collect()
    }

    #[test]
    fn a_fence_ends_with_its_own_mark_and_length() {
        assert_eq!(covered("a\n```\nb\n```\nc"), ".xxx.");
        assert_eq!(covered("````\n```\n~~~\n````\nc"), "xxxx.");
        assert_eq!(covered("- ```py\n  b\n  ```\n> ~~~\n> ~~~\nc"), "xxxxx.");
        assert_eq!(covered("```a`\nb"), "..");
        assert_eq!(covered("``\n1. ```\nb"), ".x.");
        assert_eq!(covered("***```\n)```\n1.```\n- 2) ```"), "...x");
        assert_eq!(covered("> ```\n> a\nb\n- ```\n\n  a\nb"), "xx.xxx.");
    }
}
