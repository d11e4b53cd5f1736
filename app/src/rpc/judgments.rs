//! Judgments, one by one, for those who may read results.

use std::collections::BTreeMap;

use domain::id::{JudgmentId, ProjectId};
use domain::judgment::{ListedJudgment, Replay};
use domain::protocol::Protocol;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::Error;
#[cfg(feature = "ssr")]
use super::context;
use super::json::Json;
#[cfg(feature = "ssr")]
use crate::language::labels;

/// A page of a project's judgments.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JudgmentList {
    pub judgments: Vec<ListedJudgment>,
    /// What their raters were asked, by the version that a judgment names.
    pub protocols: BTreeMap<i32, Protocol>,
}

/// The judgments of a project before `before`, newest first, a page of them.
#[server(name = ListJudgments, prefix = "/rpc", endpoint = "judgments", output = Json)]
pub async fn list(project: ProjectId, before: Option<JudgmentId>) -> Result<JudgmentList, Error> {
    let (state, actor) = context::signed_in().await?;
    let judgments = server::judgment::replay::list(&state.db, &actor, project, before).await?;
    let protocols = server::judgment::replay::protocols(&state.db, &actor, project).await?;
    let named =
        |version: &i32| judgments.iter().any(|listed| listed.judgment.protocol_version == *version);
    let protocols = (1..).zip(protocols).filter(|(version, _)| named(version)).collect();
    Ok(JudgmentList { judgments, protocols })
}

/// A judgment with all that its rater saw.
#[server(name = FindReplay, prefix = "/rpc", endpoint = "replay", output = Json)]
pub async fn replay(judgment: JudgmentId) -> Result<Replay, Error> {
    let (state, actor) = context::signed_in().await?;
    let mut replay = server::judgment::replay::find(&state.db, &actor, judgment).await?;
    labels::translate(&mut replay.prompt, &mut replay.responses);
    Ok(replay)
}
