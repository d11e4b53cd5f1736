//! Judgments per rater.

use domain::protocol::Kind;
use domain::results::RaterResults;
use leptos::prelude::*;

use crate::components::long_table::LongTable;
use crate::components::number::{count, duration, percent, range};
use crate::components::plot::IntervalBar;
use crate::language::results as t;

/// Every rater's work; of pairs also whether the side shown first draws them, and ties where
/// there may be some.
#[component]
pub fn RatersSection(kind: Kind, raters: Vec<RaterResults>) -> impl IntoView {
    let number = raters.len();
    let sides = kind == Kind::Pair;
    let ties = raters.iter().any(|rater| rater.tie_share.is_some());
    let ties_text = match (ties, sides) {
        (false, _) => None,
        (true, true) => Some(t::how_ties_counted_text()),
        (true, false) => Some(t::how_ties_ranked_text()),
    };
    let rows: Vec<_> = raters.into_iter().map(|rater| row(rater, sides, ties)).collect();
    view! {
        <section class="section">
            <h2 class="section__header">{t::per_rater()}</h2>
            {sides
                .then(|| {
                    view! {
                        <p class="section__lead">
                            {t::per_rater_text()}
                        </p>
                    }
                })}
            <LongTable label=t::per_rater() rows=number>
                <table class="table table--rows">
                    <thead>
                        <tr>
                            <th scope="col">{t::rater()}</th>
                            <th scope="col" class="table__number">{t::judgments()}</th>
                            <th scope="col" class="table__number">{t::skips()}</th>
                            {ties
                                .then(|| {
                                    view! {
                                        <th scope="col" class="table__number">
                                            {t::ties()}
                                        </th>
                                    }
                                })}
                            <th scope="col" class="table__number">{t::median_time()}</th>
                            {sides
                                .then(|| {
                                    view! {
                                        <th scope="col" class="table__number">
                                            {t::first_side()}
                                        </th>
                                        <th scope="col" class="table__wide">
                                            <span class="visually-hidden">{t::drawn()}</span>
                                        </th>
                                    }
                                })}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </LongTable>
            <details class="behind">
                <summary class="behind__summary">{t::how_counted()}</summary>
                <p class="section__lead">
                    {t::how_counted_text()}
                    {ties_text.map(|text| format!(" {text}"))}
                </p>
            </details>
        </section>
    }
}

fn row(rater: RaterResults, sides: bool, ties: bool) -> impl IntoView {
    let none = || "–".to_owned();
    let drawing = rater
        .shown_first_preferred
        .zip(rater.shown_first_interval)
        .map(|(share, ends)| view! { <IntervalBar share low=ends.low high=ends.high /> });
    let interval = rater
        .shown_first_interval
        .map(|ends| t::number_of(&range(ends.low, ends.high), &count(rater.decided)));
    view! {
        <tr>
            <th scope="row" class="foreign">{rater.name}</th>
            <td class="table__number">{count(rater.judgments)}</td>
            <td class="table__number">{count(rater.skips)}</td>
            {ties
                .then(|| {
                    view! {
                        <td class="table__number">{rater.tie_share.map_or_else(none, percent)}</td>
                    }
                })}
            <td class="table__number">{rater.median_active_ms.map_or_else(none, duration)}</td>
            {sides
                .then(|| {
                    view! {
                        <td class="table__number">
                            {rater.shown_first_preferred.map_or_else(none, percent)}
                            <span class="table__note">{interval}</span>
                        </td>
                        <td class="table__wide">{drawing}</td>
                    }
                })}
        </tr>
    }
}
