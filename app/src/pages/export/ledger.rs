//! What would leave: every judgment and skip is in a row, or left out for one reason.

use domain::export::{Ledger as LedgerData, Reason};
use domain::id::ProjectId;
use leptos::prelude::*;
use leptos_router::components::A;

use super::selection::Selection;
use crate::components::number::count;
use crate::language::transfer as t;

/// The ledger as a table with bars, and the link to the file.
#[component]
pub fn Ledger(id: ProjectId, choice: Selection, ledger: LedgerData) -> impl IntoView {
    if ledger.read == 0 {
        return view! {
            <section class="empty">
                <h2 class="empty__title">{t::nothing_out()}</h2>
                <p class="empty__text">
                    {t::nothing_out_text()}
                </p>
                <div class="empty__actions">
                    <A href=format!("/projects/{id}") attr:class="button">
                        {t::first()}
                    </A>
                </div>
            </section>
        }
        .into_any();
    }
    let rows = signed(ledger.rows);
    let lost = ledger.left_out.by_reason().into_iter().filter(|(_, n)| *n > 0).collect::<Vec<_>>();
    let all_in = lost.is_empty();
    let in_rows = t::in_rows(signed(ledger.used), rows);
    let notes = [
        (ledger.duplicates > 0).then(|| t::duplicates(signed(ledger.duplicates))),
        (!ledger.empty_columns.is_empty())
            .then(|| t::empty_columns(&ledger.empty_columns.join(", "))),
    ];
    let notes = notes.into_iter().flatten();
    view! {
        <section class="stack">
            <h2 class="section__header">{t::what_leaves()}</h2>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col" class="table__wraps">
                            {t::judgments_skips()}
                        </th>
                        <th scope="col" class="table__wide">
                            <span class="visually-hidden">{t::share()}</span>
                        </th>
                        <th scope="col" class="table__number">
                            {t::amount()}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <Line label=in_rows n=ledger.used of=ledger.read />
                    {lost
                        .into_iter()
                        .map(|(reason, n)| {
                            view! { <Line label=t::left_out(in_words(reason)) n of=ledger.read /> }
                        })
                        .collect_view()}
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{t::all()}</th>
                        <td></td>
                        <td class="table__number">{count(signed(ledger.read))}</td>
                    </tr>
                </tfoot>
            </table>
            {notes.map(|note| view! { <p class="muted">{note}</p> }).collect_view()}
            <p class="muted">
                {all_in.then(t::nothing_left_out)} " "
                {t::counted_now()}
            </p>
            {if rows == 0 {
                view! {
                    <div class="notice notice--warning">
                        <p>
                            {t::file_empty()}
                        </p>
                    </div>
                }
                    .into_any()
            } else {
                view! {
                    <div class="form__actions">
                        <a
                            class="button button--primary"
                            href=choice.address(id)
                            download
                            rel="external"
                        >
                            {t::download(rows)}
                        </a>
                    </div>
                }
                    .into_any()
            }}
        </section>
    }
    .into_any()
}

#[component]
fn Line(label: String, n: u64, of: u64) -> impl IntoView {
    let width = format!("{}%", (100 * n).checked_div(of).unwrap_or(0));
    view! {
        <tr>
            <th scope="row">{label}</th>
            <td class="table__wide">
                <svg class="bar" aria-hidden="true">
                    <rect class="bar__track" width="100%" height="100%" rx="2"></rect>
                    <rect class="bar__value" width=width height="100%" rx="2"></rect>
                </svg>
            </td>
            <td class="table__number">{count(signed(n))}</td>
        </tr>
    }
}

/// Why something is left out.
fn in_words(reason: Reason) -> &'static str {
    match reason {
        Reason::Tie => t::out_tie(),
        Reason::BothBad => t::out_both_bad(),
        Reason::BothGood => t::out_both_good(),
        Reason::Skip => t::out_skip(),
        Reason::NoMajority => t::out_no_majority(),
        Reason::Contradiction => t::out_contradiction(),
        Reason::Superseded => t::out_superseded(),
        Reason::Uncounted => t::out_uncounted(),
        Reason::Repeat => t::out_repeat(),
        Reason::IdenticalText => t::out_identical(),
        Reason::BlankText => t::out_blank(),
        Reason::Rewritten => t::out_rewritten(),
        Reason::Outranked => t::out_outranked(),
        Reason::Flagged => t::out_flagged(),
        Reason::Unrepresentable => t::out_unrepresentable(),
    }
}

fn signed(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
