//! The table: operation by operation, what each kind of person is answered.

/// The columns of [`Row::expected`].
pub const EVERYBODY: [&str; 9] = [
    "stranger",
    "outsider",
    "foreign manager",
    "rater",
    "adjudicator",
    "manager",
    "admin",
    "read token",
    "judge token",
];

/// An operation, a body for it in which `{id}` and `{email}` are fresh, and the status for each
/// of [`EVERYBODY`]. The two tokens are the manager's.
pub struct Row {
    pub method: &'static str,
    pub path: &'static str,
    pub body: &'static str,
    pub expected: [u16; 9],
}

const fn row(method: &'static str, path: &'static str, expected: [u16; 9]) -> Row {
    Row { method, path, body: "{}", expected }
}

const fn send(
    method: &'static str,
    path: &'static str,
    body: &'static str,
    expected: [u16; 9],
) -> Row {
    Row { method, path, body, expected }
}

const fn anybody(ok: u16) -> [u16; 9] {
    [ok; 9]
}

const fn signed_in(ok: u16) -> [u16; 9] {
    [401, ok, ok, ok, ok, ok, ok, ok, ok]
}

/// What an account changes about itself: tokens need the full scope.
const fn own(ok: u16) -> [u16; 9] {
    [401, ok, ok, ok, ok, ok, ok, 403, 403]
}

const fn site_admins(ok: u16) -> [u16; 9] {
    [401, 403, 403, 403, 403, 403, ok, 403, 403]
}

const fn members(ok: u16) -> [u16; 9] {
    [401, 404, 404, ok, ok, ok, ok, ok, ok]
}

/// Looking after the site alone is not enough to judge.
const fn raters(ok: u16) -> [u16; 9] {
    [401, 404, 404, ok, ok, ok, 403, 403, ok]
}

const fn readers_of_results(ok: u16) -> [u16; 9] {
    [401, 404, 404, 403, ok, ok, ok, ok, ok]
}

/// What managers may read.
const fn overseers(ok: u16) -> [u16; 9] {
    [401, 404, 404, 403, 403, ok, ok, ok, ok]
}

/// What managers may change.
const fn managers(ok: u16) -> [u16; 9] {
    [401, 404, 404, 403, 403, ok, ok, 403, 403]
}

const PAIR: &str = r#"{"id": "p", "prompt": "Q?", "responses": [{"text": "x"}, {"text": "y"}]}"#;
const SKIP: &str = r#"{"id": "{id}", "reason": "broken"}"#;
const VERDICT_AND_CLAIM: &str =
    r#"{"judgment": {"id": "{id}", "verdict": "a", "grade": -1}, "have": []}"#;
const VERDICT: &str = r#"{"id": "{id}", "verdict": "a", "grade": -1}"#;
const MEMBER: &str = r#"{"email": "{email}", "role": "rater"}"#;
const STATE: &str = r#"{"state": "retired"}"#;
const ROLE: &str = r#"{"role": "rater"}"#;
const PASSWORDS: &str = r#"{"current": "wrong", "new": "correct horse battery"}"#;
const PASSWORD: &str = r#"{"password": "correct horse battery"}"#;
const CREDENTIALS: &str = r#"{"email": "{email}", "password": "wrong"}"#;
const TOKEN: &str = r#"{"name": "t", "scope": "read"}"#;
const PROJECT: &str = r#"{"name": "Another", "overlap": 1}"#;
const NEWCOMER: &str =
    r#"{"email": "{email}", "name": "New", "password": "correct horse battery"}"#;
const FIRST_ADMIN: &str =
    r#"{"code": "x", "email": "{email}", "name": "New", "password": "correct horse battery"}"#;

pub const ROWS: &[Row] = &[
    row("GET", "/healthz", anybody(204)),
    row("GET", "/readyz", anybody(204)),
    row("GET", "/api/v1/set-up", anybody(200)),
    send("POST", "/api/v1/set-up", FIRST_ADMIN, anybody(409)),
    row("GET", "/api/v1/session", signed_in(200)),
    send("POST", "/api/v1/session", CREDENTIALS, anybody(422)),
    row("DELETE", "/api/v1/session", anybody(204)),
    row("GET", "/api/v1/account", signed_in(200)),
    row("GET", "/api/v1/account/work", signed_in(200)),
    row("GET", "/api/v1/account/keys", signed_in(200)),
    send("PUT", "/api/v1/account/keys", "{}", own(200)),
    // Nobody knows these accounts' passwords, so that what is allowed fails on the current one.
    send("PUT", "/api/v1/account/password", PASSWORDS, own(422)),
    row("DELETE", "/api/v1/account/sessions", own(204)),
    row("GET", "/api/v1/account/tokens", own(200)),
    send("POST", "/api/v1/account/tokens", TOKEN, own(201)),
    row("DELETE", "/api/v1/account/tokens/{token}", own(204)),
    row("GET", "/api/v1/accounts", site_admins(200)),
    row("PATCH", "/api/v1/accounts/{account}", site_admins(200)),
    row("GET", "/api/v1/password-resets", site_admins(200)),
    row("POST", "/api/v1/accounts/{account}/password-resets", site_admins(201)),
    row("DELETE", "/api/v1/accounts/{account}/password-resets/{reset}", site_admins(204)),
    row("GET", "/api/v1/account/password-resets", signed_in(200)),
    row("DELETE", "/api/v1/account/password-resets/{reset}", own(204)),
    row("GET", "/api/v1/password-resets/{secret}", anybody(200)),
    send("POST", "/api/v1/password-resets/{secret}/password", PASSWORD, anybody(201)),
    row("GET", "/api/v1/projects", signed_in(200)),
    send("POST", "/api/v1/projects", PROJECT, site_admins(201)),
    row("GET", "/api/v1/projects/{project}", members(200)),
    row("PATCH", "/api/v1/projects/{project}", managers(200)),
    row("GET", "/api/v1/projects/{project}/guidelines/{version}", members(200)),
    row("GET", "/api/v1/projects/{project}/progress", readers_of_results(200)),
    row("GET", "/api/v1/projects/{project}/results", readers_of_results(200)),
    row("GET", "/api/v1/projects/{project}/members", overseers(200)),
    // Nobody has the address, so that what is allowed fails on it.
    send("POST", "/api/v1/projects/{project}/members", MEMBER, managers(422)),
    send("PUT", "/api/v1/projects/{project}/members/{account}", ROLE, managers(204)),
    row("DELETE", "/api/v1/projects/{project}/members/{account}", managers(204)),
    row("GET", "/api/v1/projects/{project}/invitations", overseers(200)),
    send("POST", "/api/v1/projects/{project}/invitations", ROLE, managers(201)),
    row("DELETE", "/api/v1/projects/{project}/invitations/{invitation}", managers(204)),
    row("GET", "/api/v1/invitations/{secret}", anybody(200)),
    row("POST", "/api/v1/invitations/{secret}/acceptance", own(201)),
    send("POST", "/api/v1/invitations/{secret}/account", NEWCOMER, anybody(201)),
    row("GET", "/api/v1/projects/{project}/tasks", overseers(200)),
    row("GET", "/api/v1/projects/{project}/tasks/stuck", overseers(200)),
    send("PUT", "/api/v1/tasks/{task}/state", STATE, managers(204)),
    row("GET", "/api/v1/projects/{project}/claims", raters(200)),
    row("POST", "/api/v1/projects/{project}/claims", raters(200)),
    row("GET", "/api/v1/assignments/{assignment}", raters(200)),
    send("POST", "/api/v1/assignments/{assignment}/judgments", VERDICT, raters(201)),
    send("POST", "/api/v1/assignments/{assignment}/judgments/next", VERDICT_AND_CLAIM, raters(201)),
    send("POST", "/api/v1/assignments/{assignment}/skips", SKIP, raters(201)),
    row("GET", "/api/v1/projects/{project}/judgments", readers_of_results(200)),
    row("GET", "/api/v1/projects/{project}/judgments/mine", members(200)),
    row("POST", "/api/v1/projects/{project}/judgments/earlier", raters(200)),
    row("GET", "/api/v1/judgments/{judgment}", readers_of_results(200)),
    row("GET", "/api/v1/projects/{project}/imports", overseers(200)),
    send("POST", "/api/v1/projects/{project}/imports", PAIR, managers(201)),
    send("POST", "/api/v1/projects/{project}/imports/preview", PAIR, managers(200)),
    row("GET", "/api/v1/projects/{project}/imports/{import}", overseers(200)),
    row("GET", "/api/v1/projects/{project}/exports/{format}", overseers(200)),
    row("GET", "/api/v1/projects/{project}/exports/{format}/ledger", overseers(200)),
];
