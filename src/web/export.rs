//! What a widget hands out: its state, its table, its sources, and files.

use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use super::{Widget, data};
use crate::chart::{self, Chart};
use crate::dataset::Dataset;
use crate::paint::{self, Caption};
use crate::scene::Scene;
use crate::view::{State, View};
use crate::widget::{self, About, Export, Json, Sort};

#[wasm_bindgen]
impl Widget {
    /// The state as the query of a URL; empty for the default.
    pub fn save(&self) -> String {
        self.model.state.query()
    }

    /// Takes the state of a query; answers `[{attribute, reason}, …]` for what was not taken.
    pub fn restore(&mut self, query: &str) -> String {
        let (state, problems) = State::from_query(query);
        if state.language != self.model.state.language && !self.own {
            self.data = None;
        }
        self.model.state = state;
        let mut json = Json::new();
        json.array(&problems, |json, problem| {
            json.object(|json| {
                json.key("attribute").string(&problem.attribute);
                json.key("reason").string(&problem.reason);
            });
        });
        json.finish()
    }

    /// The written form of an attribute, or none where it has its default.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.model.state.get(name)
    }

    /// The records behind the view, at most `most` of them, sorted by a column's number; as JSON.
    pub fn table(&self, by: Option<usize>, descending: bool, most: usize) -> String {
        let Some(Seen { data, chart }) = self.seen() else { return "null".into() };
        let state = &self.model.state;
        let sort = by.and_then(|by| Sort::by(by, descending));
        let locale = self.locale();
        widget::table(data, state, locale, &chart.shown, sort, most).write(locale, sort)
    }

    /// The sources behind the view, numbered as in the table; as JSON.
    pub fn sources(&self) -> String {
        let Some(Seen { data, chart }) = self.seen() else { return "null".into() };
        widget::sources(data, &self.model.state, self.locale(), &chart.shown)
    }

    /// The words of the menu of downloads; as JSON.
    pub fn downloads(&self) -> String {
        widget::downloads(&self.model.state, self.locale())
    }

    /// The view as the text of a file: `svg`, `csv`, `json`, `bibtex` or `csl`; `citation` is a
    /// sentence. None for another word, or before the first layout.
    pub fn export(&self, form: &str) -> Option<String> {
        let Seen { data, chart } = self.seen()?;
        let state = &self.model.state;
        let export = Export { data, state, locale: self.locale(), shown: &chart.shown };
        Some(match form {
            "svg" => {
                let about = self.about(data, chart);
                let caption = Caption {
                    id: "bilateral",
                    lang: about.language.code(),
                    title: &about.title,
                    description: &about.description,
                    facts: &about.facts(),
                };
                paint::svg(&self.figure_scene(data, chart), &caption)
            }
            "csv" => export.csv(),
            "json" => Export { data: &self.complete(data), ..export }.json(),
            "bibtex" => export.bibtex(),
            "csl" => export.csl(),
            "citation" => widget::citation(data, state, self.locale(), chart),
            _ => return None,
        })
    }

    /// Inks the chart with its words on a canvas of its own, at `ratio` pixels to a CSS pixel.
    pub fn figure(&self, canvas: &HtmlCanvasElement, ratio: f64) -> Result<(), JsValue> {
        match self.seen() {
            Some(Seen { data, chart }) => {
                let scene = self.figure_scene(data, chart);
                paint::canvas(&scene, canvas, ratio, 1, &self.measure).map(|_| ())
            }
            None => Ok(()),
        }
    }

    /// A PNG file with what the picture says of itself.
    pub fn png(&self, file: &[u8]) -> Vec<u8> {
        match self.seen() {
            Some(Seen { data, chart }) => {
                widget::with_texts(file, &self.about(data, chart).chunks())
            }
            None => file.to_vec(),
        }
    }

    /// The whole dataset in the contract's JSON form.
    pub fn data(&self) -> String {
        match &self.data {
            Some(data) if self.own => widget::whole(data),
            _ => widget::whole(&data::complete()),
        }
    }
}

/// What the reader sees.
struct Seen<'a> {
    data: &'a Rc<Dataset>,
    chart: &'a Chart,
}

impl Widget {
    fn seen(&self) -> Option<Seen<'_>> {
        Some(Seen { data: self.data.as_ref()?, chart: self.chart.as_ref()? })
    }

    /// In all its languages, where `data` has only the reader's.
    fn complete(&self, data: &Rc<Dataset>) -> Rc<Dataset> {
        if self.own { data.clone() } else { Rc::new(data::complete()) }
    }

    /// The page has the table's rows beside the canvas: a file is given its own.
    fn figure_scene(&self, data: &Dataset, chart: &Chart) -> Scene {
        let mut listed = None;
        if self.model.state.view == View::Table {
            let request = self.request(data);
            widget::list(&request, listed.insert(chart::draw(&request)));
        }
        chart::figure(listed.as_ref().unwrap_or(chart), &self.theme, &self.measure)
    }

    fn about(&self, data: &Dataset, chart: &Chart) -> About {
        let fingerprint = (!self.own).then(data::fingerprint);
        About::new(data, &self.model.state, self.locale(), chart, fingerprint)
    }
}
