//! One widget of the page: it keeps the state, and draws what the element asks for.
//!
//! Inputs answer with what is stale: 0 nothing, 1 the focus, 2 the chart. Texts and numbers cross
//! as one JSON string.

use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use super::data::{self, Given};
use crate::dataset::{Code, Dataset, Language};
use crate::locale::{self, Locale};
use crate::paint::{self, CanvasMeasure};
use crate::theme::{Color, SystemColors, Theme};
use crate::view::{State, ThemeChoice};
use crate::widget::{self, Look, Model, PageEvent, Picture};
use crate::wire::{self, Json};
use crate::words::{card, speak};

/// A widget of the page, which JavaScript holds and frees.
#[wasm_bindgen]
pub struct Widget {
    /// The number of the script's dataset, whose words it speaks.
    pub(super) pack: usize,
    /// None until a layout needs the script's in the reader's language.
    pub(super) data: Option<Rc<Dataset>>,
    /// Whether the page has given its own.
    pub(super) own: bool,
    /// The partners that it does not name.
    bare: Vec<Code>,
    /// What the page is giving.
    given: Option<Given>,
    pub(super) measure: CanvasMeasure,
    pub(super) theme: Theme,
    pub(super) model: Model,
    pub(super) width: f64,
    /// What the reader sees; none before the first layout.
    pub(super) picture: Option<Picture>,
    pub(super) events: Vec<PageEvent>,
}

#[wasm_bindgen]
impl Widget {
    /// `ruler` is a canvas that nothing else draws on, `pack` the number of a script's dataset.
    #[wasm_bindgen(constructor)]
    pub fn new(ruler: &HtmlCanvasElement, pack: usize) -> Result<Widget, JsValue> {
        Ok(Widget {
            pack,
            data: None,
            own: false,
            bare: Vec::new(),
            given: None,
            measure: CanvasMeasure::new(ruler)?,
            theme: Theme::light(),
            model: Model::default(),
            width: 0.0,
            picture: None,
            events: Vec::new(),
        })
    }

    /// Begins with another dataset, as `JSON.parse` answers it; rows may follow.
    pub fn begin(&mut self, head: JsValue) -> Result<(), JsValue> {
        self.given = Some(Given::begin(head)?);
        Ok(())
    }

    /// Rows of a table of it, the first of which has the number `from`.
    pub fn rows(&mut self, table: &str, from: usize, rows: JsValue) -> Result<(), JsValue> {
        match &mut self.given {
            Some(given) => given.rows(table, from, rows),
            None => Ok(()),
        }
    }

    /// Checks some of it, and shows it once it is whole, which it answers; throws all that is wrong
    /// with it, a line each.
    pub fn check(&mut self) -> Result<bool, JsValue> {
        let Some(given) = &mut self.given else { return Ok(true) };
        let checked = given.check(self.pack);
        if !matches!(checked, Ok(None)) {
            self.given = None;
        }
        let Some((data, bare)) = checked? else { return Ok(false) };
        self.data = Some(data);
        self.bare = bare;
        self.own = true;
        self.picture = None;
        self.model.focus = None;
        Ok(true)
    }

    /// The languages of the page's own dataset, parted by spaces; empty where it shows a script's.
    pub fn languages(&self) -> String {
        let own = self.data.as_deref().filter(|_| self.own);
        let languages = own.map(locale::languages_of).unwrap_or_default();
        let codes: Vec<&str> = languages.iter().map(Language::code).collect();
        codes.join(" ")
    }

    /// The countries of the page's own dataset that neither it nor the words of a language name, as
    /// codes parted by spaces.
    pub fn unnamed(&self, language: &str) -> String {
        let locale = Language::from_tag(language).map(|one| data::locale(self.pack, one));
        let is_unnamed = |code: &&Code| {
            code.as_str().len() == 2
                && locale.is_some_and(|one| one.country(code.as_str()).is_none())
        };
        let bare = self.bare.iter().filter(|_| self.own);
        bare.filter(is_unnamed).map(Code::as_str).collect::<Vec<_>>().join(" ")
    }

    /// Names such a country in a language.
    pub fn name(&mut self, language: &str, code: &str, name: &str) {
        let (Some(language), Some(data)) = (Language::from_tag(language), &mut self.data) else {
            return;
        };
        let partners = Rc::get_mut(data).map(|data| &mut data.partners);
        if let Some(one) = partners.into_iter().flatten().find(|one| one.code.as_str() == code) {
            // What was made of the code.
            one.with.set(language, "");
            one.by.set(language, "");
            match data::locale(self.pack, language) {
                locale if locale.language == language => locale::name_country(one, locale, name),
                _ => one.name.set(language, name),
            }
        }
    }

    /// Takes an attribute; answers whether it does, and whether the dataset has what it names: else
    /// `problems` says why. The language is best given first, as what the others name is asked of the
    /// dataset.
    pub fn set(&mut self, attribute: &str, value: Option<String>) -> bool {
        let language = self.model.state.language;
        let result = self.model.state.set(attribute, value.as_deref());
        if language != self.model.state.language && !self.own {
            self.data = None;
        }
        if result.is_err() || value.is_none() {
            return result.is_ok();
        }
        let data = self.told();
        !self.model.state.lacks(attribute, &data)
    }

    /// The reader's colours: whether dark is preferred, whether for paper, whether with more
    /// contrast; the host's accent and, where colours are forced, the system's `Canvas`,
    /// `CanvasText`, `GrayText` and `Highlight`, all as 0xRRGGBB.
    pub fn scheme(
        &mut self,
        dark: bool,
        paper: bool,
        contrast: bool,
        accent: Option<u32>,
        forced: Option<Box<[u32]>>,
    ) {
        let is_dark = match self.model.state.theme {
            ThemeChoice::Auto => dark,
            chosen => chosen == ThemeChoice::Dark,
        };
        let mut theme = if is_dark && !paper { Theme::dark() } else { Theme::light() };
        if let Some(accent) = accent {
            theme.focus = Color::hex(accent);
        }
        if contrast || paper {
            theme.muted = theme.ink;
            // On paper a grid line as dark as a value's bar would be read as one.
            theme.grid = if paper { theme.rule.mixed(theme.ground, 50) } else { theme.rule };
        }
        if let Some(&[canvas, text, gray, highlight]) = forced.as_deref().filter(|_| !paper) {
            theme = Theme::forced(SystemColors {
                canvas: Color::hex(canvas),
                text: Color::hex(text),
                gray: Color::hex(gray),
                highlight: Color::hex(highlight),
            });
        }
        self.theme = theme;
    }

    /// The CSS list of font families that text is measured and drawn in; called again when a font
    /// of it has loaded.
    pub fn font(&mut self, family: &str) {
        self.measure.set_fonts(family);
    }

    /// Lays the chart out in `width` CSS pixels; answers the words and controls around it. `plot` is
    /// what these leave of the height that the state asks for, once the page has measured them.
    pub fn layout(&mut self, width: f64, plot: Option<f64>) -> String {
        let data = self.told();
        self.width = width.clamp(280.0, 1600.0);
        self.model.focus = None;
        let before = self.picture.take();
        let (state, locale, look) = (&self.model.state, self.locale(), self.look());
        let drawn = State { height: plot.or(state.height), ..state.clone() };
        let picture = Picture::after(before, &data, &drawn, look);
        let select = state.select.as_deref();
        let focus = select.and_then(|id| widget::focus_of(id, &data, &picture));
        let chips = widget::chips(&data, &picture, &self.theme, locale);
        let summary = picture.summary(&data, locale);
        let sounds = wire::sounds(&data, &picture);
        let parts = wire::parts(&data, &picture, locale, &chips, &self.theme, (&summary, sounds));
        self.model.focus = focus;
        self.picture = Some(picture);
        parts
    }

    /// After an input that made only the focus stale: whether the chart is to be inked anew, too, as
    /// another record is chosen.
    pub fn refocus(&mut self) -> bool {
        let (Some(data), Some(mut picture)) = (&self.data, self.picture.take()) else {
            return false;
        };
        let select = self.model.state.select.as_deref();
        let other = picture.reading.state.select.as_deref() != select;
        if other {
            picture.choose(data, self.look(), select);
        }
        self.picture = Some(picture);
        other
    }

    /// Inks the ring and the hairline of the focus on a layer of its own, as high as the plots.
    pub fn paint_focus(&self, canvas: &HtmlCanvasElement, ratio: f64) -> Result<(), JsValue> {
        let Some(picture) = &self.picture else { return Ok(()) };
        let focus = self.model.focus.as_ref().and_then(|focus| focus.records.first());
        let layer = picture.focus(&self.theme, &self.measure, focus.map(String::as_str));
        paint::layer(&layer, canvas, ratio, picture.chart.foot, &self.measure)
    }

    /// Inks what was laid out, at `ratio` device pixels to a CSS pixel; answers how many rows of them
    /// it takes. The canvas is higher, up to a whole `step`.
    pub fn paint(&self, canvas: &HtmlCanvasElement, ratio: f64, step: u32) -> Result<u32, JsValue> {
        match &self.picture {
            Some(picture) => {
                paint::canvas(&picture.chart.scene, canvas, ratio, step, &self.measure)
            }
            None => Ok(0),
        }
    }

    /// The focused mark as a sentence.
    pub fn speak(&self) -> Option<String> {
        let (focus, data) = (self.model.focus.as_ref()?, self.data.as_ref()?);
        Some(speak(self.picture.as_ref()?.telling(data, self.locale()), focus))
    }

    /// The card of the focused mark, if there is one.
    pub fn card(&self) -> Option<String> {
        let (focus, data) = (self.model.focus.as_ref()?, self.data.as_ref()?);
        let card = card(self.picture.as_ref()?.telling(data, self.locale()), focus)?;
        Some(wire::card(&card, focus))
    }

    /// What the page is to be told since the last call: `[[type, detail], …]`.
    pub fn events(&mut self) -> String {
        let mut json = Json::new();
        let state = &self.model.state;
        json.array(self.events.drain(..), |json, event| wire::event(json, &event, state));
        json.finish()
    }

    /// The dataset in the reader's language.
    pub(super) fn told(&mut self) -> Rc<Dataset> {
        let (pack, locale) = (self.pack, self.locale());
        let data = self.data.get_or_insert_with(|| data::packed(pack, locale.language));
        // No chart shares what the page has given.
        if let Some(own) = Rc::get_mut(data).filter(|_| self.own) {
            locale::complete(own, locale);
        }
        data.clone()
    }

    pub(super) fn locale(&self) -> &'static Locale {
        data::locale(self.pack, self.model.state.language)
    }

    pub(super) fn look(&self) -> Look<'_> {
        Look {
            locale: self.locale(),
            theme: &self.theme,
            measure: &self.measure,
            width: self.width,
        }
    }
}
