//! Results: what a project's judgments say so far.

use domain::actor::Actor;
use domain::answers::{self, Answers};
use domain::id::{ProjectId, RaterId, ResponseId, TaskId};
use domain::judgment::Verdict;
use domain::policy;
use domain::presentation::Presentation;
use domain::protocol::Kind;
use domain::results::{
    Asked, AspectsBuilder, Comparison, Order, RaterName, Results, ResultsBuilder, Row,
};
use domain::unit::{Both, Outcome};
use sqlx::types::Json;

use crate::db::{Db, Tx, run};
use crate::error::Result;
use crate::project::{self, Access};

mod source;

/// A judgment with what is needed to undo its sides.
#[derive(sqlx::FromRow)]
struct Judged {
    task_id: TaskId,
    rater_id: RaterId,
    verdict: Option<Verdict>,
    answers: Json<Answers>,
    protocol_version: i32,
    presentation: Json<Presentation>,
    active_ms: Option<i64>,
}

/// A response and who wrote it.
type Written = (ResponseId, Option<String>);

/// Adds up the counted judgments of a project, read once as they come, without their texts.
pub async fn results(db: &Db, actor: &Actor, id: ProjectId) -> Result<Results> {
    let mut tx = db.read().await?;
    let Access { project, role, .. } = project::of(&mut tx, actor, id).await?;
    policy::read_results(actor, role)?;
    let progress = project::count(&mut tx, &project).await?;
    let names = names(&mut tx, id).await?;
    let protocols = project::protocols(&mut tx, id).await?;
    let asked = Asked::of(&protocols);
    let mut sum = Sum { rows: ResultsBuilder::default(), aspects: AspectsBuilder::new(&protocols) };
    match asked.kind {
        Kind::Pair => source::pairs(&mut tx, id, &mut sum).await?,
        Kind::Ranking | Kind::BestWorst | Kind::Rating => {
            source::sets(&mut tx, id, &mut sum).await?;
        }
    }
    Ok(sum.rows.finish(asked, progress, names, sum.aspects))
}

/// What is added up.
struct Sum {
    rows: ResultsBuilder,
    aspects: AspectsBuilder,
}

impl Sum {
    /// Adds a judgment of these responses, which stand in the task's own order.
    fn add(&mut self, judged: Judged, responses: &[Written]) {
        let Judged { task_id, rater_id, verdict, answers: Json(shown), protocol_version, .. } =
            judged;
        let ids: Vec<ResponseId> = responses.iter().map(|(id, _)| *id).collect();
        let places = judged.presentation.places(&ids).unwrap_or_default();
        let answers = shown.undone(&places);
        if !self.aspects.is_empty() {
            let models: Vec<Option<&str>> =
                responses.iter().map(|(_, model)| model.as_deref()).collect();
            if let (Some(level), [model, ..]) = (answers.rating, &models[..]) {
                self.aspects.push_rating(protocol_version, *model, level);
            }
            for (key, answer) in &answers.criteria {
                self.aspects.push(protocol_version, key, answer, &models);
            }
        }
        let (comparisons, order) = match verdict {
            Some(verdict) => {
                (comparison(verdict, &places, responses).into_iter().collect(), Order::None)
            }
            None => {
                let scale = self.aspects.rating_scale(protocol_version);
                (comparisons(&answers, responses), order(&answers, scale, responses))
            }
        };
        self.rows.push(Row { task_id, rater_id, comparisons, order, active_ms: judged.active_ms });
    }
}

/// What a verdict says of the two responses of a pair.
fn comparison(verdict: Verdict, places: &[usize], responses: &[Written]) -> Option<Comparison> {
    let shown_first = *places.first()?;
    let outcome = |is_first: bool| if is_first { Outcome::First } else { Outcome::Second };
    let (outcome, both, first_shown_preferred) = match verdict {
        Verdict::A => (outcome(shown_first == 0), None, Some(true)),
        Verdict::B => (outcome(shown_first != 0), None, Some(false)),
        Verdict::Tie => (Outcome::Tie, None, None),
        Verdict::BothBad => (Outcome::Tie, Some(Both::Bad), None),
        Verdict::BothGood => (Outcome::Tie, Some(Both::Good), None),
    };
    let models = models(responses, [0, 1]);
    Some(Comparison { pair: 0, outcome, both, first_shown_preferred, models })
}

/// What a ranking, or a best and a worst, say of every two responses.
fn comparisons(answers: &Answers, responses: &[Written]) -> Vec<Comparison> {
    let comparison = |(pair, order): ([usize; 2], answers::preferences::Order)| {
        let [first, second] = pair;
        let outcome = match order {
            answers::preferences::Order::First(_) => Outcome::First,
            answers::preferences::Order::Second(_) => Outcome::Second,
            answers::preferences::Order::Tie => Outcome::Tie,
        };
        Comparison {
            // Nine responses have 36 pairs.
            pair: u8::try_from(first * responses.len() + second).unwrap_or(u8::MAX),
            outcome,
            both: None,
            // Among several there is no first side.
            first_shown_preferred: None,
            models: models(responses, pair),
        }
    };
    answers.preferences(responses.len()).into_iter().map(comparison).collect()
}

/// The order that a ranking, a best and a worst, or a level on a scale gives.
fn order(answers: &Answers, scale: Option<u32>, responses: &[Written]) -> Order {
    if let Some(level) = answers.rating {
        return scale.map_or(Order::None, |scale| Order::Level { scale, level });
    }
    let models = responses.iter().map(|(_, model)| model.clone());
    let ranks = answers.doubled_ranks(responses.len());
    ranks.map_or(Order::None, |ranks| Order::Ranks(ranks.into_iter().zip(models).collect()))
}

fn models(responses: &[Written], pair: [usize; 2]) -> Option<(String, String)> {
    let model = |place: usize| responses.get(place)?.1.clone();
    model(pair[0]).zip(model(pair[1]))
}

/// The names of all who judged or skipped, with their skips.
async fn names(tx: &mut Tx, id: ProjectId) -> Result<Vec<RaterName>> {
    let sql = "
        select id, name,
            (select count(*) from skip where skip.rater_id = rater.id and skip.stands) as skips
        from named_rater as rater
        where project_id = $1 and (
            exists (select 1 from judgment where judgment.rater_id = rater.id)
            or exists (select 1 from skip where skip.rater_id = rater.id))
        order by name, id";
    let rows: Vec<(RaterId, String, i64)> =
        run!(tx, |conn| sqlx::query_as(sql).bind(id).fetch_all(conn).await)?;
    let name = |(rater_id, name, skips)| RaterName { rater_id, name, skips };
    Ok(rows.into_iter().map(name).collect())
}
