//! What a project is set to.

use domain::project::ProjectView;
use domain::protocol::{Look, Protocol, Question};
use domain::rationale::{Ask, Rationale};
use leptos::prelude::*;

use crate::components::date;
use crate::language::manage as say;

/// Protocol, judgments per task, guidelines, lease, repeats, age.
#[component]
pub fn Facts(view: ProjectView) -> impl IntoView {
    let ProjectView { project, protocol, .. } = view;
    let lease = match project.lease_seconds {
        seconds if seconds % 60 == 0 => say::minutes(seconds / 60),
        seconds => say::seconds(seconds),
    };
    view! {
        <h2 class="section__header">{say::facts()}</h2>
        <dl class="facts">
            <dt>{say::protocol()}</dt>
            <dd>{describe_question(&protocol.question)}</dd>
            <dt>{say::criteria()}</dt>
            <dd>{describe_criteria(&protocol)}</dd>
            <dt>{say::rationale()}</dt>
            <dd>{describe(protocol.rationale)}</dd>
            <dt>{say::overlap()}</dt>
            <dd>{project.overlap}</dd>
            <dt>{say::guidelines()}</dt>
            <dd>{say::version(project.guideline_version)}</dd>
            <dt>{say::lease()}</dt>
            <dd>{lease}</dd>
            {(project.repeat_share > 0)
                .then(|| {
                    view! {
                        <dt>{say::repeats()}</dt>
                        <dd>{say::repeats_of(project.repeat_share)}</dd>
                    }
                })}
            <dt>{say::created()}</dt>
            <dd>
                <time datetime=project.created_at.to_string()>{date::day(project.created_at)}</time>
            </dd>
        </dl>
    }
}

fn describe_question(question: &Question) -> String {
    match question {
        Question::Pair { scale } => {
            let points = scale.points;
            match (scale.both_bad, scale.both_good) {
                (true, true) => say::pair_bad_good(points),
                (true, false) => say::pair_bad(points),
                (false, true) => say::pair_good(points),
                (false, false) => say::pair_points(points),
            }
        }
        Question::Ranking { ties: true } => say::ranking_ties().to_owned(),
        Question::Ranking { ties: false } => say::ranking_no_ties().to_owned(),
        Question::BestWorst => say::best_worst().to_owned(),
        Question::Rating { levels } => match levels.look {
            Look::Thumbs => say::rating_thumbs().to_owned(),
            Look::Stars => say::rating_stars(levels.count),
            Look::Labels => say::rating_levels(levels.count),
        },
    }
}

fn describe_criteria(protocol: &Protocol) -> String {
    if protocol.criteria.is_empty() {
        return say::none().to_owned();
    }
    let names: Vec<&str> =
        protocol.criteria.iter().map(|criterion| criterion.name.as_str()).collect();
    names.join(" · ")
}

fn describe(rationale: Rationale) -> String {
    let Rationale { ask, share, min_length } = rationale;
    match (ask, share) {
        (Ask::Off, _) => say::rationale_off().to_owned(),
        (Ask::Optional, _) => say::rationale_optional().to_owned(),
        (Ask::Required, 100) => say::rationale_required(min_length),
        (Ask::Required, share) => say::rationale_share(share, min_length),
    }
}
