//! What a reading says in words: headline, subtitle, footer, cards, speech, summary. Text only: it
//! claims no more than the records, and asks nothing of the data that the reading has not.

mod amount;
mod aside;
mod asides;
mod card;
mod citation;
mod describe;
mod few;
mod footer;
mod gaps;
mod headline;
mod headline_counts;
mod instead;
mod source;
mod speak;
mod subtitle;
mod summary;
mod within;

pub use amount::{full, short};
pub use aside::Aside;
pub use asides::asides;
pub use card::{Card, CardLine, Cited, Related, card};
pub use citation::citation;
pub use describe::{certainty, context, line, reporter, title, value, when};
pub use footer::footer;
pub use headline::headline;
pub use instead::instead;
pub use source::{
    evidence, locator, published, published_basis, publisher_and_title, source_link, source_name,
    source_title, title_basis,
};
pub use speak::speak;
pub use subtitle::subtitle;
pub use summary::{is_told, shows_figures, summary};

use crate::dataset::Dataset;
use crate::locale::Locale;
use crate::reading::Reading;

/// What is told, and in which language.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    /// The dataset that the reading is of.
    pub data: &'a Dataset,
    /// What is told.
    pub reading: &'a Reading,
    /// The language.
    pub locale: &'a Locale,
}

/// The words that stand around a chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Texts {
    /// The finding, one sentence; or the title that the page has given.
    pub headline: String,
    /// Measure, unit, scale.
    pub subtitle: String,
    /// Records that have no place on the axis, and what is left out.
    pub asides: Vec<Aside>,
    /// "Sources: …, and 18 more. Data 1.0, 21 Nov 2026."
    pub footer: String,
}

impl Texts {
    /// The words around the chart of a reading.
    pub fn new(telling: Telling) -> Texts {
        let title = telling.reading.state.title.clone();
        Texts {
            headline: title.unwrap_or_else(|| headline(telling)),
            subtitle: subtitle(telling),
            asides: asides(telling),
            footer: footer(telling),
        }
    }
}
