//! A page that cannot be shown, and what to do about it.

use leptos::prelude::*;

use super::head::Title;
use super::here::Here;
use crate::language::common;
use crate::rpc::Error;
use crate::rpc::page::leave;

/// Says why a page cannot be shown. The browser takes people whose session has ended to the
/// sign-in page, and back afterwards.
#[component]
pub fn Problem(error: Error) -> impl IntoView {
    error.mark_page();
    if error.is_signed_out() {
        let Here(here) = expect_context();
        leave(&format!("/sign-in?next={}", here.get_untracked()));
    }
    let title = title(&error);
    view! {
        <Title text=title />
        <section class="empty" role="alert">
            <h2 class="empty__title">{title}</h2>
            <p class="empty__text">{error.sentence()}</p>
            <div class="empty__actions">
                <a href="/" class="button">
                    {common::to_the_projects()}
                </a>
            </div>
        </section>
    }
}

fn title(error: &Error) -> &'static str {
    match error {
        Error::Refused(domain::Error::NotFound { .. }) => common::missing_title(),
        Error::Refused(domain::Error::Forbidden { .. }) => common::forbidden_title(),
        Error::Refused(domain::Error::Busy { .. }) => common::busy_title(),
        Error::Transport(_) => common::offline_title(),
        Error::Refused(_) => common::problem_title(),
    }
}
