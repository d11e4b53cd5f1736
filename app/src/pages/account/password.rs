//! Changing one's password.

use leptos::html::Form;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::components::field::Field;
use crate::components::frame::Visitor;
use crate::components::refusal::{Refusal, refusal_of};
use crate::language::account as t;
use crate::rpc::account::ChangePassword;

/// The form. It is emptied after a success.
#[component]
pub fn PasswordSection() -> impl IntoView {
    let change = ServerAction::<ChangePassword>::new();
    let error = refusal_of(change);
    let visitor = expect_context::<Visitor>();
    let query = use_query_map();
    let changed = move || match change.value().get() {
        Some(answer) => answer.is_ok(),
        None => query.read().get("done").as_deref() == Some("password"),
    };
    let form = NodeRef::<Form>::new();
    Effect::new(move |_| {
        if let (Some(Ok(())), Some(form)) = (change.value().get(), form.get()) {
            form.reset();
        }
    });
    view! {
        <section class="section">
            <h2 class="section__header">{t::password()}</h2>
            {move || {
                changed()
                    .then(|| {
                        view! {
                            <div class="notice notice--success" role="status">
                                <p>{t::password_changed()}</p>
                            </div>
                        }
                    })
            }}
            <Refusal error fields=&["current", "password"] />
            <ActionForm action=change node_ref=form attr:class="form">
                // Tells password managers whose password it is.
                <Suspense>
                    {move || Suspend::new(async move {
                        let account = visitor.0.await.ok().and_then(|visit| visit.account);
                        account
                            .map(|account| {
                                view! {
                                    <input
                                        type="text"
                                        autocomplete="username"
                                        value=account.email
                                        readonly
                                        hidden
                                    />
                                }
                            })
                    })}
                </Suspense>
                <Field
                    label=t::password_current()
                    name="current"
                    kind="password"
                    autocomplete="current-password"
                    error
                />
                <Field
                    label=t::password_new()
                    name="password"
                    kind="password"
                    autocomplete="new-password"
                    help=t::password_help()
                    error
                />
                <div class="form__actions">
                    <button class="button" aria-busy=move || change.pending().get().then_some("true")>
                        {t::password_change()}
                    </button>
                </div>
            </ActionForm>
        </section>
    }
}
