//! Kendall's tau-b: how far two orders of the same things agree, with ties allowed.
//!
//! `tau_b = (C - D) / sqrt((n0 - n1) (n0 - n2))`: of the `n0 = n(n-1)/2` pairs of things, C are
//! in the same order on both sides and D in opposite ones; `n1` are tied on the first side and
//! `n2` on the second (Kendall 1945, "The treatment of ties in ranking problems", Biometrika 33,
//! 239-251; Kendall, "Rank Correlation Methods", chapter 3). The same as variant b of
//! `scipy.stats.kendalltau`. 1 is the same order with the same ties, -1 the opposite order, and 0
//! is expected by chance.

use std::collections::BTreeMap;

/// How often which two values met: enough to compute tau-b of any number of things that have few
/// different values.
#[derive(Debug, Clone, Default)]
pub struct Table(BTreeMap<(u8, u8), i64>);

impl Table {
    /// Adds a thing with its value on each side.
    pub fn add(&mut self, first: u8, second: u8) {
        *self.0.entry((first, second)).or_default() += 1;
    }

    /// How many things there are.
    pub fn total(&self) -> i64 {
        self.0.values().sum()
    }

    /// Computes tau-b. None where one side ties everything, as with fewer than two things.
    pub fn tau_b(&self) -> Option<f64> {
        let cells: Vec<((u8, u8), i64)> = self.0.iter().map(|(at, n)| (*at, *n)).collect();
        // Of all pairs of things: those in the same order less those in opposite ones, and those
        // that are not tied on a side.
        let (mut balance, mut untied_first, mut untied_second) = (0, 0, 0);
        for (place, ((first, second), n)) in cells.iter().enumerate() {
            for ((other_first, other_second), other_n) in &cells[place + 1..] {
                let pairs = n * other_n;
                let order = i64::from(first.cmp(other_first) as i8);
                let other_order = i64::from(second.cmp(other_second) as i8);
                balance += pairs * order * other_order;
                untied_first += pairs * order.abs();
                untied_second += pairs * other_order.abs();
            }
        }
        if untied_first == 0 || untied_second == 0 {
            return None;
        }
        let tau = balance as f64 / (untied_first as f64).sqrt() / (untied_second as f64).sqrt();
        Some(tau.clamp(-1.0, 1.0))
    }
}

impl FromIterator<(u8, u8)> for Table {
    fn from_iter<I: IntoIterator<Item = (u8, u8)>>(values: I) -> Self {
        let mut table = Self::default();
        values.into_iter().for_each(|(first, second)| table.add(first, second));
        table
    }
}

/// Tau-b of two orders of the same things, given by the value of each.
pub fn tau_b(first: &[u8], second: &[u8]) -> Option<f64> {
    let values: Table = first.iter().copied().zip(second.iter().copied()).collect();
    values.tau_b()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(tau: Option<f64>, expected: f64) {
        let tau = tau.expect("there is variation");
        assert!((tau - expected).abs() < 1e-12, "{tau} is not {expected}");
    }

    #[test]
    fn published_values_come_out() {
        // The example in the documentation of scipy.stats.kendalltau, with ties on both sides.
        near(tau_b(&[12, 2, 1, 12, 2], &[1, 4, 7, 1, 0]), -0.471_404_520_791_031_73);
    }

    #[test]
    fn levels_with_many_ties_come_out_as_in_scipy() {
        // Random levels; the values are those of scipy 1.17.1.
        near(
            tau_b(&[2, 4, 1, 1, 5, 1, 3, 5, 1, 5, 2, 1], &[1, 5, 2, 1, 4, 1, 5, 5, 1, 5, 1, 1]),
            0.640_846_128_710_910_3,
        );
        near(tau_b(&[5, 5, 4, 1, 2], &[3, 5, 3, 1, 3]), 0.755_928_946_018_454_4);
        near(tau_b(&[5, 1, 5, 3, 5, 2, 1, 5], &[5, 1, 5, 1, 5, 1, 3, 3]), 0.619_047_619_047_619_1);
        near(tau_b(&[4, 5, 4, 3, 4, 5, 4, 3], &[4, 4, 3, 2, 2, 5, 4, 5]), 0.279_751_442_472_094_16);
    }

    #[test]
    fn it_is_what_the_definition_says_for_every_two_orders_of_four() {
        let orders: Vec<[u8; 4]> = (0..256_u16)
            .map(|n| [0, 2, 4, 6].map(|bits| u8::try_from((n >> bits) & 3).expect("two bits")))
            .collect();
        for first in &orders {
            for second in &orders {
                let (mut balance, mut ones, mut others) = (0.0, 0.0, 0.0);
                for (i, j) in [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)] {
                    let one =
                        f64::from(i8::from(first[i] > first[j]) - i8::from(first[i] < first[j]));
                    let other = f64::from(
                        i8::from(second[i] > second[j]) - i8::from(second[i] < second[j]),
                    );
                    balance += one * other;
                    ones += one * one;
                    others += other * other;
                }
                match tau_b(first, second) {
                    None => assert!(ones * others < 0.5),
                    tau => near(tau, balance / f64::sqrt(ones * others)),
                }
            }
        }
    }

    #[test]
    fn equal_orders_have_one_and_opposite_ones_minus_one() {
        near(tau_b(&[1, 2, 3, 4], &[1, 2, 3, 4]), 1.0);
        near(tau_b(&[1, 2, 3, 4], &[4, 3, 2, 1]), -1.0);
        near(tau_b(&[1, 1, 3], &[2, 2, 6]), 1.0);
        // One tie on one side only: 2 / sqrt(3 * 2).
        near(tau_b(&[1, 2, 3], &[1, 1, 3]), 2.0 / 6.0_f64.sqrt());
    }

    #[test]
    fn without_an_order_on_both_sides_there_is_no_tau() {
        assert_eq!(tau_b(&[], &[]), None);
        assert_eq!(tau_b(&[1], &[1]), None);
        assert_eq!(tau_b(&[1, 1, 1], &[1, 2, 3]), None);
        assert_eq!(tau_b(&[1, 2, 3], &[2, 2, 2]), None);
    }
}
