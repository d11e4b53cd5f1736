//! HTML under construction: text goes in escaped, and invisible characters become glyphs.

use crate::markdown::glyph::{self, Glyph};

/// Beyond this many glyphs only their labels are written, so that a text full of invisible
/// characters stays quick to read for browsers.
const MAX_GLYPHS: usize = 5_000;

/// The sanitiser takes quadratic time for one long stretch of text full of ampersands, so an
/// empty element ends the stretch after this many characters.
const MAX_STRETCH: usize = 16_384;

/// HTML that grows at its end.
pub struct Html {
    markup: String,
    n_glyphs: usize,
}

impl Html {
    /// Begins empty HTML for a text of so many bytes.
    pub fn for_text(n_bytes: usize) -> Self {
        Self { markup: String::with_capacity(n_bytes + n_bytes / 4), n_glyphs: 0 }
    }

    /// The finished HTML.
    pub fn into_string(self) -> String {
        self.markup
    }

    /// Appends markup as it is; never anything that was read.
    pub fn push_markup(&mut self, markup: &str) {
        self.markup.push_str(markup);
    }

    /// Appends text; line breaks and spaces stay as they are.
    pub fn push_text(&mut self, text: &str) {
        let mut characters = text.chars().peekable();
        let mut previous = None;
        let mut n_characters = 0;
        while let Some(character) = characters.next() {
            n_characters += 1;
            if n_characters % MAX_STRETCH == 0 {
                self.push_markup("<span></span>");
            }
            let next = characters.peek().copied();
            match glyph::find(previous, character, next) {
                Some(glyph) => {
                    self.push_glyph(&glyph);
                    previous = None;
                }
                None => {
                    self.push_character(character);
                    previous = Some(character);
                }
            }
        }
    }

    /// Appends text with `<br>` for each line break and the indentation of each line kept.
    pub fn push_lines(&mut self, text: &str) {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.push_markup("<br>");
            }
            let content = line.trim_start_matches([' ', '\t']);
            for indent in line[..line.len() - content.len()].chars() {
                self.push_text(if indent == '\t' { "\u{a0}\u{a0}\u{a0}\u{a0}" } else { "\u{a0}" });
            }
            self.push_text(content);
        }
    }

    /// Appends the value of a double-quoted attribute; invisible characters become `[label]`.
    pub fn push_attribute(&mut self, value: &str) {
        for character in value.chars() {
            match glyph::find(None, character, None) {
                Some(glyph) => self.push_label(&glyph),
                None if character == '"' => self.push_markup("&quot;"),
                None => self.push_character(character),
            }
        }
    }

    fn push_glyph(&mut self, glyph: &Glyph) {
        self.n_glyphs += 1;
        if self.n_glyphs > MAX_GLYPHS {
            self.push_label(glyph);
            return;
        }
        self.push_markup("<span class=\"glyph\" title=\"");
        self.push_markup(&glyph.title);
        self.push_markup("\">");
        self.push_markup(&glyph.label);
        self.push_markup("</span>");
    }

    fn push_label(&mut self, glyph: &Glyph) {
        self.markup.push('[');
        self.markup.push_str(&glyph.label);
        self.markup.push(']');
    }

    fn push_character(&mut self, character: char) {
        match character {
            '&' => self.push_markup("&amp;"),
            '<' => self.push_markup("&lt;"),
            '>' => self.push_markup("&gt;"),
            character => self.markup.push(character),
        }
    }
}
