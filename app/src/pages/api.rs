//! The API, described.

mod answers;
mod fields;
mod operation;
mod prose;

use leptos::prelude::*;
use leptos_router::components::A;

use self::operation::OperationView;
use self::prose::prose;
use crate::components::head::Title;
use crate::components::outcome::show;
use crate::rpc;
use crate::rpc::api::{Answer, Group, Outline};

/// What programs can do: operations by group, each with what it takes and what it answers.
#[component]
pub fn ApiPage() -> impl IntoView {
    let outline = Resource::new(|| (), |()| rpc::api::document());
    view! {
        <Title text="API" />
        <main class="page" id="main" lang="en" dir="ltr">
            <header class="page__header">
                <div>
                    <h1 class="page__title">"API"</h1>
                    <p class="page__lead">
                        "Everything that the pages can do, as JSON over HTTP. Create a token in "
                        <A href="/account">"your account"</A>
                        ". Programs read this description in "
                        <a href="/api/v1/openapi.json" rel="external">
                            "openapi.json"
                        </a> "."
                    </p>
                </div>
            </header>
            <Suspense fallback=|| view! { <p class="muted">"Loading …"</p> }>
                {move || Suspend::new(async move {
                    show(outline.await, |outline| view! { <Description outline /> })
                })}
            </Suspense>
        </main>
    }
}

#[component]
fn Description(outline: Outline) -> impl IntoView {
    let Outline { origin, description, groups, common } = outline;
    if groups.is_empty() {
        return view! {
            <p class="muted">"This server describes no operations."</p>
        }
        .into_any();
    }
    let contents: Vec<_> = groups
        .iter()
        .map(|group| {
            view! { <a href=format!("#{}", group.name)>{heading(&group.name)}</a> }
        })
        .collect();
    let begin = format!(
        "export TOUCHSTONE={origin}\nexport TOKEN=touchstone_…\ncurl \"$TOUCHSTONE/api/v1/projects\" \\\n  --header \"Authorization: Bearer $TOKEN\""
    );
    view! {
        <div class="api">
            <nav class="api__contents" aria-label="Groups">
                <a href="#begin">"Begin"</a>
                {contents}
            </nav>
            <div>
                <section class="section" id="begin">
                    <h2 class="section__header">"Begin"</h2>
                    <p class="section__lead">{prose(&description)}</p>
                    <pre class="schema" tabindex="0">
                        <code>{begin}</code>
                    </pre>
                    <Refusals common />
                </section>
                {groups.into_iter().map(|group| view! { <GroupSection group /> }).collect_view()}
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn Refusals(common: Vec<Answer>) -> impl IntoView {
    (!common.is_empty()).then(|| {
        view! {
            <p>"Operations refuse a request with:"</p>
            <dl class="facts">
                {common
                    .into_iter()
                    .map(|answer| {
                        view! {
                            <dt>
                                <code>{answer.status}</code>
                            </dt>
                            <dd>{prose(&answer.description)}</dd>
                        }
                    })
                    .collect_view()}
            </dl>
        }
    })
}

#[component]
fn GroupSection(group: Group) -> impl IntoView {
    let Group { name, operations } = group;
    view! {
        <section class="section" id=name.clone()>
            <h2 class="section__header">{heading(&name)}</h2>
            <div>
                {operations
                    .into_iter()
                    .map(|operation| view! { <OperationView operation /> })
                    .collect_view()}
            </div>
        </section>
    }
}

/// The name of a group with a capital.
fn heading(name: &str) -> String {
    let mut letters = name.chars();
    letters
        .next()
        .map_or_else(String::new, |first| format!("{}{}", first.to_uppercase(), letters.as_str()))
}
