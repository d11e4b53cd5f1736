//! The form for a file: works by choosing or dropping, by keyboard, and without scripts.

use domain::batch::{Batch, BatchState};
use domain::id::ProjectId;
use domain::import::Format;
use domain::project::Status;
use leptos::ev;
use leptos::prelude::*;

use super::preview::{PreviewTasks, format_name};
use super::stage::{Stage, Upload};
use super::words::records;
use crate::language::transfer as say;

/// Format, file, preview, button; what came of it.
#[component]
pub fn BringIn(
    id: ProjectId,
    /// The project's.
    status: Status,
    /// Counts imports that came to an end.
    sent: RwSignal<u32>,
) -> impl IntoView {
    if status == Status::Archived {
        return view! {
            <section class="section">
                <div class="notice">
                    <p>{say::import_archived()}</p>
                </div>
            </section>
        }
        .into_any();
    }
    let upload = Upload::new(id, sent);
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if !upload.is_sending() {
            upload.bring_in();
        }
    };
    view! {
        <section class="section">
            <h2 class="section__header">{say::bring_in_title()}</h2>
            <form
                class="stack"
                method="post"
                action=format!("/projects/{id}/import")
                enctype="multipart/form-data"
                on:submit=submit
            >
                <Reading upload />
                <Drop upload />
                <div class="stack" aria-live="polite">
                    {move || shown(upload)}
                </div>
                <div class="form__actions">
                    <button
                        class="button button--primary"
                        aria-busy=move || upload.is_sending().then_some("true")
                    >
                        {say::bring_in()}
                    </button>
                    {move || {
                        upload
                            .is_sending()
                            .then(|| {
                                view! {
                                    <button
                                        class="button button--quiet"
                                        type="button"
                                        on:click=move |_| upload.stop()
                                    >
                                        {say::stop()}
                                    </button>
                                }
                            })
                    }}
                </div>
            </form>
        </section>
    }
    .into_any()
}

/// How the file is to be read.
#[component]
fn Reading(upload: Upload) -> impl IntoView {
    let without_baseline = move || {
        let format = match upload.stage.get() {
            Stage::Checked(preview) => preview.format,
            _ => upload.format.get().parse().ok(),
        };
        matches!(format, Some(Format::Pairs | Format::TrlPreference))
    };
    view! {
        <div class="form form--inline">
            <div class="field">
                <label class="field__label" for="format">
                    {say::format()}
                </label>
                <select
                    class="select"
                    id="format"
                    name="format"
                    on:change=move |event| {
                        upload.format.set(event_target_value(&event));
                        upload.check();
                    }
                >
                    <option value="">{say::format_detect()}</option>
                    {Format::ALL
                        .map(|format| {
                            view! { <option value=format.name()>{format_name(format)}</option> }
                        })
                        .collect_view()}
                </select>
            </div>
            <div class="field field--grow" hidden=without_baseline>
                <label class="field__label" for="baseline">
                    {say::baseline()} " "
                    <span class="field__optional">{say::baseline_hint()}</span>
                </label>
                <input
                    class="input"
                    id="baseline"
                    name="baseline"
                    autocomplete="off"
                    maxlength=domain::import::MAX_NAME
                    on:input=move |event| upload.baseline.set(event_target_value(&event))
                />
            </div>
        </div>
    }
}

/// The place for the file.
#[component]
fn Drop(upload: Upload) -> impl IntoView {
    let over = RwSignal::new(false);
    let dropped = move |event: ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        let files = event.data_transfer().and_then(|dropped| dropped.files());
        let (Some(files), Some(input)) = (files, upload.file.get_untracked()) else { return };
        if files.length() > 0 && !upload.is_sending() {
            input.set_files(Some(&files));
            upload.check();
        }
    };
    view! {
        <div
            class="drop"
            class:drop--over=over
            on:dragover=move |event| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            <label class="drop__title" for="file">
                {say::drop()}
            </label>
            <input
                class="drop__input"
                id="file"
                name="file"
                type="file"
                accept=".jsonl,.ndjson,.json,.gz"
                aria-describedby="file-hint"
                required
                node_ref=upload.file
                on:change=move |_| upload.check()
            />
            <p class="drop__hint" id="file-hint">
                {say::drop_hint()}
            </p>
        </div>
    }
}

/// What there is to see of the file at its stage.
fn shown(upload: Upload) -> AnyView {
    match upload.stage.get() {
        Stage::Choosing => ().into_any(),
        Stage::Checking => view! { <p class="muted">{say::looking()}</p> }.into_any(),
        Stage::Checked(preview) => view! { <PreviewTasks preview=*preview /> }.into_any(),
        Stage::Sending(sent, all) => sending(sent, all),
        Stage::Done(import) => outcome(&import),
        Stage::Stopped => view! {
            <div class="notice">
                <p>{say::stopped()}</p>
            </div>
        }
        .into_any(),
        Stage::Refused(error) => view! {
            <div class="notice notice--danger" role="alert">
                <p class="notice__title">{say::nothing_in()}</p>
                <p>{error.sentence()}</p>
            </div>
        }
        .into_any(),
    }
}

fn sending(sent: f64, all: f64) -> AnyView {
    #[expect(clippy::cast_possible_truncation, reason = "at most 100")]
    let percent = if all > 0.0 { (100.0 * sent / all) as i32 } else { 100 };
    let text = if sent < all { say::on_the_way() } else { say::all_there() };
    view! {
        <div class="progress-line">
            <progress class="progress" value=sent max=all.max(1.0) aria-label=say::sent()></progress>
            <p class="progress-line__text">
                <span>{say::sent_percent(percent)}</span>
                <span>{text}</span>
            </p>
        </div>
    }
    .into_any()
}

fn outcome(batch: &Batch) -> AnyView {
    let report = &batch.report;
    if batch.state == BatchState::Failed {
        let wrong = i64::try_from(report.n_errors).unwrap_or(i64::MAX);
        return view! {
            <div class="notice notice--danger" role="alert">
                <p class="notice__title">{say::nothing_in()}</p>
                <p>
                    {say::errors_found(wrong)} " "
                    <a href="#report">{say::the_report()}</a> " " {say::the_report_names()}
                </p>
            </div>
        }
        .into_any();
    }
    let title = match (report.created, report.without_task) {
        (0, 0) => say::nothing_new().to_owned(),
        (0, _) => say::no_task().to_owned(),
        (created, _) => say::brought_in(i64::try_from(created).unwrap_or(i64::MAX)),
    };
    let class =
        if report.without_task > 0 { "notice notice--warning" } else { "notice notice--success" };
    let without_task = (report.without_task > 0).then(|| {
        let n = i64::try_from(report.without_task).unwrap_or(i64::MAX);
        view! {
            <p>
                {say::prompts_without_task(n)} " " <a href="#report">{say::the_report()}</a> " "
                {say::the_report_says_why()}
            </p>
        }
    });
    view! {
        <div class=class>
            <p class="notice__title">{title}</p>
            <p>{records(report)}</p>
            {without_task}
        </div>
    }
    .into_any()
}
