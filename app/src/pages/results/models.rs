//! Win rates.

use domain::ranking::win_rate::{ENOUGH_COMPARISONS, ModelResults};
use leptos::prelude::*;

use crate::components::number::{count, percent, range};
use crate::components::plot::{IntervalPlot, IntervalRow};

/// Every model's win rate with its interval, and the table behind the plot. Models with few
/// comparisons stand in the table without a rate.
#[component]
pub fn ModelsSection(models: Vec<ModelResults>) -> impl IntoView {
    if models.is_empty() {
        return view! {
            <section class="section">
                <h2 class="section__header">"Win rate per model"</h2>
                <p class="muted">
                    "There is nothing to compare: win rates need judged tasks whose two responses name different models."
                </p>
            </section>
        }
        .into_any();
    }
    let rows: Vec<IntervalRow> = models.iter().filter(|model| is_enough(model)).map(row).collect();
    let few = models.len() - rows.len();
    let none_drawn = rows.is_empty();
    let title = format!("Win rates of {} models with their intervals", rows.len());
    view! {
        <section class="section">
            <h2 class="section__header">"Win rate per model"</h2>
            <p class="section__lead">
                "How often a model is preferred to the ones it was compared with; a tie, both bad and both good among them, counts half. The line is the 95% interval (Wilson), the dashes are even."
            </p>
            {(!none_drawn)
                .then(|| {
                    view! {
                        <figure class="plot">
                            <IntervalPlot title rows />
                        </figure>
                    }
                })}
            {(few > 0)
                .then(|| {
                    let missing = if few == 1 { "1 model has".to_owned() } else { format!("{few} models have") };
                    view! {
                        <p class="muted">
                            {format!("{missing} fewer than {ENOUGH_COMPARISONS} judgments, too few for a rate.")}
                        </p>
                    }
                })}
            <details class="behind" open=none_drawn>
                <summary class="behind__summary">"The numbers behind it"</summary>
                <Table models />
            </details>
            <details class="behind">
                <summary class="behind__summary">"What the rate does not tell"</summary>
                <p class="section__lead">
                    "Whom a model met: one that met only weak models looks strong, so read it beside the table below. Several judgments of one task resemble each other, which makes the interval somewhat too narrow; overlapping intervals do not mean that two models are equal."
                </p>
            </details>
        </section>
    }
    .into_any()
}

fn is_enough(model: &ModelResults) -> bool {
    model.comparisons >= ENOUGH_COMPARISONS
}

fn row(model: &ModelResults) -> IntervalRow {
    let ModelResults { model, win_rate, low, high, .. } = model.clone();
    IntervalRow { label: model, share: win_rate, low, high }
}

/// Wins, ties and losses of each model, with the rate where there are enough of them.
#[component]
pub fn Table(models: Vec<ModelResults>) -> impl IntoView {
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Win rates">
            <table class="table table--rows">
                <thead>
                    <tr>
                        <th scope="col">"Model"</th>
                        <th scope="col" class="table__number">"Win rate"</th>
                        <th scope="col" class="table__number">"95% interval"</th>
                        <th scope="col" class="table__number">"Judgments"</th>
                        <th scope="col" class="table__number">"Won"</th>
                        <th scope="col" class="table__number">"Tied"</th>
                        <th scope="col" class="table__number">"Lost"</th>
                    </tr>
                </thead>
                <tbody>
                    {models
                        .into_iter()
                        .map(|model| {
                            let enough = is_enough(&model);
                            let rate = if enough { percent(model.win_rate) } else { "too few".into() };
                            let interval = if enough { range(model.low, model.high) } else { "–".into() };
                            view! {
                                <tr>
                                    <th scope="row">{model.model}</th>
                                    <td class="table__number">{rate}</td>
                                    <td class="table__number">{interval}</td>
                                    <td class="table__number">{count(model.comparisons)}</td>
                                    <td class="table__number">{count(model.wins)}</td>
                                    <td class="table__number">{count(model.ties)}</td>
                                    <td class="table__number">{count(model.losses)}</td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
}
