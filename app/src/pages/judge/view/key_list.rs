//! The list of keyboard shortcuts.

use domain::keys::{Command, Keys};
use domain::protocol::{Protocol, Question};
use leptos::prelude::*;

use crate::components::command_label::command_label;
use crate::language::{common, judge as t};
use crate::pages::judge::input::keyboard::{has_steps, offers, rewrites};
use crate::pages::judge::view::modal::{CloseButton, Modal};
use crate::pages::judge::view::steps::OVERALL_KEY;

/// Shows the shortcuts of the current task.
#[component]
pub fn KeysDialog(modal: Modal, keys: Keys, asked: Memo<Option<Protocol>>) -> impl IntoView {
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
                    {t::keys()}
                </h2>
                <CloseButton modal target="keys" label=common::close() />
            </header>
            <dl class="facts">
                {move || {
                    asked.with(|asked| list(keys, asked.as_ref()))
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
            <p class="dialog__foot">
                <a href="/account#keys">{t::keys_change()}</a>
            </p>
        </dialog>
    }
}

/// Digits first, then Enter, then the rater's letters, then help.
fn list(keys: Keys, asked: Option<&Protocol>) -> Vec<(String, &'static str)> {
    let mut all = Vec::new();
    if asked.is_some_and(has_steps) {
        all.push(("1 … 9".to_owned(), t::keys_answer()));
        all.push((OVERALL_KEY.to_owned(), t::keys_overall()));
    }
    if asked.is_some_and(rewrites) {
        all.push((common::key_delete().to_owned(), t::keys_discard()));
    }
    match asked.map(|asked| &asked.question) {
        Some(Question::Ranking { .. }) => {
            all.push(("1 … 9".to_owned(), t::keys_rank()));
            all.push((common::key_backspace().to_owned(), t::keys_take_back()));
        }
        Some(Question::Rating { .. }) => all.push(("1 … 9".to_owned(), t::keys_rate())),
        Some(Question::Pair { scale }) if !asked.is_some_and(has_steps) => {
            all.push((format!("1 … {}", scale.points), t::keys_grade()));
        }
        Some(Question::BestWorst | Question::Pair { .. }) | None => {}
    }
    all.push((common::key_enter().to_owned(), t::keys_submit()));
    let letters = Command::all().filter(|command| offers(asked, *command));
    all.extend(letters.map(|command| (keys.printed(command).to_owned(), command_label(command))));
    all.push(("?".to_owned(), t::keys_list()));
    all.push((common::key_escape().to_owned(), t::keys_escape()));
    all
}
