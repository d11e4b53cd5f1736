//! What files must hold, worked out again from the rows of the long table and from nothing else.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// A text with its white space folded.
pub(super) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A conversation with its white space folded.
pub(super) fn prompt(messages: &Value) -> String {
    let messages = messages.as_array().unwrap();
    let said = |message: &Value| {
        format!("{}: {}\n", message["role"], folded(message["content"].as_str().unwrap()))
    };
    messages.iter().map(said).collect()
}

/// What a file must say: `prompt | … | rater`, without the rater by majority, and how many
/// judgments are for it, of how many.
pub(super) type Expected = BTreeMap<String, (usize, usize)>;

/// A prompt, two texts, and 1 where the first is better, -1 where the second is.
type Vote = (String, String, String, Option<i32>);

/// How often a text won, lost and tied, and whether a rater wrote it.
pub(super) type Record = (u64, u64, u64, bool);

/// By prompt and text.
pub(super) type Records = BTreeMap<String, BTreeMap<String, Record>>;

/// The judgments that count, by prompt, and what is flagged.
pub(super) struct Oracle {
    /// The prompt of each judgment, and its row.
    speaking: Vec<(String, Value)>,
    flagged_prompts: BTreeSet<String>,
    flagged_texts: BTreeSet<(String, String)>,
    /// How many rows are left out for each reason that a row shows by itself.
    pub left_out: BTreeMap<&'static str, u64>,
}

fn text<'a>(row: &'a Value, column: &str) -> &'a str {
    row[column].as_str().unwrap_or_default()
}

fn responses(row: &Value) -> Vec<String> {
    let ranked = row["shown_order"].as_array().map(Vec::len);
    let n = ranked.unwrap_or(if row["response_2"].is_string() { 2 } else { 1 });
    (1..=n).map(|n| folded(text(row, &format!("response_{n}")))).collect()
}

fn named(row: &Value, column: &str) -> Option<usize> {
    text(row, column).strip_prefix("response_").map(|n| n.parse::<usize>().unwrap() - 1)
}

impl Oracle {
    pub(super) fn new(table: &[Value], keep_flagged: bool) -> Self {
        let mut oracle = Self {
            speaking: Vec::new(),
            flagged_prompts: BTreeSet::new(),
            flagged_texts: BTreeSet::new(),
            left_out: BTreeMap::new(),
        };
        for row in table {
            let about = prompt(&serde_json::from_str(text(row, "prompt")).unwrap());
            let reason = if row["superseded"] == true {
                Some("superseded")
            } else if row["preferred"] == "skip" {
                Some("skip")
            } else if row["repeat_of"] != "" {
                Some("repeat")
            } else if row["counted"] == false {
                Some("uncounted")
            } else {
                None
            };
            if row["superseded"] == false && !keep_flagged {
                for flag in text(row, "flags").split(';').filter(|flag| !flag.is_empty()) {
                    let place = flag.split(':').next().unwrap();
                    match place.strip_prefix("response_") {
                        None => _ = oracle.flagged_prompts.insert(about.clone()),
                        Some(n) => {
                            let n: usize = n.parse().unwrap();
                            let response = responses(row)[n - 1].clone();
                            oracle.flagged_texts.insert((about.clone(), response));
                        }
                    }
                }
            }
            match reason {
                Some(reason) => *oracle.left_out.entry(reason).or_default() += 1,
                None => oracle.speaking.push((about, row.clone())),
            }
        }
        oracle
    }

    pub(super) fn is_flagged(&self, about: &str, response: &str) -> bool {
        self.flagged_prompts.contains(about)
            || self.flagged_texts.contains(&(about.to_owned(), response.to_owned()))
    }

    /// What a row says: the better of two texts, the worse, and -1 where it is the other way round,
    /// 0 for a tie. Every two texts once, in the order of the alphabet.
    fn comparisons(row: &Value) -> BTreeMap<(String, String), Option<i32>> {
        let texts = responses(row);
        let mut found: BTreeMap<(String, String), BTreeSet<i32>> = BTreeMap::new();
        let mut say = |one: &str, other: &str, sign: i32| {
            let (pair, sign) = match one <= other {
                true => ((one.to_owned(), other.to_owned()), sign),
                false => ((other.to_owned(), one.to_owned()), -sign),
            };
            found.entry(pair).or_default().insert(sign);
        };
        for first in 0..texts.len() {
            for second in first + 1..texts.len() {
                let ranks = row["ranking"].as_array().filter(|ranks| !ranks.is_empty());
                let sign = if let Some(ranks) = ranks {
                    let rank = |n: usize| ranks[n].as_i64().unwrap();
                    Some((rank(second) - rank(first)).signum() as i32)
                } else if let (Some(best), Some(worst)) = (named(row, "best"), named(row, "worst"))
                {
                    if best == first || worst == second {
                        Some(1)
                    } else if best == second || worst == first {
                        Some(-1)
                    } else {
                        None
                    }
                } else {
                    match text(row, "preferred") {
                        "response_1" => Some(1),
                        "response_2" => Some(-1),
                        "tie" => Some(0),
                        // Neither a preference nor a tie.
                        "both_good" => Some(7),
                        "both_bad" => Some(9),
                        _ => None,
                    }
                };
                if let Some(sign) = sign {
                    say(&texts[first], &texts[second], sign);
                }
            }
        }
        let written = Self::written(row);
        if let (Some(written), Some(of)) = (&written, named(row, "rewrite_of")) {
            say(written, &texts[of], 1);
        }
        let sign = |signs: BTreeSet<i32>| match (signs.contains(&1), signs.contains(&-1)) {
            (true, false) => Some(1),
            (false, true) => Some(-1),
            (true, true) => Some(0),
            (false, false) if signs.len() == 1 && !signs.contains(&0) => None,
            (false, false) => Some(0),
        };
        found.into_iter().map(|(pair, signs)| (pair, sign(signs))).collect()
    }

    /// What the rater wrote, unless a response says it already.
    fn written(row: &Value) -> Option<String> {
        let written = folded(text(row, "rewrite"));
        (!written.is_empty() && !responses(row).contains(&written)).then_some(written)
    }

    /// Whether the row calls its texts good.
    fn labels(row: &Value) -> BTreeMap<String, BTreeSet<bool>> {
        let mut labels: BTreeMap<String, BTreeSet<bool>> = BTreeMap::new();
        let texts = responses(row);
        for (n, response) in texts.iter().enumerate() {
            let ranks: Vec<i64> = row["ranking"]
                .as_array()
                .map(|ranks| ranks.iter().filter_map(Value::as_i64).collect())
                .unwrap_or_default();
            let label = if let Some(level) = row["rating"].as_i64() {
                let middle = if row["protocol_version"] == "v1" { 3 } else { 4 };
                (level != middle).then_some(level > middle)
            } else if let Some(last) = ranks.iter().max() {
                (*last > 1 && (ranks[n] == 1 || ranks[n] == *last)).then_some(ranks[n] == 1)
            } else if let Some(best) = named(row, "best") {
                let is_told = best == n || named(row, "worst") == Some(n);
                is_told.then_some(best == n)
            } else {
                match text(row, "preferred") {
                    "both_good" => Some(true),
                    "both_bad" => Some(false),
                    "response_1" => Some(n == 0),
                    "response_2" => Some(n == 1),
                    _ => None,
                }
            };
            labels.entry(response.clone()).or_default().extend(label);
        }
        if let Some(written) = Self::written(row) {
            labels.entry(written).or_default().insert(true);
        }
        labels
    }

    fn key(row: &Value, per_rater: bool, parts: &[&str]) -> String {
        let rater = if per_rater { text(row, "rater_id") } else { "" };
        format!("{} | {rater}", parts.join(" | "))
    }

    /// Adds up signs by prompt, texts and rater; keeps those with more than half for one side.
    pub(super) fn preferences(&self, per_rater: bool) -> Expected {
        let mut votes: BTreeMap<String, Vec<Vote>> = BTreeMap::new();
        for (about, row) in &self.speaking {
            for ((one, other), sign) in Self::comparisons(row) {
                let key = Self::key(row, per_rater, &[about, &one, &other]);
                votes.entry(key).or_default().push((about.clone(), one, other, sign));
            }
        }
        let mut expected = Expected::new();
        for (key, votes) in votes {
            let (about, one, other, _) = &votes[0];
            if one == other || one.is_empty() || !asks(about) {
                continue;
            }
            if self.is_flagged(about, one) || self.is_flagged(about, other) {
                continue;
            }
            for (wanted, better) in [(1, one), (-1, other)] {
                let n = votes.iter().filter(|vote| vote.3 == Some(wanted)).count();
                if 2 * n > votes.len() {
                    expected.insert(format!("{better} > {key}"), (n, votes.len()));
                }
            }
        }
        expected
    }

    pub(super) fn unpaired(&self, per_rater: bool) -> Expected {
        let mut labels: BTreeMap<String, (String, String, Vec<bool>)> = BTreeMap::new();
        for (about, row) in &self.speaking {
            for (response, said) in Self::labels(row) {
                if said.len() == 1 {
                    let key = Self::key(row, per_rater, &[about, &response]);
                    let entry = labels.entry(key);
                    let entry = entry.or_insert_with(|| (about.clone(), response, Vec::new()));
                    entry.2.extend(said);
                }
            }
        }
        let mut expected = Expected::new();
        for (key, (about, response, labels)) in labels {
            let n_good = labels.iter().filter(|good| **good).count();
            let n = n_good.max(labels.len() - n_good);
            let decides = 2 * n > labels.len();
            if decides
                && !response.is_empty()
                && asks(&about)
                && !self.is_flagged(&about, &response)
            {
                expected.insert(format!("{} {key}", 2 * n_good > labels.len()), (n, labels.len()));
            }
        }
        expected
    }

    /// By prompt and text: won, lost, tied, and whether a rater wrote it.
    pub(super) fn records(&self) -> Records {
        let mut all = Records::new();
        for (about, row) in &self.speaking {
            let records = all.entry(about.clone()).or_default();
            let both = text(row, "preferred");
            for ((one, other), sign) in Self::comparisons(row) {
                if one == other || sign.is_none() {
                    continue;
                }
                let [mut first, mut second] =
                    [&one, &other].map(|text| records.get(text).copied().unwrap_or_default());
                match sign.unwrap() {
                    1 => (first.0, second.1) = (first.0 + 1, second.1 + 1),
                    -1 => (first.1, second.0) = (first.1 + 1, second.0 + 1),
                    _ => (first.2, second.2) = (first.2 + 1, second.2 + 1),
                }
                records.insert(one, first);
                records.insert(other, second);
            }
            if both == "both_good" || both == "both_bad" {
                for response in responses(row).into_iter().collect::<BTreeSet<_>>() {
                    let record = records.entry(response).or_default();
                    let count = if both == "both_good" { &mut record.0 } else { &mut record.1 };
                    *count += 1;
                }
            }
            if !row["rating"].is_null() {
                let response = responses(row).remove(0);
                let said = Self::labels(row).remove(&response).unwrap_or_default();
                let record = records.entry(response).or_default();
                match said.first() {
                    Some(true) => record.0 += 1,
                    Some(false) => record.1 += 1,
                    None => record.2 += 1,
                }
            }
            if let Some(written) = Self::written(row) {
                let record = records.entry(written).or_default();
                record.3 = true;
                if named(row, "rewrite_of").is_none() {
                    record.0 += 1;
                }
            }
        }
        all
    }
}

/// Whether a prompt can be answered: somebody asks last.
pub(super) fn asks(about: &str) -> bool {
    about.lines().last().is_some_and(|last| !last.starts_with("\"assistant\""))
}
