//! People who ask the server for something, by token or by the cookie of their session.

use std::ops::Deref;

use domain::answers::Answers;
use domain::id::{AccountId, JudgmentId, ProjectId, SkipId, TaskId};
use domain::judgment::{Earlier, NewJudgment, NewSkip, OwnJudgment, Skip, SkipReason, Verdict};
use domain::task::{NextTask, TaskToJudge};
use reqwest::{Client, Method, RequestBuilder};
use serde::Deserialize;
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use crate::answer::Answer;
use crate::database::TestDatabase;

/// Somebody with a browser of their own.
#[derive(Clone)]
pub struct Person {
    pub id: AccountId,
    pub email: String,
    origin: String,
    client: Client,
    token: Option<String>,
}

impl Person {
    pub fn new(origin: &str, id: AccountId, email: String, token: Option<String>) -> Self {
        Self { id, email, origin: origin.into(), client: browser(), token }
    }

    /// The same person at another machine.
    pub fn elsewhere(&self) -> Self {
        Self { client: browser(), ..self.clone() }
    }

    /// The same person with a program that keeps no cookies.
    pub fn without_cookies(&self) -> Self {
        let client = Client::builder().no_proxy().build().unwrap();
        Self { client, ..self.clone() }
    }

    /// The same browser, which tries another account's address at sign-in.
    pub fn trying(self, email: &str) -> Self {
        Self { email: email.to_owned(), ..self }
    }

    pub async fn get<T>(&self, path: &str) -> Answer<T> {
        self.send(self.request(Method::GET, path)).await
    }

    pub async fn post<T>(&self, path: &str, body: impl Serialize) -> Answer<T> {
        self.send(self.request(Method::POST, path).json(&body)).await
    }

    pub async fn put<T>(&self, path: &str, body: impl Serialize) -> Answer<T> {
        self.send(self.request(Method::PUT, path).json(&body)).await
    }

    pub async fn patch<T>(&self, path: &str, body: impl Serialize) -> Answer<T> {
        self.send(self.request(Method::PATCH, path).json(&body)).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        self.send(self.request(Method::DELETE, path)).await
    }

    /// Sends a file as it is.
    pub async fn uploads<T>(&self, path: &str, file: impl Into<reqwest::Body>) -> Answer<T> {
        let request = self.request(Method::POST, path).body(file);
        self.send(request.header("content-type", "application/jsonl")).await
    }

    /// Signs this browser in.
    pub async fn signs_in(&self, password: &str) -> Answer {
        self.post("/session", json!({ "email": self.email, "password": password })).await
    }

    /// Signs this browser in through a proxy that names an address.
    pub async fn signs_in_from(&self, address: &str, password: &str) -> Answer {
        let body = json!({ "email": self.email, "password": password });
        let request = self.request(Method::POST, "/session").header("x-forwarded-for", address);
        self.send(request.json(&body)).await
    }

    /// A request to a path below `/api/v1`, or from the root where it begins with two slashes.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let path = match path.strip_prefix("//") {
            Some(path) => format!("/{path}"),
            None => format!("/api/v1{path}"),
        };
        let request = self.client.request(method, format!("{}{path}", self.origin));
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    pub async fn send<T>(&self, request: RequestBuilder) -> Answer<T> {
        Answer::read(request.send().await.unwrap()).await
    }
}

fn browser() -> Client {
    Client::builder().cookie_store(true).no_proxy().build().unwrap()
}

/// What a judgment that asks for another task is answered with.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct JudgmentAndNext {
    pub judgment: OwnJudgment,
    pub next: Option<NextTask>,
}

/// Somebody who judges in a project.
#[derive(Clone)]
pub struct Rater {
    pub person: Person,
    pub project: ProjectId,
}

impl Deref for Rater {
    type Target = Person;

    fn deref(&self) -> &Person {
        &self.person
    }
}

impl Rater {
    /// Asks for a task beside those in hand.
    pub async fn claims(&self, have: &[TaskId]) -> Answer<NextTask> {
        let path = format!("/projects/{}/claims", self.project);
        self.post(&path, json!({ "have": have })).await
    }

    /// Asks for a task, and gets one.
    #[track_caller]
    pub fn gets_task(&self, have: &[TaskId]) -> impl Future<Output = TaskToJudge> {
        let claim = self.claims(have);
        async move {
            match claim.await.ok() {
                NextTask::Task(task) => *task,
                other => panic!("no task: {other:?}"),
            }
        }
    }

    /// Judges a task, which is claimed first if it is not in hand.
    pub async fn judges(&self, task: TaskId, verdict: Verdict) -> Answer<OwnJudgment> {
        self.holds(task).await;
        self.submits(task, &judgment(verdict)).await
    }

    /// Prefers the response whose text ends like this, on whichever side it is shown.
    pub async fn prefers(&self, task: TaskId, ending: &str) -> OwnJudgment {
        self.holds(task).await;
        let shown: TaskToJudge = self.get(&format!("/tasks/{task}")).await.ok();
        let verdict = match shown.responses[0].text.ends_with(ending) {
            true => Verdict::A,
            false => Verdict::B,
        };
        self.submits(task, &judgment(verdict)).await.created()
    }

    /// Skips a task, which is claimed first if it is not in hand.
    pub async fn skips(&self, task: TaskId) -> Answer<Skip> {
        self.holds(task).await;
        let new = NewSkip { id: SkipId(Uuid::now_v7()), reason: SkipReason::Broken, comment: None };
        self.post(&format!("/tasks/{task}/skips"), new).await
    }

    /// Sends a judgment, whether or not the task is in hand.
    pub async fn submits(&self, task: TaskId, new: &NewJudgment) -> Answer<OwnJudgment> {
        self.post(&format!("/tasks/{task}/judgments"), new).await
    }

    /// Sends a judgment and asks for another task in one go.
    pub async fn submits_and_claims(
        &self,
        task: TaskId,
        new: &NewJudgment,
        have: &[TaskId],
    ) -> Answer<JudgmentAndNext> {
        let body = json!({ "judgment": new, "have": have });
        self.post(&format!("/tasks/{task}/judgments/next"), body).await
    }

    /// Claims tasks until this one is in hand, or no more may be.
    async fn holds(&self, task: TaskId) {
        let mut have = Vec::new();
        while !have.contains(&task) {
            let next: Answer<NextTask> = self.claims(&have).await;
            let Ok(NextTask::Task(next)) = serde_json::from_slice(&next.body) else { return };
            have.push(next.task_id);
        }
    }

    /// One's own judgments in the project.
    pub async fn judgments(&self) -> Answer<Vec<OwnJudgment>> {
        self.get(&format!("/projects/{}/judgments/mine", self.project)).await
    }

    /// The last judgment of the project but for those of the tasks that are known.
    pub async fn earlier(&self, known: &[TaskId]) -> Option<Earlier> {
        let path = format!("/projects/{}/judgments/earlier", self.project);
        self.post(&path, json!({ "known": known })).await.ok()
    }

    /// Lets the time of everything that is in hand run out.
    pub async fn dawdles(&self, database: &TestDatabase) {
        let sql = "
            update assignment set expires_at = 1
            where rater_id = $1 and status = 'held'";
        database.execute(sql, &[self.id.0]).await;
    }
}

/// A judgment of its own that says no more than these answers.
pub fn answer(answers: Answers) -> NewJudgment {
    NewJudgment { verdict: None, grade: None, answers, ..judgment(Verdict::Tie) }
}

/// A judgment of its own, slightly for the side that the verdict names.
pub fn judgment(verdict: Verdict) -> NewJudgment {
    let grade = match verdict {
        Verdict::A => Some(-1),
        Verdict::B => Some(1),
        Verdict::Tie => Some(0),
        Verdict::BothBad | Verdict::BothGood => None,
    };
    let id = JudgmentId(Uuid::now_v7());
    NewJudgment {
        id,
        verdict: Some(verdict),
        grade,
        answers: Answers::default(),
        rationale: None,
        active_ms: Some(1_000),
        protocol_version: None,
        revises: None,
    }
}
