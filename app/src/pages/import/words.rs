//! What became of records and what is wrong with them, in the language of the page.

use domain::import::{Container, Flaw, Format, Found, Remark, Report, Wanted};
use domain::protocol::Kind;

use crate::language::{flaws as say, transfer};

/// How many records a file has, and what became of them; every record is in one part.
pub fn records(report: &Report) -> String {
    let records = &report.records;
    // Reports of earlier versions count tasks only.
    let counted = records.total > 0;
    let [total, new, there, changed] = if counted {
        [records.total, records.new, records.already_there, records.changed]
    } else {
        let Report { created, already_there, changed, .. } = *report;
        [created + already_there + changed, created, already_there, changed]
    };
    let parts = [
        (new, transfer::part_new as fn(u64) -> String),
        (there, transfer::part_there),
        (changed, transfer::part_changed),
        (records.repeated, transfer::part_repeated),
        (records.wrong, transfer::part_wrong),
        (records.held_back, transfer::part_held_back),
    ];
    let parts: Vec<String> =
        parts.into_iter().filter(|(n, _)| *n > 0).map(|(n, say)| say(n)).collect();
    let total = transfer::records_of(i64::try_from(total).unwrap_or(i64::MAX));
    if parts.is_empty() { total } else { format!("{total}: {}", parts.join(" · ")) }
}

/// A flaw as a reader may mend it.
pub fn flaw(flaw: &Flaw) -> String {
    let fixed = match flaw {
        Flaw::Expected { wanted: want, found: there } => {
            return say::expected(wanted(*want), &found(there));
        }
        Flaw::TooLong { most, found } => return say::too_long(*most, *found),
        Flaw::TooMuchBeside { most, found } => return say::too_much_beside(*found, *most),
        Flaw::NotUtf8 { byte } => return say::not_utf8(*byte),
        Flaw::TooDeep { column } => return say::too_deep(*column),
        Flaw::HalfCharacter { column } => return say::half_character(*column),
        Flaw::BareControl { column } => return say::bare_control(*column),
        Flaw::CutRecord { column } => return say::cut_record(*column),
        Flaw::NotJson { message, column } => return say::not_json(message, *column),
        Flaw::ResponseCount { kind, found } => {
            return say::response_count(responses(*kind), *found);
        }
        Flaw::NotOfPairs { kind } => return say::not_of_pairs(responses(*kind)),
        Flaw::InputBeside { name } => return say::input_beside(name),
        Flaw::LastNotAssistant { found } => return say::last_not_assistant(found.name()),
        Flaw::FirstNotAssistant { found } => return say::first_not_assistant(found.name()),
        Flaw::NobodyAsks { found } => return say::nobody_asks(found.name()),
        Flaw::IdTwice { line } => return say::id_twice(*line),
        Flaw::UnknownShape { format, keys } => return unknown_shape(*format, keys),
        Flaw::ListInside { key, items } => return say::list_inside(key, *items),
        Flaw::Table { columns } => return say::table(&columns.join(", ")),
        Flaw::NotRecords { found } => return say::not_records(found),
        Flaw::Container { kind } => return container(*kind),
        Flaw::UnpacksTooLarge { most } => return say::unpacks_too_large(*most),
        Flaw::ForeignWord { word, instead } => return say::foreign_word(word, instead),
        Flaw::OtherPart { found } => return say::other_part(found),
        Flaw::BadGzip => say::bad_gzip(),
        Flaw::Interrupted => say::interrupted(),
        Flaw::NulCharacter => say::nul_character(),
        Flaw::KeyTwice => say::key_twice(),
        Flaw::OpenList => say::open_list(),
        Flaw::NothingBesideComma => say::nothing_beside_comma(),
        Flaw::BehindTheList => say::behind_the_list(),
        Flaw::RecordTooLong => say::record_too_long(),
        Flaw::TwoPrompts => say::two_prompts(),
        Flaw::NoAssistant => say::no_assistant(),
        Flaw::OtherConversation => say::other_conversation(),
        Flaw::NotQuoted => say::not_quoted(),
        Flaw::BlankPrompt => say::blank_prompt(),
        Flaw::NoMessage => say::no_message(),
        Flaw::LateSystem => say::late_system(),
    };
    fixed.to_owned()
}

/// What is worth a look.
pub fn remark(remark: &Remark) -> String {
    match remark {
        Remark::OutputBlank => say::output_blank().to_owned(),
        Remark::ResponseBlank { place } => say::response_blank(*place),
        Remark::SameText => say::same_text().to_owned(),
        Remark::SomeSameText => say::some_same_text().to_owned(),
        Remark::SameRoleTwice { role } => say::same_role_twice(role.name()),
        Remark::AssistantFirst => say::assistant_first().to_owned(),
        Remark::Reasoning => say::reasoning().to_owned(),
        Remark::Image => say::image().to_owned(),
        Remark::OtherKeys { line } => say::other_keys(*line),
        Remark::OneAnswer { prompt, model: None } => say::one_answer(prompt),
        Remark::OneAnswer { prompt, model: Some(model) } => say::one_answer_of(model, prompt),
        Remark::TooFewAnswers { prompt, found, least } => {
            say::too_few_answers(*found, *least, prompt)
        }
        Remark::TooManyAnswers { prompt, found, most } => {
            say::too_many_answers(*found, *most, prompt)
        }
        Remark::NoBaseline { prompt } => say::no_baseline(prompt),
    }
}

fn unknown_shape(format: Option<Format>, keys: &[String]) -> String {
    let keys = keys.join(", ");
    match format {
        Some(format) => say::other_shape(format.name(), format.keys(), &keys),
        None => {
            let known = Format::ALL.map(|format| format!("{}: {}", format.name(), format.keys()));
            say::unknown_shape(&keys, &known.join("; "))
        }
    }
}

fn container(kind: Container) -> String {
    match kind {
        Container::Parquet => say::data_frame("Parquet", "read_parquet"),
        Container::Arrow => say::data_frame("Arrow", "read_feather"),
        Container::Zip => say::zip().to_owned(),
        Container::Zstd => say::packed("zstd"),
        Container::Xz => say::packed("xz"),
        Container::Bzip2 => say::packed("bzip2"),
        Container::Database => say::sqlite().to_owned(),
        Container::Utf16 => say::utf16().to_owned(),
    }
}

fn wanted(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Text => say::wanted_text(),
        Wanted::Messages => say::wanted_messages(),
        Wanted::TextOrMessages => say::wanted_text_or_messages(),
        Wanted::TextAsChosen => say::wanted_text_as_chosen(),
        Wanted::MessagesAsChosen => say::wanted_messages_as_chosen(),
        Wanted::Responses => say::wanted_responses(),
        Wanted::Object => say::an_object(),
        Wanted::Id => say::wanted_id(),
        Wanted::Role => say::wanted_role(),
        Wanted::ToolCalls => say::wanted_tool_calls(),
    }
}

fn found(found: &Found) -> String {
    match found {
        Found::Nothing => say::found_nothing().to_owned(),
        Found::Null => "null".to_owned(),
        Found::Boolean(value) => say::found_boolean(&value.to_string()),
        Found::Number(number) => say::found_number(number),
        Found::BlankText => say::found_blank().to_owned(),
        Found::Text(text) => say::found_text(&format!("{text:?}")),
        Found::LongText(text) => say::found_text(&format!("{text:?}…")),
        Found::EmptyList => say::found_empty_list().to_owned(),
        Found::List(items) => say::found_list(*items),
        Found::Object => say::an_object().to_owned(),
    }
}

fn responses(kind: Kind) -> &'static str {
    match kind {
        Kind::Pair => say::responses_pair(),
        Kind::Ranking => say::responses_ranking(),
        Kind::BestWorst => say::responses_best_worst(),
        Kind::Rating => say::responses_rating(),
    }
}
