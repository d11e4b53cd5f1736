//! What the keys of the judge page do, in words.

use domain::keys::Command;

use crate::language::judge as say;

/// What a letter does.
pub fn meaning(command: Command) -> &'static str {
    match command {
        Command::ABetter => say::keys_a_better(),
        Command::BBetter => say::keys_b_better(),
        Command::Tie => say::keys_tie(),
        Command::BothGood => say::keys_both_good(),
        Command::BothBad => say::keys_both_bad(),
        Command::NextStep => say::keys_next_step(),
        Command::PreviousStep => say::keys_previous_step(),
        Command::Explain => say::keys_why(),
        Command::MarkGood => say::keys_mark_good(),
        Command::MarkWrong => say::keys_mark_wrong(),
        Command::MarkVerbose => say::keys_mark_verbose(),
        Command::Skip => say::keys_skip(),
        Command::Flag => say::keys_flag(),
        Command::Reopen => say::keys_undo(),
        Command::Columns => say::keys_columns(),
        Command::Together => say::keys_together(),
        Command::NextDifference => say::keys_next_difference(),
        Command::PreviousDifference => say::keys_previous_difference(),
        Command::Dim => say::keys_dim(),
        Command::Flip => say::keys_flip(),
        Command::Raw => say::keys_raw(),
        Command::Guidelines => say::keys_guidelines(),
    }
}
