//! MathML read tag by tag, and written again from a closed list.
//!
//! Pages allow no inline styles, so the few declarations that the converter writes become classes
//! of the style sheet. Colours are left out: white text on white would hide what was written.

mod names;

pub use self::names::BOX_COLOR;
use self::names::{ATTRIBUTES, BOX_STYLE, CHILDREN, DROPPED, ELEMENTS, STROKES, STYLES, TEXTS};
use crate::markdown::html::Html;

/// The widest space, in em: more only moves the rest of a formula out of sight.
const MAX_SPACE: f64 = 12.0;

/// The longest hidden text that counts as a space, in characters.
const MAX_PHANTOM: usize = 12;

/// The arrow over a vector. Fonts draw it beside the letter, as it combines with the letter before.
const VECTOR: char = '\u{20d7}';

/// Reads MathML and writes it again with its source beside it; none if anything is not listed.
pub fn check(mathml: &str, tex: &str) -> Option<String> {
    let mut html = Html::for_text(mathml.len());
    let mut open: Vec<Open> = Vec::new();
    let mut rest = mathml;
    while let Some(start) = rest.find('<') {
        push_text(&mut html, &rest[..start])?;
        rest = &rest[start..];
        if let Some(after) = STROKES.iter().find_map(|(_, mark, _)| rest.strip_prefix(mark)) {
            rest = after;
            continue;
        }
        let end = rest.find('>')?;
        let tag = &rest[1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            let element = open.pop()?;
            if element.read != name || !element.is_complete() {
                return None;
            }
            push_end(&mut html, element.written);
            continue;
        }
        let (tag, is_empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, attributes) = tag.split_once([' ', '\n']).unwrap_or((tag, ""));
        let mut start = Start::new(name, attributes)?;
        let is_root = start.name == "math";
        if is_root != open.is_empty() || (start.name == "mphantom" && !is_short(rest)) {
            return None;
        }
        let markup = match start.name {
            "mtext" => start.take_text_markup(&mut rest),
            _ => Vec::new(),
        };
        let keeps_width = start.name == "mspace" || rest.starts_with("<mphantom>");
        if rest.starts_with(VECTOR) {
            start.classes.push("math-vector");
        }
        start.read_attributes(attributes, keeps_width)?;
        start.push(&mut html, is_root.then_some(tex));
        if let Some(parent) = open.last_mut() {
            parent.n_children += 1;
        }
        match is_empty {
            true => push_end(&mut html, start.name),
            false => open.push(Open { read: name, written: start.name, n_children: 0 }),
        }
        let markup = markup.into_iter();
        open.extend(markup.map(|read| Open { read, written: "", n_children: 0 }));
    }
    (open.is_empty() && rest.trim().is_empty()).then(|| html.into_string())
}

/// An open element.
struct Open<'m> {
    /// The name that was read.
    read: &'m str,
    /// The name that was written for it.
    written: &'m str,
    n_children: usize,
}

impl Open<'_> {
    fn is_complete(&self) -> bool {
        let known = CHILDREN.iter().find(|(name, _)| *name == self.written);
        known.is_none_or(|(_, n_children)| *n_children == self.n_children)
    }
}

/// The start of an element under construction.
struct Start {
    name: &'static str,
    attributes: String,
    classes: Vec<&'static str>,
}

impl Start {
    /// Begins the element that is written for one that was read.
    fn new(name: &str, attributes: &str) -> Option<Self> {
        let (name, classes) = match name {
            "merror" => ("mrow", vec!["math-unknown"]),
            "menclose" => {
                let strokes = STROKES.iter().filter(|(stroke, ..)| attributes.contains(stroke));
                ("mrow", strokes.map(|(.., class)| *class).collect())
            }
            name => (ELEMENTS.into_iter().find(|known| *known == name)?, Vec::new()),
        };
        Some(Self { name, attributes: String::new(), classes })
    }

    /// Takes HTML elements off the text that follows, as classes; gives their names.
    fn take_text_markup(&mut self, rest: &mut &str) -> Vec<&'static str> {
        let mut names = Vec::new();
        while let Some((after, name, class)) = TEXTS
            .iter()
            .find_map(|(open, name, class)| Some((rest.strip_prefix(open)?, *name, *class)))
        {
            *rest = after;
            names.push(name);
            self.classes.push(class);
        }
        names
    }

    fn read_attributes(&mut self, attributes: &str, keeps_width: bool) -> Option<()> {
        let mut rest = attributes.trim();
        while !rest.is_empty() {
            let (name, after) = rest.split_once("=\"")?;
            let (value, after) = after.split_once('"')?;
            rest = after.trim_start();
            match name {
                "class" => continue,
                "style" => {
                    self.read_style(value);
                    continue;
                }
                "width" if keeps_width && is_narrow(value) => {}
                "width" => continue,
                name if DROPPED.contains(&name) => continue,
                name if ATTRIBUTES.contains(&name) => {}
                _ => return None,
            }
            let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b" .%-+".contains(&byte);
            if !value.bytes().all(is_plain) {
                return None;
            }
            self.attributes.push_str(&format!(" {name}=\"{value}\""));
        }
        Some(())
    }

    fn read_style(&mut self, style: &str) {
        if style.trim_end_matches(';') == BOX_STYLE {
            self.classes.push("math-box");
            return;
        }
        for (name, value) in style.split(';').filter_map(|one| one.split_once(':')) {
            let wanted = (name.trim(), value.trim());
            if wanted.0 == "margin-left" && wanted.1.starts_with("-0.") {
                self.classes.push("math-back");
                continue;
            }
            let class = STYLES.iter().find(|(name, value, _)| (*name, *value) == wanted);
            self.classes.extend(class.map(|(.., class)| *class));
        }
    }

    fn push(&self, html: &mut Html, tex: Option<&str>) {
        html.push_markup("<");
        html.push_markup(self.name);
        html.push_markup(&self.attributes);
        if !self.classes.is_empty() {
            html.push_markup(&format!(" class=\"{}\"", self.classes.join(" ")));
        }
        if let Some(tex) = tex {
            html.push_markup(" alttext=\"");
            html.push_attribute(tex);
            html.push_markup("\"");
        }
        html.push_markup(">");
    }
}

fn push_end(html: &mut Html, name: &str) {
    if !name.is_empty() {
        html.push_markup("</");
        html.push_markup(name);
        html.push_markup(">");
    }
}

/// Whether a width is no wider than a reader would follow.
fn is_narrow(width: &str) -> bool {
    let number = width.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    number.parse::<f64>().is_ok_and(|width| (0.0..=MAX_SPACE).contains(&width))
}

/// Whether hidden text is short enough to be meant as a space.
fn is_short(rest: &str) -> bool {
    let content = rest.split_once("</mphantom>").map_or(rest, |(content, _)| content);
    let mut in_tag = false;
    let is_text = |character: &char| {
        in_tag = *character == '<' || (in_tag && *character != '>');
        !in_tag && character.is_alphanumeric()
    };
    content.chars().filter(is_text).count() <= MAX_PHANTOM
}

/// Text with its entities resolved and escaped again.
fn push_text(html: &mut Html, text: &str) -> Option<()> {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        push_plain(html, &rest[..at])?;
        let entities =
            [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", "\u{a0}")];
        let (entity, character) =
            entities.into_iter().find(|(entity, _)| rest[at..].starts_with(entity))?;
        push_plain(html, character)?;
        rest = &rest[at + entity.len()..];
    }
    push_plain(html, rest)
}

/// Characters without a width tell how operators stand and are left out: a reader misses nothing.
fn push_plain(html: &mut Html, text: &str) -> Option<()> {
    let seen: String = text
        .chars()
        .filter(|c| !matches!(c, '\u{2061}'..='\u{2064}' | '\u{200b}' | '\u{fe00}'..='\u{fe0f}'))
        .map(|c| if c == VECTOR { '→' } else { c })
        .collect();
    if crate::markdown::glyph::has_marked(&seen) {
        return None;
    }
    html.push_text(&seen);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_passes_that_is_not_listed() {
        let refused = [
            "<math><mi>x</mi>",
            "<mi>x</mi>",
            "<math><script>x</script></math>",
            "<math><mi onclick=\"x\">x</mi></math>",
            "<math><mi href=\"x\">x</mi></math>",
            "<math><maction>x</maction></math>",
            "<math><semantics><annotation-xml></annotation-xml></semantics></math>",
            "<math><mtext><a href=\"#x\">x</a></mtext></math>",
            "<math><mtext>x<b>y</b></mtext></math>",
            "<math><mi><b>y</b></mi></math>",
            "<math><mtext><b onclick=\"x\">y</b></mtext></math>",
            "<math><mrow id=\"x\">y</mrow></math>",
            "<math><mphantom><mtext>more than a dozen letters</mtext></mphantom></math>",
            "<math><mi mathvariant=\"&quot;\">x</mi></math>",
            "<math><mi>&unknown;</mi></math>",
            "<math></math><math></math>x",
            "<math><mi>a\u{202e}b</mi></math>",
            "<math><msub><mi>a</mi></msub></math>",
            "<math><mfrac><mi>a</mi><mi>b</mi><mi>c</mi></mfrac></math>",
        ];

        for mathml in refused {
            assert_eq!(check(mathml, "x"), None, "{mathml}");
        }
        assert_eq!(
            check("<math><mo style=\"a\" stretchy=\"true\">&lt;</mo><mspace/></math>", "\"<")
                .unwrap(),
            "<math alttext=\"&quot;&lt;\"><mo stretchy=\"true\">&lt;</mo><mspace></mspace></math>"
        );
    }

    #[test]
    fn known_styles_become_classes_and_others_go() {
        let table = [
            (
                "<mtd style=\"text-align: left;justify-items: start;padding-right: 0;\">x</mtd>",
                "<mtd class=\"math-start math-flush-end\">x</mtd>",
            ),
            ("<mtd style=\"position:fixed;inset:0\">x</mtd>", "<mtd>x</mtd>"),
            ("<mrow class=\"glyph\">x</mrow>", "<mrow>x</mrow>"),
            ("<mrow style=\"color:#ffffff;\">x</mrow>", "<mrow>x</mrow>"),
            ("<mrow style=\"color:#A83E9E;\">x</mrow>", "<mrow class=\"math-box\">x</mrow>"),
            ("<mspace width=\"1em\"/>", "<mspace width=\"1em\"></mspace>"),
            ("<mspace width=\"9999em\"/>", "<mspace></mspace>"),
            ("<mpadded width=\"0\">x</mpadded>", "<mpadded>x</mpadded>"),
            (
                "<menclose notation=\"updiagonalstrike\"><mi>x</mi>\
                 <mrow class=\"menclose-updiagonalstrike\"></mrow></menclose>",
                "<mrow class=\"math-stroke-up\"><mi>x</mi></mrow>",
            ),
            ("<mtext><b><i>x</i></b></mtext>", "<mtext class=\"math-bold math-italic\">x</mtext>"),
            (
                "<merror class=\"x\"><mtext>\\a</mtext></merror>",
                "<mrow class=\"math-unknown\"><mtext>\\a</mtext></mrow>",
            ),
        ];

        for (read, written) in table {
            let whole = format!("<math alttext=\"x\">{written}</math>");
            assert_eq!(check(&format!("<math>{read}</math>"), "x"), Some(whole), "{read}");
        }
    }
}
