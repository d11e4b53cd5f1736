//! Raw agreement.

use domain::agreement::raw::RawAgreement;
use domain::results::Agreement;
use leptos::prelude::*;

use crate::components::number::{count, percent};
use crate::language::results as t;

/// How often two raters of a task decide the same, with and without ties.
#[component]
pub fn AgreementSection(agreement: Agreement) -> impl IntoView {
    let Agreement { with_ties, without_ties } = agreement;
    let Some(_) = with_ties.pooled else {
        return view! {
            <section class="section">
                <h2 class="section__header">{t::agreement()}</h2>
                <p class="muted">
                    {t::agreement_none()}
                </p>
            </section>
        }
        .into_any();
    };
    view! {
        <section class="section">
            <h2 class="section__header">{t::agreement()}</h2>
            <p class="section__lead">
                {t::agreement_text()}
            </p>
            <div class="table-scroll" tabindex="0" role="region" aria-label=t::agreement()>
                <table class="table table--rows">
                    <thead>
                        <tr>
                            <th scope="col">{t::counting()}</th>
                            <th scope="col" class="table__number">{t::pooled()}</th>
                            <th scope="col" class="table__number">{t::per_task()}</th>
                            <th scope="col" class="table__number">{t::by_guessing()}</th>
                            <th scope="col" class="table__number">{t::agreeing_pairs()}</th>
                            <th scope="col" class="table__number">{t::tasks()}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {row(t::with_ties(), t::with_ties_note(), "33%", with_ties)}
                        {row(t::without_ties(), t::without_ties_note(), "50%", without_ties)}
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
    let share = |share: Option<f64>| share.map_or_else(|| t::no_pairs().to_owned(), percent);
    view! {
        <tr>
            <th scope="row">{label} <span class="table__note">{note}</span></th>
            <td class="table__number">{share(pooled)}</td>
            <td class="table__number">{share(per_task)}</td>
            <td class="table__number">{guessing}</td>
            <td class="table__number">{t::number_of(&count(agreeing), &count(pairs))}</td>
            <td class="table__number">{count(tasks)}</td>
        </tr>
    }
}
