//! The results of a project: what its page and the API show.

mod aspects;
mod builder;
mod ranks;

use serde::{Deserialize, Serialize};

pub use self::aspects::{AspectResults, AspectsBuilder, ChoiceCount, ModelLevels, ScaleResults};
pub use self::builder::{Asked, Comparison, RaterName, ResultsBuilder, Row};
pub use self::ranks::{ModelRanks, Order, PairRankAgreement, RankAgreement, RankTable};
use crate::aggregate::majority::Tally;
use crate::agreement::interval::Interval;
use crate::agreement::kappa::Undefined;
use crate::agreement::raw::RawAgreement;
use crate::id::RaterId;
use crate::progress::Progress;
use crate::protocol::Kind;
use crate::ranking::win_rate::{Matrix, ModelResults};

/// What is known about a project so far. Holds no prompts and no responses.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Results {
    /// What raters are asked, which decides what is told below.
    pub kind: Kind,
    pub progress: Progress,
    /// By name; those who have only skipped among them.
    pub raters: Vec<RaterResults>,
    /// Of pairs: the majority of each task's raters, by canonical side.
    pub majority: Option<Tally>,
    /// Of pairs: how often two raters decide the same.
    pub agreement: Option<Agreement>,
    /// Of pairs: every two raters who share a task, in the order of `raters`.
    pub pairs: Vec<PairAgreement>,
    /// Of rankings, and of best and worst: the mean rank of each model, by how many responses
    /// were ranked together.
    #[serde(default)]
    pub ranks: Vec<RankTable>,
    /// Of everything but pairs: how far raters agree on an order.
    #[serde(default)]
    pub rank_agreement: Option<RankAgreement>,
    /// The highest win rate first; none of ratings, which compare nothing.
    pub models: Vec<ModelResults>,
    /// Every model against every other, in the order of `models`.
    pub matrix: Matrix,
    /// What was said beside the overall question, in the order in which it was first asked; in a
    /// project that asks for ratings these come first.
    #[serde(default)]
    pub aspects: Vec<AspectResults>,
}

/// One rater's work.
///
/// Repeats are work too and count here; agreement takes only the first judgment of a task.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RaterResults {
    pub rater_id: RaterId,
    pub name: String,
    pub judgments: i64,
    pub skips: i64,
    /// The share of comparisons that are ties, both bad and both good among them, 0 to 1; a judgment
    /// of a pair is one comparison. None where ties were never offered.
    pub tie_share: Option<f64>,
    /// Half of the judgments took less time than this, in milliseconds; over those that were timed.
    pub median_active_ms: Option<i64>,
    /// Of pairs: judgments for one side, which the next two figures are shares of.
    pub decided: i64,
    /// The share of decided judgments for the side shown first, 0 to 1; without bias about a half.
    pub shown_first_preferred: Option<f64>,
    /// Wilson's 95 % interval of that share.
    pub shown_first_interval: Option<Interval>,
}

/// Raw agreement in the two ways in which the literature reports it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Agreement {
    /// A tie is a decision like the others; guessing agrees in a third of the pairs.
    pub with_ties: RawAgreement,
    /// Ties are left out first; guessing agrees in half of the pairs.
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
    /// Whether they are enough for kappa to be shown.
    pub enough: bool,
    /// The share of shared tasks on which both decided the same, 0 to 1.
    pub observed: f64,
    /// Cohen's kappa, which depends on the order in which responses are stored.
    pub kappa: Option<f64>,
    /// Why there is no kappa.
    pub kappa_undefined: Option<Undefined>,
    /// Cohen's kappa over the tasks and their mirror images, which does not: the one to read.
    pub symmetric_kappa: Option<f64>,
    /// Why there is no symmetric kappa.
    pub symmetric_kappa_undefined: Option<Undefined>,
}
