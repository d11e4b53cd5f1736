//! Designing what raters are asked, with their page beside it.

use domain::project::ProjectView;
use domain::protocol::{Named, Protocol};
use domain::rationale::Ask;
use leptos::ev::Event;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, FormData, HtmlFormElement};

use super::criteria::CriteriaField;
use super::saved::Saved;
use crate::components::question::{self, ProtocolForm, QuestionField, QuestionForm};
use crate::components::rationale::RationaleField;
use crate::components::refusal::{Refusal, refusal_of};
use crate::language::design as t;
use crate::pages::judge::view::task_preview::Preview;
use crate::rpc::projects::ChangeProtocol;

/// The fields beside which a refusal stands.
const FIELDS: [&str; 7] = ["points", "share", "min_length", "kind", "levels", "criteria", "flags"];

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
        // What was typed into, or the form itself, not what listens: events are delegated.
        let field = event.target().and_then(|field| field.dyn_into::<Element>().ok());
        let form = field.and_then(|field| field.closest("form").ok().flatten());
        let form = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
        if let Some(read) = form.and_then(|form| read(&form)) {
            drafted.set(Protocol { criteria: criteria.get_untracked(), ..read });
        }
    };
    let compares = Memo::new(move |_| drafted.with(|drafted| drafted.scale().is_some()));
    view! {
        <section class="section">
            <h2 class="section__header">{t::protocol()}</h2>
            <p class="section__lead">
                {t::protocol_text(version, version + 1)}
            </p>
            <Refusal error fields=&FIELDS />
            <div on:input=follow>
                <ActionForm
                    action=change_protocol
                    attr:class="form form--wide"
                >
                    <input type="hidden" name="project" value=view.project.id.to_string() />
                    <QuestionField question=protocol.question error />
                    <CriteriaField criteria compares error />
                    <RationaleField rationale=protocol.rationale error />
                    <RewriteChoice rewrite=protocol.rewrite />
                    <FlagReasons flags=protocol.flags error />
                    <label class="choice">
                        <input
                            type="checkbox"
                            name="beside[confidence]"
                            value="true"
                            checked=protocol.confidence
                        />
                        <span>{t::confidence()}</span>
                        <span class="choice__hint">
                            {t::confidence_help()}
                        </span>
                    </label>
                    <label class="choice">
                        <input
                            type="checkbox"
                            name="beside[spans]"
                            value="true"
                            checked=protocol.spans
                        />
                        <span>{t::spans()}</span>
                        <span class="choice__hint">
                            {t::spans_help()}
                        </span>
                    </label>
                    <div class="form__actions">
                        <button
                            class="button"
                            aria-busy=move || change_protocol.pending().get().then_some("true")
                        >
                            {t::save_protocol()}
                        </button>
                        <Saved action=change_protocol name="protocol" />
                    </div>
                </ActionForm>
            </div>
            <Preview protocol=drafted />
        </section>
    }
}

/// Whether raters may or must write a better response.
#[component]
fn RewriteChoice(rewrite: Ask) -> impl IntoView {
    let label = |ask| match ask {
        Ask::Off => t::off(),
        Ask::Optional => t::optional(),
        Ask::Required => t::required(),
    };
    view! {
        <div class="field">
            <label class="field__label" for="rewrite-ask">
                {t::rewrite()}
            </label>
            <p class="field__hint">
                {t::rewrite_help()}
            </p>
            <select class="select" id="rewrite-ask" name="beside[rewrite]">
                {Ask::ALL
                    .map(|ask| {
                        view! {
                            <option value=ask.name() selected=ask == rewrite>
                                {label(ask)}
                            </option>
                        }
                    })}
            </select>
        </div>
    }
}

/// For what reasons a task or a response may be flagged.
#[component]
fn FlagReasons(
    flags: Vec<Named>,
    #[prop(into)] error: Signal<Option<crate::rpc::Error>>,
) -> impl IntoView {
    let reason = move || error.get().and_then(|error| error.of_field("flags"));
    view! {
        <div class="field">
            <label class="field__label" for="flag-reasons">
                {t::flags()}
            </label>
            <p class="field__hint">
                {t::flags_help()}
            </p>
            <textarea class="textarea" id="flag-reasons" name="beside[flags]" rows="5">
                {question::written(&flags)}
            </textarea>
            {move || reason().map(|reason| view! { <p class="field__error">{reason}</p> })}
        </div>
    }
}

/// What the form says now; none while a number is missing.
fn read(form: &HtmlFormElement) -> Option<Protocol> {
    let data = FormData::new_with_form(form).ok()?;
    let text = |name: &str| data.get(name).as_string().unwrap_or_default();
    let is_ticked = |name: &str| data.has(name);
    let named = |name: &str| serde_json::Value::String(text(name));
    let asked = QuestionForm {
        kind: serde_json::from_value(named("asked[kind]")).ok()?,
        points: text("asked[points]").parse().ok()?,
        both_bad: is_ticked("asked[both_bad]"),
        both_good: is_ticked("asked[both_good]"),
        ties: is_ticked("asked[ties]"),
        look: serde_json::from_value(named("asked[look]")).ok()?,
        levels: text("asked[levels]").parse().ok()?,
        labels: text("asked[labels]"),
    };
    let beside = ProtocolForm {
        ask: serde_json::from_value(named("beside[ask]")).ok()?,
        share: text("beside[share]").parse().ok()?,
        min_length: text("beside[min_length]").parse().ok()?,
        rewrite: serde_json::from_value(named("beside[rewrite]")).ok()?,
        confidence: is_ticked("beside[confidence]"),
        spans: is_ticked("beside[spans]"),
        flags: text("beside[flags]"),
        criteria: text("beside[criteria]"),
    };
    beside.protocol(asked.question()).ok()
}
