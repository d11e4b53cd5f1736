//! The menu of how the responses are read.

use domain::keys::Command;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{FocusEvent, Node};

use super::browser::close_when_left;
use super::desk::Desk;
use super::reading::toggle;
use crate::language::judge as say;

/// What the keys do to the view, for a pointer.
#[component]
pub fn ViewMenu(
    desk: Desk,
    /// Whether there are responses on the page.
    #[prop(into)]
    can_compare: Signal<bool>,
) -> impl IntoView {
    let (reading, breaks, keys) = (desk.reading, desk.habits.breaks, desk.keys);
    let menu = NodeRef::<html::Details>::new();
    let left = move |event: FocusEvent| {
        if let Some(menu) = menu.get_untracked() {
            let goes_to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
            close_when_left(&menu, goes_to.as_ref());
        }
    };
    view! {
        <details class="menu" node_ref=menu on:focusout=left>
            <summary class="menu__button">{say::view()}</summary>
            <div class="menu__items">
                <Toggle label=say::flip() key=keys.printed(Command::Flip) state=reading.flipped />
                <Toggle label=say::dim() key=keys.printed(Command::Dim) state=reading.dimmed />
                <Toggle label=say::raw() key=keys.printed(Command::Raw) state=reading.raw />
                <div class="menu__separator"></div>
                <Toggle
                    label=say::columns()
                    key=keys.printed(Command::Columns)
                    state=reading.columns
                />
                <Toggle
                    label=say::together()
                    key=keys.printed(Command::Together)
                    state=reading.together
                />
                <div class="menu__separator"></div>
                {[
                    (say::next_difference(), Command::NextDifference, false),
                    (say::previous_difference(), Command::PreviousDifference, true),
                ]
                    .map(|(label, command, back)| {
                        view! {
                            <button
                                class="menu__item menu__item--key"
                                disabled=move || !can_compare.get()
                                on:click=move |_| reading.go(back)
                            >
                                {label}
                                <kbd aria-hidden="true">{keys.printed(command)}</kbd>
                            </button>
                        }
                    })}
                <div class="menu__separator"></div>
                <Slider label=say::text_size() from=80 to=160 value=reading.size />
                <Slider label=say::width_of_a() from=30 to=70 value=reading.share />
                <div class="menu__separator"></div>
                <Toggle label=say::suggest_breaks() key="" state=breaks />
            </div>
        </details>
    }
}

/// A number in percent.
#[component]
fn Slider(label: &'static str, from: u8, to: u8, value: RwSignal<u8>) -> impl IntoView {
    view! {
        <label class="menu__slider">
            <span>{label}</span>
            <input
                type="range"
                min=from
                max=to
                step="5"
                prop:value=move || value.get().to_string()
                on:input=move |event| {
                    if let Ok(chosen) = event_target_value(&event).parse::<u8>() {
                        value.set(chosen.clamp(from, to));
                    }
                }
            />
            <span class="menu__value">{move || say::percent(value.get())}</span>
        </label>
    }
}

#[component]
fn Toggle(label: &'static str, key: &'static str, state: RwSignal<bool>) -> impl IntoView {
    view! {
        <button
            class="menu__item menu__item--key"
            aria-pressed=move || if state.get() { "true" } else { "false" }
            on:click=move |_| toggle(state)
        >
            {label}
            {(!key.is_empty()).then(|| view! { <kbd aria-hidden="true">{key}</kbd> })}
        </button>
    }
}
