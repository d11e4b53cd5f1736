//! What a project is set to.

use domain::project::ProjectView;
use domain::protocol::{Look, Protocol, Question};
use domain::rationale::{Ask, Rationale};
use leptos::prelude::*;

use crate::components::number::counted;

/// Protocol, judgments per task, guidelines, lease, age.
#[component]
pub fn Facts(view: ProjectView) -> impl IntoView {
    let ProjectView { project, protocol, .. } = view;
    let lease = match project.lease_seconds {
        seconds if seconds % 60 == 0 => counted(i64::from(seconds / 60), "minute"),
        seconds => counted(i64::from(seconds), "second"),
    };
    view! {
        <h2 class="section__header">"Facts"</h2>
        <dl class="facts">
            <dt>"Protocol"</dt>
            <dd>{describe_question(&protocol.question)}</dd>
            <dt>"Criteria"</dt>
            <dd>{describe_criteria(&protocol)}</dd>
            <dt>"Rationale"</dt>
            <dd>{describe(protocol.rationale)}</dd>
            <dt>"Judgments per task"</dt>
            <dd>{project.overlap}</dd>
            <dt>"Guidelines"</dt>
            <dd>{format!("version {}", project.guideline_version)}</dd>
            <dt>"Lease"</dt>
            <dd>{lease}</dd>
            <dt>"Created"</dt>
            <dd>
                <time datetime=project.created_at.to_string()>{project.created_at.day()}</time>
            </dd>
        </dl>
    }
}

fn describe_question(question: &Question) -> String {
    match question {
        Question::Pair { scale } => {
            let both = match (scale.both_bad, scale.both_good) {
                (true, true) => ", both bad and both good",
                (true, false) => " and both bad",
                (false, true) => " and both good",
                (false, false) => "",
            };
            format!("Pair, {} points{both}", scale.points)
        }
        Question::Ranking { ties: true } => "Ranking, with ties".to_owned(),
        Question::Ranking { ties: false } => "Ranking, without ties".to_owned(),
        Question::BestWorst => "Best and worst".to_owned(),
        Question::Rating { levels } => match levels.look {
            Look::Thumbs => "Rating by thumbs".to_owned(),
            Look::Stars => format!("Rating by {} stars", levels.count),
            Look::Labels => format!("Rating by {} levels", levels.count),
        },
    }
}

fn describe_criteria(protocol: &Protocol) -> String {
    if protocol.criteria.is_empty() {
        return "none".to_owned();
    }
    let names: Vec<&str> =
        protocol.criteria.iter().map(|criterion| criterion.name.as_str()).collect();
    names.join(" · ")
}

fn describe(rationale: Rationale) -> String {
    let Rationale { ask, share, min_length } = rationale;
    let length = counted(i64::from(min_length), "character");
    match (ask, share) {
        (Ask::Off, _) => "not asked for".to_owned(),
        (Ask::Optional, _) => "optional".to_owned(),
        (Ask::Required, 100) => format!("required, {length} or more"),
        (Ask::Required, share) => format!("required of {share} % of the tasks, {length} or more"),
    }
}
