//! Cohen's kappa per pair of raters.

use std::collections::HashMap;

use domain::agreement::kappa::{ENOUGH_SHARED, Undefined};
use domain::id::RaterId;
use domain::results::{PairAgreement, RaterResults};
use leptos::prelude::*;

use crate::components::long_table::LongTable;
use crate::components::number::{coefficient, count, percent};
use crate::language::results as t;

/// More pairs than this are nothing to read; the API has them all.
const SHOWN: usize = 100;

/// The agreement of every two raters who share tasks; of many, those who share the most.
#[component]
pub fn PairsSection(mut pairs: Vec<PairAgreement>, raters: Vec<RaterResults>) -> impl IntoView {
    if pairs.is_empty() {
        return ().into_any();
    }
    let names: HashMap<RaterId, String> =
        raters.into_iter().map(|rater| (rater.rater_id, rater.name)).collect();
    let all = pairs.len();
    if all > SHOWN {
        pairs.sort_by_key(|pair| std::cmp::Reverse(pair.shared));
        pairs.truncate(SHOWN);
    }
    let number = pairs.len();
    let rows: Vec<_> = pairs.iter().map(|pair| row(pair, &names)).collect();
    view! {
        <section class="section">
            <h2 class="section__header">{t::pairs()}</h2>
            <p class="section__lead">
                {t::pairs_text()}
            </p>
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
                            <th scope="col" class="table__number">{t::decided_same()}</th>
                            <th scope="col" class="table__number">{t::kappa_symmetric()}</th>
                            <th scope="col" class="table__number">{t::kappa()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </LongTable>
            <details class="behind">
                <summary class="behind__summary">{t::which_kappa()}</summary>
                <p class="section__lead">
                    {t::which_kappa_text(ENOUGH_SHARED)}
                </p>
            </details>
        </section>
    }
    .into_any()
}

fn row(pair: &PairAgreement, names: &HashMap<RaterId, String>) -> impl IntoView + use<> {
    let name = |id| names.get(&id).cloned().unwrap_or_else(|| id.to_string());
    view! {
        <tr>
            <th scope="row">
                <span class="foreign">{name(pair.rater_1)}</span> " "
                <span class="muted">{t::and()}</span> " "
                <span class="foreign">{name(pair.rater_2)}</span>
            </th>
            <td class="table__number">{count(pair.shared)}</td>
            <td class="table__number">{percent(pair.observed)}</td>
            {kappa(pair.enough, pair.symmetric_kappa, pair.symmetric_kappa_undefined)}
            {kappa(pair.enough, pair.kappa, pair.kappa_undefined)}
        </tr>
    }
}

/// The coefficient, or why there is none.
fn kappa(enough: bool, kappa: Option<f64>, undefined: Option<Undefined>) -> impl IntoView {
    let text = match (enough, kappa) {
        (false, _) => t::too_few().to_owned(),
        (true, Some(kappa)) => coefficient(kappa),
        (true, None) => match undefined {
            None => t::kappa_none(),
            Some(Undefined::NothingShared) => t::kappa_nothing_shared(),
            Some(Undefined::NoVariation) => t::kappa_no_variation(),
        }
        .to_owned(),
    };
    let class = if enough && kappa.is_some() { "table__number" } else { "table__number muted" };
    view! { <td class=class>{text}</td> }
}
