//! Several raters, one label.

pub mod majority;
