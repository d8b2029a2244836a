//! One view in one language: what is published of it besides the widget.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::edition::Edition;
use super::figure::StaticDrawing;
use super::html::HtmlPage;
use super::linked_data::DATASET;
use super::oembed::oembed;
use super::{Base, SOCIAL_DENSITY, StaticFigure};
use crate::dataset::Dataset;
use crate::export::whole;
use crate::locale::Locale;
use crate::table::table;
use crate::view::{State, View};

/// CSS pixels of a static figure: as wide as a column of text.
pub(super) const WIDTH: f64 = 640.0;
/// Pixels to each: sharp on a telephone. The table, whose page beside it is sharper, has one.
pub(super) const DENSITY: f64 = 1.25;

/// A file: its path from the folder of all, and its bytes.
pub type SiteFile = (String, Vec<u8>);

/// A picture that has no pixels yet: the path of its file, and what is drawn.
pub type SiteDrawing = (String, StaticDrawing);

/// The texts of one view in one language, and the drawings that its pictures are made of, each with
/// its path.
///
/// Fails where the dataset is too large to be compiled.
pub fn edition_files(
    data: &Dataset,
    base: &Base,
    view: View,
    locale: &Locale,
) -> Result<(Vec<SiteFile>, Vec<SiteDrawing>), String> {
    let language = locale.language;
    let state = State { view, language, ..State::default() };
    let figure = StaticFigure::draw(data, &state, locale, WIDTH)?.brief(data);
    let title = &figure.picture().texts.headline;
    let edition = Edition { view, language, base, title, chart: None };
    let page = HtmlPage {
        edition,
        data,
        locale,
        texts: &figure.picture().texts,
        table: &table(figure.picture().telling(data, locale), None, usize::MAX),
        summary: figure.description(),
        size: figure.size(),
        inline: None,
    };
    let name = edition.name();
    let density = if view == View::Table { 1.0 } else { DENSITY };
    let mut drawings = vec![(format!("static/{name}.png"), figure.drawing(density))];
    if view != View::Table {
        let card = StaticFigure::social(data, &state, locale)?.brief(data);
        drawings.push((edition.card(), card.drawing(SOCIAL_DENSITY)));
    }
    let files = vec![
        (format!("static/{name}.svg"), figure.svg().into_bytes()),
        (format!("static/{name}.html"), page.write().into_bytes()),
        (format!("oembed/{name}.json"), oembed(&edition, figure.size().1).into_bytes()),
    ];
    Ok((files, drawings))
}

/// The dataset in the contract's JSON form, packed by gzip.
pub fn dataset_file(data: &Dataset) -> SiteFile {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(whole(data).as_bytes()).and_then(|()| encoder.finish());
    (DATASET.to_owned(), written.expect("memory takes all bytes"))
}
