//! How far a project has come.

use domain::results::Progress;
use leptos::prelude::*;

use crate::components::number::count;
use crate::language::manage as say;

/// Figures and a bar.
#[component]
pub fn Standing(progress: Progress) -> impl IntoView {
    let Progress { tasks, tasks_complete, judgments_wanted, judgments, skips, held } = progress;
    let percent = (100 * judgments).checked_div(judgments_wanted).unwrap_or(0);
    let left = (judgments_wanted - judgments).max(0);
    let done = judgments_wanted > 0 && left == 0;
    view! {
        <section class="section" aria-label=say::progress()>
            <dl class="figures">
                <Figure label=say::judgments_of(judgments_wanted) value=judgments />
                <Figure label=say::tasks_complete_of(tasks) value=tasks_complete />
                <Figure label=say::tasks_in_hand().to_owned() value=held />
                <Figure label=say::skips().to_owned() value=skips />
            </dl>
            {(tasks > 0)
                .then(|| {
                    view! {
                        <div class="progress-line">
                            <progress
                                class="progress"
                                class:progress--done=done
                                value=judgments
                                max=judgments_wanted.max(1)
                                aria-label=say::judgments()
                            ></progress>
                            <p class="progress-line__text">
                                <span>{say::percent_done(percent)}</span>
                                <span>{say::to_go(left)}</span>
                            </p>
                        </div>
                    }
                })}
        </section>
    }
}

#[component]
fn Figure(label: String, value: i64) -> impl IntoView {
    view! {
        <div class="figure">
            <dt class="figure__label">{label}</dt>
            <dd class="figure__value">{count(value)}</dd>
        </div>
    }
}
