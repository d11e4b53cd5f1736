//! Whether raters are asked why: choosing it.

use domain::rationale::{Ask, MAX_REQUIRED, Rationale};
use leptos::prelude::*;

use super::number_field::NumberField;
use crate::rpc::Error;

/// Off, optional or required, and then of which share of the tasks and how long. Share and length
/// are out of sight unless they matter.
#[component]
pub fn RationaleField(
    /// What is chosen at first.
    rationale: Rationale,
    /// The form's last refusal, of this field or of another.
    #[prop(into)]
    error: Signal<Option<Error>>,
) -> impl IntoView {
    view! {
        <fieldset class="fieldset stack stack--tight rationale">
            <legend class="field__label">"Rationale"</legend>
            <div class="field">
                <label class="visually-hidden" for="ask">
                    "Whether raters are asked why"
                </label>
                <p class="field__hint" id="ask-help">
                    "Why, in the rater's own words: asked once a verdict is drafted, before it is sent."
                </p>
                <select class="select" id="ask" name="beside[ask]" aria-describedby="ask-help">
                    {Ask::ALL
                        .map(|ask| {
                            view! {
                                <option value=ask.name() selected=ask == rationale.ask>
                                    {describe(ask)}
                                </option>
                            }
                        })
                        .collect_view()}
                </select>
            </div>
            <div class="rationale__required stack">
                <NumberField
                    label="Share of the tasks, in percent"
                    name="beside[share]"
                    refused_as="share"
                    help="Of the other tasks it is optional. All raters of a task are asked alike."
                    minimum=1
                    maximum=100
                    value=rationale.share
                    error
                />
                <NumberField
                    label="Characters at least"
                    name="beside[min_length]"
                    refused_as="min_length"
                    help="A sentence has about 60. Blanks around the text do not count."
                    minimum=1
                    maximum=MAX_REQUIRED
                    value=rationale.min_length
                    error
                />
            </div>
        </fieldset>
    }
}

fn describe(ask: Ask) -> &'static str {
    match ask {
        Ask::Off => "Not asked for",
        Ask::Optional => "Optional",
        Ask::Required => "Required",
    }
}
