//! What a widget hands out: its state, its table, its sources, and files.

use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use super::{Widget, data};
use crate::export::{self, About, Export};
use crate::paint::{self, Caption};
use crate::scene::Scene;
use crate::table::{Asked, Sort, groups, list};
use crate::view::{State, View};
use crate::widget::Picture;
use crate::wire::{self, Json};
use crate::words::{Telling, citation};

#[wasm_bindgen]
impl Widget {
    /// The state as the query of a URL, without what the dataset has not; empty for the default.
    pub fn save(&self) -> String {
        let state = &self.model.state;
        self.data.as_ref().map_or_else(|| state.query(), |data| state.kept(data).query())
    }

    /// Takes the state of a query; answers whether it takes all of it, and whether the dataset has what
    /// it names.
    pub fn restore(&mut self, query: &str) -> bool {
        let (state, problems) = State::from_query(query);
        if state.language != self.model.state.language && !self.own {
            self.data = None;
        }
        self.model.state = state;
        let data = self.told();
        let lacks = |name: &&str| self.model.state.lacks(name, &data);
        problems.is_empty() && !State::ATTRIBUTES.iter().any(lacks)
    }

    /// What a query says that is not taken or names nothing of the dataset: `[{attribute, reason}, …]`.
    /// Partners may be called as in any language that came.
    pub fn problems(&self, query: &str) -> String {
        let all = self.data.clone().filter(|_| self.own);
        let all = all.unwrap_or_else(|| Rc::new(data::complete(self.pack)));
        let (told, mut problems) = State::told(query, &all);
        if told.select.is_some() && problems.iter().all(|one| one.attribute != "select") {
            // A query may give but what has changed.
            let state = State { select: told.select, ..self.model.state.clone() };
            problems.extend(state.unshown(&all));
        }
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

    /// The records behind the view by kind, sorted by a column's number; as JSON. Search and folds as
    /// [`Asked`] has them.
    pub fn table(&self, by: Option<usize>, descending: bool, search: &str, folds: &str) -> String {
        let Some(telling) = self.telling() else { return "null".into() };
        let sort = by.and_then(|by| Sort::by(by, descending));
        let (table, groups) = groups(telling, Asked { sort, search, folds });
        wire::table(&table, &groups, telling.locale, sort)
    }

    /// The sources behind the view, numbered as in the table; as JSON.
    pub fn sources(&self) -> String {
        self.telling().map_or_else(|| "null".into(), wire::sources)
    }

    /// The words of the menu of downloads; as JSON.
    pub fn downloads(&self) -> String {
        wire::downloads(&self.model.state, self.locale())
    }

    /// The view as the text of a file: `svg`, `csv`, `json`, `bibtex` or `csl`; `citation` is a
    /// sentence. None for another word, or before the first layout.
    pub fn export(&self, form: &str) -> Option<String> {
        let (telling, picture) = (self.telling()?, self.picture.as_ref()?);
        let export = Export(telling);
        Some(match form {
            "svg" => {
                let about = self.about(telling, picture);
                let caption = Caption {
                    id: "bilateral",
                    lang: about.language.code(),
                    title: &about.title,
                    description: &about.description,
                    facts: &about.facts(),
                };
                paint::svg(&self.figure_scene(telling, picture), &caption)
            }
            "csv" => export.csv(),
            "json" => {
                let data = if self.own { None } else { Some(data::complete(self.pack)) };
                Export(Telling { data: data.as_ref().unwrap_or(telling.data), ..telling }).json()
            }
            "bibtex" => export.bibtex(),
            "csl" => export.csl(),
            "citation" => citation(telling, &picture.texts.headline),
            _ => return None,
        })
    }

    /// Inks the chart with its words on a canvas of its own, at `ratio` pixels to a CSS pixel.
    pub fn figure(&self, canvas: &HtmlCanvasElement, ratio: f64) -> Result<(), JsValue> {
        match self.telling().zip(self.picture.as_ref()) {
            Some((telling, picture)) => {
                let scene = self.figure_scene(telling, picture);
                paint::canvas(&scene, canvas, ratio, 1, &self.measure).map(|_| ())
            }
            None => Ok(()),
        }
    }

    /// A PNG file with what the picture says of itself.
    pub fn png(&self, file: &[u8]) -> Vec<u8> {
        match self.telling().zip(self.picture.as_ref()) {
            Some((telling, picture)) => {
                export::with_texts(file, &self.about(telling, picture).chunks())
            }
            None => file.to_vec(),
        }
    }

    /// The whole dataset in the contract's JSON form.
    pub fn data(&self) -> String {
        match &self.data {
            Some(data) if self.own => export::whole(data),
            _ => export::whole(&data::complete(self.pack)),
        }
    }
}

impl Widget {
    /// What the reader sees, before the first layout nothing.
    fn telling(&self) -> Option<Telling<'_>> {
        Some(self.picture.as_ref()?.telling(self.data.as_ref()?, self.locale()))
    }

    /// The page has the table's rows beside the canvas: a file is given its own.
    fn figure_scene(&self, telling: Telling, picture: &Picture) -> Scene {
        let mut picture = picture.clone();
        if self.model.state.view == View::Table
            && let (Some(listing), _) = list(&picture.request(telling.data, self.look()))
        {
            picture.chart.scene = listing;
        }
        export::figure(&picture, &self.theme, &self.measure)
    }

    fn about(&self, telling: Telling, picture: &Picture) -> About {
        let fingerprint = (!self.own).then(|| data::fingerprint(self.pack));
        About::new(telling.data, picture, telling.locale, fingerprint)
    }
}
