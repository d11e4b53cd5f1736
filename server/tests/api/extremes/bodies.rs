//! Bodies with everything in them that an operation takes, so that a value deep inside is reached.

use serde_json::{Value, json};

use crate::permissions::table::Row;

/// The full bodies of an operation; none where the table's own body is all there is.
pub fn full(row: &Row) -> Vec<Value> {
    match (row.method, row.path.trim_start_matches("/api/v1")) {
        ("POST", "/assignments/{assignment}/judgments") => vec![judgment("pair")],
        ("POST", "/assignments/{assignment}/judgments/next") => {
            vec![json!({ "judgment": judgment("pair"), "have": [NOBODY] })]
        }
        ("POST", "/assignments/{assignment}/skips") => {
            vec![json!({ "id": "{id}", "reason": "other", "comment": "So." })]
        }
        ("POST", "/projects/{project}/claims") => vec![json!({ "have": [NOBODY] })],
        ("POST", "/projects/{project}/judgments/earlier") => vec![json!({ "known": [NOBODY] })],
        ("POST", "/projects") => ["pair", "rating"].map(project).to_vec(),
        ("PATCH", "/projects/{project}") => vec![changes()],
        ("PATCH", "/accounts/{account}") => {
            vec![json!({ "site_admin": false, "disabled": false })]
        }
        ("PUT", "/account/keys") => vec![json!({ "skip": "z" })],
        ("POST", "/account/tokens") => vec![json!({ "name": "t", "scope": "read", "days": 3 })],
        ("POST", path) if path.contains("/imports") => records(),
        _ => Vec::new(),
    }
}

/// An id that nothing has.
const NOBODY: &str = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/// What a project is asked that asks for everything and requires nothing.
pub fn protocol(kind: &str) -> Value {
    let levels = json!({ "look": "labels", "count": 2, "labels": ["Bad", "Good"] });
    let choices = json!([{ "key": "one", "name": "One" }, { "key": "two", "name": "Two" }]);
    let mut criteria = json!([
        {
            "key": "style", "name": "Style", "help": "How it reads.", "required": false,
            "form": { "levels": levels }
        },
        {
            "key": "topics", "name": "Topics",
            "form": { "choices": { "list": choices, "several": true } }
        },
    ]);
    let mut protocol = json!({
        "kind": kind,
        "rationale": { "ask": "optional", "share": 100, "min_length": 1 },
        "confidence": true,
        "spans": true,
        "rewrite": "optional",
        "flags": [{ "key": "unsafe", "name": "Unsafe" }],
    });
    match kind {
        "pair" => {
            protocol["scale"] = json!({ "points": 7, "both_bad": true, "both_good": true });
            let tone = json!({
                "key": "tone", "name": "Tone", "form": { "pairwise": { "points": 7 } },
                "when": ["a", "b"]
            });
            criteria.as_array_mut().unwrap().push(tone);
        }
        "ranking" => protocol["ties"] = json!(true),
        "rating" => protocol["levels"] = json!({ "look": "stars", "count": 5 }),
        _ => {}
    }
    protocol["criteria"] = criteria;
    protocol
}

/// A judgment that answers all of [`protocol`].
pub fn judgment(kind: &str) -> Value {
    let mut answers = json!({
        "criteria": { "topics": { "choices": ["one", "two"] } },
        "confidence": 2,
        "flags": [{ "reason": "unsafe", "response": 0 }, { "reason": "unsafe" }],
        "flag_comment": "Not good.",
        "spans": [{ "response": 0, "start": 0, "end": 2, "mark": "wrong", "comment": "Here." }],
        "rewrite": { "of": 0, "text": "Better." },
    });
    let responses = match kind {
        "pair" => 2,
        "rating" => 1,
        _ => 3,
    };
    answers["criteria"]["style"] = json!({ "levels": vec![1; responses] });
    let mut judgment = json!({
        "id": "{id}", "rationale": "Because.", "active_ms": 1_000, "protocol_version": 1
    });
    match kind {
        "pair" => {
            judgment["verdict"] = json!("a");
            judgment["grade"] = json!(-1);
            answers["criteria"]["tone"] = json!({ "grade": -1 });
        }
        "ranking" => answers["ranking"] = json!([1, 2, 2]),
        "best_worst" => {
            answers["best"] = json!(0);
            answers["worst"] = json!(2);
        }
        _ => answers["rating"] = json!(3),
    }
    judgment["answers"] = answers;
    judgment
}

fn project(kind: &str) -> Value {
    let protocol = protocol(kind);
    json!({ "name": "N", "guidelines": "Be fair.", "overlap": 2, "protocol": protocol })
}

fn changes() -> Value {
    json!({
        "name": "N", "guidelines": "Be fair.", "overlap": 3, "protocol": protocol("pair"),
        "status": "active", "lease_seconds": 600, "repeat_share": 3
    })
}

/// A record of each format; the description knows nothing of them.
fn records() -> Vec<Value> {
    let message = json!({ "role": "user", "content": "Q?" });
    let answer = |text: &str| json!([{ "role": "assistant", "content": text }]);
    vec![
        json!({
            "id": "p",
            "prompt": [{ "role": "system", "content": "S" }, message],
            "responses": [
                { "text": "x", "model": "m", "metadata": { "a": 1 } },
                { "text": "y", "model": "n" }
            ],
            "metadata": { "a": { "b": [1] } },
            "tags": ["a"]
        }),
        json!({
            "prompt": [message], "chosen": answer("x"), "rejected": answer("y"),
            "chosen_model": "m", "score": 0.5
        }),
    ]
}
