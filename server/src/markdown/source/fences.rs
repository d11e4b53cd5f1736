//! Where fenced code begins and ends, line by line.

/// Follows the fences through the lines of a text.
#[derive(Default)]
pub struct Fences {
    /// The mark of the open fence, and how often it is repeated.
    open: Option<(char, usize)>,
}

impl Fences {
    /// Whether a line belongs to fenced code, its fences included.
    pub fn cover(&mut self, line: &str) -> bool {
        match self.open {
            None => {
                let start = line.trim_start_matches(|character: char| {
                    " \t>-*+.)".contains(character) || character.is_ascii_digit()
                });
                self.open = mark(start)
                    .filter(|(mark, length)| *mark != '`' || !start[*length..].contains('`'));
                self.open.is_some()
            }
            Some((open, n_open)) => {
                let start = line.trim_start_matches([' ', '\t', '>']);
                let closes = mark(start).is_some_and(|(mark, length)| {
                    mark == open && length >= n_open && start[length..].trim().is_empty()
                });
                if closes {
                    self.open = None;
                }
                true
            }
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
        assert_eq!(covered("``\n1. ```\nb"), ".xx");
    }
}
