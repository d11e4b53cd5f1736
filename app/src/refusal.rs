//! Refusals in the language of whoever reads them.
//!
//! The server puts them in words, so that the browser, which gets them as text, has no need to
//! know them all.

use domain::Error;
use domain::reason::Reason;

use crate::components::keys::meaning;
use crate::language::{common, judge, refusals as say};

/// The same refusal, its reason a sentence.
pub fn in_words(error: Error) -> Error {
    error.map_reason(|reason| Reason::Text(sentence(&reason)))
}

/// What the API says about uploads, which a script sends there itself: its texts stand for the
/// reasons that they belong to.
pub fn recognised(error: Error) -> Error {
    const OF_UPLOADS: [Reason; 8] = [
        Reason::OnlyManagers,
        Reason::NulCharacter,
        Reason::Archived,
        Reason::FileEmpty,
        Reason::UploadCutOff,
        Reason::ImportRunning,
        Reason::ImportSwept,
        Reason::QuestionChanged,
    ];
    error.map_reason(|reason| {
        let text = reason.to_string();
        OF_UPLOADS.into_iter().find(|known| known.to_string() == text).unwrap_or(reason)
    })
}

/// A reason as a sentence.
pub fn sentence(reason: &Reason) -> String {
    let fixed = match reason {
        Reason::Text(text) => return capitalised(text),
        Reason::TooLong { most } => return say::too_long(*most),
        Reason::Length { least, most } => return say::length(*least, *most),
        Reason::Name { most } => return say::name(*most),
        Reason::LetterTaken { letter, by } => {
            return say::letter_taken(&letter.to_string(), meaning(*by));
        }
        Reason::Label { most } => return say::label(*most),
        Reason::TooManyCriteria { most } => return say::too_many_criteria(*most),
        Reason::ListLength { least, most } => return say::list_length(*least, *most),
        Reason::KeyForm { most } => return say::key_form(*most),
        Reason::KeyTwice { key } => return say::key_twice(key),
        Reason::OpenCriterion { name } => return common::missing_criterion(name),
        Reason::OpenRationale { least } => return judge::why_missing(*least),
        Reason::ShortRationale { least, length } => return judge::why_short(*least, *length),
        Reason::TooManySpans { most } => return say::too_many_spans(*most),
        Reason::HandsFull { most } => return say::hands_full(*most),
        Reason::OnlyAdmins => say::only_admins(),
        Reason::OnlyMembers => say::only_members(),
        Reason::OnlyAdjudicators => say::only_adjudicators(),
        Reason::OnlyManagers => say::only_managers(),
        Reason::NulCharacter => say::nul_character(),
        Reason::NoEmail => say::no_email(),
        Reason::EmailTaken => say::email_taken(),
        Reason::WrongSignIn => say::wrong_sign_in(),
        Reason::WrongPassword => say::wrong_password(),
        Reason::PasswordShort => say::password_short(),
        Reason::PasswordLong => say::password_long(),
        Reason::PasswordOfOwner => say::password_of_owner(),
        Reason::PasswordGuessed => say::password_guessed(),
        Reason::WrongCode => say::wrong_code(),
        Reason::FirstAdminMade => say::first_admin_made(),
        Reason::LastAdmin => say::last_admin(),
        Reason::ResetGone => say::reset_gone(),
        Reason::OwnReset => say::own_reset(),
        Reason::AccountDisabled => say::account_disabled(),
        Reason::TokenDays => say::token_days(),
        Reason::NoAccount => say::no_account(),
        Reason::MemberAlready => say::member_already(),
        Reason::InvitationGone => say::invitation_gone(),
        Reason::NoLetter => say::no_letter(),
        Reason::Overlap => say::overlap(),
        Reason::Lease => say::lease(),
        Reason::RepeatShare => say::repeat_share(),
        Reason::KindStays => say::kind_stays(),
        Reason::ScalePoints => say::scale_points(),
        Reason::LevelCount => say::level_count(),
        Reason::ThumbLevels => say::thumb_levels(),
        Reason::LabelPerLevel => say::label_per_level(),
        Reason::OnlyPairsCompare => say::only_pairs_compare(),
        Reason::OnlyPairsHaveVerdicts => say::only_pairs_have_verdicts(),
        Reason::Share => say::share(),
        Reason::MinLength => say::min_length(),
        Reason::OpenVerdict => common::missing_verdict(),
        Reason::OpenRanking => common::missing_ranking(),
        Reason::OpenBest => common::missing_best(),
        Reason::OpenWorst => common::missing_worst(),
        Reason::OpenRating => common::missing_rating(),
        Reason::OpenRewrite => common::missing_rewrite(),
        Reason::OpenConfidence => common::missing_confidence(),
        Reason::RankLeftOut => say::rank_left_out(),
        Reason::RankShared => say::rank_shared(),
        Reason::BestIsWorst => say::best_is_worst(),
        Reason::EmptyRewrite => say::empty_rewrite(),
        Reason::UnchangedRewrite => say::unchanged_rewrite(),
        Reason::NoAnswer => say::no_answer(),
        Reason::SkipUnexplained => judge::skip_comment_missing(),
        Reason::JudgedAlready => say::judged_already(),
        Reason::SkippedAlready => say::skipped_already(),
        Reason::NotClaimed => say::not_claimed(),
        Reason::Archived => say::archived(),
        Reason::NotJudged => say::not_judged(),
        Reason::NotTheLast => say::not_the_last(),
        Reason::NoFile => say::no_file(),
        Reason::FileEmpty => say::file_empty(),
        Reason::UploadCutOff => say::upload_cut_off(),
        Reason::ImportRunning => say::import_running(),
        Reason::ImportSwept => say::import_swept(),
        Reason::QuestionChanged => say::question_changed(),
    };
    fixed.to_owned()
}

/// A text without capital and full stop as a sentence; a sentence stays as it is.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    let end = if text.is_empty() || text.ends_with(['.', '!', '?']) { "" } else { "." };
    first.chain(letters).chain(end.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_api_says_about_an_upload_is_put_in_words() {
        for (read, said) in [
            (Error::invalid("file", "the file is empty"), "The file is empty."),
            (Error::conflict("a reason of its own; say so"), "A reason of its own; say so."),
            (Error::invalid("form", "Said before."), "Said before."),
        ] {
            let said = Reason::Text(said.to_owned());
            assert_eq!(in_words(recognised(read.clone())), read.map_reason(|_| said));
        }
        let known = Error::conflict(Reason::ImportRunning.to_string());
        assert_eq!(recognised(known), Error::conflict(Reason::ImportRunning));
    }
}
