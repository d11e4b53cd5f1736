//! Chemical formulas.

use super::argument::group;

/// A chemical formula: letters upright, numbers behind them below, arrows as arrows.
pub fn chemistry(formula: &str) -> String {
    let mut out = String::from("\\mathrm{");
    let mut rest = formula;
    let mut is_behind = false;
    while let Some(first) = rest.chars().next() {
        let arrow = [("<=>", "\\rightleftharpoons"), ("<->", "\\leftrightarrow"), ("->", "\\to")]
            .into_iter()
            .find_map(|(arrow, known)| Some((rest.strip_prefix(arrow)?, known)));
        if let Some((after, known)) = arrow {
            out.push_str(&format!("\\;{known}\\;"));
            rest = after;
            is_behind = false;
            continue;
        }
        let n_digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if n_digits > 0 && is_behind {
            // Still behind its element, as far as a charge is concerned.
            out.push_str(&format!("_{{{}}}", &rest[..n_digits]));
            rest = &rest[n_digits..];
            continue;
        }
        rest = &rest[first.len_utf8()..];
        let was_behind = is_behind;
        is_behind = first.is_alphabetic() || matches!(first, ')' | ']');
        match first {
            '^' => match group(rest) {
                Some((charge, after)) => {
                    out.push_str(&format!("^{{{charge}}}"));
                    rest = after;
                }
                None => {
                    let end = rest.find([' ', '\\', '(', ')', '{', '}', '_', '^']);
                    let (charge, after) = rest.split_at(end.unwrap_or(rest.len()));
                    out.push_str(&format!("^{{{charge}}}"));
                    rest = after;
                }
            },
            '+' | '-' if was_behind && !rest.starts_with(char::is_alphanumeric) => {
                out.push_str(&format!("^{{{first}}}"));
            }
            ' ' => out.push_str("\\,"),
            '%' | '#' | '&' => {
                out.push('\\');
                out.push(first);
            }
            first => out.push(first),
        }
    }
    out.push('}');
    out
}
