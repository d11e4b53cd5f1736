//! Where the visitor is.

use leptos::prelude::*;

/// The path of the page, as in `/projects/…/judge`.
#[derive(Debug, Clone, Copy)]
pub struct Here(pub Signal<String>);
