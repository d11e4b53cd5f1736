//! Unsent decisions and the draft, stored in the browser. They survive a reload, a crash and the
//! end of the session.

use domain::id::{AccountId, AssignmentId, ProjectId};
use leptos::prelude::window;
use leptos::web_sys::Storage;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::pages::judge::state::draft::Draft;
use crate::pages::judge::state::outbox::Unsent;
use crate::pages::judge::sync::database;

/// The unsent decisions of one rater in one project. Each has its own key, so that tabs do not
/// overwrite each other.
///
/// Decisions belong in IndexedDB. Where that is slow or missing, `localStorage` takes them, which
/// has less room and no durability. The next visit moves them.
#[derive(Debug, Clone)]
pub struct Store {
    prefix: String,
    draft: String,
}

impl Store {
    /// The store of a rater in a project.
    pub fn new(rater: AccountId, project: ProjectId) -> Self {
        Self {
            prefix: format!("touchstone/unsent/{rater}/{project}/"),
            draft: format!("touchstone/draft/{rater}/{project}"),
        }
    }

    /// Stores a decision in IndexedDB. Returns whether it is on disk.
    pub async fn keep(&self, unsent: &Unsent) -> bool {
        let Ok(text) = serde_json::to_string(unsent) else { return false };
        database::put(&self.key(unsent.id()), &text).await.is_ok()
    }

    /// Stores a decision in `localStorage`. Returns whether there was room.
    pub fn keep_simply(&self, unsent: &Unsent) -> bool {
        write(&self.key(unsent.id()), unsent)
    }

    /// Moves a decision from `localStorage` to IndexedDB, if possible.
    pub async fn move_over(&self, unsent: &Unsent) {
        if self.keep(unsent).await {
            remove(&self.key(unsent.id()));
        }
    }

    /// Removes a decision that the server has confirmed or refused.
    pub async fn forget(&self, id: Uuid) {
        let key = self.key(id);
        remove(&key);
        // A decision that could not be removed is sent again by the next visit. That is safe.
        _ = database::remove(&key).await;
    }

    /// The decisions in IndexedDB.
    pub async fn kept(&self) -> Vec<Unsent> {
        let texts = database::all(&self.prefix).await.unwrap_or_default();
        texts.iter().filter_map(|text| serde_json::from_str(text).ok()).collect()
    }

    /// The decisions in `localStorage`.
    pub fn kept_simply(&self) -> Vec<Unsent> {
        let Some(storage) = storage() else { return Vec::new() };
        let keys = (0..storage.length().unwrap_or(0)).filter_map(|n| storage.key(n).ok().flatten());
        keys.filter(|key| key.starts_with(&self.prefix)).filter_map(|key| read(&key)).collect()
    }

    /// Saves the draft over the previous one.
    pub fn keep_draft(&self, draft: (AssignmentId, &Draft)) {
        write(&self.draft, &draft);
    }

    /// The saved draft and its task.
    pub fn draft(&self) -> Option<(AssignmentId, Draft)> {
        read(&self.draft)
    }

    /// Removes the draft, if it belongs to this task.
    pub fn forget_draft(&self, task: AssignmentId) {
        if self.draft().is_some_and(|(drafted, _)| drafted == task) {
            remove(&self.draft);
        }
    }

    fn key(&self, id: Uuid) -> String {
        format!("{}{id}", self.prefix)
    }
}

/// Stores a value under a key. Returns whether there was room. A browser without storage has none.
pub fn write(key: &str, value: &impl Serialize) -> bool {
    let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(value)) else { return false };
    storage.set_item(key, &text).is_ok()
}

/// The value under a key, if it can be read.
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
