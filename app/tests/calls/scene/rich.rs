//! Somebody who may do everything, and a project that asks for everything.

use domain::actor::{Actor, Role};
use domain::id::ProjectId;
use domain::project::ProjectChanges;
use server::{State, member, project};

use super::{OWNER, Scene, Visit, answer, imports, new_project, person, secret};
use crate::table::Row;

impl Scene {
    /// Adds [`OWNER`], and a project with enough tasks that asks for everything.
    pub async fn with_owner(mut self) -> Self {
        let owner = person(&self.state, OWNER, true).await;
        self.project = rich_project(&self.state, &self.admin).await;
        for (name, role) in
            [(OWNER, Role::Manager), ("manager", Role::Manager), ("rater", Role::Rater)]
        {
            let email = format!("{name}@example.org");
            member::add(&self.state.db, &self.admin, self.project, &email, role).await.unwrap();
        }
        let token = secret(&self.state, &owner).await;
        self.people.push((OWNER, owner.account_id(), Some(token)));
        self
    }

    /// Fills in a body for one of the people.
    pub async fn fill_in_for(&self, who: &str, text: &str) -> String {
        let (_, own, _) = self.people.iter().find(|(name, ..)| *name == who).unwrap();
        self.fill_in(text, *own).await
    }

    /// Makes a call from a network address, as a page or as a form without scripts.
    pub async fn calls_from(
        &self,
        address: &str,
        who: &str,
        row: &Row,
        body: String,
        is_plain: bool,
    ) -> Visit {
        let (.., token) = self.people.iter().find(|(name, ..)| *name == who).unwrap();
        let request = self.browser.post(format!("{}/rpc/{}", self.origin, row.name));
        let request = request
            .header("x-forwarded-for", address)
            .header("content-type", row.body.content_type())
            .header("accept", if is_plain { "text/html" } else { "*/*" })
            .bearer_auth(token.as_ref().unwrap())
            .body(body);
        answer(request).await
    }
}

/// A project with enough tasks for whatever is judged, which asks for everything.
async fn rich_project(state: &State, admin: &Actor) -> ProjectId {
    let id = new_project(state, admin).await;
    let lines = (0..150).map(|n| {
        format!(r#"{{"prompt": "{n}", "responses": [{{"text": "x"}}, {{"text": "y"}}]}}"#) + "\n"
    });
    imports(state, admin, id, lines.collect()).await;
    let protocol = r#"{
        "kind": "pair", "scale": {"points": 7, "both_bad": true, "both_good": true},
        "rationale": {"ask": "optional"}, "confidence": true, "spans": true,
        "rewrite": "optional", "flags": [{"key": "unsafe", "name": "Unsafe"}],
        "criteria": [
            {"key": "tone", "name": "Tone", "form": {"pairwise": {"points": 7}}},
            {"key": "style", "name": "Style", "form": {"levels": {"look": "stars", "count": 5}}},
            {"key": "topics", "name": "Topics", "form": {"choices": {
                "list": [{"key": "one", "name": "One"}, {"key": "two", "name": "Two"}]
            }}}
        ]
    }"#;
    let protocol = Some(serde_json::from_str(protocol).unwrap());
    let changes = ProjectChanges { protocol, ..ProjectChanges::default() };
    project::update(&state.db, admin, id, &changes).await.unwrap();
    id
}
