//! Outcomes: judgments with the display order undone.
//!
//! A rater answers about the screen: side A, the response in the second column. These answers must
//! be translated to the task's own order before anything is counted. This module is the only place
//! that does so, for verdicts, grades, rankings, best and worst, ratings, criteria, passages, flags
//! and rewrites. Results, exports and repeats all start from [`Unblinded`].
//!
//! A *place* is where a response was shown; a *position* is where it is in the task. Both count
//! from 0.

mod comparison;
mod display_order;
mod label;
pub mod standing;
#[cfg(test)]
mod tests;
mod unblinded;
mod winner;

pub use self::comparison::Comparison;
pub use self::display_order::DisplayOrder;
pub use self::label::{Evidence, Label};
pub use self::standing::Standing;
pub use self::unblinded::{AsShown, RatedAs, Unblinded};
pub use self::winner::Outcome;
