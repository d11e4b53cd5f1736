//! The sample project: real pairs that can be judged at once.

use bytes::Bytes;
use domain::actor::Actor;
use domain::import::{Format, Options};
use domain::project::{NewProject, ProjectChanges, ProjectView, Status};
use domain::protocol::Protocol;

use crate::db::Db;
use crate::error::Result;
use crate::{import, project};

const PAIRS: &[u8] = include_bytes!("../demo/pairs.jsonl");
const GUIDELINES: &str = include_str!("../demo/guidelines.md");

/// Makes a project with 40 pairs and starts it; the actor manages it and may judge.
pub async fn create(db: &Db, actor: &Actor) -> Result<ProjectView> {
    let new = NewProject {
        name: "Sample: everyday instructions".into(),
        guidelines: GUIDELINES.into(),
        overlap: 2,
        protocol: Protocol::default(),
    };
    let id = project::create(db, actor, &new).await?.project.id;
    let options = Options { format: Some(Format::Pairs), baseline: None };
    let bytes = futures::stream::iter([Ok::<_, std::io::Error>(Bytes::from_static(PAIRS))]);
    import::run(db, actor, id, "sample.jsonl", &options, u64::MAX, bytes).await?;
    let active = ProjectChanges { status: Some(Status::Active), ..ProjectChanges::default() };
    project::update(db, actor, id, &active).await
}
