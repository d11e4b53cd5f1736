//! Raw agreement.

use domain::agreement::raw::RawAgreement;
use domain::results::Agreement;
use leptos::prelude::*;

use crate::components::number::{count, percent};
use crate::language::results as say;

/// How often two raters of a task decide the same, with and without ties.
#[component]
pub fn AgreementSection(agreement: Agreement) -> impl IntoView {
    let Agreement { with_ties, without_ties } = agreement;
    let Some(_) = with_ties.pooled else {
        return view! {
            <section class="section">
                <h2 class="section__header">{say::agreement()}</h2>
                <p class="muted">
                    {say::agreement_none()}
                </p>
            </section>
        }
        .into_any();
    };
    view! {
        <section class="section">
            <h2 class="section__header">{say::agreement()}</h2>
            <p class="section__lead">
                {say::agreement_text()}
            </p>
            <div class="table-scroll" tabindex="0" role="region" aria-label=say::agreement()>
                <table class="table table--rows">
                    <thead>
                        <tr>
                            <th scope="col">{say::counting()}</th>
                            <th scope="col" class="table__number">{say::pooled()}</th>
                            <th scope="col" class="table__number">{say::per_task()}</th>
                            <th scope="col" class="table__number">{say::by_guessing()}</th>
                            <th scope="col" class="table__number">{say::agreeing_pairs()}</th>
                            <th scope="col" class="table__number">{say::tasks()}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {row(say::with_ties(), say::with_ties_note(), "33%", with_ties)}
                        {row(say::without_ties(), say::without_ties_note(), "50%", without_ties)}
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
    let share = |share: Option<f64>| share.map_or_else(|| say::no_pairs().to_owned(), percent);
    view! {
        <tr>
            <th scope="row">{label} <span class="table__note">{note}</span></th>
            <td class="table__number">{share(pooled)}</td>
            <td class="table__number">{share(per_task)}</td>
            <td class="table__number">{guessing}</td>
            <td class="table__number">{say::number_of(&count(agreeing), &count(pairs))}</td>
            <td class="table__number">{count(tasks)}</td>
        </tr>
    }
}
