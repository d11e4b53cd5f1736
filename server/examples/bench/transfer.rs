//! Bringing 100,000 tasks in and taking 100,000 judgments out, as commands of their own.

use std::io::Write;
use std::path::Path;

use super::place::Place;
use super::rating::{admin, line};
use super::{process, table};
use domain::actor::Actor;
use domain::id::ProjectId;
use domain::project::NewProject;
use domain::protocol::Protocol;
use server::project;

/// How many tasks are brought in.
const TASKS: usize = 100_000;

/// Prints time and peak memory of an import, and of an export of as many rows. Leaves the project
/// behind, and an admin who may read it.
pub async fn print(executable: &Path, place: &Place) -> anyhow::Result<(Actor, ProjectId)> {
    let db = place.open().await?;
    let admin = admin(&db).await?;
    let (name, guidelines, protocol) = ("Transfer".into(), String::new(), Protocol::default());
    let new = NewProject { name, guidelines, overlap: 1, protocol };
    let id = project::create(&db, &admin, &new).await?.project.id;
    let mut file = tempfile::NamedTempFile::new_in("target")?;
    for n in 0..TASKS {
        file.write_all(line(n).as_bytes())?;
    }
    let (path, url, project) = (file.path().display().to_string(), place.url(), id.to_string());

    table::head(&["100,000 rows", "seconds", "rows/s", "peak memory"]);
    let arguments = ["import", &path, "--project", &project, "--database-url", &url];
    report("import", process::run(executable, &arguments).await?);
    fill(place, id).await?;
    let output = tempfile::NamedTempFile::new_in("target")?;
    let output = output.path().display().to_string();
    for format in ["trl_preference", "judgments_jsonl", "judgments_csv"] {
        let arguments =
            ["export", &project, "--format", format, "--output", &output, "--database-url", &url];
        report(format, process::run(executable, &arguments).await?);
    }
    db.close().await;
    Ok((admin, id))
}

fn report(name: &str, (time, peak): (std::time::Duration, f64)) {
    let seconds = time.as_secs_f64();
    table::row(&[
        name.to_owned(),
        format!("{seconds:.1}"),
        format!("{:.0}", TASKS as f64 / seconds),
        format!("{peak:.0} MiB"),
    ]);
}

/// Writes a judgment on every task, straight into the table: what is measured is reading them.
async fn fill(place: &Place, id: ProjectId) -> anyhow::Result<()> {
    let db = place.open().await?;
    let mut tx = db.write().await?;
    let order = "
        '{\"blind\":true,\"order\":[\"' || lower(substr(a, 1, 8) || '-' || substr(a, 9, 4) || '-' ||
        substr(a, 13, 4) || '-' || substr(a, 17, 4) || '-' || substr(a, 21)) || '\",\"' ||
        lower(substr(b, 1, 8) || '-' || substr(b, 9, 4) || '-' || substr(b, 13, 4) || '-' ||
        substr(b, 17, 4) || '-' || substr(b, 21)) || '\"]}'";
    let (first, second, cast) = match &tx {
        server::db::Tx::Sqlite(_) => {
            ("hex(one.response_id)", "hex(two.response_id)", order.to_owned())
        }
        server::db::Tx::Postgres(_) => (
            "replace(cast(one.response_id as text), '-', '')",
            "replace(cast(two.response_id as text), '-', '')",
            format!("cast({order} as jsonb)"),
        ),
    };
    let empty = match &tx {
        server::db::Tx::Sqlite(_) => "'{}'",
        server::db::Tx::Postgres(_) => "cast('{}' as jsonb)",
    };
    let statements = [
        format!(
            "insert into assignment
                (id, project_id, task_id, rater_id, purpose, slot, state, presentation,
                 guideline_version, protocol_version, claimed_at, expires_at)
            select id, project_id, id, rater_id, 'work', 1, 'submitted', {cast}, 1, 1, 0, 0
            from (
                select task.id, task.project_id, rater.id as rater_id, {first} as a, {second} as b
                from task
                join rater on rater.project_id = task.project_id
                join task_response as one on one.task_id = task.id and one.place = 1
                join task_response as two on two.task_id = task.id and two.place = 2
                where task.project_id = $1) as row"
        ),
        format!(
            "insert into judgment
                (id, project_id, assignment_id, task_id, rater_id, revision, stands, verdict, grade,
                 answers, guideline_version, protocol_version, late, counted, source, submitted_at)
            select id, project_id, id, task_id, rater_id, 1, true, 'a', -1,
                {empty}, 1, 1, false, true, 'api', 0
            from assignment
            where project_id = $1"
        ),
        "update task set open_slots = open_slots - 1 where project_id = $1".to_owned(),
    ];
    for sql in statements {
        let sql = sqlx::AssertSqlSafe(sql);
        match &mut tx {
            server::db::Tx::Sqlite(tx) => {
                sqlx::query(sql).bind(id).execute(&mut **tx).await?;
            }
            server::db::Tx::Postgres(tx) => {
                sqlx::query(sql).bind(id).execute(&mut **tx).await?;
            }
        }
    }
    tx.commit().await?;
    db.close().await;
    Ok(())
}
