//! Each rule on a line that breaks it and on lines that do not.

use super::*;
use crate::rules::table::RULES;

/// The places that the rules object to, in a checkout of one file.
fn findings(path: &str, text: &str) -> Vec<String> {
    let source = Source { path: path.to_owned(), text: text.to_owned() };
    let findings = in_sources(RULES, &[source]);
    findings.into_iter().map(|finding| format!("{} {}", finding.place, finding.what)).collect()
}

#[test]
fn a_violation_names_file_line_word_and_reason() {
    let text = "fn a() {}\nfn b(pool: SqlitePool) {}\n".to_owned();
    let source = Source { path: "server/src/task.rs".to_owned(), text };

    let findings = in_sources(RULES, &[source]);

    assert_eq!(
        findings[0].to_string(),
        "server/src/task.rs:2: `Sqlite`, only server/src/db.rs and the modules below it know that there are two engines"
    );
}

#[test]
fn engines_are_named_in_one_file_and_in_comments() {
    assert_eq!(findings("server/src/task.rs", "Db::Postgres(pool)").len(), 1);
    assert_eq!(findings("server/src/db.rs", "Db::Postgres(pool)").len(), 0);
    assert_eq!(findings("server/src/task.rs", "/// Postgres locks the row.").len(), 0);
}

#[test]
fn markup_is_set_by_the_markdown_component_alone() {
    assert_eq!(findings("app/src/pages/judge.rs", "<div inner_html=html/>").len(), 1);
    assert_eq!(findings("app/src/components/markdown.rs", "<div inner_html=html/>").len(), 0);
}

#[test]
fn actors_are_made_where_somebody_is_recognised_and_in_tests() {
    let call = "let actor = Actor::authenticated(id, role);";

    assert_eq!(findings("server/src/rest/tasks.rs", call).len(), 1);
    assert_eq!(findings("server/src/actor.rs", call).len(), 0);
    assert_eq!(findings("domain/src/policy/tests.rs", call).len(), 0);
    assert_eq!(findings("domain/src/policy.rs", &format!("mod tests {{\n{call}\n}}")).len(), 0);
}

#[test]
fn built_sql_is_for_tests() {
    let call = "sqlx::query(AssertSqlSafe(text))";

    assert_eq!(findings("server/src/export.rs", call), ["server/src/export.rs:1 `AssertSqlSafe`"]);
    assert_eq!(findings("server/tests/api/app.rs", call).len(), 0);
}

#[test]
fn remote_calls_are_never_get() {
    assert_eq!(findings("app/src/rpc/session.rs", "#[server(input = GetUrl)]").len(), 1);
    assert_eq!(findings("app/src/rpc/session.rs", "#[server(input = PostUrl)]").len(), 0);
}

#[test]
fn features_divide_three_files_of_app() {
    let attribute = "#[cfg(feature = \"ssr\")]";

    assert_eq!(findings("app/src/pages/judge.rs", attribute).len(), 1);
    assert_eq!(findings("app/src/rpc.rs", attribute).len(), 0);
}

#[test]
fn features_of_domain_add_derives_of_two_kinds() {
    let derive = |feature: &str| format!("#[cfg_attr(feature = \"{feature}\", derive(X))]");

    assert_eq!(findings("domain/src/task.rs", &derive("sqlx")).len(), 0);
    assert_eq!(findings("domain/src/task.rs", &derive("openapi")).len(), 0);
    assert_eq!(findings("domain/src/task.rs", &derive("ssr")).len(), 1);
}

#[test]
fn the_clock_is_read_in_one_file_and_in_the_browser() {
    assert_eq!(findings("server/src/judgment.rs", "OffsetDateTime::now_utc()").len(), 1);
    assert_eq!(findings("domain/src/id.rs", "Uuid::now_v7()").len(), 1);
    assert_eq!(findings("server/src/time.rs", "OffsetDateTime::now_utc()").len(), 0);
    assert_eq!(findings("app/src/pages/judge/state/queue.rs", "Uuid::new_v4()").len(), 0);
}

#[test]
fn paths_of_one_machine_are_found_in_every_kind_of_file() {
    assert_eq!(findings("README.md", "cd /home/ann/touchstone").len(), 1);
    assert_eq!(findings("server/src/cli.rs", "// see /root/notes").len(), 1);
    assert_eq!(findings("README.md", "cd touchstone").len(), 0);
}

#[test]
fn the_lock_of_the_browser_tests_names_no_host() {
    let resolved = "\"resolved\": \"https://registry.example/a.tgz\",";

    assert_eq!(findings("end2end/package-lock.json", resolved).len(), 1);
    assert_eq!(findings("end2end/package-lock.json", "\"integrity\": \"sha512-x\"").len(), 0);
}

#[test]
fn a_file_may_have_four_hundred_lines() {
    let file =
        |n_lines: usize| Source { path: "style/main.css".to_owned(), text: "a\n".repeat(n_lines) };

    assert_eq!(long_files(&[file(400)]), []);
    assert_eq!(long_files(&[file(401)])[0].what, "401 lines");
}
