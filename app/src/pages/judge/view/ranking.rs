//! The field for a ranking, by keyboard, click or drag.

use leptos::ev::{DragEvent, KeyboardEvent};
use leptos::prelude::*;

use crate::components::step_options::letter;
use crate::language::judge as t;
use crate::pages::judge::browser::{focus, next_frame};
use crate::pages::judge::judge_state::JudgeState;
use crate::pages::judge::state::queue::Queue;
use crate::pages::judge::state::ranks::{self, Place};

/// Responses without a rank, and the list from best to worst. Without scripts each response has a
/// field for its rank.
#[component]
pub fn RankingField(state: JudgeState, responses: Memo<usize>) -> impl IntoView {
    move || match state.hydrated.get() {
        true => view! { <List state /> }.into_any(),
        false => view! { <Fields responses=responses.get() /> }.into_any(),
    }
}

#[component]
fn Fields(responses: usize) -> impl IntoView {
    (0..responses)
        .map(|place| {
            let name = letter(place);
            view! {
                <label class="ranking__field">
                    {t::rank_of(&name.to_string())}
                    <input
                        class="input"
                        type="number"
                        name=format!("answers[rank.{place}]")
                        min="1"
                        max=responses
                        required
                    />
                </label>
            }
        })
        .collect_view()
}

#[component]
fn List(state: JudgeState) -> impl IntoView {
    let ranking = Memo::new(move |_| state.queue.with(Queue::ranking));
    let dragged = RwSignal::new(None::<usize>);
    let drop_on = move |place: Place| {
        if let Some(n) = dragged.get_untracked() {
            dragged.set(None);
            state.change(|queue| queue.put(n, place));
        }
    };
    let tray = move || {
        let tray = ranks::tray(&ranking.get());
        match tray.is_empty() {
            true => view! { <span class="ranking__nobody">{t::all_ranked()}</span> }.into_any(),
            false => chips(state, dragged, tray),
        }
    };
    let list = move || {
        let groups = ranks::groups(&ranking.get());
        let ranks = (1..).zip(groups).map(|(rank, group)| {
            let label = t::rank(rank);
            let name = label.clone();
            view! {
                <Gap drop_on=move || drop_on(Place::Before(rank)) />
                <li
                    class="ranking__rank"
                    aria-label=label
                    on:dragover=move |event: DragEvent| event.prevent_default()
                    on:drop=move |event: DragEvent| {
                        event.prevent_default();
                        drop_on(Place::With(rank));
                    }
                >
                    <span class="ranking__name" aria-hidden="true">{name}</span>
                    <span class="ranking__chips">{chips(state, dragged, group)}</span>
                </li>
            }
        });
        let ranks = ranks.collect_view();
        let end = move || drop_on(Place::Before(ranks::last(&ranking.get_untracked()) + 1));
        let is_empty = ranking.with(|ranking| ranks::last(ranking) == 0);
        view! {
            {ranks}
            <Gap drop_on=end wide=is_empty />
        }
    };
    view! {
        <div class="ranking">
            <div
                class="ranking__tray"
                role="group"
                aria-label=t::not_ranked()
                on:dragover=move |event: DragEvent| event.prevent_default()
                on:drop=move |event: DragEvent| {
                    event.prevent_default();
                    drop_on(Place::Tray);
                }
            >
                {tray}
            </div>
            <ol class="ranking__list" aria-label=t::ranking()>
                {list}
            </ol>
        </div>
    }
}

/// A drop target between two ranks.
#[component]
fn Gap(
    drop_on: impl Fn() + 'static,
    /// Whether it is the only target.
    #[prop(optional)]
    wide: bool,
) -> impl IntoView {
    let over = RwSignal::new(false);
    view! {
        <li
            class="ranking__gap"
            class:ranking__gap--wide=wide
            class:ranking__gap--over=over
            aria-hidden=(!wide).then_some("true")
            on:dragover=move |event: DragEvent| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=move |event: DragEvent| {
                event.prevent_default();
                drop_on();
            }
        >
            {wide.then(t::best_first)}
        </li>
    }
}

fn chips(state: JudgeState, dragged: RwSignal<Option<usize>>, places: Vec<usize>) -> AnyView {
    places.into_iter().map(|place| view! { <Chip state dragged place /> }).collect_view().into_any()
}

/// A response. A click gives it the next rank or removes its rank. It can be dragged, and the arrow
/// keys move it step by step.
#[component]
fn Chip(
    state: JudgeState,
    dragged: RwSignal<Option<usize>>,
    /// Its position as shown.
    place: usize,
) -> impl IntoView {
    let rank = state.queue.with_untracked(|queue| queue.ranking().get(place).copied().unwrap_or(0));
    let name = letter(place);
    let label = match rank {
        0 => t::chip_unranked(&name.to_string()),
        rank => t::chip_ranked(&name.to_string(), rank),
    };
    let id = format!("chip-{}", name.to_ascii_lowercase());
    let on_key = move |event: KeyboardEvent| {
        let up = match event.key().as_str() {
            "ArrowUp" | "ArrowLeft" => true,
            "ArrowDown" | "ArrowRight" => false,
            _ => return,
        };
        event.prevent_default();
        state.change(|queue| queue.rank(|ranking| ranks::step(ranking, place, up)));
        refocus(place);
    };
    view! {
        <button
            type="button"
            class="ranking__chip"
            id=id
            draggable="true"
            aria-label=label
            on:click=move |_| {
                state.change(|queue| queue.rank(|ranking| ranks::toggle(ranking, place)));
                refocus(place);
            }
            on:keydown=on_key
            on:dragstart=move |event: DragEvent| {
                dragged.set(Some(place));
                // Some browsers only drag elements with data.
                if let Some(data) = event.data_transfer() {
                    _ = data.set_data("text/plain", &name.to_string());
                }
            }
            on:dragend=move |_| dragged.set(None)
        >
            <span>{name.to_string()}</span>
            <kbd aria-hidden="true">{place + 1}</kbd>
        </button>
    }
}

/// The list was rendered again: the focus follows the response.
fn refocus(place: usize) {
    let id = format!("chip-{}", letter(place).to_ascii_lowercase());
    next_frame(move || focus(&id));
}
