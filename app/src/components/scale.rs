//! The scale of a project as raters see it, in words.

use domain::project::Scale;
use leptos::prelude::*;

/// Every verdict that a scale offers, from left to right, with its key.
#[component]
pub fn ScalePreview(scale: Scale) -> impl IntoView {
    let grades = scale.grades();
    let verdicts = grades.iter().zip(1..).map(|(grade, key)| (label(*grade), key.to_string()));
    let both_bad = scale.both_bad.then(|| ("Both bad", "X".to_owned()));
    view! {
        <ul class="cluster">
            {verdicts
                .chain(both_bad)
                .map(|(verdict, key)| {
                    view! {
                        <li class="tag">
                            {verdict} " " <kbd>{key}</kbd>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
}

/// A grade in words: negative where A is better.
fn label(grade: i32) -> &'static str {
    match grade {
        ..=-3 => "A much better",
        -2 => "A better",
        -1 => "A slightly better",
        0 => "Tie",
        1 => "B slightly better",
        2 => "B better",
        3.. => "B much better",
    }
}
