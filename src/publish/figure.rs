//! A whole figure: words and chart in one drawing, as SVG or PNG.

use super::About;
use super::font::missing;
use super::png::png;
use crate::chart::{self, Request};
use crate::dataset::Dataset;
use crate::paint::{Caption, svg};
use crate::scene::{Mark, Scene};
use crate::text::TableMeasure;
use crate::theme::Theme;
use crate::view::{State, ThemeChoice, Words};

pub struct Figure {
    scene: Scene,
    about: About,
    /// "trade-az"
    id: String,
}

impl Figure {
    /// The figure that `state` names, `width` CSS pixels wide, 320 to 1600.
    ///
    /// Fails where the dataset is too large to be compiled.
    pub fn draw(data: &Dataset, state: &State, width: f64) -> Result<Figure, String> {
        let theme = theme(state);
        let chart = chart::draw(&Request {
            data,
            state,
            theme: &theme,
            measure: &TableMeasure,
            width: width - 2.0 * chart::MARGIN,
            focus: state.select.as_deref(),
        });
        let about = About::new(data, &chart, state.language).map_err(|error| error.to_string())?;
        let scene = chart::figure(&chart, &theme, &TableMeasure);
        Ok(Figure { scene, about, id: id(state) })
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

    /// As a PNG file with `density` pixels to a CSS pixel, 1 to 4.
    ///
    /// Fails where the picture would not fit into memory.
    pub fn png(&self, density: u32) -> Result<Vec<u8>, String> {
        png(&self.svg(), density, &self.about)
    }

    /// The characters that a PNG file cannot show, as the font has no shape for them.
    pub fn missing(&self) -> Vec<char> {
        let texts = self.scene.marks.iter().filter_map(|mark| match mark {
            Mark::Text { text, .. } => Some(text.as_str()),
            _ => None,
        });
        missing(&texts.collect::<String>())
    }
}

/// Light unless dark is asked for: a file cannot ask its reader.
fn theme(state: &State) -> Theme {
    if state.theme == ThemeChoice::Dark { Theme::dark() } else { Theme::light() }
}

fn id(state: &State) -> String {
    format!("{}-{}", state.view.word(), state.language.code())
}
