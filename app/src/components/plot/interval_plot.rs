//! Shares with their intervals, one below the other.

use leptos::prelude::*;

use crate::components::long_table::shortened;
use crate::components::number::{extent, percent, range};

const ROW_HEIGHT: usize = 46;
const AXIS_HEIGHT: usize = 24;

/// One line of the plot.
#[derive(Debug, Clone, PartialEq)]
pub struct IntervalRow {
    pub label: String,
    /// 0 to 1, like the ends of its interval.
    pub share: f64,
    pub low: f64,
    pub high: f64,
}

/// A bar per row from 0 to 100 %, its interval across the end, and dashes at the middle.
#[component]
pub fn IntervalPlot(
    /// What the plot shows, for whoever does not see it.
    title: String,
    rows: Vec<IntervalRow>,
) -> impl IntoView {
    let bottom = rows.len() * ROW_HEIGHT;
    let height = bottom + AXIS_HEIGHT;
    let rows: Vec<_> = rows.into_iter().enumerate().map(|(place, row)| line(place, row)).collect();
    view! {
        <svg class="plot__drawing" height=height role="img">
            <title>{title}</title>
            {["25%", "75%"]
                .map(|x| view! { <line class="plot__grid" x1=x x2=x y1="0" y2=bottom /> })
                .collect_view()}
            <line class="plot__reference" x1="50%" x2="50%" y1="0" y2=bottom />
            {[("0%", "start"), ("25%", "middle"), ("50%", "middle"), ("75%", "middle"), ("100%", "end")]
                .map(|(x, anchor)| {
                    view! {
                        <text class="plot__tick" x=x y=bottom + 16 text-anchor=anchor>
                            {x}
                        </text>
                    }
                })
                .collect_view()} {rows}
        </svg>
    }
}

fn line(place: usize, row: IntervalRow) -> impl IntoView {
    let top = place * ROW_HEIGHT;
    let middle = top + 30;
    let IntervalRow { label, share, low, high } = row;
    view! {
        <text class="plot__label" x="0" y=top + 16>
            // Longer labels would run into the numbers on a phone.
            {shortened(&label).unwrap_or(label)}
        </text>
        <text class="plot__value" x="100%" y=top + 16 text-anchor="end">
            {percent(share)}
            <tspan class="plot__detail">{format!(" ({})", range(low, high))}</tspan>
        </text>
        <rect class="plot__bar" x="0" y=top + 24 width=extent(share) height="12" rx="2" />
        <line class="plot__interval" x1=extent(low) x2=extent(high) y1=middle y2=middle />
        {[low, high]
            .map(|end| {
                let x = extent(end);
                view! {
                    <line
                        class="plot__interval"
                        x1=x.clone()
                        x2=x
                        y1=middle - 4
                        y2=middle + 4
                    />
                }
            })
            .collect_view()}
    }
}
