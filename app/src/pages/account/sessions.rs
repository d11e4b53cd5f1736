//! One's sessions.

use leptos::prelude::*;

use crate::components::confirm::Confirm;
use crate::components::leave::leave_on_success;
use crate::components::refusal::{Refusal, refusal_of};
use crate::language::account as t;
use crate::rpc::account::SignOutEverywhere;

/// Signing out of every browser, this one included.
#[component]
pub fn SessionsSection() -> impl IntoView {
    let sign_out = ServerAction::<SignOutEverywhere>::new();
    leave_on_success(sign_out);
    view! {
        <section class="section">
            <h2 class="section__header">{t::sessions()}</h2>
            <p class="section__lead">
                {t::sessions_text()}
            </p>
            <Refusal error=refusal_of(sign_out) />
            <Confirm
                label=t::sign_out_everywhere_ask()
                class="button button--danger"
                description=t::sign_out_everywhere_ask()
                question=t::sign_out_everywhere_question()
            >
                <ActionForm action=sign_out>
                    <button
                        class="button button--final"
                        aria-busy=move || sign_out.pending().get().then_some("true")
                    >
                        {t::sign_out_everywhere()}
                    </button>
                </ActionForm>
            </Confirm>
        </section>
    }
}
