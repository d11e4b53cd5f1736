//! The dialog to skip a task.

use domain::judgment::SkipReason;
use domain::rationale::MAX_RATIONALE;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use crate::components::step_options::skip_reason;
use crate::language::{common, judge as t};
use crate::pages::judge::browser::takes_text;
use crate::pages::judge::input::keyboard::sign;
use crate::pages::judge::judge_state::JudgeState;
use crate::pages::judge::view::modal::{CloseButton, Modal};
use crate::rpc::judging::SkipForm;

/// Asks for a reason. A plain form without scripts.
#[component]
pub fn SkipDialog(state: JudgeState, modal: Modal) -> impl IntoView {
    let reason = RwSignal::new(None::<SkipReason>);
    let refusal = RwSignal::new(None::<&str>);
    let comment = NodeRef::<html::Textarea>::new();
    let assignment = move || state.front().map(|front| front.task.assignment_id.to_string());
    let id = move || state.front().map(|front| front.skip.to_string());
    let submit = move || {
        let Some(chosen) = reason.get_untracked() else { return };
        let text = comment.get_untracked().map(|field| field.value()).unwrap_or_default();
        match state.skip(chosen, &text) {
            Ok(()) => modal.close(),
            // The field allows no other error.
            Err(_) => refusal.set(Some(t::skip_comment_missing())),
        }
    };
    view! {
        <dialog
            class="dialog"
            id="skip"
            aria-labelledby="skip-title"
            popover=""
            node_ref=modal.0
            // Clears choice and error, so that the dialog opens empty for the next task.
            on:close=move |_| {
                reason.set(None);
                refusal.set(None);
                if let Some(field) = comment.get_untracked() {
                    field.set_value("");
                }
            }
            on:keydown=move |event| {
                if let Some(chosen) = reason_of(&event) {
                    event.prevent_default();
                    reason.set(Some(chosen));
                }
            }
        >
            <form
                method="post"
                action=SkipForm::url()
                autocomplete="off"
                on:submit=move |event| {
                    event.prevent_default();
                    submit();
                }
            >
                <header class="dialog__header">
                    <h2 class="dialog__title" id="skip-title">
                        {t::skip_title()}
                    </h2>
                    <CloseButton modal target="skip" label=common::back() />
                </header>
                <input type="hidden" name="assignment" value=assignment />
                <input type="hidden" name="id" value=id />
                <fieldset class="choices">
                    <legend class="visually-hidden">{t::skip_reason()}</legend>
                    {SkipReason::ALL
                        .into_iter()
                        .enumerate()
                        .map(|(n, choice)| {
                            view! {
                                <label class="choice">
                                    <input
                                        type="radio"
                                        name="reason"
                                        value=choice.name()
                                        required
                                        autofocus={n == 0}
                                        prop:checked=move || reason.get() == Some(choice)
                                        on:change=move |_| reason.set(Some(choice))
                                    />
                                    <span>{skip_reason(choice)} " " <kbd>{n + 1}</kbd></span>
                                </label>
                            }
                        })
                        .collect_view()}
                </fieldset>
                <div class="field dialog__field">
                    <label class="field__label" for="comment">
                        {common::comment()} " "
                        <span class="field__optional">{t::skip_comment_needed()}</span>
                    </label>
                    <textarea
                        class="textarea"
                        id="comment"
                        name="comment"
                        maxlength=MAX_RATIONALE
                        aria-describedby=move || refusal.read().is_some().then_some("comment-error")
                        aria-invalid=move || refusal.read().is_some().then_some("true")
                        node_ref=comment
                    ></textarea>
                    {move || {
                        refusal
                            .get()
                            .map(|reason| {
                                view! {
                                    <p class="field__error" id="comment-error" role="alert">
                                        {reason}
                                    </p>
                                }
                            })
                    }}
                </div>
                <div class="dialog__actions">
                    <button class="button button--primary">
                        {t::skip_submit()} " " <kbd>{common::key_enter()}</kbd>
                    </button>
                </div>
            </form>
        </dialog>
    }
}

/// The reason of a number key, unless a field has the focus.
fn reason_of(event: &KeyboardEvent) -> Option<SkipReason> {
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if modified || event.is_composing() || target.as_ref().is_some_and(takes_text) {
        return None;
    }
    let number = sign(&event.key(), &event.code())?.to_digit(10)?;
    SkipReason::ALL.get(usize::try_from(number.checked_sub(1)?).ok()?).copied()
}
