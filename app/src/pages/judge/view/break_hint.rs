//! The suggestion to take a break.

use leptos::prelude::*;

use crate::language::judge as t;
use crate::pages::judge::browser::{now_ms, watch};
use crate::pages::judge::state::break_timer::BreakTimer;

/// Suggests a break after a long time at work, without blocking anything.
#[component]
pub fn BreakHint(
    /// Whether the rater wants suggestions.
    wanted: RwSignal<bool>,
) -> impl IntoView {
    let due = RwSignal::new(false);
    let begin = RwSignal::new(());
    watch(move || {
        begin.track();
        due.set(false);
        let stretch = StoredValue::new(BreakTimer::begin(now_ms()));
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
                    <strong>{t::break_title()} " "</strong>
                    {t::break_text()}
                </p>
                <div class="notice__actions">
                    <button
                        class="button button--small"
                        type="button"
                        on:click=move |_| begin.notify()
                    >
                        {t::break_go_on()}
                    </button>
                    <button
                        class="button button--small button--quiet"
                        type="button"
                        on:click=move |_| wanted.set(false)
                    >
                        {t::break_never()}
                    </button>
                </div>
            </div>
        </Show>
    }
}
