//! The first tasks of a file as a rater would see them, before anything is brought in.

use domain::actor::Actor;
use domain::id::ProjectId;
use domain::import::{Format, Preview, PreviewTask, Record, Splitter, parse};
use domain::policy;
use domain::task::{Message, NewResponse};

use crate::db::Db;
use crate::error::Result;
use crate::project::{self, Access};
use crate::task::{show_message, show_response};

/// The most that is looked at, in bytes.
pub const MAX_PREVIEW: usize = 1024 * 1024;

/// How many tasks are shown.
const TASKS: usize = 3;

/// Shows the first tasks of the head of a file, or what is wrong with its first records.
///
/// `whole` says whether the head is all of the file: if not, its last record is cut and ignored.
pub async fn preview(
    db: &Db,
    actor: &Actor,
    id: ProjectId,
    format: Option<Format>,
    head: &[u8],
    whole: bool,
) -> Result<Preview> {
    let kind = {
        let mut tx = db.read().await?;
        let Access { role, .. } = project::of(&mut tx, actor, id).await?;
        policy::manage(actor, role)?;
        project::kind(&mut tx, id).await?
    };
    let mut splitter = Splitter::new();
    let mut records = splitter.push(head);
    if whole {
        records.extend(splitter.finish());
    }
    let mut preview = Preview { format, ..Preview::default() };
    for record in records.into_iter().take(TASKS) {
        let parsed = record.and_then(|record| {
            let format = preview.format.or_else(|| Format::detect(&record.text));
            preview.format = format;
            parse(format.unwrap_or(Format::Pairs), kind, record.line, &record.text)
        });
        match parsed {
            Ok(Record::Task(task)) => {
                preview.tasks.push(show(Some(task.external_id), task.messages, task.responses));
            }
            Ok(Record::Output(output)) => {
                let response = NewResponse { model: output.model, text: output.text };
                preview.tasks.push(show(None, output.messages, vec![response]));
            }
            Err(error) => preview.errors.push(error),
        }
    }
    Ok(preview)
}

fn show(
    external_id: Option<String>,
    messages: Vec<Message>,
    responses: Vec<NewResponse>,
) -> PreviewTask {
    PreviewTask {
        external_id,
        prompt: messages.into_iter().map(show_message).collect(),
        models: responses.iter().map(|response| response.model.clone()).collect(),
        responses: responses.into_iter().map(|response| show_response(response.text)).collect(),
    }
}
