//! TeX as models write it, in the words that the converter knows.
//!
//! One pass from left to right: other names for known commands, commands that are made of known
//! ones, and text with characters that TeX would not take. Only layout
//! instructions are dropped.

mod argument;
mod chemistry;
mod names;

use self::argument::{argument, command_name, group, plain_columns, skip_option, skip_row_space};
use self::chemistry::chemistry;
use self::names::{COMMANDS, ENVIRONMENTS, NAMES, TEXTS, find};
use super::mathml::BOX_COLOR;

/// Environments in which the converter takes tags.
const TAGGED: [&str; 3] = ["align*", "equation*", "gather*"];

/// Commands that say something only about a whole group.
const NEED_BRACES: [&str; 8] =
    ["begin", "ce", "color", "end", "eqref", "label", "tag", "textcolor"];

/// A formula in the words of the converter.
pub fn prepare(tex: &str, is_display: bool) -> String {
    let mut writer = Writer::default();
    writer.write(tex, 0);
    let Writer { out, tag, has_columns, has_rows, .. } = writer;
    let body = match (is_display, has_columns, has_rows) {
        (_, true, _) => format!("\\begin{{aligned}}{out}\\end{{aligned}}"),
        (true, false, true) => format!("\\begin{{gathered}}{out}\\end{{gathered}}"),
        _ => out,
    };
    match tag {
        None => body,
        Some(tag) if is_display && is_plain(&tag) => {
            format!("\\begin{{equation*}}{body}\\tag{{{tag}}}\\end{{equation*}}")
        }
        Some(tag) => format!("{body}\\qquad\\text{{({})}}", text(&tag, "\\text")),
    }
}

/// Whether the converter takes this for a tag.
fn is_plain(tag: &str) -> bool {
    tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || b" .,-*:".contains(&byte))
}

#[derive(Default)]
struct Writer {
    out: String,
    /// The environments that are open, each with the columns it was given.
    environments: Vec<(String, usize)>,
    /// The tag of the whole formula.
    tag: Option<String>,
    /// Whether columns or rows are told apart outside of all environments.
    has_columns: bool,
    has_rows: bool,
}

impl Writer {
    fn write(&mut self, tex: &str, depth: usize) {
        let mut depth = depth;
        let mut rest = tex;
        while let Some(at) = rest.find(['\\', '%', '#', '&', '{', '}']) {
            self.out.push_str(&rest[..at]);
            rest = &rest[at..];
            let is_outside = depth == 0 && self.environments.is_empty();
            match rest.as_bytes()[0] {
                b'\\' => rest = self.write_command(rest, depth),
                b'%' | b'#' => {
                    self.out.push('\\');
                    self.out.push_str(&rest[..1]);
                    rest = &rest[1..];
                }
                byte => {
                    self.has_columns |= byte == b'&' && is_outside;
                    depth = match byte {
                        b'{' => depth + 1,
                        b'}' => depth.saturating_sub(1),
                        _ => depth,
                    };
                    self.out.push_str(&rest[..1]);
                    rest = &rest[1..];
                }
            }
        }
        self.out.push_str(rest);
    }

    /// Writes the command at the start of TeX and gives what follows.
    fn write_command<'t>(&mut self, tex: &'t str, depth: usize) -> &'t str {
        let name = command_name(tex);
        let rest = &tex[1 + name.len()..];
        let Some((argument, after)) = argument(rest) else {
            return self.write_name(name, rest, depth);
        };
        if let Some(known) = find(TEXTS, name) {
            self.out.push_str(known);
            self.out.push('{');
            self.out.push_str(&text(argument, known));
            self.out.push('}');
            return after;
        }
        if let Some(known) = find(COMMANDS, name) {
            self.out.push_str(known);
            self.write_group("", argument, depth);
            return after;
        }
        let is_braced = rest.trim_start().starts_with('{');
        match name {
            _ if !is_braced && NEED_BRACES.contains(&name) => {
                return self.write_name(name, rest, depth);
            }
            "begin" | "end" => return self.write_environment(name, argument, after),
            "boxed" => self.write_group(&format!("\\color{{{BOX_COLOR}}}"), argument, depth),
            "fbox" | "framebox" => {
                let argument = format!("\\text{{{argument}}}");
                self.write_group(&format!("\\color{{{BOX_COLOR}}}"), &argument, depth);
            }
            "substack" => {
                self.out.push_str("\\begin{subarray}{c}");
                self.environments.push(("subarray".to_owned(), 1));
                self.write(argument, depth);
                self.environments.pop();
                self.out.push_str("\\end{subarray}");
            }
            "ce" => self.out.push_str(&chemistry(argument)),
            "color" => {}
            "textcolor" | "colorbox" => return self.write_coloured(name, after, depth),
            "label" => {}
            "ref" => self.write_text(argument),
            "eqref" => self.write_text(&format!("({argument})")),
            "tag" | "tag*" => self.write_tag(name, argument),
            "hspace*" => {
                self.out.push_str(&format!("\\hspace{{{argument}}}"));
            }
            "sout" => {
                self.out.push_str(&format!("\\text{{\\sout{{{}}}}}", text(argument, "")));
            }
            "vspace" | "vspace*" => {}
            "textsubscript" => self.out.push_str(&format!("_{{\\text{{{}}}}}", text(argument, ""))),
            "textsuperscript" => {
                self.out.push_str(&format!("^{{\\text{{{}}}}}", text(argument, "")));
            }
            _ => return self.write_name(name, rest, depth),
        }
        after
    }

    fn write_group(&mut self, prefix: &str, tex: &str, depth: usize) {
        self.out.push('{');
        self.out.push_str(prefix);
        self.write(tex, depth + 1);
        self.out.push('}');
    }

    fn write_text(&mut self, content: &str) {
        self.out.push_str(&format!("\\text{{{}}}", text(content, "\\text")));
    }

    /// Writes a command without regard to what follows.
    fn write_name<'t>(&mut self, name: &str, rest: &'t str, depth: usize) -> &'t str {
        if name == "\\" {
            self.has_rows |= depth == 0 && self.environments.is_empty();
            self.out.push_str("\\\\ ");
            return skip_row_space(rest);
        }
        match find(NAMES, name) {
            Some(known) => self.out.push_str(known),
            None => {
                self.out.push('\\');
                self.out.push_str(name);
            }
        }
        // The converter would take a star or a letter that follows for a part of the name.
        if name.ends_with(|c: char| c.is_ascii_alphabetic()) {
            self.out.push(' ');
        }
        rest
    }

    /// Writes the start or the end of an environment, under the name that the converter knows.
    fn write_environment<'t>(&mut self, command: &str, name: &str, after: &'t str) -> &'t str {
        let known = find(ENVIRONMENTS, name).unwrap_or(name);
        if command == "end" {
            let (_, n_columns) = self.environments.pop().unwrap_or_default();
            if self.out.trim_end().ends_with("\\hline") {
                // The line is that above one more row, whose cells it needs.
                self.out.push_str(&"&".repeat(n_columns.saturating_sub(1)));
            }
            self.out.push_str(&format!("\\end{{{known}}}"));
            return after;
        }
        self.out.push_str(&format!("\\begin{{{known}}}"));
        self.environments.push((known.to_owned(), 1));
        match name {
            "alignat" | "alignat*" | "alignedat" => {
                argument(after).map_or(after, |(_, after)| after)
            }
            "array" | "darray" => match argument(after) {
                Some((columns, after)) => {
                    let columns = plain_columns(columns);
                    if let Some((_, n_columns)) = self.environments.last_mut() {
                        *n_columns = columns.bytes().filter(|byte| *byte != b'|').count();
                    }
                    self.out.push_str(&format!("{{{columns}}}"));
                    after
                }
                None => after,
            },
            "subarray" => after,
            // Where the whole stands, or how its columns are aligned.
            _ => skip_option(after),
        }
    }

    /// Colours could hide what they colour, so only their content is written.
    fn write_coloured<'t>(&mut self, name: &str, content: &'t str, depth: usize) -> &'t str {
        let Some((content, after)) = argument(content) else {
            return content;
        };
        match name {
            "colorbox" => self.write_text(content),
            _ => self.write_group("", content, depth),
        }
        after
    }

    fn write_tag(&mut self, name: &str, tag: &str) {
        let is_inside = self.environments.last().is_some_and(|(name, _)| TAGGED.contains(&&**name));
        match &self.tag {
            _ if is_inside && is_plain(tag) => self.out.push_str(&format!("\\tag{{{tag}}}")),
            None if !is_inside && name == "tag" => self.tag = Some(tag.to_owned()),
            _ => {
                self.out.push_str("\\qquad ");
                self.write_text(&format!("({tag})"));
            }
        }
    }
}

/// The inside of a text command, with all that TeX would not take as text escaped; formulas in it
/// end the text and begin it again.
fn text(content: &str, command: &str) -> String {
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
