//! Means of values from several raters of the same tasks, with an interval clustered by task.
//!
//! Judgments of one task are not independent, so tasks are the observations. With the mean m of n
//! values in G tasks, `se = sqrt(G/(G-1) * sum_g (S_g - n_g m)^2) / n`, where S_g and n_g are the
//! sum and number of the values in task g. This is the cluster-robust standard error of a
//! regression on a constant (Liang and Zeger 1986, Biometrika 73, 13-22; `cov_type="cluster"` of
//! statsmodels). The interval is `m ± 1.96 se`.

use crate::agreement::interval::Z;

/// The fewest tasks for which an interval is shown. With fewer, the normal distribution is a poor
/// approximation.
pub const ENOUGH_TASKS: i64 = 30;

/// Values of tasks, added up.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clustered {
    tasks: i64,
    number: f64,
    sum: f64,
    sums_squared: f64,
    sums_by_number: f64,
    numbers_squared: f64,
}

impl Clustered {
    /// Adds the values of one task by their sum and their number.
    pub fn add_task(&mut self, sum: f64, number: i64) {
        if number == 0 {
            return;
        }
        let number = number as f64;
        self.tasks += 1;
        self.number += number;
        self.sum += sum;
        self.sums_squared += sum * sum;
        self.sums_by_number += sum * number;
        self.numbers_squared += number * number;
    }

    /// How many tasks have a value.
    pub fn tasks(&self) -> i64 {
        self.tasks
    }

    /// The mean of all values.
    pub fn mean(&self) -> Option<f64> {
        (self.tasks > 0).then(|| self.sum / self.number)
    }

    /// The standard error of the mean. None where the tasks are fewer than two.
    pub fn standard_error(&self) -> Option<f64> {
        let mean = self.mean().filter(|_| self.tasks > 1)?;
        let tasks = self.tasks as f64;
        let squares = self.sums_squared - 2.0 * mean * self.sums_by_number
            + mean * mean * self.numbers_squared;
        Some((tasks / (tasks - 1.0) * squares.max(0.0)).sqrt() / self.number)
    }

    /// The ends of the 95 % interval. `None` with few tasks, and if all values are equal, which says
    /// nothing about uncertainty.
    pub fn interval(&self) -> Option<(f64, f64)> {
        if self.tasks < ENOUGH_TASKS {
            return None;
        }
        let mean = self.mean()?;
        let reach = Z * self.standard_error().filter(|error| *error > 1e-9)?;
        Some((mean - reach, mean + reach))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(tasks: &[&[f64]]) -> Clustered {
        let mut values = Clustered::default();
        for task in tasks {
            let number = i64::try_from(task.len()).expect("tests are small");
            values.add_task(task.iter().sum(), number);
        }
        values
    }

    #[test]
    fn one_value_a_task_has_the_usual_standard_error() {
        let values = of(&[&[1.0], &[2.0], &[4.0], &[], &[1.0]]);

        assert_eq!((values.tasks(), values.mean()), (4, Some(2.0)));
        // The sample variance is (1 + 0 + 4 + 1) / 3.
        assert!((values.standard_error().unwrap() - (2.0_f64 / 4.0).sqrt()).abs() < 1e-12);
    }

    #[test]
    fn values_of_one_task_are_one_observation() {
        let alone = of(&[&[1.0], &[2.0], &[4.0]]);
        let doubled = of(&[&[1.0, 1.0], &[2.0, 2.0], &[4.0, 4.0]]);

        assert_eq!(alone.mean(), doubled.mean());
        let errors = [alone, doubled].map(|values| values.standard_error().unwrap());
        assert!((errors[0] - errors[1]).abs() < 1e-12);
    }

    #[test]
    fn tasks_of_different_sizes_come_out_as_computed_from_the_definition() {
        let tasks: [&[f64]; 4] = [&[1.0, 2.0, 3.0], &[2.5], &[4.0, 1.0], &[3.0, 3.5, 1.0, 2.0]];
        let all: Vec<f64> = tasks.concat();
        let mean = all.iter().sum::<f64>() / all.len() as f64;
        let square = |task: &&[f64]| task.iter().map(|value| value - mean).sum::<f64>().powi(2);
        let squares: f64 = tasks.iter().map(square).sum();
        let expected = (4.0 / 3.0 * squares).sqrt() / all.len() as f64;

        assert!((of(&tasks).standard_error().unwrap() - expected).abs() < 1e-12);
    }

    #[test]
    fn an_interval_needs_tasks_that_differ() {
        let different: Vec<Vec<f64>> = (0..30).map(|n| vec![f64::from(n % 3)]).collect();
        let different: Vec<&[f64]> = different.iter().map(Vec::as_slice).collect();

        let (low, high) = of(&different).interval().unwrap();
        assert!(low < 1.0 && 1.0 < high);
        assert_eq!(of(&different[1..]).interval(), None, "29 tasks are too few");
        assert_eq!(of(&[&[2.0][..]; 40]).interval(), None, "all say the same");
    }
}
