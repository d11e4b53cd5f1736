//! Every remote call of the pages, with values that no page sends: all of them are taken or
//! refused, and every page still opens afterwards.

#[path = "../../../server/tests/api/extremes/places.rs"]
mod places;
#[path = "../../../server/tests/api/extremes/values.rs"]
mod values;

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

use futures::StreamExt;
use places::{places, put};
use serde_json::Value;
use values::{ADDRESSES, BODIES, as_text, long_bodies, values_for};

use crate::entrance::addresses;
use crate::scene::{OWNER, Scene, Visit};
use crate::table::{Body, Row, rows};

/// Calls under way at the same time.
const AT_ONCE: usize = 6;

/// The longest address that browsers and proxies take without fail.
const LONGEST_ADDRESS: usize = 8_000;

/// Forms with everything in them that a call takes, where the table has less.
const FULL_FORMS: &[(&str, &str)] = &[
    ("change-keys", "chosen[skip]=z&chosen[flag]=q"),
    ("create-token", "name=T&scope=read&days=3"),
    ("change-account", "account={account}&disabled=true&site_admin=false"),
    (
        "create-project",
        "name=P&guidelines=G&overlap=2&asked[kind]=rating&asked[points]=7&asked[both_bad]=true\
         &asked[both_good]=true&asked[ties]=true&asked[look]=labels&asked[levels]=2\
         &asked[labels]=Bad%0AGood",
    ),
    (
        "change-protocol",
        "project={project}&asked[kind]=pair&asked[points]=7&asked[both_bad]=true&asked[look]=stars\
         &asked[levels]=5&beside[ask]=optional&beside[share]=100&beside[min_length]=1\
         &beside[rewrite]=optional&beside[confidence]=true&beside[spans]=true\
         &beside[flags]=unsafe:+Unsafe&beside[criteria]=%5B%7B%22key%22:%22a%22,%22name%22:%22A%22\
         ,%22form%22:%7B%22pairwise%22:%7B%22points%22:3%7D%7D%7D%5D",
    ),
    (
        "submit-form",
        "assignment={assignment}&id={id}&protocol=2&grade=-1&rationale=So.&responses=2\
         &answers[confidence]=2&answers[rewrite]=Better.&answers[flag.unsafe.0]=on\
         &answers[flag_comment]=Not+good.&answers[level.style.0]=1&answers[level.style.1]=2\
         &answers[grade.tone]=-1&answers[choice.topics]=one",
    ),
    ("skip-form", "assignment={assignment}&id={id}&reason=other&comment=So."),
    ("judgments", "project={project}&before={id}"),
];

const JUDGMENT: &str = r#"{
    "assignment": "{assignment}", "rater": "{own}", "have": ["{id}"],
    "new": {
        "id": "{id}", "verdict": "a", "grade": -1, "rationale": "So.", "active_ms": 1000,
        "protocol_version": 2,
        "answers": {
            "criteria": {
                "tone": {"grade": -1}, "style": {"levels": [1, 2]}, "topics": {"choices": ["one"]}
            },
            "confidence": 2, "flags": [{"reason": "unsafe", "response": 0}], "flag_comment": "No.",
            "spans": [{"response": 0, "start": 0, "end": 1, "mark": "wrong", "comment": "Here."}],
            "rewrite": {"of": 0, "text": "Better."}
        }
    }
}"#;
const SKIP: &str = r#"{
    "assignment": "{assignment}", "rater": "{own}",
    "new": {"id": "{id}", "reason": "other", "comment": "So."}
}"#;
const CLAIM: &str = r#"{"project": "{project}", "rater": "{own}", "have": ["{id}"]}"#;
const EARLIER: &str = r#"{"project": "{project}", "rater": "{own}", "known": ["{id}"]}"#;

/// The same for calls with JSON.
const FULL_JSON: &[(&str, &str)] =
    &[("submit", JUDGMENT), ("skip", SKIP), ("claim", CLAIM), ("earlier", EARLIER)];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_call_fails_on_what_a_client_can_send() {
    let scene = Scene::set_with(&["--trusted-proxy", "127.0.0.1"]).await.with_owner().await;
    let fuzz = Fuzz { scene: &scene, sent: AtomicU32::new(0), faults: Mutex::default() };

    futures::stream::iter(rows()).for_each_concurrent(AT_ONCE, |row| fuzz.calls(row)).await;
    fuzz.visits_every_page().await;

    let (sent, faults) = (fuzz.sent.into_inner(), fuzz.faults.into_inner().unwrap());
    assert!(sent > 3_000, "{sent} requests");
    assert!(faults.is_empty(), "{} faults of {sent} requests: {faults:#?}", faults.len());
}

struct Fuzz<'a> {
    scene: &'a Scene,
    sent: AtomicU32,
    faults: Mutex<BTreeSet<String>>,
}

impl Fuzz<'_> {
    /// Calls with each value in each place, as somebody who may do everything.
    async fn calls(&self, row: Row) {
        let template = full(&row);
        let mut filled = self.scene.fill_in_for(OWNER, &template).await;
        for probe in probes(&row, &template) {
            let visit = self.call(&row, probe.body(&filled), false).await;
            if visit.status >= 500 {
                self.note(&row, &probe, &visit);
            }
            // The task in hand may have been judged by another call.
            if visit.status < 300 || (visit.status == 409 && template.contains("{assignment}")) {
                filled = self.scene.fill_in_for(OWNER, &template).await;
            }
            // A browser without scripts is sent on, and reads the refusal from its address.
            if let (Probe::Form { value: Some(value), .. }, Body::Form(_)) = (&probe, &row.body)
                && value.len() > LONGEST_ADDRESS
            {
                let visit = self.call(&row, probe.body(&filled), true).await;
                let address = visit.location.as_deref().unwrap_or_default();
                if visit.status >= 500 || address.len() > LONGEST_ADDRESS {
                    self.note(&row, &probe, &visit);
                }
            }
        }
    }

    async fn call(&self, row: &Row, body: String, is_plain: bool) -> Visit {
        let sent = self.sent.fetch_add(1, Ordering::Relaxed);
        // Nobody is slowed down: every call comes from a network of its own.
        let [_, high, middle, low] = sent.to_be_bytes();
        let address = format!("10.{high}.{middle}.{low}");
        self.scene.calls_from(&address, OWNER, row, body, is_plain).await
    }

    /// Everything that was taken can be shown.
    async fn visits_every_page(&self) {
        for path in addresses(self.scene) {
            for who in [OWNER, "manager", "rater"] {
                let Visit { status, text, .. } = self.scene.visits(Some(who), &path).await;
                if status >= 500 {
                    let fault = format!("{path} by {who}: {status}: {text}");
                    self.faults.lock().unwrap().insert(fault);
                }
            }
        }
    }

    fn note(&self, row: &Row, probe: &Probe, visit: &Visit) {
        let start = |text: String| text.chars().take(160).collect::<String>();
        let (probe, text) = (start(format!("{probe:?}")), start(visit.text.clone()));
        let fault = format!("{}: {probe}: {}: {text}", row.name, visit.status);
        self.faults.lock().unwrap().insert(fault);
    }
}

/// A body with everything in it, in which places are still kept.
fn full(row: &Row) -> String {
    let (own, all) = match row.body {
        Body::Form(text) => (text, FULL_FORMS),
        Body::Json(text) => (text, FULL_JSON),
    };
    all.iter().find(|(name, _)| *name == row.name).map_or(own, |(_, full)| full).to_owned()
}

/// A change to a full body.
#[derive(Debug)]
enum Probe {
    /// None: as it is.
    Nothing,
    /// Another value for a field; none to leave it out.
    Form {
        field: usize,
        value: Option<String>,
    },
    /// A field that is there a second time, or has fields of its own.
    Beside {
        field: usize,
        name: &'static str,
    },
    Json {
        place: String,
        value: Value,
        sample: Value,
    },
    Raw(String),
}

fn probes(row: &Row, template: &str) -> Vec<Probe> {
    let mut probes = vec![Probe::Nothing];
    probes.extend(BODIES.map(str::to_owned).into_iter().chain(long_bodies()).map(Probe::Raw));
    match row.body {
        Body::Form(_) => {
            let long = ["9".repeat(20_000), "%C3%BC".repeat(20_000)];
            let values = ADDRESSES.iter().map(|value| (*value).to_owned()).chain(long);
            let values: Vec<_> = values.map(Some).chain([None]).collect();
            for field in 0..template.split('&').filter(|field| !field.is_empty()).count() {
                let other = values.iter().cloned();
                probes.extend(other.map(|value| Probe::Form { field, value }));
                let names = ["", "[]", "[a]", "[0][a]", "[a][b][c][d][e][f][g]"];
                probes.extend(names.map(|name| Probe::Beside { field, name }));
            }
        }
        Body::Json(_) => {
            let sample: Value = serde_json::from_str(template).unwrap();
            for place in places(&sample) {
                for value in values_for(sample.pointer(&place).unwrap()) {
                    let (place, sample) = (place.clone(), sample.clone());
                    probes.push(Probe::Json { place, value, sample });
                }
            }
        }
    }
    probes
}

impl Probe {
    fn body(&self, filled: &str) -> String {
        match self {
            Self::Nothing => filled.to_owned(),
            Self::Raw(text) => text.clone(),
            Self::Form { field, value } => {
                let mut fields: Vec<_> = filled.split('&').map(str::to_owned).collect();
                let name = fields[*field].split('=').next().unwrap().to_owned();
                match value {
                    Some(value) => fields[*field] = format!("{name}={value}"),
                    None => drop(fields.remove(*field)),
                }
                fields.join("&")
            }
            Self::Beside { field, name } => {
                let of = filled.split('&').nth(*field).unwrap();
                let (start, value) = of.split_once('=').unwrap();
                format!("{filled}&{start}{name}={value}")
            }
            Self::Json { place, value, sample } => {
                let mut body: Value = serde_json::from_str(filled).unwrap();
                put(&mut body, sample, place, value.clone());
                as_text(&body)
            }
        }
    }
}
