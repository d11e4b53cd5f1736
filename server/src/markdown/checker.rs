//! Reads rendered HTML tag by tag and accepts nothing but what a page may show.
//!
//! The lists are written out again here on purpose: a slip in the sanitiser must not widen them.

const ELEMENTS: [&str; 50] = [
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
const MAX_DEPTH: usize = 64;

const MATH_CLASSES: [&str; 24] = [
    "math-start",
    "math-end",
    "math-flush-start",
    "math-flush-end",
    "math-condition",
    "math-dense",
    "math-line-start",
    "math-line-end",
    "math-line-top",
    "math-margin",
    "math-back",
    "math-box",
    "math-bold",
    "math-italic",
    "math-code",
    "math-strike",
    "math-underline",
    "math-caps",
    "math-sans",
    "math-serif",
    "math-stroke-up",
    "math-stroke-down",
    "math-unknown",
    "math-vector",
];

/// What is left of checked HTML: the text a reader sees, and where its links lead.
#[derive(Debug, Default)]
pub struct Page {
    pub text: String,
    pub addresses: Vec<String>,
    pub elements: Vec<String>,
    /// All that comes of the letters and digits of a source: the text with the source of each
    /// formula in its place, with numbers of lists, titles, addresses and languages.
    pub seen: String,
    /// The source of each formula, and the text that it is set as.
    pub formulas: Vec<(String, String)>,
    /// The next number of each open list.
    numbers: Vec<u64>,
    in_formula: bool,
}

impl Page {
    fn push_text(&mut self, text: &str) {
        self.text.push_str(text);
        match self.formulas.last_mut().filter(|_| self.in_formula) {
            Some((_, set)) => set.push_str(text),
            None => self.seen.push_str(text),
        }
    }

    fn push_seen(&mut self, text: &str) {
        self.seen.push(' ');
        self.seen.push_str(text);
        self.seen.push(' ');
    }

    /// Takes note of an attribute that shows something.
    fn push_attribute(&mut self, element: &str, attribute: &str, value: &str) {
        match (element, attribute) {
            ("ol", "start") | ("li", "value") => {
                if let Some(number) = self.numbers.last_mut() {
                    *number = value.parse().unwrap_or_default();
                }
            }
            ("a", "href" | "title") => self.push_seen(value),
            ("code", "class") => self.push_seen(value.trim_start_matches("language-")),
            ("math", "alttext") => {
                self.push_seen(value);
                self.formulas.push((value.to_owned(), String::new()));
            }
            _ => {}
        }
    }
}

/// Checks HTML and gives what a reader sees of it, or the first thing that must not be there.
pub fn check(html: &str) -> Result<Page, String> {
    if let Some(character) = html.chars().find(|character| is_forbidden(*character)) {
        return Err(format!("raw U+{:04X}", u32::from(character)));
    }
    let mut page = Page::default();
    let mut open: Vec<String> = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        page.push_text(&unescape(&rest[..start])?);
        let end = rest[start..].find('>').ok_or("a tag without an end")? + start;
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop().as_deref() != Some(name) {
                return Err(format!("</{name}> closes something else"));
            }
            page.in_formula &= name != "math";
            if matches!(name, "ol" | "ul") {
                page.numbers.pop();
            }
            continue;
        }
        let name = check_tag(tag, &mut page)?;
        page.elements.push(name.to_owned());
        match name {
            "br" | "hr" => page.push_text("\n"),
            name => open.push(name.to_owned()),
        }
        if open.len() > MAX_DEPTH {
            return Err("too deep".to_owned());
        }
    }
    page.push_text(&unescape(rest)?);
    match open.pop() {
        Some(name) => Err(format!("<{name}> is never closed")),
        None => Ok(page),
    }
}

/// Characters that no output may hold: controls, bidi controls, tags, fillers, supplements.
///
/// Joiners and variation selectors are not here: some scripts and emoji need them.
fn is_forbidden(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{8}'
            | '\u{b}'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Checks `name key="value" …` and gives the name.
fn check_tag<'t>(tag: &'t str, page: &mut Page) -> Result<&'t str, String> {
    let (name, mut rest) = tag.split_at(tag.find(' ').unwrap_or(tag.len()));
    if !ELEMENTS.contains(&name) {
        return Err(format!("element <{name}>"));
    }
    if matches!(name, "ol" | "ul") {
        page.numbers.push(1);
    }
    let mut keys = Vec::new();
    while let Some(attribute) = rest.strip_prefix(' ') {
        let (key, after) =
            attribute.split_once("=\"").ok_or(format!("bare attribute in <{tag}>"))?;
        let (value, after) = after.split_once('"').ok_or(format!("open quote in <{tag}>"))?;
        let value = unescape(value)?;
        if !is_allowed(name, key, &value) {
            return Err(format!("<{name}> with {key}={value:?}"));
        }
        page.push_attribute(name, key, &value);
        if key == "href" {
            page.addresses.push(value);
        }
        keys.push(key);
        rest = after;
    }
    if !rest.is_empty() {
        return Err(format!("malformed tag <{tag}>"));
    }
    page.in_formula |= name == "math";
    if let (Some(number), "li") = (page.numbers.last_mut(), name) {
        let shown = number.to_string();
        *number += 1;
        page.push_seen(&shown);
    }
    if name == "a" && !["href", "rel", "target"].iter().all(|key| keys.contains(key)) {
        return Err(format!("incomplete link <{tag}>"));
    }
    Ok(name)
}

fn is_allowed(element: &str, attribute: &str, value: &str) -> bool {
    match (element, attribute) {
        ("a", "href") => {
            let is_known = |scheme: &&str| value.starts_with(*scheme);
            value.is_ascii() && ["http://", "https://", "mailto:"].iter().any(is_known)
        }
        ("a", "rel") => value == "noopener noreferrer nofollow ugc",
        ("a", "target") => value == "_blank",
        ("a" | "span", "title") | ("math", "alttext") => true,
        ("math", "display") => value == "block",
        (element, "class") if element.starts_with('m') => {
            value.split(' ').all(|class| MATH_CLASSES.contains(&class))
        }
        (element, "style" | "href" | "id") if element.starts_with('m') => false,
        (element, _) if element.starts_with('m') => {
            value.chars().all(|c| c.is_ascii_alphanumeric() || " .%-+".contains(c))
        }
        ("span", "class") => [
            "glyph",
            "marker",
            "code-comment",
            "code-keyword",
            "code-string",
            "code-number",
            "code-name",
            "code-type",
        ]
        .contains(&value),
        ("code", "class") => {
            let Some(language) = value.strip_prefix("language-") else {
                return false;
            };
            !language.is_empty()
                && language.chars().all(|c| c.is_ascii_alphanumeric() || "+#._-".contains(c))
        }
        ("ul" | "ol" | "table" | "blockquote", "dir") => value == "auto",
        ("ol", "start") | ("li", "value") => value.bytes().all(|byte| byte.is_ascii_digit()),
        ("td" | "th", "align") => ["left", "center", "right"].contains(&value),
        _ => false,
    }
}

/// Resolves the few entities that may occur; a bare `<`, `>` or `&` is an error.
fn unescape(text: &str) -> Result<String, String> {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['<', '>', '&']) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let entities =
            [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&nbsp;", '\u{a0}')];
        let (entity, character) = entities
            .into_iter()
            .find(|(entity, _)| rest.starts_with(entity))
            .ok_or_else(|| format!("unescaped {:?}", rest.chars().take(12).collect::<String>()))?;
        plain.push(character);
        rest = &rest[entity.len()..];
    }
    plain.push_str(rest);
    Ok(plain)
}
