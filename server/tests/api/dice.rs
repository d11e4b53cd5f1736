//! Numbers that look random and are the same in every run.

/// Where a run of numbers begins.
pub struct Dice(pub u64);

impl Dice {
    /// The next number from 0 to `end`, which is never thrown itself.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) % end
    }

    /// One of these.
    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        let end = u64::try_from(of.len()).unwrap();
        &of[usize::try_from(self.below(end)).unwrap()]
    }
}
