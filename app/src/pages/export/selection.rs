//! The export that a page is about.

use domain::export::{Aggregation, Flagged, Format};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// Format and options of an export, as in the address of its page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Selection {
    pub format: Format,
    pub aggregation: Aggregation,
    pub flagged: Flagged,
}

/// The selection in the address. A part that is missing or unknown has its default.
pub fn selected() -> Memo<Selection> {
    let query = use_query_map();
    Memo::new(move |_| {
        let query = query.read();
        let format = query.get("format").and_then(|name| name.parse().ok());
        let aggregation = query.get("aggregation").and_then(|name| {
            Aggregation::ALL.into_iter().find(|aggregation| aggregation.name() == name)
        });
        let flagged = query
            .get("flagged")
            .and_then(|name| Flagged::ALL.into_iter().find(|flagged| flagged.name() == name));
        Selection {
            flagged: flagged.unwrap_or_default(),
            format: format.unwrap_or(Format::ALL[0]),
            aggregation: aggregation.unwrap_or_default(),
        }
    })
}

impl Selection {
    /// Whether the way from judgments to rows makes a difference.
    pub fn aggregates(self) -> bool {
        self.format.pools_prompts()
    }

    /// Where the file is.
    pub fn address(self, project: domain::id::ProjectId) -> String {
        let Self { format, aggregation, flagged } = self;
        let address = format!("/api/v1/projects/{project}/exports/{}", format.name());
        if self.aggregates() {
            format!("{address}?aggregation={}&flagged={}", aggregation.name(), flagged.name())
        } else {
            address
        }
    }
}
