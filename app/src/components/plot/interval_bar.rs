//! A share with its interval in the line of a table.

use leptos::prelude::*;

use crate::components::number::extent;

/// A point on a line from 0 to 100 %, its interval, and a mark at the middle. Says nothing that
/// is not in the cells beside it, and so is hidden from screen readers.
#[component]
pub fn IntervalBar(share: f64, low: f64, high: f64) -> impl IntoView {
    view! {
        <svg class="bar" aria-hidden="true">
            <rect class="bar__track" width="100%" height="100%" rx="2" />
            <line class="plot__reference" x1="50%" x2="50%" y1="0" y2="12" />
            <line class="plot__interval" x1=extent(low) x2=extent(high) y1="6" y2="6" />
            <circle class="plot__point" cx=extent(share) cy="6" r="4.5" />
        </svg>
    }
}
