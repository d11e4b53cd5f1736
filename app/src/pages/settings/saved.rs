//! The note that changes were saved.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_query_map;

use crate::language::design as t;
use crate::rpc::Error;
use crate::rpc::projects::ProjectHead;

/// Says that the changes were saved, after the call or after the redirect of a plain form.
#[component]
pub fn Saved<A>(
    action: ServerAction<A>,
    /// The name of the form in the redirect.
    name: &'static str,
) -> impl IntoView
where
    A: ServerFn<Output = ProjectHead, Error = Error> + Clone + Send + Sync + 'static,
    A::Output: Send + Sync,
{
    let query = use_query_map();
    let saved = move || match action.value().get() {
        Some(result) => result.is_ok() && !action.pending().get(),
        None => query.read().get("saved").is_some_and(|saved| saved == name),
    };
    view! {
        <span role="status">
            {move || saved().then(|| view! { <span class="badge badge--done">{t::saved()}</span> })}
        </span>
    }
}
