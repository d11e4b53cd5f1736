//! What went wrong with a form, above it.

use leptos::prelude::*;

use crate::rpc::Error;

/// A form's last refusal, unless it is shown beside one of `fields`.
#[component]
pub fn Refusal(
    #[prop(into)] error: Signal<Option<Error>>,
    /// The fields that show their own refusals.
    #[prop(optional)]
    fields: &'static [&'static str],
) -> impl IntoView {
    move || {
        let error = error.get()?;
        let elsewhere = fields.iter().any(|field| error.of_field(field).is_some());
        (!elsewhere).then(|| {
            view! {
                <div class="notice notice--danger" role="alert">
                    <p>{error.sentence()}</p>
                </div>
            }
        })
    }
}

/// The refusal of an action, if its last call was refused.
pub fn refusal_of<F>(action: ServerAction<F>) -> Signal<Option<Error>>
where
    F: leptos::server_fn::ServerFn<Error = Error> + Send + Sync + Clone + 'static,
    F::Output: Send + Sync + Clone + 'static,
{
    Signal::derive(move || action.value().get().and_then(Result::err))
}
