//! Tables for people.

use std::time::Duration;

/// Prints a row of cells, 14 characters each.
pub fn row(cells: &[String]) {
    let cells: Vec<String> = cells.iter().map(|cell| format!("{cell:>14}")).collect();
    println!("{}", cells.join(""));
}

/// Prints a heading.
pub fn head(cells: &[&str]) {
    println!();
    row(&cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>());
}

/// The duration below which `share` of the durations lie, in milliseconds.
pub fn quantile(durations: &mut [Duration], share: f64) -> String {
    durations.sort_unstable();
    let last = durations.len().saturating_sub(1);
    let place = ((last as f64) * share).round() as usize;
    durations
        .get(place)
        .map_or_else(String::new, |duration| format!("{:.2} ms", duration.as_secs_f64() * 1_000.0))
}
