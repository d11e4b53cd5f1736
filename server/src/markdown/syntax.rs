//! The Markdown that texts are written in.

use pulldown_cmark::Options;

/// The extensions of Markdown that texts are read with.
pub const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_MATH);
