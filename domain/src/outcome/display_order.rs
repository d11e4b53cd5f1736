//! The order in which a rater saw the responses of a task, and how to undo it.

use crate::id::ResponseId;
use crate::presentation::Presentation;

/// The order in which a rater saw the responses of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisplayOrder {
    /// For each place its position. Holds every position once.
    positions: Vec<usize>,
}

impl DisplayOrder {
    /// The display order of a presentation. `responses` are those of the task in its own order.
    /// `None` if the presentation does not show exactly these.
    pub fn of(presentation: &Presentation, responses: &[ResponseId]) -> Option<Self> {
        if presentation.order.len() != responses.len() {
            return None;
        }
        let mut positions = Vec::with_capacity(responses.len());
        for shown in &presentation.order {
            // A task may hold the same response twice.
            let mut matches =
                (0..responses.len()).filter(|position| responses[*position] == *shown);
            positions.push(matches.find(|position| !positions.contains(position))?);
        }
        Some(Self { positions })
    }

    /// How many responses were shown.
    pub fn len(&self) -> usize {
        self.positions.len()
    }

    /// Whether nothing was shown.
    pub fn is_empty(&self) -> bool {
        self.positions.is_empty()
    }

    /// The position of the response that was shown at a place.
    pub fn position(&self, place: usize) -> Option<usize> {
        self.positions.get(place).copied()
    }

    /// The place at which the response at a position was shown.
    pub fn place(&self, position: usize) -> Option<usize> {
        self.positions.iter().position(|known| *known == position)
    }

    /// The positions from the first place to the last.
    pub fn positions(&self) -> &[usize] {
        &self.positions
    }

    /// Whether the first response of the task was shown later than another one.
    pub fn is_turned(&self) -> bool {
        self.position(0) != Some(0)
    }

    /// Values given for each place, in the order of the task. Values that do not fit the number of
    /// responses are returned unchanged.
    pub fn in_task_order<T: Clone>(&self, shown: &[T]) -> Vec<T> {
        if shown.len() != self.len() {
            return shown.to_vec();
        }
        let mut values: Vec<(usize, &T)> = self.positions.iter().copied().zip(shown).collect();
        values.sort_by_key(|(position, _)| *position);
        values.into_iter().map(|(_, value)| value.clone()).collect()
    }

    /// The position of the response at a place, as answers write them. A place that was not shown
    /// is returned unchanged.
    pub(super) fn short_position(&self, place: u8) -> u8 {
        let position = self.position(usize::from(place));
        position.and_then(|position| u8::try_from(position).ok()).unwrap_or(place)
    }
}
