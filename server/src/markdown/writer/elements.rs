//! The elements that are open while a text is written.

use std::borrow::Cow;

use pulldown_cmark::Alignment;

/// The numbers of a list.
#[derive(Default)]
pub struct List {
    /// The number that the next item gets by itself; none in lists without numbers.
    pub next: Option<u64>,
    /// The first number, as long as every item has it: such a list is counted by its reader.
    pub repeated: Option<u64>,
}

/// Where the writer is in the table under way.
#[derive(Default)]
pub struct Table {
    pub alignments: Vec<Alignment>,
    pub in_head: bool,
    pub column: usize,
}

/// What the end of an element means.
pub enum Ending {
    /// Only the HTML to write.
    Html(Cow<'static, str>),
    CodeBlock,
    HtmlBlock,
    List(&'static str),
    /// The text that follows the description of an image.
    Image(String),
    Link,
    /// The text that follows the words of a link that may not be followed.
    Text(String),
}

impl Ending {
    pub const NOTHING: Self = Self::Html(Cow::Borrowed(""));
}
