//! The first visit: making the first admin.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::Redirect;

use crate::components::field::Field;
use crate::components::frame::Visitor;
use crate::components::leave::leave_on_success;
use crate::components::refusal::{Refusal, refusal_of};
use crate::rpc::session::SetUp;

/// Code, name, e-mail, password. The code proves that whoever is here has seen the server start.
#[component]
pub fn SetUpPage() -> impl IntoView {
    let visitor = expect_context::<Visitor>();
    let set_up = ServerAction::<SetUp>::new();
    leave_on_success(set_up);
    let error = refusal_of(set_up);
    view! {
        <Title text="Set up" />
        <main class="page page--lone" id="main">
            <Suspense>
                {move || Suspend::new(async move {
                    let done = visitor.0.await.is_ok_and(|visit| !visit.needs_set_up);
                    done.then(|| view! { <Redirect path="/" /> })
                })}
            </Suspense>
            <div class="stack">
                <h1>"Welcome to Touchstone"</h1>
                <p>
                    "Nobody has an account here yet. You make the first one; it looks after the whole site."
                </p>
                <Refusal error fields=&["code", "name", "email", "password"] />
                <ActionForm action=set_up attr:class="form">
                    <Field
                        label="Set-up code"
                        name="code"
                        autocomplete="off"
                        help="Printed in the terminal where the server was started."
                        error
                    />
                    <Field label="Your name" name="name" autocomplete="name" error />
                    <Field label="E-mail" name="email" kind="email" autocomplete="username" error />
                    <Field
                        label="Password"
                        name="password"
                        kind="password"
                        autocomplete="new-password"
                        help="At least 8 characters; 12 or more are better. A few unrelated words do well."
                        error
                    />
                    <div class="form__actions">
                        <button class="button button--primary button--large button--full">
                            "Make the first account"
                        </button>
                    </div>
                </ActionForm>
            </div>
        </main>
    }
}
