//! Markdown as HTML, element by element, from a fixed set of elements.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{
    Alignment, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TextMergeWithOffset,
};

use crate::markdown::code::{self, Language};
use crate::markdown::html::Html;
use crate::markdown::math::Formulas;
use crate::markdown::{link, sanitizer};

/// Beyond this many open elements the source is shown as it was typed: no person reads deeper,
/// and whatever walks the tree later stays shallow and fast.
const MAX_DEPTH: usize = 48;

/// Beyond this many stretches code stays plain: every one of them is an element to lay out.
const MAX_STRETCHES: usize = 5_000;

/// Beyond this many added cells short table rows stay short.
const MAX_FILLED_CELLS: usize = 10_000;

/// Writes Markdown with Unix line endings as HTML, and its formulas apart.
pub fn write(source: &str) -> (String, Formulas) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH;
    let mut events = TextMergeWithOffset::new(Parser::new_ext(source, options).into_offset_iter());
    let mut writer = Writer::new(source);
    while let Some((event, range)) = events.next() {
        let Event::Start(tag) = &event else {
            match &event {
                Event::InlineMath(tex) => writer.write_formula(tex, false, range),
                Event::DisplayMath(tex) => writer.write_formula(tex, true, range),
                event => writer.write_event(event),
            }
            continue;
        };
        if writer.is_surplus(tag, &range) {
            skip_to_end(&mut events);
        } else if writer.has_room_for(tag) {
            writer.start(tag);
        } else {
            writer.write_source(tag, range);
            skip_to_end(&mut events);
        }
    }
    (writer.html.into_string(), writer.formulas)
}

/// Drops the events of an element whose start was just read.
fn skip_to_end<'e>(events: &mut impl Iterator<Item = (Event<'e>, Range<usize>)>) {
    let mut depth = 1;
    for (event, _) in events {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return;
        }
    }
}

struct Writer<'s> {
    source: &'s str,
    html: Html,
    /// How each open element ends, outermost first.
    open: Vec<Ending>,
    table: Table,
    /// The lines of an HTML block, until it ends.
    raw_html: String,
    /// Inside an image all markup is dropped, as its description is only text.
    n_images: usize,
    in_link: bool,
    in_code_block: bool,
    /// What the code block under way is written in, where that is known.
    language: Option<&'static Language>,
    n_stretches: usize,
    n_filled_cells: usize,
    formulas: Formulas,
}

/// Where the writer is in the table under way.
#[derive(Default)]
struct Table {
    alignments: Vec<Alignment>,
    in_head: bool,
    column: usize,
}

/// What the end of an element means.
enum Ending {
    /// Only the HTML to write.
    Html(Cow<'static, str>),
    CodeBlock,
    HtmlBlock,
    /// The text that follows the description of an image.
    Image(String),
    Link,
    /// The text that follows the words of a link that may not be followed.
    Text(String),
}

impl Ending {
    const NOTHING: Self = Self::Html(Cow::Borrowed(""));
}

impl<'s> Writer<'s> {
    fn new(source: &'s str) -> Self {
        Self {
            source,
            html: Html::for_text(source.len()),
            open: Vec::new(),
            table: Table::default(),
            raw_html: String::new(),
            n_images: 0,
            in_link: false,
            in_code_block: false,
            language: None,
            n_stretches: 0,
            n_filled_cells: 0,
            formulas: Formulas::default(),
        }
    }

    /// The parser fills short rows with empty cells; a few bytes must not become megabytes.
    fn is_surplus(&mut self, tag: &Tag, range: &Range<usize>) -> bool {
        if *tag != Tag::TableCell || !range.is_empty() {
            return false;
        }
        self.n_filled_cells += 1;
        self.n_filled_cells > MAX_FILLED_CELLS
    }

    /// Parts of a list or table always fit, as text between them would fall out of it.
    fn has_room_for(&self, tag: &Tag) -> bool {
        let is_part = matches!(tag, Tag::Item | Tag::TableHead | Tag::TableRow | Tag::TableCell);
        is_part || self.open.len() < MAX_DEPTH
    }

    /// Shows an element as it was typed.
    fn write_source(&mut self, tag: &Tag, range: Range<usize>) {
        let source = self.source.get(range).unwrap_or_default().trim_end_matches([' ', '\n']);
        let is_inline = matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        );
        if is_inline {
            self.html.push_lines(source);
            return;
        }
        self.html.push_markup("<p>");
        self.html.push_lines(source);
        self.html.push_markup("</p>");
    }

    fn write_event(&mut self, event: &Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(_) => self.end(),
            Event::Text(text) => self.write_text(text),
            Event::Code(text) => self.write_code(text),
            Event::Html(line) => self.raw_html.push_str(line),
            Event::InlineHtml(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text)
            | Event::FootnoteReference(text) => self.html.push_lines(text),
            Event::SoftBreak | Event::HardBreak if self.n_images > 0 => self.html.push_markup(" "),
            Event::SoftBreak | Event::HardBreak => self.html.push_markup("<br>"),
            Event::Rule => self.html.push_markup("<hr>"),
            Event::TaskListMarker(true) => self.html.push_markup("☑ "),
            Event::TaskListMarker(false) => self.html.push_markup("☐ "),
        }
    }

    fn write_text(&mut self, text: &str) {
        if let Some(language) = self.language.filter(|_| self.in_code_block) {
            self.write_highlighted(text, language);
            return;
        }
        if self.in_code_block || self.in_link || self.n_images > 0 {
            self.html.push_text(text);
            return;
        }
        for part in link::split(text) {
            match part.address {
                Some(address) => {
                    self.open_link(&address, "");
                    self.html.push_text(part.text);
                    self.html.push_markup("</a>");
                }
                None => self.html.push_text(part.text),
            }
        }
    }

    /// A formula, or what was typed: where it is none, and where a sum of money or the name of a
    /// variable was taken for one.
    fn write_formula(&mut self, tex: &str, is_display: bool, range: Range<usize>) {
        let after = self.source[range.end..].chars().next();
        let is_sum = !is_display && after.is_some_and(char::is_alphanumeric);
        let is_plain = is_sum || self.n_images > 0 || self.in_link;
        let formula = if is_plain { None } else { self.formulas.take(tex, is_display) };
        match formula {
            Some(mark) => self.html.push_markup(&mark),
            None => self.html.push_lines(&self.source[range]),
        }
    }

    fn write_highlighted(&mut self, text: &str, language: &Language) {
        let mut at = 0;
        for (range, kind) in code::stretches(text, language) {
            if self.n_stretches >= MAX_STRETCHES {
                break;
            }
            self.n_stretches += 1;
            self.html.push_text(&text[at..range.start]);
            self.html.push_markup("<span class=\"");
            self.html.push_markup(kind.class());
            self.html.push_markup("\">");
            self.html.push_text(&text[range.clone()]);
            self.html.push_markup("</span>");
            at = range.end;
        }
        self.html.push_text(&text[at..]);
    }

    fn write_code(&mut self, text: &str) {
        let (before, after) = if self.n_images > 0 { ("", "") } else { ("<code>", "</code>") };
        self.html.push_markup(before);
        self.html.push_text(text);
        self.html.push_markup(after);
    }

    fn start(&mut self, tag: &Tag) {
        let ending = match tag {
            Tag::Image { dest_url, title, .. } => self.start_image(dest_url, title),
            _ if self.n_images > 0 => Ending::NOTHING,
            Tag::Paragraph => self.open("<p>", "</p>"),
            Tag::Heading { level, .. } => self.open(&format!("<{level}>"), format!("</{level}>")),
            Tag::BlockQuote(_) => self.open("<blockquote>", "</blockquote>"),
            Tag::CodeBlock(kind) => self.start_code_block(kind),
            Tag::HtmlBlock => Ending::HtmlBlock,
            Tag::List(None) => self.open("<ul>", "</ul>"),
            Tag::List(Some(1)) => self.open("<ol>", "</ol>"),
            Tag::List(Some(first)) => self.open(&format!("<ol start=\"{first}\">"), "</ol>"),
            Tag::Item => self.open("<li>", "</li>"),
            Tag::Table(alignments) => {
                self.table = Table { alignments: alignments.clone(), ..Table::default() };
                self.open("<table>", "</tbody></table>")
            }
            Tag::TableHead => {
                self.table.in_head = true;
                self.table.column = 0;
                self.open("<thead><tr>", "</tr></thead><tbody>")
            }
            Tag::TableRow => {
                self.table.in_head = false;
                self.table.column = 0;
                self.open("<tr>", "</tr>")
            }
            Tag::TableCell => self.start_cell(),
            Tag::Emphasis => self.open("<em>", "</em>"),
            Tag::Strong => self.open("<strong>", "</strong>"),
            Tag::Strikethrough => self.open("<del>", "</del>"),
            Tag::Link { link_type, dest_url, title, .. } => {
                self.start_link(*link_type, dest_url, title)
            }
            Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => Ending::NOTHING,
        };
        self.open.push(ending);
    }

    fn end(&mut self) {
        match self.open.pop().unwrap_or(Ending::NOTHING) {
            Ending::Html(html) => self.html.push_markup(&html),
            Ending::CodeBlock => {
                self.in_code_block = false;
                self.language = None;
                self.html.push_markup("</code></pre>");
            }
            Ending::HtmlBlock => {
                self.html.push_markup("<p>");
                let raw_html = std::mem::take(&mut self.raw_html);
                self.html.push_lines(raw_html.trim_end_matches('\n'));
                self.html.push_markup("</p>");
            }
            Ending::Image(text) => {
                self.n_images -= 1;
                self.html.push_text(&text);
            }
            Ending::Link => {
                self.in_link = false;
                self.html.push_markup("</a>");
            }
            Ending::Text(text) => self.html.push_text(&text),
        }
    }

    fn open(&mut self, before: &str, after: impl Into<Cow<'static, str>>) -> Ending {
        self.html.push_markup(before);
        Ending::Html(after.into())
    }

    fn start_code_block(&mut self, kind: &CodeBlockKind) -> Ending {
        self.in_code_block = true;
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        self.language = code::find(language);
        let class = format!("language-{language}");
        if sanitizer::is_language_class(&class) {
            self.html.push_markup(&format!("<pre><code class=\"{class}\">"));
        } else {
            self.html.push_markup("<pre><code>");
        }
        Ending::CodeBlock
    }

    fn start_cell(&mut self) -> Ending {
        let alignment = match self.table.alignments.get(self.table.column) {
            Some(Alignment::Left) => " align=\"left\"",
            Some(Alignment::Center) => " align=\"center\"",
            Some(Alignment::Right) => " align=\"right\"",
            Some(Alignment::None) | None => "",
        };
        self.table.column += 1;
        let name = if self.table.in_head { "th" } else { "td" };
        self.open(&format!("<{name}{alignment}>"), format!("</{name}>"))
    }

    /// A link that may not be followed is shown as it would be typed.
    fn start_link(&mut self, link_type: LinkType, address: &str, title: &str) -> Ending {
        let checked = match link_type {
            LinkType::Email => link::parse(&format!("mailto:{address}")),
            _ => link::parse(address),
        };
        if let Some(address) = checked {
            self.in_link = true;
            self.open_link(&address, title);
            return Ending::Link;
        }
        if matches!(link_type, LinkType::Autolink | LinkType::Email) {
            return self.open("&lt;", "&gt;");
        }
        self.html.push_markup("[");
        Ending::Text(destination(address, title))
    }

    /// Pictures are never loaded: that would tell a foreign server who reads which task when.
    fn start_image(&mut self, address: &str, title: &str) -> Ending {
        self.n_images += 1;
        self.html.push_markup("[image: ");
        Ending::Image(destination(address, title))
    }

    fn open_link(&mut self, address: &str, title: &str) {
        self.html.push_markup("<a href=\"");
        self.html.push_attribute(address);
        if !title.is_empty() {
            self.html.push_markup("\" title=\"");
            self.html.push_attribute(title);
        }
        self.html.push_markup("\">");
    }
}

/// The second half of a link as it is typed: `](address "title")`.
fn destination(address: &str, title: &str) -> String {
    if title.is_empty() {
        return format!("]({address})");
    }
    format!("]({address} \"{title}\")")
}
