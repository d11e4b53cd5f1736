//! Claiming and submitting, as raters do.

use std::path::Path;
use std::time::{Duration, Instant};

use domain::account::NewToken;
use domain::actor::{Actor, Role, Scope};
use domain::answers::Answers;
use domain::id::{JudgmentId, ProjectId};
use domain::judgment::{NewJudgment, Verdict};
use domain::project::{NewProject, ProjectChanges, Status};
use domain::protocol::Protocol;
use domain::task::NextTask;
use futures::future::try_join_all;
use reqwest::Client;
use serde_json::json;
use server::account::{self, NewAccount};
use server::db::Db;
use server::{import, member, project, token};
use uuid::Uuid;

use super::place::Place;
use super::process::Server;
use super::table;

/// How many judgments are measured at each number of raters.
const JUDGMENTS: usize = 2_000;

/// Prints the cost of a judgment at several crowds, and of a claim at several sizes.
pub async fn print(executable: &Path, place: &Place) -> anyhow::Result<()> {
    let db = place.open().await?;
    let admin = admin(&db).await?;
    let server = Server::start(executable, &place.url()).await?;
    println!(
        "\nstart-up {} ms, idle memory {:.0} MiB",
        server.start_up.as_millis(),
        server.memory()?
    );
    println!("\nEach rater decides at once, without reading:");
    head("raters");
    for raters in [1, 8, 32, 200] {
        let judgments = JUDGMENTS / raters;
        let crowd = Crowd { raters, judgments, pause: Duration::ZERO, together: false };
        let project = new_project(&db, &admin, 3_000).await?;
        measure(&db, &admin, &server, project, &crowd, &raters.to_string()).await?;
    }
    println!("\nThe same, and each judgment brings the next task along, as the page asks:");
    head("raters");
    for raters in [1, 8, 32, 200] {
        let judgments = JUDGMENTS / raters;
        let crowd = Crowd { raters, judgments, pause: Duration::ZERO, together: true };
        let project = new_project(&db, &admin, 3_000).await?;
        measure(&db, &admin, &server, project, &crowd, &raters.to_string()).await?;
    }
    for together in [false, true] {
        let how = if together { "with the next task" } else { "claim and submit" };
        println!("\nEach rater decides once a second, {how}:");
        head("raters");
        for raters in [32, 200] {
            let crowd = Crowd { raters, judgments: 10, pause: Duration::from_secs(1), together };
            let project = new_project(&db, &admin, 3_000).await?;
            measure(&db, &admin, &server, project, &crowd, &raters.to_string()).await?;
        }
    }
    println!("\nOne rater, more and more tasks:");
    head("tasks");
    for tasks in [1_000, 10_000, 100_000] {
        let pause = Duration::ZERO;
        let crowd = Crowd { raters: 1, judgments: 900, pause, together: false };
        let project = new_project(&db, &admin, tasks).await?;
        measure(&db, &admin, &server, project, &crowd, &tasks.to_string()).await?;
    }
    println!("\nOne rater, and every task comes again that may:");
    head("share");
    for share in [0, 100] {
        let crowd = Crowd { raters: 1, judgments: 900, pause: Duration::ZERO, together: false };
        let project = new_project(&db, &admin, 3_000).await?;
        let repeating = ProjectChanges { repeat_share: Some(share), ..Default::default() };
        project::update(&db, &admin, project, &repeating).await?;
        measure(&db, &admin, &server, project, &crowd, &format!("{share} %")).await?;
    }
    println!("\nmemory afterwards {:.0} MiB", server.memory()?);
    server.stop().await?;
    db.close().await;
    Ok(())
}

/// Who judges in a measurement.
#[derive(Debug, Clone, Copy)]
struct Crowd {
    raters: usize,
    /// How many judgments each makes.
    judgments: usize,
    /// How long each looks at a task.
    pause: Duration,
    /// Whether a judgment brings the next task along; else each is claimed by itself.
    together: bool,
}

fn head(what: &str) {
    let columns = ["claim p50", "claim p95", "submit p50", "submit p95", "per second", "CPU each"];
    table::head(&[&[what], columns.as_slice()].concat());
}

async fn measure(
    db: &Db,
    admin: &Actor,
    server: &Server,
    project: ProjectId,
    crowd: &Crowd,
    name: &str,
) -> anyhow::Result<()> {
    let pause = crowd.pause / u32::try_from(crowd.raters)?;
    let mut secrets = Vec::new();
    for _ in 0..crowd.raters {
        secrets.push(rater(db, admin, project).await?);
    }
    let cpu = server.cpu_seconds()?;
    let started = Instant::now();
    let working = (0_u32..).zip(secrets).map(|(n, secret)| {
        let (origin, crowd) = (server.origin.clone(), *crowd);
        tokio::spawn(async move {
            // People do not all begin at once.
            tokio::time::sleep(pause * n).await;
            work(&origin, project, &secret, &crowd).await
        })
    });
    let (mut claims, mut submits) = (Vec::new(), Vec::new());
    for times in try_join_all(working).await? {
        let (claimed, submitted) = times?;
        claims.extend(claimed);
        submits.extend(submitted);
    }
    let seconds = started.elapsed().as_secs_f64();
    let judgments = submits.len() as f64;
    let cpu = (server.cpu_seconds()? - cpu) * 1_000.0 / judgments;
    table::row(&[
        name.to_owned(),
        table::quantile(&mut claims, 0.5),
        table::quantile(&mut claims, 0.95),
        table::quantile(&mut submits, 0.5),
        table::quantile(&mut submits, 0.95),
        format!("{:.0}", judgments / seconds),
        format!("{cpu:.2} ms"),
    ]);
    Ok(())
}

/// One rater's work: how long each claim and each submit took.
async fn work(
    origin: &str,
    project: ProjectId,
    secret: &str,
    crowd: &Crowd,
) -> anyhow::Result<(Vec<Duration>, Vec<Duration>)> {
    let client = Client::builder().no_proxy().build()?;
    let (mut claims, mut submits) = (Vec::new(), Vec::new());
    let mut in_hand = None;
    for n in 0..crowd.judgments {
        let task = match in_hand.take() {
            Some(task) => task,
            None => {
                let started = Instant::now();
                let next: NextTask = client
                    .post(format!("{origin}/api/v1/projects/{project}/claims"))
                    .bearer_auth(secret)
                    .json(&json!({ "have": [] }))
                    .send()
                    .await?
                    .error_for_status()?
                    .json()
                    .await?;
                claims.push(started.elapsed());
                let NextTask::Task(task) = next else { break };
                task
            }
        };
        if !crowd.pause.is_zero() {
            tokio::time::sleep(crowd.pause).await;
        }
        let grade = i32::try_from(n % 7)? - 3;
        let judgment = NewJudgment {
            id: JudgmentId(Uuid::now_v7()),
            verdict: Some(Verdict::of_grade(grade)),
            grade: Some(grade),
            answers: Answers::default(),
            rationale: None,
            active_ms: Some(1_000),
            protocol_version: None,
            revises: None,
        };
        let path = format!("{origin}/api/v1/assignments/{}/judgments", task.assignment_id);
        let started = Instant::now();
        let request = if crowd.together {
            let body = json!({ "judgment": judgment, "have": [] });
            client.post(format!("{path}/next")).json(&body)
        } else {
            client.post(path).json(&judgment)
        };
        let answer: Answer =
            request.bearer_auth(secret).send().await?.error_for_status()?.json().await?;
        submits.push(started.elapsed());
        if let Some(NextTask::Task(next)) = answer.next {
            in_hand = Some(next);
        }
    }
    Ok((claims, submits))
}

/// What a judgment is answered with.
#[derive(serde::Deserialize)]
struct Answer {
    #[serde(default)]
    next: Option<NextTask>,
}

/// The first site admin of a fresh database.
pub async fn admin(db: &Db) -> anyhow::Result<Actor> {
    let new = NewAccount {
        email: format!("{}@example.org", Uuid::new_v4().simple()),
        name: "Admin".into(),
        password: "unlikely marble staircase".into(),
    };
    let account = account::add(db, &new, true).await?;
    Ok(Actor::authenticated(account.id, true, Scope::Full))
}

/// An active project with so many tasks, three judgments wanted of each.
pub async fn new_project(db: &Db, admin: &Actor, tasks: usize) -> anyhow::Result<ProjectId> {
    let (name, guidelines, protocol) = ("Bench".into(), String::new(), Protocol::default());
    let new = NewProject { name, guidelines, overlap: 3, protocol };
    let id = project::create(db, admin, &new).await?.project.id;
    let lines = futures::stream::iter((0..tasks).map(|n| Ok::<_, std::io::Error>(line(n).into())));
    import::run(db, admin, id, "bench", &Default::default(), u64::MAX, lines).await?;
    let active = ProjectChanges { status: Some(Status::Active), ..Default::default() };
    project::update(db, admin, id, &active).await?;
    Ok(id)
}

/// A pair of answers of a usual length, as a line of a file.
pub fn line(n: usize) -> String {
    let text = "A sentence of an answer, long enough to be read and short enough to be judged. ";
    let pair = json!({
        "id": format!("task-{n}"),
        "messages": [{ "role": "user", "content": format!("Question {n}: {text}") }],
        "responses": [
            { "model": "x", "text": format!("{n}: {}", text.repeat(8)) },
            { "model": "y", "text": format!("{n}: **{}**", text.repeat(6).trim()) },
        ],
    });
    format!("{pair}\n")
}

async fn rater(db: &Db, admin: &Actor, project: ProjectId) -> anyhow::Result<String> {
    let actor = {
        let new = NewAccount {
            email: format!("{}@example.org", Uuid::new_v4().simple()),
            name: "Rater".into(),
            password: "unlikely marble staircase".into(),
        };
        let account = account::add(db, &new, false).await?;
        member::add(db, admin, project, &account.email, Role::Rater).await?;
        Actor::authenticated(account.id, false, Scope::Full)
    };
    let new = NewToken { name: "bench".into(), scope: Scope::Judge, days: None };
    Ok(token::create(db, &actor, &new).await?.secret)
}
