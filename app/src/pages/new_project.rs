//! Making a project.

use domain::project::{MAX_GUIDELINES, MAX_OVERLAP};
use domain::protocol::Protocol;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;

use crate::components::field::Field;
use crate::components::leave::leave_on_success;
use crate::components::number_field::NumberField;
use crate::components::question::QuestionField;
use crate::components::refusal::{Refusal, refusal_of};
use crate::components::text_area::TextArea;
use crate::rpc::projects::CreateProject;

/// Name, guidelines, judgments per task, scale; leads to the project, which begins as a draft.
#[component]
pub fn NewProjectPage() -> impl IntoView {
    let create = ServerAction::<CreateProject>::new();
    leave_on_success(create);
    let error = refusal_of(create);
    let question = Protocol::default().question;
    view! {
        <Title text="New project" />
        <main class="page page--reading" id="main">
            <header class="page__header">
                <div>
                    <h1 class="page__title">"New project"</h1>
                    <p class="page__lead">
                        "It begins as a draft. Nothing is handed out until you start it."
                    </p>
                </div>
            </header>
            <div class="stack stack--loose">
                <Refusal error fields=&["name", "guidelines", "overlap", "points", "kind", "levels"] />
                <ActionForm action=create attr:class="form form--wide">
                    <Field label="Name" name="name" autocomplete="off" error />
                    <TextArea
                        label="Guidelines"
                        name="guidelines"
                        help="Markdown, shown to raters beside every task. You can change it later; judgments keep the version they were made under."
                        maximum=MAX_GUIDELINES
                        error
                    />
                    <NumberField
                        label="Judgments per task"
                        name="overlap"
                        help="From 1 to 100, each from another rater. Three let a majority form; one is enough to try things out."
                        minimum=1
                        maximum=MAX_OVERLAP
                        value=3
                        error
                    />
                    <QuestionField question error />
                    <p class="field__hint">
                        "Criteria, rationales and more are on the project's settings page."
                    </p>
                    <div class="form__actions">
                        <button
                            class="button button--primary"
                            aria-busy=move || create.pending().get().then_some("true")
                        >
                            "Make the project"
                        </button>
                        <A href="/" attr:class="button button--quiet">
                            "Cancel"
                        </A>
                    </div>
                </ActionForm>
            </div>
        </main>
    }
}
