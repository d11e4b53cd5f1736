//! Unsent decisions in the browser's storage: they outlive a reload, a crash and a session.

use domain::id::{AccountId, ProjectId};
use leptos::prelude::window;
use leptos::web_sys::Storage;
use uuid::Uuid;

use super::outbox::Unsent;

/// The place of one rater's unsent decisions in one project. Each has a key of its own, so that
/// tabs do not overwrite each other's.
#[derive(Debug, Clone)]
pub struct Store {
    prefix: String,
}

impl Store {
    /// The place for a rater and a project.
    pub fn new(rater: AccountId, project: ProjectId) -> Self {
        Self { prefix: format!("touchstone/unsent/{rater}/{project}/") }
    }

    /// Keeps a decision. A browser without storage keeps it in memory alone.
    pub fn keep(&self, unsent: &Unsent) {
        if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(unsent)) {
            let _ = storage.set_item(&self.key(unsent.id()), &text);
        }
    }

    /// Forgets a decision that the server has acknowledged or refused.
    pub fn forget(&self, id: Uuid) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(&self.key(id));
        }
    }

    /// All decisions that are kept, oldest first.
    pub fn all(&self) -> Vec<Unsent> {
        let Some(storage) = storage() else { return Vec::new() };
        let keys = (0..storage.length().unwrap_or(0)).filter_map(|n| storage.key(n).ok().flatten());
        let mut all: Vec<Unsent> = keys
            .filter(|key| key.starts_with(&self.prefix))
            .filter_map(|key| storage.get_item(&key).ok().flatten())
            .filter_map(|text| serde_json::from_str(&text).ok())
            .collect();
        all.sort_by_key(Unsent::id);
        all
    }

    fn key(&self, id: Uuid) -> String {
        format!("{}{id}", self.prefix)
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
