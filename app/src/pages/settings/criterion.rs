//! The fields of one criterion.

use domain::judgment::Verdict;
use domain::protocol::{Criterion, Form, Levels, Look, Scale};
use leptos::prelude::*;

use crate::components::question::{describe_look, levels, named, written};
use crate::language::{common, design as t};

/// What a verdict is called where a criterion is asked after it.
fn verdicts() -> [(Verdict, &'static str); 5] {
    [
        (Verdict::A, t::a_better()),
        (Verdict::B, t::b_better()),
        (Verdict::Tie, t::tie()),
        (Verdict::BothGood, t::both_good()),
        (Verdict::BothBad, t::both_bad()),
    ]
}

/// Name, key, help, form and condition of a criterion, and what moves it.
#[component]
pub fn CriterionFields(
    criteria: RwSignal<Vec<Criterion>>,
    /// Where it stands in the list; none once it is gone.
    #[prop(into)]
    place: Signal<Option<usize>>,
    compares: Memo<bool>,
    remove: impl Fn() + 'static,
    raise: impl Fn() + 'static,
) -> impl IntoView {
    let place_now = move || place.try_get_untracked().flatten();
    let first = place_now().and_then(|at| criteria.with_untracked(|all| all.get(at).cloned()))?;
    let change = move |change: &dyn Fn(&mut Criterion)| {
        if let Some(at) = place_now() {
            criteria.update(|criteria| criteria.get_mut(at).into_iter().for_each(change));
        }
    };
    let id = format!("criterion-{}", place_now().unwrap_or(0));
    let field_id = move |name: &str| format!("{id}-{name}");
    let (name_id, key_id, help_id) = (field_id("name"), field_id("key"), field_id("help"));
    let number = move || place.get().map_or(0, |at| at + 1);
    let when = first.when.clone();
    Some(view! {
        <div class="criteria__one stack stack--tight" role="group" aria-label=move || t::criterion(number())>
            <div class="field">
                <label class="field__label" for=name_id.clone()>
                    {t::question()}
                </label>
                <input
                    class="input"
                    id=name_id
                    value=first.name.clone()
                    maxlength="200"
                    on:input=move |event| {
                        let name = event_target_value(&event);
                        change(&|criterion| criterion.name.clone_from(&name));
                    }
                />
            </div>
            <div class="field field--short">
                <label class="field__label" for=key_id.clone()>
                    {t::key()}
                </label>
                <input
                    class="input"
                    id=key_id
                    value=first.key.clone()
                    maxlength="40"
                    on:input=move |event| {
                        let key = event_target_value(&event);
                        change(&|criterion| criterion.key.clone_from(&key));
                    }
                />
            </div>
            <div class="field">
                <label class="field__label" for=help_id.clone()>
                    {t::help()} " "
                    <span class="field__optional">{common::optional()}</span>
                </label>
                <input
                    class="input"
                    id=help_id
                    value=first.help.clone()
                    maxlength="1000"
                    on:input=move |event| {
                        let help = event_target_value(&event);
                        change(&|criterion| criterion.help.clone_from(&help));
                    }
                />
            </div>
            <FormFields form=first.form.clone() id=field_id("form") change />
            <label class="choice">
                <input
                    type="checkbox"
                    checked=first.required
                    on:change=move |event| {
                        let required = event_target_checked(&event);
                        change(&|criterion| criterion.required = required);
                    }
                />
                <span>{t::is_required()}</span>
            </label>
            <Show when=move || compares.get()>
                <When when=when.clone() change />
            </Show>
            <div class="cluster">
                <button type="button" class="button button--quiet button--small" on:click=move |_| raise()>
                    {t::move_up()}
                </button>
                <button type="button" class="button button--quiet button--small" on:click=move |_| remove()>
                    {t::remove()}
                </button>
            </div>
        </div>
    })
}

/// After which verdicts it is asked.
#[component]
fn When(
    when: Vec<Verdict>,
    change: impl Fn(&dyn Fn(&mut Criterion)) + Copy + 'static,
) -> impl IntoView {
    let ticks = verdicts().map(|(verdict, label)| {
        view! {
            <label class="choice choice--inline">
                <input
                    type="checkbox"
                    checked=when.contains(&verdict)
                    on:change=move |event| {
                        let ticked = event_target_checked(&event);
                        change(
                            &|criterion| {
                                criterion.when.retain(|known| *known != verdict);
                                if ticked {
                                    criterion.when.push(verdict);
                                }
                            },
                        );
                    }
                />
                <span>{label}</span>
            </label>
        }
    });
    view! {
        <fieldset class="fieldset">
            <legend class="field__hint">{t::when()}</legend>
            <div class="cluster">{ticks}</div>
        </fieldset>
    }
}

/// How it is answered.
#[component]
fn FormFields(
    form: Form,
    id: String,
    change: impl Fn(&dyn Fn(&mut Criterion)) + Copy + 'static,
) -> impl IntoView {
    match form {
        Form::Pairwise { points } => view! {
            <div class="field field--short">
                <label class="field__label" for=id.clone()>
                    {t::points_from()}
                </label>
                <select
                    class="select"
                    id=id
                    on:change=move |event| {
                        if let Ok(points) = event_target_value(&event).parse() {
                            change(&|criterion| criterion.form = Form::Pairwise { points });
                        }
                    }
                >
                    {Scale::POINTS
                        .map(|offered| {
                            view! {
                                <option value=offered selected=offered == points>
                                    {offered}
                                </option>
                            }
                        })
                        .collect_view()}
                </select>
            </div>
        }
        .into_any(),
        Form::Levels(first) => view! { <LevelsFields first id change /> }.into_any(),
        Form::Choices(choices) => view! {
            <div class="field">
                <label class="field__label" for=id.clone()>
                    {t::choices()}
                </label>
                <textarea
                    class="textarea"
                    id=id
                    rows="4"
                    on:input=move |event| {
                        let list = named(&event_target_value(&event));
                        change(
                            &|criterion| {
                                if let Form::Choices(choices) = &mut criterion.form {
                                    choices.list.clone_from(&list);
                                }
                            },
                        );
                    }
                >
                    {written(&choices.list)}
                </textarea>
            </div>
            <label class="choice">
                <input
                    type="checkbox"
                    checked=choices.several
                    on:change=move |event| {
                        let several = event_target_checked(&event);
                        change(
                            &|criterion| {
                                if let Form::Choices(choices) = &mut criterion.form {
                                    choices.several = several;
                                }
                            },
                        );
                    }
                />
                <span>{t::several()}</span>
            </label>
        }
        .into_any(),
    }
}

/// By what each response is rated.
#[component]
fn LevelsFields(
    first: Levels,
    id: String,
    change: impl Fn(&dyn Fn(&mut Criterion)) + Copy + 'static,
) -> impl IntoView {
    let look = RwSignal::new(first.look);
    let count = RwSignal::new(first.count);
    let labels = RwSignal::new(first.labels.join("\n"));
    let keep = move || {
        let levels = levels(look.get_untracked(), count.get_untracked(), &labels.get_untracked());
        change(&|criterion| criterion.form = Form::Levels(levels.clone()));
    };
    let (count_id, labels_id) = (format!("{id}-count"), format!("{id}-labels"));
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>
                {t::rated_by()}
            </label>
            <select
                class="select"
                id=id
                on:change=move |event| {
                    let chosen = event_target_value(&event);
                    let known = Look::ALL.into_iter().find(|look| look.name() == chosen);
                    known.into_iter().for_each(|known| look.set(known));
                    keep();
                }
            >
                {Look::ALL
                    .map(|offered| {
                        view! {
                            <option value=offered.name() selected=offered == first.look>
                                {describe_look(offered)}
                            </option>
                        }
                    })}
            </select>
        </div>
        <div class="field field--short" hidden=move || look.get() != Look::Stars>
            <label class="field__label" for=count_id.clone()>
                {t::stars()}
            </label>
            <input
                class="input"
                id=count_id
                type="number"
                min="2"
                max="9"
                value=first.count
                on:input=move |event| {
                    if let Ok(stars) = event_target_value(&event).parse() {
                        count.set(stars);
                        keep();
                    }
                }
            />
        </div>
        <div class="field" hidden=move || look.get() != Look::Labels>
            <label class="field__label" for=labels_id.clone()>
                {t::labels()}
            </label>
            <textarea
                class="textarea"
                id=labels_id
                rows="4"
                on:input=move |event| {
                    labels.set(event_target_value(&event));
                    keep();
                }
            >
                {first.labels.join("\n")}
            </textarea>
        </div>
    }
}
