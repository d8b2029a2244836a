//! A whole figure: words and chart in one drawing, as SVG or PNG.

use super::fingerprint::fingerprint;
use super::social::social;
use crate::dataset::Dataset;
use crate::export::{About, MARGIN, figure};
use crate::locale::Locale;
use crate::paint::{Caption, svg};
use crate::scene::{Mark, Scene};
use crate::table::list;
use crate::text::TableMeasure;
use crate::theme::Theme;
use crate::view::{Keyword, State, ThemeChoice, View};
use crate::widget::{Look, Picture};

/// A picture before it has pixels.
#[derive(Clone, Debug)]
pub struct StaticDrawing {
    /// An SVG document.
    pub svg: String,
    /// Pixels to a CSS pixel, 1 to 4.
    pub density: f64,
    /// What its file says of itself.
    pub about: About,
}

/// A drawing that needs no script, with what its file says of itself.
pub struct StaticFigure {
    picture: Picture,
    scene: Scene,
    about: About,
    /// "trade-az"
    id: String,
}

impl StaticFigure {
    /// The figure that `state` names in the locale's language, `width` CSS pixels wide, 320 to 1600.
    ///
    /// Fails where the dataset is too large to be compiled.
    pub fn draw(
        data: &Dataset,
        state: &State,
        locale: &Locale,
        width: f64,
    ) -> Result<StaticFigure, String> {
        let theme = theme(state);
        let look = look(locale, &theme, width - 2.0 * MARGIN);
        let mut picture = Picture::new(data, state, look);
        if state.view == View::Table
            && let (Some(listing), _) = list(&picture.request(data, look))
        {
            picture.chart.scene = listing;
        }
        let scene = figure(&picture, &theme, &TableMeasure);
        StaticFigure::new((data, state, locale), picture, scene, "")
    }

    /// The same, `height` CSS pixels high; higher where the view needs more room.
    pub fn fitted(
        data: &Dataset,
        state: &State,
        locale: &Locale,
        (width, height): (f64, f64),
    ) -> Result<StaticFigure, String> {
        let tall = |plot| {
            let state = State { height: Some(plot), ..state.clone() };
            StaticFigure::draw(data, &state, locale, width)
        };
        let first = tall(height)?;
        // What the words around the plot take, the plot has to give.
        let mut figure = tall(2.0 * height - first.scene.height)?;
        figure.scene.height = figure.scene.height.max(height);
        Ok(figure)
    }

    /// A card for social media, 600 by 315 CSS pixels, to be drawn with two pixels to each.
    ///
    /// Fails where the dataset is too large to be compiled.
    pub fn social(data: &Dataset, state: &State, locale: &Locale) -> Result<StaticFigure, String> {
        let theme = theme(state);
        // The card tries widths of its own.
        let (picture, scene) = social(data, state, look(locale, &theme, 0.0));
        StaticFigure::new((data, state, locale), picture, scene, "-social")
    }

    fn new(
        (data, state, locale): (&Dataset, &State, &Locale),
        picture: Picture,
        scene: Scene,
        form: &str,
    ) -> Result<StaticFigure, String> {
        let fingerprint = match &*data.meta.fingerprint {
            "" => fingerprint(data).map_err(|error| error.to_string())?,
            known => known.to_owned(),
        };
        let about = About::new(data, &picture, locale, Some(fingerprint));
        let id = format!("{}-{}{form}", state.view.word(), locale.language.code());
        Ok(StaticFigure { picture, scene, about, id })
    }

    /// Which names only the publishers of its sources inside, for where a page beside it gives all.
    pub fn brief(mut self, data: &Dataset) -> StaticFigure {
        let language = self.about.language;
        let mut names: Vec<String> = Vec::new();
        for source in &data.sources {
            let publisher = source.publisher_in(language).to_owned();
            let begins = |text: &String| text.starts_with(&format!("{publisher},"));
            if self.about.sources.iter().any(begins) && !names.contains(&publisher) {
                names.push(publisher);
            }
        }
        self.about.sources = names;
        self
    }

    /// The chart in the figure, and its words.
    pub fn picture(&self) -> &Picture {
        &self.picture
    }

    /// What the figure shows, for those who do not see it.
    pub fn description(&self) -> &str {
        &self.about.description
    }

    /// Width and height in CSS pixels.
    pub fn size(&self) -> (u32, u32) {
        (self.scene.width as u32, self.scene.height as u32)
    }

    /// As an SVG document.
    pub fn svg(&self) -> String {
        let About { language, title, description, .. } = &self.about;
        svg(
            &self.scene,
            &Caption {
                id: &self.id,
                lang: language.code(),
                title,
                description,
                facts: &self.about.facts(),
            },
        )
    }

    /// What is drawn, as pictures with pixels are made of it.
    pub fn drawing(&self, density: f64) -> StaticDrawing {
        StaticDrawing { svg: self.svg(), density, about: self.about.clone() }
    }

    /// All letters of the drawing.
    pub fn letters(&self) -> String {
        let texts = self.scene.marks.iter().filter_map(|mark| match mark {
            Mark::Text { text, .. } => Some(text.as_str()),
            _ => None,
        });
        texts.collect()
    }
}

fn look<'a>(locale: &'a Locale, theme: &'a Theme, width: f64) -> Look<'a> {
    Look { locale, theme, measure: &TableMeasure, width }
}

/// Light unless dark is asked for: a file cannot ask its reader.
fn theme(state: &State) -> Theme {
    if state.theme == ThemeChoice::Dark { Theme::dark() } else { Theme::light() }
}
