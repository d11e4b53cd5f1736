//! Those who use the servers: over REST, and as often as it takes.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use reqwest::{Client, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::process;

const PASSWORD: &str = "unlikely marble staircase";

/// Somebody with an account and a session; a cookie is good for all servers on a database.
#[derive(Clone)]
pub struct Person {
    pub email: String,
    client: Client,
}

impl Person {
    /// Makes the account with the command line and signs in.
    pub async fn join(url: &str, origin: &str, name: &str, is_admin: bool) -> Self {
        let email = format!("{name}@example.org");
        let mut arguments = vec!["user", "add", &email];
        arguments.extend(is_admin.then_some("--admin"));
        let output = process::run(&arguments, url, &format!("{PASSWORD}\n"));
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let client = Client::builder()
            .no_proxy()
            .cookie_store(true)
            // A server that refuses in the middle of a body hangs up afterwards; a request on that
            // connection would tell nothing about the server.
            .pool_max_idle_per_host(0)
            .timeout(Duration::from_secs(20))
            .build()
            .unwrap();
        let person = Self { email, client };
        let sign_in = json!({ "email": person.email, "password": PASSWORD });
        person.make(origin, "/session", &sign_in).await;
        person
    }

    pub fn get(&self, origin: &str, path: &str) -> RequestBuilder {
        self.client.get(format!("{origin}/api/v1{path}"))
    }

    pub fn post(&self, origin: &str, path: &str) -> RequestBuilder {
        self.client.post(format!("{origin}/api/v1{path}"))
    }

    /// Asks for something to be made, and expects it to be.
    pub async fn make(&self, origin: &str, path: &str, body: &Value) -> Value {
        good(self.post(origin, path).json(body).send().await.unwrap()).await
    }

    /// Reads something that is there.
    pub async fn read(&self, origin: &str, path: &str) -> Value {
        good(self.get(origin, path).send().await.unwrap()).await
    }

    /// Makes a project with so many tasks that hands them out, each so many times.
    pub async fn project(&self, origin: &str, n_tasks: usize, overlap: usize) -> String {
        let new = json!({ "name": "Outages", "overlap": overlap });
        let project = self.make(origin, "/projects", &new).await["id"].as_str().unwrap().to_owned();
        let import = self.import(origin, &project, &tasks(n_tasks)).send().await.unwrap();
        good(import).await;
        let active = json!({ "status": "active" });
        let path = format!("{origin}/api/v1/projects/{project}");
        good(self.client.patch(path).json(&active).send().await.unwrap()).await;
        project
    }

    pub fn import(&self, origin: &str, project: &str, file: &str) -> RequestBuilder {
        self.post(origin, &format!("/projects/{project}/imports"))
            .header("content-type", "application/jsonl")
            .body(file.to_owned())
    }

    /// Every judgment of a project: id, assignment and verdict.
    pub async fn judgments(&self, origin: &str, project: &str) -> Vec<(String, String, String)> {
        let rows = self.judgment_rows(origin, project).await;
        let text = |row: &Value, field: &str| row[field].as_str().unwrap().to_owned();
        rows.iter()
            .map(|row| (text(row, "id"), text(row, "assignment_id"), text(row, "verdict")))
            .collect()
    }

    /// Every judgment of a project as the API says it.
    pub async fn judgment_rows(&self, origin: &str, project: &str) -> Vec<Value> {
        let mut found = Vec::new();
        let mut after = String::new();
        loop {
            let path = format!("/projects/{project}/judgments{after}");
            let page = self.read(origin, &path).await;
            let page = page.as_array().unwrap();
            found.extend(page.iter().cloned());
            let Some(last) = page.last() else { return found };
            after = format!("?after={}", last["id"].as_str().unwrap());
        }
    }

    /// The long table of a project's judgments.
    pub async fn export(&self, origin: &str, project: &str) -> String {
        let path = format!("/projects/{project}/exports/judgments_jsonl");
        let answer = self.get(origin, &path).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        answer.text().await.unwrap()
    }

    /// Judges until nothing is left, at whichever server answers; notes what was acknowledged.
    pub async fn judge_all(self, servers: Servers, project: String, ledger: Ledger) {
        loop {
            let path = format!("/projects/{project}/claims");
            let claim = servers.ask(|origin| self.post(origin, &path).json(&json!({}))).await;
            let claim: Value = good(claim).await;
            match claim["next"].as_str().unwrap() {
                "task" => {}
                "waiting" => {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                    continue;
                }
                _ => return,
            }
            let task = claim["assignment_id"].as_str().unwrap();
            let id = Uuid::now_v7().to_string();
            let verdict = if id.as_bytes()[35].is_multiple_of(2) { "both_bad" } else { "tie" };
            let grade = (verdict == "tie").then_some(0);
            let judgment = json!({ "id": id, "verdict": verdict, "grade": grade });
            let path = format!("/assignments/{task}/judgments");
            let sent = servers.ask(|origin| self.post(origin, &path).json(&judgment)).await;
            good(sent).await;
            ledger.note(id, task.to_owned(), verdict.to_owned());
        }
    }
}

/// The servers on one database: asked in turn, and the next one when one does not answer.
#[derive(Clone)]
pub struct Servers {
    origins: Arc<Mutex<Vec<String>>>,
    turn: Arc<AtomicUsize>,
}

impl Servers {
    pub fn of(origins: &[&str]) -> Self {
        let origins = origins.iter().map(|origin| (*origin).to_owned()).collect();
        Self { origins: Arc::new(Mutex::new(origins)), turn: Arc::default() }
    }

    /// Puts a new server where another one was.
    pub fn replace(&self, n: usize, origin: &str) {
        origin.clone_into(&mut self.origins.lock().unwrap()[n]);
    }

    async fn ask(&self, request: impl Fn(&str) -> RequestBuilder) -> Response {
        loop {
            let origin = {
                let origins = self.origins.lock().unwrap();
                origins[self.turn.fetch_add(1, Ordering::Relaxed) % origins.len()].clone()
            };
            match request(&origin).send().await {
                Ok(response) if response.status() != StatusCode::SERVICE_UNAVAILABLE => {
                    return response;
                }
                _ => tokio::time::sleep(Duration::from_millis(5)).await,
            }
        }
    }
}

/// What servers have acknowledged: task and verdict by judgment.
#[derive(Clone, Default)]
pub struct Ledger(Arc<Mutex<BTreeMap<String, (String, String)>>>);

impl Ledger {
    fn note(&self, id: String, task: String, verdict: String) {
        let before = self.0.lock().unwrap().insert(id, (task, verdict));
        assert_eq!(before, None);
    }

    /// Waits until so many judgments were acknowledged.
    pub async fn reaches(&self, n: usize) {
        let reached = async {
            while self.0.lock().unwrap().len() < n {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        };
        tokio::time::timeout(process::PATIENCE, reached).await.expect("the raters get on");
    }

    /// All of it, as [`Person::judgments`] gives it.
    pub fn entries(&self) -> Vec<(String, String, String)> {
        let entries = self.0.lock().unwrap();
        let entry = |(id, (task, verdict)): (&String, &(String, String))| {
            (id.clone(), task.clone(), verdict.clone())
        };
        entries.iter().map(entry).collect()
    }
}

/// So many pairs, as a file.
pub fn tasks(n: usize) -> String {
    let task = |n: usize| {
        let responses = json!([{ "text": format!("one {n}") }, { "text": format!("two {n}") }]);
        let prompt = json!([{ "role": "user", "content": format!("question {n}") }]);
        format!("{}\n", json!({ "id": n.to_string(), "messages": prompt, "responses": responses }))
    };
    (0..n).map(task).collect()
}

/// The body of an answer, which has to be a good one.
pub async fn good(response: Response) -> Value {
    let (status, url) = (response.status(), response.url().clone());
    let text = response.text().await.unwrap();
    assert!(status.is_success(), "{status} {url} {text}");
    serde_json::from_str(&text).unwrap_or_default()
}
