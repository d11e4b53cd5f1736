//! Majorities: what more than half of a task's raters say.

use domain::aggregate::majority::Tally;
use leptos::prelude::*;

use crate::components::number::{count, counted, part};
use crate::components::plot::{Part, StackedBar};

/// One bar over all judged tasks, and its table.
#[component]
pub fn MajoritySection(majority: Tally) -> impl IntoView {
    let parts = parts(majority);
    let whole: i64 = parts.iter().map(|part| part.number).sum();
    let title = format!("Majority verdicts of {}", counted(whole, "task"));
    let rows = parts.clone();
    view! {
        <section class="section">
            <h2 class="section__header">"Majority verdicts"</h2>
            <p class="section__lead">
                {format!(
                    "{} with a judgment, by what more than half of their raters say. First and second are the responses as they stand in the file, whichever side raters saw them on. No majority is a finding: raters are split.",
                    counted(whole, "task"),
                )}
            </p>
            <StackedBar title parts />
            <details class="behind">
                <summary class="behind__summary">"The numbers behind it"</summary>
                <div class="table-scroll" tabindex="0" role="region" aria-label="Majority verdicts">
                    <table class="table table--rows">
                        <thead>
                            <tr>
                                <th scope="col">"Majority"</th>
                                <th scope="col" class="table__number">"Tasks"</th>
                                <th scope="col" class="table__number">"Share"</th>
                            </tr>
                        </thead>
                        <tbody>
                            {rows
                                .into_iter()
                                .map(|row| {
                                    view! {
                                        <tr>
                                            <th scope="row">{row.label}</th>
                                            <td class="table__number">{count(row.number)}</td>
                                            <td class="table__number">{part(row.number, whole)}</td>
                                        </tr>
                                    }
                                })
                                .collect_view()}
                        </tbody>
                        <tfoot>
                            <tr>
                                <th scope="row">"All"</th>
                                <td class="table__number">{count(whole)}</td>
                                <td class="table__number">{part(whole, whole)}</td>
                            </tr>
                        </tfoot>
                    </table>
                </div>
            </details>
        </section>
    }
}

/// Ties that call both responses bad or both good stand apart from the others.
fn parts(majority: Tally) -> Vec<Part> {
    let Tally { first, second, tie, none, both_bad, both_good } = majority;
    let part = |label, number, class, pattern| Part { label, number, class, pattern };
    vec![
        part("First response better", first, "bar__a", None),
        part("Tie", tie - both_bad - both_good, "bar__tie", Some("url(#stripes)")),
        part("Second response better", second, "bar__b", None),
        part("Both good", both_good, "bar__good", Some("url(#stripes)")),
        part("Both bad", both_bad, "bar__bad", Some("url(#hatch)")),
        part("No majority", none, "bar__none", None),
    ]
}
