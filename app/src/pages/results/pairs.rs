//! Cohen's kappa per pair of raters.

use std::collections::HashMap;

use domain::agreement::kappa::{ENOUGH_SHARED, Undefined};
use domain::id::AccountId;
use domain::results::{PairAgreement, RaterResults};
use leptos::prelude::*;

use crate::components::number::{coefficient, count, percent};

/// More pairs than this are nothing to read; the API has them all.
const SHOWN: usize = 100;

/// The agreement of every two raters who share tasks; of many, those who share the most.
#[component]
pub fn PairsSection(mut pairs: Vec<PairAgreement>, raters: Vec<RaterResults>) -> impl IntoView {
    if pairs.is_empty() {
        return ().into_any();
    }
    let names: HashMap<AccountId, String> =
        raters.into_iter().map(|rater| (rater.rater_id, rater.name)).collect();
    let all = pairs.len();
    if all > SHOWN {
        pairs.sort_by_key(|pair| std::cmp::Reverse(pair.shared));
        pairs.truncate(SHOWN);
    }
    let rows: Vec<_> = pairs.iter().map(|pair| row(pair, &names)).collect();
    view! {
        <section class="section">
            <h2 class="section__header">"Agreement per pair of raters"</h2>
            <p class="section__lead">
                "Cohen’s kappa is agreement beyond what the two raters’ own habits bring about by chance: 1 is perfect, 0 is chance, less is worse than chance."
            </p>
            {(all > SHOWN)
                .then(|| {
                    view! {
                        <p class="muted">
                            {format!("The {SHOWN} pairs of {} with the most tasks in common.", count(i64::try_from(all).unwrap_or(i64::MAX)))}
                        </p>
                    }
                })}
            <div
                class="table-scroll"
                tabindex="0"
                role="region"
                aria-label="Agreement per pair of raters"
            >
                <table class="table table--rows">
                    <thead>
                        <tr>
                            <th scope="col">"Raters"</th>
                            <th scope="col" class="table__number">"Tasks in common"</th>
                            <th scope="col" class="table__number">"Decided the same"</th>
                            <th scope="col" class="table__number">"Kappa, symmetric"</th>
                            <th scope="col" class="table__number">"Kappa"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <details class="behind">
                <summary class="behind__summary">"Which kappa to read"</summary>
                <p class="section__lead">
                    {format!(
                        "The symmetric one: it does not depend on which response happens to be stored first. The plain one does, and is there to compare with other tools. With fewer than {ENOUGH_SHARED} tasks in common, both are too uncertain to show.",
                    )}
                </p>
            </details>
        </section>
    }
    .into_any()
}

fn row(pair: &PairAgreement, names: &HashMap<AccountId, String>) -> impl IntoView {
    let name = |id| names.get(&id).cloned().unwrap_or_else(|| id.to_string());
    view! {
        <tr>
            <th scope="row">
                {name(pair.rater_1)} <span class="muted">" and "</span> {name(pair.rater_2)}
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
        (false, _) => "too few".to_owned(),
        (true, Some(kappa)) => coefficient(kappa),
        (true, None) => undefined.map_or("none", Undefined::label).to_owned(),
    };
    let class = if enough && kappa.is_some() { "table__number" } else { "table__number muted" };
    view! { <td class=class>{text}</td> }
}
