//! Flagging a task, or one of its responses, for a reason.

use domain::answers::Flag;
use domain::answers::flag::MAX_COMMENT;
use domain::protocol::Protocol;
use leptos::prelude::*;

use super::desk::Desk;
use super::modal::{CloseButton, Modal, close_on_enter};
use super::queue::Queue;
use crate::components::offer::letter;
use crate::language::{common, judge as say};

/// The form that the fields belong to without scripts.
pub const FORM: &str = "verdict";

/// A table of reasons against the task and each response; what is ticked goes with the judgment.
#[component]
pub fn FlagsDialog(desk: Desk, modal: Modal, asked: Memo<Option<Protocol>>) -> impl IntoView {
    let responses = Memo::new(move |_| desk.front().map_or(0, |front| front.task.responses.len()));
    let comment = move || desk.queue.with(|queue| queue.draft().answers.flag_comment.clone());
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
                        view! { <Cell desk response key name /> }
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
            // Left to itself Enter would send the form that the fields belong to.
            on:keydown=move |event| close_on_enter(&event, modal)
        >
            <header class="dialog__header">
                <h2 class="dialog__title" id="flags-title">
                    {say::flags_title()}
                </h2>
                <CloseButton modal target="flags" label=common::close() />
            </header>
            <p class="muted">
                {say::flags_text()}
            </p>
            <table class="table flags">
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col">{say::flag_task_head()}</th>
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
                        desk.change(|queue: &mut Queue| queue.comment_flags(comment));
                    }
                ></textarea>
            </div>
            <div class="dialog__actions">
                <CloseButton
                    modal
                    target="flags"
                    label=say::flags_save()
                    key=common::key_enter()
                    class="button button--primary"
                />
            </div>
        </dialog>
    }
}

#[component]
fn Cell(
    desk: Desk,
    /// By its place as shown; none for the task.
    response: Option<usize>,
    key: String,
    name: String,
) -> impl IntoView {
    let (about, label) = match response {
        None => ("task".to_owned(), say::flag_task(&name)),
        Some(place) => (place.to_string(), say::flag_response(&name, &letter(place).to_string())),
    };
    let field = format!("answers[flag.{key}.{about}]");
    let flag = Flag { response: response.and_then(|place| u8::try_from(place).ok()), reason: key };
    let known = flag.clone();
    let is_flagged =
        Memo::new(move |_| desk.queue.with(|queue| queue.draft().answers.flags.contains(&known)));
    view! {
        <td>
            <input
                type="checkbox"
                form=FORM
                name=field
                value="on"
                aria-label=label
                prop:checked=is_flagged
                on:change=move |_| desk.change(|queue: &mut Queue| queue.flag(flag.clone()))
            />
        </td>
    }
}
