//! A server with a project, and somebody of every kind.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU32, Ordering};

use bytes::Bytes;
use clap::Parser;
use domain::account::NewToken;
use domain::actor::{Actor, Role, Scope};
use domain::id::{AccountId, AssignmentId, ProjectId, TaskId};
use domain::import::Options;
use domain::project::{NewProject, ProjectChanges, Status};
use domain::protocol::Protocol;
use domain::task::NextTask;
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, Response};
use server::account::{self, NewAccount};
use server::config::Config;
use server::db::Db;
use server::{State, assignment, import, invitation, member, project, task, token};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use uuid::Uuid;

use crate::place::Place;
use crate::table::{Body, Row};

mod rich;

/// The password of everybody.
pub const PASSWORD: &str = "unlikely marble staircase";

/// A site admin who manages the project; no column of the table.
pub const OWNER: &str = "owner";

/// What a browser that visits a page is answered.
#[derive(Debug, PartialEq)]
pub struct Visit {
    pub status: u16,
    /// Where it is sent.
    pub location: Option<String>,
    pub text: String,
}

pub struct Scene {
    state: State,
    origin: String,
    client: Client,
    /// Goes nowhere by itself.
    browser: Client,
    admin: Actor,
    project: ProjectId,
    task: TaskId,
    people: Vec<(&'static str, AccountId, Option<String>)>,
    calls: AtomicU32,
    _place: Place,
}

#[derive(clap::Parser)]
struct Settings {
    #[command(flatten)]
    config: Config,
}

impl Scene {
    pub async fn set() -> Self {
        Self::set_with(&[]).await
    }

    /// The same on a server with settings as on the command line.
    pub async fn set_with(settings: &[&str]) -> Self {
        let (state, origin, place) = start(settings).await;
        let admin = person(&state, "admin", true).await;
        let project = new_project(&state, &admin).await;
        let task = task::list(&state.db, &admin, project, None).await.unwrap()[0].id;
        let other = new_project(&state, &admin).await;
        let mut people = vec![("stranger", AccountId(Uuid::nil()), None)];
        for (name, place, role) in [
            ("outsider", other, Role::Manager),
            ("rater", project, Role::Rater),
            ("adjudicator", project, Role::Adjudicator),
            ("manager", project, Role::Manager),
        ] {
            let actor = person(&state, name, false).await;
            let email = format!("{name}@example.org");
            member::add(&state.db, &admin, place, &email, role).await.unwrap();
            people.push((name, actor.account_id(), Some(secret(&state, &actor).await)));
        }
        let idle = person(&state, "site", true).await;
        people.push(("admin", idle.account_id(), Some(secret(&state, &idle).await)));
        let client = Client::builder().no_proxy().build().unwrap();
        let browser = browser();
        let calls = AtomicU32::new(0);
        let _place = place;
        Self { state, origin, client, browser, admin, project, task, people, calls, _place }
    }

    /// Makes a row's call as one of the people: its status, and what it said.
    pub async fn call(&self, who: &str, row: &Row) -> (u16, String) {
        let (_, own, token) = self.people.iter().find(|(name, ..)| *name == who).unwrap();
        let request = self.client.post(format!("{}/rpc/{}", self.origin, row.name));
        let (Body::Form(text) | Body::Json(text)) = &row.body;
        let request = request
            .header("content-type", row.body.content_type())
            .body(self.fill_in(text, *own).await);
        let request = match token {
            Some(token) => request.bearer_auth(token),
            None => request,
        };
        let response = request.send().await.unwrap();
        (response.status().as_u16(), response.text().await.unwrap())
    }

    /// Visits a page in a browser: as one of the people, or without being signed in. A browser
    /// that is sent elsewhere does not go there.
    pub async fn visits(&self, who: Option<&str>, page: &str) -> Visit {
        let request = self.browser.get(format!("{}{page}", self.origin));
        let known = self.people.iter().find(|(name, ..)| Some(*name) == who);
        let request = request.header("accept", "text/html,*/*");
        answer(match known.and_then(|(.., token)| token.as_ref()) {
            Some(token) => request.bearer_auth(token),
            None => request,
        })
        .await
    }

    /// Visits a page with an `Authorization` of any kind.
    pub async fn visits_with(&self, authorization: &str, page: &str) -> Visit {
        let request = self.browser.get(format!("{}{page}", self.origin));
        answer(request.header("accept", "text/html,*/*").header("authorization", authorization))
            .await
    }

    /// Visits an address that no browser would write so: the status.
    pub async fn visits_as_written(&self, path: &str) -> String {
        let host = self.origin.strip_prefix("http://").unwrap();
        let mut stream = TcpStream::connect(host).await.unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        let answer = String::from_utf8_lossy(&answer);
        answer.split(' ').nth(1).unwrap_or_default().to_owned()
    }

    /// Visits a page with a cookie.
    pub async fn visits_with_cookie(&self, cookie: &str, page: &str) -> Visit {
        let request = self.browser.get(format!("{}{page}", self.origin));
        answer(request.header("accept", "text/html,*/*").header("cookie", cookie)).await
    }

    /// Sends a plain form with a wrong password: where the browser is sent back to, and the
    /// cookies that it gets.
    pub async fn is_refused_at_sign_in(&self) -> (String, String) {
        let request = self.browser.post(format!("{}/rpc/sign-in", self.origin));
        let form = "email=nobody@example.org&password=wrong&next=/";
        let response = plain(request.header("referer", self.origin.clone() + "/sign-in?next=/"))
            .body(form)
            .send()
            .await
            .unwrap();
        let cookies = response.headers().get_all("set-cookie").iter();
        let cookies = cookies.map(|cookie| cookie.to_str().unwrap().split(';').next().unwrap());
        let cookies = cookies.collect::<Vec<_>>().join("; ");
        let location = response.headers()["location"].to_str().unwrap();
        (location.strip_prefix(&self.origin).unwrap().to_owned(), cookies)
    }

    /// Chooses a language with a plain form that names the next page: the status, and where the
    /// browser is sent.
    pub async fn chooses_language_at(&self, next: &str) -> (u16, String) {
        let response = self.chooses_language(next).await;
        let location = response.headers().get("location").map(|place| place.to_str().unwrap());
        (response.status().as_u16(), location.unwrap_or_default().to_owned())
    }

    /// Chooses a language: the cookie that keeps it.
    pub async fn chooses_language_with_cookie(&self) -> String {
        let response = self.chooses_language("/").await;
        response.headers()["set-cookie"].to_str().unwrap().to_owned()
    }

    async fn chooses_language(&self, next: &str) -> Response {
        let next: String = next.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let form = format!("code=en&next={next}");
        let request = self.browser.post(format!("{}/rpc/choose-language", self.origin));
        plain(request).body(form).send().await.unwrap()
    }

    /// Sends the parts of a form to the import page as one of the people: the status, and what it
    /// said.
    pub async fn uploads(&self, who: &str, parts: String) -> (u16, String) {
        let (.., token) = self.people.iter().find(|(name, ..)| *name == who).unwrap();
        let request =
            self.browser.post(format!("{}/projects/{}/import", self.origin, self.project));
        let response = request
            .header("content-type", "multipart/form-data; boundary=edge")
            .bearer_auth(token.as_ref().unwrap())
            .body(parts + "--edge--\r\n")
            .send()
            .await
            .unwrap();
        (response.status().as_u16(), response.text().await.unwrap())
    }

    /// Gives the project another name.
    pub async fn renames_project(&self, name: &str) {
        let name = ProjectChanges { name: Some(name.into()), ..ProjectChanges::default() };
        project::update(&self.state.db, &self.admin, self.project, &name).await.unwrap();
    }

    /// An address with something in each of its places.
    pub fn address(&self, path: &str) -> String {
        path.replace("{project}", &self.project.to_string())
            .replace("{judgment}", &Uuid::now_v7().to_string())
            .replace("{secret}", "unknown")
    }

    /// Opens the judge page as one of the people: its status, and whether a task came with it.
    pub async fn opens_desk(&self, who: &str) -> (u16, bool) {
        let (.., token) = self.people.iter().find(|(name, ..)| *name == who).unwrap();
        let request = self.browser.get(format!("{}/projects/{}/judge", self.origin, self.project));
        let request = match token {
            Some(token) => request.bearer_auth(token),
            None => request,
        };
        let response = request.send().await.unwrap();
        let status = response.status().as_u16();
        (status, response.text().await.unwrap().contains("assignment_id"))
    }

    /// Puts ids and fresh names in the places that are kept for them.
    async fn fill_in(&self, text: &str, own: AccountId) -> String {
        let call = self.calls.fetch_add(1, Ordering::Relaxed);
        let mut text = text
            .replace("{project}", &self.project.to_string())
            .replace("{own}", &own.to_string())
            .replace("{task}", &self.task.to_string())
            .replace("{id}", &Uuid::now_v7().to_string())
            .replace("{email}", &format!("fresh-{call}@example.org"))
            .replace("{password}", PASSWORD);
        if text.contains("{assignment}") {
            let actor = actor(own, false);
            let claim = assignment::claim(&self.state.db, &actor, self.project, &[]).await;
            let id = match claim {
                Ok(NextTask::Task(task)) => task.assignment_id,
                _ => AssignmentId(Uuid::nil()),
            };
            text = text.replace("{assignment}", &id.to_string());
        }
        if text.contains("{secret}") {
            let invitation =
                invitation::create(&self.state.db, &self.admin, self.project, Role::Rater).await;
            text = text.replace("{secret}", &invitation.unwrap().secret);
        }
        if text.contains("{reset}") {
            let forgetful = person(&self.state, &format!("forgetful-{call}"), false).await;
            let account = forgetful.account_id();
            let reset = server::password_reset::create_here(&self.state.db, account).await;
            text = text.replace("{reset}", &reset.unwrap().secret);
        }
        if text.contains("{account}") {
            let passing = person(&self.state, &format!("passing-{call}"), false).await;
            text = text.replace("{account}", &passing.account_id().to_string());
        }
        text
    }
}

/// A server that nobody has an account on.
pub struct Empty {
    origin: String,
    browser: Client,
    _place: Place,
}

pub async fn empty() -> Empty {
    let (_, origin, _place) = start(&[]).await;
    Empty { origin, browser: browser(), _place }
}

impl Empty {
    /// Visits a page in a browser.
    pub async fn visits(&self, page: &str) -> Visit {
        let request = self.browser.get(format!("{}{page}", self.origin));
        answer(request.header("accept", "text/html,*/*")).await
    }
}

/// Starts a server on a database of its own.
async fn start(settings: &[&str]) -> (State, String, Place) {
    let place = Place::fresh().await;
    let db = Db::connect(&place.url, false).await.unwrap();
    db.migrate().await.unwrap();
    let arguments = ["touchstone"].iter().chain(settings);
    let state = State::new(db, Settings::parse_from(arguments).config);
    let service =
        app::router::router(state.clone()).into_make_service_with_connect_info::<SocketAddr>();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, service).await });
    (state, origin, place)
}

/// A client that goes nowhere by itself.
fn browser() -> Client {
    Client::builder().no_proxy().redirect(Policy::none()).build().unwrap()
}

/// A request as a form without scripts sends it.
fn plain(request: RequestBuilder) -> RequestBuilder {
    let kind = "application/x-www-form-urlencoded";
    request.header("accept", "text/html").header("content-type", kind)
}

async fn answer(request: RequestBuilder) -> Visit {
    let response = request.send().await.unwrap();
    let location = response.headers().get("location");
    Visit {
        status: response.status().as_u16(),
        location: location.map(|place| place.to_str().unwrap().to_owned()),
        text: response.text().await.unwrap(),
    }
}

async fn imports(state: &State, admin: &Actor, id: ProjectId, file: String) {
    let bytes = futures::stream::iter([Ok::<_, std::io::Error>(Bytes::from(file))]);
    import::run(&state.db, admin, id, "calls", &Options::default(), u64::MAX, bytes).await.unwrap();
}

async fn new_project(state: &State, admin: &Actor) -> ProjectId {
    let (name, guidelines, protocol) = ("Calls".into(), String::new(), Protocol::default());
    let new = NewProject { name, guidelines, overlap: 9, protocol };
    let id = project::create(&state.db, admin, &new).await.unwrap().project.id;
    let line = |n: usize| {
        format!(
            r#"{{"id": "task-{n}", "prompt": "Q{n}?", "responses": [{{"text": "x"}}, {{"text": "y"}}]}}"#
        )
    };
    let lines: Vec<String> = (0..8).map(line).collect();
    imports(state, admin, id, lines.join("\n")).await;
    let active = ProjectChanges { status: Some(Status::Active), ..ProjectChanges::default() };
    project::update(&state.db, admin, id, &active).await.unwrap();
    id
}

async fn person(state: &State, name: &str, site_admin: bool) -> Actor {
    let new = NewAccount {
        email: format!("{name}@example.org"),
        name: name.into(),
        password: PASSWORD.into(),
    };
    let account = account::add(&state.db, &new, site_admin).await.unwrap();
    actor(account.id, site_admin)
}

fn actor(account: AccountId, site_admin: bool) -> Actor {
    Actor::authenticated(account, site_admin, Scope::Full)
}

async fn secret(state: &State, actor: &Actor) -> String {
    let new = NewToken { name: "calls".into(), scope: Scope::Full, days: None };
    token::create(&state.db, actor, &new).await.unwrap().secret
}
