//! What somebody has done in all their projects, for their own eyes.

use std::collections::BTreeMap;

use domain::actor::Actor;
use domain::answers::Answers;
use domain::id::{AccountId, ProjectId};
use domain::judgment::Verdict;
use domain::outcome::AsShown;
use domain::presentation::Presentation;
use domain::repeat;
use domain::timestamp::Timestamp;
use domain::work::{Clock, DAYS, ProjectWork, Work, days, told_repeats};
use sqlx::types::Json;

use crate::db::{Db, Tx, run};
use crate::error::Result;
use crate::project;

/// How many of the tasks that somebody has met again are looked at, the last ones.
const REPEATS: i64 = 200;

/// The version of the guidelines by which the actor last judged in a project, if there are newer
/// ones now. Reads an index of the actor's own judgments.
pub async fn outdated_guidelines(db: &Db, actor: &Actor, id: ProjectId) -> Result<Option<i32>> {
    let mut tx = db.read().await?;
    let access = project::of(&mut tx, actor, id).await?;
    let sql = "
        select max(guideline_version)
        from judgment
        where rater_id = $1 and revision = 1";
    let last: Option<i32> =
        run!(&mut tx, |conn| sqlx::query_scalar(sql).bind(access.rater_id).fetch_one(conn).await)?;
    Ok(last.filter(|version| *version < access.project.guideline_version))
}

/// What the actor has done in the projects that they may see, by days of `clock`. Reads an index
/// of the actor's own judgments, 45 ms for 100,000 of them, and the last repeats.
pub async fn find(db: &Db, actor: &Actor, clock: Clock) -> Result<Work> {
    let mut tx = db.read().await?;
    let now = tx.now().await?;
    let today = clock.day(now);
    let sql = "
        select work.project_id, work.judgments, work.judgments_today, work.active_ms,
            work.guideline_version, project.guideline_version as newest_guideline_version
        from (
            select rater.project_id, count(*) as judgments,
                count(case when submitted_at >= $2 then 1 end) as judgments_today,
                cast(coalesce(sum(case when active_ms <= 2678400000 then active_ms end), 0)
                    as bigint) as active_ms,
                max(guideline_version) as guideline_version
            from rater
            join judgment on judgment.rater_id = rater.id and judgment.revision = 1
            where rater.account_id = $1
            group by rater.project_id) as work
        join project on project.id = work.project_id
        where $3 or exists (
            select 1 from member
            where member.project_id = project.id and member.account_id = $1)
        order by work.project_id";
    let mut projects: Vec<ProjectWork> = run!(&mut tx, |conn| sqlx::query_as(sql)
        .bind(actor.account_id())
        .bind(clock.midnight(today))
        .bind(actor.site_admin())
        .fetch_all(conn)
        .await)?;
    let sql = "
        select day, count(*)
        from (
            select (submitted_at + $2) / 86400000000 as day
            from rater
            join judgment on judgment.rater_id = rater.id and judgment.revision = 1
                and judgment.submitted_at >= $3
            where rater.account_id = $1) as recent
        group by day";
    let counts: Vec<(i64, i64)> = run!(&mut tx, |conn| sqlx::query_as(sql)
        .bind(actor.account_id())
        .bind(clock.micros())
        .bind(clock.midnight(today - DAYS + 1))
        .fetch_all(conn)
        .await)?;
    for (project, alike) in repeats(&mut tx, actor.account_id(), now).await? {
        if let Some(work) = projects.iter_mut().find(|work| work.project_id == project) {
            let told = told_repeats(&alike);
            let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
            work.repeats = count(told.len());
            work.repeats_alike = count(told.iter().filter(|alike| **alike).count());
        }
    }
    Ok(Work { days: days(today, &counts), projects })
}

/// The last tasks that a rater has met again, by project, and whether they were judged alike; the
/// oldest first, at most [`REPEATS`], found by an index.
///
/// Raters must not find out which tasks are repeats. Those of today are left out, by a clock that
/// they cannot choose; and corrections change nothing, or each would be a question about its task.
async fn repeats(
    tx: &mut Tx,
    account: AccountId,
    now: Timestamp,
) -> Result<BTreeMap<ProjectId, Vec<bool>>> {
    #[derive(sqlx::FromRow)]
    struct Row {
        project_id: ProjectId,
        verdict: Option<Verdict>,
        answers: Json<Answers>,
        presentation: Json<Presentation>,
        protocol_version: i32,
        first_verdict: Option<Verdict>,
        first_answers: Json<Answers>,
        first_presentation: Json<Presentation>,
        first_protocol_version: i32,
    }
    let sql = "
        select again.project_id, again.verdict, again.answers, repeat.presentation,
            again.protocol_version, first.verdict as first_verdict,
            first.answers as first_answers, work.presentation as first_presentation,
            first.protocol_version as first_protocol_version
        from rater
        join assignment as repeat on repeat.rater_id = rater.id and repeat.purpose = 'repeat'
        join judgment as again on again.assignment_id = repeat.id
            and again.revision = 1 and again.submitted_at < $2
        join assignment as work on work.task_id = repeat.task_id
            and work.rater_id = repeat.rater_id and work.purpose = 'work'
        join judgment as first on first.assignment_id = work.id and first.revision = 1
        where rater.account_id = $1
        order by again.submitted_at desc, again.id desc
        limit $3";
    let rows: Vec<Row> = run!(tx, |conn| sqlx::query_as(sql)
        .bind(account)
        .bind(now.start_of_day())
        .bind(REPEATS)
        .fetch_all(conn)
        .await)?;
    let compared = rows.iter().rev().filter_map(|row| {
        let first = AsShown {
            verdict: row.first_verdict,
            grade: None,
            answers: &row.first_answers,
            presentation: &row.first_presentation,
            protocol_version: row.first_protocol_version,
        };
        let again = AsShown {
            verdict: row.verdict,
            grade: None,
            answers: &row.answers,
            presentation: &row.presentation,
            protocol_version: row.protocol_version,
        };
        Some((row.project_id, repeat::agree(first, again)?))
    });
    let mut by_project: BTreeMap<ProjectId, Vec<bool>> = BTreeMap::new();
    for (project, is_alike) in compared {
        by_project.entry(project).or_default().push(is_alike);
    }
    Ok(by_project)
}
