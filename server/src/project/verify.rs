//! The invariants of projects, members and raters.

use domain::actor::Role;
use domain::project::Status;
use domain::protocol::Protocol;
use domain::rater::RaterKind;

use crate::error::Result;
use crate::verify::verification::Verification;

pub(crate) async fn verify(check: &mut Verification) -> Result<()> {
    check.enumeration::<Status>("project.status", "select distinct status from project").await?;
    check.enumeration::<Role>("member.role", "select distinct role from member").await?;
    check.enumeration::<Role>("invitation.role", "select distinct role from invitation").await?;
    check.enumeration::<RaterKind>("rater.kind", "select distinct kind from rater").await?;
    check
        .documents::<Protocol>("protocol.definition", "select project_id, definition from protocol")
        .await?;
    check
        .invariant(
            "a project has its current guidelines and protocol",
            "select id from project
            where guideline_version <> (
                    select count(*) from guideline where guideline.project_id = project.id)
                or protocol_version <> (
                    select count(*) from protocol where protocol.project_id = project.id)
                or not exists (
                    select 1 from guideline
                    where guideline.project_id = project.id
                        and guideline.version = project.guideline_version)
                or not exists (
                    select 1 from protocol
                    where protocol.project_id = project.id
                        and protocol.version = project.protocol_version)",
            None,
        )
        .await?;
    check
        .invariant(
            "every member is a rater",
            "select account_id from member
            where not exists (
                select 1 from rater
                where rater.project_id = member.project_id
                    and rater.account_id = member.account_id)",
            None,
        )
        .await?;
    check
        .invariant(
            "raters who are people have an account, and no others",
            "select id from rater where (kind = 'person') <> (account_id is not null)",
            None,
        )
        .await
}
