//! The menu of view options.

use domain::keys::Command;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{FocusEvent, Node};

use crate::language::judge as t;
use crate::pages::judge::browser::close_when_left;
use crate::pages::judge::judge_state::JudgeState;
use crate::pages::judge::view::view_options::toggle;

/// The view options, for pointers.
#[component]
pub fn ViewMenu(
    state: JudgeState,
    /// Whether there are responses on the page.
    #[prop(into)]
    can_compare: Signal<bool>,
) -> impl IntoView {
    let (view_options, breaks, keys) = (state.view_options, state.saved_view.breaks, state.keys);
    let menu = NodeRef::<html::Details>::new();
    let left = move |event: FocusEvent| {
        if let Some(menu) = menu.get_untracked() {
            let goes_to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
            close_when_left(&menu, goes_to.as_ref());
        }
    };
    view! {
        <details class="menu" node_ref=menu on:focusout=left>
            <summary class="menu__button">{t::view()}</summary>
            <div class="menu__items">
                <Toggle label=t::flip() key=keys.printed(Command::Flip) state=view_options.flipped />
                <Toggle label=t::dim() key=keys.printed(Command::Dim) state=view_options.dimmed />
                <Toggle label=t::raw() key=keys.printed(Command::Raw) state=view_options.raw />
                <div class="menu__separator"></div>
                <Toggle
                    label=t::columns()
                    key=keys.printed(Command::Columns)
                    state=view_options.columns
                />
                <Toggle
                    label=t::together()
                    key=keys.printed(Command::Together)
                    state=view_options.together
                />
                <div class="menu__separator"></div>
                {[
                    (t::next_difference(), Command::NextDifference, false),
                    (t::previous_difference(), Command::PreviousDifference, true),
                ]
                    .map(|(label, command, back)| {
                        view! {
                            <button
                                class="menu__item menu__item--key"
                                disabled=move || !can_compare.get()
                                on:click=move |_| view_options.go(back)
                            >
                                {label}
                                <kbd aria-hidden="true">{keys.printed(command)}</kbd>
                            </button>
                        }
                    })}
                <div class="menu__separator"></div>
                <Slider label=t::text_size() from=80 to=160 value=view_options.size />
                <Slider label=t::width_of_a() from=30 to=70 value=view_options.share />
                <div class="menu__separator"></div>
                <Toggle label=t::suggest_breaks() key="" state=breaks />
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
            <span class="menu__value">{move || t::percent(value.get())}</span>
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
