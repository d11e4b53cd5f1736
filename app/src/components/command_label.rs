//! What the keys of the judge page do, in words.

use domain::keys::Command;

use crate::language::judge as t;

/// What a letter does.
pub fn command_label(command: Command) -> &'static str {
    match command {
        Command::ABetter => t::keys_a_better(),
        Command::BBetter => t::keys_b_better(),
        Command::Tie => t::keys_tie(),
        Command::BothGood => t::keys_both_good(),
        Command::BothBad => t::keys_both_bad(),
        Command::NextStep => t::keys_next_step(),
        Command::PreviousStep => t::keys_previous_step(),
        Command::Explain => t::keys_why(),
        Command::MarkGood => t::keys_mark_good(),
        Command::MarkWrong => t::keys_mark_wrong(),
        Command::MarkVerbose => t::keys_mark_verbose(),
        Command::Skip => t::keys_skip(),
        Command::Flag => t::keys_flag(),
        Command::Reopen => t::keys_undo(),
        Command::Columns => t::keys_columns(),
        Command::Together => t::keys_together(),
        Command::NextDifference => t::keys_next_difference(),
        Command::PreviousDifference => t::keys_previous_difference(),
        Command::Dim => t::keys_dim(),
        Command::Flip => t::keys_flip(),
        Command::Raw => t::keys_raw(),
        Command::Guidelines => t::keys_guidelines(),
    }
}
