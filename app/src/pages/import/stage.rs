//! How far one file has come, from the choice to the report.

use domain::batch::Batch;
use domain::id::ProjectId;
use domain::import::Preview;
use domain::reason::Reason;
use leptos::html;
use leptos::prelude::*;
use web_sys::{File, UrlSearchParams};

use super::send::send;
use crate::language::transfer as say;
use crate::rpc::Error;

/// The most that is looked at before a file is brought in, in bytes.
const HEAD: f64 = 1_048_576.0;

/// How far a file has come.
#[derive(Debug, Clone, PartialEq)]
pub enum Stage {
    /// No file is chosen.
    Choosing,
    /// The head of the file is with the server.
    Checking,
    /// Its first tasks, or what is wrong with them.
    Checked(Box<Preview>),
    /// Bytes sent, and all bytes.
    Sending(f64, f64),
    /// The import with its report.
    Done(Box<Batch>),
    /// The sending was stopped by the one who sent.
    Stopped,
    /// The server would not take it.
    Refused(Error),
}

/// The form's file and options, and what is under way with them. The file itself stays in its
/// input, so that the same form can be sent without scripts.
#[derive(Clone, Copy)]
pub struct Upload {
    pub id: ProjectId,
    pub stage: RwSignal<Stage>,
    pub format: RwSignal<String>,
    pub baseline: RwSignal<String>,
    pub file: NodeRef<html::Input>,
    /// Counts imports that came to an end.
    pub sent: RwSignal<u32>,
    stopped: RwSignal<bool>,
    /// Counts what was begun, so that late answers are known as such.
    turn: RwSignal<u32>,
}

impl Upload {
    /// Nothing is chosen yet.
    pub fn new(id: ProjectId, sent: RwSignal<u32>) -> Self {
        Self {
            id,
            stage: RwSignal::new(Stage::Choosing),
            format: RwSignal::new(String::new()),
            baseline: RwSignal::new(String::new()),
            file: NodeRef::new(),
            sent,
            stopped: RwSignal::new(false),
            turn: RwSignal::new(0),
        }
    }

    /// Whether bytes are on their way into the project.
    pub fn is_sending(self) -> bool {
        matches!(self.stage.get(), Stage::Sending(..))
    }

    /// Shows the first tasks of the chosen file.
    pub fn check(self) {
        let turn = self.begin();
        let Some(file) = self.chosen() else {
            return self.stage.set(Stage::Choosing);
        };
        let Ok(head) = file.slice_with_f64_and_f64(0.0, HEAD) else {
            return self.stage.set(Stage::Refused(unreadable()));
        };
        self.stage.set(Stage::Checking);
        let whole = if file.size() <= HEAD { "true" } else { "false" };
        let address = self.address("/preview", &[("whole", whole)]);
        send(
            &address,
            &head,
            |_, _| true,
            move |answer| {
                let stage = match serde_json::from_str::<Preview>(&answer.text) {
                    Ok(preview) if answer.status == 200 => Stage::Checked(Box::new(preview)),
                    _ => Stage::Refused(answer.refusal()),
                };
                self.settle(turn, stage);
            },
        );
    }

    /// Brings the chosen file in.
    pub fn bring_in(self) {
        let Some(file) = self.chosen() else { return };
        let turn = self.begin();
        self.stage.set(Stage::Sending(0.0, file.size()));
        let baseline = self.baseline.get_untracked();
        let address = self.address("", &[("file_name", &file.name()), ("baseline", &baseline)]);
        let progress = move |sent, all| {
            if self.turn.try_get_untracked() == Some(turn) {
                self.stage.set(Stage::Sending(sent, all));
            }
            !self.stopped.try_get_untracked().unwrap_or(true)
        };
        send(&address, &file, progress, move |answer| {
            let stage = match serde_json::from_str::<Batch>(&answer.text) {
                Ok(import) => Stage::Done(Box::new(import)),
                Err(_) if self.stopped.try_get_untracked() == Some(true) => Stage::Stopped,
                Err(_) => Stage::Refused(answer.refusal()),
            };
            self.settle(turn, stage);
            self.sent.try_update(|sent| *sent += 1);
        });
    }

    /// Stops the sending; what was sent is thrown away by the server.
    pub fn stop(self) {
        self.stopped.set(true);
    }

    fn chosen(self) -> Option<File> {
        self.file.get_untracked()?.files()?.get(0)
    }

    fn begin(self) -> u32 {
        self.stopped.set(false);
        self.turn.update(|turn| *turn += 1);
        self.turn.get_untracked()
    }

    /// Ends a turn, unless another has begun or the page is gone.
    fn settle(self, turn: u32, stage: Stage) {
        if self.turn.try_get_untracked() == Some(turn) {
            self.stage.set(stage);
        }
    }

    fn address(self, path: &str, parameters: &[(&str, &str)]) -> String {
        let address = format!("/api/v1/projects/{}/imports{path}", self.id);
        let Ok(query) = UrlSearchParams::new() else { return address };
        let format = self.format.get_untracked();
        for (name, value) in parameters.iter().copied().chain([("format", format.as_str())]) {
            if !value.is_empty() {
                query.append(name, value);
            }
        }
        format!("{address}?{}", String::from(query.to_string()))
    }
}

fn unreadable() -> Error {
    let text = say::file_unreadable().to_owned();
    domain::Error::invalid("file", Reason::Worded { text }).into()
}
