//! Chance from a seed: the same numbers always give the same outcome, on every machine.

/// A well mixed number from the given ones (SplitMix64, Steele, Lea and Flood 2014).
///
/// For shuffling and balancing, never for secrets.
pub fn mix(numbers: &[u64]) -> u64 {
    numbers.iter().fold(0, |state, number| {
        let mut z = (state ^ number).wrapping_add(0x9e37_79b9_7f4a_7c15);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    })
}

/// The two halves of an id as numbers to mix.
pub fn halves(id: uuid::Uuid) -> [u64; 2] {
    let (high, low) = id.as_u64_pair();
    [high, low]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_far_apart() {
        let ones: u32 = (0..1_000).map(|n| (mix(&[n]) ^ mix(&[n + 1])).count_ones()).sum();

        assert!((31_000..33_000).contains(&ones), "{ones} of 64,000 bits differ");
    }
}
