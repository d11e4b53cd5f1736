//! Mean ranks of models, and how far raters agree on an order.

use std::collections::HashMap;

use domain::agreement::kappa::ENOUGH_SHARED;
use domain::id::RaterId;
use domain::protocol::Kind;
use domain::ranking::mean::ENOUGH_TASKS;
use domain::results::{ModelRanks, PairRankAgreement, RankAgreement, RankTable, RaterResults};
use leptos::prelude::*;

use crate::components::long_table::{LongName, LongTable};
use crate::components::number::{coefficient, coefficients, count};
use crate::language::results as t;

/// More pairs of raters than this are nothing to read; the API has them all.
const SHOWN: usize = 100;

/// A table for each number of responses that were ranked together.
#[component]
pub fn RanksSection(kind: Kind, ranks: Vec<RankTable>) -> impl IntoView {
    if ranks.is_empty() {
        return ().into_any();
    }
    let text = if kind == Kind::BestWorst { t::ranks_best_text() } else { t::ranks_text() };
    view! {
        <section class="section">
            <h2 class="section__header">{t::ranks()}</h2>
            <p class="section__lead">
                {text} " " {t::ranks_interval_text(ENOUGH_TASKS)}
            </p>
            {ranks.into_iter().map(|table| view! { <Ranks table /> }).collect_view()}
        </section>
    }
    .into_any()
}

#[component]
fn Ranks(table: RankTable) -> impl IntoView {
    let RankTable { responses, models } = table;
    let title = t::ranks_of(responses);
    if models.is_empty() {
        return view! { <p class="muted">{t::ranks_none()}</p> }.into_any();
    }
    let number = models.len();
    let rows: Vec<_> = models.into_iter().map(rank_row).collect();
    view! {
        <h3>{title.clone()}</h3>
        <LongTable label=title rows=number>
            <table class="table table--rows">
                <thead>
                    <tr>
                        <th scope="col">{t::model()}</th>
                        <th scope="col" class="table__number">{t::mean_rank()}</th>
                        <th scope="col" class="table__number">{t::interval()}</th>
                        <th scope="col" class="table__number">{t::ranked()}</th>
                        <th scope="col" class="table__number">{t::ranked_first()}</th>
                        <th scope="col" class="table__number">{t::ranked_last()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </LongTable>
    }
    .into_any()
}

fn rank_row(ranks: ModelRanks) -> impl IntoView {
    let ModelRanks { model, ranked, mean_rank, low, high, first, last, .. } = ranks;
    let interval =
        low.zip(high).map_or_else(|| "–".to_owned(), |(low, high)| coefficients(low, high));
    view! {
        <tr>
            <th scope="row">
                <LongName name=model />
            </th>
            <td class="table__number">{coefficient(mean_rank)}</td>
            <td class="table__number">{interval}</td>
            <td class="table__number">{count(ranked)}</td>
            <td class="table__number">{count(first)}</td>
            <td class="table__number">{count(last)}</td>
        </tr>
    }
}

/// Kendall's tau-b over all raters, and of every two of them; of many, those who share the most.
#[component]
pub fn RankAgreementSection(
    kind: Kind,
    agreement: RankAgreement,
    raters: Vec<RaterResults>,
) -> impl IntoView {
    let RankAgreement { tau_b, low, high, tasks, mut pairs } = agreement;
    if pairs.is_empty() {
        return view! {
            <section class="section">
                <h2 class="section__header">{t::agreement()}</h2>
                <p class="muted">
                    {t::agreement_none()}
                </p>
            </section>
        }
        .into_any();
    }
    let names: HashMap<RaterId, String> =
        raters.into_iter().map(|rater| (rater.rater_id, rater.name)).collect();
    let all = pairs.len();
    if all > SHOWN {
        pairs.sort_by_key(|pair| std::cmp::Reverse(pair.shared));
        pairs.truncate(SHOWN);
    }
    let number = pairs.len();
    let rows: Vec<_> = pairs.iter().map(|pair| pair_row(pair, &names)).collect();
    let text = if kind == Kind::Rating { t::tau_levels_text() } else { t::tau_ranks_text() };
    view! {
        <section class="section">
            <h2 class="section__header">{t::agreement()}</h2>
            <p class="section__lead">
                {t::tau_text()} " " {text}
            </p>
            <dl class="figures">
                <div class="figure">
                    <dt class="figure__label">{t::tau_mean()}</dt>
                    <dd class="figure__value">
                        {tau_b.map_or_else(|| t::kappa_none().to_owned(), coefficient)}
                    </dd>
                </div>
                {low
                    .zip(high)
                    .map(|(low, high)| {
                        view! {
                            <div class="figure">
                                <dt class="figure__label">{t::interval()}</dt>
                                <dd class="figure__value">{coefficients(low, high)}</dd>
                            </div>
                        }
                    })}
                <div class="figure">
                    <dt class="figure__label">{t::tau_tasks()}</dt>
                    <dd class="figure__value">{count(tasks)}</dd>
                </div>
            </dl>
            {(all > SHOWN)
                .then(|| {
                    view! {
                        <p class="muted">
                            {t::pairs_most(SHOWN, all)}
                        </p>
                    }
                })}
            <LongTable label=t::pairs() rows=number>
                <table class="table table--rows">
                    <thead>
                        <tr>
                            <th scope="col">{t::raters()}</th>
                            <th scope="col" class="table__number">{t::in_common()}</th>
                            <th scope="col" class="table__number">{t::tau()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </LongTable>
            <details class="behind">
                <summary class="behind__summary">{t::how_counted()}</summary>
                <p class="section__lead">
                    {t::tau_counted_text(ENOUGH_SHARED)}
                </p>
            </details>
        </section>
    }
    .into_any()
}

fn pair_row(pair: &PairRankAgreement, names: &HashMap<RaterId, String>) -> impl IntoView + use<> {
    let name = |id| names.get(&id).cloned().unwrap_or_else(|| id.to_string());
    let known = pair.tau_b.filter(|_| pair.enough);
    let text = match (pair.enough, known) {
        (false, _) => t::too_few().to_owned(),
        (true, Some(tau)) => coefficient(tau),
        (true, None) => t::kappa_no_variation().to_owned(),
    };
    let class = if known.is_some() { "table__number" } else { "table__number muted" };
    view! {
        <tr>
            <th scope="row">
                <span class="foreign">{name(pair.rater_1)}</span> " "
                <span class="muted">{t::and()}</span> " "
                <span class="foreign">{name(pair.rater_2)}</span>
            </th>
            <td class="table__number">{count(pair.shared)}</td>
            <td class=class>{text}</td>
        </tr>
    }
}
