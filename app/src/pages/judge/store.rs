//! Unsent decisions, and the draft, in the browser's storage: they outlive a reload, a crash and a
//! session.

use domain::id::{AccountId, ProjectId, TaskId};
use leptos::prelude::window;
use leptos::web_sys::Storage;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::draft::Draft;
use super::outbox::Unsent;

/// The place of one rater's unsent decisions in one project. Each has a key of its own, so that
/// tabs do not overwrite each other's.
#[derive(Debug, Clone)]
pub struct Store {
    prefix: String,
    draft: String,
}

impl Store {
    /// The place for a rater and a project.
    pub fn new(rater: AccountId, project: ProjectId) -> Self {
        Self {
            prefix: format!("touchstone/unsent/{rater}/{project}/"),
            draft: format!("touchstone/draft/{rater}/{project}"),
        }
    }

    /// Keeps a decision. A browser without storage keeps it in memory alone.
    pub fn keep(&self, unsent: &Unsent) {
        write(&self.key(unsent.id()), unsent);
    }

    /// Forgets a decision that the server has acknowledged or refused.
    pub fn forget(&self, id: Uuid) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(&self.key(id));
        }
    }

    /// Keeps a draft, in the place of the one before.
    pub fn keep_draft(&self, draft: (TaskId, &Draft)) {
        write(&self.draft, &draft);
    }

    /// The draft that is kept, and the task that it is for.
    pub fn draft(&self) -> Option<(TaskId, Draft)> {
        read(&self.draft)
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

/// Keeps a value under a key. A browser without storage, or with a full one, forgets it.
pub fn write(key: &str, value: &impl Serialize) {
    if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(value)) {
        let _ = storage.set_item(key, &text);
    }
}

/// The value that is kept under a key, if it can be read.
pub fn read<T: DeserializeOwned>(key: &str) -> Option<T> {
    let text = storage()?.get_item(key).ok().flatten()?;
    serde_json::from_str(&text).ok()
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
