//! Projects: creating, finding, changing; and the scoped look-up that everything else begins with.

use domain::actor::{Actor, Role};
use domain::id::{ProjectId, RaterId, TaskId};
use domain::import::IdKey;
use domain::project::{NewProject, Project, ProjectChanges, ProjectView, Status};
use domain::protocol::{Kind, Protocol};
use domain::reason::Reason;
use domain::{Error as Refusal, policy};
use serde_json::json;
use sqlx::types::Json;

use crate::db::{Db, Tx, run};
use crate::error::Result;
use crate::{assignment, event, member, secret, time};

mod progress;
mod standing;
mod verify;

pub(crate) use progress::count;
pub use progress::progress;
pub use standing::{Listed, list_with_progress, outlook, standing};
pub(crate) use verify::verify;

/// Seconds for which a claimed task is kept unless the project says otherwise.
const LEASE_SECONDS: i32 = 1_800;

/// The columns of a [`Project`].
macro_rules! project_columns {
    () => {
        "project.id, project.name, project.status, project.overlap, project.lease_seconds,
            project.repeat_share, project.guideline_version, project.protocol_version,
            project.created_at, project.created_by"
    };
}
pub(crate) use project_columns;

/// The columns of an [`AccessRow`].
macro_rules! access_columns {
    () => {
        concat!(
            crate::project::project_columns!(),
            ", project.seed, member.role, rater.id as rater_id"
        )
    };
}
pub(crate) use access_columns;

/// The joins to `project` that [`access_columns`] needs; `$2` is the account.
macro_rules! access_joins {
    () => {
        " left join member on member.project_id = project.id and member.account_id = $2
        left join rater on rater.project_id = project.id and rater.account_id = $2"
    };
}
pub(crate) use access_joins;

/// A project as it stands to one actor: what the policy needs, found in one query.
#[derive(Debug, Clone)]
pub(crate) struct Access {
    pub project: Project,
    pub role: Option<Role>,
    /// The actor as a judge; kept when a member leaves.
    pub rater_id: Option<RaterId>,
    /// Decides the order of tasks and sides; never leaves the server.
    pub seed: i64,
}

impl Access {
    /// The actor as a judge. Every member is one.
    ///
    /// # Errors
    ///
    /// Refused for an actor who was never a member.
    pub fn rater(&self) -> Result<RaterId> {
        Ok(self.rater_id.ok_or_else(|| Refusal::forbidden(Reason::OnlyMembers))?)
    }
}

/// [`Access`] as it comes out of the database.
#[derive(sqlx::FromRow)]
pub(crate) struct AccessRow {
    #[sqlx(flatten)]
    project: Project,
    role: Option<Role>,
    rater_id: Option<RaterId>,
    seed: i64,
}

impl From<AccessRow> for Access {
    fn from(row: AccessRow) -> Self {
        let AccessRow { project, role, rater_id, seed } = row;
        Self { project, role, rater_id, seed }
    }
}

#[derive(sqlx::FromRow)]
struct ViewRow {
    #[sqlx(flatten)]
    project: Project,
    role: Option<Role>,
    definition: Json<Protocol>,
    guidelines: String,
}

impl From<ViewRow> for ProjectView {
    fn from(row: ViewRow) -> Self {
        let ViewRow { project, role, definition: Json(protocol), guidelines } = row;
        Self { project, protocol, guidelines, role }
    }
}

/// Creates a project in draft, with the actor as its manager.
pub async fn create(db: &Db, actor: &Actor, new: &NewProject) -> Result<ProjectView> {
    policy::administer(actor)?;
    new.check()?;
    let id = ProjectId(time::new_id());
    let mut tx = db.write().await?;
    let sql = "
        insert into project
            (id, name, status, overlap, lease_seconds, repeat_share, seed, id_secret,
             guideline_version, protocol_version, slots_epoch, created_at, created_by)
        values ($1, $2, $3, $4, $5, 0, $6, $7, 1, 1, 0, $8, $9)";
    run!(&mut tx, |conn| sqlx::query(sql)
        .bind(id)
        .bind(new.name.trim())
        .bind(Status::Draft)
        .bind(new.overlap)
        .bind(LEASE_SECONDS)
        .bind(rand::random::<i64>())
        .bind(secret::generate())
        .bind(time::now())
        .bind(actor.account_id())
        .execute(conn)
        .await
        .map(drop))?;
    add_guidelines(&mut tx, actor, id, 1, &new.guidelines).await?;
    add_protocol(&mut tx, actor, id, 1, &new.protocol).await?;
    member::insert(&mut tx, id, actor.account_id(), Role::Manager, actor.account_id()).await?;
    event::record(&mut tx, Some(actor.account_id()), Some(id), "project_created", json!({}))
        .await?;
    let view = view(&mut tx, actor, id).await?;
    tx.commit().await?;
    Ok(view)
}

/// The projects that the actor is a member of, or all for a site admin; newest first.
pub async fn list(db: &Db, actor: &Actor) -> Result<Vec<ProjectView>> {
    let mut tx = db.read().await?;
    let sql = concat!(
        "select ",
        project_columns!(),
        ", member.role, protocol.definition, guideline.text as guidelines
        from project
        join protocol on protocol.project_id = project.id
            and protocol.version = project.protocol_version
        join guideline on guideline.project_id = project.id
            and guideline.version = project.guideline_version
        left join member on member.project_id = project.id and member.account_id = $1
        where member.account_id is not null or $2
        order by project.id desc"
    );
    let rows: Vec<ViewRow> = run!(&mut tx, |conn| sqlx::query_as(sql)
        .bind(actor.account_id())
        .bind(actor.site_admin())
        .fetch_all(conn)
        .await)?;
    Ok(rows.into_iter().map(ProjectView::from).collect())
}

/// A project with its guidelines and protocol.
pub async fn find(db: &Db, actor: &Actor, id: ProjectId) -> Result<ProjectView> {
    let mut tx = db.read().await?;
    view(&mut tx, actor, id).await
}

/// Changes a project. New guidelines or another protocol make a new version of theirs; a new
/// overlap opens or closes slots.
pub async fn update(
    db: &Db,
    actor: &Actor,
    id: ProjectId,
    changes: &ProjectChanges,
) -> Result<ProjectView> {
    let mut tx = db.write().await?;
    tx.lock_project(id).await?;
    let Access { project, role, .. } = of(&mut tx, actor, id).await?;
    policy::manage(actor, role)?;
    changes.check()?;
    let before = guidelines(&mut tx, id, project.guideline_version).await?;
    let guideline_version = match changes.guidelines.as_deref().filter(|text| *text != before) {
        Some(text) => {
            let version = project.guideline_version + 1;
            add_guidelines(&mut tx, actor, id, version, text).await?;
            version
        }
        None => project.guideline_version,
    };
    let before = current_protocol(&mut tx, &project).await?;
    let protocol_version = match changes.protocol.as_ref().filter(|new| **new != before) {
        Some(protocol) => {
            if protocol.question.kind() != before.question.kind() {
                refuse_new_kind(&mut tx, id).await?;
            }
            let version = project.protocol_version + 1;
            add_protocol(&mut tx, actor, id, version, protocol).await?;
            version
        }
        None => project.protocol_version,
    };
    let overlap = changes.overlap.unwrap_or(project.overlap);
    let status = changes.status.unwrap_or(project.status);
    let sql = "
        update project
        set name = $2, status = $3, overlap = $4, lease_seconds = $5, guideline_version = $6,
            protocol_version = $7, repeat_share = $8
        where id = $1";
    run!(&mut tx, |conn| sqlx::query(sql)
        .bind(id)
        .bind(changes.name.as_deref().unwrap_or(&project.name).trim())
        .bind(status)
        .bind(overlap)
        .bind(changes.lease_seconds.unwrap_or(project.lease_seconds))
        .bind(guideline_version)
        .bind(protocol_version)
        .bind(changes.repeat_share.unwrap_or(project.repeat_share))
        .execute(conn)
        .await
        .map(drop))?;
    if overlap != project.overlap {
        change_wanted(&mut tx, id, project.overlap, overlap).await?;
    }
    let detail = json!({
        "status": status,
        "overlap": overlap,
        "guidelines": guideline_version,
        "protocol": protocol_version,
    });
    event::record(&mut tx, Some(actor.account_id()), Some(id), "project_changed", detail).await?;
    let view = view(&mut tx, actor, id).await?;
    tx.commit().await?;
    Ok(view)
}

/// Gives tasks the new overlap. Tasks that had a number of their own keep it.
async fn change_wanted(tx: &mut Tx, id: ProjectId, from: i32, to: i32) -> Result<()> {
    assignment::advance_slots_epoch(tx, id).await?;
    let sql = "
        update task
        set wanted = $3, open_slots = open_slots + $3 - $2
        where project_id = $1 and wanted = $2";
    run!(tx, |conn| sqlx::query(sql).bind(id).bind(from).bind(to).execute(conn).await.map(drop))?;
    Ok(())
}

/// Tasks have as many responses as the kind of question needs: once some are there, or on their
/// way, another kind could not be asked about them.
async fn refuse_new_kind(tx: &mut Tx, id: ProjectId) -> Result<()> {
    let sql = "
        select exists (select 1 from batch where project_id = $1 and state <> 'failed')";
    if run!(tx, |conn| sqlx::query_scalar::<_, bool>(sql).bind(id).fetch_one(conn).await)? {
        return Err(Refusal::invalid("kind", Reason::QuestionTypeFixed).into());
    }
    Ok(())
}

/// Finds a project for an actor; what the actor may not know of is not found.
pub(crate) async fn of(tx: &mut Tx, actor: &Actor, id: ProjectId) -> Result<Access> {
    let sql = concat!(
        "select ",
        access_columns!(),
        " from project",
        access_joins!(),
        " where project.id = $1"
    );
    let row: Option<AccessRow> = run!(tx, |conn| sqlx::query_as(sql)
        .bind(id)
        .bind(actor.account_id())
        .fetch_optional(conn)
        .await)?;
    let access = Access::from(row.ok_or_else(|| Refusal::not_found("project"))?);
    policy::view(actor, access.role)?;
    Ok(access)
}

/// Finds the project of a task for an actor.
pub(crate) async fn of_task(tx: &mut Tx, actor: &Actor, task: TaskId) -> Result<Access> {
    let sql = "select project_id from task where id = $1";
    let id: Option<ProjectId> =
        run!(tx, |conn| sqlx::query_scalar(sql).bind(task).fetch_optional(conn).await)?;
    let id = id.ok_or_else(|| Refusal::not_found("task"))?;
    match of(tx, actor, id).await {
        Err(crate::Error::Refused(Refusal::NotFound { .. })) => {
            Err(Refusal::not_found("task").into())
        }
        access => access,
    }
}

/// The protocol of a project in a version; none if there was no such version.
pub(crate) async fn protocol(tx: &mut Tx, id: ProjectId, version: i32) -> Result<Option<Protocol>> {
    let sql = "select definition from protocol where project_id = $1 and version = $2";
    let protocol: Option<Json<Protocol>> =
        run!(tx, |conn| sqlx::query_scalar(sql).bind(id).bind(version).fetch_optional(conn).await)?;
    Ok(protocol.map(|Json(protocol)| protocol))
}

/// The protocols of a project in all versions, the first one first.
pub(crate) async fn protocols(tx: &mut Tx, id: ProjectId) -> Result<Vec<Protocol>> {
    let sql = "select definition from protocol where project_id = $1 order by version";
    let protocols: Vec<Json<Protocol>> =
        run!(tx, |conn| sqlx::query_scalar(sql).bind(id).fetch_all(conn).await)?;
    Ok(protocols.into_iter().map(|Json(protocol)| protocol).collect())
}

/// The kind of question that is asked now, which decides how many responses a task has.
pub(crate) async fn kind(tx: &mut Tx, id: ProjectId) -> Result<Kind> {
    let sql = "
        select protocol.definition
        from project
        join protocol on protocol.project_id = project.id
            and protocol.version = project.protocol_version
        where project.id = $1";
    let Json(protocol): Json<Protocol> =
        run!(tx, |conn| sqlx::query_scalar(sql).bind(id).fetch_one(conn).await)?;
    Ok(protocol.question.kind())
}

/// What the ids of a project's content begin with.
pub(crate) async fn id_key(tx: &mut Tx, id: ProjectId) -> Result<IdKey> {
    let sql = "select id_secret from project where id = $1";
    let secret: String = run!(tx, |conn| sqlx::query_scalar(sql).bind(id).fetch_one(conn).await)?;
    Ok(IdKey::new(id, &secret))
}

/// The protocol that judgments are pinned to now.
async fn current_protocol(tx: &mut Tx, project: &Project) -> Result<Protocol> {
    let protocol = protocol(tx, project.id, project.protocol_version).await?;
    Ok(protocol.ok_or(sqlx::Error::RowNotFound)?)
}

async fn view(tx: &mut Tx, actor: &Actor, id: ProjectId) -> Result<ProjectView> {
    let Access { project, role, .. } = of(tx, actor, id).await?;
    let protocol = current_protocol(tx, &project).await?;
    let guidelines = guidelines(tx, id, project.guideline_version).await?;
    Ok(ProjectView { project, protocol, guidelines, role })
}

pub(crate) async fn guidelines(tx: &mut Tx, id: ProjectId, version: i32) -> Result<String> {
    let sql = "select text from guideline where project_id = $1 and version = $2";
    Ok(run!(tx, |conn| sqlx::query_scalar(sql).bind(id).bind(version).fetch_one(conn).await)?)
}

async fn add_guidelines(
    tx: &mut Tx,
    actor: &Actor,
    id: ProjectId,
    version: i32,
    text: &str,
) -> Result<()> {
    let sql = "
        insert into guideline (project_id, version, text, created_at, created_by)
        values ($1, $2, $3, $4, $5)";
    run!(tx, |conn| sqlx::query(sql)
        .bind(id)
        .bind(version)
        .bind(text)
        .bind(time::now())
        .bind(actor.account_id())
        .execute(conn)
        .await
        .map(drop))?;
    Ok(())
}

async fn add_protocol(
    tx: &mut Tx,
    actor: &Actor,
    id: ProjectId,
    version: i32,
    protocol: &Protocol,
) -> Result<()> {
    let sql = "
        insert into protocol (project_id, version, definition, created_at, created_by)
        values ($1, $2, $3, $4, $5)";
    run!(tx, |conn| sqlx::query(sql)
        .bind(id)
        .bind(version)
        .bind(Json(protocol))
        .bind(time::now())
        .bind(actor.account_id())
        .execute(conn)
        .await
        .map(drop))?;
    Ok(())
}
