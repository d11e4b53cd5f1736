//! Making a project.

use domain::project::{MAX_GUIDELINES, MAX_OVERLAP};
use domain::protocol::Protocol;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::field::Field;
use crate::components::head::Title;
use crate::components::leave::leave_on_success;
use crate::components::number_field::NumberField;
use crate::components::question::QuestionField;
use crate::components::refusal::{Refusal, refusal_of};
use crate::components::text_area::TextArea;
use crate::language::manage as t;
use crate::rpc::projects::CreateProject;

/// Name, guidelines, judgments per task, scale; leads to the project, which begins as a draft.
#[component]
pub fn NewProjectPage() -> impl IntoView {
    let create = ServerAction::<CreateProject>::new();
    leave_on_success(create);
    let error = refusal_of(create);
    let question = Protocol::default().question;
    view! {
        <Title text=t::new_project() />
        <main class="page page--reading" id="main">
            <header class="page__header">
                <div>
                    <h1 class="page__title">{t::new_project()}</h1>
                    <p class="page__lead">
                        {t::new_project_text()}
                    </p>
                </div>
            </header>
            <div class="stack stack--loose">
                <Refusal error fields=&["name", "guidelines", "overlap", "points", "kind", "levels"] />
                <ActionForm action=create attr:class="form form--wide">
                    <Field label=t::project_name() name="name" autocomplete="off" error />
                    <TextArea
                        label=t::guidelines()
                        name="guidelines"
                        help=t::guidelines_help()
                        maximum=MAX_GUIDELINES
                        error
                    />
                    <NumberField
                        label=t::overlap()
                        name="overlap"
                        help=t::overlap_help()
                        minimum=1
                        maximum=MAX_OVERLAP
                        value=3
                        error
                    />
                    <QuestionField question error />
                    <p class="field__hint">
                        {t::new_project_more()}
                    </p>
                    <div class="form__actions">
                        <button
                            class="button button--primary"
                            aria-busy=move || create.pending().get().then_some("true")
                        >
                            {t::make_project()}
                        </button>
                        <A href="/" attr:class="button button--quiet">
                            {t::cancel()}
                        </A>
                    </div>
                </ActionForm>
            </div>
        </main>
    }
}
