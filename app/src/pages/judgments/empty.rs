//! The empty list of judgments.

use domain::id::JudgmentId;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::language::results as t;

/// Says why a list is empty, and where to go next.
#[component]
pub fn EmptyList(base: String, before: Option<JudgmentId>) -> impl IntoView {
    if before.is_some() {
        return view! {
            <section class="empty">
                <h2 class="empty__title">{t::were_all()}</h2>
                <A href=format!("{base}/judgments") attr:class="button">
                    {t::newest()}
                </A>
            </section>
        }
        .into_any();
    }
    view! {
        <section class="empty">
            <h2 class="empty__title">{t::nobody()}</h2>
            <p class="empty__text">
                {t::nobody_text()}
            </p>
            <A href=base attr:class="button">
                {t::to_overview()}
            </A>
        </section>
    }
    .into_any()
}
