//! The one language that the page was rendered in.

use std::cell::OnceCell;

use leptos::prelude::document;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::js_sys::{self, Array, Intl, Object};

use super::known::LANGUAGES;

thread_local! {
    static LINES: OnceCell<Vec<&'static str>> = const { OnceCell::new() };
}

/// Takes the lines in that the page brought, once and for as long as it is open.
pub fn load(lines: String) {
    LINES.with(|loaded| {
        _ = loaded.set(Box::leak(lines.into_boxed_str()).split('\n').collect());
    });
}

pub fn current() -> usize {
    let code = document().document_element().and_then(|page| page.get_attribute("lang"));
    LANGUAGES.iter().position(|language| code.as_deref() == Some(language.code)).unwrap_or(0)
}

pub fn line(at: usize) -> &'static str {
    LINES.with(|loaded| loaded.get().and_then(|lines| lines.get(at)).copied().unwrap_or_default())
}

pub fn decimal(number: i64) -> String {
    js_sys::Number::from(float(number)).to_locale_string(LANGUAGES[current()].code).into()
}

pub fn category(number: i64) -> &'static str {
    let locales = Array::of1(&JsValue::from_str(LANGUAGES[current()].code));
    let category: String =
        Intl::PluralRules::new(&locales, &Object::new()).select(float(number)).into();
    let all = ["zero", "one", "two", "few", "many"];
    all.into_iter().find(|known| category == *known).unwrap_or("other")
}

#[expect(clippy::cast_precision_loss, reason = "exact for all that people count")]
fn float(number: i64) -> f64 {
    number as f64
}
