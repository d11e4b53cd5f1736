//! The list of judgments.

use domain::assignment::Purpose;
use domain::id::JudgmentId;
use domain::judgment::{Judgment, LISTED, ListedJudgment, Verdict};
use domain::protocol::{Protocol, Question};
use leptos::prelude::*;
use leptos_router::components::A;

use super::empty::EmptyList;
use crate::components::choice::Choice;
use crate::components::date;
use crate::components::step_options::{self, letter, ranking};
use crate::language::results as t;
use crate::rpc::judgments::JudgmentList;

/// How much of a rationale stands in the list, in characters.
const EXCERPT: usize = 120;

/// A page of judgments, and the way to the page after it.
#[component]
pub fn Table(
    /// The project's address.
    base: String,
    list: JudgmentList,
    before: Option<JudgmentId>,
) -> impl IntoView {
    let JudgmentList { judgments, protocols } = list;
    let Some(last) = judgments.last().map(|listed| listed.judgment.id) else {
        return view! { <EmptyList base before /> }.into_any();
    };
    let is_full = judgments.len() >= LISTED;
    let rows = judgments
        .into_iter()
        .map(|listed| {
            let protocol = protocols.get(&listed.judgment.protocol_version);
            row(&base, listed, protocol)
        })
        .collect_view();
    view! {
        <section class="section">
            <p class="section__lead">
                {t::list_text()}
            </p>
            <div class="table-scroll" tabindex="0" role="region" aria-label=t::judgments()>
                <table class="table table--rows">
                    <thead>
                        <tr>
                            <th scope="col">{t::task()}</th>
                            <th scope="col">{t::rater()}</th>
                            <th scope="col">{t::verdict()}</th>
                            <th scope="col">{t::rationale()}</th>
                            <th scope="col">{t::when()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <div class="cluster">
                {before
                    .map(|_| {
                        view! {
                            <A href=format!("{base}/judgments") attr:class="button button--quiet">
                                {t::newest()}
                            </A>
                        }
                    })}
                {is_full
                    .then(|| {
                        view! {
                            <A
                                href=format!("{base}/judgments?before={last}")
                                attr:class="button button--quiet"
                            >
                                {t::older()}
                            </A>
                        }
                    })}
            </div>
        </section>
    }
    .into_any()
}

fn row(base: &str, listed: ListedJudgment, protocol: Option<&Protocol>) -> impl IntoView {
    let ListedJudgment { judgment, rater_name, external_id, purpose } = listed;
    let href = format!("{base}/judgments/{}", judgment.id);
    view! {
        <tr>
            <th scope="row">
                <A href=href attr:class="foreign">{external_id}</A>
            </th>
            <td class="foreign">{rater_name}</td>
            <td>
                {in_brief(&judgment, protocol)} " "
                {marks(&judgment, purpose)
                    .map(|mark| view! { <span class="tag">{mark}</span> })
                    .collect_view()}
            </td>
            <td class="table__text foreign">{excerpt(judgment.rationale.as_deref())}</td>
            <td>
                <time datetime=judgment.submitted_at.to_string()>
                    {date::minute(judgment.submitted_at)}
                </time>
            </td>
        </tr>
    }
}

/// What was judged, in a line and in the words of the protocol by which it was; without it, how
/// much better one was is left out.
pub fn in_brief(judgment: &Judgment, protocol: Option<&Protocol>) -> String {
    let Judgment { verdict, grade, answers, .. } = judgment;
    if let Some((choice, scale)) =
        Choice::of(*verdict, *grade).zip(protocol.and_then(Protocol::scale))
    {
        return choice.label(scale);
    }
    if let Some(verdict) = verdict {
        return match verdict {
            Verdict::A => t::a_better(),
            Verdict::B => t::b_better(),
            Verdict::Tie => t::tie(),
            Verdict::BothBad => t::both_bad(),
            Verdict::BothGood => t::both_good(),
        }
        .to_owned();
    }
    if let Some(level) = answers.rating {
        return match protocol.map(|protocol| &protocol.question) {
            Some(Question::Rating { levels }) => step_options::level(levels, level),
            _ => t::level(level),
        };
    }
    let name = |place: Option<u8>| place.map_or('–', |place| letter(usize::from(place)));
    if answers.best.is_some() || answers.worst.is_some() {
        return t::best_worst(&name(answers.best).to_string(), &name(answers.worst).to_string());
    }
    ranking(&answers.ranking)
}

/// What is out of the ordinary about a judgment.
pub fn marks(judgment: &Judgment, purpose: Purpose) -> impl Iterator<Item = &'static str> {
    let repeat = (purpose == Purpose::Repeat).then(t::repeat);
    let correction = (judgment.revision > 1).then_some(t::correction());
    let late = judgment.late.then_some(t::late());
    let uncounted = (!judgment.counted && repeat.is_none()).then_some(t::not_counted());
    repeat.into_iter().chain(correction).chain(late).chain(uncounted)
}

fn excerpt(rationale: Option<&str>) -> String {
    let text = rationale.unwrap_or("–");
    match text.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{} …", &text[..end]),
        None => text.to_owned(),
    }
}
