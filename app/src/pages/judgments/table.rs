//! The list of judgments.

use domain::answers::Answers;
use domain::id::JudgmentId;
use domain::judgment::{Judgment, LISTED, ListedJudgment, Verdict};
use leptos::prelude::*;
use leptos_router::components::A;

use super::Nothing;
use crate::components::offer::letter;
use crate::pages::judge::ranks::groups;

/// How much of a rationale stands in the list, in characters.
const EXCERPT: usize = 120;

/// A page of judgments, and the way to the page after it.
#[component]
pub fn Table(
    /// The project's address.
    base: String,
    judgments: Vec<ListedJudgment>,
    before: Option<JudgmentId>,
) -> impl IntoView {
    let Some(last) = judgments.last().map(|listed| listed.judgment.id) else {
        return view! { <Nothing base before /> }.into_any();
    };
    let is_full = judgments.len() >= LISTED;
    let rows = judgments.into_iter().map(|listed| row(&base, listed)).collect_view();
    view! {
        <section class="section">
            <p class="section__lead">
                "Newest first, with sides as they were shown. Open one to see what its rater saw."
            </p>
            <div class="table-scroll" tabindex="0" role="region" aria-label="Judgments">
                <table class="table table--rows">
                    <thead>
                        <tr>
                            <th scope="col">"Task"</th>
                            <th scope="col">"Rater"</th>
                            <th scope="col">"Verdict"</th>
                            <th scope="col">"Rationale"</th>
                            <th scope="col">"When (UTC)"</th>
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
                                "To the newest"
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
                                "Older"
                            </A>
                        }
                    })}
            </div>
        </section>
    }
    .into_any()
}

fn row(base: &str, listed: ListedJudgment) -> impl IntoView {
    let ListedJudgment { judgment, rater_name, external_id } = listed;
    let href = format!("{base}/judgments/{}", judgment.id);
    view! {
        <tr>
            <th scope="row">
                <A href=href>{external_id}</A>
            </th>
            <td>{rater_name}</td>
            <td>
                {verdict(&judgment)} " "
                {marks(&judgment)
                    .map(|mark| view! { <span class="tag">{mark}</span> })
                    .collect_view()}
            </td>
            <td class="table__text">{excerpt(judgment.rationale.as_deref())}</td>
            <td>
                <time datetime=judgment.submitted_at.to_string()>
                    {judgment.submitted_at.minute()}
                </time>
            </td>
        </tr>
    }
}

/// The verdict in words, with its grade: which words the scale had for it shows the replay.
fn verdict(judgment: &Judgment) -> String {
    let name = match judgment.verdict {
        Some(Verdict::A) => "A better",
        Some(Verdict::B) => "B better",
        Some(Verdict::Tie) => "Tie",
        Some(Verdict::BothBad) => "Both bad",
        Some(Verdict::BothGood) => "Both good",
        None => return in_brief(&judgment.answers),
    };
    match judgment.grade {
        Some(grade) if grade != 0 => format!("{name}, {}", grade.abs()),
        _ => name.to_owned(),
    }
}

/// What was said where no verdict is asked for, in a line.
pub fn in_brief(answers: &Answers) -> String {
    let name = |place: Option<u8>| place.map_or('–', |place| letter(usize::from(place)));
    if let Some(level) = answers.rating {
        return format!("Level {level}");
    }
    if answers.best.is_some() || answers.worst.is_some() {
        return format!("Best {}, worst {}", name(answers.best), name(answers.worst));
    }
    let group = |group: Vec<usize>| {
        let letters: Vec<String> = group.into_iter().map(|n| letter(n).to_string()).collect();
        letters.join(" = ")
    };
    let groups: Vec<String> = groups(&answers.ranking).into_iter().map(group).collect();
    groups.join(" > ")
}

/// What is out of the ordinary about a judgment.
pub fn marks(judgment: &Judgment) -> impl Iterator<Item = &'static str> {
    let correction = (judgment.revision > 1).then_some("correction");
    let late = judgment.late.then_some("late");
    let uncounted = (!judgment.counted).then_some("not counted");
    correction.into_iter().chain(late).chain(uncounted)
}

fn excerpt(rationale: Option<&str>) -> String {
    let text = rationale.unwrap_or("–");
    match text.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{} …", &text[..end]),
        None => text.to_owned(),
    }
}
