//! The scale of a project: choosing it, and how it looks to raters.

use domain::keys::Keys;
use domain::protocol::Scale;
use leptos::prelude::*;

use super::choice::Choice;
use crate::rpc::Error;

/// What raters choose from: how many points, whether both may be bad or good, and how that looks.
#[component]
pub fn ScaleField(
    /// What is chosen at first.
    scale: Scale,
    /// A line of advice below the label.
    #[prop(optional)]
    help: &'static str,
    /// The form's last refusal, of this field or of another.
    #[prop(into)]
    error: Signal<Option<Error>>,
) -> impl IntoView {
    let chosen = RwSignal::new(scale);
    let reason = move || error.get().and_then(|error| error.of_field("points"));
    view! {
        <fieldset class="fieldset stack stack--tight">
            <legend class="field__label">"What raters choose from"</legend>
            {(!help.is_empty()).then(|| view! { <p class="field__hint">{help}</p> })}
            <div class="field">
                <label class="visually-hidden" for="points">
                    "Points"
                </label>
                <select
                    class="select"
                    id="points"
                    name="asked[points]"
                    aria-invalid=move || reason().is_some().then_some("true")
                    on:change=move |event| {
                        if let Ok(points) = event_target_value(&event).parse() {
                            chosen.update(|scale| scale.points = points);
                        }
                    }
                >
                    {Scale::POINTS
                        .map(|points| {
                            view! {
                                <option value=points selected=points == scale.points>
                                    {describe(points)}
                                </option>
                            }
                        })
                        .collect_view()}
                </select>
                {move || reason().map(|reason| view! { <p class="field__error">{reason}</p> })}
            </div>
            <Tick
                name="asked[both_bad]"
                label="Both bad"
                hint="Neither answer is fit for use. Such pairs train nothing and are counted apart."
                ticked=scale.both_bad
                tick=move |ticked| chosen.update(|scale| scale.both_bad = ticked)
            />
            <Tick
                name="asked[both_good]"
                label="Both good"
                hint="Either answer is fit for use, and neither is better. Counted apart from ties."
                ticked=scale.both_good
                tick=move |ticked| chosen.update(|scale| scale.both_good = ticked)
            />
            {move || view! { <ScalePreview scale=chosen.get() /> }}
        </fieldset>
    }
}

/// Something that may be said of both.
#[component]
fn Tick(
    name: &'static str,
    label: &'static str,
    hint: &'static str,
    ticked: bool,
    tick: impl Fn(bool) + 'static,
) -> impl IntoView {
    view! {
        <label class="choice">
            <input
                type="checkbox"
                name=name
                value="true"
                checked=ticked
                on:change=move |event| tick(event_target_checked(&event))
            />
            <span>{label}</span>
            <span class="choice__hint">{hint}</span>
        </label>
    }
}

/// A number of points in words.
fn describe(points: u8) -> String {
    let tie = if points % 2 == 1 { "with a tie" } else { "no tie" };
    match Scale::known_from(points) {
        "" => format!("{points} points, {tie}"),
        known => format!("{points} points, {tie}: {known}"),
    }
}

/// Every verdict that a scale offers, from left to right, with its key.
#[component]
fn ScalePreview(scale: Scale) -> impl IntoView {
    view! {
        <ul class="cluster" aria-label="Verdicts as raters see them">
            {Choice::all(scale)
                .into_iter()
                .enumerate()
                .map(|(n, choice)| {
                    view! {
                        <li class="tag">{choice.label(scale)} " " <kbd>{choice.key(n, Keys::default())}</kbd></li>
                    }
                })
                .collect_view()}
        </ul>
    }
}
