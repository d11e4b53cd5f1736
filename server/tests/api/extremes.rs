//! Every operation of the description, with values that no program means to send: everything that
//! a client can send is taken or refused. It is never a fault of ours, neither at once nor when
//! it is read again.

mod bodies;
mod places;
mod samples;
mod values;

use std::collections::{BTreeSet, HashSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

use domain::export::Format;
use futures::StreamExt;
use reqwest::Method;
use serde_json::{Value, json};

use crate::actor::Person;
use crate::answer::Answer;
use crate::app::TestApp;
use crate::factory::{TestProject, pairs, sets};
use crate::permissions::Scene;
use crate::permissions::table::{ROWS, Row};
use bodies::full;
use places::{places, put};
use samples::Samples;
use values::{ADDRESSES, BODIES, as_text, long_bodies, values_for};

/// Jobs under way at the same time.
const AT_ONCE: usize = 6;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_operation_fails_on_what_a_client_can_send() {
    let app = TestApp::start_with(&["--trusted-proxy", "127.0.0.1"]).await;
    let document = serde_json::to_value(&app.document).unwrap();
    let scene = async |kind| Scene::around(&app, project(&app, kind).await).await;
    let (judged, changed) = (scene("pair").await, scene("pair").await);
    let others = [scene("ranking").await, scene("best_worst").await, scene("rating").await];
    let mut jobs = Vec::new();
    for row in ROWS {
        // A project whose question changes takes no more of the judgments that are sent.
        let scene = if row.method == "PATCH" { &changed } else { &judged };
        jobs.push(Job::of(scene, row, &document));
    }
    for (scene, kind) in others.iter().zip(["ranking", "best_worst", "rating"]) {
        jobs.push(Job::of_answers(scene, kind));
    }
    let fuzz = Fuzz::default();

    futures::stream::iter(jobs).for_each_concurrent(AT_ONCE, |job| fuzz.run(job)).await;
    for scene in [&judged, &changed].into_iter().chain(&others) {
        fuzz.reads_everything(scene).await;
    }

    let faults = fuzz.faults.into_inner().unwrap();
    let sent = fuzz.sent.into_inner();
    assert!(sent > 5_000, "{sent} requests");
    assert!(faults.is_empty(), "{} faults of {sent} requests: {faults:#?}", faults.len());
}

/// A project that asks for everything beside its question, and has enough tasks for every job.
async fn project<'a>(app: &'a TestApp, kind: &str) -> TestProject<'a> {
    let project = app.project().overlap(50).protocol(bodies::protocol(kind)).create().await;
    let file = match kind {
        "pair" => pairs(0..200),
        "rating" => sets(0..200, 1),
        _ => sets(0..200, 3),
    };
    project.imports(&file).await;
    project
}

/// Requests for one operation.
struct Job<'a> {
    scene: &'a Scene<'a>,
    row: &'static Row,
    probes: Vec<Probe>,
}

/// One request.
struct Probe {
    /// A place of the path and what to put there.
    segment: Option<(usize, &'static str)>,
    query: String,
    body: String,
    what: String,
    /// Whether the request is a good one, which makes the others worth something.
    is_good: bool,
}

impl Probe {
    fn body(body: String, what: String) -> Self {
        Self { segment: None, query: String::new(), body, what, is_good: false }
    }

    /// A full body as it is meant.
    fn good(body: &Value) -> Self {
        Self { is_good: true, ..Self::body(as_text(body), "everything".to_owned()) }
    }
}

impl<'a> Job<'a> {
    /// Requests with every extreme value in every place of an operation.
    fn of(scene: &'a Scene<'a>, row: &'static Row, document: &Value) -> Self {
        let operation = &document["paths"][row.path][row.method.to_lowercase()];
        let mut probes = in_the_path(row);
        probes.extend(in_the_query(row, operation));
        if row.method != "GET" {
            let texts = BODIES.map(str::to_owned).into_iter().chain(long_bodies());
            probes.extend(texts.map(|text| Probe::body(text, "the body".to_owned())));
        }
        let full = full(row);
        for base in &full {
            probes.push(Probe::good(base));
            probes.extend(in_the_body(base, base));
        }
        let base = full.into_iter().next();
        let base = base.or_else(|| serde_json::from_str(row.body).ok()).unwrap_or(json!({}));
        for sample in Samples::of(document).bodies(operation) {
            probes.extend(in_the_body(&base, &sample));
        }
        // Samples differ in a few places.
        let mut known = HashSet::new();
        probes.retain(|probe| known.insert((probe.what.clone(), probe.body.clone())));
        Self { scene, row, probes }
    }

    /// The answers to a question of another kind.
    fn of_answers(scene: &'a Scene<'a>, kind: &str) -> Self {
        let path = "/api/v1/assignments/{assignment}/judgments";
        let row = ROWS.iter().find(|row| (row.method, row.path) == ("POST", path)).unwrap();
        let base = bodies::judgment(kind);
        let mut probes = vec![Probe::good(&base)];
        probes.extend(in_the_body(&base, &base));
        Self { scene, row, probes }
    }
}

/// Each place in the address, one at a time.
fn in_the_path(row: &Row) -> Vec<Probe> {
    let segments = row.path.split('/').enumerate().filter(|(_, name)| name.starts_with('{'));
    let probe = |n, value: &'static str| Probe {
        segment: Some((n, value)),
        ..Probe::body(row.body.to_owned(), format!("segment {n}: {value}"))
    };
    segments.flat_map(|(n, _)| ADDRESSES.iter().map(move |value| probe(n, value))).collect()
}

/// Each parameter, one at a time, and one that does not exist.
fn in_the_query(row: &Row, operation: &Value) -> Vec<Probe> {
    let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
    let named = parameters.iter().filter(|parameter| parameter["in"] == "query");
    let names: Vec<_> = named.map(|parameter| parameter["name"].as_str().unwrap()).collect();
    let unknown = ("unknown", &ADDRESSES[..1]);
    let names = names.into_iter().map(|name| (name, ADDRESSES)).chain([unknown]);
    let probe = |name: &str, value: &str| Probe {
        query: format!("?{name}={value}"),
        ..Probe::body(row.body.to_owned(), format!("{name}={value}"))
    };
    names.flat_map(|(name, values)| values.iter().map(move |value| probe(name, value))).collect()
}

/// Each place of a body, one at a time; the rest stays as in `base`.
fn in_the_body(base: &Value, sample: &Value) -> Vec<Probe> {
    let mut probes = Vec::new();
    for place in places(sample) {
        for value in values_for(sample.pointer(&place).unwrap()) {
            let mut body = base.clone();
            put(&mut body, sample, &place, value.clone());
            let what = format!("{place}: {}", as_text(&value));
            probes.push(Probe::body(as_text(&body), what));
        }
    }
    probes
}

/// Sends requests for somebody who may do everything, and notes what failed on our side.
#[derive(Default)]
struct Fuzz {
    sent: AtomicU32,
    faults: Mutex<BTreeSet<String>>,
}

impl Fuzz {
    async fn run(&self, job: Job<'_>) {
        let Job { scene, row, probes } = job;
        let owner = &scene.owner().await.without_cookies();
        let mut path = scene.fill_in(owner, row.path).await;
        for probe in probes {
            let mut address = path.clone();
            if let Some((n, value)) = probe.segment {
                // The prefix of the API is not part of the path.
                let n = if row.path.starts_with("/api/v1") { n - 2 } else { n + 1 };
                let mut segments: Vec<_> = path.split('/').collect();
                segments[n] = value;
                address = segments.join("/");
            }
            address += &probe.query;
            let body = scene.fill_in_body(&probe.body);
            let answer = self.send(owner, row, &address, body).await;
            if answer.status.as_u16() >= 500 {
                self.note(row, &probe.what, &answer);
            }
            let is_taken = answer.status.is_success() && row.method != "GET";
            if probe.is_good && !is_taken {
                self.note(row, "a good request is refused", &answer);
            }
            if is_taken {
                path = scene.fill_in(owner, row.path).await;
            }
            if is_taken && ["PATCH", "PUT"].contains(&row.method) {
                // The next value takes the place of this one.
                self.reads(scene, owner, &probe.what, |read| row.path.starts_with(read.path)).await;
            }
        }
    }

    /// Reads everything that a filter names: all that was taken must be readable.
    async fn reads(
        &self,
        scene: &Scene<'_>,
        owner: &Person,
        after: &str,
        is_read: impl Fn(&Row) -> bool,
    ) {
        let reads =
            ROWS.iter().filter(|row| row.method == "GET" && !row.path.contains("{judgment}"));
        for read in reads.filter(|row| is_read(row)) {
            let path = scene.fill_in(owner, read.path).await;
            let answer = self.send(owner, read, &path, String::new()).await;
            if !answer.status.is_success() {
                self.note(read, &format!("after {after}"), &answer);
            }
        }
    }

    /// Reads every file, and every judgment as it is replayed.
    async fn reads_everything(&self, scene: &Scene<'_>) {
        let owner = &scene.owner().await.without_cookies();
        self.reads(scene, owner, "everything", |_| true).await;
        let read = async |path: String| {
            self.sent.fetch_add(1, Ordering::Relaxed);
            let answer: Answer<Value> = owner.get(&path).await;
            if !answer.status.is_success() {
                self.faults.lock().unwrap().insert(format!("{path}: {}", answer.text()));
            }
            answer
        };
        for format in Format::ALL.map(Format::name) {
            for flagged in ["leave_out", "keep"] {
                let path = scene.project.path(&format!("/exports/{format}?flagged={flagged}"));
                read(path.clone()).await;
                read(path.replace('?', "/ledger?")).await;
            }
        }
        let mut page = scene.project.path("/judgments");
        loop {
            let listed = read(page).await.ok();
            let ids = listed.as_array().unwrap().iter().map(|one| one["id"].as_str());
            let ids: Vec<_> = ids.map(Option::unwrap).collect();
            for id in &ids {
                read(format!("/judgments/{id}")).await;
            }
            let Some(last) = ids.last() else { break };
            page = scene.project.path(&format!("/judgments?after={last}"));
        }
    }

    async fn send(&self, owner: &Person, row: &Row, path: &str, body: String) -> Answer {
        let sent = self.sent.fetch_add(1, Ordering::Relaxed);
        // Nobody is slowed down: every request comes from a network of its own.
        let [_, high, middle, low] = sent.to_be_bytes();
        let method: Method = row.method.parse().unwrap();
        let request = owner
            .request(method, path)
            .header("content-type", "application/json")
            .header("x-forwarded-for", format!("10.{high}.{middle}.{low}"));
        owner.send(request.body(body)).await
    }

    fn note(&self, row: &Row, what: &str, answer: &Answer) {
        let what: String = what.chars().take(80).collect();
        let text: String = answer.text().chars().take(200).collect();
        let Row { method, path, .. } = row;
        let fault = format!("{method} {path}: {what}: {}: {text}", answer.status);
        self.faults.lock().unwrap().insert(fault);
    }
}
