//! MathML read tag by tag, and written again from a closed list.

use crate::markdown::html::Html;

/// What a formula may be made of.
const ELEMENTS: [&str; 24] = [
    "math",
    "mrow",
    "mi",
    "mo",
    "mn",
    "ms",
    "mtext",
    "mspace",
    "mfrac",
    "msqrt",
    "mroot",
    "msub",
    "msup",
    "msubsup",
    "munder",
    "mover",
    "munderover",
    "mmultiscripts",
    "mprescripts",
    "mtable",
    "mtr",
    "mtd",
    "mpadded",
    "mphantom",
];

/// What its elements may say of themselves. No style and no class: pages allow none of the first,
/// and the second is ours.
const ATTRIBUTES: [&str; 22] = [
    "accent",
    "accentunder",
    "columnalign",
    "columnspacing",
    "depth",
    "display",
    "displaystyle",
    "fence",
    "form",
    "height",
    "largeop",
    "linethickness",
    "lspace",
    "mathvariant",
    "maxsize",
    "minsize",
    "movablelimits",
    "rowspacing",
    "rspace",
    "scriptlevel",
    "separator",
    "stretchy",
];

/// What else may be there and is left out.
const DROPPED: [&str; 5] = ["class", "style", "symmetric", "width", "voffset"];

/// Reads MathML and writes it again with its source beside it; none if anything is not listed.
pub fn check(mathml: &str, tex: &str) -> Option<String> {
    let mut html = Html::for_text(mathml.len());
    let mut open: Vec<&str> = Vec::new();
    let mut rest = mathml;
    while let Some(start) = rest.find('<') {
        push_text(&mut html, &rest[..start])?;
        let end = start + rest[start..].find('>')?;
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return None;
            }
            html.push_markup("</");
            html.push_markup(name);
            html.push_markup(">");
            continue;
        }
        let (tag, is_empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        let known = ELEMENTS.into_iter().find(|known| *known == name)?;
        if (known == "math") != open.is_empty() {
            return None;
        }
        html.push_markup("<");
        html.push_markup(known);
        push_attributes(&mut html, tag[name.len()..].trim())?;
        if known == "math" {
            html.push_markup(" alttext=\"");
            html.push_attribute(tex);
            html.push_markup("\"");
        }
        html.push_markup(">");
        match is_empty {
            true => {
                html.push_markup("</");
                html.push_markup(known);
                html.push_markup(">");
            }
            false => open.push(known),
        }
    }
    (open.is_empty() && rest.trim().is_empty()).then(|| html.into_string())
}

fn push_attributes(html: &mut Html, attributes: &str) -> Option<()> {
    let mut rest = attributes;
    while !rest.is_empty() {
        let (name, after) = rest.split_once("=\"")?;
        let (value, after) = after.split_once('"')?;
        rest = after.trim_start();
        if DROPPED.contains(&name) {
            continue;
        }
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b" .%-+".contains(&byte);
        if !ATTRIBUTES.contains(&name) || !value.bytes().all(is_plain) {
            return None;
        }
        html.push_markup(" ");
        html.push_markup(name);
        html.push_markup("=\"");
        html.push_markup(value);
        html.push_markup("\"");
    }
    Some(())
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
            "<math><mi mathvariant=\"&quot;\">x</mi></math>",
            "<math><mi>&unknown;</mi></math>",
            "<math></math><math></math>x",
            "<math><mi>a\u{202e}b</mi></math>",
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
}
