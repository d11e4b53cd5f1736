//! One judgment, as its rater saw it.

use domain::answers::Span;
use domain::assignment::Purpose;
use domain::id::JudgmentId;
use domain::judgment::{Judgment, Replay};
use domain::protocol::{Protocol, Step};
use domain::task::ShownResponse;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

use super::table::{in_brief, marks};
use crate::components::choice::Choice;
use crate::components::date;
use crate::components::head::Title;
use crate::components::markdown::Markdown;
use crate::components::number::duration;
use crate::components::outcome::show;
use crate::components::step_options;
use crate::language::{common, results as t};
use crate::pages::judge::view::comparison::Comparison;
use crate::pages::judge::view::marks::paint;
use crate::rpc;

/// What the rater saw, what the rater said, and what the rater could not know.
#[component]
pub fn ReplayPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params.read().get("judgment").and_then(|id| id.parse::<JudgmentId>().ok())
    });
    let replay = Resource::new(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => rpc::judgments::replay(id).await,
                None => Err(domain::Error::not_found("judgment").into()),
            }
        },
    );
    view! {
        <main class="page" id="main">
            <Transition fallback=|| view! { <p class="muted" role="status">{common::loading()}</p> }>
                {move || Suspend::new(async move {
                    show(replay.await, |replay| view! { <Seen replay /> })
                })}
            </Transition>
        </main>
    }
}

#[component]
fn Seen(replay: Replay) -> impl IntoView {
    let Replay { project_id, judgment, rater_name, external_id, prompt, responses, .. } = replay;
    let Replay { models, protocol, guidelines, revisions, purpose, metadata, .. } = replay;
    let base = format!("/projects/{project_id}/judgments");
    let heading = t::rater_on(&rater_name, &external_id);
    view! {
        <Title text=heading.clone() />
        <header class="page__header">
            <div>
                <h1 class="page__title">{heading}</h1>
                <p class="page__lead">{t::as_seen()}</p>
            </div>
            <A href=base.clone() attr:class="button">
                {t::all_judgments()}
            </A>
        </header>
        <div class="stack stack--loose">
            <Said judgment=judgment.clone() protocol=protocol.clone() shown=responses.len() />
            <Passages spans=judgment.answers.spans.clone() responses=responses.clone() />
            <div class="replay">
                <Comparison prompt responses models />
            </div>
            <Revisions base judgment=judgment.clone() protocol revisions />
            <Circumstances judgment=judgment.clone() purpose />
            {(!metadata.is_empty())
                .then(|| {
                    let text = serde_json::to_string_pretty(&metadata).unwrap_or_default();
                    view! {
                        <details class="behind">
                            <summary class="behind__summary">{t::metadata()}</summary>
                            <pre class="schema" tabindex="0" dir="auto">
                                <code>{text}</code>
                            </pre>
                        </details>
                    }
                })}
            <details class="behind">
                <summary class="behind__summary">
                    {t::guidelines_version(judgment.guideline_version)}
                </summary>
                {if guidelines.is_empty() {
                    view! { <p class="muted">{t::guidelines_none()}</p> }.into_any()
                } else {
                    view! { <Markdown html=guidelines /> }.into_any()
                }}
            </details>
        </div>
    }
}

/// What was answered at one step: all that was offered, and what of it was chosen.
#[component]
fn SaidAt(step: Step, judgment: Judgment, protocol: Protocol, responses: usize) -> impl IntoView {
    let question = step_options::question(&protocol, step);
    let content = if step == Step::Rewrite {
        let text = judgment.answers.rewrite.as_ref().map(|rewrite| rewrite.text.clone());
        view! { <blockquote class="rationale-text" dir="auto">{text.unwrap_or_else(|| "–".to_owned())}</blockquote> }
            .into_any()
    } else if step == Step::Ranking {
        view! { <p class="said__ranking">{in_brief(&judgment, Some(&protocol))}</p> }.into_any()
    } else {
        let chosen = match protocol.scale().filter(|_| step == Step::Verdict) {
            Some(scale) => {
                let choice = Choice::of(judgment.verdict, judgment.grade);
                let all = Choice::all(scale);
                all.iter().position(|offered| Some(*offered) == choice).into_iter().collect()
            }
            None => step_options::picked(&protocol, step, &judgment.answers),
        };
        let offered = step_options::labels(&protocol, step, responses)
            .into_iter()
            .enumerate()
            .map(|(n, label)| {
                let is_chosen = chosen.contains(&n);
                view! {
                    <li
                        class="tag"
                        class:tag--chosen=is_chosen
                        aria-current=is_chosen.then_some("true")
                    >
                        {is_chosen.then_some("✓ ")}
                        {label}
                    </li>
                }
            })
            .collect_view();
        view! {
            <ul class="cluster" aria-label=step_options::title(&protocol, step)>
                {offered}
            </ul>
        }
        .into_any()
    };
    view! {
        <div class="said">
            <h2 class="said__question">{question}</h2>
            {content}
        </div>
    }
}

/// What was flagged, and what was said about it.
#[component]
fn Flags(judgment: Judgment, protocol: Protocol) -> impl IntoView {
    let answers = judgment.answers;
    if answers.flags.is_empty() {
        return None;
    }
    let flags = answers
        .flags
        .into_iter()
        .map(|flag| {
            let known = protocol.flags.iter().find(|named| named.key == flag.reason);
            let name = known.map_or(flag.reason.clone(), |named| named.name.clone());
            let text = match flag.response {
                Some(place) => {
                    t::flag_response(&name, &step_options::letter(usize::from(place)).to_string())
                }
                None => t::flag_task(&name),
            };
            view! { <li class="tag tag--flag">{text}</li> }
        })
        .collect_view();
    Some(view! {
        <div class="said">
            <h2 class="said__question">{t::flags()}</h2>
            <ul class="cluster" aria-label=t::flags()>
                {flags}
            </ul>
            {answers.flag_comment.map(|comment| view! { <p dir="auto">{comment}</p> })}
        </div>
    })
}

/// What was marked in the responses, listed and on the page.
#[component]
fn Passages(spans: Vec<Span>, responses: Vec<ShownResponse>) -> impl IntoView {
    if spans.is_empty() {
        return None;
    }
    let rows = spans
        .iter()
        .map(|span| {
            let place = usize::from(span.response);
            let passage = responses.get(place).and_then(|response| span.of(&response.text));
            let name =
                format!("{} · {}", step_options::letter(place), step_options::mark(span.mark));
            view! {
                <li class="spans__row">
                    <span class=format!("mark mark--{}", span.mark.name())>{name}</span>
                    <q dir="auto">{passage.unwrap_or_default().to_owned()}</q>
                    <span dir="auto">{span.comment.clone()}</span>
                </li>
            }
        })
        .collect_view();
    Effect::new(move |_| {
        let (responses, spans) = (responses.clone(), spans.clone());
        // Once it is laid out.
        request_animation_frame(move || paint(&responses, &spans));
    });
    Some(view! {
        <section class="section said">
            <h2 class="said__question">{t::passages()}</h2>
            <ul class="spans__list" aria-label=t::passages()>
                {rows}
            </ul>
        </section>
    })
}

/// All answers, and the rationale.
#[component]
fn Said(
    judgment: Judgment,
    protocol: Protocol,
    /// How many responses were shown.
    shown: usize,
) -> impl IntoView {
    let responses = shown;
    let said = protocol
        .steps(responses, judgment.verdict)
        .into_iter()
        .map(|step| view! { <SaidAt step judgment=judgment.clone() protocol=protocol.clone() responses /> })
        .collect_view();
    view! {
        <section class="section stack">
            {said}
            <Flags judgment=judgment.clone() protocol=protocol.clone() />
            {judgment
                .rationale
                .map(|rationale| {
                    view! {
                        <blockquote class="rationale-text" dir="auto">
                            {rationale}
                        </blockquote>
                    }
                })}
        </section>
    }
}

/// When, how long, under which versions.
#[component]
fn Circumstances(judgment: Judgment, purpose: Purpose) -> impl IntoView {
    let time = judgment.active_ms.map_or_else(|| t::not_timed().to_owned(), duration);
    view! {
        <section class="section">
            <h2 class="section__header">{t::circumstances()}</h2>
            <dl class="facts">
                <dt>{t::submitted()}</dt>
                <dd>
                    <time datetime=judgment.submitted_at.to_string()>
                        {date::minute(judgment.submitted_at)}
                    </time>
                    " UTC "
                    {marks(&judgment, purpose)
                        .map(|mark| view! { <span class="tag">{mark}</span> })
                        .collect_view()}
                </dd>
                <dt>{t::time_in_front()}</dt>
                <dd>{time}</dd>
                <dt>{t::versions()}</dt>
                <dd>
                    {t::versions_text(judgment.protocol_version, judgment.guideline_version)}
                </dd>
            </dl>
        </section>
    }
}

/// The rater's judgments of the task one after the other, where there are several.
#[component]
fn Revisions(
    base: String,
    judgment: Judgment,
    protocol: Protocol,
    revisions: Vec<Judgment>,
) -> impl IntoView {
    if revisions.len() < 2 {
        return None;
    }
    let last = revisions.len();
    let rows = (1..)
        .zip(revisions)
        .map(|(n, revision)| {
            // Nearly always all have the protocol of this one.
            let same = revision.protocol_version == judgment.protocol_version;
            let label = in_brief(&revision, Some(&protocol).filter(|_| same));
            let stands = (n == last).then(|| view! { <span class="tag">{t::stands()}</span> });
            let content = if revision.id == judgment.id {
                view! { <strong>{label}</strong> }.into_any()
            } else {
                view! { <A href=format!("{base}/{}", revision.id)>{label}</A> }.into_any()
            };
            view! { <li>{content} " " {date::minute(revision.submitted_at)} " " {stands}</li> }
        })
        .collect_view();
    Some(view! {
        <section class="section">
            <h2 class="section__header">{t::revisions()}</h2>
            <ol class="stack stack--tight">{rows}</ol>
        </section>
    })
}
