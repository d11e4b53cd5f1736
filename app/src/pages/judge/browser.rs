//! Helpers for the browser's interfaces. Nothing here runs on the server.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, Event, HtmlElement, Node, js_sys};
use uuid::{Builder, Uuid};

/// Runs an effect in the browser. All effects share this one function, because each instance of
/// `Effect::new` adds to the download.
pub fn watch(act: impl FnMut() + 'static) {
    fn begin(mut act: Box<dyn FnMut()>) {
        Effect::new(move |_| act());
    }
    begin(Box::new(act));
}

/// Runs a function before the next frame.
pub fn next_frame(act: impl FnOnce() + 'static) {
    fn begin(act: Box<dyn FnOnce()>) {
        request_animation_frame(act);
    }
    begin(Box::new(act));
}

/// Runs a function after a pause.
pub fn later(act: impl FnOnce() + 'static, pause: Duration) -> Option<TimeoutHandle> {
    fn begin(act: Box<dyn FnOnce()>, pause: Duration) -> Option<TimeoutHandle> {
        set_timeout_with_handle(act, pause).ok()
    }
    begin(Box::new(act), pause)
}

/// Milliseconds of the monotonic clock.
pub fn now_ms() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// A new id. Later ids sort after earlier ones.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the time since 1970 in milliseconds fits"
)]
pub fn new_id() -> Uuid {
    let random = Uuid::new_v4();
    let mut tail = [0; 10];
    // Version and variant bits are in the bytes between.
    tail[..7].copy_from_slice(&random.as_bytes()[9..]);
    tail[7..].copy_from_slice(&random.as_bytes()[..3]);
    Builder::from_unix_timestamp_millis(js_sys::Date::now() as u64, &tail).into_uuid()
}

/// Whether the tab is hidden.
pub fn hidden() -> bool {
    document().hidden()
}

/// A time in the rater's time zone, as hours and minutes.
#[expect(clippy::cast_precision_loss, reason = "exact far beyond any year of use")]
pub fn local_time(micros: i64) -> String {
    let date = js_sys::Date::new(&JsValue::from_f64((micros / 1_000) as f64));
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// Whether a dialog is open.
pub fn dialog_is_open() -> bool {
    matches!(document().query_selector("dialog[open], dialog:popover-open"), Ok(Some(_)))
}

/// Whether this element takes text from the keyboard.
pub fn takes_text(target: &Element) -> bool {
    let field = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])";
    matches!(target.closest(field), Ok(Some(_)))
}

/// Whether Enter activates this element.
pub fn takes_enter(target: &Element) -> bool {
    matches!(target.closest("a, button, summary"), Ok(Some(_)))
}

/// Takes the focus from a control that Enter would activate, so that Enter submits the draft.
pub fn free_enter() {
    let focused = document().active_element().filter(takes_enter);
    if let Some(element) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot lose the focus keeps Enter.
        _ = element.blur();
    }
}

/// Makes scrolling blocks and columns reachable by keyboard, once they are laid out.
pub fn make_scrollers_reachable() {
    next_frame(|| {
        let within = ".judge__task:not(.judge__task--ahead)";
        let selector = format!("{within} .markdown :is(pre, table), {within} .response");
        let Ok(blocks) = document().query_selector_all(&selector) else { return };
        let blocks = (0..blocks.length()).filter_map(|n| blocks.item(n));
        for block in blocks.filter_map(|block| block.dyn_into::<Element>().ok()) {
            let is = |selector: &str| block.matches(selector).unwrap_or(false);
            let scrolls = match is(".response") {
                true => {
                    is(".judge__task--columns .response")
                        && block.scroll_height() > block.client_height()
                }
                false => block.scroll_width() > block.client_width(),
            };
            // An element without attributes stays as it is.
            let _ = match scrolls {
                true => block.set_attribute("tabindex", "0"),
                false => block.remove_attribute("tabindex"),
            };
        }
    });
}

/// Scrolls to the top and focuses an element there, once it is painted.
pub fn go_to_top(id: &'static str) {
    next_frame(move || {
        focus(id);
        window().scroll_to_with_x_and_y(0.0, 0.0);
    });
}

/// Focuses an element.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id)
        && let Ok(element) = element.dyn_into::<HtmlElement>()
    {
        // An element that cannot get the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Sets a custom property of the style sheet.
pub fn set_property(name: &str, value: &str) {
    let root = document().document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok());
    if let Some(root) = root {
        // A browser without custom properties keeps the default layout.
        _ = root.style().set_property(name, value);
    }
}

/// Listens for an event that does not bubble, in its capture phase, until the owner is disposed.
pub fn on_captured(name: &'static str, act: impl Fn(Event) + 'static) {
    let act = StoredValue::new_local(Closure::<dyn Fn(Event)>::new(act).into_js_value());
    let listen = move |begins: bool| {
        act.try_with_value(|act| {
            let act = act.unchecked_ref();
            // A browser without this event goes without.
            _ = match begins {
                true => window().add_event_listener_with_callback_and_bool(name, act, true),
                false => window().remove_event_listener_with_callback_and_bool(name, act, true),
            };
        });
    };
    listen(true);
    on_cleanup(move || listen(false));
}

/// Closes a menu when the focus leaves it.
pub fn close_when_left(menu: &Element, goes_to: Option<&Node>) {
    if goes_to.is_none_or(|goes_to| !menu.contains(Some(goes_to))) {
        // A menu that cannot be closed stays open.
        _ = menu.remove_attribute("open");
    }
}
