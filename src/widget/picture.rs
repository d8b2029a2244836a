//! A state as it is drawn and told.

use crate::chart::{self, Chart, Request};
use crate::dataset::Dataset;
use crate::locale::Locale;
use crate::reading::{Range, Reading};
use crate::scene::Scene;
use crate::text::Measure;
use crate::theme::Theme;
use crate::view::State;
use crate::words::{Telling, Texts, summary};

/// What the data says to a state, how it is drawn, and how it is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// What the data says to the state.
    pub reading: Reading,
    /// How it is drawn.
    pub chart: Chart,
    /// How it is told in the words around the drawing.
    pub texts: Texts,
}

/// How a picture is to look.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// The language of labels and words.
    pub locale: &'a Locale,
    /// The colours.
    pub theme: &'a Theme,
    /// How wide a text is, which decides where labels fit.
    pub measure: &'a dyn Measure,
    /// CSS pixels, 280 to 1600.
    pub width: f64,
}

impl Picture {
    /// Reads a state once, draws it and tells it.
    pub fn new(data: &Dataset, state: &State, look: Look) -> Picture {
        Picture::after(None, data, state, look)
    }

    /// The same after another picture of the same data, from which it takes over what is read of it.
    pub fn after(before: Option<Picture>, data: &Dataset, state: &State, look: Look) -> Picture {
        let before = before.map(|before| before.reading);
        let reading = Reading::after(before, data, state, look.width);
        let texts = Texts::new(Telling { data, reading: &reading, locale: look.locale });
        let chart = chart::draw(&request(data, &reading, look));
        Picture { reading, chart, texts }
    }

    /// Draws the chart anew for another chosen record; what it reads and tells stands.
    pub fn choose(&mut self, data: &Dataset, look: Look, record: Option<&str>) {
        self.reading.state.select = record.map(str::to_owned);
        self.chart = chart::draw(&request(data, &self.reading, look));
    }

    /// The layer that a record's focus adds.
    pub fn focus(&self, theme: &Theme, measure: &dyn Measure, record: Option<&str>) -> Scene {
        chart::focus(&self.chart.scene, theme, measure, record)
    }

    /// What a drawing of the reading depends on.
    pub fn request<'a>(&'a self, data: &'a Dataset, look: Look<'a>) -> Request<'a> {
        request(data, &self.reading, look)
    }

    /// What the picture tells from, in a language.
    pub fn telling<'a>(&'a self, data: &'a Dataset, locale: &'a Locale) -> Telling<'a> {
        Telling { data, reading: &self.reading, locale }
    }

    /// The chart in a few sentences.
    pub fn summary(&self, data: &Dataset, locale: &Locale) -> String {
        summary(self.telling(data, locale), self.drawn(), &self.texts.headline)
    }

    /// The range on the chart's axis; none without one.
    pub fn drawn(&self) -> Option<Range> {
        self.chart.extent.map(|extent| Range { from: extent.from, to: extent.to })
    }
}

fn request<'a>(data: &'a Dataset, reading: &'a Reading, look: Look<'a>) -> Request<'a> {
    let Look { locale, theme, measure, width } = look;
    Request { data, reading, locale, theme, measure, width }
}
