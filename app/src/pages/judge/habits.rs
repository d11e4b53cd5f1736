//! How a rater likes to work. Kept in the browser, so that it outlives a reload.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::reading::Reading;
use super::store;

/// Where it is kept.
const KEY: &str = "touchstone/habits";

/// What can be switched on and off.
#[derive(Debug, Clone, Copy)]
pub struct Habits {
    raw: RwSignal<bool>,
    dimmed: RwSignal<bool>,
    /// Whether a break is suggested after a long stretch.
    pub breaks: RwSignal<bool>,
}

/// [`Habits`] as they are kept.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    raw: bool,
    dimmed: bool,
    no_breaks: bool,
}

impl Habits {
    /// As everybody begins.
    pub fn new(reading: Reading) -> Self {
        Self { raw: reading.raw, dimmed: reading.dimmed, breaks: RwSignal::new(true) }
    }

    /// Takes up what is kept and keeps what changes, in the browser only.
    pub fn follow(self) {
        Effect::new(move |kept: Option<()>| {
            if kept.is_none() {
                let Kept { raw, dimmed, no_breaks } = store::read(KEY).unwrap_or_default();
                self.raw.set(raw);
                self.dimmed.set(dimmed);
                self.breaks.set(!no_breaks);
            }
            let (raw, dimmed, no_breaks) = (self.raw.get(), self.dimmed.get(), !self.breaks.get());
            store::write(KEY, &Kept { raw, dimmed, no_breaks });
        });
    }
}
