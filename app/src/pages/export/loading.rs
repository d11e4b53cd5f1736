//! How a file is loaded, and how a program fetches it.

use domain::export::Format;
use domain::id::ProjectId;
use leptos::prelude::*;
use leptos_router::components::A;

use super::selection::Selection;
use crate::language::transfer as t;

/// A line of Python for the format, and the request behind the link.
#[component]
pub fn Loading(id: ProjectId, choice: Selection) -> impl IntoView {
    let file = format!("{}.{}", choice.format.name(), choice.format.extension());
    let kind = match choice.format.extension() {
        "csv" => "csv",
        _ => "json",
    };
    let python = format!(
        "from datasets import load_dataset\n\nrows = load_dataset(\"{kind}\", data_files=\"{file}\", split=\"train\")"
    );
    let request = format!("GET {}\nAuthorization: Bearer <token>", choice.address(id));
    let trainers = match choice.format {
        Format::TrlPreference => Some(t::rows_preferences()),
        Format::TrlUnpaired => Some(t::rows_unpaired()),
        Format::TrlSft => Some(t::rows_sft()),
        Format::JudgmentsJsonl | Format::JudgmentsCsv | Format::JudgmentsCsvRaw => None,
    };
    view! {
        <section class="section">
            <h2 class="section__header">{t::loading_it()}</h2>
            <pre class="schema" tabindex="0">
                <code>{python}</code>
            </pre>
            {trainers
                .map(|trainers| view! { <p>{trainers}</p> })}
            <h3>{t::from_program()}</h3>
            <pre class="schema" tabindex="0">
                <code>{request}</code>
            </pre>
            <p class="muted">
                {t::tokens_before()} " " <A href="/account">{t::tokens_account()}</A> {t::tokens_after()}
            </p>
        </section>
    }
}
