//! One bar of several parts.

use leptos::prelude::*;

use crate::components::number::{count, extent, part};

/// A part of the bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    pub label: &'static str,
    pub number: i64,
    /// The class that colours it, from `style/bar.css`.
    pub class: &'static str,
    /// The pattern over the colour, for those who do not tell the colours apart.
    pub pattern: Option<&'static str>,
}

/// The parts side by side, each as wide as its share; empty ones only in the legend.
#[component]
pub fn StackedBar(
    /// What the bar shows, for whoever does not see it.
    title: String,
    parts: Vec<Part>,
) -> impl IntoView {
    let whole: i64 = parts.iter().map(|part| part.number).sum();
    let mut before = 0;
    let pieces: Vec<_> = parts
        .iter()
        .filter(|part| part.number > 0)
        .map(|part| {
            let start = before;
            before += part.number;
            piece(part, start, whole)
        })
        .collect();
    let legend: Vec<_> = parts.iter().map(|part| legend(part, whole)).collect();
    view! {
        <svg class="bar bar--tall" role="img">
            <title>{title}</title>
            <defs>
                <pattern
                    id="hatch"
                    width="6"
                    height="6"
                    patternUnits="userSpaceOnUse"
                    patternTransform="rotate(45)"
                >
                    <line class="pattern__line" x1="0" x2="0" y1="0" y2="6" />
                </pattern>
                <pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse">
                    <line class="pattern__line" x1="0" x2="6" y1="3" y2="3" />
                </pattern>
            </defs>
            {pieces}
        </svg>
        <div class="legend">{legend}</div>
    }
}

fn piece(part: &Part, start: i64, whole: i64) -> impl IntoView + use<> {
    let x = extent(start as f64 / whole as f64);
    let width = extent(part.number as f64 / whole as f64);
    view! {
        <rect class=part.class x=x.clone() width=width.clone() height="100%" />
        {part
            .pattern
            .map(|pattern| {
                view! { <rect fill=pattern x=x.clone() width=width height="100%" /> }
            })}
        {(start > 0)
            .then(|| {
                view! { <line class="bar__gap" x1=x.clone() x2=x y1="0" y2="100%" /> }
            })}
    }
}

fn legend(piece: &Part, whole: i64) -> impl IntoView + use<> {
    let Part { label, number, class, pattern } = piece.clone();
    view! {
        <span class="legend__item">
            <svg aria-hidden="true">
                <rect class=class width="12" height="12" />
                {pattern
                    .map(|pattern| view! { <rect fill=pattern width="12" height="12" /> })}
            </svg>
            <span>{label}</span>
            <strong>{count(number)}</strong>
            <span class="muted">{part(number, whole)}</span>
        </span>
    }
}
