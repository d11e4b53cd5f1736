//! How deep the quotes and lists of a text can be nested, judged by its lines.

/// The parser looks at each open quote and list for each line: no person nests as deep as this,
/// and beyond it the time grows with the square of the text.
const MAX_DEPTH: usize = 200;

/// Whether any line is indented or marked for deeper nesting than can be read as Markdown.
pub fn is_excessive(text: &str) -> bool {
    text.lines().any(|line| depth(line.as_bytes()) > MAX_DEPTH)
}

/// The deepest nesting that the beginning of a line allows for: its markers, and one level for
/// each two columns of indentation.
fn depth(line: &[u8]) -> usize {
    let mut n_columns = 0;
    let mut n_markers = 0;
    let mut rest = line;
    loop {
        rest = match rest {
            [b' ', after @ ..] => {
                n_columns += 1;
                after
            }
            [b'\t', after @ ..] => {
                n_columns += 4;
                after
            }
            _ => {
                let length = marker_length(rest);
                if length == 0 {
                    return n_markers + n_columns / 2;
                }
                n_markers += 1;
                &rest[length..]
            }
        };
    }
}

/// The length of the quote or list marker at the start, or zero.
fn marker_length(line: &[u8]) -> usize {
    let n_digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let length = match &line[n_digits..] {
        [b'>', ..] if n_digits == 0 => return 1,
        [b'-' | b'*' | b'+', ..] if n_digits == 0 => 1,
        [b'.' | b')', ..] if (1..=9).contains(&n_digits) => n_digits + 1,
        _ => return 0,
    };
    match line.get(length) {
        None | Some(b' ' | b'\t') => length,
        Some(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_and_indentation_add_up() {
        for (line, expected) in [
            ("", 0),
            ("a > b", 0),
            (">a", 1),
            (">>>- 1. a", 6),
            ("    - a", 3),
            ("\t*\t12) a", 6),
            ("---", 0),
            ("**a**", 0),
            ("1.5", 0),
            ("1234567890. a", 0),
        ] {
            assert_eq!(depth(line.as_bytes()), expected, "{line:?}");
        }
    }

    #[test]
    fn only_absurd_texts_are_excessive() {
        assert!(!is_excessive(&"> - ".repeat(20)));
        assert!(!is_excessive(&"-".repeat(1_000)));
        assert!(!is_excessive(&"a > ".repeat(1_000)));
        assert!(is_excessive(&format!("a\n{}a", "> ".repeat(300))));
        assert!(is_excessive(&format!("{}a", " ".repeat(500))));
    }
}
