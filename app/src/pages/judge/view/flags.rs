//! The dialog to flag a task or a response.

use domain::answers::Flag;
use domain::answers::flag::MAX_COMMENT;
use domain::protocol::Protocol;
use leptos::prelude::*;

use crate::components::step_options::letter;
use crate::language::{common, judge as t};
use crate::pages::judge::judge_state::JudgeState;
use crate::pages::judge::state::queue::Queue;
use crate::pages::judge::view::modal::{CloseButton, Modal, close_on_enter};

/// The form that the fields belong to without scripts.
pub const FORM: &str = "verdict";

/// A table with one row for each reason and one column for each target. Flags are sent with the
/// judgment.
#[component]
pub fn FlagsDialog(
    state: JudgeState,
    modal: Modal,
    asked: Memo<Option<Protocol>>,
) -> impl IntoView {
    let responses = Memo::new(move |_| state.front().map_or(0, |front| front.task.responses.len()));
    let comment = move || state.queue.with(|queue| queue.draft().answers.flag_comment.clone());
    let heads = move || {
        (0..responses.get())
            .map(|place| view! { <th scope="col">{letter(place).to_string()}</th> })
            .collect_view()
    };
    let rows = move || {
        let reasons = asked.get().map(|asked| asked.flags).unwrap_or_default();
        reasons
            .into_iter()
            .map(|reason| {
                let about = std::iter::once(None).chain((0..responses.get()).map(Some));
                let cells = about
                    .map(|response| {
                        let (key, name) = (reason.key.clone(), reason.name.clone());
                        view! { <Cell state response key name /> }
                    })
                    .collect_view();
                view! {
                    <tr>
                        <th scope="row">{reason.name.clone()}</th>
                        {cells}
                    </tr>
                }
            })
            .collect_view()
    };
    view! {
        <dialog
            class="dialog"
            id="flags"
            aria-labelledby="flags-title"
            popover=""
            node_ref=modal.0
            // By default Enter would submit the form that the fields belong to.
            on:keydown=move |event| close_on_enter(&event, modal)
        >
            <header class="dialog__header">
                <h2 class="dialog__title" id="flags-title">
                    {t::flags_title()}
                </h2>
                <CloseButton modal target="flags" label=common::close() />
            </header>
            <p class="muted">
                {t::flags_text()}
            </p>
            <table class="table flags">
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col">{t::flag_task_head()}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <div class="field dialog__field">
                <label class="field__label" for="flag-comment">
                    {common::comment()} " "
                    <span class="field__optional">{common::optional()}</span>
                </label>
                <textarea
                    class="textarea"
                    id="flag-comment"
                    form=FORM
                    name="answers[flag_comment]"
                    maxlength=MAX_COMMENT
                    prop:value=move || comment().unwrap_or_default()
                    on:input=move |event| {
                        let comment = event_target_value(&event);
                        state.change(|queue: &mut Queue| queue.comment_flags(comment));
                    }
                ></textarea>
            </div>
            <div class="dialog__actions">
                <CloseButton
                    modal
                    target="flags"
                    label=t::flags_save()
                    key=common::key_enter()
                    class="button button--primary"
                />
            </div>
        </dialog>
    }
}

#[component]
fn Cell(
    state: JudgeState,
    /// The position as shown. None for the task.
    response: Option<usize>,
    key: String,
    name: String,
) -> impl IntoView {
    let (about, label) = match response {
        None => ("task".to_owned(), t::flag_task(&name)),
        Some(place) => (place.to_string(), t::flag_response(&name, &letter(place).to_string())),
    };
    let field = format!("answers[flag.{key}.{about}]");
    let flag = Flag { response: response.and_then(|place| u8::try_from(place).ok()), reason: key };
    let known = flag.clone();
    let is_flagged =
        Memo::new(move |_| state.queue.with(|queue| queue.draft().answers.flags.contains(&known)));
    view! {
        <td>
            <input
                type="checkbox"
                form=FORM
                name=field
                value="on"
                aria-label=label
                prop:checked=is_flagged
                on:change=move |_| state.change(|queue: &mut Queue| queue.flag(flag.clone()))
            />
        </td>
    }
}
