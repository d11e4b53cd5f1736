//! Taking judgments out: what would leave, then the file.

mod choice;
mod ledger;
mod loading;

use domain::export::{Aggregation, Flagged, Format};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use self::choice::ChoiceForm;
use self::ledger::Ledger;
use self::loading::Loading;
use crate::components::head::Title;
use crate::components::outcome::show;
use crate::components::project_frame::{ProjectFrame, no_project, project_id, project_resource};
use crate::language::transfer as say;
use crate::rpc;

/// What is taken out, as the address says it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Choice {
    pub format: Format,
    pub aggregation: Aggregation,
    pub flagged: Flagged,
}

/// Choosing a format, seeing what would leave, downloading it.
#[component]
pub fn ExportPage() -> impl IntoView {
    let id = project_id();
    let project = project_resource();
    let choice = chosen();
    let ledger = Resource::new(
        move || (id.get(), choice.get()),
        |(id, Choice { format, aggregation, flagged })| async move {
            match id {
                Some(id) => rpc::transfer::ledger(id, format, aggregation, flagged).await,
                None => Err(no_project()),
            }
        },
    );
    view! {
        <ProjectFrame
            project
            content=move |view| {
                let id = view.project.id;
                view! {
                    <Title text=say::export_of(&view.project.name) />
                    <Transition fallback=|| {
                        view! {
                            <p class="muted" role="status">
                                {say::counting()}
                            </p>
                        }
                    }>
                        {move || Suspend::new(async move {
                            let choice = choice.get();
                            show(
                                ledger.await,
                                |ledger| {
                                    view! {
                                        <div class="split">
                                            <ChoiceForm id choice />
                                            <Ledger id choice ledger />
                                        </div>
                                        <Loading id choice />
                                    }
                                },
                            )
                        })}
                    </Transition>
                }
            }
        />
    }
}

/// The choice in the address; what it does not say, or says wrongly, is the first that is offered.
fn chosen() -> Memo<Choice> {
    let query = use_query_map();
    Memo::new(move |_| {
        let query = query.read();
        let format = query.get("format").and_then(|name| name.parse().ok());
        let aggregation = query.get("aggregation").and_then(|name| {
            Aggregation::ALL.into_iter().find(|aggregation| aggregation.name() == name)
        });
        let flagged = query
            .get("flagged")
            .and_then(|name| Flagged::ALL.into_iter().find(|flagged| flagged.name() == name));
        Choice {
            flagged: flagged.unwrap_or_default(),
            format: format.unwrap_or(Format::ALL[0]),
            aggregation: aggregation.unwrap_or_default(),
        }
    })
}

impl Choice {
    /// Whether the way from judgments to rows makes a difference.
    pub fn aggregates(self) -> bool {
        matches!(self.format, Format::TrlPreference | Format::TrlUnpaired | Format::TrlSft)
    }

    /// Where the file is.
    pub fn address(self, project: domain::id::ProjectId) -> String {
        let Self { format, aggregation, flagged } = self;
        let address = format!("/api/v1/projects/{project}/exports/{}", format.name());
        if self.aggregates() {
            format!("{address}?aggregation={}&flagged={}", aggregation.name(), flagged.name())
        } else {
            address
        }
    }
}
