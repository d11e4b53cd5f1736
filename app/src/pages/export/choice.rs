//! The choice of format and aggregation, kept in the address.

use domain::export::{Aggregation, Flagged, Format};
use domain::id::ProjectId;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::Choice;

/// A form that leads to this page with another choice: at once, or by its button without scripts.
#[component]
pub fn ChoiceForm(id: ProjectId, choice: Choice) -> impl IntoView {
    let page = format!("/projects/{id}/export");
    let navigate = use_navigate();
    let go = {
        let page = page.clone();
        move |choice: Choice| {
            let address = format!(
                "{page}?format={}&aggregation={}&flagged={}",
                choice.format.name(),
                choice.aggregation.name(),
                choice.flagged.name()
            );
            navigate(
                &address,
                NavigateOptions { replace: true, scroll: false, ..Default::default() },
            );
        }
    };
    let go_to_format = go.clone();
    let go_to_flagged = go.clone();
    view! {
        <form class="form" method="get" action=page>
            <fieldset class="form__group">
                <legend class="form__legend">"Format"</legend>
                <div class="choices choices--rows">
                    {Format::ALL
                        .map(|format| {
                            let go = go_to_format.clone();
                            view! {
                                <label class="choice">
                                    <input
                                        type="radio"
                                        name="format"
                                        value=format.name()
                                        checked=format == choice.format
                                        on:change=move |_| go(Choice { format, ..choice })
                                    />
                                    <span>{format.label()}</span>
                                    <span class="choice__hint">{purpose(format)}</span>
                                </label>
                            }
                        })
                        .collect_view()}
                </div>
            </fieldset>
            <div class="field">
                <label class="field__label" for="aggregation">
                    "Where raters disagree"
                </label>
                <p class="field__hint" id="aggregation-hint">
                    "For preferences only; judgments leave one by one."
                </p>
                <select
                    class="select"
                    id="aggregation"
                    name="aggregation"
                    aria-describedby="aggregation-hint"
                    disabled=!choice.aggregates()
                    on:change=move |event| {
                        let name = event_target_value(&event);
                        let chosen = Aggregation::ALL
                            .into_iter()
                            .find(|aggregation| aggregation.name() == name);
                        go(Choice { aggregation: chosen.unwrap_or_default(), ..choice });
                    }
                >
                    {Aggregation::ALL
                        .map(|aggregation| {
                            view! {
                                <option
                                    value=aggregation.name()
                                    selected=aggregation == choice.aggregation
                                >
                                    {aggregation.label()}
                                </option>
                            }
                        })
                        .collect_view()}
                </select>
            </div>
            <div class="field">
                <label class="field__label" for="flagged">
                    "Texts that a rater has flagged"
                </label>
                <select
                    class="select"
                    id="flagged"
                    name="flagged"
                    disabled=!choice.aggregates()
                    on:change=move |event| {
                        let name = event_target_value(&event);
                        let chosen = Flagged::ALL.into_iter().find(|flagged| flagged.name() == name);
                        go_to_flagged(Choice { flagged: chosen.unwrap_or_default(), ..choice });
                    }
                >
                    {Flagged::ALL
                        .map(|flagged| {
                            view! {
                                <option value=flagged.name() selected=flagged == choice.flagged>
                                    {match flagged {
                                        Flagged::LeaveOut => "Leave them out",
                                        Flagged::Keep => "Keep them",
                                    }}
                                </option>
                            }
                        })}
                </select>
            </div>
            <div class="form__actions">
                <button class="button">"Count again"</button>
            </div>
        </form>
    }
}

fn purpose(format: Format) -> &'static str {
    match format {
        Format::TrlPreference => {
            "prompt, chosen and rejected as messages; for DPO and reward models; ties are left out"
        }
        Format::TrlUnpaired => {
            "a response and whether it is good; for KTO; of ratings by themselves, of pairs and rankings by who won"
        }
        Format::TrlSft => {
            "the best response to each prompt, or what a rater made of it; for supervised fine-tuning"
        }
        Format::JudgmentsJsonl => "a line per judgment and skip with all that is known of it",
        Format::JudgmentsCsv => {
            "a row per judgment and skip; cells that a spreadsheet would run as formulas are marked as text"
        }
        Format::JudgmentsCsvRaw => "the same rows with every cell exactly as it is",
    }
}
