//! Results: what a project's judgments say so far.

mod agreement;
mod aspects;
mod empty;
mod majority;
mod matrix;
mod models;
mod pairs;
mod progress;
mod ranks;
mod raters;

use domain::project::ProjectView;
use domain::protocol::Kind;
use domain::results::Results;
use leptos::prelude::*;

use self::agreement::AgreementSection;
use self::aspects::AspectSections;
use self::empty::NoJudgments;
use self::majority::MajoritySection;
use self::matrix::MatrixSection;
use self::models::ModelsSection;
use self::pairs::PairsSection;
use self::progress::ProgressSection;
use self::ranks::{RankAgreementSection, RanksSection};
use self::raters::RatersSection;
use crate::components::head::Title;
use crate::components::outcome::show;
use crate::components::project_frame::{ProjectFrame, no_project, project_id, project_resource};
use crate::language::results as t;
use crate::rpc;

/// What is known about a project, each figure with its number of observations and a sentence
/// that says what it means.
#[component]
pub fn ResultsPage() -> impl IntoView {
    let project = project_resource();
    let id = project_id();
    let results = Resource::new(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => rpc::projects::results(id).await,
                None => Err(no_project()),
            }
        },
    );
    view! {
        <ProjectFrame
            project
            content=move |view: ProjectView| {
                view! {
                    <Title text=t::results_of(&view.project.name) />
                    <Suspense fallback=|| {
                        view! {
                            <p class="muted" role="status">
                                {t::adding_up()}
                            </p>
                        }
                    }>
                        {move || {
                            let view = view.clone();
                            Suspend::new(async move {
                                show(results.await, |results| view! { <Findings view results /> })
                            })
                        }}
                    </Suspense>
                }
            }
        />
    }
}

#[component]
fn Findings(view: ProjectView, results: Results) -> impl IntoView {
    let Results {
        kind,
        progress,
        raters,
        majority,
        agreement,
        pairs,
        ranks,
        rank_agreement,
        models,
        matrix,
        aspects,
    } = results;
    if progress.judgments == 0 {
        return view! { <NoJudgments view progress /> }.into_any();
    }
    let scale = view.protocol.scale();
    let compares = kind != Kind::Rating;
    view! {
        <ProgressSection progress />
        <RanksSection kind ranks />
        {compares.then(|| view! { <ModelsSection kind models /> })}
        {compares.then(|| view! { <MatrixSection matrix /> })}
        {majority.map(|majority| view! { <MajoritySection majority scale /> })}
        <AspectSections aspects />
        {agreement.map(|agreement| view! { <AgreementSection agreement /> })}
        <PairsSection pairs raters=raters.clone() />
        {rank_agreement
            .map(|agreement| {
                view! { <RankAgreementSection kind agreement raters=raters.clone() /> }
            })}
        <RatersSection kind raters />
    }
    .into_any()
}
