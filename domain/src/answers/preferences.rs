//! Preferences: what a ranking, or a best and a worst, say about every two responses.

use super::Answers;

/// How two responses stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Order {
    /// The first of the two is better, by so many ranks.
    First(u8),
    /// The second is better, by so many ranks.
    Second(u8),
    /// They share a rank.
    Tie,
}

/// What a judgment says about the responses at two places, the first place below the second.
pub type Preferences = Vec<([usize; 2], Order)>;

impl Answers {
    /// Every two of so many responses about which something was said, in the order of their places.
    ///
    /// A ranking of k responses says something about all k(k-1)/2 pairs, a best and a worst about
    /// 2k-3 of them: nothing is known among those between.
    pub fn preferences(&self, responses: usize) -> Preferences {
        let mut found = Preferences::new();
        for first in 0..responses {
            for second in first + 1..responses {
                if let Some(order) = self.order(first, second) {
                    found.push(([first, second], order));
                }
            }
        }
        found
    }

    /// Twice the rank of each of so many responses: responses that share ranks have the mean of
    /// these, so that all ranks add up to the same. Those between the best and the worst share
    /// theirs. None where there is no order.
    pub fn doubled_ranks(&self, responses: usize) -> Option<Vec<u8>> {
        let place = |place: usize| -> Option<u8> {
            if let [_, ..] = self.ranking[..] {
                return self.ranking.get(place).copied();
            }
            let (best, worst) = (self.best.map(usize::from)?, self.worst.map(usize::from)?);
            Some(if place == best {
                1
            } else if place == worst {
                3
            } else {
                2
            })
        };
        let places: Vec<u8> = (0..responses).map(place).collect::<Option<_>>()?;
        let doubled = |place: &u8| {
            let better = places.iter().filter(|other| *other < place).count();
            let sharing = places.iter().filter(|other| *other == place).count();
            u8::try_from(2 * better + sharing + 1).ok()
        };
        places.iter().map(doubled).collect()
    }

    fn order(&self, first: usize, second: usize) -> Option<Order> {
        if let (Some(one), Some(other)) = (self.ranking.get(first), self.ranking.get(second)) {
            return Some(match one.cmp(other) {
                std::cmp::Ordering::Less => Order::First(other - one),
                std::cmp::Ordering::Equal => Order::Tie,
                std::cmp::Ordering::Greater => Order::Second(one - other),
            });
        }
        let (best, worst) = (self.best.map(usize::from)?, self.worst.map(usize::from)?);
        // Best, between and worst are two ranks apart.
        let apart = |place: usize| if place == best || place == worst { 2 } else { 1 };
        if best == first || worst == second {
            Some(Order::First(apart(first).min(apart(second))))
        } else if best == second || worst == first {
            Some(Order::Second(apart(first).min(apart(second))))
        } else {
            None
        }
    }
}
