//! What became of a file's records, line by line.

use domain::import::{LineError, Notice};
use leptos::prelude::*;

/// Records that cannot be used, with line, field and reason.
#[component]
pub fn Errors(errors: Vec<LineError>) -> impl IntoView {
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Records that cannot be used">
            <table class="table table--rows">
                <thead>
                    <tr>
                        <th scope="col" class="table__number">
                            "Line"
                        </th>
                        <th scope="col">"Field"</th>
                        <th scope="col">"Reason"</th>
                    </tr>
                </thead>
                <tbody>
                    {errors
                        .into_iter()
                        .map(|error| {
                            view! {
                                <tr>
                                    <td class="table__number report__line">{error.line}</td>
                                    <td>
                                        <code>{error.field}</code>
                                    </td>
                                    <td>{error.reason}</td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
}

/// What was accepted and is worth a look.
#[component]
pub fn Notices(notices: Vec<Notice>) -> impl IntoView {
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Worth a look">
            <table class="table table--rows">
                <thead>
                    <tr>
                        <th scope="col" class="table__number">
                            "Line"
                        </th>
                        <th scope="col">"Worth a look"</th>
                    </tr>
                </thead>
                <tbody>
                    {notices
                        .into_iter()
                        .map(|notice| {
                            view! {
                                <tr>
                                    <td class="table__number report__line">{notice.line}</td>
                                    <td>{notice.text}</td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
}
