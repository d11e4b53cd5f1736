//! Code that was written without fences.
//!
//! Markdown takes it for paragraphs: the indentation goes, stars and underscores become emphasis,
//! comments become headings. Such code is put between fences. It starts with a line that is
//! never prose, and it needs an indented line or several statements. All other text stays as it is.

mod line;

use std::borrow::Cow;

use pulldown_cmark::Options;

use self::line::{Opening, is_item, is_prose, is_query, is_statement};
use crate::markdown::syntax::OPTIONS;
use crate::markdown::verbatim::Verbatim;

/// The same text with fences round code that has none.
pub fn fence(text: &str) -> Cow<'_, str> {
    if !text.split('\n').any(|line| Opening::of(line).is_some()) {
        return Cow::Borrowed(text);
    }
    let lines: Vec<&str> = text.split('\n').collect();
    // Dollars in code are no formulas.
    let mut verbatim = Verbatim::of(text, OPTIONS.difference(Options::ENABLE_MATH));
    let mut fenced = String::with_capacity(text.len() + 16);
    let mut written = 0;
    let mut at = 0;
    let mut place = 0;
    while at < lines.len() {
        let opening = Opening::of(lines[at]).filter(|_| verbatim.end_at(place).is_none());
        let (end, is_code) = opening.map_or((at + 1, false), |one| find_end(&lines, at, one));
        if is_code {
            push_lines(&mut fenced, &lines[written..at]);
            let fence = "`".repeat(longest_ticks(&lines[at..end]).max(2) + 1);
            push_lines(&mut fenced, &[&fence]);
            push_lines(&mut fenced, &lines[at..end]);
            push_lines(&mut fenced, &[&fence]);
            written = end;
        }
        place += lines[at..end].iter().map(|line| line.len() + 1).sum::<usize>();
        at = end;
    }
    push_lines(&mut fenced, &lines[written..]);
    // One line feed stands between two lines, none behind the last.
    fenced.pop();
    Cow::Owned(fenced)
}

fn push_lines(text: &mut String, lines: &[&str]) {
    for line in lines {
        text.push_str(line);
        text.push('\n');
    }
}

fn longest_ticks(lines: &[&str]) -> usize {
    let length = |line: &&str| line.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    lines.iter().map(length).max().unwrap_or(0)
}

/// Where the lines end that belong to an opening, and whether they are enough to be code.
fn find_end(lines: &[&str], start: usize, opening: Opening) -> (usize, bool) {
    let mut end = start + 1;
    let mut n_statements = 1;
    let mut n_indented = 0;
    let mut n_blank = 0;
    for (at, line) in lines.iter().enumerate().skip(start + 1) {
        if line.trim().is_empty() {
            n_blank += 1;
            continue;
        }
        if ["```", "~~~"].iter().any(|fence| line.trim_start().starts_with(fence)) {
            break;
        }
        let is_indented = line.starts_with(['\t']) || line.starts_with("  ");
        let is_statement = is_statement(line);
        let belongs = match n_blank {
            0 => is_indented && !is_item(line) || is_statement || is_comment(lines, at),
            1 | 2 => {
                is_indented && !is_item(line) && (is_statement || !is_prose(line))
                    || Opening::of(line).is_some()
                    || is_statement && !is_prose(line)
                    || is_comment(lines, at)
            }
            _ => false,
        };
        if !belongs {
            break;
        }
        n_blank = 0;
        n_statements += usize::from(is_statement);
        n_indented += usize::from(is_indented);
        end = at + 1;
    }
    let is_code = match opening {
        Opening::Definition => n_indented > 0,
        Opening::Block => n_indented > 0 && n_statements >= 2,
        Opening::Statement => n_statements >= 2 && (n_indented > 0 || n_statements >= 3),
        Opening::Query => lines[start + 1..end].iter().any(|line| is_query(line)),
    };
    (end, is_code)
}

/// A comment, followed by a statement.
fn is_comment(lines: &[&str], at: usize) -> bool {
    let line = lines[at].trim_start();
    let is_marked = ["# ", "//", "/*", "* ", "*/", "-- "].iter().any(|mark| line.starts_with(mark));
    let next = lines[at + 1..].iter().find(|line| !line.trim().is_empty());
    is_marked && next.is_some_and(|next| is_statement(next))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fenced(text: &str) -> bool {
        fence(text) != text
    }

    #[test]
    fn code_gets_fences() {
        assert_eq!(
            fence("Fix this:\ndef g(n):\n    a = 0\n\n    return a\n\nThanks!"),
            "Fix this:\n```\ndef g(n):\n    a = 0\n\n    return a\n```\n\nThanks!"
        );
        for code in [
            "def f(x):\n    if x:\n        return 1\n    return 2\n\nfor i in range(3):\n    print(i)",
            "SELECT *\n  FROM t\n WHERE a = 1\n   AND b_c_d = 2 * 3 * 4;",
            "import os\nimport sys\n\nprint(os.name)",
            "#include <stdio.h>\nint main() {\n  puts(\"a\");\n}",
            "function f(a) {\n  return a;\n}",
            "public class A {\n    int b;\n}",
            "{\n  \"a\": 1,\n  \"b\": [2]\n}",
            "const a = 1;\nlet b = 2;\nconsole.log(a + b);",
            "class A:\n    b = 1",
            "for i in range(3):\n\tprint(i)",
        ] {
            assert_eq!(fence(code), format!("```\n{code}\n```"), "{code}");
        }
        assert!(fence("def f():\n    \"```\"").starts_with("````\ndef"));
    }

    #[test]
    fn prose_stays_prose() {
        for prose in [
            "for example:\n  this and that",
            "for people in need:\n    - bread\n    - milk",
            "if you like:\n  do it",
            "class struggle:\n  a history",
            "def. a thing:\n  words",
            "import taxes are high\nfrom now on",
            "from here\nimport more\n\nand so on",
            "Select the best option\n  from the list",
            "SELECT one of these.",
            "let us go;\nlet us stay;",
            "x = 5\ny = 6\nz = 7",
            "1. def f():\n2. pass",
            "    def f():\n        pass",
            "```\ndef f():\n    pass\n```",
            "<pre>\ndef f():\n    pass\n</pre>",
            "Roses are red,\n    violets are blue",
            "with love:\n  your friend",
            "public opinion;\n  private views;",
            "Dear all,\n\nreturn the book.\n\nBye",
        ] {
            assert!(!fenced(prose), "{prose}");
        }
    }
}
