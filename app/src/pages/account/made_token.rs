//! The secret of a token just made.

use leptos::prelude::*;

use crate::components::copy::Secret;
use crate::rpc::account::CreateToken;

/// Shows the secret once, and how to send it.
#[component]
pub fn MadeToken(create: ServerAction<CreateToken>) -> impl IntoView {
    move || {
        let made = create.value().get()?.ok()?;
        let secret = made.token.secret;
        let example = format!(
            "curl --header \"Authorization: Bearer {secret}\" \\\n  {}/api/v1/projects",
            made.origin
        );
        Some(view! {
            <div class="notice notice--success" role="status">
                <p class="notice__title">{format!("The token «{}» is made", made.token.of.name)}</p>
                <p>"Copy it now: it is not shown again."</p>
                <Secret value=secret />
                <p>"For instance, to list your projects:"</p>
                <pre class="schema" tabindex="0">
                    <code>{example}</code>
                </pre>
            </div>
        })
    }
}
