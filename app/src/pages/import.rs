//! Bringing tasks in: choose a file, look at its first tasks, send it, read the report.

mod bring_in;
mod earlier;
mod preview;
mod report;
mod send;
mod stage;
mod words;

use leptos::prelude::*;

use self::bring_in::BringIn;
use self::earlier::Earlier;
use crate::components::head::Title;
use crate::components::managers_only::for_managers;
use crate::components::outcome::show;
use crate::components::project_frame::{ProjectFrame, no_project, project_id, project_resource};
use crate::language::{common, transfer as say};
use crate::rpc;

/// A form for a file, and the imports so far.
#[component]
pub fn ImportPage() -> impl IntoView {
    let id = project_id();
    let project = project_resource();
    let sent = RwSignal::new(0);
    let imports = Resource::new(
        move || (id.get(), sent.get()),
        |(id, _)| async move {
            match id {
                Some(id) => rpc::transfer::imports(id).await,
                None => Err(no_project()),
            }
        },
    );
    view! {
        <ProjectFrame
            project
            content=move |view| {
                for_managers(
                    view,
                    move |view| {
                        let id = view.project.id;
                        view! {
                            <Title text=say::tasks_of(&view.project.name) />
                            <BringIn id status=view.project.status sent />
                            <Transition fallback=|| {
                                view! {
                                    <p class="muted" role="status">
                                        {common::loading()}
                                    </p>
                                }
                            }>
                                {move || Suspend::new(async move {
                                    show(
                                        imports.await,
                                        |imports| view! { <Earlier id imports /> },
                                    )
                                })}
                            </Transition>
                        }
                    },
                )
            }
        />
    }
}
