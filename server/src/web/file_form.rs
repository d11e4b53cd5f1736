//! A form that brings a file, read as it comes. What comes before the file is held in memory, so
//! it is limited; the file is not.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::body::Body;
use axum::extract::multipart::{Field, MultipartError, MultipartRejection};
use axum::extract::{FromRequest, Multipart, Request};
use domain::Error as Refusal;
use domain::reason::Reason;
use futures::StreamExt;

/// The most fields before the file.
const MAX_FIELDS: usize = 16;

/// The most bytes in a field.
const MAX_FIELD_BYTES: usize = 4 * 1024;

/// The most bytes before the file: fields, their headers, and what is between them. The beginning
/// of the file, which comes along with them, counts too.
const MAX_BYTES_BEFORE_FILE: usize = 1024 * 1024;

/// A form that brings a file.
pub struct FileForm {
    form: Multipart,
    fields: usize,
    progress: Arc<Progress>,
}

/// How far the form is read.
#[derive(Debug, Default)]
struct Progress {
    is_at_file: AtomicBool,
    is_too_much: AtomicBool,
}

/// A part of the form.
pub enum Part<'a> {
    Field {
        name: String,
        value: String,
    },
    /// The file, which is not read yet. What comes after it is never read.
    File(Box<Field<'a>>),
}

#[derive(Debug, thiserror::Error)]
#[error("too many bytes before the file")]
struct TooMuch;

impl<S: Send + Sync> FromRequest<S> for FileForm {
    type Rejection = MultipartRejection;

    async fn from_request(request: Request, state: &S) -> Result<Self, MultipartRejection> {
        let (parts, body) = request.into_parts();
        let progress = Arc::new(Progress::default());
        let (seen, mut bytes) = (progress.clone(), 0);
        let limited = body.into_data_stream().map(move |chunk| {
            let chunk = chunk?;
            bytes += chunk.len();
            if bytes > MAX_BYTES_BEFORE_FILE && !seen.is_at_file.load(Ordering::Relaxed) {
                seen.is_too_much.store(true, Ordering::Relaxed);
                return Err(axum::Error::new(TooMuch));
            }
            Ok(chunk)
        });
        let request = Request::from_parts(parts, Body::from_stream(limited));
        let form = Multipart::from_request(request, state).await?;
        Ok(Self { form, fields: 0, progress })
    }
}

impl FileForm {
    /// The next part; none after the last.
    pub async fn next(&mut self) -> Result<Option<Part<'_>>, Refusal> {
        let unreadable = |error| self.progress.explain(&error);
        let Some(mut field) = self.form.next_field().await.map_err(unreadable)? else {
            return Ok(None);
        };
        if field.file_name().is_some() {
            self.progress.is_at_file.store(true, Ordering::Relaxed);
            return Ok(Some(Part::File(Box::new(field))));
        }
        self.fields += 1;
        if self.fields > MAX_FIELDS {
            return Err(Refusal::invalid("form", Reason::TooManyFields { most: MAX_FIELDS }));
        }
        let name = field.name().unwrap_or_default().to_owned();
        let mut value = Vec::new();
        while let Some(chunk) = field.chunk().await.map_err(unreadable)? {
            if value.len() + chunk.len() > MAX_FIELD_BYTES {
                let reason = Reason::FieldTooLarge { most: MAX_FIELD_BYTES };
                return Err(Refusal::invalid("form", reason));
            }
            value.extend_from_slice(&chunk);
        }
        Ok(Some(Part::Field { name, value: String::from_utf8_lossy(&value).into_owned() }))
    }
}

impl Progress {
    /// Why the form cannot be read on.
    fn explain(&self, error: &MultipartError) -> Refusal {
        if self.is_too_much.load(Ordering::Relaxed) {
            let reason = Reason::TooMuchBeforeFile { most: MAX_BYTES_BEFORE_FILE };
            return Refusal::invalid("form", reason);
        }
        Refusal::invalid("form", Reason::BadValue { detail: error.body_text() })
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Bytes;

    use super::*;

    /// What is said of a form that goes on like this for ever.
    async fn refusal(start: &'static str) -> Refusal {
        let endless = futures::stream::repeat_with(|| Ok(Bytes::from_static(&[b'x'; 64 * 1024])));
        let start =
            futures::stream::iter([Ok::<_, axum::Error>(Bytes::from_static(start.as_bytes()))]);
        // A network gives one piece at a time.
        let body = Body::from_stream(start.chain(endless).then(async |piece| {
            tokio::task::yield_now().await;
            piece
        }));
        let request = Request::post("/").header("content-type", "multipart/form-data; boundary=e");
        let mut form = FileForm::from_request(request.body(body).unwrap(), &()).await.unwrap();
        loop {
            match form.next().await {
                Ok(Some(Part::Field { .. })) => {}
                Ok(_) => panic!("the form has no file and no end"),
                Err(refusal) => return refusal,
            }
        }
    }

    #[tokio::test]
    async fn an_endless_form_is_not_kept_in_memory() {
        let table = [
            ("", "before the file"),
            ("--e\r\nContent-Disposition: form-data; name=\"", "before the file"),
            ("--e\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n", "in a field"),
        ];

        for (start, reason) in table {
            let refusal = refusal(start).await.to_string();

            assert!(refusal.contains(reason), "{start:?}: {refusal}");
        }
    }
}
