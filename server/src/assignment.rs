//! Assignments: claiming tasks, each exactly as often as it is wanted.

use domain::actor::Actor;
use domain::assignment::Purpose;
use domain::id::{AssignmentId, ProjectId, RaterId, TaskId};
use domain::presentation;
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
use claim_context::{ClaimContext, Held};
use cursor::ClaimCursor;

mod candidates;
pub(crate) mod claim_context;
mod cursor;
mod lease_expiry;
mod left;
mod nothing;
mod repeat;
pub(crate) mod slots;
mod verify;

pub(crate) use cursor::advance_slots_epoch;
pub(crate) use lease_expiry::release_all;
pub use left::{left, outlook};
pub(crate) use verify::verify;

/// How often a claim searches again when others took all candidates.
const ROUNDS: usize = 8;

/// A claimed task that is still to be rendered, or why there is none.
pub(crate) type Next = std::result::Result<Unrendered, NextTask>;

/// Assigns the actor a task of a project: one that the actor holds and that is not in `have`, so
/// that nothing is lost with a closed tab, else a new one; or says why there is none.
///
/// Claiming a held task again renews its lease.
///
/// # Errors
///
/// Refused for actors who may not judge, for more than 1,000 ids in `have`, and where the actor
/// holds too many tasks.
pub async fn claim(
    db: &Db,
    actor: &Actor,
    id: ProjectId,
    have: &[AssignmentId],
) -> Result<NextTask> {
    rule::check_listed("have", have)?;
    let (near, actor, have) = (db.clone(), *actor, have.to_vec());
    db.near(async move { claim_unrendered(&near, &actor, id, &have).await }).await.map(render)
}

/// [`claim`] without the rendering, which no other transaction should wait for.
async fn claim_unrendered(
    db: &Db,
    actor: &Actor,
    id: ProjectId,
    have: &[AssignmentId],
) -> Result<Next> {
    let mut tx = db.write().await?;
    // Before anything is read: a second claim must see what the first one took.
    let now = tx.lock_rater(actor.account_id()).await?;
    let context = claim_context::find(&mut tx, actor, id).await?;
    policy::judge(actor, context.access.role)?;
    let next = serve(&mut tx, context, have, now).await?;
    tx.commit().await?;
    Ok(next)
}

/// Assigns the next task, or says why there is none.
pub(crate) async fn serve(
    tx: &mut Tx,
    context: ClaimContext,
    have: &[AssignmentId],
    now: Timestamp,
) -> Result<Next> {
    let status = context.access.project.status;
    if status != Status::Active {
        return Ok(Err(NextTask::NotActive { status }));
    }
    if context.is_full(have) {
        return Err(Refusal::conflict(Reason::TooManyInProgress { most: rule::MAX_HELD }).into());
    }
    let rater = context.access.rater()?;
    let ClaimContext { access, protocol, mut cursor, first_expiry, held } = context;
    let id = access.project.id;
    let found = match held.into_iter().find(|held| !have.contains(&held.id)) {
        Some(held) => {
            let held = renew(tx, held, &access, now).await?;
            let content = task::content(tx, held.task_id).await?;
            Some((held, content))
        }
        None => {
            if first_expiry.is_some_and(|expiry| expiry < now)
                && lease_expiry::free_expired(tx, id, now).await?
            {
                cursor.slots_epoch += 1;
            }
            let mut found = repeat::take(tx, &access, rater, cursor, now).await?;
            if found.is_none() {
                found = take_one(tx, &access, rater, cursor, now).await?;
            }
            if found.is_none() {
                found = repeat::take_expired(tx, &access, rater, now).await?;
            }
            found
        }
    };
    Ok(match found {
        Some((held, content)) => Ok(unrendered(&access, protocol, held, content)),
        None => Err(nothing::why(tx, id, rater).await?),
    })
}

/// The next task as it should be shown.
pub(crate) fn render(next: Next) -> NextTask {
    next.map_or_else(|reason| reason, |task| NextTask::Task(Box::new(task.render())))
}

/// Shows the actor a held assignment once more.
///
/// # Errors
///
/// Not found unless the actor holds it.
pub async fn find(db: &Db, actor: &Actor, id: AssignmentId) -> Result<TaskToJudge> {
    let mut tx = db.read().await?;
    let missing = || Refusal::not_found("assignment");
    let sql = "select project_id from assignment where id = $1";
    let project: Option<ProjectId> =
        run!(&mut tx, |conn| sqlx::query_scalar(sql).bind(id).fetch_optional(conn).await)?;
    let project = project.ok_or_else(missing)?;
    let context = claim_context::find(&mut tx, actor, project).await.map_err(|_| missing())?;
    let ClaimContext { access, protocol, held, .. } = context;
    policy::judge(actor, access.role)?;
    let held = held.into_iter().find(|held| held.id == id).ok_or_else(missing)?;
    let content = task::content(&mut tx, held.task_id).await?;
    let protocol = if held.protocol_version == access.project.protocol_version {
        protocol
    } else {
        let served = project::protocol(&mut tx, project, held.protocol_version).await?;
        served.ok_or(sqlx::Error::RowNotFound)?
    };
    drop(tx);
    Ok(unrendered(&access, protocol, held, content).render())
}

/// An assignment in any state, as it was last served.
pub(crate) async fn served(tx: &mut Tx, id: AssignmentId) -> Result<Held> {
    let sql = "
        select id, task_id, presentation, expires_at, guideline_version, protocol_version
        from assignment
        where id = $1";
    Ok(run!(tx, |conn| sqlx::query_as(sql).bind(id).fetch_one(conn).await)?)
}

async fn renew(tx: &mut Tx, held: Held, access: &Access, now: Timestamp) -> Result<Held> {
    let expires_at = now.plus_seconds(i64::from(access.project.lease_seconds));
    let Project { guideline_version, protocol_version, .. } = access.project;
    let sql = "
        update assignment
        set expires_at = $2, guideline_version = $3, protocol_version = $4
        where id = $1 and state = 'held'";
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
    access: &Access,
    rater: RaterId,
    cursor: ClaimCursor,
    now: Timestamp,
) -> Result<Option<(Held, Content)>> {
    for _ in 0..ROUNDS {
        let candidates = candidates::find(tx, access.project.id, rater, cursor).await?;
        if candidates.is_empty() {
            return Ok(None);
        }
        for task in rule::choose(candidates, now.micros().cast_unsigned()) {
            if let Some(taken) = take(tx, access, task, rater, now).await? {
                return Ok(Some(taken));
            }
        }
        // Others took all of these: search again, further ahead.
    }
    Err(Refusal::Busy { seconds: 1 }.into())
}

/// Takes a slot of one task; none if others were faster.
async fn take(
    tx: &mut Tx,
    access: &Access,
    task: TaskId,
    rater: RaterId,
    now: Timestamp,
) -> Result<Option<(Held, Content)>> {
    let Some(wanted) = slots::lower_open(tx, task).await? else { return Ok(None) };
    let content = task::content(tx, task).await?;
    let Some(slot) = rule::free_slot(&content.taken_slots, wanted) else {
        slots::raise_open(tx, task).await?;
        return Ok(None);
    };
    let shown = presentation::order(access.seed, task, slot, &content.response_ids());
    // A rater whose lease expired and who gets the task again sees it as before.
    let sql = "
        insert into assignment
            (id, project_id, task_id, rater_id, purpose, slot, state, presentation,
             guideline_version, protocol_version, claimed_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, 'held', $7, $8, $9, $10, $11)
        on conflict (task_id, rater_id, purpose) do update
        set slot = excluded.slot, state = 'held',
            claimed_at = excluded.claimed_at, expires_at = excluded.expires_at,
            guideline_version = excluded.guideline_version,
            protocol_version = excluded.protocol_version
        where assignment.state = 'released'
        returning id, task_id, presentation, expires_at, guideline_version, protocol_version";
    let held: Option<Held> = run!(tx, |conn| sqlx::query_as(sql)
        .bind(AssignmentId(time::new_id()))
        .bind(access.project.id)
        .bind(task)
        .bind(rater)
        .bind(Purpose::Work)
        .bind(slot)
        .bind(Json(&shown))
        .bind(access.project.guideline_version)
        .bind(access.project.protocol_version)
        .bind(now)
        .bind(now.plus_seconds(i64::from(access.project.lease_seconds)))
        .fetch_optional(conn)
        .await)?;
    if held.is_none() {
        slots::raise_open(tx, task).await?;
    }
    Ok(held.map(|held| (held, content)))
}

/// A task as it is shown to its rater, with the protocol that it was served with.
pub(crate) fn unrendered(
    access: &Access,
    protocol: Protocol,
    held: Held,
    content: Content,
) -> Unrendered {
    let Json(presentation) = held.presentation;
    let (messages, responses) = content.into_shown(&presentation);
    Unrendered {
        assignment_id: held.id,
        messages,
        responses,
        rationale: protocol.rationale.wanted(access.seed, held.task_id),
        protocol,
        guideline_version: held.guideline_version,
        protocol_version: held.protocol_version,
        expires_at: held.expires_at,
    }
}
