//! How the two responses are shown: rendered or as source, swapped, dimmed, or difference by
//! difference.

use leptos::prelude::*;

use crate::pages::judge::browser::{next_frame, set_property, watch};
use crate::pages::judge::state::screen::Screen;
use crate::pages::judge::view::marks::Marks;

/// The default text size, in percent.
pub const USUAL_SIZE: u8 = 100;

/// The default share of the width for A, in percent.
pub const USUAL_SHARE: u8 = 50;

/// The view of two responses. It does not change what is judged.
#[derive(Debug, Clone, Copy)]
pub struct ViewOptions {
    /// Whether to show source text instead of rendered text.
    pub raw: RwSignal<bool>,
    /// Whether A and B are swapped, until the next task.
    pub flipped: RwSignal<bool>,
    /// Whether text that both share is dimmed.
    pub dimmed: RwSignal<bool>,
    /// Whether each column scrolls instead of the page.
    pub columns: RwSignal<bool>,
    /// Whether columns scroll together.
    pub together: RwSignal<bool>,
    /// Text size, in percent of the default.
    pub size: RwSignal<u8>,
    /// The share of the width for A, in percent.
    pub share: RwSignal<u8>,
    /// The current difference.
    pub spot: RwSignal<Option<Spot>>,
}

/// One difference of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Its index, from 0.
    pub at: usize,
    /// The number of differences. 0 if the texts are the same.
    pub of: usize,
    /// Its first words in A and in B.
    pub texts: [String; 2],
}

impl Default for ViewOptions {
    fn default() -> Self {
        Self {
            raw: RwSignal::new(false),
            flipped: RwSignal::new(false),
            dimmed: RwSignal::new(false),
            columns: RwSignal::new(false),
            together: RwSignal::new(true),
            size: RwSignal::new(USUAL_SIZE),
            share: RwSignal::new(USUAL_SHARE),
            spot: RwSignal::new(None),
        }
    }
}

impl ViewOptions {
    /// Applies text size and widths, in the browser only.
    pub fn lay_out(self) {
        watch(move || {
            set_property("--reading-zoom", &format!("{}%", self.size.get()));
            let share = self.share.get().min(100);
            set_property("--share-a", &format!("{share}fr"));
            set_property("--share-b", &format!("{}fr", 100 - share));
        });
    }

    /// Updates the highlights whenever other texts are shown, in the browser only.
    pub fn follow(self, screen: Memo<Screen>) {
        let mut before = None;
        watch(move || {
            let screen = screen.get();
            if before.replace(screen.clone()).is_some_and(|before| before != screen) {
                self.flipped.set(false);
            }
            self.raw.track();
            let dimmed = self.dimmed.get();
            self.spot.set(None);
            // After layout.
            next_frame(move || {
                Marks::remove();
                if let Some(marks) = dimmed.then(Marks::find).flatten() {
                    marks.dim();
                }
            });
        });
    }

    /// Goes to the next or the previous difference, and round at the ends.
    pub fn go(self, back: bool) {
        let Some(marks) = Marks::find() else { return };
        let at = self.spot.with_untracked(|spot| spot.as_ref().map(|spot| spot.at));
        let of = marks.count();
        let last = of.saturating_sub(1);
        let at = match (at, back) {
            (None, false) => 0,
            (None | Some(0), true) => last,
            (Some(at), true) => at - 1,
            (Some(at), false) if at >= last => 0,
            (Some(at), false) => at + 1,
        };
        let texts = marks.show(at);
        self.spot.set(Some(Spot { at, of, texts }));
    }
}

/// Toggles an option.
pub fn toggle(state: RwSignal<bool>) {
    state.update(|state| *state = !*state);
}
