//! The scale of a project: choosing it, and how it looks to raters.

use domain::keys::Keys;
use domain::protocol::Scale;
use leptos::prelude::*;
use leptos::web_sys::{Element, Event, EventInit};

use super::choice::Choice;
use crate::language::design as t;
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
            <legend class="field__label">{t::scale()}</legend>
            {(!help.is_empty()).then(|| view! { <p class="field__hint">{help}</p> })}
            <div class="cluster" role="group" aria-label=t::scale_known()>
                <span class="field__hint">{t::scale_as_in()}</span>
                {Scale::PRESETS
                    .map(|(name, scale)| {
                        view! {
                            <button
                                class="button button--small foreign"
                                type="button"
                                aria-pressed=move || {
                                    if chosen.get() == scale { "true" } else { "false" }
                                }
                                on:click=move |event| {
                                    chosen.set(scale);
                                    tell(&event_target(&event));
                                }
                            >
                                {name}
                            </button>
                        }
                    })}
            </div>
            <div class="field">
                <label class="visually-hidden" for="points">
                    {t::points()}
                </label>
                <select
                    class="select"
                    id="points"
                    name="asked[points]"
                    aria-invalid=move || reason().is_some().then_some("true")
                    prop:value=move || chosen.get().points.to_string()
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
                label=t::both_bad()
                hint=t::bad_help()
                ticked=Signal::derive(move || chosen.get().both_bad)
                tick=move |ticked| chosen.update(|scale| scale.both_bad = ticked)
            />
            <Tick
                name="asked[both_good]"
                label=t::both_good()
                hint=t::good_help()
                ticked=Signal::derive(move || chosen.get().both_good)
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
    ticked: Signal<bool>,
    tick: impl Fn(bool) + 'static,
) -> impl IntoView {
    view! {
        <label class="choice">
            <input
                type="checkbox"
                name=name
                value="true"
                checked=ticked.get_untracked()
                prop:checked=ticked
                on:change=move |event| tick(event_target_checked(&event))
            />
            <span>{label}</span>
            <span class="choice__hint">{hint}</span>
        </label>
    }
}

/// A number of points in words.
fn describe(points: u8) -> String {
    match points % 2 {
        1 => t::points_tie(points),
        _ => t::points_no_tie(points),
    }
}

/// Tells the form that fields of it have changed, once they have.
fn tell(pressed: &Element) {
    let form = pressed.closest("form").ok().flatten();
    request_animation_frame(move || {
        let init = EventInit::new();
        init.set_bubbles(true);
        let event = Event::new_with_event_init_dict("input", &init);
        if let (Some(form), Ok(event)) = (form, event) {
            // A form that hears nothing shows the draft at its next change.
            _ = form.dispatch_event(&event);
        }
    });
}

/// Every verdict that a scale offers, from left to right, with its key.
#[component]
fn ScalePreview(scale: Scale) -> impl IntoView {
    view! {
        <ul class="cluster" aria-label=t::verdicts()>
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
