//! Showing what a remote call answered: the content, or the problem.

use leptos::prelude::*;

use super::problem::Problem;
use crate::rpc;

/// The content made from a success, or the problem in its place.
pub fn show<T, V: IntoView + 'static>(
    result: rpc::Result<T>,
    content: impl FnOnce(T) -> V,
) -> AnyView {
    match result {
        Ok(value) => content(value).into_any(),
        Err(error) => view! { <Problem error /> }.into_any(),
    }
}
