//! Win rates.

use domain::protocol::Kind;
use domain::ranking::win_rate::{ENOUGH_COMPARISONS, ModelResults};
use leptos::prelude::*;

use crate::components::long_table::{LongName, LongTable};
use crate::components::number::{count, percent, range};
use crate::components::plot::{IntervalPlot, IntervalRow};
use crate::language::results as t;

/// So many models are drawn; of more, the others on demand.
const DRAWN: usize = 20;

/// Every model's win rate with its interval, and the table behind the plot. Models with few
/// comparisons stand in the table without a rate.
#[component]
pub fn ModelsSection(kind: Kind, models: Vec<ModelResults>) -> impl IntoView {
    if models.is_empty() {
        return view! {
            <section class="section">
                <h2 class="section__header">{t::win_rate()}</h2>
                <p class="muted">
                    {t::win_rate_none()}
                </p>
            </section>
        }
        .into_any();
    }
    let mut rows: Vec<IntervalRow> =
        models.iter().filter(|model| is_enough(model)).map(row).collect();
    let few = models.len() - rows.len();
    let none_drawn = rows.is_empty();
    let title = t::win_rate_title(rows.len());
    let others = if rows.len() > DRAWN + 5 { rows.split_off(DRAWN) } else { Vec::new() };
    let pair = kind == Kind::Pair;
    let text = if pair { t::win_rate_text() } else { t::win_rate_ranked_text() };
    view! {
        <section class="section">
            <h2 class="section__header">{t::win_rate()}</h2>
            <p class="section__lead">
                {text} {(!pair).then(|| format!(" {}", t::rankings_count()))}
            </p>
            {(!none_drawn)
                .then(|| {
                    view! {
                        <figure class="plot">
                            <IntervalPlot title=title.clone() rows />
                        </figure>
                        {(!others.is_empty())
                            .then(|| {
                                view! {
                                    <details class="behind">
                                        <summary class="behind__summary">
                                            {t::win_rate_others(others.len())}
                                        </summary>
                                        <figure class="plot">
                                            <IntervalPlot title rows=others />
                                        </figure>
                                    </details>
                                }
                            })}
                    }
                })}
            {(few > 0)
                .then(|| {
                    view! {
                        <p class="muted">
                            {t::too_few_models(few, ENOUGH_COMPARISONS)}
                        </p>
                    }
                })}
            <details class="behind" open=none_drawn>
                <summary class="behind__summary">{t::numbers_behind()}</summary>
                <Table models />
            </details>
            <details class="behind">
                <summary class="behind__summary">{t::untold()}</summary>
                <p class="section__lead">
                    {t::untold_text()}
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
        <LongTable label=t::win_rates() rows=models.len()>
            <table class="table table--rows">
                <thead>
                    <tr>
                        <th scope="col">{t::model()}</th>
                        <th scope="col" class="table__number">{t::rate()}</th>
                        <th scope="col" class="table__number">{t::interval()}</th>
                        <th scope="col" class="table__number">{t::judgments()}</th>
                        <th scope="col" class="table__number">{t::won()}</th>
                        <th scope="col" class="table__number">{t::tied()}</th>
                        <th scope="col" class="table__number">{t::lost()}</th>
                    </tr>
                </thead>
                <tbody>
                    {models
                        .into_iter()
                        .map(|model| {
                            let enough = is_enough(&model);
                            let rate = if enough { percent(model.win_rate) } else { t::too_few().into() };
                            let interval = if enough { range(model.low, model.high) } else { "–".into() };
                            view! {
                                <tr>
                                    <th scope="row">
                                        <LongName name=model.model />
                                    </th>
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
        </LongTable>
    }
}
