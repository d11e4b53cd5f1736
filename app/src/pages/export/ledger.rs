//! What would leave: every judgment and skip is in a row, or left out for one reason.

use domain::export::Ledger as LedgerData;
use domain::id::ProjectId;
use leptos::prelude::*;
use leptos_router::components::A;

use super::Choice;
use crate::components::number::{count, counted};

/// The ledger as a table with bars, and the link to the file.
#[component]
pub fn Ledger(id: ProjectId, choice: Choice, ledger: LedgerData) -> impl IntoView {
    if ledger.read == 0 {
        return view! {
            <section class="empty">
                <h2 class="empty__title">"Nothing to take out yet"</h2>
                <p class="empty__text">
                    "Judgments leave from here as soon as there are some."
                </p>
                <div class="empty__actions">
                    <A href=format!("/projects/{id}") attr:class="button">
                        "What is to be done first"
                    </A>
                </div>
            </section>
        }
        .into_any();
    }
    let rows = signed(ledger.rows);
    let lost = ledger.left_out.by_reason().into_iter().filter(|(_, n)| *n > 0).collect::<Vec<_>>();
    let all_in = lost.is_empty();
    let in_rows = format!("In {}", counted(rows, "row"));
    view! {
        <section class="stack">
            <h2 class="section__header">"What would leave"</h2>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">"Judgments and skips"</th>
                        <th scope="col" class="table__wide">
                            <span class="visually-hidden">"Share"</span>
                        </th>
                        <th scope="col" class="table__number">
                            "Number"
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <Line label=in_rows n=ledger.used of=ledger.read />
                    {lost
                        .into_iter()
                        .map(|(reason, n)| {
                            view! { <Line label=format!("Left out: {reason}") n of=ledger.read /> }
                        })
                        .collect_view()}
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row">"All"</th>
                        <td></td>
                        <td class="table__number">{count(signed(ledger.read))}</td>
                    </tr>
                </tfoot>
            </table>
            <p class="muted">
                {if all_in { "Nothing is left out. " } else { "" }}
                "Counted now; the file is counted again at the moment of its download."
            </p>
            {if rows == 0 {
                view! {
                    <div class="notice notice--warning">
                        <p>
                            "The file would be empty. Choose another format to see all judgments."
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
                            {format!("Download {}", counted(rows, "row"))}
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

fn signed(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
