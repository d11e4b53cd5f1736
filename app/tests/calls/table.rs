//! The table: what everybody is answered.

/// Everybody, in the order of the expectations. The outsider manages another project; the admin
/// looks after the site and is no member.
pub const EVERYBODY: [&str; 6] =
    ["stranger", "outsider", "rater", "adjudicator", "manager", "admin"];

/// What a call sends; places in braces are filled in for each call.
pub enum Body {
    Form(&'static str),
    Json(&'static str),
}

impl Body {
    /// What its header says.
    pub fn content_type(&self) -> &'static str {
        match self {
            Self::Form(_) => "application/x-www-form-urlencoded",
            Self::Json(_) => "application/json",
        }
    }
}

/// A remote call, and the status that each of [`EVERYBODY`] gets.
pub struct Row {
    pub name: &'static str,
    pub body: Body,
    pub expected: [u16; 6],
}

const ANYBODY: [u16; 6] = [200, 200, 200, 200, 200, 200];
const SIGNED_IN: [u16; 6] = [401, 200, 200, 200, 200, 200];
const MEMBERS: [u16; 6] = [401, 404, 200, 200, 200, 200];
const JUDGES: [u16; 6] = [401, 404, 200, 200, 200, 403];
const RESULTS: [u16; 6] = [401, 404, 403, 200, 200, 200];
const MANAGERS: [u16; 6] = [401, 404, 403, 403, 200, 200];
const ADMINS: [u16; 6] = [401, 403, 403, 403, 403, 200];

/// Every remote call. Order matters where a call changes what a later one finds.
pub fn rows() -> Vec<Row> {
    let form = |name, body, expected| Row { name, body: Body::Form(body), expected };
    let json = |name, body, expected| Row { name, body: Body::Json(body), expected };
    vec![
        json("visit", "{}", ANYBODY),
        form("sign-in", "email={email}&password=wrong&next=/", [422; 6]),
        form("sign-out", "", ANYBODY),
        form("choose-language", "code=de&next=/", ANYBODY),
        form("set-up", "code=x&name=N&email={email}&password={password}", [409; 6]),
        form("invitation", "secret={secret}", ANYBODY),
        form(
            "accept-as-new",
            "secret={secret}&name=New&email={email}&password={password}",
            ANYBODY,
        ),
        form(
            "change-password",
            "current=wrong&password={password}",
            [401, 422, 422, 422, 422, 422],
        ),
        form("password-resets", "", SIGNED_IN),
        form("revoke-own-password-reset", "reset={id}", [401, 404, 404, 404, 404, 404]),
        form("open-password-resets", "", ADMINS),
        form("create-password-reset", "account={account}", ADMINS),
        form(
            "revoke-password-reset",
            "account={account}&reset={id}",
            [401, 403, 403, 403, 403, 404],
        ),
        form("password-reset", "secret={reset}", ANYBODY),
        form("choose-password", "secret={reset}&password={password}", ANYBODY),
        form("sign-out-everywhere", "", SIGNED_IN),
        form("keys", "", SIGNED_IN),
        form("change-keys", "chosen[skip]=z", SIGNED_IN),
        form("tokens", "", SIGNED_IN),
        form("made-token", "", SIGNED_IN),
        form("create-token", "name=T&scope=read", SIGNED_IN),
        form("revoke-token", "token={id}", [401, 404, 404, 404, 404, 404]),
        form("accounts", "", ADMINS),
        form("api-outline", "", ANYBODY),
        form("change-account", "account={account}&disabled=true", ADMINS),
        form("projects", "", SIGNED_IN),
        form("work", "utc_offset=60", SIGNED_IN),
        form("guideline-changes", "project={project}&since=1", MEMBERS),
        form("project", "project={project}", MEMBERS),
        form("guidelines", "project={project}", MEMBERS),
        form(
            "create-project",
            "name=P&guidelines=&overlap=2&asked[kind]=ranking&asked[points]=7&asked[look]=stars&asked[levels]=5",
            ADMINS,
        ),
        form("create-demo", "", ADMINS),
        form(
            "update-project",
            "project={project}&name=P&guidelines=G&overlap=9&lease_minutes=30&repeat_share=4",
            MANAGERS,
        ),
        form(
            "change-protocol",
            "project={project}&asked[kind]=pair&asked[points]=7&asked[look]=stars&asked[levels]=5&beside[ask]=optional&beside[share]=100&beside[min_length]=1&beside[rewrite]=off",
            MANAGERS,
        ),
        form("change-status", "project={project}&status=active", MANAGERS),
        form("results", "project={project}", RESULTS),
        form("judgments", "project={project}", RESULTS),
        form("replay", "judgment={id}", [401, 404, 404, 404, 404, 404]),
        form("overview", "project={project}", MEMBERS),
        form("people", "project={project}", MANAGERS),
        form("stuck-tasks", "project={project}", MANAGERS),
        form("set-task-state", "project={project}&task={task}&task_state=open", MANAGERS),
        form(
            "add-member",
            "project={project}&email={email}&role=rater",
            [401, 404, 403, 403, 422, 422],
        ),
        form(
            "change-role",
            "project={project}&account={account}&role=rater",
            [401, 404, 403, 403, 404, 404],
        ),
        form(
            "remove-member",
            "project={project}&account={account}",
            [401, 404, 403, 403, 404, 404],
        ),
        form("invite", "project={project}&role=rater", MANAGERS),
        form(
            "withdraw-invitation",
            "project={project}&invitation={id}",
            [401, 404, 403, 403, 404, 404],
        ),
        form("imports", "project={project}", MANAGERS),
        form(
            "ledger",
            "project={project}&format=trl_preference&aggregation=majority&flagged=keep",
            MANAGERS,
        ),
        // For those who may judge, `{assignment}` is one that they hold.
        json(
            "submit",
            r#"{"assignment": "{assignment}", "rater": "{own}", "new": {"id": "{id}", "verdict": "a", "grade": -1}, "have": []}"#,
            [401, 404, 200, 200, 200, 404],
        ),
        json(
            "skip",
            r#"{"assignment": "{assignment}", "rater": "{own}", "new": {"id": "{id}", "reason": "broken"}}"#,
            [401, 404, 200, 200, 200, 404],
        ),
        form(
            "submit-form",
            "assignment={assignment}&id={id}&protocol=1&grade=-1",
            [401, 404, 200, 200, 200, 404],
        ),
        form(
            "skip-form",
            "assignment={assignment}&id={id}&reason=broken&comment=",
            [401, 404, 200, 200, 200, 404],
        ),
        json("claim", r#"{"project": "{project}", "rater": "{own}", "have": []}"#, JUDGES),
        json("earlier", r#"{"project": "{project}", "rater": "{own}", "known": []}"#, JUDGES),
        form("accept", "secret={secret}", [401, 200, 409, 409, 409, 200]),
    ]
}
