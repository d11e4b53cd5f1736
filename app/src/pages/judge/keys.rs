//! The list of keys.

use domain::protocol::{Protocol, Question};
use leptos::prelude::*;

use super::modal::{CloseButton, Modal};

/// What the keys do, for what is asked about the task in front.
#[component]
pub fn KeysDialog(modal: Modal, asked: Memo<Option<Protocol>>) -> impl IntoView {
    view! {
        <dialog
            class="dialog"
            id="keys"
            aria-labelledby="keys-title"
            popover=""
            node_ref=modal.0
        >
            <header class="dialog__header">
                <h2 class="dialog__title" id="keys-title">
                    "Keys"
                </h2>
                <CloseButton modal target="keys" label="Close" />
            </header>
            <dl class="facts">
                {move || {
                    asked.with(|asked| keys(asked.as_ref()))
                        .into_iter()
                        .map(|(key, meaning)| {
                            view! {
                                <dt>
                                    <kbd>{key}</kbd>
                                </dt>
                                <dd>{meaning}</dd>
                            }
                        })
                        .collect_view()
                }}
            </dl>
        </dialog>
    }
}

fn keys(asked: Option<&Protocol>) -> Vec<(String, &'static str)> {
    let mut keys = Vec::new();
    let has_steps = asked.is_some_and(|asked| !asked.criteria.is_empty() || asked.confidence);
    if has_steps || asked.is_some_and(|asked| matches!(asked.question, Question::BestWorst)) {
        keys.push(("1 … 9".to_owned(), "answer what is asked now, and go on to the next"));
        keys.push(("N P".to_owned(), "to the next question, to the one before"));
    }
    match asked.map(|asked| &asked.question) {
        Some(Question::Ranking { ties }) => {
            keys.push(("1 … 9".to_owned(), "place A, B, C …, the best first; again, take it back"));
            if *ties {
                keys.push(("T".to_owned(), "tie the last one with the one before"));
            }
            keys.push(("Backspace".to_owned(), "take the last one back"));
        }
        Some(Question::Rating { .. }) => {
            keys.push(("1 … 9".to_owned(), "draft a rating, from the worst to the best"));
        }
        Some(Question::BestWorst | Question::Pair { .. }) | None => {}
    }
    if let Some(scale) = asked.and_then(Protocol::scale) {
        if !has_steps {
            keys.push((format!("1 … {}", scale.points), "draft a verdict, along the scale"));
        }
        if scale.points <= 3 {
            keys.push(("A B".to_owned(), "draft «A better» or «B better»"));
        }
        if scale.points == 3 {
            keys.push(("T".to_owned(), "draft a tie"));
        }
        if scale.both_good {
            keys.push(("V".to_owned(), "draft «both good»"));
        }
        if scale.both_bad {
            keys.push(("X".to_owned(), "draft «both bad»"));
        }
    }
    let others = [
        ("Enter", "submit the drafted verdict"),
        ("R", "say why, where that is asked; Ctrl Enter submits from there"),
        ("S", "skip the task, with a reason"),
        ("L", "flag the task or a response, where that is offered"),
        ("U", "reopen your last judgment, as does Ctrl Z; again, the one before"),
        ("J K", "to the next difference between the responses, to the one before"),
        ("D", "dim what both have in common, or show it as it is again"),
        ("F", "flip A and B in place, or back"),
        ("M", "texts as they were written, or with their Markdown rendered"),
        ("G", "guidelines"),
        ("?", "this list"),
        ("Esc", "close what is open, leave a correction"),
    ];
    keys.extend(others.map(|(key, meaning)| (key.to_owned(), meaning)));
    keys
}
