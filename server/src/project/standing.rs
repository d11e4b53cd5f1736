//! What each person may know of how a project stands.

use domain::actor::Actor;
use domain::assignment::Outlook;
use domain::policy;
use domain::progress::Progress;
use domain::project::ProjectView;

use super::{list, progress};
use crate::assignment;
use crate::db::Db;
use crate::error::Result;

/// A project in the list of somebody.
#[derive(Debug)]
pub struct Listed {
    pub view: ProjectView,
    /// None for those who may not read results.
    pub progress: Option<Progress>,
    /// What there is to judge; none for those who do not judge.
    pub outlook: Option<Outlook>,
}

/// As [`list`], each project with its progress and what there is to judge.
pub async fn list_with_progress(db: &Db, actor: &Actor) -> Result<Vec<Listed>> {
    let mut listed = Vec::new();
    for view in list(db, actor).await? {
        let (progress, outlook) = standing(db, actor, &view).await?;
        listed.push(Listed { view, progress, outlook });
    }
    Ok(listed)
}

/// A project's progress, and what there is to judge in it: each where the actor may know.
pub async fn standing(
    db: &Db,
    actor: &Actor,
    view: &ProjectView,
) -> Result<(Option<Progress>, Option<Outlook>)> {
    let progress = match policy::read_results(actor, view.role) {
        Ok(()) => Some(progress(db, actor, view.project.id).await?),
        Err(_) => None,
    };
    Ok((progress, outlook(db, actor, view).await?))
}

/// What there is to judge in a project; none for those who do not judge.
pub async fn outlook(db: &Db, actor: &Actor, view: &ProjectView) -> Result<Option<Outlook>> {
    match policy::judge(actor, view.role) {
        Ok(()) => Ok(Some(assignment::outlook(db, actor, view.project.id).await?)),
        Err(_) => Ok(None),
    }
}
