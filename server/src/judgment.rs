//! Judgments: recording the decisions of raters, once and permanently.

use std::borrow::Cow;

use domain::Error as Refusal;
use domain::actor::Actor;
use domain::assignment::{AssignmentState, check_listed};
use domain::id::{AssignmentId, JudgmentId};
use domain::judgment::{Judgment, NewJudgment, OwnJudgment, Source};
use domain::project::{Project, Status};
use domain::protocol::Protocol;
use domain::reason::Reason;
use domain::task::NextTask;
use domain::timestamp::Timestamp;
use sqlx::types::Json;

use crate::assignment;
use crate::assignment::claim_context::ClaimContext;
use crate::db::{Db, Tx, run};
use crate::error::{Error, Result, ResultExt};
use crate::project::{self, Access};
use decision::{Assignment, Decision};

mod decision;
pub mod earlier;
pub mod list;
pub mod replay;
mod rewrite;
pub mod skip;
mod spans;
mod verify;

pub(crate) use verify::verify;

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

/// The columns of a [`Judgment`].
macro_rules! judgment_columns {
    () => {
        "judgment.id, judgment.assignment_id, judgment.task_id, judgment.rater_id,
            judgment.revision, judgment.stands, judgment.verdict, judgment.grade,
            judgment.answers, judgment.rationale, judgment.active_ms,
            judgment.guideline_version, judgment.protocol_version, judgment.late,
            judgment.counted, judgment.submitted_at"
    };
}
pub(crate) use judgment_columns;

/// Records the actor's judgment of an assignment. Sent again with the same id and content, it
/// answers as before; the same id with other content is a conflict.
///
/// A judgment is checked against the version of the protocol that the rater saw, and pinned to it
/// and to the version of the guidelines that the task was served with.
///
/// A judgment that comes after the lease has expired is kept and marked late. It counts if its
/// slot, or another one, is still open.
///
/// A judgment of a task that the actor has skipped replaces the skip, and counts in the same way.
///
/// A correction names the judgment that it revises, which must be the actor's last one of the
/// assignment. It is the next revision, with the same sides, in the same slot; the earlier ones
/// stay.
///
/// # Errors
///
/// Not found unless the assignment is the actor's; refused where the answers do not fit the
/// protocol, where the project is archived, and for a second judgment that revises nothing.
pub async fn submit(
    db: &Db,
    actor: &Actor,
    id: AssignmentId,
    new: &NewJudgment,
    source: Source,
) -> Result<Receipt<OwnJudgment>> {
    let (near, actor, new) = (db.clone(), *actor, new.clone());
    db.near(async move {
        let mut tx = near.write().await?;
        let Recorded { receipt, .. } = record(&mut tx, &actor, id, &new, source).await?;
        tx.commit().await?;
        Ok(receipt.map(OwnJudgment::from))
    })
    .await
}

/// Does [`submit`], and with it [`assignment::claim`] for the next task, which halves the requests
/// of a rater's browser.
///
/// No next task where it has to be claimed by itself: the judgment came late and took a new slot,
/// or the actor holds too many tasks. If the claim fails, nothing is recorded either; sent again
/// without a claim, the judgment is.
pub async fn submit_and_claim(
    db: &Db,
    actor: &Actor,
    id: AssignmentId,
    new: &NewJudgment,
    source: Source,
    have: &[AssignmentId],
) -> Result<(Receipt<OwnJudgment>, Option<NextTask>)> {
    check_listed("have", have)?;
    let (near, actor, new, have) = (db.clone(), *actor, new.clone(), have.to_vec());
    let (receipt, next) = db
        .near(async move {
            let mut tx = near.write().await?;
            let Recorded { receipt, context, may_claim, now } =
                record(&mut tx, &actor, id, &new, source).await?;
            let next = if may_claim && !context.is_full(&have) {
                Some(assignment::serve(&mut tx, context, &have, now).await?)
            } else {
                None
            };
            tx.commit().await?;
            Ok::<_, Error>((receipt, next))
        })
        .await?;
    Ok((receipt.map(OwnJudgment::from), next.map(assignment::render)))
}

/// A recorded judgment, in a transaction still open.
struct Recorded {
    receipt: Receipt<Judgment>,
    /// The rater's claim context without the assignment.
    context: ClaimContext,
    /// Whether a task may be claimed in the same transaction.
    may_claim: bool,
    now: Timestamp,
}

async fn record(
    tx: &mut Tx,
    actor: &Actor,
    id: AssignmentId,
    new: &NewJudgment,
    source: Source,
) -> Result<Recorded> {
    let Decision { mut context, assignment, now } = decision::find(tx, actor, id).await?;
    context.held.retain(|held| held.id != id);
    let add = Add { access: &context.access, assignment: &assignment, new, source, now };
    if assignment.state == AssignmentState::Submitted {
        if let Some(before) = sent_before(tx, &assignment, new).await? {
            let receipt = Receipt::SentBefore(before);
            return Ok(Recorded { receipt, context, may_claim: true, now });
        }
        let revised = new.revises.ok_or_else(|| Refusal::conflict(Reason::AlreadyJudged))?;
        refuse_archived(&context.access)?;
        let last = last_of(tx, id, revised).await?;
        let protocol_version = check(tx, &context, &assignment, new, last.protocol_version).await?;
        supersede(tx, id).await?;
        let row = Row { revision: last.revision + 1, protocol_version, ..last };
        let receipt = Receipt::Recorded(add.insert(tx, row).await?);
        return Ok(Recorded { receipt, context, may_claim: true, now });
    }
    let protocol_version =
        check(tx, &context, &assignment, new, assignment.protocol_version).await?;
    if new.revises.is_some() {
        return Err(Refusal::invalid("revises", Reason::NotJudged).into());
    }
    refuse_archived(&context.access)?;
    let row = Row {
        revision: 1,
        late: assignment.state == AssignmentState::Released || now > assignment.expires_at,
        counted: settle(tx, &assignment).await?,
        guideline_version: assignment.guideline_version,
        protocol_version,
    };
    if assignment.state == AssignmentState::Skipped {
        skip::replace(tx, id).await?;
    }
    let receipt = Receipt::Recorded(add.insert(tx, row).await?);
    // A slot that was taken now keeps its task locked, and the lock order is assignments, tasks.
    let may_claim = assignment.state == AssignmentState::Held;
    Ok(Recorded { receipt, context, may_claim, now })
}

/// Checks a judgment by the version of the protocol that its rater saw: the one it names, else the
/// one that was `served`. Answers that version.
async fn check(
    tx: &mut Tx,
    context: &ClaimContext,
    assignment: &Assignment,
    new: &NewJudgment,
    served: i32,
) -> Result<i32> {
    let version = new.protocol_version.unwrap_or(served);
    let protocol = protocol_of(tx, context, version).await?;
    let (task, presentation) = (assignment.task_id, &assignment.presentation);
    let wanted = protocol.rationale.wanted(context.access.seed, task);
    new.check(&protocol, presentation.order.len(), wanted)?;
    spans::check(tx, task, presentation, new).await?;
    rewrite::check(tx, task, new).await?;
    Ok(version)
}

/// The protocol in the version that the rater saw, which may not be the newest.
async fn protocol_of<'a>(
    tx: &mut Tx,
    context: &'a ClaimContext,
    version: i32,
) -> Result<Cow<'a, Protocol>> {
    let Project { id, protocol_version, .. } = context.access.project;
    if version == protocol_version {
        return Ok(Cow::Borrowed(&context.protocol));
    }
    let before = project::protocol(tx, id, version)
        .await?
        .ok_or_else(|| Refusal::invalid("protocol_version", Reason::UnknownProtocolVersion))?;
    Ok(Cow::Owned(before))
}

/// The part of a judgment that is not the rater's own.
#[derive(sqlx::FromRow)]
struct Row {
    revision: i32,
    guideline_version: i32,
    protocol_version: i32,
    late: bool,
    counted: bool,
}

/// A judgment to be inserted.
struct Add<'a> {
    access: &'a Access,
    assignment: &'a Assignment,
    new: &'a NewJudgment,
    source: Source,
    now: Timestamp,
}

impl Add<'_> {
    async fn insert(self, tx: &mut Tx, row: Row) -> Result<Judgment> {
        let Self { access, assignment, new, source, now } = self;
        let sql = concat!(
            "insert into judgment
                (id, project_id, assignment_id, task_id, rater_id, revision, stands, verdict, grade,
                 answers, rationale, guideline_version, protocol_version, active_ms, late, counted,
                 source, submitted_at)
            values ($1, $2, $3, $4, $5, $6, true, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            on conflict (id) do nothing
            returning ",
            judgment_columns!()
        );
        let judgment: Option<Judgment> = run!(tx, |conn| sqlx::query_as(sql)
            .bind(new.id)
            .bind(access.project.id)
            .bind(assignment.id)
            .bind(assignment.task_id)
            .bind(assignment.rater_id)
            .bind(row.revision)
            .bind(new.verdict)
            .bind(new.grade)
            .bind(Json(&new.answers))
            .bind(&new.rationale)
            .bind(row.guideline_version)
            .bind(row.protocol_version)
            .bind(new.active_ms)
            .bind(row.late)
            .bind(row.counted)
            .bind(source)
            .bind(now)
            .fetch_optional(conn)
            .await)
        .on_duplicate(|| Refusal::conflict(Reason::AlreadyJudged))?;
        Ok(judgment.ok_or_else(of_another)?)
    }
}

/// The last judgment of an assignment, if it is the one to be corrected.
async fn last_of(tx: &mut Tx, assignment: AssignmentId, revised: JudgmentId) -> Result<Row> {
    #[derive(sqlx::FromRow)]
    struct Last {
        id: JudgmentId,
        #[sqlx(flatten)]
        row: Row,
    }
    let sql = "
        select id, revision, guideline_version, protocol_version, late, counted
        from judgment
        where assignment_id = $1 and stands";
    let last: Option<Last> =
        run!(tx, |conn| sqlx::query_as(sql).bind(assignment).fetch_optional(conn).await)?;
    let last = last.ok_or_else(|| Refusal::invalid("revises", Reason::NotJudged))?;
    if last.id == revised {
        return Ok(last.row);
    }
    Err(Refusal::conflict(Reason::NewerJudgmentExists).into())
}

/// Marks the last judgment of an assignment as replaced by the next one.
async fn supersede(tx: &mut Tx, assignment: AssignmentId) -> Result<()> {
    let sql = "update judgment set stands = false where assignment_id = $1 and stands";
    run!(tx, |conn| sqlx::query(sql).bind(assignment).execute(conn).await.map(drop))?;
    Ok(())
}

/// The judgment with this id, if it was recorded already and says the same.
async fn sent_before(
    tx: &mut Tx,
    assignment: &Assignment,
    new: &NewJudgment,
) -> Result<Option<Judgment>> {
    let sql = concat!("select ", judgment_columns!(), " from judgment where id = $1");
    let judgment: Option<Judgment> =
        run!(tx, |conn| sqlx::query_as(sql).bind(new.id).fetch_optional(conn).await)?;
    let Some(judgment) = judgment else { return Ok(None) };
    let same = judgment.assignment_id == assignment.id
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
    Refusal::conflict(Reason::IdTaken)
}

/// Marks the assignment as submitted; answers whether it fills a slot, which only work does.
async fn settle(tx: &mut Tx, assignment: &Assignment) -> Result<bool> {
    let sql = "
        update assignment
        set state = 'submitted'
        where id = $1 and state = 'held'
        returning slot";
    let slot: Option<Option<i32>> =
        run!(tx, |conn| sqlx::query_scalar(sql).bind(assignment.id).fetch_optional(conn).await)?;
    if let Some(slot) = slot {
        return Ok(slot.is_some());
    }
    let slot = match assignment.purpose.takes_slot() {
        true => assignment::slots::take(tx, assignment.task_id).await?,
        false => None,
    };
    let sql = "
        update assignment
        set state = 'submitted', slot = $2
        where id = $1 and state in ('released', 'skipped')";
    let rows = run!(tx, |conn| sqlx::query(sql)
        .bind(assignment.id)
        .bind(slot)
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
    if rows == 0 {
        return Err(Refusal::conflict(Reason::AlreadyJudged).into());
    }
    Ok(slot.is_some())
}

fn refuse_archived(access: &Access) -> Result<()> {
    if access.project.status != Status::Archived {
        return Ok(());
    }
    Err(Refusal::conflict(Reason::Archived).into())
}
