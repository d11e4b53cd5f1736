//! Results, on cases small enough to add up by hand.

use domain::judgment::Verdict;
use domain::results::Results;

use crate::actor::judgment;
use crate::app::TestApp;

#[tokio::test]
async fn a_project_without_judgments_has_empty_results() {
    let app = TestApp::start().await;
    let project = app.project().tasks(2).create().await;

    let results: Results = project.manager.get(&project.path("/results")).await.ok();

    assert_eq!((results.progress.tasks, results.progress.judgments), (2, 0));
    assert!(results.raters.is_empty() && results.models.is_empty() && results.pairs.is_empty());
}

#[tokio::test]
async fn wins_and_agreement_add_up_with_the_sides_undone() {
    let app = TestApp::start().await;
    let project = app.project().overlap(2).tasks(3).create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);
    for n in 0..3 {
        ann.prefers(project.task(n), "of x.").await;
    }
    bob.prefers(project.task(0), "of x.").await;
    bob.prefers(project.task(1), "of y.").await;
    bob.judges(project.task(2), Verdict::BothBad).await.created();

    let results: Results = project.manager.get(&project.path("/results")).await.ok();

    let [x, y] = &results.models[..] else { panic!("two models: {:?}", results.models) };
    assert_eq!((x.model.as_str(), x.wins, x.ties, x.losses), ("model-x", 4, 1, 1));
    assert_eq!((y.model.as_str(), y.wins, y.ties, y.losses), ("model-y", 1, 1, 4));
    assert_eq!(x.win_rate, 4.5 / 6.0);
    let agreement = results.agreement.unwrap().with_ties;
    assert_eq!((agreement.tasks, agreement.pairs, agreement.agreeing), (3, 3, 1));
    assert_eq!(results.agreement.unwrap().without_ties.pairs, 2);
    let majority = results.majority.unwrap();
    assert_eq!((majority.first, majority.second, majority.tie, majority.none), (1, 0, 0, 2));
    assert_eq!((results.progress.tasks_complete, results.progress.judgments), (3, 6));
    let raters: Vec<_> =
        results.raters.iter().map(|rater| (rater.name.as_str(), rater.judgments)).collect();
    assert_eq!(raters, [("ann", 3), ("bob", 3)]);
    assert_eq!(results.pairs[0].shared, 3);
}

#[tokio::test]
async fn a_judgment_that_came_too_late_is_in_no_result() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);
    let task = ann.gets_task(&[]).await.assignment_id;
    ann.lets_leases_expire().await;
    bob.prefers(ann.task(task).await, "of x.").await;
    ann.submits(task, &judgment(Verdict::Tie)).await.created();

    let results: Results = project.manager.get(&project.path("/results")).await.ok();

    assert_eq!((results.models[0].wins, results.models[0].ties), (1, 0));
    assert_eq!((results.progress.judgments, results.progress.tasks_complete), (1, 1));
}

#[tokio::test]
async fn a_rater_who_has_only_skipped_is_listed() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    project.rater("ann").await.skips(project.task(0)).await.created();

    let results: Results = project.manager.get(&project.path("/results")).await.ok();

    let ann = &results.raters[0];
    assert_eq!((ann.name.as_str(), ann.judgments, ann.skips), ("ann", 0, 1));
}
