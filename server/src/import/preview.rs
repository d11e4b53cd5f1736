//! The first tasks of a file as a rater would see them, before anything is brought in.

use domain::actor::Actor;
use domain::id::ProjectId;
use domain::import::{Format, Intake, Item, LineError, Preview, PreviewTask, Record};
use domain::policy;
use domain::task::{Message, NewResponse};

use super::unpack::Unpacker;
use crate::db::Db;
use crate::error::Result;
use crate::project::{self, Access};
use crate::task::{show_message, show_response};

/// The most that is looked at, in bytes.
pub const MAX_PREVIEW: usize = 1024 * 1024;

/// The most of it that is unpacked where it is compressed, in bytes; a little more is possible.
const MAX_UNPACKED: usize = 8 * MAX_PREVIEW;

/// How many bytes are read at once.
const CHUNK: usize = 2 * 1024;

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
    let mut intake = Intake::new(kind, format);
    let mut preview = Preview::default();
    let mut unpacker = Unpacker::new(u64::MAX);
    let mut items = Vec::new();
    let mut is_whole = whole;
    let mut unpacked = 0;
    for chunk in head.chunks(CHUNK) {
        let flaw = unpacker.push(chunk, &mut |bytes| {
            unpacked += bytes.len();
            items.extend(intake.push(bytes));
        });
        preview.errors.extend(flaw.err().map(LineError::of_file));
        if items.len() >= TASKS || unpacked > MAX_UNPACKED {
            is_whole = false;
            break;
        }
    }
    preview.format = intake.format();
    if is_whole {
        let flaw = unpacker.finish(&mut |bytes| items.extend(intake.push(bytes)));
        preview.errors.extend(flaw.err().map(LineError::of_file));
    }
    // Without its end the last record is cut; of records like no format it is no record that
    // tells.
    let (rest, found) = intake.finish();
    preview.format = found.or(preview.format);
    items.extend(rest.into_iter().filter(|item| is_whole || matches!(item, Item::Unknown { .. })));
    for item in items.into_iter().take(TASKS) {
        match item {
            Item::Record(_, Record::Task(task)) => {
                preview.tasks.push(show(Some(task.external_id), task.messages, task.responses));
            }
            Item::Record(_, Record::Output(output)) => {
                preview.tasks.push(show(None, output.messages, vec![output.response]));
            }
            Item::Wrong(error) | Item::Unknown { error, .. } | Item::Refused(error) => {
                preview.errors.push(error);
            }
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
        prompt: messages.iter().map(show_message).collect(),
        models: responses.iter().map(|response| response.model.clone()).collect(),
        responses: responses.iter().map(|response| show_response(&response.messages)).collect(),
    }
}
