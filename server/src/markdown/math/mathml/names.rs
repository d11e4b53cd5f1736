//! The elements, attributes and styles that a formula may have.

/// What a formula may be made of.
pub const ELEMENTS: [&str; 24] = [
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

/// What its elements may say of themselves. Neither style nor class: these are translated.
pub const ATTRIBUTES: [&str; 20] = [
    "accent",
    "accentunder",
    "columnalign",
    "columnspacing",
    "display",
    "displaystyle",
    "fence",
    "form",
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

/// Attributes that are left out. Without its own size, padded content never covers other content.
pub const DROPPED: [&str; 5] = ["symmetric", "height", "depth", "voffset", "notation"];

/// Style declarations of the converter, each with the class that stands for it.
pub const STYLES: [(&str, &str, &str); 15] = [
    ("text-align", "left", "math-start"),
    ("text-align", "right", "math-end"),
    ("padding-left", "0", "math-flush-start"),
    ("padding-right", "0", "math-flush-end"),
    ("padding-left", "1em", "math-condition"),
    ("padding-left", "0.1em", "math-flush-start"),
    ("padding-right", "0.1em", "math-flush-end"),
    ("padding-top", "0", "math-dense"),
    ("border-left", "0.05em solid currentcolor", "math-line-start"),
    ("border-left", "0.05em dashed currentcolor", "math-line-start"),
    ("border-right", "0.05em solid currentcolor", "math-line-end"),
    ("border-right", "0.05em dashed currentcolor", "math-line-end"),
    ("border-top", "0.05em solid currentcolor", "math-line-top"),
    ("border-top", "0.05em dashed currentcolor", "math-line-top"),
    ("width", "50%", "math-margin"),
];

/// The color that stands for a box: MathML has none, and colours are left out otherwise.
pub const BOX_COLOR: &str = "Mulberry";

/// How the converter writes [`BOX_COLOR`].
pub const BOX_STYLE: &str = "color:#A83E9E";

/// HTML elements in the text of a formula: start, name, and the class that stands for it.
pub const TEXTS: [(&str, &str, &str); 9] = [
    ("<b>", "b", "math-bold"),
    ("<i>", "i", "math-italic"),
    ("<em>", "em", "math-italic"),
    ("<code>", "code", "math-code"),
    ("<s>", "s", "math-strike"),
    ("<u>", "u", "math-underline"),
    ("<span style=\"font-variant-caps: small-caps\">", "span", "math-caps"),
    ("<span class=\"math-core-sans-serif-font\">", "span", "math-sans"),
    ("<span class=\"math-core-serif-font\">", "span", "math-serif"),
];

/// Strokes over an expression, each with the empty element that the converter adds for it.
pub const STROKES: [(&str, &str, &str); 3] = [
    ("updiagonalstrike", "<mrow class=\"menclose-updiagonalstrike\"></mrow>", "math-stroke-up"),
    (
        "downdiagonalstrike",
        "<mrow class=\"menclose-downdiagonalstrike\"></mrow>",
        "math-stroke-down",
    ),
    ("horizontalstrike", "<mrow class=\"menclose-horizontalstrike\"></mrow>", "math-strike"),
];

/// Elements that a browser draws as an error unless they have so many children.
pub const CHILDREN: [(&str, usize); 8] = [
    ("mfrac", 2),
    ("mroot", 2),
    ("msub", 2),
    ("msup", 2),
    ("munder", 2),
    ("mover", 2),
    ("msubsup", 3),
    ("munderover", 3),
];
