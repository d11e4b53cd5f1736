//! How the two responses are read: rendered or as they were written, in one order or the other,
//! with what they have in common dimmed, from difference to difference.

use leptos::prelude::*;

use super::browser::{next_frame, set_property, watch};
use super::marks::Marks;
use super::queue::Scene;

/// How large texts are unless a rater says otherwise, in percent.
pub const USUAL_SIZE: u8 = 100;

/// How much of the width A has unless a rater says otherwise, in percent.
pub const USUAL_SHARE: u8 = 50;

/// The rater's view of the two responses. Nothing of it changes what is judged.
#[derive(Debug, Clone, Copy)]
pub struct Reading {
    /// Whether texts are shown as they were written, not rendered.
    pub raw: RwSignal<bool>,
    /// Whether B stands where A stood, until the next task.
    pub flipped: RwSignal<bool>,
    /// Whether what both have in common is dimmed.
    pub dimmed: RwSignal<bool>,
    /// Whether the two columns scroll by themselves, not the page.
    pub columns: RwSignal<bool>,
    /// Whether columns that scroll follow each other.
    pub together: RwSignal<bool>,
    /// How large texts are, in percent of the usual.
    pub size: RwSignal<u8>,
    /// How much of the width A has beside B, in percent.
    pub share: RwSignal<u8>,
    /// The difference that is looked at.
    pub spot: RwSignal<Option<Spot>>,
}

/// A difference among the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// From 0.
    pub at: usize,
    /// How many there are; none where the texts say the same.
    pub of: usize,
    /// How it begins in A and in B.
    pub texts: [String; 2],
}

impl Reading {
    /// As every rater begins.
    pub fn new() -> Self {
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

    /// Lays texts out as large and as wide as the rater likes, in the browser only.
    pub fn lay_out(self) {
        watch(move || {
            set_property("--reading-zoom", &format!("{}%", self.size.get()));
            let share = self.share.get().min(100);
            set_property("--share-a", &format!("{share}fr"));
            set_property("--share-b", &format!("{}fr", 100 - share));
        });
    }

    /// Marks anew whenever other texts are shown, in the browser only.
    pub fn follow(self, scene: Memo<Scene>) {
        let mut before = None;
        watch(move || {
            let scene = scene.get();
            if before.replace(scene.clone()).is_some_and(|before| before != scene) {
                self.flipped.set(false);
            }
            self.raw.track();
            let dimmed = self.dimmed.get();
            self.spot.set(None);
            // Once it is laid out.
            next_frame(move || {
                Marks::remove();
                if let Some(marks) = dimmed.then(Marks::find).flatten() {
                    marks.dim();
                }
            });
        });
    }

    /// Goes on to the next difference, or back to the one before; round at the ends.
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

/// Switches something on or off.
pub fn toggle(state: RwSignal<bool>) {
    state.update(|state| *state = !*state);
}
