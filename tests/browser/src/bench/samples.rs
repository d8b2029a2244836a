//! What was measured: numbers by what they are of and what they say.

use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

#[derive(Default)]
pub(super) struct Samples(BTreeMap<(String, String), Vec<f64>>);

impl Samples {
    pub(super) fn add(&mut self, subject: &str, metric: &str, value: f64) {
        self.0.entry((subject.to_owned(), metric.to_owned())).or_default().push(value);
    }

    pub(super) fn median(&self, subject: &str, metric: &str) -> Option<f64> {
        self.0.get(&(subject.to_owned(), metric.to_owned())).map(|values| median(values))
    }

    pub(super) fn count(&self, subject: &str, metric: &str) -> usize {
        self.0.get(&(subject.to_owned(), metric.to_owned())).map_or(0, Vec::len)
    }

    /// The median of one in medians of another.
    pub(super) fn ratio(&self, metric: &str, subject: &str, other: &str) -> Option<f64> {
        Some(self.median(subject, metric)? / self.median(other, metric)?)
    }

    pub(super) fn json(&self) -> Value {
        let mut subjects: Map<String, Value> = Map::new();
        for ((subject, metric), values) in &self.0 {
            let told = json!({ "median": median(values), "all": values });
            let metrics = subjects.entry(subject.clone()).or_insert_with(|| json!({}));
            metrics[metric] = told;
        }
        subjects.into()
    }
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let half = sorted.len() / 2;
    if sorted.len().is_multiple_of(2) {
        (sorted[half - 1] + sorted[half]) / 2.0
    } else {
        sorted[half]
    }
}
