//! How a file is loaded, and how a program fetches it.

use domain::export::Format;
use domain::id::ProjectId;
use leptos::prelude::*;
use leptos_router::components::A;

use super::Choice;

/// A line of Python for the format, and the request behind the link.
#[component]
pub fn Loading(id: ProjectId, choice: Choice) -> impl IntoView {
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
        Format::TrlPreference => Some(("preferences", "DPOTrainer and RewardTrainer take")),
        Format::TrlUnpaired => Some(("unpaired data", "KTOTrainer takes")),
        Format::TrlSft => Some(("messages", "SFTTrainer takes")),
        Format::JudgmentsJsonl | Format::JudgmentsCsv | Format::JudgmentsCsvRaw => None,
    };
    view! {
        <section class="section">
            <h2 class="section__header">"Loading it"</h2>
            <pre class="schema" tabindex="0">
                <code>{python}</code>
            </pre>
            {trainers
                .map(|(rows, trainers)| {
                    view! {
                        <p>
                            {format!("The rows are conversational {rows}: TRL’s {trainers} them as they are.")}
                        </p>
                    }
                })}
            <h3>"From a program"</h3>
            <pre class="schema" tabindex="0">
                <code>{request}</code>
            </pre>
            <p class="muted">
                "Tokens are made in "<A href="/account">"your account"</A>"; reading is scope enough."
            </p>
        </section>
    }
}
