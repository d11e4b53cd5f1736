//! The invariants of assignments.

use std::collections::BTreeSet;

use domain::assignment::{AssignmentState, Purpose};
use domain::id::{AssignmentId, ResponseId};
use domain::presentation::Presentation;
use futures::TryStreamExt;
use sqlx::types::Json;

use crate::db::run;
use crate::error::Result;
use crate::verify::verification::Verification;

pub(crate) async fn verify(check: &mut Verification) -> Result<()> {
    let purposes = "select distinct purpose from assignment";
    check.enumeration::<Purpose>("assignment.purpose", purposes).await?;
    let states = "select distinct state from assignment";
    check.enumeration::<AssignmentState>("assignment.state", states).await?;
    let presentations = "select id, presentation from assignment";
    check.documents::<Presentation>("assignment.presentation", presentations).await?;
    check
        .invariant(
            "an assignment, its task and its rater belong to one project",
            "select assignment.id from assignment
            join task on task.id = assignment.task_id
            join rater on rater.id = assignment.rater_id
            where task.project_id <> assignment.project_id
                or rater.project_id <> assignment.project_id",
            None,
        )
        .await?;
    check
        .invariant(
            "held work has a slot; skipped, released and other assignments have none",
            "select id from assignment
            where (slot is null) <> (purpose <> 'work' or state in ('skipped', 'released'))
                and not (purpose = 'work' and state = 'submitted')",
            None,
        )
        .await?;
    check
        .invariant(
            "an assignment is submitted when it has a judgment that stands, and only then",
            "select id from assignment
            where (state = 'submitted') <> exists (
                select 1 from judgment
                where judgment.assignment_id = assignment.id and judgment.stands)",
            None,
        )
        .await?;
    check
        .invariant(
            "an assignment is skipped when it has a skip that stands, and only then",
            "select id from assignment
            where (state = 'skipped') <> exists (
                select 1 from skip
                where skip.assignment_id = assignment.id and skip.stands)",
            None,
        )
        .await?;
    presentations_match(check).await
}

/// Every presentation shows the responses of its task, each once.
async fn presentations_match(check: &mut Verification) -> Result<()> {
    let sql = "
        select assignment.id, assignment.presentation, task_response.response_id
        from assignment
        join task_response on task_response.task_id = assignment.task_id
        order by assignment.id";
    let mut wrong = Vec::new();
    let mut open: Option<(AssignmentId, Presentation, BTreeSet<ResponseId>)> = None;
    let mut close = |open: Option<(AssignmentId, Presentation, BTreeSet<ResponseId>)>| {
        if let Some((id, Presentation { order, .. }, responses)) = open
            && (order.len() != responses.len() || BTreeSet::from_iter(order) != responses)
        {
            wrong.push(id.to_string());
        }
    };
    run!(&mut check.tx, |conn| {
        let mut rows =
            sqlx::query_as::<_, (AssignmentId, Json<Presentation>, ResponseId)>(sql).fetch(conn);
        while let Some((id, Json(presentation), response)) = rows.try_next().await? {
            match &mut open {
                Some((last, _, responses)) if *last == id => {
                    responses.insert(response);
                }
                _ => close(open.replace((id, presentation, BTreeSet::from([response])))),
            }
        }
    });
    close(open);
    if !wrong.is_empty() {
        check.note("a presentation shows the responses of its task".to_owned(), wrong, false);
    }
    Ok(())
}
