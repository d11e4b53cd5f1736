//! Texts by key in IndexedDB, which has more room than `localStorage` and confirms writes. Nothing
//! here runs on the server.

use std::cell::OnceCell;

use leptos::prelude::window;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::js_sys::futures::JsFuture;
use leptos::web_sys::js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::web_sys::{
    EventTarget, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbTransaction,
};

/// The name of the database.
const NAME: &str = "touchstone";

/// A new layout needs a new version. A page with an older version closes the database and goes on
/// without it.
const VERSION: u32 = 1;

/// The decisions that the server has not confirmed.
const UNSENT: &str = "unsent";

/// Nobody reads the error: the caller goes on without the database.
type Result<T> = std::result::Result<T, JsValue>;

/// The database, opened once for the whole page.
#[derive(Clone)]
struct Opening {
    request: IdbOpenDbRequest,
    opened: Promise,
}

thread_local! {
    static OPENING: OnceCell<Result<Opening>> = const { OnceCell::new() };
}

/// Writes a text under its key and returns when it is on disk.
pub async fn put(key: &str, text: &str) -> Result<()> {
    change(|unsent| unsent.put_with_key(&text.into(), &key.into()).map(drop)).await
}

/// Removes the text under a key, if there is one.
pub async fn remove(key: &str) -> Result<()> {
    change(|unsent| unsent.delete(&key.into()).map(drop)).await
}

/// The texts whose keys start with `prefix`, in the order of their keys.
pub async fn all(prefix: &str) -> Result<Vec<String>> {
    let database = open().await?;
    let range = IdbKeyRange::bound(&prefix.into(), &format!("{prefix}\u{ffff}").into())?;
    let unsent = database.transaction_with_str(UNSENT)?.object_store(UNSENT)?;
    let request = unsent.get_all_with_key(&range)?;
    JsFuture::from(either(&request, "success", "error")).await?;
    let texts: Array = request.result()?.unchecked_into();
    Ok(texts.iter().filter_map(|text| text.as_string()).collect())
}

/// Changes apply in the order in which they are requested.
async fn change(act: impl FnOnce(&IdbObjectStore) -> Result<()>) -> Result<()> {
    let database = open().await?;
    // `database.transaction("unsent", "readwrite", { durability: "strict" })`
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let begin: Function = Reflect::get(&database, &"transaction".into())?.unchecked_into();
    let transaction = begin.call3(&database, &UNSENT.into(), &"readwrite".into(), &options)?;
    let transaction: IdbTransaction = transaction.unchecked_into();
    act(&transaction.object_store(UNSENT)?)?;
    // Committed now, so that the change survives a page that is closed.
    #[expect(deprecated, reason = "the binding's mark; the standard has no other")]
    transaction.commit()?;
    JsFuture::from(either(&transaction, "complete", "abort")).await.map(drop)
}

/// The database, once it is open. There is no time limit.
async fn open() -> Result<IdbDatabase> {
    let opening = OPENING.with(|opening| opening.get_or_init(begin_to_open).clone());
    let Opening { request, opened } = opening?;
    JsFuture::from(opened).await?;
    let database: IdbDatabase = request.result()?.unchecked_into();
    // `database.onversionchange = database.close`
    let close: Function = Reflect::get(&database, &"close".into())?.unchecked_into();
    database.set_onversionchange(Some(&close));
    Ok(database)
}

fn begin_to_open() -> Result<Opening> {
    let factory = window().indexed_db()?.ok_or(JsValue::NULL)?;
    let request = factory.open_with_u32(NAME, VERSION)?;
    let database = request.clone();
    let lay_out = Closure::once_into_js(move || {
        // If the layout cannot be created, the database does not open.
        _ = database.result().and_then(|database| {
            let database: IdbDatabase = database.unchecked_into();
            database.create_object_store(UNSENT)
        });
    });
    request.set_onupgradeneeded(Some(lay_out.unchecked_ref()));
    let opened = either(&request, "success", "error");
    Ok(Opening { request, opened })
}

/// Resolves on the first event and rejects on the second.
fn either(target: &EventTarget, good: &str, bad: &str) -> Promise {
    Promise::new(&mut |keep, break_off| {
        for (event, act) in [(good, keep), (bad, break_off)] {
            // Adding a listener by name does not fail.
            _ = target.add_event_listener_with_callback(event, &act);
        }
    })
}
