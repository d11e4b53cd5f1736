//! Judgments per rater.

use domain::results::RaterResults;
use leptos::prelude::*;

use crate::components::number::{count, duration, percent, range};
use crate::components::plot::IntervalBar;

/// Every rater's work, and whether the side shown first draws them.
#[component]
pub fn RatersSection(raters: Vec<RaterResults>) -> impl IntoView {
    let rows: Vec<_> = raters.into_iter().map(row).collect();
    view! {
        <section class="section">
            <h2 class="section__header">"Judgments per rater"</h2>
            <p class="section__lead">
                "Prefers the side shown first: the share of judgments for the response that stood on the left, with its 95% interval (Wilson). Sides are drawn at random, so without bias the interval holds 50%, the dashes."
            </p>
            <div class="table-scroll" tabindex="0" role="region" aria-label="Judgments per rater">
                <table class="table table--rows">
                    <thead>
                        <tr>
                            <th scope="col">"Rater"</th>
                            <th scope="col" class="table__number">"Judgments"</th>
                            <th scope="col" class="table__number">"Skips"</th>
                            <th scope="col" class="table__number">"Ties"</th>
                            <th scope="col" class="table__number">"Median time"</th>
                            <th scope="col" class="table__number">"Prefers the side shown first"</th>
                            <th scope="col" class="table__wide">
                                <span class="visually-hidden">"Drawn"</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <details class="behind">
                <summary class="behind__summary">"How these are counted"</summary>
                <p class="section__lead">
                    "Judgments include repeats of a task. Ties are the share of judgments without a preference, both bad among them. The median time is over judgments that were timed, and counts only the time in front of the task: half of them took less."
                </p>
            </details>
        </section>
    }
}

fn row(rater: RaterResults) -> impl IntoView {
    let none = || "–".to_owned();
    let drawing = rater
        .shown_first_preferred
        .zip(rater.shown_first_interval)
        .map(|(share, ends)| view! { <IntervalBar share low=ends.low high=ends.high /> });
    let interval = rater
        .shown_first_interval
        .map(|ends| format!("{} of {}", range(ends.low, ends.high), count(rater.decided)));
    view! {
        <tr>
            <th scope="row">{rater.name}</th>
            <td class="table__number">{count(rater.judgments)}</td>
            <td class="table__number">{count(rater.skips)}</td>
            <td class="table__number">{rater.tie_share.map_or_else(none, percent)}</td>
            <td class="table__number">{rater.median_active_ms.map_or_else(none, duration)}</td>
            <td class="table__number">
                {rater.shown_first_preferred.map_or_else(none, percent)}
                <span class="table__note">{interval}</span>
            </td>
            <td class="table__wide">{drawing}</td>
        </tr>
    }
}
