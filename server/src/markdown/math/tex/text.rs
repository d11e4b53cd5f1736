//! Text within formulas.

use super::argument::{command_name, group};
use super::names::{TEXTS, find};
use super::prepare;

/// The inside of a text command, with all that TeX would not take as text escaped; formulas in it
/// end the text and begin it again.
pub fn text(content: &str, command: &str) -> String {
    let mut out = String::with_capacity(content.len() + 8);
    let mut rest = content;
    while let Some(at) = rest.find(['\\', '_', '^', '&', '#', '%', '$']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match rest.as_bytes()[0] {
            b'\\' => rest = text_command(&mut out, rest),
            b'$' => {
                let formula = rest[1..].split_once('$').filter(|_| !command.is_empty());
                match formula {
                    Some((formula, after)) => {
                        out.push_str(&format!("}}{{{}}}{command}{{", prepare(formula, false)));
                        rest = after;
                    }
                    None => {
                        out.push_str("\\$");
                        rest = &rest[1..];
                    }
                }
            }
            b'^' => {
                out.push_str("\\textasciicircum ");
                rest = &rest[1..];
            }
            _ => {
                out.push('\\');
                out.push_str(&rest[..1]);
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// Writes a command within text and gives what follows.
fn text_command<'t>(out: &mut String, tex: &'t str) -> &'t str {
    let name = command_name(tex);
    let rest = &tex[1 + name.len()..];
    let known = match name {
        "" => "\\textbackslash ",
        "{" => "\\textbraceleft ",
        "}" => "\\textbraceright ",
        "quad" => "\u{2003}",
        "qquad" => "\u{2003}\u{2003}",
        "ldots" | "dots" => "…",
        "LaTeX" => "LaTeX",
        "TeX" => "TeX",
        "\\" | "newline" => " ",
        name if find(TEXTS, name).is_some() && group(rest).is_some() => {
            out.push_str(find(TEXTS, name).unwrap_or_default());
            return rest;
        }
        name if name.starts_with(|c: char| !c.is_ascii_alphabetic()) => {
            out.push('\\');
            out.push_str(name);
            return rest;
        }
        name if name.starts_with("text") => {
            out.push('\\');
            out.push_str(name);
            out.push(' ');
            return rest;
        }
        _ => {
            out.push_str("\\textbackslash ");
            out.push_str(name);
            return rest;
        }
    };
    out.push_str(known);
    rest
}
