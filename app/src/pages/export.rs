//! Taking judgments out: what would leave, then the file.

mod choice;
mod ledger;
mod loading;
mod selection;

use leptos::prelude::*;

use self::choice::ChoiceForm;
use self::ledger::Ledger;
use self::loading::Loading;
use self::selection::{Selection, selected};
use crate::components::head::Title;
use crate::components::outcome::show;
use crate::components::project_frame::{ProjectFrame, no_project, project_id, project_resource};
use crate::language::transfer as t;
use crate::rpc;

/// Choosing a format, seeing what would leave, downloading it.
#[component]
pub fn ExportPage() -> impl IntoView {
    let id = project_id();
    let project = project_resource();
    let choice = selected();
    let ledger = Resource::new(
        move || (id.get(), choice.get()),
        |(id, Selection { format, aggregation, flagged })| async move {
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
                    <Title text=t::export_of(&view.project.name) />
                    <Transition fallback=|| {
                        view! {
                            <p class="muted" role="status">
                                {t::counting()}
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
