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
            "Everything that the pages of Touchstone do. Programs send a token of their \
             account's page, browsers the cookie of their session. Every refusal is an object \
             with `error`, `message` and what belongs to it. Ids of judgments and skips are made \
             by the caller, so that sending again is safe.",
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
