//! Designing what raters are asked, with their page beside it.

use domain::project::ProjectView;
use domain::protocol::Criterion;
use domain::rationale::Rationale;
use leptos::ev::Event;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{FormData, HtmlFormElement};

use super::Saved;
use super::criteria::CriteriaField;
use crate::components::question::{Asked, QuestionField};
use crate::components::rationale::RationaleField;
use crate::components::refusal::{Refusal, refusal_of};
use crate::pages::judge::preview::Preview;
use crate::rpc::projects::ChangeProtocol;

/// The fields beside which a refusal stands.
const FIELDS: [&str; 6] = ["points", "share", "min_length", "kind", "levels", "criteria"];

/// The protocol, in a form; and below it the page as raters will see it.
#[component]
pub fn ProtocolSection(
    view: ProjectView,
    change_protocol: ServerAction<ChangeProtocol>,
) -> impl IntoView {
    let error = refusal_of(change_protocol);
    let version = view.project.protocol_version;
    let protocol = view.protocol;
    let drafted = RwSignal::new(protocol.clone());
    let criteria = RwSignal::new(protocol.criteria.clone());
    Effect::new(move |_| drafted.update(|drafted| drafted.criteria = criteria.get()));
    let follow = move |event: Event| {
        let form = event.current_target().and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
        if let Some((question, rationale, confidence)) = form.and_then(|form| read(&form)) {
            drafted.update(|drafted| {
                (drafted.question, drafted.rationale, drafted.confidence) =
                    (question.question(), rationale, confidence);
            });
        }
    };
    let compares = Memo::new(move |_| drafted.with(|drafted| drafted.scale().is_some()));
    view! {
        <section class="section">
            <h2 class="section__header">"Protocol"</h2>
            <p class="section__lead">
                {format!(
                    "What raters are asked. This is version {version}; a change makes version {}. Judgments keep the version they were made under, and so do tasks that raters have before them now.",
                    version + 1,
                )}
            </p>
            <Refusal error fields=&FIELDS />
            <div>
                <ActionForm
                    action=change_protocol
                    attr:class="form form--wide"
                    on:input=move |event| follow(event.unchecked_into())
                >
                    <input type="hidden" name="project" value=view.project.id.to_string() />
                    <QuestionField question=protocol.question error />
                    <CriteriaField criteria compares error />
                    <RationaleField rationale=protocol.rationale error />
                    <label class="choice">
                        <input
                            type="checkbox"
                            name="confidence"
                            value="true"
                            checked=protocol.confidence
                        />
                        <span>"Confidence"</span>
                        <span class="choice__hint">
                            "Raters may say how sure they are: a little, fairly, very."
                        </span>
                    </label>
                    <div class="form__actions">
                        <button
                            class="button"
                            aria-busy=move || change_protocol.pending().get().then_some("true")
                        >
                            "Save the protocol"
                        </button>
                        <Saved action=change_protocol name="protocol" />
                    </div>
                </ActionForm>
            </div>
            <Preview protocol=drafted />
        </section>
    }
}

/// What the form says now; none while a number is missing.
fn read(form: &HtmlFormElement) -> Option<(Asked, Rationale, bool)> {
    let data = FormData::new_with_form(form).ok()?;
    let text = |name: &str| data.get(name).as_string().unwrap_or_default();
    let is_ticked = |name: &str| data.has(name);
    let named = |name: &str| serde_json::Value::String(text(name));
    let asked = Asked {
        kind: serde_json::from_value(named("asked[kind]")).ok()?,
        points: text("asked[points]").parse().ok()?,
        both_bad: is_ticked("asked[both_bad]"),
        both_good: is_ticked("asked[both_good]"),
        ties: is_ticked("asked[ties]"),
        look: serde_json::from_value(named("asked[look]")).ok()?,
        levels: text("asked[levels]").parse().ok()?,
        labels: text("asked[labels]"),
    };
    let rationale = Rationale {
        ask: serde_json::from_value(named("ask")).ok()?,
        share: text("share").parse().ok()?,
        min_length: text("min_length").parse().ok()?,
    };
    Some((asked, rationale, is_ticked("confidence")))
}

/// A criterion as the form sends it, with all others.
pub fn written(criteria: &[Criterion]) -> String {
    serde_json::to_string(criteria).unwrap_or_default()
}
