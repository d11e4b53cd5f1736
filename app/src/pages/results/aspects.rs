//! What was said beside the overall question, and the ratings of single responses.

use domain::results::{AspectResults, ChoiceCount, ModelLevels, ScaleResults};
use leptos::prelude::*;

use super::models::Table;
use crate::components::long_table::{LongName, LongTable};
use crate::components::number::{coefficient, count, extent, part};
use crate::components::step_options;
use crate::language::results as t;

/// A section for each aspect, with what its form calls for.
#[component]
pub fn AspectSections(aspects: Vec<AspectResults>) -> impl IntoView {
    aspects.into_iter().map(|aspect| view! { <Aspect aspect /> }).collect_view()
}

#[component]
fn Aspect(aspect: AspectResults) -> impl IntoView {
    let AspectResults { name, scales, models, choices, .. } = aspect;
    let several = scales.len() > 1;
    let is_empty = scales.is_empty() && models.is_empty() && choices.is_empty();
    view! {
        <section class="section">
            <h2 class="section__header foreign">{name.clone()}</h2>
            {is_empty.then(|| view! { <p class="muted">{t::aspect_none()}</p> })}
            {several.then(|| view! { <p class="section__lead">{t::scales_several()}</p> })}
            {scales
                .into_iter()
                .map(|scale| view! { <Levels name=name.clone() scale /> })
                .collect_view()}
            {(!models.is_empty()).then(|| view! { <Table models /> })}
            {(!choices.is_empty()).then(|| view! { <Choices name choices /> })}
        </section>
    }
}

/// For each model its mean level, and how its levels are spread.
#[component]
fn Levels(name: String, scale: ScaleResults) -> impl IntoView {
    let ScaleResults { levels, models } = scale;
    let heads = levels
        .all()
        .map(|level| {
            view! {
                <th scope="col" class="table__number table__wraps foreign">
                    {step_options::level(&levels, level)}
                </th>
            }
        })
        .collect_view();
    let number = models.len();
    let text = t::levels_text(
        &step_options::level(&levels, 1),
        &step_options::level(&levels, levels.count),
        levels.count,
    );
    let rows = models
        .into_iter()
        .map(|ModelLevels { model, ratings, mean, counts }| {
            let cells = counts.into_iter().map(|number| {
                let share = number as f64 / ratings as f64;
                view! {
                    <td class="table__number">
                        <span class="spread" aria-hidden="true">
                            <svg class="spread__bar">
                                <rect
                                    class="spread__part"
                                    width="100%"
                                    height=extent(share)
                                    y=extent(1.0 - share)
                                />
                            </svg>
                        </span>
                        {count(number)}
                        <span class="visually-hidden">{format!(", {}", part(number, ratings))}</span>
                    </td>
                }
            });
            let model = if model.is_empty() { t::no_model().to_owned() } else { model };
            view! {
                <tr>
                    <th scope="row">
                        <LongName name=model />
                    </th>
                    <td class="table__number">{coefficient(mean)}</td>
                    <td class="table__number">{count(ratings)}</td>
                    {cells.collect_view()}
                </tr>
            }
        })
        .collect_view();
    view! {
        <p class="section__lead">
            {text}
        </p>
        <LongTable label=t::levels_of(&name) rows=number>
            <table class="table table--rows">
                <thead>
                    <tr>
                        <th scope="col">{t::model()}</th>
                        <th scope="col" class="table__number">{t::mean()}</th>
                        <th scope="col" class="table__number">{t::ratings()}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </LongTable>
    }
}

/// How often each was chosen.
#[component]
fn Choices(name: String, choices: Vec<ChoiceCount>) -> impl IntoView {
    let rows = choices
        .into_iter()
        .map(|choice| {
            view! {
                <tr>
                    <th scope="row" class="foreign">{choice.name}</th>
                    <td class="table__number">{count(choice.judgments)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=t::choices_of(&name)>
            <table class="table table--rows">
                <thead>
                    <tr>
                        <th scope="col">{t::choice()}</th>
                        <th scope="col" class="table__number">{t::judgments()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
