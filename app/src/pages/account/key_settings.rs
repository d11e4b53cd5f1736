//! The keys of the judge page, as one has laid them out.

use domain::keys::{Command, Keys};
use leptos::ev::FocusEvent;
use leptos::html::Form;
use leptos::prelude::*;
use leptos::web_sys::HtmlInputElement;
use leptos_router::hooks::use_query_map;

use crate::components::command_label::command_label;
use crate::components::confirm::Confirm;
use crate::components::outcome::show;
use crate::components::refusal::{Refusal, refusal_of};
use crate::language::{account as t, common};
use crate::rpc;
use crate::rpc::Error;
use crate::rpc::account::ChangeKeys;

/// The form that brings the usual keys back.
const USUAL: &str = "usual-keys";

/// A letter for each command, and the way back to the usual ones.
#[component]
pub fn KeysSection() -> impl IntoView {
    let change = ServerAction::<ChangeKeys>::new();
    let error = refusal_of(change);
    let of_all = Signal::derive(move || {
        error.get().filter(|error| Command::all().all(|one| error.of_field(one.name()).is_none()))
    });
    // Kept as they are typed until they are taken.
    let taken = Memo::new(move |before: Option<&u32>| {
        let before = before.copied().unwrap_or_default();
        before + u32::from(change.value().with(|answer| matches!(answer, Some(Ok(_)))))
    });
    let keys = Resource::new(move || taken.get(), |_| rpc::account::keys());
    // What was typed makes way for what was taken.
    let form = NodeRef::<Form>::new();
    Effect::new(move |_| {
        taken.track();
        if let Some(form) = form.get_untracked() {
            form.reset();
        }
    });
    let query = use_query_map();
    let changed = move || match change.value().get() {
        Some(answer) => answer.is_ok() && !change.pending().get(),
        None => query.read().get("done").as_deref() == Some("keys"),
    };
    view! {
        <section class="section" id="keys">
            <h2 class="section__header">
                {t::keys()} " "
                <span role="status">
                    {move || {
                        changed()
                            .then(|| {
                                view! {
                                    <span class="badge badge--done">{t::keys_saved()}</span>
                                }
                            })
                    }}
                </span>
            </h2>
            <p class="section__lead">{t::keys_text()}</p>
            <Refusal error=of_all />
            <Transition fallback=|| view! { <p class="muted">{common::loading()}</p> }>
                {move || Suspend::new(async move {
                    show(keys.await, move |keys| view! { <Letters keys change error form /> })
                })}
            </Transition>
            <ActionForm action=change attr:id=USUAL>
                ""
            </ActionForm>
        </section>
    }
}

#[component]
fn Letters(
    keys: Keys,
    change: ServerAction<ChangeKeys>,
    error: Signal<Option<Error>>,
    form: NodeRef<Form>,
) -> impl IntoView {
    view! {
        <ActionForm action=change node_ref=form attr:class="form form--wide">
            <ul class="keys">
                {Command::all()
                    .map(|command| view! { <Letter command letter=keys.printed(command) error /> })
                    .collect_view()}
            </ul>
            <div class="form__actions">
                <button class="button" aria-busy=move || change.pending().get().then_some("true")>
                    {t::keys_save()}
                </button>
                <Confirm
                    label=t::keys_usual_ask()
                    class="button button--quiet"
                    description=t::keys_usual_ask()
                    question=t::keys_usual_question()
                >
                    <button class="button button--final" form=USUAL>
                        {t::keys_usual()}
                    </button>
                </Confirm>
            </div>
        </ActionForm>
    }
}

/// The letter of one command. Whoever comes to it writes over it.
#[component]
fn Letter(command: Command, letter: &'static str, error: Signal<Option<Error>>) -> impl IntoView {
    let name = command.name();
    let id = format!("key-{name}");
    let error_id = format!("{id}-error");
    let reason = move || error.get().and_then(|error| error.of_field(name));
    let described = {
        let error_id = error_id.clone();
        move || reason().map(|_| error_id.clone())
    };
    let select = move |event: FocusEvent| event_target::<HtmlInputElement>(&event).select();
    view! {
        <li class="keys__row" class:field--invalid=move || reason().is_some()>
            <input
                class="input keys__letter"
                id=id.clone()
                name=format!("chosen[{name}]")
                value=letter
                maxlength="1"
                autocomplete="off"
                autocapitalize="characters"
                spellcheck="false"
                aria-invalid=move || reason().is_some().then_some("true")
                aria-describedby=described
                on:focus=select
            />
            <label class="keys__meaning" for=id>
                {command_label(command)}
            </label>
            {move || {
                reason()
                    .map(|reason| {
                        view! {
                            <p class="field__error" id=error_id.clone()>
                                {reason}
                            </p>
                        }
                    })
            }}
        </li>
    }
}
