//! View options that the browser remembers.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::pages::judge::browser::watch;
use crate::pages::judge::sync::store;
use crate::pages::judge::view::view_options::{USUAL_SHARE, USUAL_SIZE, ViewOptions};

/// The storage key.
const KEY: &str = "touchstone/habits";

/// The options that are saved.
#[derive(Debug, Clone, Copy)]
pub struct SavedView {
    raw: RwSignal<bool>,
    dimmed: RwSignal<bool>,
    columns: RwSignal<bool>,
    together: RwSignal<bool>,
    size: RwSignal<u8>,
    share: RwSignal<u8>,
    /// Whether to suggest breaks.
    pub breaks: RwSignal<bool>,
}

/// [`SavedView`] as stored.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    raw: bool,
    dimmed: bool,
    no_breaks: bool,
    columns: bool,
    apart: bool,
    /// None for the default.
    size: Option<u8>,
    share: Option<u8>,
}

impl SavedView {
    /// The default options.
    pub fn new(view_options: ViewOptions) -> Self {
        Self {
            raw: view_options.raw,
            dimmed: view_options.dimmed,
            columns: view_options.columns,
            together: view_options.together,
            size: view_options.size,
            share: view_options.share,
            breaks: RwSignal::new(true),
        }
    }

    /// Restores the saved options and saves every change, in the browser only.
    pub fn follow(self) {
        let mut is_first = true;
        watch(move || {
            if std::mem::take(&mut is_first) {
                let kept: Kept = store::read(KEY).unwrap_or_default();
                let Kept { raw, dimmed, no_breaks, columns, apart, size, share } = kept;
                self.raw.set(raw);
                self.dimmed.set(dimmed);
                self.breaks.set(!no_breaks);
                self.columns.set(columns);
                self.together.set(!apart);
                self.size.set(size.unwrap_or(USUAL_SIZE));
                self.share.set(share.unwrap_or(USUAL_SHARE));
            }
            let (raw, dimmed, no_breaks) = (self.raw.get(), self.dimmed.get(), !self.breaks.get());
            let (columns, apart) = (self.columns.get(), !self.together.get());
            let size = Some(self.size.get()).filter(|size| *size != USUAL_SIZE);
            let share = Some(self.share.get()).filter(|share| *share != USUAL_SHARE);
            store::write(KEY, &Kept { raw, dimmed, no_breaks, columns, apart, size, share });
        });
    }
}
