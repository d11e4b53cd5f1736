//! Reading judgments for results, one after the other.

use domain::id::{JudgmentId, ProjectId, ResponseId};
use domain::results::ResultsBuilder;
use futures::TryStreamExt;

use super::{JudgmentRow, Written, add};
use crate::db::{Tx, run};
use crate::error::Result;

/// Reads the judgments of pairs that stand and count: one row each.
pub(super) async fn pairs(tx: &mut Tx, id: ProjectId, results: &mut ResultsBuilder) -> Result<()> {
    #[derive(sqlx::FromRow)]
    struct Row {
        #[sqlx(flatten)]
        judgment: JudgmentRow,
        response_1: ResponseId,
        response_2: ResponseId,
        model_1: Option<String>,
        model_2: Option<String>,
    }
    let sql = "
        select judgment.task_id, response_1.prompt_id, judgment.rater_id, judgment.verdict,
            judgment.grade, judgment.answers, judgment.protocol_version, assignment.presentation,
            judgment.active_ms, response_1.id as response_1, response_2.id as response_2,
            model_1.name as model_1, model_2.name as model_2
        from judgment
        join assignment on assignment.id = judgment.assignment_id
        join task_response as place_1
            on place_1.task_id = judgment.task_id and place_1.place = 1
        join task_response as place_2
            on place_2.task_id = judgment.task_id and place_2.place = 2
        join response as response_1 on response_1.id = place_1.response_id
        join response as response_2 on response_2.id = place_2.response_id
        left join model as model_1 on model_1.id = response_1.model_id
        left join model as model_2 on model_2.id = response_2.model_id
        where judgment.project_id = $1 and judgment.stands and judgment.counted
        order by judgment.task_id";
    run!(tx, |conn| {
        let mut rows = sqlx::query_as::<_, Row>(sql).bind(id).fetch(conn);
        while let Some(row) = rows.try_next().await? {
            let responses = [(row.response_1, row.model_1), (row.response_2, row.model_2)];
            add(results, &row.judgment, &responses);
        }
    });
    Ok(())
}

/// The same of tasks with any number of responses: a row for each response, one after the other.
pub(super) async fn sets(tx: &mut Tx, id: ProjectId, results: &mut ResultsBuilder) -> Result<()> {
    #[derive(sqlx::FromRow)]
    struct Row {
        id: JudgmentId,
        #[sqlx(flatten)]
        judgment: JudgmentRow,
        response: ResponseId,
        model: Option<String>,
    }
    let sql = "
        select judgment.id, judgment.task_id, response.prompt_id, judgment.rater_id,
            judgment.verdict, judgment.grade, judgment.answers, judgment.protocol_version,
            assignment.presentation,
            judgment.active_ms,
            response.id as response, model.name as model
        from judgment
        join assignment on assignment.id = judgment.assignment_id
        join task_response on task_response.task_id = judgment.task_id
        join response on response.id = task_response.response_id
        left join model on model.id = response.model_id
        where judgment.project_id = $1 and judgment.stands and judgment.counted
        order by judgment.task_id, judgment.id, task_response.place";
    let mut open: Option<(JudgmentId, JudgmentRow, Vec<Written>)> = None;
    run!(tx, |conn| {
        let mut rows = sqlx::query_as::<_, Row>(sql).bind(id).fetch(conn);
        while let Some(row) = rows.try_next().await? {
            let written = (row.response, row.model);
            match &mut open {
                Some((id, _, responses)) if *id == row.id => responses.push(written),
                _ => {
                    if let Some((_, judgment, responses)) = open.take() {
                        add(results, &judgment, &responses);
                    }
                    open = Some((row.id, row.judgment, vec![written]));
                }
            }
        }
    });
    if let Some((_, judgment, responses)) = open {
        add(results, &judgment, &responses);
    }
    Ok(())
}
