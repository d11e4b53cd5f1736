//! Texts by key in the browser's database, which holds far more than its simple storage and says
//! when a text is on the disk. Nothing here runs on the server.

use std::cell::OnceCell;

use leptos::prelude::window;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::js_sys::futures::JsFuture;
use leptos::web_sys::js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::web_sys::{
    EventTarget, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbTransaction,
};

/// What the database is called.
const NAME: &str = "touchstone";

/// Another layout is another version. A page of an older one closes the database for it and goes
/// on without.
const VERSION: u32 = 1;

/// The decisions that the server has not acknowledged.
const UNSENT: &str = "unsent";

/// What went wrong is for nobody: whoever calls does without the database.
type Result<T> = std::result::Result<T, JsValue>;

/// The database, being opened once for the whole page.
#[derive(Clone)]
struct Opening {
    request: IdbOpenDbRequest,
    opened: Promise,
}

thread_local! {
    static OPENING: OnceCell<Result<Opening>> = const { OnceCell::new() };
}

/// Puts a text in the place of its key; returns when it is on the disk.
pub async fn put(key: &str, text: &str) -> Result<()> {
    change(|unsent| unsent.put_with_key(&text.into(), &key.into()).map(drop)).await
}

/// Removes the text of a key, if there is one.
pub async fn remove(key: &str) -> Result<()> {
    change(|unsent| unsent.delete(&key.into()).map(drop)).await
}

/// The texts whose keys begin with `prefix`, in the order of their keys.
pub async fn all(prefix: &str) -> Result<Vec<String>> {
    let database = open().await?;
    let range = IdbKeyRange::bound(&prefix.into(), &format!("{prefix}\u{ffff}").into())?;
    let unsent = database.transaction_with_str(UNSENT)?.object_store(UNSENT)?;
    let request = unsent.get_all_with_key(&range)?;
    JsFuture::from(either(&request, "success", "error")).await?;
    let texts: Array = request.result()?.unchecked_into();
    Ok(texts.iter().filter_map(|text| text.as_string()).collect())
}

/// Changes are made in the order in which they are asked for.
async fn change(act: impl FnOnce(&IdbObjectStore) -> Result<()>) -> Result<()> {
    let database = open().await?;
    // `database.transaction("unsent", "readwrite", { durability: "strict" })`
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let begin: Function = Reflect::get(&database, &"transaction".into())?.unchecked_into();
    let transaction = begin.call3(&database, &UNSENT.into(), &"readwrite".into(), &options)?;
    let transaction: IdbTransaction = transaction.unchecked_into();
    act(&transaction.object_store(UNSENT)?)?;
    // At once, so that a page that is left now leaves the change behind.
    #[expect(deprecated, reason = "the binding's mark; the standard has no other")]
    transaction.commit()?;
    JsFuture::from(either(&transaction, "complete", "abort")).await.map(drop)
}

/// The database once it is open; waits for as long as that takes.
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
        // A database that cannot be laid out is not opened.
        _ = database.result().and_then(|database| {
            let database: IdbDatabase = database.unchecked_into();
            database.create_object_store(UNSENT)
        });
    });
    request.set_onupgradeneeded(Some(lay_out.unchecked_ref()));
    let opened = either(&request, "success", "error");
    Ok(Opening { request, opened })
}

/// Kept when the first event comes, broken when the second does.
fn either(target: &EventTarget, good: &str, bad: &str) -> Promise {
    Promise::new(&mut |keep, break_off| {
        for (event, act) in [(good, keep), (bad, break_off)] {
            // Listening to an event by its name does not fail.
            _ = target.add_event_listener_with_callback(event, &act);
        }
    })
}
