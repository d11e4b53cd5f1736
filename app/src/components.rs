//! Parts that several pages share.

/// A verdict as chosen on the scale.
pub mod choice;
/// The label of a shortcut.
pub mod command_label;
/// A second question before a final action.
pub mod confirm;
/// A secret with a button to copy it.
pub mod copy;
/// Points in time, in UTC.
pub mod date;
/// A text input with label and error.
pub mod field;
/// The header around every page.
pub mod frame;
/// The document's title and tags.
pub mod head;
/// The current address.
pub mod here;
/// The choice of a language.
pub mod languages;
/// Navigation with a full page load.
pub mod leave;
/// Tables with many rows and long names.
pub mod long_table;
/// Content for managers only.
pub mod managers_only;
/// Rendered Markdown, the only markup that is inserted as it is.
pub mod markdown;
/// The site's navigation.
pub mod menu;
/// The panel of a menu.
pub mod menu_items;
/// The confirmation of a change, below the header.
pub mod notices;
/// Numbers with sensible digits.
pub mod number;
/// A number input with label and error.
pub mod number_field;
/// The content of a remote call, or its error.
pub mod outcome;
/// Plots as SVG.
pub mod plot;
/// An error in place of a page.
pub mod problem;
/// Title, status and tabs of a project.
pub mod project_frame;
/// The form for the overall question.
pub mod question;
/// The form for the rationale rule.
pub mod rationale;
/// The error above a form.
pub mod refusal;
/// The choice of a role.
pub mod role_choice;
/// The form for a scale.
pub mod scale;
/// The options of each step, and the answers to it.
pub mod step_options;
/// A multi-line input with label and error.
pub mod text_area;
