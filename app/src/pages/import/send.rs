//! Sending bytes from the browser, with word of how far they have come.

use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::{Blob, ProgressEvent, XmlHttpRequest};

use crate::language::transfer as say;
use crate::refusal::of_api;
use crate::rpc::Error;

/// What the server said; status 0 stands for nothing at all.
pub struct Answer {
    pub status: u16,
    pub text: String,
}

/// Posts `body`. `progress` hears of bytes sent and of all bytes, and stops the sending by
/// answering false; `answer` is called once, whatever happens.
pub fn send(
    address: &str,
    body: &Blob,
    progress: impl Fn(f64, f64) -> bool + 'static,
    answer: impl FnOnce(Answer) + 'static,
) {
    let Ok(request) = XmlHttpRequest::new() else {
        return answer(Answer { status: 0, text: String::new() });
    };
    let sending = request.clone();
    let on_progress = Closure::<dyn FnMut(ProgressEvent)>::new(move |event: ProgressEvent| {
        if !progress(event.loaded(), event.total()) {
            // Aborting ends the loading, which answers.
            let _ = sending.abort();
        }
    });
    let answering = request.clone();
    let on_end = Closure::once_into_js(move |_: ProgressEvent| {
        let text = answering.response_text().ok().flatten().unwrap_or_default();
        answer(Answer { status: answering.status().unwrap_or_default(), text });
    });
    request.set_onloadend(Some(on_end.unchecked_ref()));
    if let Ok(upload) = request.upload() {
        upload.set_onprogress(Some(on_progress.into_js_value().unchecked_ref()));
    }
    let sent = request
        .open("POST", address)
        .and_then(|()| request.set_request_header("content-type", "application/octet-stream"))
        .and_then(|()| request.set_request_header("accept", "application/json"))
        .and_then(|()| request.send_with_opt_blob(Some(body)));
    if sent.is_err() {
        // The end is then answered as well, with status 0.
        let _ = request.abort();
    }
}

impl Answer {
    /// Why the server refused, or that it could not be reached.
    pub fn refusal(&self) -> Error {
        if self.status == 0 {
            return Error::Transport(say::cut_off().to_owned());
        }
        match of_api(&self.text) {
            Some(error) => Error::Refused(error),
            None => Error::Transport(say::answered_status(&self.status.to_string())),
        }
    }
}
