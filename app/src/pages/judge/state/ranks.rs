//! A ranking while it is made.
//!
//! Stored as one rank for each response, in the order shown. 0 means no rank yet.

/// The target of a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Without a rank.
    Tray,
    /// On a new rank before this one. One past the last rank is the end.
    Before(u8),
    /// Tied with the responses on this rank.
    With(u8),
}

/// The ranks of `n` responses. Responses without an earlier rank have none.
pub fn of(ranks: &[u8], n: usize) -> Vec<u8> {
    match ranks.len() == n {
        true => ranks.to_vec(),
        false => vec![0; n],
    }
}

/// The last rank in use, or 0.
pub fn last(ranks: &[u8]) -> u8 {
    ranks.iter().copied().max().unwrap_or(0)
}

/// The responses on each rank, best first.
pub fn groups(ranks: &[u8]) -> Vec<Vec<usize>> {
    let on = |rank: u8| (0..ranks.len()).filter(move |n| ranks[*n] == rank).collect();
    (1..=last(ranks)).map(on).collect()
}

/// The responses without a rank.
pub fn tray(ranks: &[u8]) -> Vec<usize> {
    (0..ranks.len()).filter(|n| ranks[*n] == 0).collect()
}

/// Moves response `n`.
pub fn put(ranks: &mut [u8], n: usize, place: Place) {
    let Some(before) = ranks.get(n).copied() else { return };
    // Doubled, so that there is room between two ranks.
    let target = match place {
        Place::Tray => 0,
        Place::Before(rank) => (2 * u32::from(rank)).saturating_sub(1).max(1),
        Place::With(rank) => 2 * u32::from(rank),
    };
    let mut wide: Vec<u32> = ranks.iter().map(|rank| 2 * u32::from(*rank)).collect();
    if place == Place::With(before) {
        return;
    }
    wide[n] = target;
    let mut taken: Vec<u32> = wide.iter().copied().filter(|rank| *rank > 0).collect();
    taken.sort_unstable();
    taken.dedup();
    for (rank, wide) in ranks.iter_mut().zip(wide) {
        let place = taken.binary_search(&wide).ok().and_then(|place| u8::try_from(place + 1).ok());
        *rank = place.unwrap_or(0);
    }
}

/// Handles the number key of a response: gives it the next rank, or removes its rank.
pub fn toggle(ranks: &mut [u8], n: usize) {
    let place = match ranks.get(n) {
        Some(0) => Place::Before(last(ranks) + 1),
        _ => Place::Tray,
    };
    put(ranks, n, place);
}

/// Ties the last rank with the one before it.
pub fn tie_last(ranks: &mut [u8]) {
    let last = last(ranks);
    if last > 1 {
        ranks.iter_mut().filter(|rank| **rank == last).for_each(|rank| *rank -= 1);
    }
}

/// Removes the responses on the last rank.
pub fn take_back(ranks: &mut [u8]) {
    let last = last(ranks);
    ranks.iter_mut().filter(|rank| **rank == last).for_each(|rank| *rank = 0);
}

/// Moves a ranked response up or down by one step: out of a tie first, or past the next rank.
pub fn step(ranks: &mut [u8], n: usize, up: bool) {
    let Some(rank) = ranks.get(n).copied().filter(|rank| *rank > 0) else { return };
    let is_tied = ranks.iter().filter(|other| **other == rank).count() > 1;
    let place = match (up, is_tied) {
        (true, true) => Place::Before(rank),
        (true, false) => Place::Before(rank.saturating_sub(1)),
        (false, true) => Place::Before(rank + 1),
        (false, false) => Place::Before(rank + 2),
    };
    put(ranks, n, place);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(ranks: &[u8], act: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
        let mut ranks = ranks.to_vec();
        act(&mut ranks);
        ranks
    }

    #[test]
    fn keys_place_one_after_the_other_and_take_back() {
        let placed =
            after(&[0, 0, 0], |ranks| [2, 0, 1].into_iter().for_each(|n| toggle(ranks, n)));

        assert_eq!(placed, [2, 3, 1]);
        assert_eq!(after(&placed, |ranks| toggle(ranks, 0)), [0, 2, 1]);
        assert_eq!(after(&placed, |ranks| tie_last(ranks)), [2, 2, 1]);
        assert_eq!(after(&[2, 2, 1], |ranks| take_back(ranks)), [0, 0, 1]);
        assert_eq!(after(&[1, 0, 0], |ranks| tie_last(ranks)), [1, 0, 0]);
        assert_eq!(after(&[0, 0, 0], |ranks| take_back(ranks)), [0, 0, 0]);
    }

    #[test]
    fn a_response_is_put_between_beside_and_at_either_end() {
        let ranks = [1, 2, 3];

        assert_eq!(after(&ranks, |ranks| put(ranks, 2, Place::Before(1))), [2, 3, 1]);
        assert_eq!(after(&ranks, |ranks| put(ranks, 0, Place::Before(3))), [2, 1, 3]);
        assert_eq!(after(&ranks, |ranks| put(ranks, 0, Place::Before(4))), [3, 1, 2]);
        assert_eq!(after(&ranks, |ranks| put(ranks, 0, Place::With(3))), [2, 1, 2]);
        assert_eq!(after(&ranks, |ranks| put(ranks, 1, Place::Tray)), [1, 0, 2]);
        assert_eq!(after(&ranks, |ranks| put(ranks, 9, Place::Tray)), ranks);
    }

    #[test]
    fn a_response_moves_step_by_step_and_stays_at_the_ends() {
        assert_eq!(after(&[1, 2, 3], |ranks| step(ranks, 2, true)), [1, 3, 2]);
        assert_eq!(after(&[1, 2, 3], |ranks| step(ranks, 0, false)), [2, 1, 3]);
        assert_eq!(after(&[1, 2, 2], |ranks| step(ranks, 2, true)), [1, 3, 2]);
        assert_eq!(after(&[1, 2, 2], |ranks| step(ranks, 1, false)), [1, 3, 2]);
        assert_eq!(after(&[1, 2, 3], |ranks| step(ranks, 0, true)), [1, 2, 3]);
        assert_eq!(after(&[1, 2, 3], |ranks| step(ranks, 2, false)), [1, 2, 3]);
        assert_eq!(after(&[1, 0, 2], |ranks| step(ranks, 1, true)), [1, 0, 2]);
    }

    #[test]
    fn those_on_a_rank_stand_together() {
        assert_eq!(groups(&[2, 1, 2, 0]), [vec![1], vec![0, 2]]);
        assert_eq!(tray(&[2, 1, 2, 0]), [3]);
        assert_eq!(of(&[], 2), [0, 0]);
    }
}
