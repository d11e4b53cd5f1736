//! Projects with people and tasks in them.

use domain::actor::Role;
use domain::batch::Batch;
use domain::id::{ProjectId, TaskId};
use domain::import::{IdKey, prompt_id, task_id};
use domain::project::ProjectView;
use domain::task::{Message, Speaker};
use serde_json::{Value, json};

use crate::actor::{Person, Rater};
use crate::app::TestApp;

/// A project in the making.
pub struct ProjectFactory<'a> {
    app: &'a TestApp,
    overlap: i32,
    tasks: usize,
    status: &'static str,
    protocol: Value,
}

impl<'a> ProjectFactory<'a> {
    pub fn new(app: &'a TestApp) -> Self {
        let scale = json!({ "points": 7, "both_bad": true });
        let protocol = json!({ "kind": "pair", "scale": scale });
        Self { app, overlap: 1, tasks: 0, status: "active", protocol }
    }

    /// Judgments wanted per task.
    pub fn overlap(self, overlap: i32) -> Self {
        Self { overlap, ..self }
    }

    /// How many tasks it has.
    pub fn tasks(self, tasks: usize) -> Self {
        Self { tasks, ..self }
    }

    /// What its raters are asked; pairs on seven points unless told.
    pub fn protocol(self, protocol: Value) -> Self {
        Self { protocol, ..self }
    }

    /// Leaves it in draft.
    pub fn draft(self) -> Self {
        Self { status: "draft", ..self }
    }

    /// Creates it, active, with a manager who is no site admin.
    pub async fn create(self) -> TestProject<'a> {
        let admin = self.app.admin().await;
        let new = json!({
            "name": "Test",
            "guidelines": "Be fair.",
            "overlap": self.overlap,
            "protocol": self.protocol,
        });
        let project: ProjectView = admin.post("/projects", new).await.created();
        let id = project.project.id;
        let manager = self.app.person("manager").await;
        let sql = "select id_secret from project where id = $1";
        let secrets: Vec<String> = self.app.database.column(sql, &[id.0]).await;
        let key = IdKey::new(id, &secrets[0]);
        let project = TestProject { app: self.app, id, key, admin, manager };
        project.add(&project.manager, Role::Manager).await;
        if self.tasks > 0 {
            project.imports(&pairs(0..self.tasks)).await;
        }
        project.changes(json!({ "status": self.status })).await;
        project
    }
}

/// A project with its people.
pub struct TestProject<'a> {
    pub app: &'a TestApp,
    pub id: ProjectId,
    pub key: IdKey,
    pub admin: Person,
    pub manager: Person,
}

impl TestProject<'_> {
    /// A path below the project's own.
    pub fn path(&self, rest: &str) -> String {
        format!("/projects/{}{rest}", self.id)
    }

    /// The task that was brought in as `task-n`.
    pub fn task(&self, n: usize) -> TaskId {
        let content = format!("Question {n}?");
        let prompt = prompt_id(&self.key, &[Message::new(Speaker::User, content)]);
        task_id(&self.key, prompt, &format!("task-{n}"))
    }

    /// A new rater of the project.
    pub async fn rater(&self, name: &str) -> Rater {
        self.member(name, Role::Rater).await
    }

    /// A new member of the project.
    pub async fn member(&self, name: &str, role: Role) -> Rater {
        let person = self.app.person(name).await;
        self.add(&person, role).await;
        self.as_rater(&person)
    }

    /// A member of the project as a rater.
    pub fn as_rater(&self, person: &Person) -> Rater {
        let database = self.app.database.clone();
        Rater { person: person.clone(), project: self.id, database }
    }

    /// Makes somebody a member.
    pub async fn add(&self, person: &Person, role: Role) {
        let new = json!({ "email": person.email, "role": role });
        self.admin.post::<Value>(&self.path("/members"), new).await.expect(201);
    }

    /// Changes the project.
    pub async fn changes(&self, changes: Value) -> ProjectView {
        self.manager.patch(&self.path(""), changes).await.ok()
    }

    /// Brings a file in.
    pub async fn imports(&self, file: &str) -> Batch {
        self.manager.uploads(&self.path("/imports"), file.to_owned()).await.created()
    }
}

/// A file of pairs: `task-n` with the models `model-x` and `model-y`.
pub fn pairs(numbers: impl IntoIterator<Item = usize>) -> String {
    let line = |n: usize| {
        let pair = json!({
            "id": format!("task-{n}"),
            "prompt": format!("Question {n}?"),
            "responses": [
                { "model": "model-x", "text": format!("Answer {n} of x.") },
                { "model": "model-y", "text": format!("Answer {n} of y.") },
            ],
        });
        format!("{pair}\n")
    };
    numbers.into_iter().map(line).collect()
}

/// A file of sets to be ranked: `task-n` with the models `model-1` to `model-k`.
pub fn sets(numbers: impl IntoIterator<Item = usize>, responses: usize) -> String {
    let line = |n: usize| {
        let response =
            |k| json!({ "model": format!("model-{k}"), "text": format!("Answer {n}.{k}") });
        let responses: Vec<Value> = (1..=responses).map(response).collect();
        let set = json!({
            "id": format!("task-{n}"),
            "prompt": format!("Question {n}?"),
            "responses": responses,
        });
        format!("{set}\n")
    };
    numbers.into_iter().map(line).collect()
}
