//! Every model against every other.

use domain::ranking::win_rate::{ENOUGH_COMPARISONS, Matrix, Record};
use leptos::prelude::*;

use crate::components::number::{count, percent};
use crate::language::results as say;

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
                    <th scope="row" class="foreign">{model}</th>
                    {cells}
                </tr>
            }
        })
        .collect();
    view! {
        <section class="section">
            <h2 class="section__header">{say::matrix()}</h2>
            <p class="section__lead">
                {say::matrix_text(ENOUGH_COMPARISONS)}
            </p>
            <div class="table-scroll" tabindex="0" role="region" aria-label=say::matrix()>
                <table class="table matrix">
                    <thead>
                        <tr>
                            <td></td>
                            {heads
                                .into_iter()
                                .map(|model| {
                                    view! {
                                        <th scope="col" class="table__number foreign">
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
        let label = if same { say::same_model() } else { say::never_compared() };
        return view! {
            <td class="table__number">
                <span aria-hidden="true">"–"</span>
                <span class="visually-hidden">{label}</span>
            </td>
        }
        .into_any();
    }
    let Some(rate) = record.win_rate().filter(|_| comparisons >= ENOUGH_COMPARISONS) else {
        return view! { <td class="table__number muted">{say::judgments_counted(comparisons)}</td> }
            .into_any();
    };
    view! {
        <td class=format!("table__number {}", shade(rate))>
            {percent(rate)}
            <span class="table__note">{say::of_number(&count(comparisons))}</span>
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
