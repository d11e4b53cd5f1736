//! How a file is loaded, and how a program fetches it.

use domain::export::Format;
use domain::id::ProjectId;
use leptos::prelude::*;
use leptos_router::components::A;

use super::selection::Selection;
use crate::language::transfer as say;

/// A line of Python for the format, and the request behind the link.
#[component]
pub fn Loading(id: ProjectId, choice: Selection) -> impl IntoView {
    let file = format!("{}.{}", choice.format.name(), choice.format.extension());
    let kind = match choice.format {
        Format::TrlPreference | Format::TrlUnpaired | Format::TrlSft | Format::JudgmentsJsonl => {
            "json"
        }
        Format::JudgmentsCsv | Format::JudgmentsCsvRaw => "csv",
    };
    let python = format!(
        "from datasets import load_dataset\n\nrows = load_dataset(\"{kind}\", data_files=\"{file}\", split=\"train\")"
    );
    let request = format!("GET {}\nAuthorization: Bearer <token>", choice.address(id));
    let trainers = match choice.format {
        Format::TrlPreference => Some(say::rows_preferences()),
        Format::TrlUnpaired => Some(say::rows_unpaired()),
        Format::TrlSft => Some(say::rows_sft()),
        Format::JudgmentsJsonl | Format::JudgmentsCsv | Format::JudgmentsCsvRaw => None,
    };
    view! {
        <section class="section">
            <h2 class="section__header">{say::loading_it()}</h2>
            <pre class="schema" tabindex="0">
                <code>{python}</code>
            </pre>
            {trainers
                .map(|trainers| view! { <p>{trainers}</p> })}
            <h3>{say::from_program()}</h3>
            <pre class="schema" tabindex="0">
                <code>{request}</code>
            </pre>
            <p class="muted">
                {say::tokens_before()} " " <A href="/account">{say::tokens_account()}</A> {say::tokens_after()}
            </p>
        </section>
    }
}
