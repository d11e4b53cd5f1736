//! Judgments: recording what raters decide, once and for ever.

use std::borrow::Cow;

use domain::actor::Actor;
use domain::assignment::check_listed;
use domain::id::{JudgmentId, TaskId};
use domain::judgment::{Judgment, NewJudgment, OwnJudgment};
use domain::presentation::Presentation;
use domain::project::{Project, Status};
use domain::protocol::Protocol;
use domain::reason::Reason;
use domain::task::NextTask;
use domain::timestamp::Timestamp;
use domain::{Error as Refusal, policy};
use sqlx::types::Json;

use crate::assignment;
use crate::assignment::desk::Desk;
use crate::db::{Db, Tx, run};
use crate::error::{Error, Result, ResultExt};
use crate::project::{self, Access};
use decision::{Decision, InHand, Standing};

mod decision;
pub mod earlier;
pub mod list;
pub mod replay;
mod rewrite;
pub mod skip;
mod spans;

/// What was recorded, now or when it was sent before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Receipt<T> {
    Recorded(T),
    SentBefore(T),
}

impl<T> Receipt<T> {
    /// Puts something else in the place of what was recorded.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Receipt<U> {
        match self {
            Self::Recorded(record) => Receipt::Recorded(change(record)),
            Self::SentBefore(record) => Receipt::SentBefore(change(record)),
        }
    }

    /// What was recorded, whenever that was.
    pub fn into_inner(self) -> T {
        match self {
            Self::Recorded(record) | Self::SentBefore(record) => record,
        }
    }
}

/// Records what the actor decided about a task. Sent again with the same id and content, it
/// answers as before; the same id with other content is a conflict.
///
/// A judgment is checked against the version of the protocol that the rater saw, and pinned to it
/// and to the version of the guidelines that the task came with.
///
/// A judgment that comes after the lease has run out is kept and marked late. It counts if its
/// slot, or another one, is still free.
///
/// A judgment of a task that the actor has skipped takes the skip back, and counts in the same way.
///
/// A correction names the judgment that it revises, which must be the actor's last of the task.
/// It is the next revision, with the same sides, in the same slot; the earlier ones stay.
pub async fn submit(
    db: &Db,
    actor: &Actor,
    task: TaskId,
    new: &NewJudgment,
) -> Result<Receipt<OwnJudgment>> {
    let (near, actor, new) = (db.clone(), *actor, new.clone());
    db.near(async move {
        let mut tx = near.write().await?;
        let Recorded { receipt, .. } = record(&mut tx, &actor, task, &new).await?;
        tx.commit().await?;
        Ok(receipt.map(OwnJudgment::from))
    })
    .await
}

/// Does [`submit`], and with it [`assignment::claim`] for the next task, which spares a rater's
/// browser half of its questions.
///
/// None for the next task where it has to be asked for by itself: the judgment came late and took
/// a slot anew, or the actor holds too many tasks. Where handing out fails, nothing is recorded
/// either; sent again without a claim, the judgment is.
pub async fn submit_and_claim(
    db: &Db,
    actor: &Actor,
    task: TaskId,
    new: &NewJudgment,
    have: &[TaskId],
) -> Result<(Receipt<OwnJudgment>, Option<NextTask>)> {
    check_listed("have", have)?;
    let (near, actor, new, have) = (db.clone(), *actor, new.clone(), have.to_vec());
    let (receipt, next) = db
        .near(async move {
            let mut tx = near.write().await?;
            let Recorded { receipt, desk, may_serve, now } =
                record(&mut tx, &actor, task, &new).await?;
            let next = if may_serve && !desk.is_full(&have) {
                Some(assignment::serve(&mut tx, &actor, desk, &have, now).await?)
            } else {
                None
            };
            tx.commit().await?;
            Ok::<_, Error>((receipt, next))
        })
        .await?;
    Ok((receipt.map(OwnJudgment::from), next.map(assignment::render)))
}

/// A judgment that is written, in a transaction still open.
struct Recorded {
    receipt: Receipt<Judgment>,
    /// The rater's desk without the task.
    desk: Desk,
    /// Whether a task may be handed out in the same transaction.
    may_serve: bool,
    now: Timestamp,
}

async fn record(tx: &mut Tx, actor: &Actor, task: TaskId, new: &NewJudgment) -> Result<Recorded> {
    let Decision { mut desk, in_hand, now } = decision::find(tx, actor, task).await?;
    desk.held.retain(|held| held.task_id != task);
    let access = &desk.access;
    policy::judge(actor, access.role)?;
    let in_hand = match in_hand {
        Ok(in_hand) => in_hand,
        Err(refusal) => {
            if let Some(before) = sent_before(tx, actor, task, new).await? {
                let receipt = Receipt::SentBefore(before);
                return Ok(Recorded { receipt, desk, may_serve: true, now });
            }
            let revised = new.revises.ok_or(refusal)?;
            refuse_archived(access)?;
            let last = last_of(tx, actor, task, revised).await?;
            let seen = last.protocol_version;
            let protocol_version = check(tx, &desk, task, new, &last.presentation, seen).await?;
            let row = Row { revision: last.revision + 1, protocol_version, ..last };
            let receipt = Receipt::Recorded(insert(tx, actor, access, task, new, row, now).await?);
            return Ok(Recorded { receipt, desk, may_serve: true, now });
        }
    };
    let seen = in_hand.protocol_version;
    let protocol_version = check(tx, &desk, task, new, &in_hand.presentation, seen).await?;
    if new.revises.is_some() {
        return Err(Refusal::invalid("revises", Reason::NotJudged).into());
    }
    refuse_archived(access)?;
    let row = Row {
        revision: 1,
        late: in_hand.standing == Standing::Released || now > in_hand.expires_at,
        counted: settle(tx, access, task, &in_hand).await?,
        presentation: in_hand.presentation,
        guideline_version: in_hand.guideline_version,
        protocol_version,
    };
    let receipt = Receipt::Recorded(insert(tx, actor, access, task, new, row, now).await?);
    // A slot that was taken anew keeps its task locked, and others lock assignments before tasks.
    Ok(Recorded { receipt, desk, may_serve: in_hand.standing == Standing::Held, now })
}

/// Checks a judgment by the version of the protocol that its rater saw: the one it names, else the
/// one that was `served`. Answers that version.
async fn check(
    tx: &mut Tx,
    desk: &Desk,
    task: TaskId,
    new: &NewJudgment,
    presentation: &Presentation,
    served: i32,
) -> Result<i32> {
    let version = new.protocol_version.unwrap_or(served);
    let protocol = protocol_of(tx, desk, version).await?;
    let wanted = protocol.rationale.wanted(desk.access.seed, task);
    new.check(&protocol, presentation.order.len(), wanted)?;
    spans::check(tx, task, presentation, new).await?;
    rewrite::check(tx, task, new).await?;
    Ok(version)
}

/// The protocol in the version that the rater saw: it may have been changed while the task lay
/// before the rater.
async fn protocol_of<'a>(tx: &mut Tx, desk: &'a Desk, version: i32) -> Result<Cow<'a, Protocol>> {
    let Project { id, protocol_version, .. } = desk.access.project;
    if version == protocol_version {
        return Ok(Cow::Borrowed(&desk.protocol));
    }
    let before = project::protocol(tx, id, version).await?.ok_or_else(|| {
        let reason = "the project's protocol never had this version";
        Refusal::invalid("protocol_version", reason)
    })?;
    Ok(Cow::Owned(before))
}

/// What a row says beside the rater's own words.
#[derive(sqlx::FromRow)]
struct Row {
    revision: i32,
    presentation: Json<Presentation>,
    guideline_version: i32,
    protocol_version: i32,
    late: bool,
    counted: bool,
}

async fn insert(
    tx: &mut Tx,
    actor: &Actor,
    access: &Access,
    task: TaskId,
    new: &NewJudgment,
    row: Row,
    now: Timestamp,
) -> Result<Judgment> {
    let sql = "
        insert into judgment
            (id, project_id, task_id, rater_id, revision, verdict, grade, answers, rationale,
             presentation, guideline_version, protocol_version, active_ms, late, counted,
             submitted_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
        on conflict (id) do nothing
        returning id, task_id, rater_id, revision, verdict, grade, answers, rationale, active_ms,
            guideline_version, protocol_version, late, counted, submitted_at";
    let judgment: Option<Judgment> = run!(tx, |conn| sqlx::query_as(sql)
        .bind(new.id)
        .bind(access.project.id)
        .bind(task)
        .bind(actor.account_id())
        .bind(row.revision)
        .bind(new.verdict)
        .bind(new.grade)
        .bind(Json(&new.answers))
        .bind(&new.rationale)
        .bind(&row.presentation)
        .bind(row.guideline_version)
        .bind(row.protocol_version)
        .bind(new.active_ms)
        .bind(row.late)
        .bind(row.counted)
        .bind(now)
        .fetch_optional(conn)
        .await)
    .on_duplicate(|| Refusal::conflict(Reason::JudgedAlready))?;
    Ok(judgment.ok_or_else(of_another)?)
}

/// The actor's last judgment of a task, if it is the one that is to be corrected.
async fn last_of(tx: &mut Tx, actor: &Actor, task: TaskId, revised: JudgmentId) -> Result<Row> {
    #[derive(sqlx::FromRow)]
    struct Last {
        id: JudgmentId,
        #[sqlx(flatten)]
        row: Row,
    }
    let sql = "
        select id, revision, presentation, guideline_version, protocol_version, late, counted
        from judgment
        where task_id = $1 and rater_id = $2
        order by revision desc
        limit 1";
    let last: Option<Last> = run!(tx, |conn| sqlx::query_as(sql)
        .bind(task)
        .bind(actor.account_id())
        .fetch_optional(conn)
        .await)?;
    let last = last.ok_or_else(|| Refusal::invalid("revises", Reason::NotJudged))?;
    if last.id == revised {
        return Ok(last.row);
    }
    Err(Refusal::conflict(Reason::NotTheLast).into())
}

/// The judgment with this id, if it was recorded already and says the same.
async fn sent_before(
    tx: &mut Tx,
    actor: &Actor,
    task: TaskId,
    new: &NewJudgment,
) -> Result<Option<Judgment>> {
    let sql = "
        select id, task_id, rater_id, revision, verdict, grade, answers, rationale, active_ms,
            guideline_version, protocol_version, late, counted, submitted_at
        from judgment
        where id = $1";
    let judgment: Option<Judgment> =
        run!(tx, |conn| sqlx::query_as(sql).bind(new.id).fetch_optional(conn).await)?;
    let Some(judgment) = judgment else { return Ok(None) };
    let same = judgment.task_id == task
        && judgment.rater_id == actor.account_id()
        && judgment.verdict == new.verdict
        && judgment.grade == new.grade
        && judgment.answers == new.answers
        && judgment.rationale == new.rationale;
    if same {
        return Ok(Some(judgment));
    }
    Err(of_another().into())
}

fn of_another() -> Refusal {
    Refusal::conflict("this id belongs to another judgment; make a new one")
}

/// Marks the assignment as submitted; says whether it fills a slot, which a repeat never does.
async fn settle(tx: &mut Tx, access: &Access, task: TaskId, in_hand: &InHand) -> Result<bool> {
    let sql = "
        update assignment
        set status = 'submitted'
        where id = $1 and status = 'held'
        returning slot";
    let slot: Option<Option<i32>> =
        run!(tx, |conn| sqlx::query_scalar(sql).bind(in_hand.id).fetch_optional(conn).await)?;
    if let Some(slot) = slot {
        return Ok(slot.is_some());
    }
    let slot = assignment::take_slot(tx, task, access.project.overlap).await?;
    let sql = "
        update assignment
        set status = 'submitted', slot = $2
        where id = $1 and status in ('released', 'skipped')";
    let rows = run!(tx, |conn| sqlx::query(sql)
        .bind(in_hand.id)
        .bind(slot)
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
    if rows == 0 {
        return Err(Refusal::conflict(Reason::JudgedAlready).into());
    }
    Ok(slot.is_some())
}

fn refuse_archived(access: &Access) -> Result<()> {
    if access.project.status != Status::Archived {
        return Ok(());
    }
    Err(Refusal::conflict(Reason::Archived).into())
}
