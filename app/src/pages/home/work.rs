//! What one has judged oneself: today, in all, and on each of the last days.

use domain::work::{Day, Work};
use leptos::prelude::*;

use crate::components::date::short;
use crate::components::number::duration;
use crate::language::home as t;

/// The height of the plot in its own units.
const HEIGHT: i64 = 100;

/// Nothing for somebody who has judged nothing yet.
#[component]
pub fn OwnWork(work: Work) -> impl IntoView {
    let sum = |of: fn(&domain::work::ProjectWork) -> i64| work.projects.iter().map(of).sum::<i64>();
    let judgments = sum(|project| project.judgments);
    if judgments == 0 {
        return ().into_any();
    }
    let today = sum(|project| project.judgments_today);
    let active = sum(|project| project.active_ms);
    let facts = [
        (t::today(), crate::language::whole(today)),
        (t::in_all(), crate::language::whole(judgments)),
        (t::time(), duration(active)),
        (t::time_each(), duration(active / judgments)),
    ];
    view! {
        <section class="work" aria-labelledby="work">
            <h2 class="visually-hidden" id="work">
                {t::work()}
            </h2>
            <dl class="work__facts">
                {facts
                    .into_iter()
                    .map(|(name, value)| {
                        view! {
                            <div>
                                <dt>{name}</dt>
                                <dd>{value}</dd>
                            </div>
                        }
                    })
                    .collect_view()}
            </dl>
            <Days days=work.days />
        </section>
    }
    .into_any()
}

/// A bar for each day, and the table behind them.
#[component]
fn Days(days: Vec<Day>) -> impl IntoView {
    let most = days.iter().map(|day| day.judgments).max().unwrap_or(0).max(1);
    let sum: i64 = days.iter().map(|day| day.judgments).sum();
    let rows: Vec<_> = days.iter().map(|day| (short(&day.date), day.judgments)).collect();
    let ends = [rows.first(), rows.last()].map(|row| row.map(|(date, _)| date.clone()));
    let bars = rows.clone().into_iter().zip(0_i64..).map(|((date, judgments), n)| {
        // A day with anything at all can be seen.
        let height = (HEIGHT * judgments / most).max(i64::from(judgments > 0) * 2);
        view! {
            <rect class="work__slot" x=n * 10 y="0" width="9" height=HEIGHT>
                <title>{t::day_judgments(&date, judgments)}</title>
            </rect>
            <rect
                class="work__bar"
                x=n * 10
                y=HEIGHT - height
                width="9"
                height=height
                pointer-events="none"
            />
        }
    });
    view! {
        <figure class="work__days">
            <svg
                viewBox=format!("0 0 {} {HEIGHT}", rows.len() * 10 - 1)
                preserveAspectRatio="none"
                role="img"
                aria-label=t::days_title(sum)
            >
                {bars.collect_view()}
            </svg>
            <figcaption class="work__axis" aria-hidden="true">
                {ends.map(|date| view! { <span>{date}</span> }).collect_view()}
            </figcaption>
            <table class="visually-hidden">
                <caption>{t::last_days()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t::day()}</th>
                        <th scope="col">{t::judgments()}</th>
                    </tr>
                </thead>
                <tbody>
                    {rows
                        .into_iter()
                        .map(|(date, judgments)| {
                            view! {
                                <tr>
                                    <th scope="row">{date}</th>
                                    <td>{judgments}</td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </figure>
    }
}
