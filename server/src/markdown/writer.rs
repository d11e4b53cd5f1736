//! Markdown as HTML, element by element, from a fixed set of elements.

mod breaks;
mod elements;
mod links;
mod lists;
mod unparsed;

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, Parser, Tag, TextMergeWithOffset};

use self::elements::{Ending, List, Table};
use crate::markdown::code::{self, Language};
use crate::markdown::html::Html;
use crate::markdown::link::{self, is_spaced_letter};
use crate::markdown::math::Formulas;
use crate::markdown::sanitizer;
use crate::markdown::source::Source;
use crate::markdown::syntax::OPTIONS;

/// Beyond this many open elements the source is shown as it was typed: no person reads deeper,
/// and whatever walks the tree later stays shallow and fast.
const MAX_DEPTH: usize = 48;

/// Beyond this many stretches code stays plain: every one of them is an element to lay out.
const MAX_STRETCHES: usize = 5_000;

/// Beyond this many added cells short table rows stay short.
const MAX_FILLED_CELLS: usize = 10_000;

/// Writes Markdown with Unix line endings as HTML, and its formulas apart.
pub fn write(source: &Source) -> (String, Formulas) {
    let parser = Parser::new_ext(&source.text, OPTIONS).into_offset_iter();
    let mut events = TextMergeWithOffset::new(parser);
    let mut writer = Writer::new(source);
    while let Some((event, range)) = events.next() {
        writer.account_for(&event, &range);
        let Event::Start(tag) = &event else {
            match &event {
                Event::InlineMath(tex) => writer.write_formula(tex, false, range),
                Event::DisplayMath(tex) => writer.write_formula(tex, true, range),
                Event::SoftBreak | Event::HardBreak => writer.write_break(range),
                event => writer.write_event(event),
            }
            continue;
        };
        if writer.is_surplus(tag, &range) {
            skip_to_end(&mut events);
        } else if writer.has_room_for(tag) {
            writer.start(tag, &range);
        } else {
            writer.write_source(tag, range);
            skip_to_end(&mut events);
        }
    }
    writer.write_unparsed(source.text.len());
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
    source: &'s Source,
    html: Html,
    /// Up to here the source has produced events or was shown.
    accounted: usize,
    /// The markers of list items in the part of the source that is not yet accounted for.
    markers: Vec<Range<usize>>,
    /// Where the text of the block under way begins.
    first_text: Option<usize>,
    /// The column of that place, once it was asked for.
    first_column: Option<usize>,
    /// The lists that are open.
    lists: Vec<List>,
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

impl<'s> Writer<'s> {
    fn new(source: &'s Source) -> Self {
        Self {
            source,
            html: Html::for_text(source.text.len()),
            accounted: 0,
            markers: Vec::new(),
            first_text: None,
            first_column: None,
            lists: Vec::new(),
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
        self.accounted = self.accounted.max(range.end);
        let source = self.source.text.get(range).unwrap_or_default();
        let typed = self.source.typed(source.trim_end_matches([' ', '\n']));
        if is_inline(tag) {
            self.html.push_lines(&typed);
            return;
        }
        self.html.push_markup("<p>");
        self.html.push_lines(&typed);
        self.html.push_markup("</p>");
    }

    fn write_event(&mut self, event: &Event) {
        match event {
            Event::End(_) => self.end(),
            Event::Text(text) => self.write_text(&self.source.typed(text)),
            Event::Code(text) => self.write_code(&self.source.typed(text)),
            Event::Html(line) => self.raw_html.push_str(&self.source.typed(line)),
            Event::InlineHtml(text) => self.html.push_lines(&self.source.typed(text)),
            // Those with more to them than their text were written before.
            Event::Start(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::SoftBreak
            | Event::HardBreak => {}
            Event::Rule => self.html.push_markup("<hr>"),
            Event::TaskListMarker(is_done) => self.write_task(*is_done),
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
                None => self.write_words(part.text),
            }
        }
    }

    /// Text without links. It has line breaks only where it was nearly a formula.
    fn write_words(&mut self, text: &str) {
        for (n, line) in text.split('\n').enumerate() {
            if n > 0 {
                self.html.push_markup("<br>");
            }
            self.html.push_text(line);
        }
    }

    /// A formula, or the typed text if it is none: amounts of money and names of variables look
    /// like formulas to the parser.
    fn write_formula(&mut self, tex: &str, is_display: bool, range: Range<usize>) {
        let (before, after) = self.source.text.split_at(range.end);
        let typed = &before[range.start..];
        let tex = self.source.typed(tex);
        let may_be_sum = !is_display && !self.source.is_tex(typed);
        let is_sum = may_be_sum && (after.starts_with(is_spaced_letter) || is_sentence(&tex));
        let is_plain = is_sum || self.n_images > 0;
        let formula = if is_plain { None } else { self.formulas.take(tex.trim(), is_display) };
        match formula {
            Some(mark) => self.html.push_markup(&mark),
            None => self.html.push_lines(&self.source.typed(typed)),
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

    fn start(&mut self, tag: &Tag, range: &Range<usize>) {
        let ending = match tag {
            Tag::Image { dest_url, title, .. } => self.start_image(dest_url, title),
            Tag::Link { link_type, dest_url, title, .. } => {
                self.start_link(*link_type, dest_url, title)
            }
            _ if self.n_images > 0 => Ending::NOTHING,
            Tag::Paragraph => self.open("<p>", "</p>"),
            Tag::Heading { level, .. } => self.open(&format!("<{level}>"), format!("</{level}>")),
            Tag::BlockQuote(_) => self.open("<blockquote dir=\"auto\">", "</blockquote>"),
            Tag::CodeBlock(kind) => self.start_code_block(kind),
            Tag::HtmlBlock => Ending::HtmlBlock,
            Tag::List(first) => self.start_list(*first),
            Tag::Item => self.start_item(range),
            Tag::Table(alignments) => {
                self.table = Table { alignments: alignments.clone(), ..Table::default() };
                self.open("<table dir=\"auto\">", "</tbody></table>")
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
            Ending::List(html) => {
                self.lists.pop();
                self.html.push_markup(html);
            }
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
        let info = match kind {
            CodeBlockKind::Fenced(info) => self.source.typed(info),
            CodeBlockKind::Indented => Cow::Borrowed(""),
        };
        let language = info.split_whitespace().next().unwrap_or_default();
        self.language = code::find(language);
        if !code::is_only_language(&info) {
            self.html.push_markup("<p><code>");
            self.html.push_text(&info);
            self.html.push_markup("</code></p>");
        }
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
}

fn is_inline(tag: &Tag) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

/// Whether text between dollars is Chinese or Japanese prose between two amounts of money.
fn is_sentence(tex: &str) -> bool {
    let is_unspaced = |character: char| character.is_alphabetic() && character >= '\u{2e80}';
    tex.contains(is_unspaced) && !tex.contains(['\\', '^', '_', '=', '{'])
}
