//! What a project is set to.

use domain::project::ProjectView;
use domain::protocol::{Look, Protocol, Question};
use domain::rationale::{Ask, Rationale};
use leptos::prelude::*;

use crate::components::date;
use crate::language::manage as t;

/// Protocol, judgments per task, guidelines, lease, repeats, age.
#[component]
pub fn Facts(view: ProjectView) -> impl IntoView {
    let ProjectView { project, protocol, .. } = view;
    let lease = match project.lease_seconds {
        seconds if seconds % 60 == 0 => t::minutes(seconds / 60),
        seconds => t::seconds(seconds),
    };
    view! {
        <h2 class="section__header">{t::facts()}</h2>
        <dl class="facts">
            <dt>{t::protocol()}</dt>
            <dd>{describe_question(&protocol.question)}</dd>
            <dt>{t::criteria()}</dt>
            <dd>{describe_criteria(&protocol)}</dd>
            <dt>{t::rationale()}</dt>
            <dd>{describe(protocol.rationale)}</dd>
            <dt>{t::overlap()}</dt>
            <dd>{project.overlap}</dd>
            <dt>{t::guidelines()}</dt>
            <dd>{t::version(project.guideline_version)}</dd>
            <dt>{t::lease()}</dt>
            <dd>{lease}</dd>
            {(project.repeat_share > 0)
                .then(|| {
                    view! {
                        <dt>{t::repeats()}</dt>
                        <dd>{t::repeats_of(project.repeat_share)}</dd>
                    }
                })}
            <dt>{t::created()}</dt>
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
                (true, true) => t::pair_bad_good(points),
                (true, false) => t::pair_bad(points),
                (false, true) => t::pair_good(points),
                (false, false) => t::pair_points(points),
            }
        }
        Question::Ranking { ties: true } => t::ranking_ties().to_owned(),
        Question::Ranking { ties: false } => t::ranking_no_ties().to_owned(),
        Question::BestWorst => t::best_worst().to_owned(),
        Question::Rating { levels } => match levels.look {
            Look::Thumbs => t::rating_thumbs().to_owned(),
            Look::Stars => t::rating_stars(levels.count),
            Look::Labels => t::rating_levels(levels.count),
        },
    }
}

fn describe_criteria(protocol: &Protocol) -> String {
    if protocol.criteria.is_empty() {
        return t::none().to_owned();
    }
    let names: Vec<&str> =
        protocol.criteria.iter().map(|criterion| criterion.name.as_str()).collect();
    names.join(" · ")
}

fn describe(rationale: Rationale) -> String {
    let Rationale { ask, share, min_length } = rationale;
    match (ask, share) {
        (Ask::Off, _) => t::rationale_off().to_owned(),
        (Ask::Optional, _) => t::rationale_optional().to_owned(),
        (Ask::Required, 100) => t::rationale_required(min_length),
        (Ask::Required, share) => t::rationale_share(share, min_length),
    }
}
