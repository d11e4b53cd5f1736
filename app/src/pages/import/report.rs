//! What became of a file's records, line by line.

use domain::import::{LineError, Notice};
use leptos::prelude::*;

use super::words;
use crate::language::{transfer as say, whole};

/// Records that cannot be used, with line, field and reason.
#[component]
pub fn Errors(errors: Vec<LineError>) -> impl IntoView {
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=say::unusable()>
            <table class="table table--rows">
                <thead>
                    <tr>
                        <th scope="col" class="table__number">
                            {say::line()}
                        </th>
                        <th scope="col">{say::field()}</th>
                        <th scope="col">{say::reason()}</th>
                    </tr>
                </thead>
                <tbody>
                    {errors
                        .into_iter()
                        .map(|error| {
                            view! {
                                <tr>
                                    <td class="table__number report__line">{line(error.line)}</td>
                                    <td class="report__field">
                                        <code>{error.field}</code>
                                    </td>
                                    <td>{error.flaw.as_ref().map_or(error.reason, words::flaw)}</td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
}

/// The number of a line; a dash for the file as a whole.
fn line(line: u64) -> String {
    if line == 0 { "–".to_owned() } else { whole(line) }
}

/// What was accepted and is worth a look.
#[component]
pub fn Notices(notices: Vec<Notice>) -> impl IntoView {
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=say::worth_a_look()>
            <table class="table table--rows">
                <thead>
                    <tr>
                        <th scope="col" class="table__number">
                            {say::line()}
                        </th>
                        <th scope="col">{say::worth_a_look()}</th>
                    </tr>
                </thead>
                <tbody>
                    {notices
                        .into_iter()
                        .map(|notice| {
                            view! {
                                <tr>
                                    <td class="table__number report__line">{line(notice.line)}</td>
                                    <td>{notice.remark.as_ref().map_or(notice.text, words::remark)}</td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
}
