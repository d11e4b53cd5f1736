//! Every model against every other.

use domain::ranking::win_rate::{ENOUGH_COMPARISONS, Matrix, Record};
use leptos::prelude::*;

use crate::components::number::{count, counted, percent};

/// The win rate of the model of the row against the one of the column; stronger colours are
/// further from even. Two models say nothing beyond their win rates, so there it is left out.
#[component]
pub fn MatrixSection(matrix: Matrix) -> impl IntoView {
    let Matrix { models, rows } = matrix;
    if models.len() < 3 {
        return ().into_any();
    }
    let heads = models.clone();
    let rows: Vec<_> = models
        .into_iter()
        .zip(rows)
        .enumerate()
        .map(|(place, (model, records))| {
            let cells: Vec<_> = records
                .into_iter()
                .enumerate()
                .map(|(column, record)| cell(record, place == column))
                .collect();
            view! {
                <tr>
                    <th scope="row">{model}</th>
                    {cells}
                </tr>
            }
        })
        .collect();
    view! {
        <section class="section">
            <h2 class="section__header">"Model against model"</h2>
            <p class="section__lead">
                {format!(
                    "How often the model of the row is preferred to the model of the column, ties counting half, and the number of judgments. Where they are fewer than {ENOUGH_COMPARISONS}, the number stands alone.",
                )}
            </p>
            <div class="table-scroll" tabindex="0" role="region" aria-label="Model against model">
                <table class="table matrix">
                    <thead>
                        <tr>
                            <td></td>
                            {heads
                                .into_iter()
                                .map(|model| {
                                    view! {
                                        <th scope="col" class="table__number">
                                            {model}
                                        </th>
                                    }
                                })
                                .collect_view()}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn cell(record: Record, same: bool) -> AnyView {
    let comparisons = record.comparisons();
    if same || comparisons == 0 {
        let label = if same { "the same model" } else { "never compared" };
        return view! {
            <td class="table__number">
                <span aria-hidden="true">"–"</span>
                <span class="visually-hidden">{label}</span>
            </td>
        }
        .into_any();
    }
    let Some(rate) = record.win_rate().filter(|_| comparisons >= ENOUGH_COMPARISONS) else {
        return view! { <td class="table__number muted">{counted(comparisons, "judgment")}</td> }
            .into_any();
    };
    view! {
        <td class=format!("table__number {}", shade(rate))>
            {percent(rate)}
            <span class="table__note">{format!("of {}", count(comparisons))}</span>
        </td>
    }
    .into_any()
}

/// The class of a rate's distance from even.
fn shade(rate: f64) -> &'static str {
    match rate {
        ..0.3 => "matrix__cell--far-below",
        0.3..0.45 => "matrix__cell--below",
        0.45..=0.55 => "",
        0.55..=0.7 => "matrix__cell--above",
        _ => "matrix__cell--far-above",
    }
}
