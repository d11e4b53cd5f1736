//! The invariants of judgments and skips.

use domain::answers::Answers;
use domain::judgment::{SkipReason, Source, Verdict};

use crate::error::Result;
use crate::verify::verification::Verification;

pub(crate) async fn verify(check: &mut Verification) -> Result<()> {
    let verdicts = "select distinct verdict from judgment where verdict is not null";
    check.enumeration::<Verdict>("judgment.verdict", verdicts).await?;
    check.enumeration::<Source>("judgment.source", "select distinct source from judgment").await?;
    check.enumeration::<SkipReason>("skip.reason", "select distinct reason from skip").await?;
    check.documents::<Answers>("judgment.answers", "select id, answers from judgment").await?;
    check
        .invariant(
            "the revisions of an assignment's judgments count from 1, and the last one stands",
            "select id from judgment
            where stands <> (revision = (
                    select count(*) from judgment as other
                    where other.assignment_id = judgment.assignment_id))",
            Some(
                "update judgment
                set stands = (revision = (
                    select max(revision) from judgment as other
                    where other.assignment_id = judgment.assignment_id))",
            ),
        )
        .await?;
    check
        .invariant(
            "a judgment names the task, rater and project of its assignment",
            "select judgment.id from judgment
            join assignment on assignment.id = judgment.assignment_id
            where judgment.task_id <> assignment.task_id
                or judgment.rater_id <> assignment.rater_id
                or judgment.project_id <> assignment.project_id",
            None,
        )
        .await?;
    check
        .invariant(
            "a judgment counts when its assignment fills a slot, and only then",
            "select judgment.id from judgment
            join assignment on assignment.id = judgment.assignment_id
            where judgment.counted <> (assignment.slot is not null)",
            Some(
                "update judgment
                set counted = (
                    select slot is not null from assignment
                    where assignment.id = judgment.assignment_id)",
            ),
        )
        .await?;
    check
        .invariant(
            "a judgment names versions of guidelines and protocol that exist",
            "select judgment.id from judgment
            left join guideline on guideline.project_id = judgment.project_id
                and guideline.version = judgment.guideline_version
            left join protocol on protocol.project_id = judgment.project_id
                and protocol.version = judgment.protocol_version
            where guideline.version is null or protocol.version is null",
            None,
        )
        .await?;
    check
        .invariant(
            "a skip names the task, rater and project of its assignment",
            "select skip.id from skip
            join assignment on assignment.id = skip.assignment_id
            where skip.task_id <> assignment.task_id
                or skip.rater_id <> assignment.rater_id
                or skip.project_id <> assignment.project_id",
            None,
        )
        .await?;
    check
        .invariant(
            "a skip does not stand once its task was put back",
            "select id from skip where stands and put_back_at is not null",
            Some("update skip set stands = false where put_back_at is not null"),
        )
        .await
}
