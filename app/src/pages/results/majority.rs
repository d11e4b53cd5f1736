//! Majorities: what more than half of a task's raters say.

use domain::aggregate::majority::Tally;
use domain::protocol::Scale;
use leptos::prelude::*;

use crate::components::number::{count, part};
use crate::components::plot::{Part, StackedBar};
use crate::language::results as t;

/// One bar over all judged tasks, and its table.
#[component]
pub fn MajoritySection(majority: Tally, scale: Option<Scale>) -> impl IntoView {
    let parts = parts(majority, scale);
    let whole: i64 = parts.iter().map(|part| part.number).sum();
    let title = t::majority_title(whole);
    let rows = parts.clone();
    view! {
        <section class="section">
            <h2 class="section__header">{t::majority()}</h2>
            <p class="section__lead">
                {t::majority_text(whole)}
            </p>
            <StackedBar title parts />
            <details class="behind">
                <summary class="behind__summary">{t::numbers_behind()}</summary>
                <div class="table-scroll" tabindex="0" role="region" aria-label=t::majority()>
                    <table class="table table--rows">
                        <thead>
                            <tr>
                                <th scope="col">{t::majority_head()}</th>
                                <th scope="col" class="table__number">{t::tasks()}</th>
                                <th scope="col" class="table__number">{t::share()}</th>
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
                                <th scope="row">{t::all()}</th>
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

/// Ties that call both responses bad or both good stand apart from the others. What raters were
/// never offered is left out.
fn parts(majority: Tally, scale: Option<Scale>) -> Vec<Part> {
    let Tally { first, second, tie, none, both_bad, both_good } = majority;
    let part = |label, number, class, pattern| Part { label, number, class, pattern };
    let offered = |offers: fn(Scale) -> bool| scale.is_none_or(offers);
    let tied = tie - both_bad - both_good;
    let mut parts = vec![part(t::first_better(), first, "bar__a", None)];
    if tied > 0 || offered(|scale| scale.points % 2 == 1) {
        parts.push(part(t::tie(), tied, "bar__tie", Some("url(#stripes)")));
    }
    parts.push(part(t::second_better(), second, "bar__b", None));
    if both_good > 0 || offered(|scale| scale.both_good) {
        parts.push(part(t::both_good(), both_good, "bar__good", Some("url(#stripes)")));
    }
    if both_bad > 0 || offered(|scale| scale.both_bad) {
        parts.push(part(t::both_bad(), both_bad, "bar__bad", Some("url(#hatch)")));
    }
    parts.push(part(t::no_majority(), none, "bar__none", None));
    parts
}
