//! The results of a project, as shown on its page and in the API.

mod aspects;
mod builder;
mod ranks;

use serde::{Deserialize, Serialize};

pub use self::aspects::{AspectResults, AspectsBuilder, ChoiceCount, ModelLevels, ScaleResults};
pub use self::builder::{RaterName, ResultsBuilder, ResultsScope, StandingJudgment};
pub use self::ranks::{ModelRanks, PairRankAgreement, RankAgreement, RankTable};
use crate::aggregate::majority::Tally;
use crate::agreement::interval::Interval;
use crate::agreement::kappa::Undefined;
use crate::agreement::raw::RawAgreement;
use crate::id::RaterId;
use crate::progress::Progress;
use crate::protocol::Kind;
use crate::ranking::win_rate::{Matrix, ModelResults};

/// The statistics of a project so far. Contains no prompts and no responses.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Results {
    /// The kind of question, which decides which fields below are filled.
    pub kind: Kind,
    pub progress: Progress,
    /// By name, including those who only skipped.
    pub raters: Vec<RaterResults>,
    /// Of pairs: the majority of each task's raters, by canonical side.
    pub majority: Option<Tally>,
    /// Of pairs: how often two raters decide the same.
    pub agreement: Option<Agreement>,
    /// Of pairs: every two raters who share a task, in the order of `raters`.
    pub pairs: Vec<PairAgreement>,
    /// Of rankings, and of best and worst: the mean rank of each model, by the number of responses
    /// in a ranking.
    #[serde(default)]
    pub ranks: Vec<RankTable>,
    /// Of everything but pairs: how far raters agree on an order.
    #[serde(default)]
    pub rank_agreement: Option<RankAgreement>,
    /// The highest win rate first. Empty for ratings, which compare nothing.
    pub models: Vec<ModelResults>,
    /// Every model against every other, in the order of `models`.
    pub matrix: Matrix,
    /// The answers to criteria, in the order in which they were first asked. Ratings come first.
    #[serde(default)]
    pub aspects: Vec<AspectResults>,
}

/// One rater's work.
///
/// Judgments that do not count are included here; agreement leaves them out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RaterResults {
    pub rater_id: RaterId,
    pub name: String,
    pub judgments: i64,
    pub skips: i64,
    /// The share of comparisons that are ties, including both bad and both good, 0 to 1. A judgment
    /// of a pair is one comparison. None if ties were never offered.
    pub tie_share: Option<f64>,
    /// The median time of a judgment in milliseconds, over those that were timed.
    pub median_active_ms: Option<i64>,
    /// Of pairs: judgments that prefer one side. The next two figures are shares of these.
    pub decided: i64,
    /// The share of decided judgments for the side shown first, 0 to 1. About 0.5 without bias.
    pub shown_first_preferred: Option<f64>,
    /// Wilson's 95 % interval of that share.
    pub shown_first_interval: Option<Interval>,
}

/// Raw agreement in the two variants that the literature reports.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Agreement {
    /// A tie is a decision like the others. Guessing agrees in a third of the pairs.
    pub with_ties: RawAgreement,
    /// Ties are left out first. Guessing agrees in half of the pairs.
    pub without_ties: RawAgreement,
}

/// The agreement of two raters.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PairAgreement {
    pub rater_1: RaterId,
    pub rater_2: RaterId,
    /// How many tasks both judged.
    pub shared: i64,
    /// Whether there are enough of them to show kappa.
    pub enough: bool,
    /// The share of shared tasks on which both decided the same, 0 to 1.
    pub observed: f64,
    /// Cohen's kappa, which depends on the order in which responses are stored.
    pub kappa: Option<f64>,
    /// Why there is no kappa.
    pub kappa_undefined: Option<Undefined>,
    /// Cohen's kappa over the tasks and their mirror images, which does not depend on the order.
    /// This is the one to read.
    pub symmetric_kappa: Option<f64>,
    /// Why there is no symmetric kappa.
    pub symmetric_kappa_undefined: Option<Undefined>,
}
