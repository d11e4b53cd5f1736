//! How far the work has come.

use domain::progress::{Progress, Stage};
use leptos::prelude::*;

use crate::components::number::{count, part};
use crate::language::results as t;

/// The bar and its figures.
#[component]
pub fn ProgressSection(progress: Progress) -> impl IntoView {
    let Progress { tasks, tasks_complete, judgments_wanted, judgments, skips, held, .. } = progress;
    let done = progress.stage() == Stage::Finished;
    let figures = [
        (count(judgments), t::judgments_of(judgments_wanted)),
        (count(tasks_complete), t::tasks_complete_of(tasks)),
        (count(held), t::in_hands().to_owned()),
        (count(skips), t::skips_few().to_owned()),
    ];
    view! {
        <section class="section" aria-label=t::progress()>
            <dl class="figures">
                {figures
                    .map(|(value, label)| {
                        view! {
                            <div class="figure">
                                <dt class="figure__label">{label}</dt>
                                <dd class="figure__value">{value}</dd>
                            </div>
                        }
                    })
                    .collect_view()}
            </dl>
            <div class="progress-line">
                <progress
                    class="progress"
                    class:progress--done=done
                    value=judgments
                    max=judgments_wanted.max(1)
                    aria-label=t::judgments()
                ></progress>
                <p class="progress-line__text">
                    <span>{t::part_done(&part(progress.percent(), 100))}</span>
                </p>
            </div>
        </section>
    }
}
