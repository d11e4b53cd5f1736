//! Judging: the next task, the verdict, the skip.

use std::collections::BTreeMap;

use domain::assignment::Left;
use domain::id::{AccountId, AssignmentId, JudgmentId, ProjectId, SkipId};
use domain::judgment::{Earlier, NewJudgment, NewSkip, SkipReason};
#[cfg(feature = "ssr")]
use domain::judgment::{Source, Verdict};
use domain::keys::Keys;
#[cfg(feature = "ssr")]
use domain::reason::Reason;
use domain::task::NextTask;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::Error;
#[cfg(feature = "ssr")]
use super::context;
use super::json::Json;
#[cfg(feature = "ssr")]
use crate::components::project_frame::no_project;
#[cfg(feature = "ssr")]
use crate::language::labels;

#[cfg(feature = "ssr")]
mod plain;

/// What the judge page begins with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opening {
    /// Who judges.
    pub rater: AccountId,
    pub project: ProjectId,
    pub project_name: String,
    pub guidelines: Guidelines,
    /// The version of the guidelines that the rater knows, where that is not the newest.
    pub known_guidelines: Option<i32>,
    /// The letters of the rater's commands.
    pub keys: Keys,
    /// Whether the rater has judged or skipped here before: there is something to go back to.
    pub has_decided: bool,
    /// How much is left for the rater, the next task included.
    pub left: Left,
    pub next: NextTask,
    /// The id of the judgment that a plain form sends.
    pub judgment: JudgmentId,
    /// The id of the skip that a plain form sends.
    pub skip: SkipId,
    /// Why the plain form was refused that led back here.
    pub refusal: Option<Error>,
}

/// Guidelines as raters read them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guidelines {
    pub version: i32,
    /// Sanitised HTML; empty where there are none.
    pub html: String,
}

/// The id of the element that holds the [`Opening`] as JSON.
pub const OPENING: &str = "opening";

/// Opens the project that the page's address names for judging: the first task, the guidelines,
/// ids for what will be decided.
#[cfg(feature = "ssr")]
pub async fn open() -> Result<Opening, Error> {
    let path = super::page::path();
    let project = path.split('/').nth(2).and_then(|id| id.parse().ok());
    let project: ProjectId = project.ok_or_else(no_project)?;
    let (state, actor) = context::signed_in().await?;
    let view = server::project::find(&state.db, &actor, project).await?;
    let mut next = server::assignment::claim(&state.db, &actor, project, &[]).await?;
    labels::translate_next(&mut next);
    Ok(Opening {
        rater: actor.account_id(),
        project,
        project_name: view.project.name,
        guidelines: Guidelines {
            version: view.project.guideline_version,
            html: server::markdown::render(&view.guidelines),
        },
        known_guidelines: server::work::outdated_guidelines(&state.db, &actor, project).await?,
        keys: server::keys::find(&state.db, &actor).await?,
        has_decided: server::judgment::earlier::exists(&state.db, &actor, project).await?,
        left: server::assignment::left(&state.db, &actor, project).await?,
        next,
        judgment: JudgmentId(server::time::new_id()),
        skip: SkipId(server::time::new_id()),
        refusal: context::refusal_of_form(),
    })
}

/// An opening as it lies in the page. Nothing in it ends the element that it lies in.
#[cfg(feature = "ssr")]
pub fn as_data(opening: &Result<Opening, Error>) -> String {
    serde_json::to_string(opening).unwrap_or_default().replace('<', r"\u003c")
}

/// The opening that came along with the page.
#[cfg(not(feature = "ssr"))]
pub fn opening() -> Result<Opening, Error> {
    let data = document().get_element_by_id(OPENING).and_then(|element| element.text_content());
    let opening = serde_json::from_str(&data.unwrap_or_default());
    opening.unwrap_or_else(|error| Err(Error::Transport(error.to_string())))
}

/// The next task that is not in `have`, or why there is none.
#[server(prefix = "/rpc", endpoint = "claim", input = Json, output = Json)]
pub async fn claim(
    project: ProjectId,
    rater: AccountId,
    have: Vec<AssignmentId>,
) -> Result<NextTask, Error> {
    let (state, actor) = signed_in_as(rater).await?;
    let mut next = server::assignment::claim(&state.db, &actor, project, &have).await?;
    labels::translate_next(&mut next);
    Ok(next)
}

/// The last task that `rater` has judged or skipped, but for those that are `known`.
#[server(name = FindEarlier, prefix = "/rpc", endpoint = "earlier", input = Json, output = Json)]
pub async fn earlier(
    project: ProjectId,
    rater: AccountId,
    known: Vec<AssignmentId>,
) -> Result<Option<Earlier>, Error> {
    let (state, actor) = signed_in_as(rater).await?;
    let mut earlier = server::judgment::earlier::find(&state.db, &actor, project, &known).await?;
    if let Some(earlier) = &mut earlier {
        labels::translate_task(&mut earlier.task);
    }
    Ok(earlier)
}

/// Records a verdict of `rater`, and claims the next task that is not in `have`, if that is given.
/// Sent again with the same id it answers as before.
#[server(prefix = "/rpc", endpoint = "submit", input = Json, output = Json)]
pub async fn submit(
    assignment: AssignmentId,
    rater: AccountId,
    new: NewJudgment,
    have: Option<Vec<AssignmentId>>,
) -> Result<Option<NextTask>, Error> {
    use server::judgment;
    let (state, actor) = signed_in_as(rater).await?;
    let Some(have) = have else {
        return Ok(judgment::submit(&state.db, &actor, assignment, &new, Source::Page)
            .await
            .map(|_| None)?);
    };
    let (_, mut next) =
        judgment::submit_and_claim(&state.db, &actor, assignment, &new, Source::Page, &have)
            .await?;
    if let Some(next) = &mut next {
        labels::translate_next(next);
    }
    Ok(next)
}

/// Records a skip of `rater`. Sent again with the same id it answers as before.
#[server(name = SkipTask, prefix = "/rpc", endpoint = "skip", input = Json, output = Json)]
pub async fn skip(assignment: AssignmentId, rater: AccountId, new: NewSkip) -> Result<(), Error> {
    let (state, actor) = signed_in_as(rater).await?;
    Ok(server::judgment::skip::submit(&state.db, &actor, assignment, &new).await.map(drop)?)
}

/// Records a judgment from a plain form: `grade` is a number of the scale, `both_bad`, `both_good`,
/// or nothing where no verdict is asked for.
#[server(prefix = "/rpc", endpoint = "submit-form", output = Json)]
pub async fn submit_form(
    assignment: AssignmentId,
    id: JudgmentId,
    protocol: i32,
    #[server(default)] grade: String,
    #[server(default)] rationale: String,
    #[server(default)] responses: usize,
    #[server(default)] answers: BTreeMap<String, String>,
) -> Result<(), Error> {
    let (verdict, grade) = match grade.as_str() {
        "" => (None, None),
        "both_bad" => (Some(Verdict::BothBad), None),
        "both_good" => (Some(Verdict::BothGood), None),
        number => {
            let grade = number.parse::<i32>();
            let grade =
                grade.map_err(|_| domain::Error::invalid("grade", Reason::AnswerMismatch))?;
            (Some(Verdict::of_grade(grade)), Some(grade))
        }
    };
    let new = NewJudgment {
        id,
        verdict,
        grade,
        answers: plain::answers(answers, responses)?,
        rationale: Some(rationale).filter(|rationale| !rationale.trim().is_empty()),
        active_ms: None,
        protocol_version: Some(protocol),
        revises: None,
    };
    let (state, actor) = context::signed_in().await?;
    Ok(server::judgment::submit(&state.db, &actor, assignment, &new, Source::Page)
        .await
        .map(drop)?)
}

/// Records a skip from a plain form.
#[server(prefix = "/rpc", endpoint = "skip-form", output = Json)]
pub async fn skip_form(
    assignment: AssignmentId,
    id: SkipId,
    reason: SkipReason,
    comment: String,
) -> Result<(), Error> {
    let comment = Some(comment).filter(|comment| !comment.trim().is_empty());
    let new = NewSkip { id, reason, comment };
    let (state, actor) = context::signed_in().await?;
    Ok(server::judgment::skip::submit(&state.db, &actor, assignment, &new).await.map(drop)?)
}

/// Refuses everybody but `rater`: a page may outlive its session, and what one rater decided
/// must not be sent in the name of the next who signs in.
#[cfg(feature = "ssr")]
async fn signed_in_as(rater: AccountId) -> Result<(server::State, domain::actor::Actor), Error> {
    let (state, actor) = context::signed_in().await?;
    if actor.account_id() != rater {
        return Err(domain::Error::Unauthenticated.into());
    }
    Ok((state, actor))
}
