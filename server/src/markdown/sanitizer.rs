//! The second wall: HTML read as a browser reads it, and stripped of all that is not listed.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use crate::markdown::{code, link, math};

/// All elements that rendered text may hold. No svg and math: their parsing rules have broken
/// every sanitiser.
const ELEMENTS: [&str; 26] = [
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "span",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

/// All attributes that an element may hold, apart from what every link gets.
const ATTRIBUTES: [(&str, &[&str]); 10] = [
    ("a", &["href", "title"]),
    ("blockquote", &["dir"]),
    ("code", &["class"]),
    ("li", &["value"]),
    ("ol", &["dir", "start"]),
    ("span", &["class", "title"]),
    ("table", &["dir"]),
    ("td", &["align"]),
    ("th", &["align"]),
    ("ul", &["dir"]),
];

/// What every link says about where it leads.
const LINK_RELATION: &str = "noopener noreferrer nofollow ugc";

static SANITIZER: LazyLock<Builder<'static>> = LazyLock::new(build);

/// Removes everything from HTML that is not on the list.
pub fn clean(html: &str) -> String {
    SANITIZER.clean(html).to_string()
}

/// Whether a class is a code block's language: `language-` and up to 32 harmless characters.
pub fn is_language_class(class: &str) -> bool {
    let Some(language) = class.strip_prefix("language-") else {
        return false;
    };
    let is_harmless = |byte: u8| byte.is_ascii_alphanumeric() || b"+#._-".contains(&byte);
    (1..=32).contains(&language.len()) && language.bytes().all(is_harmless)
}

fn build() -> Builder<'static> {
    let attributes = ATTRIBUTES.map(|(element, names)| (element, names.iter().copied().collect()));

    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from(ELEMENTS))
        .tag_attributes(HashMap::from(attributes))
        .set_tag_attribute_value("a", "target", "_blank")
        .link_rel(Some(LINK_RELATION))
        .url_schemes(HashSet::from(link::SCHEMES))
        .url_relative(UrlRelative::Deny)
        .attribute_filter(filter_attribute);
    builder
}

fn filter_attribute<'v>(element: &str, attribute: &str, value: &'v str) -> Option<Cow<'v, str>> {
    let is_allowed = match (element, attribute) {
        ("code", "class") => is_language_class(value),
        ("span", "class") => {
            matches!(value, "glyph" | "marker") || code::is_class(value) || math::is_class(value)
        }
        (_, "dir") => value == "auto",
        ("ol", "start") | ("li", "value") => {
            value.len() <= 9 && value.bytes().all(|byte| byte.is_ascii_digit())
        }
        ("td" | "th", "align") => matches!(value, "left" | "center" | "right"),
        _ => true,
    };
    is_allowed.then_some(Cow::Borrowed(value))
}
