//! What would leave: every judgment and skip is in a row, or left out for one reason.

use domain::export::{Ledger as LedgerData, Reason};
use domain::id::ProjectId;
use leptos::prelude::*;
use leptos_router::components::A;

use super::selection::Selection;
use crate::components::number::count;
use crate::language::transfer as say;

/// The ledger as a table with bars, and the link to the file.
#[component]
pub fn Ledger(id: ProjectId, choice: Selection, ledger: LedgerData) -> impl IntoView {
    if ledger.read == 0 {
        return view! {
            <section class="empty">
                <h2 class="empty__title">{say::nothing_out()}</h2>
                <p class="empty__text">
                    {say::nothing_out_text()}
                </p>
                <div class="empty__actions">
                    <A href=format!("/projects/{id}") attr:class="button">
                        {say::first()}
                    </A>
                </div>
            </section>
        }
        .into_any();
    }
    let rows = signed(ledger.rows);
    let lost = ledger.left_out.by_reason().into_iter().filter(|(_, n)| *n > 0).collect::<Vec<_>>();
    let all_in = lost.is_empty();
    let in_rows = say::in_rows(signed(ledger.used), rows);
    let notes = [
        (ledger.duplicates > 0).then(|| say::duplicates(signed(ledger.duplicates))),
        (!ledger.empty_columns.is_empty())
            .then(|| say::empty_columns(&ledger.empty_columns.join(", "))),
    ];
    let notes = notes.into_iter().flatten();
    view! {
        <section class="stack">
            <h2 class="section__header">{say::what_leaves()}</h2>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col" class="table__wraps">
                            {say::judgments_skips()}
                        </th>
                        <th scope="col" class="table__wide">
                            <span class="visually-hidden">{say::share()}</span>
                        </th>
                        <th scope="col" class="table__number">
                            {say::amount()}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <Line label=in_rows n=ledger.used of=ledger.read />
                    {lost
                        .into_iter()
                        .map(|(reason, n)| {
                            view! { <Line label=say::left_out(in_words(reason)) n of=ledger.read /> }
                        })
                        .collect_view()}
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{say::all()}</th>
                        <td></td>
                        <td class="table__number">{count(signed(ledger.read))}</td>
                    </tr>
                </tfoot>
            </table>
            {notes.map(|note| view! { <p class="muted">{note}</p> }).collect_view()}
            <p class="muted">
                {all_in.then(say::nothing_left_out)} " "
                {say::counted_now()}
            </p>
            {if rows == 0 {
                view! {
                    <div class="notice notice--warning">
                        <p>
                            {say::file_empty()}
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
                            {say::download(rows)}
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
        Reason::Tie => say::out_tie(),
        Reason::BothBad => say::out_both_bad(),
        Reason::BothGood => say::out_both_good(),
        Reason::Skip => say::out_skip(),
        Reason::NoMajority => say::out_no_majority(),
        Reason::Contradiction => say::out_contradiction(),
        Reason::Superseded => say::out_superseded(),
        Reason::Uncounted => say::out_uncounted(),
        Reason::Repeat => say::out_repeat(),
        Reason::IdenticalText => say::out_identical(),
        Reason::BlankText => say::out_blank(),
        Reason::Rewritten => say::out_rewritten(),
        Reason::Outranked => say::out_outranked(),
        Reason::Flagged => say::out_flagged(),
        Reason::Unrepresentable => say::out_unrepresentable(),
    }
}

fn signed(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
