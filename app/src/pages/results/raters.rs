//! Judgments per rater.

use domain::results::RaterResults;
use leptos::prelude::*;

use crate::components::number::{count, duration, percent, range};
use crate::components::plot::IntervalBar;
use crate::language::results as say;

/// Every rater's work, and whether the side shown first draws them.
#[component]
pub fn RatersSection(raters: Vec<RaterResults>) -> impl IntoView {
    let rows: Vec<_> = raters.into_iter().map(row).collect();
    view! {
        <section class="section">
            <h2 class="section__header">{say::per_rater()}</h2>
            <p class="section__lead">
                {say::per_rater_text()}
            </p>
            <div class="table-scroll" tabindex="0" role="region" aria-label=say::per_rater()>
                <table class="table table--rows">
                    <thead>
                        <tr>
                            <th scope="col">{say::rater()}</th>
                            <th scope="col" class="table__number">{say::judgments()}</th>
                            <th scope="col" class="table__number">{say::skips()}</th>
                            <th scope="col" class="table__number">{say::ties()}</th>
                            <th scope="col" class="table__number">{say::median_time()}</th>
                            <th scope="col" class="table__number">{say::first_side()}</th>
                            <th scope="col" class="table__wide">
                                <span class="visually-hidden">{say::drawn()}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <details class="behind">
                <summary class="behind__summary">{say::how_counted()}</summary>
                <p class="section__lead">
                    {say::how_counted_text()}
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
        .map(|ends| say::number_of(&range(ends.low, ends.high), &count(rater.decided)));
    view! {
        <tr>
            <th scope="row" class="foreign">{rater.name}</th>
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
