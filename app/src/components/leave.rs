//! Leaving for another page with a full load, so that nothing of the old session stays.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::rpc::Error;
use crate::rpc::page::leave;

/// Goes where a remote call says, once it has succeeded. A browser without scripts was sent
/// there by the server.
pub fn leave_on_success<F>(action: ServerAction<F>)
where
    F: ServerFn<Output = String, Error = Error> + Send + Sync + Clone + 'static,
    F::Output: Send + Sync,
    F::Error: Send + Sync,
{
    Effect::new(move |_| {
        if let Some(Ok(path)) = action.value().get() {
            leave(&path);
        }
    });
}
