//! What a session or a token proves about a request.

use domain::actor::Scope;
use domain::id::AccountId;

/// The account that a request belongs to, and its rights.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Proof {
    pub account: AccountId,
    pub site_admin: bool,
    pub scope: Scope,
}
