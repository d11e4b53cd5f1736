//! Tests of adding up results.

use serde_json::Value;
use uuid::Uuid;

use super::*;
use crate::answers::Answers;
use crate::id::ResponseId;
use crate::judgment::Verdict;
use crate::outcome::{AsShown, Outcome};
use crate::presentation::Presentation;
use crate::protocol::{Levels, Scale};

fn rater(number: u128) -> RaterId {
    RaterId(Uuid::from_u128(number))
}

/// A judgment of a task whose responses were shown in its own order.
fn judged<'a>(
    task: u128,
    rater_number: u128,
    verdict: Option<Verdict>,
    answers: &Answers,
    models: &'a [Option<&'a str>],
) -> StandingJudgment<'a> {
    let responses: Vec<ResponseId> =
        (0..models.len()).map(|n| ResponseId(Uuid::from_u128(n as u128))).collect();
    let presentation = Presentation { order: responses.clone(), blind: true };
    let as_shown =
        AsShown { verdict, grade: None, answers, presentation: &presentation, protocol_version: 1 };
    StandingJudgment {
        task_id: TaskId(Uuid::from_u128(task)),
        prompt_id: PromptId(Uuid::from_u128(task)),
        rater_id: rater(rater_number),
        purpose: Purpose::Work,
        counted: true,
        said: as_shown.unblind(&responses).unwrap(),
        models,
        active_ms: Some(1_000 * i64::try_from(task).unwrap()),
    }
}

fn row(task: u128, rater_number: u128, outcome: Outcome) -> StandingJudgment<'static> {
    let verdict = match outcome {
        Outcome::First => Verdict::A,
        Outcome::Second => Verdict::B,
        Outcome::Tie => Verdict::Tie,
        Outcome::BothBad => Verdict::BothBad,
        Outcome::BothGood => Verdict::BothGood,
    };
    let models = &[Some("old"), Some("new")];
    judged(task, rater_number, Some(verdict), &Answers::default(), models)
}

/// A ranking of as many models as there are ranks, called "a", "b" and so on.
fn ranking(task: u128, rater_number: u128, ranking: &[u8]) -> StandingJudgment<'static> {
    static MODELS: [Option<&str>; 4] = [Some("a"), Some("b"), Some("c"), Some("d")];
    let answers = Answers { ranking: ranking.to_vec(), ..Answers::default() };
    judged(task, rater_number, None, &answers, &MODELS[..ranking.len()])
}

fn name(number: u128, name: &str, skips: i64) -> RaterName {
    RaterName { rater_id: rater(number), name: name.into(), skips }
}

fn protocol(kind: Kind) -> Protocol {
    Protocol::of(match kind {
        Kind::Pair => {
            Question::Pair { scale: Scale { points: 7, both_bad: true, both_good: true } }
        }
        Kind::Ranking => Question::Ranking { ties: true },
        Kind::BestWorst => Question::BestWorst,
        Kind::Rating => Question::Rating { levels: Levels::stars(5) },
    })
}

fn results(rows: Vec<StandingJudgment<'_>>, names: Vec<RaterName>) -> Results {
    results_of(&[protocol(Kind::Pair)], rows, names)
}

fn results_of(
    protocols: &[Protocol],
    rows: Vec<StandingJudgment<'_>>,
    names: Vec<RaterName>,
) -> Results {
    let mut builder = ResultsBuilder::new(protocols);
    rows.iter().for_each(|row| builder.push(row));
    builder.finish(Progress::default(), names)
}

#[test]
fn a_raters_work_is_summed_up() {
    let rows = vec![
        row(1, 1, Outcome::First),
        row(2, 1, Outcome::Second),
        StandingJudgment { active_ms: None, ..row(3, 1, Outcome::Tie) },
        row(4, 1, Outcome::First),
        row(5, 1, Outcome::First),
    ];

    let results = results(rows, vec![name(1, "Ada", 2)]);

    let ada = &results.raters[0];
    assert_eq!((ada.judgments, ada.skips, ada.decided), (5, 2, 4));
    assert_eq!(ada.tie_share, Some(0.2));
    assert_eq!(ada.median_active_ms, Some(3_000));
    assert_eq!(ada.shown_first_preferred, Some(0.75));
    assert_eq!(ada.shown_first_interval, wilson(3.0, 4));
}

#[test]
fn raters_and_pairs_stand_in_the_order_of_names() {
    let rows = vec![row(1, 1, Outcome::First), row(1, 2, Outcome::First), row(1, 3, Outcome::Tie)];
    let names = vec![name(1, "Zoe", 0), name(2, "Ada", 0), name(3, "Max", 0), name(4, "Eve", 3)];

    let results = results(rows, names);

    let names: Vec<&str> = results.raters.iter().map(|rater| rater.name.as_str()).collect();
    let pairs: Vec<_> = results.pairs.iter().map(|pair| (pair.rater_1, pair.rater_2)).collect();
    assert_eq!(names, ["Ada", "Eve", "Max", "Zoe"]);
    assert_eq!(pairs, [(rater(2), rater(3)), (rater(2), rater(1)), (rater(3), rater(1))]);
    assert_eq!(results.raters[1].judgments, 0);
    assert_eq!(results.raters[1].median_active_ms, None);
}

#[test]
fn what_does_not_count_is_work_and_changes_no_statistic() {
    let once = vec![row(1, 1, Outcome::First), row(1, 2, Outcome::First)];
    let second = || row(1, 1, Outcome::Second);
    let repeat = StandingJudgment { purpose: Purpose::Repeat, counted: false, ..second() };
    let late = StandingJudgment { counted: false, ..row(1, 3, Outcome::Second) };
    let with =
        |more: Vec<StandingJudgment<'static>>| results([once.clone(), more].concat(), vec![]);
    let before = with(vec![]);

    for (more, judgments) in [(vec![second()], 2), (vec![repeat], 2), (vec![late], 1)] {
        let after = with(more);

        assert_eq!(after.raters[0].judgments, judgments);
        assert_eq!(before.agreement, after.agreement);
        assert_eq!(before.pairs, after.pairs);
        assert_eq!(before.models, after.models);
        assert_eq!(before.majority, after.majority);
    }
}

#[test]
fn a_task_without_models_counts_for_everything_but_win_rates() {
    let nameless = StandingJudgment { models: &[None, Some("new")], ..row(2, 1, Outcome::BothBad) };

    let results = results(vec![row(1, 1, Outcome::Second), nameless], vec![]);

    assert_eq!(results.models[0].model, "new");
    assert_eq!(results.models[0].comparisons, 1);
    let majority = results.majority.unwrap();
    assert_eq!((majority.tie, majority.both_bad), (1, 1));
    assert_eq!(results.raters[0].name, rater(1).to_string());
}

#[test]
fn what_is_said_of_both_is_a_tie_and_counted_apart() {
    let rows =
        vec![row(1, 1, Outcome::Tie), row(2, 1, Outcome::BothBad), row(3, 1, Outcome::BothGood)];

    let results = results(rows, vec![]);

    let tally = results.majority.unwrap();
    assert_eq!((tally.tie, tally.both_bad, tally.both_good), (3, 1, 1));
    assert_eq!(results.raters[0].tie_share, Some(1.0));
}

#[test]
fn a_ranking_is_one_judgment_and_several_comparisons() {
    let rows = vec![ranking(1, 1, &[1, 2, 3]), ranking(1, 2, &[1, 2, 3])];

    let results = results_of(&[protocol(Kind::Ranking)], rows, vec![]);

    assert_eq!((results.raters[0].judgments, results.models[0].comparisons), (1, 4));
    let wins: Vec<_> = results.models.iter().map(|it| (it.model.as_str(), it.wins)).collect();
    assert_eq!(wins, [("a", 4), ("b", 2), ("c", 0)]);
}

#[test]
fn rankings_and_ratings_say_nothing_of_sides_and_pairs() {
    let best_worst = Answers { best: Some(0), worst: Some(1), ..Answers::default() };
    let rated = Answers { rating: Some(4), ..Answers::default() };
    let models = [Some("a"), None, None];
    for kind in [Kind::Ranking, Kind::BestWorst, Kind::Rating] {
        let row = |rater_number| match kind {
            Kind::Pair | Kind::Ranking => ranking(1, rater_number, &[1, 2]),
            Kind::BestWorst => judged(1, rater_number, None, &best_worst, &models),
            Kind::Rating => judged(1, rater_number, None, &rated, &models[..1]),
        };

        let results = results_of(&[protocol(kind)], vec![row(1), row(2)], vec![]);

        assert_eq!(results.kind, kind);
        assert_eq!((results.majority, results.agreement), (None, None));
        assert!(results.pairs.is_empty());
        assert_eq!(results.raters[0].decided, 0);
        assert_eq!(results.raters[0].shown_first_preferred, None);
        assert_eq!(results.raters[0].tie_share, (kind == Kind::Ranking).then_some(0.0));
        assert_eq!(results.rank_agreement.unwrap().pairs.len(), 1);
    }
    let pairs = results(vec![row(1, 1, Outcome::First)], vec![]);
    assert_eq!((pairs.ranks.len(), pairs.rank_agreement), (0, None));
}

#[test]
fn ranks_have_their_mean_and_raters_their_tau() {
    let rows = vec![
        ranking(1, 1, &[1, 2, 3]),
        ranking(1, 2, &[1, 2, 2]),
        ranking(2, 1, &[2, 1, 3]),
        ranking(2, 2, &[3, 2, 1]),
        // A second judgment: the first counts.
        ranking(2, 2, &[2, 1, 3]),
        // Two responses are a scale of their own.
        ranking(3, 1, &[2, 1]),
    ];

    let results = results_of(&[protocol(Kind::Ranking)], rows, vec![]);

    let [two, three] = &results.ranks[..] else { panic!("{:?}", results.ranks) };
    assert_eq!((two.responses, three.responses), (2, 3));
    assert_eq!((two.models[0].model.as_str(), two.models[0].mean_rank), ("b", 1.0));
    let means: Vec<_> = three.models.iter().map(|it| (it.model.as_str(), it.mean_rank)).collect();
    assert_eq!(means, [("a", 1.75), ("b", 1.875), ("c", 2.375)]);
    let a = &three.models[0];
    assert_eq!((a.ranked, a.tasks, a.first, a.last, a.low), (4, 2, 2, 1, None));
    let agreement = results.rank_agreement.unwrap();
    // On the first task 2 / sqrt(3 * 2); on the second -1 / 3.
    let expected = (2.0 / 6.0_f64.sqrt() - 1.0 / 3.0) / 2.0;
    assert!((agreement.tau_b.unwrap() - expected).abs() < 1e-12);
    assert_eq!((agreement.tasks, agreement.pairs[0].shared), (2, 2));
    assert!((agreement.pairs[0].tau_b.unwrap() - expected).abs() < 1e-12);
    assert!(!agreement.pairs[0].enough);
}

#[test]
fn levels_are_compared_over_tasks_and_never_across_scales() {
    let level = |task: u128, by: u128, version: i32, level| {
        let answers = Answers { rating: Some(level), ..Answers::default() };
        let mut judged = judged(task, by, None, &answers, &[Some("a")]);
        judged.said.protocol_version = version;
        judged
    };
    let stars = |count| Protocol::of(Question::Rating { levels: Levels::stars(count) });
    let levels = [(1, 2), (2, 3), (3, 3), (4, 5)];
    let rows: Vec<StandingJudgment<'_>> = (0..20)
        .flat_map(|task| {
            let (one, other) = levels[task as usize % 4];
            [level(task, 1, 1, one), level(task, 2, 1, other)]
        })
        // The same raters on another scale: a level there says nothing about one here.
        .chain([level(30, 1, 1, 5), level(30, 2, 2, 1)])
        .collect();

    let agreement = results_of(&[stars(5), stars(7)], rows, vec![]).rank_agreement.unwrap();

    let pair = &agreement.pairs[0];
    assert_eq!((pair.shared, pair.enough), (21, true));
    // Of the 150 pairs of tasks untied on one side, 125 are untied on both, and agree.
    let expected = 125.0 / (150.0_f64 * 125.0).sqrt();
    assert!((pair.tau_b.unwrap() - expected).abs() < 1e-12);
    assert_eq!(agreement.tau_b, pair.tau_b);
}

#[test]
fn nothing_judged_gives_empty_results() {
    let results = results(vec![], vec![]);

    assert_eq!(results.agreement.unwrap().with_ties.pooled, None);
    assert!(results.raters.is_empty() && results.pairs.is_empty() && results.models.is_empty());
}

#[test]
fn what_is_undefined_is_null_with_its_reason_when_sent() {
    let rows = vec![row(1, 1, Outcome::First), row(1, 2, Outcome::First)];

    let json = serde_json::to_value(results(rows, vec![])).unwrap();

    assert_eq!(json["pairs"][0]["kappa"], Value::Null);
    assert_eq!(json["pairs"][0]["kappa_undefined"], "no_variation");
    assert_eq!(json["pairs"][0]["symmetric_kappa"], 1.0);
    assert_eq!(json["matrix"]["models"][0], "old");
    assert!(serde_json::from_value::<Results>(json).is_ok());
}
