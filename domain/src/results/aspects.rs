//! Aspects: the answers to criteria and ratings, summed up by model.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::answers::Answer;
use crate::outcome::Unblinded;
use crate::protocol::{Form, Levels, Protocol, Question};
use crate::ranking::win_rate::{Comparisons, ModelResults};
use crate::unit::Counts;

/// The key of a rating.
const RATING: &str = "rating";

/// The answers to one criterion, or the ratings of a project that asks for ratings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AspectResults {
    pub key: String,
    /// The name in the latest version.
    pub name: String,
    /// Of levels: the ratings on each scale that was ever used. Levels of different scales cannot be
    /// compared.
    pub scales: Vec<ScaleResults>,
    /// Of a comparison: the highest win rate first.
    pub models: Vec<ModelResults>,
    /// Of a list: how often each was chosen, in the order of the list.
    pub choices: Vec<ChoiceCount>,
}

/// How responses were rated on one scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ScaleResults {
    /// The look and the names of the levels.
    pub levels: Levels,
    /// The best mean first.
    pub models: Vec<ModelLevels>,
}

/// How the responses of a model were rated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ModelLevels {
    pub model: String,
    /// How many ratings there are.
    pub ratings: i64,
    /// Their mean; 1 is the worst level.
    pub mean: f64,
    /// How many there are of each level, the worst first.
    pub counts: Vec<i64>,
}

/// How often an entry of a list was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChoiceCount {
    pub key: String,
    pub name: String,
    pub judgments: i64,
}

/// Sums up the answers to criteria and ratings.
#[derive(Debug, Default)]
pub struct AspectsBuilder {
    asked: Vec<AspectTotals>,
    places: HashMap<String, usize>,
}

#[derive(Debug, Default)]
struct AspectTotals {
    key: String,
    name: String,
    scales: Vec<ScaleTotals>,
    /// The scale of each version; versions count from 0.
    of_version: HashMap<usize, usize>,
    comparisons: Comparisons,
    choices: Vec<ChoiceCount>,
}

#[derive(Debug)]
struct ScaleTotals {
    levels: Levels,
    models: BTreeMap<String, Vec<i64>>,
}

impl AspectsBuilder {
    /// Starts with everything asked in any version of a protocol. Names are those of the latest.
    pub fn new(protocols: &[Protocol]) -> Self {
        let mut builder = Self::default();
        for (version, protocol) in protocols.iter().enumerate() {
            if let Question::Rating { levels } = &protocol.question {
                builder.asked(RATING, "How good the responses are").ask_by(version, levels);
            }
            for criterion in &protocol.criteria {
                let asked = builder.asked(&criterion.key, &criterion.name);
                match &criterion.form {
                    Form::Choices(choices) => choices
                        .list
                        .iter()
                        .for_each(|choice| asked.name_choice(&choice.key, &choice.name)),
                    Form::Levels(levels) => asked.ask_by(version, levels),
                    Form::Pairwise { .. } => {}
                }
            }
        }
        builder
    }

    /// Whether nothing was ever asked.
    fn is_empty(&self) -> bool {
        self.asked.is_empty()
    }

    /// Adds a judgment. `models` are those of the task's responses, in its own order.
    pub fn push(&mut self, said: &Unblinded, models: &[Option<&str>]) {
        if self.is_empty() {
            return;
        }
        let Unblinded { answers, protocol_version, .. } = said;
        if let (Some(level), [model, ..]) = (answers.rating, models) {
            self.push_rating(*protocol_version, *model, level);
        }
        for (key, answer) in &answers.criteria {
            self.push_answer(*protocol_version, key, answer, models);
        }
    }

    /// Adds the rating of the only response of a task.
    fn push_rating(&mut self, version: i32, model: Option<&str>, level: u8) {
        if let Some(asked) = self.find(RATING) {
            asked.add_level(version, model, level);
        }
    }

    /// The number of the scale on which a version asks for ratings.
    pub fn rating_scale(&self, version: i32) -> Option<u8> {
        let asked = self.asked.get(*self.places.get(RATING)?)?;
        asked.scale(version).and_then(|scale| u8::try_from(scale).ok())
    }

    /// Adds the answer to a criterion.
    fn push_answer(&mut self, version: i32, key: &str, answer: &Answer, models: &[Option<&str>]) {
        let Some(asked) = self.find(key) else { return };
        match answer {
            Answer::Levels(levels) => {
                for (level, model) in levels.iter().zip(models) {
                    level.iter().for_each(|level| asked.add_level(version, *model, *level));
                }
            }
            Answer::Grade(grade) => {
                let [Some(first), Some(second)] = models else { return };
                let one = |wins: bool| i64::from(wins);
                let counts = Counts {
                    first: one(*grade < 0),
                    second: one(*grade > 0),
                    tie: one(*grade == 0),
                    ..Counts::default()
                };
                asked.comparisons.add(first, second, counts);
            }
            Answer::Choices(chosen) => {
                for key in chosen {
                    if let Some(choice) = asked.choices.iter_mut().find(|choice| choice.key == *key)
                    {
                        choice.judgments += 1;
                    }
                }
            }
        }
    }

    /// Computes the results, in the order in which aspects were first asked.
    pub fn finish(self) -> Vec<AspectResults> {
        self.asked.into_iter().map(AspectTotals::results).collect()
    }

    fn asked(&mut self, key: &str, name: &str) -> &mut AspectTotals {
        let next = self.asked.len();
        let place = *self.places.entry(key.to_owned()).or_insert(next);
        if place == next {
            self.asked.push(AspectTotals { key: key.to_owned(), ..AspectTotals::default() });
        }
        let asked = &mut self.asked[place];
        name.clone_into(&mut asked.name);
        asked
    }

    fn find(&mut self, key: &str) -> Option<&mut AspectTotals> {
        self.places.get(key).and_then(|place| self.asked.get_mut(*place))
    }
}

impl AspectTotals {
    fn name_choice(&mut self, key: &str, name: &str) {
        match self.choices.iter_mut().find(|choice| choice.key == key) {
            Some(known) => name.clone_into(&mut known.name),
            None => self.choices.push(ChoiceCount {
                key: key.to_owned(),
                name: name.to_owned(),
                judgments: 0,
            }),
        }
    }

    /// Sets the scale of a version.
    fn ask_by(&mut self, version: usize, levels: &Levels) {
        let known = self.scales.iter().position(|scale| scale.levels == *levels);
        let scale = known.unwrap_or_else(|| {
            self.scales.push(ScaleTotals { levels: levels.clone(), models: BTreeMap::new() });
            self.scales.len() - 1
        });
        self.of_version.insert(version, scale);
    }

    /// The index of a version's scale. Versions count from 1 here.
    fn scale(&self, version: i32) -> Option<usize> {
        let version = usize::try_from(version).ok()?.checked_sub(1)?;
        self.of_version.get(&version).copied()
    }

    fn add_level(&mut self, version: i32, model: Option<&str>, level: u8) {
        let Some(place) = usize::from(level).checked_sub(1) else { return };
        let Some(scale) = self.scale(version) else { return };
        let ScaleTotals { levels, models } = &mut self.scales[scale];
        let empty = || vec![0; usize::from(levels.count)];
        let counts = models.entry(model.unwrap_or_default().to_owned()).or_insert_with(empty);
        if let Some(count) = counts.get_mut(place) {
            *count += 1;
        }
    }

    fn results(self) -> AspectResults {
        let scales = self.scales.into_iter().filter(|scale| !scale.models.is_empty());
        AspectResults {
            key: self.key,
            name: self.name,
            scales: scales.map(ScaleTotals::results).collect(),
            models: self.comparisons.models(),
            choices: self.choices,
        }
    }
}

impl ScaleTotals {
    fn results(self) -> ScaleResults {
        let model = |(model, counts): (String, Vec<i64>)| {
            let ratings: i64 = counts.iter().sum();
            let total: i64 = (1..).zip(&counts).map(|(level, count)| level * count).sum();
            let mean = total as f64 / ratings as f64;
            (ratings > 0).then_some(ModelLevels { model, ratings, mean, counts })
        };
        let mut models: Vec<ModelLevels> = self.models.into_iter().filter_map(model).collect();
        // Stable: the names are in order already.
        models.sort_by(|one, other| other.mean.total_cmp(&one.mean));
        ScaleResults { levels: self.levels, models }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::{Choices, Criterion, Levels, Named};

    fn protocol() -> Protocol {
        let criterion = |key: &str, form| Criterion {
            key: key.into(),
            name: format!("{key}?"),
            help: String::new(),
            required: false,
            form,
            when: Vec::new(),
        };
        let named = |key: &str| Named { key: key.into(), name: key.to_uppercase() };
        let list = vec![named("false"), named("rude")];
        Protocol {
            criteria: vec![
                criterion("facts", Form::Levels(Levels::stars(5))),
                criterion("style", Form::Pairwise { points: 3 }),
                criterion("why", Form::Choices(Choices { list, several: true })),
            ],
            ..Protocol::default()
        }
    }

    #[test]
    fn each_form_of_criterion_is_added_up_by_model() {
        let mut builder = AspectsBuilder::new(&[protocol(), protocol()]);
        let models = [Some("old"), Some("new")];
        builder.push_answer(1, "facts", &Answer::Levels(vec![Some(2), Some(5)]), &models);
        builder.push_answer(1, "facts", &Answer::Levels(vec![Some(3), None]), &models);
        builder.push_answer(1, "style", &Answer::Grade(1), &models);
        builder.push_answer(1, "style", &Answer::Grade(0), &models);
        builder.push_answer(1, "why", &Answer::Choices(vec!["rude".into()]), &models);
        builder.push_answer(1, "gone", &Answer::Grade(1), &models);

        let [facts, style, why] = &builder.finish()[..] else { panic!("three aspects") };

        assert_eq!((facts.name.as_str(), facts.scales.len()), ("facts?", 1));
        let levels = &facts.scales[0].models;
        assert_eq!(levels[0].model, "new");
        assert_eq!(levels[1].counts, [0, 1, 1, 0, 0]);
        assert_eq!(levels[1].mean, 2.5);
        assert_eq!((style.models[0].model.as_str(), style.models[0].win_rate), ("new", 0.75));
        let counts: Vec<_> = why.choices.iter().map(|choice| choice.judgments).collect();
        assert_eq!(counts, [0, 1]);
    }

    #[test]
    fn a_rating_is_an_aspect_of_its_own() {
        let protocol = Protocol::of(Question::Rating { levels: Levels::THUMBS });
        let mut builder = AspectsBuilder::new(&[protocol]);
        builder.push_rating(1, Some("old"), 2);
        builder.push_rating(1, None, 1);

        let aspects = builder.finish();

        assert_eq!(aspects[0].key, "rating");
        let [scale] = &aspects[0].scales[..] else { panic!("one scale") };
        let models: Vec<_> = scale.models.iter().map(|levels| levels.model.as_str()).collect();
        assert_eq!((models, &scale.levels), (vec!["old", ""], &Levels::THUMBS));
    }

    #[test]
    fn levels_of_different_scales_have_means_of_their_own() {
        let rating = |levels| Protocol::of(Question::Rating { levels });
        let protocols = [Levels::stars(5), Levels::THUMBS, Levels::stars(5)].map(rating);
        let mut builder = AspectsBuilder::new(&protocols);
        builder.push_rating(1, Some("old"), 5);
        builder.push_rating(2, Some("old"), 1);
        builder.push_rating(3, Some("old"), 3);

        let scales = [1, 2, 3].map(|version| builder.rating_scale(version));
        let aspects = builder.finish();

        assert_eq!(scales, [Some(0), Some(1), Some(0)]);
        let means: Vec<_> = aspects[0]
            .scales
            .iter()
            .map(|scale| (scale.levels.count, scale.models[0].mean))
            .collect();
        assert_eq!(means, [(5, 4.0), (2, 1.0)]);
    }
}
