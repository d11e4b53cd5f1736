//! Protocols: what raters are asked about a task.
//!
//! One question decides how many responses a task has and what the judgment is for; criteria and
//! the rationale stand beside it. A protocol is versioned, and a judgment is pinned to the version
//! that its rater saw.

mod criterion;
mod definition;
mod levels;
mod question;
mod scale;
mod step;
#[cfg(test)]
mod tests;
mod written;

pub use self::criterion::{Choices, Criterion, Form, MAX_CHOICES, Named};
pub use self::definition::{CONFIDENCE, MAX_CRITERIA, Protocol};
pub use self::levels::{Levels, Look};
pub use self::question::{Kind, Question};
pub use self::scale::Scale;
pub use self::step::Step;
pub use self::written::Written;
