//! What the description of the API says beside its operations.

use domain::export::Format;
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::{ComponentsBuilder, InfoBuilder, OpenApi, OpenApiBuilder};

use crate::config::Config;
use crate::session;

/// A description without operations: name, version, and the two ways to say who is asking.
pub(super) fn head(config: &Config) -> OpenApi {
    let info = InfoBuilder::new()
        .title("Touchstone")
        .version("1")
        .description(Some(
            "Everything that the pages of Touchstone can do. Programs send a token from the account \
             page; browsers send their session cookie. Every error is an object with `error` (its \
             kind), `code` (stable, for programs), `message` (English, for people) and the values \
             that the message names. You choose the ids of judgments and skips, so sending a \
             request again is safe.",
        ))
        .build();
    let cookie = ApiKey::Cookie(ApiKeyValue::new(session::cookie_name(config)));
    let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
    let components = ComponentsBuilder::new()
        // A type that only paths use is not collected by itself.
        .schema_from::<Format>()
        .security_scheme("session", SecurityScheme::ApiKey(cookie))
        .security_scheme("token", SecurityScheme::Http(bearer))
        .build();
    let nothing_more: [&str; 0] = [];
    OpenApiBuilder::new()
        .info(info)
        .components(Some(components))
        .security(Some([
            SecurityRequirement::new("session", nothing_more),
            SecurityRequirement::new("token", nothing_more),
        ]))
        .build()
}
