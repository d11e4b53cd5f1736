//! Every model against every other.

use domain::ranking::win_rate::{ENOUGH_COMPARISONS, Matrix, Record};
use leptos::prelude::*;

use crate::components::long_table::LongName;
use crate::components::number::{count, part, percent};
use crate::language::results as t;

/// From this many models on, cells hold a number alone.
const DENSE: usize = 9;

/// The win rate of the model of the row against the one of the column; stronger colours are
/// further from even. Two models say nothing beyond their win rates, so there it is left out.
#[component]
pub fn MatrixSection(matrix: Matrix) -> impl IntoView {
    let Matrix { models, rows } = matrix;
    if models.len() < 3 {
        return ().into_any();
    }
    // Many models are a map to look at: narrow cells, and what they say in full to a pointer.
    let dense = models.len() > DENSE;
    let heads = models.clone();
    let names = models.clone();
    let rows: Vec<_> = models
        .into_iter()
        .zip(rows)
        .enumerate()
        .map(|(place, (model, records))| {
            let cells: Vec<_> = records
                .into_iter()
                .enumerate()
                .map(|(column, record)| {
                    if dense {
                        narrow_cell(record, place == column, &model, &names[column])
                    } else {
                        cell(record, place == column)
                    }
                })
                .collect();
            view! {
                <tr>
                    <th scope="row">
                        <LongName name=model />
                    </th>
                    {cells}
                </tr>
            }
        })
        .collect();
    view! {
        <section class="section">
            <h2 class="section__header">{t::matrix()}</h2>
            <p class="section__lead">
                {t::matrix_text(ENOUGH_COMPARISONS)}
            </p>
            {dense.then(|| view! { <p class="section__lead">{t::matrix_dense_text()}</p> })}
            <div
                class="table-scroll table-scroll--block"
                tabindex="0"
                role="region"
                aria-label=t::matrix()
            >
                <table class="table matrix" class:matrix--dense=dense>
                    <thead>
                        <tr>
                            <td></td>
                            {heads
                                .into_iter()
                                .map(|model| {
                                    view! {
                                        <th scope="col" class="matrix__head">
                                            <LongName name=model />
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
        let label = if same { t::same_model() } else { t::never_compared() };
        return view! {
            <td class="table__number">
                <span aria-hidden="true">"–"</span>
                <span class="visually-hidden">{label}</span>
            </td>
        }
        .into_any();
    }
    let Some(rate) = record.win_rate().filter(|_| comparisons >= ENOUGH_COMPARISONS) else {
        return view! { <td class="table__number muted">{t::judgments_counted(comparisons)}</td> }
            .into_any();
    };
    view! {
        <td class=format!("table__number {}", shade(rate))>
            {percent(rate)}
            <span class="table__note">{t::of_number(&count(comparisons))}</span>
        </td>
    }
    .into_any()
}

/// A cell of a map of many models.
fn narrow_cell(record: Record, same: bool, row: &str, column: &str) -> AnyView {
    let comparisons = record.comparisons();
    if same || comparisons == 0 {
        return cell(record, same);
    }
    let number = t::judgments_counted(comparisons);
    let Some(rate) = record.win_rate().filter(|_| comparisons >= ENOUGH_COMPARISONS) else {
        let title = t::matrix_few(row, column, &number);
        return view! {
            <td class="table__number muted" title=title>
                "·"
                <span class="visually-hidden">{number}</span>
            </td>
        }
        .into_any();
    };
    let title = t::matrix_cell(row, column, &percent(rate), &number);
    view! {
        <td class=format!("table__number {}", shade(rate)) title=title>
            {part((rate * 1_000.0).round() as i64, 1_000)}
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
