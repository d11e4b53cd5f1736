//! Plots, drawn as SVG: positions are percentages, so that text keeps its size. Each has a text
//! alternative; the numbers stand in a table beside it.

pub mod interval_bar;
pub mod interval_plot;
pub mod stacked_bar;

pub use self::interval_bar::IntervalBar;
pub use self::interval_plot::{IntervalPlot, IntervalRow};
pub use self::stacked_bar::{Part, StackedBar};
