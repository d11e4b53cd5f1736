//! Text as HTML: the only place that makes markup out of what models and people wrote.
//!
//! Every text is hostile. The writer emits a fixed set of elements, and the sanitiser behind it
//! checks the outcome again as a browser would read it. Nothing that was written is hidden: raw
//! HTML, images and refused links appear as text, and invisible characters as marked glyphs.

mod code;
pub mod conversation;
mod depth;
mod glyph;
mod html;
mod link;
mod math;
mod sanitizer;
mod source;
mod syntax;
mod verbatim;
mod writer;

#[cfg(test)]
mod attack_tests;
#[cfg(test)]
mod case_tests;
#[cfg(test)]
mod checker;
#[cfg(test)]
mod kept_tests;
#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use crate::markdown::html::Html;
use crate::markdown::source::Source;

/// Renders GitHub-flavoured Markdown as HTML that is safe to place into a page.
///
/// Line breaks stay line breaks, raw HTML is shown as it was typed, and nothing is loaded from
/// elsewhere. Blank text gives an empty string; other text never does.
pub fn render(text: &str) -> String {
    let text = unify_line_endings(text);
    if glyph::is_blank(&text) {
        return String::new();
    }

    let source = if depth::is_excessive(&text) { None } else { Source::new(&text) };
    match source {
        Some(source) => {
            let (html, formulas) = writer::write(&source);
            formulas.put_into(sanitizer::clean(&html))
        }
        None => sanitizer::clean(&lines(&text)),
    }
}

/// One paragraph that shows a text as it was typed.
fn lines(text: &str) -> String {
    let mut html = Html::for_text(text.len());
    html.push_markup("<p>");
    html.push_lines(text.trim_matches('\n'));
    html.push_markup("</p>");
    html.into_string()
}

/// The text as [`plain`] makes it, if it has characters that are shown as marks; other text can be
/// shown as it is.
pub fn marked(text: &str) -> Option<String> {
    glyph::has_marked(text).then(|| plain(text))
}

/// Escapes text without reading it as Markdown, for places that show it raw.
///
/// Line breaks and spaces are kept as they are, so the place needs `white-space: pre-wrap`.
pub fn plain(text: &str) -> String {
    let text = unify_line_endings(text);
    let mut html = Html::for_text(text.len());

    html.push_text(&text);
    html.into_string()
}

/// Turns CRLF and lone carriage returns into line feeds, as a browser does.
fn unify_line_endings(text: &str) -> Cow<'_, str> {
    if !text.contains('\r') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
}
