//! Refusals in the reader's language.
//!
//! The server words them, so that most pages need none of these texts in the browser.

use domain::Error;
use domain::reason::Reason;

use crate::components::keys::meaning;
use crate::language::{common, judge, refusals as say};

/// The same refusal with its reason as a sentence.
pub fn in_words(error: Error) -> Error {
    error.map_reason(|reason| Reason::Worded { text: sentence(&reason) })
}

/// A refusal as the API sends it, in words. The import page calls the API itself.
pub fn of_api(body: &str) -> Option<Error> {
    let error: Error = serde_json::from_str(body).ok()?;
    let reason: Option<Reason> = serde_json::from_str(body).ok();
    Some(in_words(error.map_reason(|text| reason.unwrap_or(text))))
}

/// A reason as a sentence.
pub fn sentence(reason: &Reason) -> String {
    let fixed = match reason {
        Reason::Worded { text } => return text.clone(),
        Reason::OneOf { values } => return say::one_of(values),
        Reason::Between { least, most } => return say::between(*least, *most),
        Reason::OnePerResponse { responses } => return say::one_per_response(*responses),
        Reason::WrongForm { form } => return say::wrong_form(form),
        Reason::TooManyAssignments { most } => return say::too_many_assignments(*most),
        Reason::NotJson { detail } => return say::not_json(detail),
        Reason::BadValue { detail } => return say::bad_value(detail),
        Reason::TooManyBytes { most } => return say::too_many_bytes(*most),
        Reason::FieldTooLarge { most } => return say::field_too_large(*most),
        Reason::TooManyFields { most } => return say::too_many_fields(*most),
        Reason::TooMuchBeforeFile { most } => return say::too_much_before_file(*most),
        Reason::TooLong { most } => return say::too_long(*most),
        Reason::Length { least, most } => return say::length(*least, *most),
        Reason::NameLength { most } => return say::name_length(*most),
        Reason::LetterTaken { letter, by } => {
            return say::letter_taken(&letter.to_string(), meaning(*by));
        }
        Reason::LabelLength { most } => return say::label_length(*most),
        Reason::TooManyCriteria { most } => return say::too_many_criteria(*most),
        Reason::ListLength { least, most } => return say::list_length(*least, *most),
        Reason::InvalidKey { most } => return say::invalid_key(*most),
        Reason::DuplicateKey { key } => return say::duplicate_key(key),
        Reason::MissingCriterion { name } => return common::missing_criterion(name),
        Reason::MissingRationale { least } => return judge::why_missing(*least),
        Reason::ShortRationale { least, length } => return judge::why_short(*least, *length),
        Reason::TooManySpans { most } => return say::too_many_spans(*most),
        Reason::TooManyInProgress { most } => return say::too_many_in_progress(*most),
        Reason::OnlyAdmins => say::only_admins(),
        Reason::OnlyMembers => say::only_members(),
        Reason::OnlyAdjudicators => say::only_adjudicators(),
        Reason::OnlyManagers => say::only_managers(),
        Reason::NulCharacter => say::nul_character(),
        Reason::EmailInvalid => say::email_invalid(),
        Reason::EmailTaken => say::email_taken(),
        Reason::WrongCredentials => say::wrong_credentials(),
        Reason::WrongPassword => say::wrong_password(),
        Reason::PasswordTooShort => say::password_too_short(),
        Reason::PasswordTooLong => say::password_too_long(),
        Reason::PasswordIsPersonal => say::password_is_personal(),
        Reason::PasswordTooCommon => say::password_too_common(),
        Reason::WrongSetUpCode => say::wrong_set_up_code(),
        Reason::FirstAdminExists => say::first_admin_exists(),
        Reason::LastAdmin => say::last_admin(),
        Reason::ResetLinkInvalid => say::reset_link_invalid(),
        Reason::OwnPasswordReset => say::own_password_reset(),
        Reason::AccountDisabled => say::account_disabled(),
        Reason::TokenDaysOutOfRange => say::token_days_out_of_range(),
        Reason::NoAccount => say::no_account(),
        Reason::AlreadyMember => say::already_member(),
        Reason::InvitationInvalid => say::invitation_invalid(),
        Reason::LetterRequired => say::letter_required(),
        Reason::OverlapOutOfRange => say::overlap_out_of_range(),
        Reason::LeaseOutOfRange => say::lease_out_of_range(),
        Reason::RepeatShareOutOfRange => say::repeat_share_out_of_range(),
        Reason::QuestionTypeFixed => say::question_type_fixed(),
        Reason::ScalePointsOutOfRange => say::scale_points_out_of_range(),
        Reason::LevelCountOutOfRange => say::level_count_out_of_range(),
        Reason::ThumbsNeedTwoLevels => say::thumbs_need_two_levels(),
        Reason::LabelPerLevel => say::label_per_level(),
        Reason::OnlyPairsCompare => say::only_pairs_compare(),
        Reason::OnlyPairsHaveVerdicts => say::only_pairs_have_verdicts(),
        Reason::ShareOutOfRange => say::share_out_of_range(),
        Reason::MinLengthOutOfRange => say::min_length_out_of_range(),
        Reason::MissingVerdict => common::missing_verdict(),
        Reason::MissingRanking => common::missing_ranking(),
        Reason::MissingBest => common::missing_best(),
        Reason::MissingWorst => common::missing_worst(),
        Reason::MissingRating => common::missing_rating(),
        Reason::MissingRewrite => common::missing_rewrite(),
        Reason::MissingConfidence => common::missing_confidence(),
        Reason::RankGap => say::rank_gap(),
        Reason::SharedRank => say::shared_rank(),
        Reason::BestIsWorst => say::best_is_worst(),
        Reason::EmptyRewrite => say::empty_rewrite(),
        Reason::UnchangedRewrite => say::unchanged_rewrite(),
        Reason::AnswerMismatch => say::answer_mismatch(),
        Reason::SkipCommentRequired => judge::skip_comment_missing(),
        Reason::AlreadyJudged => say::already_judged(),
        Reason::AlreadySkipped => say::already_skipped(),
        Reason::NotClaimed => say::not_claimed(),
        Reason::Archived => say::archived(),
        Reason::NotJudged => say::not_judged(),
        Reason::NewerJudgmentExists => say::newer_judgment_exists(),
        Reason::FileRequired => say::file_required(),
        Reason::FileEmpty => say::file_empty(),
        Reason::UploadInterrupted => say::upload_interrupted(),
        Reason::ImportRunning => say::import_running(),
        Reason::ImportStalled => say::import_stalled(),
        Reason::ProtocolChanged => say::protocol_changed(),
        Reason::TokenScope => say::token_scope(),
        Reason::UnknownProtocolVersion => say::unknown_protocol_version(),
        Reason::NotAsked => say::not_asked(),
        Reason::NotAskedAfterVerdict => say::not_asked_after_verdict(),
        Reason::UnknownCriterion => say::unknown_criterion(),
        Reason::UnknownResponse => say::unknown_response(),
        Reason::DuplicateChoice => say::duplicate_choice(),
        Reason::TooManyChoices => say::too_many_choices(),
        Reason::MissingGrade => say::missing_grade(),
        Reason::GradeNotAllowed => say::grade_not_allowed(),
        Reason::GradeContradictsVerdict => say::grade_contradicts_verdict(),
        Reason::EmptySpan => say::empty_span(),
        Reason::SpanOutsideText => say::span_outside_text(),
        Reason::DuplicateSpan => say::duplicate_span(),
        Reason::DuplicateFlag => say::duplicate_flag(),
        Reason::CommentWithoutFlag => say::comment_without_flag(),
        Reason::IdTaken => say::id_taken(),
        Reason::NotJsonType => say::not_json_type(),
        Reason::MissingField => say::missing_field(),
        Reason::UnknownField => say::unknown_field(),
        Reason::BodyTooLarge => say::body_too_large(),
        Reason::BodyCutOff => say::body_cut_off(),
        Reason::BodyStalled => say::body_stalled(),
        Reason::FileNotFirst => say::file_not_first(),
        Reason::WrongMethod => say::wrong_method(),
        Reason::UnknownHost => say::unknown_host(),
        Reason::UnnamedHost => say::unnamed_host(),
        Reason::OtherSite => say::other_site(),
        Reason::HttpsRequired => say::https_required(),
    };
    fixed.to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::language::{LANGUAGES, Language, in_language};

    /// A reason of each code, with values that suit every one of them.
    fn every_reason() -> impl Iterator<Item = Reason> {
        Reason::codes().iter().map(|code| {
            let reason = json!({
                "code": code, "text": "x", "values": "a, b", "least": 2, "most": 9, "length": 1,
                "responses": 2, "letter": "F", "by": "flip", "name": "Style", "key": "style",
                "form": "grade", "detail": "x",
            });
            serde_json::from_value(reason).unwrap_or_else(|error| panic!("{code}: {error}"))
        })
    }

    #[test]
    fn every_code_has_words_in_every_language() {
        for (at, Language { code, .. }) in LANGUAGES.iter().enumerate() {
            for reason in every_reason() {
                let text = in_language(at, || sentence(&reason));

                let is_english = text == in_language(0, || sentence(&reason));
                let is_given = matches!(reason, Reason::Worded { .. });
                assert!(!text.trim().is_empty(), "{code}: {}", reason.code());
                assert_eq!(is_english, is_given || *code == "en", "{text}");
            }
        }
    }

    #[test]
    fn a_refusal_of_the_api_is_worded_by_its_code() {
        let body = |code: &str| -> Value {
            json!({ "error": "invalid", "field": "name", "code": code, "most": 200, "reason": "x" })
        };
        for (code, sentence) in
            [("name_length", say::name_length(200_usize)), ("later", "x".into())]
        {
            let reason = Reason::Worded { text: sentence };
            assert_eq!(of_api(&body(code).to_string()), Some(Error::invalid("name", reason)));
        }
    }
}
