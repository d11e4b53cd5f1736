//! The parts that the page is built from.

/// Messages about connection, session and refusals.
mod banner;
/// The suggestion to take a break.
mod break_hint;
/// Two columns that scroll together.
pub mod columns;
/// The prompt and its responses.
pub mod comparison;
/// The dialog to flag a task or a response.
mod flags;
/// The guidelines, and the note that they changed.
mod guidelines;
/// The list of keyboard shortcuts.
mod key_list;
/// Highlights: differences and marked passages.
pub mod marks;
/// A dialog.
mod modal;
/// All dialogs of the page.
pub mod modals;
/// The whole page.
pub mod page;
/// One step of the protocol and its options.
mod question;
/// The field for a ranking.
mod ranking;
/// The field for a rationale.
mod rationale_field;
/// The field for a better response.
pub mod rewrite;
/// View options that the browser remembers.
pub mod saved_view;
/// Scrolling within a column.
mod scrolling;
/// The dialog to skip a task.
mod skip;
/// The list of marked passages.
mod spans;
/// The page without a task.
mod states;
/// The list of steps.
mod steps;
/// A made-up task, for the page where a protocol is designed.
pub mod task_preview;
/// The current task, and those rendered ahead.
mod task_stack;
/// Project, progress, saving state and help.
mod toolbar;
/// The current step, skip and submit.
mod verdict_bar;
/// The menu of view options.
mod view_menu;
/// How the responses are shown.
pub mod view_options;
