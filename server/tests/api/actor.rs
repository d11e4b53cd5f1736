//! People who ask the server for something, by token or by the cookie of their session.

use std::ops::Deref;
use std::sync::Arc;

use domain::answers::Answers;
use domain::id::{AccountId, AssignmentId, JudgmentId, ProjectId, RaterId, SkipId, TaskId};
use domain::judgment::{Earlier, NewJudgment, NewSkip, OwnJudgment, OwnSkip, SkipReason, Verdict};
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

/// What a rater decides about: an assignment, or the one that the rater has of a task.
#[derive(Debug, Clone, Copy)]
pub enum Work {
    Assignment(AssignmentId),
    Task(TaskId),
}

impl From<AssignmentId> for Work {
    fn from(id: AssignmentId) -> Self {
        Self::Assignment(id)
    }
}

impl From<TaskId> for Work {
    fn from(id: TaskId) -> Self {
        Self::Task(id)
    }
}

/// Somebody who judges in a project.
#[derive(Clone)]
pub struct Rater {
    pub person: Person,
    pub project: ProjectId,
    pub database: Arc<TestDatabase>,
}

impl Deref for Rater {
    type Target = Person;

    fn deref(&self) -> &Person {
        &self.person
    }
}

impl Rater {
    /// Asks for a task beside those in hand.
    pub async fn claims(&self, have: &[AssignmentId]) -> Answer<NextTask> {
        let path = format!("/projects/{}/claims", self.project);
        self.post(&path, json!({ "have": have })).await
    }

    /// Asks for a task, and gets one.
    #[track_caller]
    pub fn gets_task(&self, have: &[AssignmentId]) -> impl Future<Output = TaskToJudge> {
        let claim = self.claims(have);
        async move {
            match claim.await.ok() {
                NextTask::Task(task) => *task,
                other => panic!("no task: {other:?}"),
            }
        }
    }

    /// The rater's assignment of a task; one that does not exist if there is none.
    pub async fn assignment(&self, work: impl Into<Work>) -> AssignmentId {
        let task = match work.into() {
            Work::Assignment(id) => return id,
            Work::Task(task) => task,
        };
        let sql = "
            select assignment.id from assignment
            join rater on rater.id = assignment.rater_id
            where task_id = $1 and account_id = $2 and purpose = 'work'";
        let found: Vec<AssignmentId> = self.database.column(sql, &[task.0, self.id.0]).await;
        found.first().copied().unwrap_or(AssignmentId(Uuid::nil()))
    }

    /// The person's id as a rater of the project.
    pub async fn rater_id(&self) -> RaterId {
        let sql = "select id from rater where account_id = $1 and project_id = $2";
        self.database.column(sql, &[self.id.0, self.project.0]).await[0]
    }

    /// The task of an assignment.
    pub async fn task(&self, assignment: AssignmentId) -> TaskId {
        let sql = "select task_id from assignment where id = $1";
        self.database.column(sql, &[assignment.0]).await[0]
    }

    /// Judges a task, which is claimed first if the rater does not hold it.
    pub async fn judges(&self, work: impl Into<Work>, verdict: Verdict) -> Answer<OwnJudgment> {
        let assignment = self.holds(work.into()).await;
        self.submits(assignment, &judgment(verdict)).await
    }

    /// Prefers the response whose text ends like this, on whichever side it is shown.
    pub async fn prefers(&self, task: TaskId, ending: &str) -> OwnJudgment {
        let assignment = self.holds(task.into()).await;
        let shown: TaskToJudge = self.get(&format!("/assignments/{assignment}")).await.ok();
        let verdict = match shown.responses[0].text.ends_with(ending) {
            true => Verdict::A,
            false => Verdict::B,
        };
        self.submits(assignment, &judgment(verdict)).await.created()
    }

    /// Skips a task, which is claimed first if the rater does not hold it.
    pub async fn skips(&self, work: impl Into<Work>) -> Answer<OwnSkip> {
        let assignment = self.holds(work.into()).await;
        let new = NewSkip { id: SkipId(Uuid::now_v7()), reason: SkipReason::Broken, comment: None };
        self.post(&format!("/assignments/{assignment}/skips"), new).await
    }

    /// Sends a judgment, whether or not the task is in hand.
    pub async fn submits(&self, work: impl Into<Work>, new: &NewJudgment) -> Answer<OwnJudgment> {
        let assignment = self.assignment(work).await;
        self.post(&format!("/assignments/{assignment}/judgments"), new).await
    }

    /// Sends a judgment and asks for another task in one go.
    pub async fn submits_and_claims(
        &self,
        assignment: AssignmentId,
        new: &NewJudgment,
        have: &[AssignmentId],
    ) -> Answer<JudgmentAndNext> {
        let body = json!({ "judgment": new, "have": have });
        self.post(&format!("/assignments/{assignment}/judgments/next"), body).await
    }

    /// Claims tasks until the rater holds this one, or may hold no more.
    async fn holds(&self, work: Work) -> AssignmentId {
        let mut have = Vec::new();
        loop {
            let wanted = self.assignment(work).await;
            if have.contains(&wanted) {
                return wanted;
            }
            let next: Answer<NextTask> = self.claims(&have).await;
            let Ok(NextTask::Task(next)) = serde_json::from_slice(&next.body) else {
                return wanted;
            };
            have.push(next.assignment_id);
        }
    }

    /// One's own judgments in the project.
    pub async fn judgments(&self) -> Answer<Vec<OwnJudgment>> {
        self.get(&format!("/projects/{}/judgments/mine", self.project)).await
    }

    /// The last judgment of the project but for those of the tasks that are known.
    pub async fn earlier(&self, known: &[AssignmentId]) -> Option<Earlier> {
        let path = format!("/projects/{}/judgments/earlier", self.project);
        self.post(&path, json!({ "known": known })).await.ok()
    }

    /// Lets the time of everything that is in hand run out.
    pub async fn lets_leases_expire(&self) {
        let sql = "
            update assignment set expires_at = 1
            where state = 'held' and rater_id in (select id from rater where account_id = $1)";
        self.database.execute(sql, &[self.id.0]).await;
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
