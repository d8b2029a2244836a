//! A widget without a page: input goes in, and the model and the chart stand after it.

use super::draw::draw;
use bilateral::dataset::Dataset;
use bilateral::widget::{Input, Model, PageEvent, Picture, Redraw, update};

pub(crate) struct Bench {
    pub data: Dataset,
    pub model: Model,
    /// CSS pixels.
    pub width: f64,
}

impl Bench {
    pub(crate) fn new(width: f64) -> Bench {
        Bench { data: Dataset::embedded(), model: Model::default(), width }
    }

    pub(crate) fn chart(&self) -> Picture {
        draw(&self.data, &self.model.state, self.width)
    }

    /// Applies an input as the page does.
    pub(crate) fn input(&mut self, input: Input) -> (Redraw, Vec<PageEvent>) {
        let change = update(&self.model, &self.data, &self.chart(), input);
        self.model = change.model;
        (change.redraw, change.events)
    }
}
