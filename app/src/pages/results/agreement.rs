//! Raw agreement.

use domain::agreement::raw::RawAgreement;
use domain::results::Agreement;
use leptos::prelude::*;

use crate::components::number::{count, percent};

/// How often two raters of a task decide the same, with and without ties.
#[component]
pub fn AgreementSection(agreement: Agreement) -> impl IntoView {
    let Agreement { with_ties, without_ties } = agreement;
    let Some(_) = with_ties.pooled else {
        return view! {
            <section class="section">
                <h2 class="section__header">"Agreement"</h2>
                <p class="muted">
                    "No task has two judgments yet, so nothing can be said about agreement."
                </p>
            </section>
        }
        .into_any();
    };
    view! {
        <section class="section">
            <h2 class="section__header">"Agreement"</h2>
            <p class="section__lead">
                "How often two raters of the same task decide the same, without a correction for chance. Pooled counts every pair of judgments, per task gives every task the same weight."
            </p>
            <div class="table-scroll" tabindex="0" role="region" aria-label="Agreement">
                <table class="table table--rows">
                    <thead>
                        <tr>
                            <th scope="col">"Counting"</th>
                            <th scope="col" class="table__number">"Pooled"</th>
                            <th scope="col" class="table__number">"Per task"</th>
                            <th scope="col" class="table__number">"By guessing"</th>
                            <th scope="col" class="table__number">"Pairs that agree"</th>
                            <th scope="col" class="table__number">"Tasks"</th>
                        </tr>
                    </thead>
                    <tbody>
                        {row("With ties", "a tie is a decision like the others", "33%", with_ties)}
                        {row("Without ties", "ties are left out first", "50%", without_ties)}
                    </tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn row(
    label: &'static str,
    note: &'static str,
    guessing: &'static str,
    agreement: RawAgreement,
) -> impl IntoView {
    let RawAgreement { tasks, pairs, agreeing, pooled, per_task } = agreement;
    let share = |share: Option<f64>| share.map_or_else(|| "no pairs".to_owned(), percent);
    view! {
        <tr>
            <th scope="row">{label} <span class="table__note">{note}</span></th>
            <td class="table__number">{share(pooled)}</td>
            <td class="table__number">{share(per_task)}</td>
            <td class="table__number">{guessing}</td>
            <td class="table__number">{format!("{} of {}", count(agreeing), count(pairs))}</td>
            <td class="table__number">{count(tasks)}</td>
        </tr>
    }
}
