//! The secret of a token just made.

use leptos::prelude::*;

use crate::components::copy::Secret;
use crate::language::account as t;
use crate::rpc;
use crate::rpc::account::CreateToken;

/// Shows the secret of the token that was just made, with scripts or without.
#[component]
pub fn MadeToken(create: ServerAction<CreateToken>) -> impl IntoView {
    let without_scripts = Resource::new(|| (), |()| rpc::account::made_token());
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                let made = without_scripts.await.ok().flatten();
                made.map(|made| view! { <Made made /> })
            })}
        </Suspense>
        {move || create.value().get()?.ok().map(|made| view! { <Made made /> })}
    }
}

#[component]
fn Made(made: rpc::account::MadeToken) -> impl IntoView {
    let rpc::account::MadeToken { secret, origin } = made;
    let example =
        format!("curl --header \"Authorization: Bearer {secret}\" \\\n  {origin}/api/v1/projects");
    view! {
        <div class="notice notice--success" role="status">
            <p class="notice__title">{t::token_is_made()}</p>
            <p>{t::token_copy()}</p>
            <Secret value=secret />
            <p>{t::token_example()}</p>
            <pre class="schema" tabindex="0">
                <code>{example}</code>
            </pre>
        </div>
    }
}
