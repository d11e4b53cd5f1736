//! Whether raters are asked why: choosing it.

use domain::rationale::{Ask, MAX_REQUIRED, Rationale};
use leptos::prelude::*;

use super::number_field::NumberField;
use crate::language::design as t;
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
            <legend class="field__label">{t::rationale()}</legend>
            <div class="field">
                <label class="visually-hidden" for="ask">
                    {t::rationale_ask()}
                </label>
                <p class="field__hint" id="ask-help">
                    {t::rationale_help()}
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
                    label=t::share()
                    name="beside[share]"
                    refused_as="share"
                    help=t::share_help()
                    minimum=1
                    maximum=100
                    value=rationale.share
                    error
                />
                <NumberField
                    label=t::length()
                    name="beside[min_length]"
                    refused_as="min_length"
                    help=t::length_help()
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
        Ask::Off => t::off(),
        Ask::Optional => t::optional(),
        Ask::Required => t::required(),
    }
}
