//! What people were told stays true whatever becomes of the servers: the executable itself, as a
//! process of its own, killed, stopped, doubled, without room on its disk.

// Limits of another process, and its memory, are asked for as Linux answers.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod people;
mod place;
mod process;

use std::collections::BTreeMap;

use futures::future::join_all;
use people::{Ledger, Person, Servers, tasks};
use place::Place;
use process::{Server, run};
use reqwest::StatusCode;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_doubled_or_collected_twice_when_servers_die() {
    const TASKS: usize = 120;
    const OVERLAP: usize = 2;
    let place = Place::fresh().await;
    let url = place.url();
    let (one, two) = (Server::start(&url).await, Server::start(&url).await);
    let admin = Person::join(&url, &one.origin, "admin", true).await;
    let project = admin.project(&one.origin, TASKS, OVERLAP).await;
    let servers = Servers::of(&[&one.origin, &two.origin]);
    let ledger = Ledger::default();
    let mut judging = Vec::new();
    for n in 0..6 {
        let rater = Person::join(&url, &one.origin, &format!("rater{n}"), false).await;
        let member = json!({ "email": rater.email, "role": "rater" });
        admin.make(&one.origin, &format!("/projects/{project}/members"), &member).await;
        let judge_all = rater.judge_all(servers.clone(), project.clone(), ledger.clone());
        judging.push(tokio::spawn(judge_all));
    }

    ledger.reaches(40).await;
    one.kill();
    let one = Server::start(&url).await;
    servers.replace(0, &one.origin);
    ledger.reaches(100).await;
    two.kill();
    let two = Server::start(&url).await;
    servers.replace(1, &two.origin);
    ledger.reaches(160).await;
    let stopped = one.stop().await;
    for rater in judging {
        rater.await.unwrap();
    }

    assert_eq!(stopped.code(), Some(0));
    let mut judgments = admin.judgments(&two.origin, &project).await;
    judgments.sort();
    assert_eq!(judgments, ledger.entries());
    let mut per_task: BTreeMap<String, usize> = BTreeMap::new();
    for judgment in admin.judgment_rows(&two.origin, &project).await {
        *per_task.entry(judgment["task_id"].to_string()).or_default() += 1;
    }
    assert_eq!(per_task.len(), TASKS);
    assert!(per_task.values().all(|n| *n == OVERLAP), "{per_task:?}");
    two.kill();
    place.remove().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_is_cut_off_brings_nothing_in_and_can_be_started_again_at_once() {
    let place = Place::fresh().await;
    let url = place.url();
    let server = Server::start(&url).await;
    let admin = Person::join(&url, &server.origin, "admin", true).await;
    let project = admin.project(&server.origin, 10, 1).await;
    let file = tasks(30_000);
    let importing = tokio::spawn(admin.import(&server.origin, &project, &file).send());
    // Killed when rows are on their way: the running import can be seen.
    let path = format!("/projects/{project}/imports");
    loop {
        let imports = admin.read(&server.origin, &path).await;
        if imports.as_array().unwrap().iter().any(|import| import["state"] == "running") {
            break;
        }
        assert!(!importing.is_finished(), "the import was too fast to be cut off");
    }
    server.kill();
    assert!(importing.await.unwrap().is_err());

    let server = Server::start(&url).await;

    let path = format!("/projects/{project}/progress");
    assert_eq!(admin.read(&server.origin, &path).await["tasks"], 10);
    let again = admin.import(&server.origin, &project, &file).send().await.unwrap();
    assert_eq!(again.status(), StatusCode::CREATED);
    assert_eq!(admin.read(&server.origin, &path).await["tasks"], 30_000);
    server.kill();
    place.remove().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_refuses_writes_and_goes_on_when_there_is_room() {
    let place = Place::file();
    let url = place.url();
    let server = Server::start(&url).await;
    let admin = Person::join(&url, &server.origin, "admin", true).await;
    let project = admin.project(&server.origin, 10, 1).await;
    let (servers, ledger) = (Servers::of(&[&server.origin]), Ledger::default());
    admin.clone().judge_all(servers, project.clone(), ledger.clone()).await;
    assert!(server.stop().await.success());
    // Half a megabyte more than the schema needs.
    let server = Server::start_on_small_disk(&url, 2_000).await;
    let path = format!("/projects/{project}");

    let refused = admin.import(&server.origin, &project, &tasks(20_000)).send().await.unwrap();

    assert_eq!(refused.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(refused.headers().contains_key("retry-after"));
    assert_eq!(admin.read(&server.origin, &path).await["name"], "Outages");
    let file = admin.export(&server.origin, &project).await;
    assert_eq!(file.lines().count(), ledger.entries().len());

    server.make_room();

    let import = admin.import(&server.origin, &project, &tasks(20)).send().await.unwrap();
    assert_eq!(import.status(), StatusCode::CREATED);
    let claim = admin.make(&server.origin, &format!("{path}/claims"), &json!({})).await;
    assert_eq!(claim["next"], "task");
    server.kill();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_that_is_taken_meanwhile_holds_all_that_was_acknowledged_before() {
    let place = Place::file();
    let url = place.url();
    let server = Server::start(&url).await;
    let admin = Person::join(&url, &server.origin, "admin", true).await;
    let project = admin.project(&server.origin, 300, 1).await;
    let ledger = Ledger::default();
    let servers = Servers::of(&[&server.origin]);
    let judging = admin.clone().judge_all(servers, project.clone(), ledger.clone());
    let judging = tokio::spawn(judging);
    ledger.reaches(50).await;
    let before = ledger.entries();
    let copy = place.path("copy.db");

    let output = run(&["backup", &copy], &url, "");

    judging.await.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8(output.stdout).unwrap().contains("tasks 300"));
    let exported = run(&["export", &project, "--format", "judgments_jsonl"], &url, "");
    assert_eq!(String::from_utf8(exported.stdout).unwrap().lines().count(), 300);
    let told = String::from_utf8(exported.stderr).unwrap();
    assert!(told.contains("300 rows from 300 judgments and skips"), "{told}");
    server.kill();
    let restored = Server::start(&format!("sqlite://{copy}")).await;
    let judgments = admin.judgments(&restored.origin, &project).await;
    assert!(before.iter().all(|judgment| judgments.contains(judgment)));
    let again = run(&["backup", &copy], &url, "");
    assert!(!again.status.success(), "a backup replaced what was there");
    restored.kill();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_doctor_says_what_is_wrong() {
    let place = Place::file();
    let url = place.url();
    let server = Server::start(&url).await;
    Person::join(&url, &server.origin, "admin", true).await;
    assert!(server.stop().await.success());
    let file = place.path("touchstone.db");

    let well = run(&["doctor"], &url, "");
    std::fs::write(&file, b"not a database any more").unwrap();
    let ill = run(&["doctor"], &url, "");

    let text = String::from_utf8(well.stdout).unwrap();
    assert!(well.status.success(), "{text}");
    assert!(text.contains("fine  the database is in order"), "{text}");
    let text = String::from_utf8(ill.stdout).unwrap();
    assert!(!ill.status.success(), "{text}");
    assert!(text.contains("problem"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_wrong_sign_ins_at_once_take_the_memory_of_a_few() {
    let place = Place::fresh().await;
    let server = Server::start_behind_proxy(&place.url()).await;
    let before = server.most_memory();
    let client = reqwest::Client::new();
    let guess = |n: usize| {
        let guess = json!({ "email": format!("nobody{n}@example.org"), "password": "wrong" });
        let request = client.post(format!("{}/api/v1/session", server.origin));
        request.header("x-forwarded-for", format!("198.51.100.{n}")).json(&guess).send()
    };

    let answers = join_all((0..100).map(guess)).await;

    let compared = answers.iter().filter(|answer| answer.as_ref().unwrap().status() == 422);
    assert_eq!(compared.count(), 100);
    let grown = server.most_memory() - before;
    assert!(grown < 160, "{grown} MiB, 19 for each of at most 4 hashes are enough");
    server.kill();
}
