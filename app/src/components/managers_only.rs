//! Pages of a project that only managers may see.

use domain::project::ProjectView;
use domain::reason::Reason;
use leptos::prelude::*;

use super::problem::Problem;
use super::project_frame::manages;
use crate::refusal::in_words;
use crate::rpc::Error;

/// What `content` makes of the project for those who manage it; for others why they see nothing.
pub fn for_managers<V: IntoView + 'static>(
    view: ProjectView,
    content: impl FnOnce(ProjectView) -> V,
) -> AnyView {
    if manages(&view) {
        return content(view).into_any();
    }
    let error = Error::Refused(in_words(domain::Error::forbidden(Reason::OnlyManagers)));
    view! { <Problem error /> }.into_any()
}
