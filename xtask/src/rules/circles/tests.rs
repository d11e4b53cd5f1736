//! Small crates with circles and without.

use super::*;

fn messages(known: &[&str], files: &[(&str, &str)]) -> Vec<String> {
    let source = |(path, text): &(&str, &str)| Source {
        path: format!("crate/src/{path}"),
        text: (*text).to_owned(),
    };
    let sources: Vec<Source> = files.iter().map(source).collect();
    let findings = find(&["crate/src/"], known, &sources).unwrap();
    findings.into_iter().map(|finding| format!("{}: {}", finding.place, finding.what)).collect()
}

#[test]
fn two_files_that_use_each_other_are_named_with_their_ties() {
    let found = messages(
        &[],
        &[
            ("lib.rs", "mod a;\nmod b;"),
            ("a.rs", "use crate::b::{One, Two as Second};\npub struct Three;"),
            ("b.rs", "pub struct One(super::a::Three);"),
        ],
    );

    assert_eq!(
        found,
        ["crate/src/a.rs: a circle of 2 files (crate/src/a.rs uses One, Two of crate/src/b.rs; \
          crate/src/b.rs uses Three of crate/src/a.rs)"]
    );
}

#[test]
fn a_circle_may_be_longer() {
    let found = messages(
        &[],
        &[
            ("lib.rs", "mod a;\nmod b;\nmod c;"),
            ("a.rs", "use super::b;\nfn f() { b::g() }"),
            ("b.rs", "pub fn g() { crate::c::h() }"),
            ("c.rs", "use crate::a::f;"),
        ],
    );

    assert_eq!(found.len(), 1);
    assert!(found[0].contains("a circle of 3 files"), "{found:?}");
}

#[test]
fn a_child_that_uses_its_parent_is_in_a_circle_when_the_parent_uses_the_child() {
    let parent = "mod child;\npub struct Own;";
    let child = ("a/child.rs", "use super::Own;\npub struct Part;");

    assert_eq!(messages(&[], &[("lib.rs", "mod a;"), ("a.rs", parent), child]), [""; 0]);
    let parent = format!("{parent}\npub use child::Part;");
    assert_eq!(messages(&[], &[("lib.rs", "mod a;"), ("a.rs", &parent), child]).len(), 1);
}

#[test]
fn a_name_that_is_handed_on_leads_to_both_files() {
    let found = messages(
        &[],
        &[
            ("lib.rs", "mod a;\nmod b;"),
            ("a.rs", "mod inner;\npub use inner::Item;\nuse crate::b::Other;"),
            ("a/inner.rs", "pub struct Item;"),
            ("b.rs", "use crate::a::Item;\npub struct Other;"),
        ],
    );

    assert_eq!(found.len(), 1);
    assert!(found[0].contains("crate/src/b.rs uses Item of crate/src/a.rs"), "{found:?}");
}

#[test]
fn a_function_with_the_name_of_its_module_counts() {
    let found = messages(
        &[],
        &[
            ("lib.rs", "mod a;\nmod b;"),
            ("a.rs", "mod verify;\npub use verify::verify;"),
            ("a/verify.rs", "use crate::b::Finding;\npub fn verify() {}"),
            ("b.rs", "use crate::a;\npub struct Finding;\nfn all() { a::verify() }"),
        ],
    );

    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn paths_in_macros_count_and_those_in_comments_texts_and_tests_do_not() {
    let b = ("b.rs", "pub fn g() { crate::a::f() }");
    let lib = ("lib.rs", "mod a;\nmod b;");
    let count = |a: &str| messages(&[], &[lib, ("a.rs", a), b]).len();

    assert_eq!(count("macro_rules! m { () => { $crate::b::g() } }"), 1);
    assert_eq!(count("// crate::b::g\n/// [`crate::b::g`]\nfn f() { \"crate::b::g\"; }"), 0);
    assert_eq!(count("#[cfg(test)]\nmod tests { use crate::b::g; }"), 0);
}

#[test]
fn a_known_circle_is_let_through_and_must_exist() {
    let lib = ("lib.rs", "mod a;\nmod b;");
    let circle = [
        lib,
        ("a.rs", "use crate::b::B;\npub struct A;"),
        ("b.rs", "use crate::a::A;\npub struct B;"),
    ];

    assert_eq!(messages(&["crate/src/a", "crate/src/b"], &circle), [""; 0]);
    assert_eq!(messages(&["crate/src/a"], &circle).len(), 1, "one of its files is not known");
    let found = messages(&["crate/src/a"], &[lib, ("a.rs", ""), ("b.rs", "")]);
    assert_eq!(found, ["xtask/src/rules/circles.rs: `crate/src/a` has no circle any more"]);
}
