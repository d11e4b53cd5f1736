//! A dialog in front of the page. Without scripts it opens as a popover, by the button that
//! names it.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use super::browser::{dialog_is_open, takes_enter, takes_text};
use crate::language::common;

/// A dialog's element, to be opened from anywhere on the page.
#[derive(Debug, Clone, Copy)]
pub struct Modal(pub NodeRef<html::Dialog>);

impl Modal {
    /// A dialog that is closed.
    pub fn new() -> Self {
        Self(NodeRef::new())
    }

    /// Opens the dialog unless one is open already.
    pub fn open(self) {
        if dialog_is_open() {
            return;
        }
        if let Some(dialog) = self.0.get_untracked() {
            // A dialog that the browser will not open stays closed.
            let _ = dialog.show_modal();
        }
    }

    /// Closes the dialog.
    pub fn close(self) {
        if let Some(dialog) = self.0.get_untracked() {
            dialog.close();
        }
    }
}

/// A button that opens a dialog, with its key.
#[component]
pub fn OpenButton(
    modal: Modal,
    /// The dialog's id.
    target: &'static str,
    label: &'static str,
    key: &'static str,
    #[prop(default = "button button--quiet button--small")] class: &'static str,
) -> impl IntoView {
    view! {
        <button
            class=class
            type="button"
            popovertarget=target
            aria-haspopup="dialog"
            on:click=move |event| {
                event.prevent_default();
                modal.open();
            }
        >
            {label}
            " "
            <kbd>{key}</kbd>
        </button>
    }
}

/// The button that closes a dialog.
#[component]
pub fn CloseButton(
    modal: Modal,
    target: &'static str,
    #[prop(into)] label: Signal<&'static str>,
    #[prop(default = "button button--quiet button--small")] class: &'static str,
    #[prop(default = common::key_escape())] key: &'static str,
) -> impl IntoView {
    view! {
        <button
            class=class
            type="button"
            popovertarget=target
            popovertargetaction="hide"
            on:click=move |event| {
                event.prevent_default();
                modal.close();
            }
        >
            {label}
            " "
            <kbd>{key}</kbd>
        </button>
    }
}

/// Closes a dialog for Enter, as the button at its end does; a control that has the focus and a
/// field of several lines keep the key.
pub fn close_on_enter(event: &KeyboardEvent, modal: Modal) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_taken = |target: &Element| takes_enter(target) || takes_text(target);
    if event.key() == "Enter" && !target.as_ref().is_some_and(is_taken) {
        event.prevent_default();
        modal.close();
    }
}
