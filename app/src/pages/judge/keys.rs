//! The list of keys.

use domain::protocol::{Protocol, Question};
use leptos::prelude::*;

use super::modal::{CloseButton, Modal};
use crate::language::{common, judge as say};

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
                    {say::keys()}
                </h2>
                <CloseButton modal target="keys" label=common::close() />
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
        keys.push(("1 … 9".to_owned(), say::keys_answer()));
        keys.push(("N P".to_owned(), say::keys_steps()));
    }
    match asked.map(|asked| &asked.question) {
        Some(Question::Ranking { ties }) => {
            keys.push(("1 … 9".to_owned(), say::keys_rank()));
            if *ties {
                keys.push(("T".to_owned(), say::keys_tie_last()));
            }
            keys.push((common::key_backspace().to_owned(), say::keys_take_back()));
        }
        Some(Question::Rating { .. }) => {
            keys.push(("1 … 9".to_owned(), say::keys_rate()));
        }
        Some(Question::BestWorst | Question::Pair { .. }) | None => {}
    }
    if let Some(scale) = asked.and_then(Protocol::scale) {
        if !has_steps {
            keys.push((format!("1 … {}", scale.points), say::keys_grade()));
        }
        if scale.points <= 3 {
            keys.push(("A B".to_owned(), say::keys_side()));
        }
        if scale.points == 3 {
            keys.push(("T".to_owned(), say::keys_tie()));
        }
        if scale.both_good {
            keys.push(("V".to_owned(), say::keys_both_good()));
        }
        if scale.both_bad {
            keys.push(("X".to_owned(), say::keys_both_bad()));
        }
    }
    let others = [
        (common::key_enter(), say::keys_submit()),
        ("R", say::keys_why()),
        ("S", say::keys_skip()),
        ("L", say::keys_flag()),
        ("U", say::keys_undo()),
        ("J K", say::keys_differences()),
        ("D", say::keys_dim()),
        ("F", say::keys_flip()),
        ("M", say::keys_raw()),
        ("G", say::keys_guidelines()),
        ("?", say::keys_list()),
        (common::key_escape(), say::keys_escape()),
    ];
    keys.extend(others.map(|(key, meaning)| (key.to_owned(), meaning)));
    keys
}
