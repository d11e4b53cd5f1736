//! The criteria of a protocol, one below the other.

use domain::judgment::Verdict;
use domain::protocol::{Choices, Criterion, Form, Levels, MAX_CRITERIA, Named};
use leptos::prelude::*;

use super::criterion::CriterionFields;
use crate::language::design as t;
use crate::rpc::Error;

/// The list of criteria. It is made in the browser; without scripts the criteria stay as they are.
#[component]
pub fn CriteriaField(
    criteria: RwSignal<Vec<Criterion>>,
    /// Whether two responses are compared: only then there are verdicts to ask after.
    compares: Memo<bool>,
    /// The form's last refusal, of this field or of another.
    #[prop(into)]
    error: Signal<Option<Error>>,
) -> impl IntoView {
    let alive = RwSignal::new(false);
    Effect::new(move |_| alive.set(true));
    // Rows are laid out anew only when one comes or goes: typing must not lose the focus.
    let rows = RwSignal::new((0..criteria.with_untracked(Vec::len)).collect::<Vec<_>>());
    let next = StoredValue::new(criteria.with_untracked(Vec::len));
    let add = move |criterion: Criterion| {
        let row = next.get_value();
        next.set_value(row + 1);
        criteria.update(|criteria| criteria.push(criterion));
        rows.update(|rows| rows.push(row));
    };
    let place = move |row: usize| rows.with(|rows| rows.iter().position(|known| *known == row));
    let remove = move |row: usize| {
        if let Some(at) = place(row) {
            criteria.update(|criteria| drop(criteria.remove(at)));
            rows.update(|rows| rows.retain(|known| *known != row));
        }
    };
    let raise = move |row: usize| {
        if let Some(at) = place(row).filter(|at| *at > 0) {
            criteria.update(|criteria| criteria.swap(at, at - 1));
            rows.update(|rows| rows.swap(at, at - 1));
        }
    };
    // Without verdicts there is nothing to ask after.
    Effect::new(move |_| {
        let is_conditional = |criterion: &Criterion| !criterion.when.is_empty();
        if !compares.get() && criteria.with_untracked(|all| all.iter().any(is_conditional)) {
            criteria.update(|all| all.iter_mut().for_each(|criterion| criterion.when.clear()));
        }
    });
    let reason = move || {
        let Some(Error::Refused(domain::Error::Invalid { field, reason })) = error.get() else {
            return None;
        };
        field.starts_with("criteria").then(|| reason.words().to_owned())
    };
    let is_full = move || criteria.with(|criteria| criteria.len() >= MAX_CRITERIA);
    view! {
        <fieldset class="fieldset stack stack--tight criteria">
            <legend class="field__label">{t::criteria()}</legend>
            <p class="field__hint">
                {t::criteria_help()}
            </p>
            <input
                type="hidden"
                name="beside[criteria]"
                value=move || criteria.with(|criteria| written(criteria))
            />
            <For each=move || rows.get() key=|row| *row let:row>
                <CriterionFields
                    criteria
                    place=Signal::derive(move || place(row))
                    compares
                    remove=move || remove(row)
                    raise=move || raise(row)
                />
            </For>
            {move || reason().map(|reason| view! { <p class="field__error">{reason}</p> })}
            <Show
                when=move || alive.get()
                fallback=|| {
                    view! { <p class="field__hint">{t::criteria_scripts()}</p> }
                }
            >
                <div class="cluster">
                    {[
                        (t::add_each(), false, each as fn(usize) -> Criterion),
                        (t::add_comparison(), true, comparison),
                        (t::add_reasons(), false, reasons),
                    ]
                        .map(|(label, needs_pair, make)| {
                            view! {
                                <button
                                    type="button"
                                    class="button button--small"
                                    disabled=move || is_full() || (needs_pair && !compares.get())
                                    on:click=move |_| {
                                        add(make(criteria.with_untracked(Vec::len) + 1));
                                    }
                                >
                                    {label}
                                </button>
                            }
                        })}
                </div>
            </Show>
        </fieldset>
    }
}

fn criterion(n: usize, name: &str, form: Form) -> Criterion {
    Criterion {
        key: format!("criterion_{n}"),
        name: name.to_owned(),
        help: String::new(),
        required: true,
        form,
        when: Vec::new(),
    }
}

fn each(n: usize) -> Criterion {
    criterion(n, t::new_each(), Form::Levels(Levels::stars(5)))
}

fn comparison(n: usize) -> Criterion {
    criterion(n, t::new_comparison(), Form::Pairwise { points: 5 })
}

fn reasons(n: usize) -> Criterion {
    let named = |key: &str, name: &str| Named { key: key.to_owned(), name: name.to_owned() };
    let list = vec![
        named("wrong", t::reason_wrong()),
        named("unsafe", t::reason_unsafe()),
        named("off_topic", t::reason_off_topic()),
    ];
    let form = Form::Choices(Choices { list, several: true });
    Criterion { when: vec![Verdict::BothBad], ..criterion(n, t::new_reasons(), form) }
}

/// All criteria as the form sends them.
fn written(criteria: &[Criterion]) -> String {
    serde_json::to_string(criteria).unwrap_or_default()
}
