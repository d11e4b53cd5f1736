//! How far the work has come.

use domain::results::Progress;
use leptos::prelude::*;

use crate::components::number::{count, part};

/// The bar and its figures.
#[component]
pub fn ProgressSection(progress: Progress) -> impl IntoView {
    let Progress { tasks, tasks_complete, judgments_wanted, judgments, skips, held } = progress;
    let done = judgments_wanted > 0 && judgments >= judgments_wanted;
    let figures = [
        (count(judgments), format!("judgments of {}", count(judgments_wanted))),
        (count(tasks_complete), format!("tasks complete of {}", count(tasks))),
        (count(held), "tasks in raters’ hands".to_owned()),
        (count(skips), "skips".to_owned()),
    ];
    view! {
        <section class="section" aria-label="Progress">
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
                    aria-label="Judgments"
                ></progress>
                <p class="progress-line__text">
                    <span>{format!("{} done", part(judgments, judgments_wanted))}</span>
                </p>
            </div>
        </section>
    }
}
