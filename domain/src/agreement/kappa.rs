//! Cohen's kappa: how far two raters agree beyond chance, given how often each uses each category.
//!
//! `kappa = (P_o - P_e) / (1 - P_e)` with the observed agreement `P_o` and, from the two raters'
//! shares of each category, `P_e = sum_c p_1c p_2c` (Cohen 1960, "A coefficient of agreement for
//! nominal scales", Educational and Psychological Measurement 20, 37-46). Unweighted, over the
//! three outcomes of the schema.
//!
//! The order in which a task stores its responses is arbitrary, but the plain coefficient depends
//! on it. Two raters who always prefer the first response agree on all tasks and have no kappa. If
//! half of the tasks are stored in the opposite order, the same two have a kappa of 1. The symmetric
//! kappa is computed over the tasks and their mirror images, so the order does not change it. Show
//! the symmetric one. The plain one is for comparison with other tools.

use serde::{Deserialize, Serialize};

use crate::unit::CrossTable;

/// With fewer shared tasks than this, kappa is too uncertain to be shown.
pub const ENOUGH_SHARED: i64 = 20;

/// The agreement of two raters.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Kappa {
    /// How many tasks both judged.
    pub shared: i64,
    /// The share of them on which both decided the same, 0 to 1. None if they share no task.
    pub observed: Option<f64>,
    /// The coefficient, at most 1; 0 is agreement by chance, less is disagreement.
    pub kappa: Option<f64>,
    /// Why there is no coefficient.
    pub undefined: Option<Undefined>,
}

/// Why there is no kappa.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Undefined {
    /// The two judged no task in common.
    NothingShared,
    /// Both always gave the same answer, so chance alone would give full agreement.
    NoVariation,
}

impl Kappa {
    /// Whether the two share enough tasks for the coefficient to be shown.
    pub fn is_shown(&self) -> bool {
        self.shared >= ENOUGH_SHARED
    }
}

/// Computes Cohen's kappa; depends on which response is stored first.
pub fn plain(table: &CrossTable) -> Kappa {
    let (kappa, undefined) = match coefficient(table) {
        Ok(kappa) => (Some(kappa), None),
        Err(reason) => (None, Some(reason)),
    };
    let shared = table.total();
    let observed = (shared > 0).then(|| table.agreeing() as f64 / shared as f64);
    Kappa { shared, observed, kappa, undefined }
}

/// Computes the kappa of the tasks stacked with their mirror images; does not depend on which
/// response is stored first. Shared tasks and observed agreement are those of the tasks alone.
pub fn symmetric(table: &CrossTable) -> Kappa {
    let stacked = plain(&table.stacked());
    Kappa { shared: table.total(), ..stacked }
}

/// Multiplies `P_o` and `P_e` by the square of the number of tasks. Whole numbers recognise full
/// agreement by chance exactly.
fn coefficient(table: &CrossTable) -> std::result::Result<f64, Undefined> {
    let total = i128::from(table.total());
    if total == 0 {
        return Err(Undefined::NothingShared);
    }
    let product = |category| i128::from(table.row(category)) * i128::from(table.column(category));
    let expected: i128 = (0..3).map(product).sum();
    let possible = total * total - expected;
    if possible == 0 {
        return Err(Undefined::NoVariation);
    }
    let observed = i128::from(table.agreeing()) * total;
    Ok((observed - expected) as f64 / possible as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(cells: [[i64; 3]; 3]) -> CrossTable {
        CrossTable { cells }
    }

    #[test]
    fn the_example_of_cohen_has_a_kappa_of_492() {
        // Cohen 1968, "Weighted kappa", Psychological Bulletin 70, 213-220, table 1: two judges,
        // 200 cases, three diagnoses; P_o = .70, P_e = .41, kappa = .492.
        let diagnoses = table([[88, 14, 18], [10, 40, 10], [2, 6, 12]]);

        let kappa = plain(&diagnoses);

        assert_eq!(kappa.shared, 200);
        assert_eq!(kappa.observed, Some(0.7));
        assert!((kappa.kappa.unwrap() - 0.29 / 0.59).abs() < 1e-12);
        assert_eq!(format!("{:.3}", kappa.kappa.unwrap()), "0.492");
    }

    #[test]
    fn the_example_of_bonnardel_has_a_kappa_of_654() {
        // P. Bonnardel, documentation of the program Kappa: P_o = 0.770, P_e = 0.336, K = 0.654.
        let kappa = plain(&table([[25, 3, 5], [6, 32, 8], [1, 0, 20]]));

        assert_eq!(kappa.observed, Some(0.77));
        assert_eq!(format!("{:.3}", kappa.kappa.unwrap()), "0.654");
    }

    #[test]
    fn raters_who_always_prefer_the_same_side_have_only_a_symmetric_kappa() {
        let always_first = table([[30, 0, 0], [0; 3], [0; 3]]);

        assert_eq!(plain(&always_first).kappa, None);
        assert_eq!(plain(&always_first).undefined, Some(Undefined::NoVariation));
        assert_eq!(symmetric(&always_first).kappa, Some(1.0));
        assert_eq!(symmetric(&always_first).shared, 30);
    }

    #[test]
    fn raters_who_see_only_ties_have_no_kappa_at_all() {
        let always_tie = table([[0; 3], [0; 3], [0, 0, 30]]);

        assert_eq!(symmetric(&always_tie).undefined, Some(Undefined::NoVariation));
        assert_eq!(symmetric(&always_tie).observed, Some(1.0));
    }

    #[test]
    fn raters_who_share_no_task_have_no_kappa() {
        let kappa = plain(&CrossTable::default());

        assert_eq!((kappa.observed, kappa.kappa), (None, None));
        assert_eq!(kappa.undefined, Some(Undefined::NothingShared));
    }

    #[test]
    fn kappa_is_shown_from_twenty_shared_tasks_on() {
        let shared = |tasks: i64| plain(&table([[tasks - 1, 0, 0], [0, 1, 0], [0; 3]]));

        assert!(!shared(19).is_shown());
        assert!(shared(20).is_shown());
    }
}
