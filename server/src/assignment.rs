//! Assignments: handing tasks out, exactly as many times as wanted.
//!
//! A slot is taken by lowering the task's `open_slots`, which lets one transaction at a time
//! pass, and then by a row whose two unique keys make a surplus impossible on either engine.

use domain::actor::Actor;
use domain::id::{AccountId, AssignmentId, BatchId, ProjectId, TaskId};
use domain::presentation::{self, Presentation};
use domain::project::{Project, Status};
use domain::protocol::Protocol;
use domain::reason::Reason;
use domain::task::{NextTask, TaskToJudge};
use domain::timestamp::Timestamp;
use domain::{Error as Refusal, assignment as rule, policy};
use sqlx::types::Json;

use crate::db::{Db, Tx, run};
use crate::error::Result;
use crate::project::{self, Access};
use crate::task::{self, Content, Unrendered};
use crate::time;
use desk::Desk;

mod candidates;
pub(crate) mod desk;
mod lapse;
mod left;
mod repeat;

pub(crate) use lapse::release_all;
pub use left::{left, outlook};

/// How often a claim looks for tasks when others are faster each time.
const ROUNDS: usize = 8;

/// A task that was handed out and is still to be rendered, or why there is none.
pub(crate) type Next = std::result::Result<Unrendered, NextTask>;

/// An assignment that its rater holds.
#[derive(Debug, sqlx::FromRow)]
pub(crate) struct Held {
    pub id: AssignmentId,
    pub task_id: TaskId,
    pub presentation: Json<Presentation>,
    pub expires_at: Timestamp,
    /// The versions that the task was served with last.
    pub guideline_version: i32,
    pub protocol_version: i32,
}

/// Hands the actor a task of a project: one already in hand that is not in `have`, so that
/// nothing is lost with a closed tab, else a fresh one; or says why there is none.
///
/// Claiming again renews the lease of what it hands out.
pub async fn claim(db: &Db, actor: &Actor, id: ProjectId, have: &[TaskId]) -> Result<NextTask> {
    rule::check_listed("have", have)?;
    let (near, actor, have) = (db.clone(), *actor, have.to_vec());
    db.near(async move { hand_out(&near, &actor, id, &have).await }).await.map(render)
}

/// [`claim`] without the rendering, which nobody else should wait for.
async fn hand_out(db: &Db, actor: &Actor, id: ProjectId, have: &[TaskId]) -> Result<Next> {
    let mut tx = db.write().await?;
    // Before anything is read: a second claim must see what the first one took.
    let now = tx.lock_rater(actor.account_id()).await?;
    let desk = desk::find(&mut tx, actor, id).await?;
    policy::judge(actor, desk.access.role)?;
    let next = serve(&mut tx, actor, desk, have, now).await?;
    tx.commit().await?;
    Ok(next)
}

/// Hands out what belongs on a desk next, or says why there is nothing.
pub(crate) async fn serve(
    tx: &mut Tx,
    actor: &Actor,
    desk: Desk,
    have: &[TaskId],
    now: Timestamp,
) -> Result<Next> {
    let status = desk.access.project.status;
    if status != Status::Active {
        return Ok(Err(NextTask::NotActive { status }));
    }
    if desk.is_full(have) {
        return Err(Refusal::conflict(Reason::HandsFull { most: rule::MAX_HELD }).into());
    }
    let Desk { access, protocol, mut walk, first_expiry, held } = desk;
    let id = access.project.id;
    let found = match held.into_iter().find(|held| !have.contains(&held.task_id)) {
        Some(held) => {
            let held = renew(tx, held, &access, now).await?;
            let content = task::content(tx, held.task_id).await?;
            Some((held, content))
        }
        None => {
            if first_expiry.is_some_and(|expiry| expiry < now)
                && lapse::free_lapsed(tx, id, now).await?
            {
                walk.reopened += 1;
            }
            let mut found = repeat::take(tx, actor, &access, walk, now).await?;
            if found.is_none() {
                found = take_one(tx, actor, &access, walk, now).await?;
            }
            if found.is_none() {
                found = repeat::take_lapsed(tx, actor, &access, now).await?;
            }
            found
        }
    };
    Ok(match found {
        Some((held, content)) => Ok(unrendered(&access, protocol, held, content)),
        None => Err(why_nothing(tx, id, actor.account_id()).await?),
    })
}

/// The next task as it should be shown.
pub(crate) fn render(next: Next) -> NextTask {
    next.map_or_else(|reason| reason, |task| NextTask::Task(Box::new(task.render())))
}

/// Shows the actor a task that is in the actor's hands, once more.
pub async fn find(db: &Db, actor: &Actor, task: TaskId) -> Result<TaskToJudge> {
    let mut tx = db.read().await?;
    let id = project::of_task(&mut tx, actor, task).await?.project.id;
    let Desk { access, protocol, held, .. } = desk::find(&mut tx, actor, id).await?;
    policy::judge(actor, access.role)?;
    let held = held
        .into_iter()
        .find(|held| held.task_id == task)
        .ok_or_else(|| Refusal::not_found("task in your hands"))?;
    let content = task::content(&mut tx, task).await?;
    let protocol = if held.protocol_version == access.project.protocol_version {
        protocol
    } else {
        let served = project::protocol(&mut tx, id, held.protocol_version).await?;
        served.ok_or(sqlx::Error::RowNotFound)?
    };
    drop(tx);
    Ok(unrendered(&access, protocol, held, content).render())
}

/// What a rater holds of a task, or has held before deciding about it.
pub(crate) async fn of(tx: &mut Tx, task: TaskId, rater: AccountId) -> Result<Held> {
    let sql = "
        select id, task_id, presentation, expires_at, guideline_version, protocol_version
        from assignment
        where task_id = $1 and rater_id = $2";
    Ok(run!(tx, |conn| sqlx::query_as(sql).bind(task).bind(rater).fetch_one(conn).await)?)
}

async fn renew(tx: &mut Tx, held: Held, access: &Access, now: Timestamp) -> Result<Held> {
    let expires_at = now.plus_seconds(i64::from(access.project.lease_seconds));
    let Project { guideline_version, protocol_version, .. } = access.project;
    let sql = "
        update assignment
        set expires_at = $2, guideline_version = $3, protocol_version = $4
        where id = $1 and status = 'held'";
    run!(tx, |conn| sqlx::query(sql)
        .bind(held.id)
        .bind(expires_at)
        .bind(guideline_version)
        .bind(protocol_version)
        .execute(conn)
        .await
        .map(drop))?;
    Ok(Held { expires_at, guideline_version, protocol_version, ..held })
}

/// Takes a slot of some task that the rater has not met.
async fn take_one(
    tx: &mut Tx,
    actor: &Actor,
    access: &Access,
    walk: Walk,
    now: Timestamp,
) -> Result<Option<(Held, Content)>> {
    let rater = actor.account_id();
    for _ in 0..ROUNDS {
        let ahead = candidates::find(tx, access.project.id, rater, walk).await?;
        if ahead.is_empty() {
            return Ok(None);
        }
        for task in rule::choose(ahead, now.micros().cast_unsigned()) {
            if let Some(taken) = take(tx, access, task, rater, now).await? {
                return Ok(Some(taken));
            }
        }
        // A crowd was faster with all of these: look again, further ahead.
    }
    Err(Refusal::Busy { seconds: 1 }.into())
}

/// Takes a slot of one task; none if others were faster.
async fn take(
    tx: &mut Tx,
    access: &Access,
    task: TaskId,
    rater: AccountId,
    now: Timestamp,
) -> Result<Option<(Held, Content)>> {
    if !lower_open_slots(tx, task).await? {
        return Ok(None);
    }
    let content = task::content(tx, task).await?;
    let Some(slot) = rule::free_slot(&content.taken_slots, access.project.overlap) else {
        give_slot_back(tx, task).await?;
        return Ok(None);
    };
    let shown = presentation::order(access.seed, task, slot, &content.response_ids());
    // Whoever let this task lapse and gets it again sees it as before.
    let sql = "
        insert into assignment
            (id, project_id, task_id, rater_id, slot, status, presentation, claimed_at, expires_at,
             guideline_version, protocol_version)
        values ($1, $2, $3, $4, $5, 'held', $6, $7, $8, $9, $10)
        on conflict (task_id, rater_id) do update
        set slot = excluded.slot, status = 'held',
            claimed_at = excluded.claimed_at, expires_at = excluded.expires_at,
            guideline_version = excluded.guideline_version,
            protocol_version = excluded.protocol_version
        where assignment.status = 'released'
        returning id, task_id, presentation, expires_at, guideline_version, protocol_version";
    let held: Option<Held> = run!(tx, |conn| sqlx::query_as(sql)
        .bind(AssignmentId(time::new_id()))
        .bind(access.project.id)
        .bind(task)
        .bind(rater)
        .bind(slot)
        .bind(Json(&shown))
        .bind(now)
        .bind(now.plus_seconds(i64::from(access.project.lease_seconds)))
        .bind(access.project.guideline_version)
        .bind(access.project.protocol_version)
        .fetch_optional(conn)
        .await)?;
    if held.is_none() {
        give_slot_back(tx, task).await?;
    }
    Ok(held.map(|held| (held, content)))
}

/// Takes a free slot of a task; none if there is none.
pub(crate) async fn take_slot(tx: &mut Tx, task: TaskId, overlap: i32) -> Result<Option<i32>> {
    if !lower_open_slots(tx, task).await? {
        return Ok(None);
    }
    let sql = "select slot from assignment where task_id = $1 and slot is not null";
    let taken: Vec<i32> =
        run!(tx, |conn| sqlx::query_scalar(sql).bind(task).fetch_all(conn).await)?;
    let slot = rule::free_slot(&taken, overlap);
    if slot.is_none() {
        give_slot_back(tx, task).await?;
    }
    Ok(slot)
}

/// Counts a slot of a task as taken; says no if none is open. From a yes to the end of the
/// transaction no other can take or free a slot of this task.
async fn lower_open_slots(tx: &mut Tx, task: TaskId) -> Result<bool> {
    let sql = "
        update task
        set open_slots = open_slots - 1
        where id = $1 and open_slots > 0 and state = 'open'";
    let rows = run!(tx, |conn| sqlx::query(sql)
        .bind(task)
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// Notes that slots of a project open again, so that raters who had reached the end look once
/// more. So that nobody waits in a circle, all lock assignments first, then the project, then
/// tasks.
pub(crate) async fn note_reopened(tx: &mut Tx, project: ProjectId) -> Result<()> {
    let sql = "update project set reopened = reopened + 1 where id = $1";
    run!(tx, |conn| sqlx::query(sql).bind(project).execute(conn).await.map(drop))?;
    Ok(())
}

/// Counts a slot of a task as open again; a repeat has none.
pub(crate) async fn give_slot_back(tx: &mut Tx, task: TaskId) -> Result<()> {
    let sql = "
        update task
        set open_slots = open_slots + 1
        where id = $1 and repeat_of is null";
    run!(tx, |conn| sqlx::query(sql).bind(task).execute(conn).await.map(drop))?;
    Ok(())
}

/// A task as it is shown to its rater, who is asked by the protocol that it was served with.
pub(crate) fn unrendered(
    access: &Access,
    protocol: Protocol,
    held: Held,
    content: Content,
) -> Unrendered {
    let Json(presentation) = held.presentation;
    let (messages, texts) = content.into_shown(&presentation);
    Unrendered {
        task_id: held.task_id,
        assignment_id: held.id,
        messages,
        texts,
        rationale: protocol.rationale.wanted(access.seed, held.task_id),
        protocol,
        guideline_version: held.guideline_version,
        protocol_version: held.protocol_version,
        expires_at: held.expires_at,
    }
}

/// The true reason why there is nothing for this rater.
async fn why_nothing(tx: &mut Tx, project: ProjectId, rater: AccountId) -> Result<NextTask> {
    let sql = "
        select exists (select 1 from live_task where project_id = $1)";
    let any: bool = run!(tx, |conn| sqlx::query_scalar(sql).bind(project).fetch_one(conn).await)?;
    if !any {
        return Ok(NextTask::Empty);
    }
    let sql = "
        select min(held.expires_at)
        from assignment as held
        where held.project_id = $1 and held.status = 'held' and held.rater_id <> $2
            and not exists (
                select 1 from assignment as mine
                where mine.task_id = held.task_id and mine.rater_id = $2
                    and mine.status <> 'released')";
    let until: Option<Timestamp> =
        run!(tx, |conn| sqlx::query_scalar(sql).bind(project).bind(rater).fetch_one(conn).await)?;
    Ok(until.map_or(NextTask::Finished, |until| NextTask::Waiting { until }))
}

/// Where a rater's walk through the tasks stands: before this task.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub(crate) struct Walk {
    pub walk_import_id: Option<BatchId>,
    pub walk_position: Option<i64>,
    /// How often slots of the project had been opened again when the walk last ended.
    pub walk_ended: Option<i64>,
    /// How often they have been by now.
    pub reopened: i64,
}

impl Walk {
    const START: Self =
        Self { walk_import_id: None, walk_position: None, walk_ended: None, reopened: 0 };

    /// Whether the walk came to an end and nothing was opened behind it since.
    fn has_ended(&self) -> bool {
        self.walk_ended == Some(self.reopened)
    }
}
