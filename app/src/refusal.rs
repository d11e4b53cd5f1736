//! Refusals in the reader's language.
//!
//! The server words them, so that most pages need none of these texts in the browser.

use domain::Error;
use domain::reason::Reason;

use crate::components::command_label::command_label;
use crate::language::{common, judge, refusals as t};

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
        Reason::OneOf { values } => return t::one_of(values),
        Reason::Between { least, most } => return t::between(*least, *most),
        Reason::OnePerResponse { responses } => return t::one_per_response(*responses),
        Reason::WrongForm { form } => return t::wrong_form(form),
        Reason::TooManyAssignments { most } => return t::too_many_assignments(*most),
        Reason::NotJson { detail } => return t::not_json(detail),
        Reason::BadValue { detail } => return t::bad_value(detail),
        Reason::TooManyBytes { most } => return t::too_many_bytes(*most),
        Reason::FieldTooLarge { most } => return t::field_too_large(*most),
        Reason::TooManyFields { most } => return t::too_many_fields(*most),
        Reason::TooMuchBeforeFile { most } => return t::too_much_before_file(*most),
        Reason::TooLong { most } => return t::too_long(*most),
        Reason::Length { least, most } => return t::length(*least, *most),
        Reason::NameLength { most } => return t::name_length(*most),
        Reason::LetterTaken { letter, by } => {
            return t::letter_taken(&letter.to_string(), command_label(*by));
        }
        Reason::LabelLength { most } => return t::label_length(*most),
        Reason::TooManyCriteria { most } => return t::too_many_criteria(*most),
        Reason::ListLength { least, most } => return t::list_length(*least, *most),
        Reason::InvalidKey { most } => return t::invalid_key(*most),
        Reason::DuplicateKey { key } => return t::duplicate_key(key),
        Reason::MissingCriterion { name } => return common::missing_criterion(name),
        Reason::MissingRationale { least } => return judge::why_missing(*least),
        Reason::ShortRationale { least, length } => return judge::why_short(*least, *length),
        Reason::TooManySpans { most } => return t::too_many_spans(*most),
        Reason::TooManyInProgress { most } => return t::too_many_in_progress(*most),
        Reason::OnlyAdmins => t::only_admins(),
        Reason::OnlyMembers => t::only_members(),
        Reason::OnlyAdjudicators => t::only_adjudicators(),
        Reason::OnlyManagers => t::only_managers(),
        Reason::NulCharacter => t::nul_character(),
        Reason::EmailInvalid => t::email_invalid(),
        Reason::EmailTaken => t::email_taken(),
        Reason::WrongCredentials => t::wrong_credentials(),
        Reason::WrongPassword => t::wrong_password(),
        Reason::PasswordTooShort => t::password_too_short(),
        Reason::PasswordTooLong => t::password_too_long(),
        Reason::PasswordIsPersonal => t::password_is_personal(),
        Reason::PasswordTooCommon => t::password_too_common(),
        Reason::WrongSetUpCode => t::wrong_set_up_code(),
        Reason::FirstAdminExists => t::first_admin_exists(),
        Reason::LastAdmin => t::last_admin(),
        Reason::ResetLinkInvalid => t::reset_link_invalid(),
        Reason::OwnPasswordReset => t::own_password_reset(),
        Reason::AccountDisabled => t::account_disabled(),
        Reason::TokenDaysOutOfRange => t::token_days_out_of_range(),
        Reason::NoAccount => t::no_account(),
        Reason::AlreadyMember => t::already_member(),
        Reason::InvitationInvalid => t::invitation_invalid(),
        Reason::LetterRequired => t::letter_required(),
        Reason::OverlapOutOfRange => t::overlap_out_of_range(),
        Reason::LeaseOutOfRange => t::lease_out_of_range(),
        Reason::RepeatShareOutOfRange => t::repeat_share_out_of_range(),
        Reason::QuestionTypeFixed => t::question_type_fixed(),
        Reason::ScalePointsOutOfRange => t::scale_points_out_of_range(),
        Reason::LevelCountOutOfRange => t::level_count_out_of_range(),
        Reason::ThumbsNeedTwoLevels => t::thumbs_need_two_levels(),
        Reason::LabelPerLevel => t::label_per_level(),
        Reason::OnlyPairsCompare => t::only_pairs_compare(),
        Reason::OnlyPairsHaveVerdicts => t::only_pairs_have_verdicts(),
        Reason::ShareOutOfRange => t::share_out_of_range(),
        Reason::MinLengthOutOfRange => t::min_length_out_of_range(),
        Reason::MissingVerdict => common::missing_verdict(),
        Reason::MissingRanking => common::missing_ranking(),
        Reason::MissingBest => common::missing_best(),
        Reason::MissingWorst => common::missing_worst(),
        Reason::MissingRating => common::missing_rating(),
        Reason::MissingRewrite => common::missing_rewrite(),
        Reason::MissingConfidence => common::missing_confidence(),
        Reason::RankGap => t::rank_gap(),
        Reason::SharedRank => t::shared_rank(),
        Reason::BestIsWorst => t::best_is_worst(),
        Reason::EmptyRewrite => t::empty_rewrite(),
        Reason::UnchangedRewrite => t::unchanged_rewrite(),
        Reason::AnswerMismatch => t::answer_mismatch(),
        Reason::SkipCommentRequired => judge::skip_comment_missing(),
        Reason::AlreadyJudged => t::already_judged(),
        Reason::AlreadySkipped => t::already_skipped(),
        Reason::Archived => t::archived(),
        Reason::NotJudged => t::not_judged(),
        Reason::NewerJudgmentExists => t::newer_judgment_exists(),
        Reason::FileRequired => t::file_required(),
        Reason::FileEmpty => t::file_empty(),
        Reason::UploadInterrupted => t::upload_interrupted(),
        Reason::ImportRunning => t::import_running(),
        Reason::ImportStalled => t::import_stalled(),
        Reason::ProtocolChanged => t::protocol_changed(),
        Reason::TokenScope => t::token_scope(),
        Reason::UnknownProtocolVersion => t::unknown_protocol_version(),
        Reason::NotAsked => t::not_asked(),
        Reason::NotAskedAfterVerdict => t::not_asked_after_verdict(),
        Reason::UnknownCriterion => t::unknown_criterion(),
        Reason::UnknownResponse => t::unknown_response(),
        Reason::DuplicateChoice => t::duplicate_choice(),
        Reason::TooManyChoices => t::too_many_choices(),
        Reason::MissingGrade => t::missing_grade(),
        Reason::GradeNotAllowed => t::grade_not_allowed(),
        Reason::GradeContradictsVerdict => t::grade_contradicts_verdict(),
        Reason::EmptySpan => t::empty_span(),
        Reason::SpanOutsideText => t::span_outside_text(),
        Reason::DuplicateSpan => t::duplicate_span(),
        Reason::DuplicateFlag => t::duplicate_flag(),
        Reason::CommentWithoutFlag => t::comment_without_flag(),
        Reason::IdTaken => t::id_taken(),
        Reason::NotJsonType => t::not_json_type(),
        Reason::MissingField => t::missing_field(),
        Reason::UnknownField => t::unknown_field(),
        Reason::BodyTooLarge => t::body_too_large(),
        Reason::BodyCutOff => t::body_cut_off(),
        Reason::BodyStalled => t::body_stalled(),
        Reason::FileNotFirst => t::file_not_first(),
        Reason::WrongMethod => t::wrong_method(),
        Reason::UnknownHost => t::unknown_host(),
        Reason::UnnamedHost => t::unnamed_host(),
        Reason::OtherSite => t::other_site(),
        Reason::HttpsRequired => t::https_required(),
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
        for (code, sentence) in [("name_length", t::name_length(200_usize)), ("later", "x".into())]
        {
            let reason = Reason::Worded { text: sentence };
            assert_eq!(of_api(&body(code).to_string()), Some(Error::invalid("name", reason)));
        }
    }
}
