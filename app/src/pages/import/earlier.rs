//! The imports of a project, and their reports.

use domain::batch::{Batch, BatchState};
use domain::id::ProjectId;
use leptos::prelude::*;

use super::report::{Errors, Notices};
use super::words::records;
use crate::components::date;
use crate::components::number::count;
use crate::language::transfer as say;

/// Every import in a table, then the reports of those that have something to say. The newest is
/// open if it failed.
#[component]
pub fn Earlier(id: ProjectId, imports: Vec<Batch>) -> impl IntoView {
    if imports.is_empty() {
        return view! {
            <section class="empty">
                <h2 class="empty__title">{say::imports_none()}</h2>
                <p class="empty__text">
                    {say::imports_none_text()}
                </p>
                <pre class="schema" tabindex="0">
                    <code>{EXAMPLE}</code>
                </pre>
            </section>
        }
        .into_any();
    }
    let reports = imports
        .iter()
        .enumerate()
        .filter(|(_, import)| import.report.n_errors + import.report.n_notices > 0)
        .map(|(position, import)| {
            let open = position == 0 && import.state == BatchState::Failed;
            view! { <Details id import=import.clone() open /> }
        })
        .collect_view();
    view! {
        <section class="section" id="report">
            <h2 class="section__header">{say::imports()}</h2>
            <div class="table-scroll" tabindex="0" role="region" aria-label=say::imports()>
                <table class="table table--rows">
                    <thead>
                        <tr>
                            <th scope="col">{say::file()}</th>
                            <th scope="col">{say::state()}</th>
                            <th scope="col">{say::records()}</th>
                            <th scope="col" class="table__number">
                                {say::new_tasks()}
                            </th>
                            <th scope="col">{say::begun()}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {imports
                            .into_iter()
                            .map(|import| view! { <Row import /> })
                            .collect_view()}
                    </tbody>
                </table>
            </div>
            {reports}
        </section>
    }
    .into_any()
}

const EXAMPLE: &str = r#"{"id": "1", "prompt": "…", "responses": [{"model": "a", "text": "…"}, {"model": "b", "text": "…"}]}"#;

#[component]
fn Row(import: Batch) -> impl IntoView {
    let (class, state) = match import.state {
        BatchState::Running => ("badge badge--running", say::running()),
        BatchState::Completed => ("badge badge--done", say::done()),
        BatchState::Failed => ("badge badge--failed", say::failed()),
    };
    let report = import.report;
    let format = import.format.map_or(say::format_unknown(), |format| format.name());
    view! {
        <tr>
            <th scope="row">
                <span class="foreign">{import.source_name}</span>
                <span class="table__note foreign">{format}</span>
            </th>
            <td>
                <span class=class>{state}</span>
            </td>
            <td>{records(&report)}</td>
            <td class="table__number">{count(signed(report.created))}</td>
            <td class="table__fixed">{date::minute(import.created_at)}</td>
        </tr>
    }
}

#[component]
fn Details(id: ProjectId, import: Batch, open: bool) -> impl IntoView {
    let report = import.report;
    let name = import.source_name.unwrap_or_default();
    let summary = if report.n_errors > 0 {
        say::file_errors(signed(report.n_errors), &name)
    } else {
        say::file_worth_a_look(signed(report.n_notices), &name)
    };
    let listed = (report.errors.len() + report.notices.len()) as u64;
    let more = report.n_errors + report.n_notices - listed.min(report.n_errors + report.n_notices);
    let whole = format!("/api/v1/projects/{id}/imports/{}", import.id);
    view! {
        <details class="behind" open=open>
            <summary class="behind__summary">{summary}</summary>
            <div class="stack">
                {(!report.errors.is_empty()).then(|| view! { <Errors errors=report.errors /> })}
                {(!report.notices.is_empty())
                    .then(|| view! { <Notices notices=report.notices /> })}
                {(more > 0)
                    .then(|| {
                        view! {
                            <p class="muted">
                                {say::and_more(signed(more))} " "
                                <a href=whole rel="external">
                                    {say::report_json()}
                                </a>
                            </p>
                        }
                    })}
            </div>
        </details>
    }
}

fn signed(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
