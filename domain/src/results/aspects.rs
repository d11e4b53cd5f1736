//! Aspects: what was said beside the overall question, by model.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::answers::Answer;
use crate::protocol::{Form, Levels, Protocol, Question};
use crate::ranking::win_rate::{Comparisons, ModelResults};
use crate::unit::Counts;

/// The key under which the levels of a rating stand.
const RATING: &str = "rating";

/// What was said about one criterion, or by the rating of a project that asks for nothing else.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AspectResults {
    pub key: String,
    /// As raters read it in the latest version.
    pub name: String,
    /// Of levels: how responses were rated, apart for each scale that was ever asked by, because
    /// levels of one say nothing about those of another.
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
    /// What the levels look like, and what they are called.
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
    /// How many there are of each level, from the worst on.
    pub counts: Vec<i64>,
}

/// How often one of a list was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChoiceCount {
    pub key: String,
    pub name: String,
    pub judgments: i64,
}

/// Adds up what is said beside the overall question. Takes the responses in the task's own order.
#[derive(Debug, Default)]
pub struct AspectsBuilder {
    asked: Vec<Asked>,
    places: HashMap<String, usize>,
}

#[derive(Debug, Default)]
struct Asked {
    key: String,
    name: String,
    scales: Vec<Scale>,
    /// By which scale each version asks, counted from 0.
    of_version: HashMap<usize, usize>,
    comparisons: Comparisons,
    choices: Vec<ChoiceCount>,
}

#[derive(Debug)]
struct Scale {
    levels: Levels,
    models: BTreeMap<String, Vec<i64>>,
}

impl AspectsBuilder {
    /// Begins with all that was asked in any version of a protocol; later versions name things.
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
    pub fn is_empty(&self) -> bool {
        self.asked.is_empty()
    }

    /// Adds the level of a response that was rated by itself, in a version of the protocol.
    pub fn push_rating(&mut self, version: i32, model: Option<&str>, level: u8) {
        if let Some(asked) = self.find(RATING) {
            asked.add_level(version, model, level);
        }
    }

    /// The number of the scale by which a version asks for ratings.
    pub fn rating_scale(&self, version: i32) -> Option<u32> {
        let asked = self.asked.get(*self.places.get(RATING)?)?;
        asked.scale(version).and_then(|scale| u32::try_from(scale).ok())
    }

    /// Adds the answer to a criterion, in a version of the protocol. `models` says who wrote the
    /// responses.
    pub fn push(&mut self, version: i32, key: &str, answer: &Answer, models: &[Option<&str>]) {
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

    /// Computes the results, in the order in which things were first asked.
    pub fn finish(self) -> Vec<AspectResults> {
        self.asked.into_iter().map(Asked::results).collect()
    }

    fn asked(&mut self, key: &str, name: &str) -> &mut Asked {
        let next = self.asked.len();
        let place = *self.places.entry(key.to_owned()).or_insert(next);
        if place == next {
            self.asked.push(Asked { key: key.to_owned(), ..Asked::default() });
        }
        let asked = &mut self.asked[place];
        name.clone_into(&mut asked.name);
        asked
    }

    fn find(&mut self, key: &str) -> Option<&mut Asked> {
        self.places.get(key).and_then(|place| self.asked.get_mut(*place))
    }
}

impl Asked {
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

    /// Notes by which scale a version asks.
    fn ask_by(&mut self, version: usize, levels: &Levels) {
        let known = self.scales.iter().position(|scale| scale.levels == *levels);
        let scale = known.unwrap_or_else(|| {
            self.scales.push(Scale { levels: levels.clone(), models: BTreeMap::new() });
            self.scales.len() - 1
        });
        self.of_version.insert(version, scale);
    }

    /// The place of a version's scale; versions count from 1.
    fn scale(&self, version: i32) -> Option<usize> {
        let version = usize::try_from(version).ok()?.checked_sub(1)?;
        self.of_version.get(&version).copied()
    }

    fn add_level(&mut self, version: i32, model: Option<&str>, level: u8) {
        let Some(place) = usize::from(level).checked_sub(1) else { return };
        let Some(scale) = self.scale(version) else { return };
        let Scale { levels, models } = &mut self.scales[scale];
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
            scales: scales.map(Scale::results).collect(),
            models: self.comparisons.models(),
            choices: self.choices,
        }
    }
}

impl Scale {
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
        builder.push(1, "facts", &Answer::Levels(vec![Some(2), Some(5)]), &models);
        builder.push(1, "facts", &Answer::Levels(vec![Some(3), None]), &models);
        builder.push(1, "style", &Answer::Grade(1), &models);
        builder.push(1, "style", &Answer::Grade(0), &models);
        builder.push(1, "why", &Answer::Choices(vec!["rude".into()]), &models);
        builder.push(1, "gone", &Answer::Grade(1), &models);

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
