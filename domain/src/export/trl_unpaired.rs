//! TRL's conversational unpaired data, as KTO reads it: `prompt`, `completion` and `label`.
//!
//! A rating labels its response. "Both good" and "both bad" label both responses. A pair labels the
//! better one good and the other bad, a ranking its best and its worst. That is weaker evidence, so
//! `label_source` names the source. Other responses get no label.
//!
//! By majority a completion has one row at most, from all tasks of the prompt in which it was
//! judged. Judgment by judgment it has one row at most for each rater.

use std::collections::{BTreeMap, HashSet};

use super::cell::Cell;
use super::column::{Column, ColumnKind};
use super::description::{Description, FileType};
use super::encoding::JSON_LINES;
use super::pool::{Origin, Pool, Support, by_task, check_prompt, to_four_decimals};
use super::target::{File, Rows, Target};
use super::{Ledger, Options, ProjectFacts, Reason, Source};
use crate::outcome::{self, Evidence, Outcome, Unblinded};

/// TRL's conversational unpaired data.
pub(super) const DESCRIPTION: Description = Description {
    name: "trl_unpaired",
    file_type: FileType::JSON_LINES,
    pools_prompts: true,
    leaves_out: &[
        Reason::Tie,
        Reason::Skip,
        Reason::NoMajority,
        Reason::Contradiction,
        Reason::Superseded,
        Reason::Uncounted,
        Reason::Repeat,
        Reason::IdenticalText,
        Reason::BlankText,
        Reason::Flagged,
        Reason::Unrepresentable,
    ],
};

/// The files and rows of the format.
pub(super) const TARGET: Target = Target {
    description: &DESCRIPTION,
    files: &[File { suffix: "", encoding: &JSON_LINES, columns }],
    rows,
};

/// The columns, in the order of the cells of [`row`].
fn columns(_: &ProjectFacts) -> Vec<Column> {
    use ColumnKind::{Boolean, Decimal, Integer, Messages, Text, Texts};
    let columns = [
        ("prompt", Messages),
        ("completion", Messages),
        ("label", Boolean),
        ("completion_id", Text),
        // The first of the tasks.
        ("task_id", Text),
        ("prompt_id", Text),
        ("external_id", Text),
        // The judgments that the row rests on, for and against, oldest first.
        ("judgment_ids", Texts),
        // Their raters, in the same order.
        ("rater_ids", Texts),
        ("n_judgments", Integer),
        // Fewer than judgments if a rater has judged the response in several tasks.
        ("n_raters", Integer),
        // Judgments that say the same as the label.
        ("n_for_label", Integer),
        // `n_for_label` of `n_judgments`, to four decimals.
        ("agreement", Decimal),
        ("aggregation", Text),
        // `rating`, `both`, `pair`, `ranking` or `rewrite`; several are joined by commas.
        ("label_source", Text),
        ("project", Text),
        // Several that wrote the same are joined by commas.
        ("model", Text),
    ];
    columns.map(|(name, kind)| Column::new(name, kind)).to_vec()
}

/// How a judgment labels one text.
#[derive(Clone, Copy)]
struct TextLabel {
    judgment: usize,
    source: usize,
    good: bool,
    from: Evidence,
}

/// Writes the rows of one prompt.
fn rows(options: Options, prompt: &[Source], ledger: &mut Ledger, write: &mut Rows<'_>) {
    let mut pool = Pool::new(options, prompt, ledger);
    for group in pool.groups() {
        for (text, labels) in labels(&pool, &group) {
            let judgments = labels.iter().map(|label| label.judgment);
            match row(options, &pool, text, &labels) {
                Ok(row) => {
                    write(0, &row);
                    pool.use_in_row(ledger, judgments);
                }
                Err(reason) => pool.refuse(judgments, reason),
            }
        }
    }
    let is_flagged = pool.check_flags(&[]).is_err();
    pool.settle(
        ledger,
        |judgment| if is_flagged { Reason::Flagged } else { unused_reason(&judgment.said) },
    );
}

/// The labels of some judgments, by text. A judgment that calls a text both good and bad, because
/// its task has the text twice, gives it no label.
fn labels(pool: &Pool<'_>, group: &[usize]) -> BTreeMap<usize, Vec<TextLabel>> {
    let mut labels: BTreeMap<usize, Vec<TextLabel>> = BTreeMap::new();
    for place in group {
        let judgment = &pool.judgments[*place];
        let mut said: BTreeMap<usize, Vec<outcome::Label>> = BTreeMap::new();
        for (position, text) in pool.responses[judgment.source].iter().enumerate() {
            said.entry(*text).or_default().extend(pool.label(judgment, position));
        }
        if let Some(text) = judgment.rewrite {
            let label = outcome::Label { is_good: true, evidence: Evidence::Rewrite };
            said.entry(text).or_default().push(label);
        }
        for (text, said) in said {
            let [first, rest @ ..] = &said[..] else { continue };
            if rest.iter().all(|other| other.is_good == first.is_good) {
                let (good, from) = (first.is_good, first.evidence);
                let label = TextLabel { judgment: *place, source: judgment.source, good, from };
                labels.entry(text).or_default().push(label);
            }
        }
    }
    labels
}

/// Why a judgment gives no label.
fn unused_reason(said: &Unblinded) -> Reason {
    match said.compare(0, 1).map(|comparison| comparison.outcome) {
        Some(Outcome::Tie) => Reason::Tie,
        // Good and bad at once.
        Some(Outcome::First | Outcome::Second) => Reason::IdenticalText,
        None if said.answers.rating.is_some() => Reason::Tie,
        _ => Reason::Unrepresentable,
    }
}

/// The row of one text that rests on `labels`, of which there is at least one.
fn row<'a>(
    options: Options,
    pool: &Pool<'a>,
    text: usize,
    labels: &[TextLabel],
) -> Result<[Cell<'a>; 17], Reason> {
    pool.check_flags(&[text])?;
    if pool.texts[text].text.trim().is_empty() {
        return Err(Reason::BlankText);
    }
    let place = labels.iter().map(|label| label.source).min().unwrap_or_default();
    let source = pool.sources[place];
    check_prompt(&source.task.messages)?;
    let good = majority(labels).ok_or_else(|| why_none(labels))?;
    let mut sources: Vec<_> = labels.iter().map(|label| label.from.name()).collect();
    sources.sort_unstable();
    sources.dedup();
    let n_for_label = labels.iter().filter(|label| label.good == good).count();
    let Support { judgment_ids, rater_ids, n_raters, .. } =
        pool.support(labels.iter().map(|label| label.judgment));
    let completion_id = match pool.texts[text].origin {
        Origin::Response(id) => id.to_string(),
        Origin::Rewrite(judgment) => format!("rewrite-{judgment}"),
    };
    let n_judgments = judgment_ids.len();
    Ok([
        Cell::messages(&source.task.messages),
        Cell::answer(pool.texts[text].answer),
        Cell::Boolean(good),
        Cell::text(completion_id),
        Cell::shown(source.task.id),
        Cell::shown(source.task.prompt_id),
        Cell::text(&source.task.external_id),
        Cell::texts(judgment_ids.iter().map(ToString::to_string)),
        Cell::texts(rater_ids),
        Cell::count(n_judgments),
        Cell::count(n_raters),
        Cell::count(n_for_label),
        Cell::Decimal(to_four_decimals(n_for_label as f64 / labels.len() as f64)),
        Cell::text(options.aggregation.name()),
        Cell::text(sources.join(",")),
        Cell::text(&source.project.name),
        Cell::text(pool.model(text)),
    ])
}

/// The label that more than half of the judgments give.
fn majority(labels: &[TextLabel]) -> Option<bool> {
    let n_good = labels.iter().filter(|label| label.good).count();
    (2 * n_good != labels.len()).then_some(2 * n_good > labels.len())
}

/// Whether the tasks contradict one another, or the raters do.
fn why_none(labels: &[TextLabel]) -> Reason {
    let of_tasks = by_task(labels.iter().map(|label| (label.source, *label)));
    let said: HashSet<bool> = of_tasks.values().filter_map(|labels| majority(labels)).collect();
    if said.len() == 2 { Reason::Contradiction } else { Reason::NoMajority }
}
