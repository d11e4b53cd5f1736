//! How a rater likes to work. Kept in the browser, so that it outlives a reload.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::browser::watch;
use super::reading::{Reading, USUAL_SHARE, USUAL_SIZE};
use super::store;

/// Where it is kept.
const KEY: &str = "touchstone/habits";

/// What can be switched on and off.
#[derive(Debug, Clone, Copy)]
pub struct Habits {
    raw: RwSignal<bool>,
    dimmed: RwSignal<bool>,
    columns: RwSignal<bool>,
    together: RwSignal<bool>,
    size: RwSignal<u8>,
    share: RwSignal<u8>,
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
    columns: bool,
    apart: bool,
    /// None where it is the usual one.
    size: Option<u8>,
    share: Option<u8>,
}

impl Habits {
    /// As everybody begins.
    pub fn new(reading: Reading) -> Self {
        Self {
            raw: reading.raw,
            dimmed: reading.dimmed,
            columns: reading.columns,
            together: reading.together,
            size: reading.size,
            share: reading.share,
            breaks: RwSignal::new(true),
        }
    }

    /// Takes up what is kept and keeps what changes, in the browser only.
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
