//! The suggestion to take a break.

use leptos::prelude::*;

use super::browser::{now_ms, watch};
use super::stretch::Stretch;
use crate::language::judge as say;

/// Nothing until somebody has judged for long; then a suggestion that blocks nothing.
#[component]
pub fn BreakHint(
    /// Whether it is wanted at all.
    wanted: RwSignal<bool>,
) -> impl IntoView {
    let due = RwSignal::new(false);
    let begin = RwSignal::new(());
    watch(move || {
        begin.track();
        due.set(false);
        let stretch = StoredValue::new(Stretch::begin(now_ms()));
        let listeners = ["keydown", "pointerdown", "wheel"].map(|event| {
            window_event_listener_untyped(event, move |_| {
                let is_long = stretch.try_update_value(|stretch| stretch.work(now_ms()));
                if is_long != Some(due.get_untracked()) {
                    due.set(is_long == Some(true));
                }
            })
        });
        on_cleanup(move || {
            for listener in listeners {
                listener.remove();
            }
        });
    });
    view! {
        <Show when=move || due.get() && wanted.get()>
            <div class="notice notice--banner" role="status">
                <p>
                    <strong>{say::break_title()} " "</strong>
                    {say::break_text()}
                </p>
                <div class="notice__actions">
                    <button
                        class="button button--small"
                        type="button"
                        on:click=move |_| begin.notify()
                    >
                        {say::break_go_on()}
                    </button>
                    <button
                        class="button button--small button--quiet"
                        type="button"
                        on:click=move |_| wanted.set(false)
                    >
                        {say::break_never()}
                    </button>
                </div>
            </div>
        </Show>
    }
}
