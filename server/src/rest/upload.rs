//! Files on their way in, as a body or as a part of a form. They are not kept in memory.

use anyhow::Error as Fault;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use axum::response::Response;
use domain::Error as Refusal;
use domain::reason::Reason;
use futures::StreamExt;
use futures::stream::BoxStream;

use super::extract::too_large_or_cut;
use crate::error::{Result, respond};
use crate::import::MAX_PREVIEW;
use crate::web::file_form::{FileForm, Part};

/// A request whose body is a file, or a form that begins with one.
pub enum Upload {
    Body(BoxStream<'static, std::result::Result<Bytes, Fault>>),
    Form(FileForm),
}

/// A file on its way in.
pub struct File<'a> {
    /// What the form calls it.
    pub name: Option<String>,
    pub bytes: BoxStream<'a, std::result::Result<Bytes, Fault>>,
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> std::result::Result<Self, Response> {
        let kind = request.headers().get(header::CONTENT_TYPE);
        if !kind.is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/")) {
            let bytes = request.into_body().into_data_stream();
            return Ok(Self::Body(bytes.map(|chunk| chunk.map_err(Fault::new)).boxed()));
        }
        match FileForm::from_request(request, state).await {
            Ok(form) => Ok(Self::Form(form)),
            Err(rejection) => {
                let refusal = Refusal::invalid(
                    "content-type",
                    Reason::BadValue { detail: rejection.body_text() },
                );
                Err(respond(rejection.status(), &refusal))
            }
        }
    }
}

impl Upload {
    /// The file: the body itself, or the first part of the form.
    pub async fn file(&mut self) -> Result<File<'_>> {
        let form = match self {
            Self::Body(bytes) => {
                return Ok(File { name: None, bytes: bytes.as_mut().boxed() });
            }
            Self::Form(form) => form,
        };
        let Some(Part::File(part)) = form.next().await? else {
            return Err(Refusal::invalid("file", Reason::FileNotFirst).into());
        };
        let name = part.file_name().map(str::to_owned);
        Ok(File { name, bytes: (*part).map(|chunk| chunk.map_err(Fault::new)).boxed() })
    }
}

/// The beginning of a file, kept in memory: at most [`MAX_PREVIEW`] bytes.
pub struct Head(pub Bytes);

impl<S: Send + Sync> FromRequest<S> for Head {
    type Rejection = Response;

    async fn from_request(request: Request, _: &S) -> std::result::Result<Self, Response> {
        match axum::body::to_bytes(request.into_body(), MAX_PREVIEW).await {
            Ok(bytes) => Ok(Self(bytes)),
            Err(_) => {
                let status = StatusCode::PAYLOAD_TOO_LARGE;
                Err(respond(status, &too_large_or_cut(status)))
            }
        }
    }
}
