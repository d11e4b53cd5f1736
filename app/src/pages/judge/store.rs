//! Unsent decisions and the draft in the browser: they outlive a reload, a crash and a session.

use domain::id::{AccountId, AssignmentId, ProjectId};
use leptos::prelude::window;
use leptos::web_sys::Storage;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::database;
use super::draft::Draft;
use super::outbox::Unsent;

/// The place of one rater's unsent decisions in one project. Each has a key of its own, so that
/// tabs do not overwrite each other's.
///
/// Decisions belong into the browser's database. Where that is slow or missing its simple storage
/// takes them, which has less room and makes no promises; the next visit moves them.
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

    /// Keeps a decision in the database; answers whether it is on the disk.
    pub async fn keep(&self, unsent: &Unsent) -> bool {
        let Ok(text) = serde_json::to_string(unsent) else { return false };
        database::put(&self.key(unsent.id()), &text).await.is_ok()
    }

    /// Keeps a decision in simple storage; answers whether there was room.
    pub fn keep_simply(&self, unsent: &Unsent) -> bool {
        write(&self.key(unsent.id()), unsent)
    }

    /// Moves a decision from simple storage into the database, where that can be.
    pub async fn move_over(&self, unsent: &Unsent) {
        if self.keep(unsent).await {
            remove(&self.key(unsent.id()));
        }
    }

    /// Forgets a decision that the server has acknowledged or refused.
    pub async fn forget(&self, id: Uuid) {
        let key = self.key(id);
        remove(&key);
        // What stays is sent once more by the next visit, and answered as before.
        _ = database::remove(&key).await;
    }

    /// The decisions in the database.
    pub async fn kept(&self) -> Vec<Unsent> {
        let texts = database::all(&self.prefix).await.unwrap_or_default();
        texts.iter().filter_map(|text| serde_json::from_str(text).ok()).collect()
    }

    /// The decisions in simple storage.
    pub fn kept_simply(&self) -> Vec<Unsent> {
        let Some(storage) = storage() else { return Vec::new() };
        let keys = (0..storage.length().unwrap_or(0)).filter_map(|n| storage.key(n).ok().flatten());
        keys.filter(|key| key.starts_with(&self.prefix)).filter_map(|key| read(&key)).collect()
    }

    /// Keeps a draft, in the place of the one before.
    pub fn keep_draft(&self, draft: (AssignmentId, &Draft)) {
        write(&self.draft, &draft);
    }

    /// The draft that is kept, and the task that it is for.
    pub fn draft(&self) -> Option<(AssignmentId, Draft)> {
        read(&self.draft)
    }

    /// Forgets the draft, if it is for this task.
    pub fn forget_draft(&self, task: AssignmentId) {
        if self.draft().is_some_and(|(drafted, _)| drafted == task) {
            remove(&self.draft);
        }
    }

    fn key(&self, id: Uuid) -> String {
        format!("{}{id}", self.prefix)
    }
}

/// Keeps a value under a key; answers whether there was room. A browser without storage has none.
pub fn write(key: &str, value: &impl Serialize) -> bool {
    let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(value)) else { return false };
    storage.set_item(key, &text).is_ok()
}

/// The value that is kept under a key, if it can be read.
pub fn read<T: DeserializeOwned>(key: &str) -> Option<T> {
    let text = storage()?.get_item(key).ok().flatten()?;
    serde_json::from_str(&text).ok()
}

fn remove(key: &str) {
    if let Some(storage) = storage() {
        _ = storage.remove_item(key);
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
