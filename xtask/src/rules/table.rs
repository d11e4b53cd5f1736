//! The rules themselves, one entry each.

/// Words, and the only places where they may stand.
pub struct Rule {
    /// What is forbidden elsewhere; any of them, as written, also inside longer words.
    pub words: &'static [&'static str],
    /// The paths that the rule is about, by how they begin.
    pub within: &'static [&'static str],
    /// The paths where the words may stand, by how they begin.
    pub allowed: &'static [&'static str],
    /// Other words that make a line harmless.
    pub excuses: &'static [&'static str],
    /// Whether tests are free of the rule.
    pub spares_tests: bool,
    /// Why the rule exists.
    pub reason: &'static str,
}

const CODE: &[&str] =
    &["domain/src/", "server/src/", "app/src/", "app/client/src/", "app/judge-client/src/"];

/// Every rule about words.
pub const RULES: &[Rule] = &[
    Rule {
        words: &["Sqlite", "Postgres"],
        within: CODE,
        allowed: &["server/src/db.rs", "server/src/db/"],
        excuses: &[],
        spares_tests: false,
        reason: "only server/src/db.rs and the modules below it know that there are two engines",
    },
    Rule {
        words: &["inner_html"],
        within: CODE,
        allowed: &["app/src/components/markdown.rs"],
        excuses: &[],
        spares_tests: false,
        reason: "only the sanitised output of Markdown may become markup",
    },
    Rule {
        words: &["leptos_meta"],
        within: CODE,
        allowed: &["app/src/components/head.rs"],
        excuses: &[],
        spares_tests: false,
        reason: "the server writes titles into the document as they are: one place escapes them",
    },
    Rule {
        words: &["leptos_axum::redirect", "<Redirect"],
        within: CODE,
        allowed: &["app/src/rpc/context.rs"],
        excuses: &[],
        spares_tests: false,
        reason: "where a visit leads is decided before its page is rendered, in app/src/entrance.rs",
    },
    Rule {
        words: &["Actor::authenticated"],
        within: CODE,
        allowed: &["domain/src/actor.rs", "server/src/actor.rs", "server/src/cli/open.rs"],
        excuses: &[],
        spares_tests: true,
        reason: "an actor comes from a session, a token or the command line, never from elsewhere",
    },
    Rule {
        words: &["AssertSqlSafe"],
        within: CODE,
        allowed: &[],
        excuses: &[],
        spares_tests: true,
        reason: "SQL is constant text; values are bound",
    },
    Rule {
        words: &["GetUrl", "GetCbor", "GetJson"],
        within: CODE,
        allowed: &[],
        excuses: &[],
        spares_tests: false,
        reason: "remote calls are POST, so that a link can never act for somebody",
    },
    Rule {
        words: &["cfg(feature", "cfg(not(feature", "cfg(any(feature", "cfg(all(feature"],
        within: CODE,
        allowed: &[
            "app/src/language.rs",
            "app/src/lib.rs",
            "app/src/rpc.rs",
            "app/src/rpc/",
            "app/src/main.rs",
        ],
        excuses: &[],
        spares_tests: false,
        reason: "server and browser part ways in app's remote calls and languages, nowhere else",
    },
    Rule {
        words: &["cfg_attr(feature", "cfg_attr(any(feature", "cfg_attr(all(feature"],
        within: CODE,
        allowed: &["app/src/lib.rs", "app/src/rpc.rs", "app/src/main.rs"],
        excuses: &["cfg_attr(feature = \"sqlx\"", "cfg_attr(feature = \"openapi\""],
        spares_tests: false,
        reason: "domain's features add derives for the database and the API description only",
    },
    Rule {
        words: &["OffsetDateTime::now", "SystemTime::now", "Uuid::now_v7", "Uuid::new_v4"],
        within: CODE,
        allowed: &[
            "server/src/time.rs",
            "server/src/id.rs",
            "app/src/components",
            "app/src/pages",
            "app/client/src/",
        ],
        excuses: &[],
        spares_tests: true,
        reason: "time and identifiers are made in one place each and passed as arguments",
    },
    Rule {
        words: &["/home/", "/root/", "/Users/", "C:\\\\Users"],
        within: &[""],
        allowed: &["xtask/src/rules/"],
        excuses: &[],
        spares_tests: false,
        reason: "a path of one machine means nothing on another",
    },
    Rule {
        words: &["\"resolved\":"],
        within: &["end2end/package-lock.json"],
        allowed: &[],
        excuses: &[],
        spares_tests: false,
        reason: "the lock names packages and their checksums, not the host that one machine uses",
    },
];
