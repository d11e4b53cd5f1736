//! What the API can do, as its page shows it.

use leptos::prelude::*;

pub use self::description::{Answer, Body, Field, Group, Operation, Outline, Parameter};
use super::Error;
#[cfg(feature = "ssr")]
use super::context;
use super::json::Json;

mod description;
#[cfg(feature = "ssr")]
mod outline;
#[cfg(feature = "ssr")]
mod schema;

/// The outline of the API; for everybody, like the document it is made from.
#[server(name = FindOutline, prefix = "/rpc", endpoint = "api-outline", output = Json)]
pub async fn document() -> Result<Outline, Error> {
    Ok(Outline { origin: context::origin()?, ..outline::of(&context::state()?).clone() })
}
