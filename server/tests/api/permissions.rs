//! Who may do what: every operation of the API, asked for by everybody.
//!
//! An operation without a row fails. Remote calls of the pages belong into the table as rows of
//! their own once a test serves the whole application: whatever `operations` lists must have one.

pub mod table;

use std::collections::BTreeSet;

use domain::account::{NewToken, PasswordReset, Token, WithSecret};
use domain::actor::{Actor, Role, Scope};
use domain::batch::Batch;
use domain::id::{AccountId, BatchId};
use domain::judgment::Verdict;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::actor::{Person, judgment};
use crate::answer::Answer;
use crate::app::TestApp;
use crate::factory::TestProject;
use table::{EVERYBODY, ROWS, Row};

#[tokio::test]
async fn everybody_may_do_exactly_what_the_table_says() {
    let app = TestApp::start().await;
    let scene = Scene::set(&app).await;
    let mut surprises = Vec::new();

    for row in ROWS {
        for (who, expected) in EVERYBODY.into_iter().zip(row.expected) {
            let answer = scene.ask(who, row).await;
            if answer.status.as_u16() != expected {
                let (status, text) = (answer.status.as_u16(), answer.text());
                surprises.push(format!(
                    "{} {} by {who}: {status}, not {expected}: {text}",
                    row.method, row.path
                ));
            }
        }
    }

    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
}

#[tokio::test]
async fn every_operation_has_a_row_in_the_table() {
    let app = TestApp::start().await;

    let rows: BTreeSet<_> =
        ROWS.iter().map(|row| (row.method.to_owned(), row.path.to_owned())).collect();

    assert_eq!(operations(&app), rows);
}

/// Every operation that is served: method and path.
fn operations(app: &TestApp) -> BTreeSet<(String, String)> {
    let document = serde_json::to_value(&app.document).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let methods = |(path, item): (&String, &Value)| {
        let methods = item.as_object().unwrap().keys().map(|method| method.to_uppercase());
        methods.map(|method| (method, path.clone())).collect::<Vec<_>>()
    };
    paths.iter().flat_map(methods).collect()
}

/// A project, somebody of every kind, and fresh things to try each verb on.
pub struct Scene<'a> {
    app: &'a TestApp,
    pub project: TestProject<'a>,
    other: TestProject<'a>,
    import: BatchId,
    people: Vec<(&'static str, Person)>,
}

impl<'a> Scene<'a> {
    pub async fn set(app: &'a TestApp) -> Self {
        Self::around(app, app.project().overlap(50).tasks(100).create().await).await
    }

    /// The same around a project of the caller, into which something was imported.
    pub async fn around(app: &'a TestApp, project: TestProject<'a>) -> Self {
        let other = app.project().create().await;
        let imports: Vec<Batch> = project.manager.get(&project.path("/imports")).await.ok();
        let import = imports[0].id;
        let manager = project.manager.clone();
        let people = vec![
            ("stranger", app.stranger()),
            ("outsider", other.rater("outsider").await.person),
            ("foreign manager", other.manager.clone()),
            ("rater", project.rater("rater").await.person),
            ("adjudicator", project.member("adjudicator", Role::Adjudicator).await.person),
            ("manager", manager.clone()),
            ("admin", app.admin().await),
            ("read token", app.with_token(&manager, Scope::Read).await),
            ("judge token", app.with_token(&manager, Scope::Judge).await),
        ];
        Self { app, project, other, import, people }
    }

    /// A new site admin who manages the project, too; no column of the table.
    pub async fn owner(&self) -> Person {
        let owner = self.app.admin().await;
        self.project.add(&owner, Role::Manager).await;
        owner
    }

    /// Sends a row's request as one of the people.
    async fn ask(&self, who: &str, row: &Row) -> Answer {
        let (_, person) = self.people.iter().find(|(name, _)| *name == who).unwrap();
        // Some operations sign a browser in: everybody comes with a fresh one.
        let person = &person.elsewhere();
        let path = self.fill_in(person, row.path).await;
        let request = person.request(row.method.parse().unwrap(), &path);
        let body = self.fill_in_body(row.body);
        person.send(request.header("content-type", "application/json").body(body)).await
    }

    /// A path for [`Person::request`], with fresh things in the places in braces.
    pub async fn fill_in(&self, person: &Person, path: &str) -> String {
        let mut path = path.replace("{project}", &self.project.id.to_string());
        path = path.replace("{import}", &self.import.to_string());
        path = path.replace("{format}", "judgments_jsonl");
        path = path.replace("{version}", "1");
        path = path.replace("{task}", &self.project.task(0).to_string());
        if path.contains("{assignment}") {
            path = path.replace("{assignment}", &self.assignment_of(person).await);
        }
        if path.contains("{judgment}") {
            path = path.replace("{judgment}", &self.judgment().await);
        }
        let mut account = person.id;
        if path.contains("{account}") {
            account = self.project.rater("passing").await.id;
            path = path.replace("{account}", &account.to_string());
        }
        if path.contains("password-resets/{") {
            let reset = self.reset_of(account).await;
            path = path.replace("{reset}", &reset.of.id.to_string());
            path = path.replace("{secret}", &reset.secret);
        }
        if path.contains("{invitation}") || path.contains("{secret}") {
            let invitation = self.invitation(&path).await;
            path = path.replace("{invitation}", invitation["id"].as_str().unwrap());
            path = path.replace("{secret}", invitation["secret"].as_str().unwrap());
        }
        if path.contains("{token}") {
            path = path.replace("{token}", &self.token_of(person).await);
        }
        match path.strip_prefix("/api/v1") {
            Some(path) => path.to_owned(),
            None => format!("/{path}"),
        }
    }

    /// A body with a fresh id and a fresh address.
    pub fn fill_in_body(&self, body: &str) -> String {
        let body = body.replace("{id}", &Uuid::now_v7().to_string());
        body.replace("{email}", &self.app.new_email("new"))
    }

    /// A judgment of the project, by somebody else.
    async fn judgment(&self) -> String {
        let rater = self.project.rater("judging").await;
        let task = rater.gets_task(&[]).await.assignment_id;
        rater.submits(task, &judgment(Verdict::A)).await.created().id.to_string()
    }

    /// An assignment that the person holds, or that of somebody else where they may have none.
    async fn assignment_of(&self, person: &Person) -> String {
        let next: Answer = person.post(&self.project.path("/claims"), json!({})).await;
        let next: Value = serde_json::from_slice(&next.body).unwrap();
        match next["assignment_id"].as_str() {
            Some(assignment) => assignment.to_owned(),
            None => {
                let other = self.project.rater("holding").await;
                other.gets_task(&[]).await.assignment_id.to_string()
            }
        }
    }

    /// A fresh invitation: into the project to be withdrawn, into an empty one to be accepted.
    async fn invitation(&self, path: &str) -> Value {
        let role = json!({ "role": "rater" });
        if path.contains("{invitation}") {
            return self
                .project
                .manager
                .post(&self.project.path("/invitations"), role)
                .await
                .created();
        }
        let new = json!({ "name": "Empty", "overlap": 1 });
        let empty: Value = self.other.admin.post("/projects", new).await.created();
        let path = format!("/projects/{}/invitations", empty["id"].as_str().unwrap());
        self.other.admin.post(&path, role).await.created()
    }

    /// A fresh link to choose a new password: for the account, or for somebody's.
    async fn reset_of(&self, account: AccountId) -> WithSecret<PasswordReset> {
        let account = match account.0.is_nil() {
            true => self.app.person("forgetful").await.id,
            false => account,
        };
        server::password_reset::create_here(&self.app.state.db, account).await.unwrap()
    }

    /// A fresh token of the person's own account.
    async fn token_of(&self, person: &Person) -> String {
        if person.id.0.is_nil() {
            return Uuid::now_v7().to_string();
        }
        let owner = Actor::authenticated(person.id, false, Scope::Full);
        let new = NewToken { name: "passing".into(), scope: Scope::Read, days: Some(1) };
        let token: WithSecret<Token> =
            server::token::create(&self.app.state.db, &owner, &new).await.unwrap();
        token.of.id.to_string()
    }
}
