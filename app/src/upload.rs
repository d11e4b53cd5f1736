//! Files from the import page in a browser without scripts. A script sends them over REST.

use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use domain::Error as Refusal;
use domain::id::ProjectId;
use domain::import::Options;
use domain::reason::Reason;
use server::actor::SignedIn;
use server::web::file_form::{FileForm, Part};
use server::web::refusal::Form;

/// The address that the form of the import page is sent to.
pub fn routes(state: server::State) -> Router {
    let body_bytes = state.config.max_import_bytes;
    let routes = Router::new().route("/projects/{project}/import", post(bring_in));
    server::web::bulk(routes, body_bytes).with_state(state)
}

/// Brings the form's file in and leads back to the page, where its report is the newest.
async fn bring_in(
    State(state): State<server::State>,
    SignedIn(actor): SignedIn,
    Path(project): Path<ProjectId>,
    form: FileForm,
) -> Response {
    match receive(&state, &actor, project, form).await {
        Ok(()) => Redirect::to(&format!("/projects/{project}/import#report")).into_response(),
        Err(error) => {
            let refusal = error.for_people();
            Form::Page.refuse(server::error::status(&refusal), &refusal)
        }
    }
}

/// Reads the form in its order: how the file is to be read, then the file.
async fn receive(
    state: &server::State,
    actor: &domain::actor::Actor,
    project: ProjectId,
    mut form: FileForm,
) -> server::Result<()> {
    let mut options = Options::default();
    while let Some(part) = form.next().await? {
        match part {
            Part::Field { name, value } if name == "format" => {
                options.format = (!value.is_empty()).then(|| value.parse()).transpose()?;
            }
            Part::Field { name, value } if name == "baseline" => {
                options.baseline = Some(value).filter(|model| !model.trim().is_empty());
            }
            Part::Field { .. } => {}
            Part::File(file) => {
                let most = state.config.max_import_bytes;
                let name = file.file_name().unwrap_or("upload").to_owned();
                let import =
                    server::import::run(&state.db, actor, project, &name, &options, most, *file)
                        .await;
                return import.map(drop);
            }
        }
    }
    Err(Refusal::invalid("file", Reason::FileRequired).into())
}
