//! Results of a project: reads its judgments and passes them to `domain::results`.

use domain::actor::Actor;
use domain::answers::Answers;
use domain::id::{ProjectId, RaterId, ResponseId, TaskId};
use domain::judgment::Verdict;
use domain::outcome::{self, AsShown, RatedAs, Unblinded};
use domain::policy;
use domain::presentation::Presentation;
use domain::protocol::Kind;
use domain::results::{
    Asked, AspectsBuilder, Comparison, Order, RaterName, Results, ResultsBuilder, Row,
};
use sqlx::types::Json;

use crate::db::{Db, Tx, run};
use crate::error::Result;
use crate::project::{self, Access};

mod source;

/// A judgment as its rater saw the task.
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

impl Judged {
    fn as_shown(&self) -> AsShown<'_> {
        AsShown {
            verdict: self.verdict,
            grade: None,
            answers: &self.answers,
            presentation: &self.presentation,
            protocol_version: self.protocol_version,
        }
    }
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
    /// Adds a judgment of these responses, which are in the task's own order. One whose rater saw
    /// other responses says nothing about these.
    fn add(&mut self, judged: Judged, responses: &[Written]) {
        let Judged { task_id, rater_id, active_ms, .. } = judged;
        let ids: Vec<ResponseId> = responses.iter().map(|(id, _)| *id).collect();
        let Some(said) = judged.as_shown().unblind(&ids) else { return };
        let Unblinded { answers, protocol_version, .. } = &said;
        if !self.aspects.is_empty() {
            let models: Vec<Option<&str>> =
                responses.iter().map(|(_, model)| model.as_deref()).collect();
            if let (Some(level), [model, ..]) = (answers.rating, &models[..]) {
                self.aspects.push_rating(*protocol_version, *model, level);
            }
            for (key, answer) in &answers.criteria {
                self.aspects.push(*protocol_version, key, answer, &models);
            }
        }
        let order = match said.rated_as() {
            _ if said.outcome.is_some() => Order::None,
            None => Order::None,
            Some(RatedAs::Level(level)) => {
                let scale = self.aspects.rating_scale(*protocol_version);
                scale.map_or(Order::None, |scale| Order::Level { scale, level })
            }
            Some(RatedAs::Ranks(ranks)) => {
                let models = responses.iter().map(|(_, model)| model.clone());
                Order::Ranks(ranks.into_iter().zip(models).collect())
            }
        };
        let comparisons = comparisons(&said, responses);
        self.rows.push(Row { task_id, rater_id, comparisons, order, active_ms });
    }
}

/// What a judgment says about every two responses that it compares.
fn comparisons(said: &Unblinded, responses: &[Written]) -> Vec<Comparison> {
    let is_pair = said.outcome.is_some();
    let comparison = |(positions, comparison): ([usize; 2], outcome::Comparison)| {
        let [first, second] = positions;
        // Nine responses have 36 pairs.
        let pair = if is_pair { 0 } else { first * responses.len() + second };
        Comparison {
            pair: u8::try_from(pair).unwrap_or(u8::MAX),
            outcome: comparison.outcome,
            // Among several there is no first side.
            first_shown_preferred: comparison.prefers_shown_first().filter(|_| is_pair),
            models: models(responses, positions),
        }
    };
    said.comparisons().map(comparison).collect()
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
