//! The choice of format and aggregation, kept in the address.

use domain::export::{Aggregation, Flagged, Format};
use domain::id::ProjectId;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::selection::Selection;
use crate::language::transfer as t;

/// A form that leads to this page with another choice: at once, or by its button without scripts.
#[component]
pub fn ChoiceForm(id: ProjectId, choice: Selection) -> impl IntoView {
    let page = format!("/projects/{id}/export");
    let navigate = use_navigate();
    let go = {
        let page = page.clone();
        move |choice: Selection| {
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
                <legend class="form__legend">{t::format()}</legend>
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
                                        on:change=move |_| go(Selection { format, ..choice })
                                    />
                                    <span>{format_name(format)}</span>
                                    <span class="choice__hint">{purpose(format)}</span>
                                </label>
                            }
                        })
                        .collect_view()}
                </div>
            </fieldset>
            <div class="field">
                <label class="field__label" for="aggregation">
                    {t::disagree()}
                </label>
                <p class="field__hint" id="aggregation-hint">
                    {t::disagree_hint()}
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
                        go(Selection { aggregation: chosen.unwrap_or_default(), ..choice });
                    }
                >
                    {Aggregation::ALL
                        .map(|aggregation| {
                            view! {
                                <option
                                    value=aggregation.name()
                                    selected=aggregation == choice.aggregation
                                >
                                    {aggregation_name(aggregation)}
                                </option>
                            }
                        })
                        .collect_view()}
                </select>
            </div>
            <div class="field">
                <label class="field__label" for="flagged">
                    {t::flagged()}
                </label>
                <select
                    class="select"
                    id="flagged"
                    name="flagged"
                    disabled=!choice.aggregates()
                    on:change=move |event| {
                        let name = event_target_value(&event);
                        let chosen = Flagged::ALL.into_iter().find(|flagged| flagged.name() == name);
                        go_to_flagged(Selection { flagged: chosen.unwrap_or_default(), ..choice });
                    }
                >
                    {Flagged::ALL
                        .map(|flagged| {
                            view! {
                                <option value=flagged.name() selected=flagged == choice.flagged>
                                    {match flagged {
                                        Flagged::LeaveOut => t::flagged_out(),
                                        Flagged::Keep => t::flagged_keep(),
                                    }}
                                </option>
                            }
                        })}
                </select>
            </div>
            <div class="form__actions">
                <button class="button">{t::count_again()}</button>
            </div>
        </form>
    }
}

/// A format in words.
fn format_name(format: Format) -> &'static str {
    match format {
        Format::TrlPreference => t::to_preferences(),
        Format::TrlUnpaired => t::to_unpaired(),
        Format::TrlSft => t::to_sft(),
        Format::JudgmentsJsonl => t::to_judgments(),
        Format::JudgmentsCsv => t::to_csv(),
        Format::JudgmentsCsvRaw => t::to_csv_raw(),
    }
}

fn aggregation_name(aggregation: Aggregation) -> &'static str {
    match aggregation {
        Aggregation::PerJudgment => t::per_judgment(),
        Aggregation::Majority => t::by_majority(),
    }
}

/// What a format is for.
fn purpose(format: Format) -> &'static str {
    match format {
        Format::TrlPreference => t::for_preferences(),
        Format::TrlUnpaired => t::for_unpaired(),
        Format::TrlSft => t::for_sft(),
        Format::JudgmentsJsonl => t::for_judgments(),
        Format::JudgmentsCsv => t::for_csv(),
        Format::JudgmentsCsvRaw => t::for_csv_raw(),
    }
}
