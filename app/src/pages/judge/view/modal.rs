//! A dialog. Without scripts it opens as a popover.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use crate::language::common;
use crate::pages::judge::browser::{dialog_is_open, takes_enter, takes_text};

/// A dialog's element, which any part of the page can open.
#[derive(Debug, Clone, Copy)]
pub struct Modal(pub NodeRef<html::Dialog>);

impl Modal {
    /// A closed dialog.
    pub fn new() -> Self {
        Self(NodeRef::new())
    }

    /// Opens the dialog, unless another one is open.
    pub fn open(self) {
        if dialog_is_open() {
            return;
        }
        if let Some(dialog) = self.0.get_untracked() {
            // If the browser cannot open the dialog, it stays closed.
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

/// Closes a dialog on Enter. Focused controls and multi-line fields keep the key.
pub fn close_on_enter(event: &KeyboardEvent, modal: Modal) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_taken = |target: &Element| takes_enter(target) || takes_text(target);
    if event.key() == "Enter" && !target.as_ref().is_some_and(is_taken) {
        event.prevent_default();
        modal.close();
    }
}
