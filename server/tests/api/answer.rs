//! What the server answered, read as the test expects it.

use std::marker::PhantomData;

use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// An answer whose body is a `T` if all goes well.
pub struct Answer<T = Value> {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
    expected: PhantomData<T>,
}

impl<T> Answer<T> {
    pub async fn read(response: reqwest::Response) -> Self {
        Self {
            status: response.status(),
            headers: response.headers().clone(),
            body: response.bytes().await.unwrap().to_vec(),
            expected: PhantomData,
        }
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Nothing to say, all well.
    #[track_caller]
    pub fn no_content(&self) {
        self.expect(204);
    }

    /// A refusal with this status; its body says why.
    #[track_caller]
    pub fn refused(&self, status: u16) -> Value {
        self.expect(status);
        let problem: Value = serde_json::from_slice(&self.body).unwrap();
        assert!(problem["error"].is_string(), "{problem}");
        assert!(problem["code"].is_string(), "{problem}");
        assert!(problem["message"].is_string(), "{problem}");
        problem
    }

    #[track_caller]
    pub fn expect(&self, status: u16) {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
    }
}

impl<T: DeserializeOwned> Answer<T> {
    /// 200.
    #[track_caller]
    pub fn ok(&self) -> T {
        self.with(200)
    }

    /// 201.
    #[track_caller]
    pub fn created(&self) -> T {
        self.with(201)
    }

    /// The body of an answer with this status.
    #[track_caller]
    pub fn with(&self, status: u16) -> T {
        self.expect(status);
        serde_json::from_slice(&self.body).unwrap()
    }
}
