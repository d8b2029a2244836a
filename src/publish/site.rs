//! All that is published of a dataset besides the widget: each view in each language.

use std::io::Write;
use std::thread;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::edition::Edition;
use super::html::HtmlPage;
use super::linked_data::DATASET;
use super::oembed::oembed;
use super::{Base, SOCIAL_DENSITY, StaticFigure};
use crate::dataset::Dataset;
use crate::export::whole;
use crate::locale::Locale;
use crate::table::table;
use crate::view::{Keyword, State, View};

/// CSS pixels of a static figure: as wide as a column of text.
pub(super) const WIDTH: f64 = 640.0;
/// Pixels to each: sharp on a telephone. The table, whose page beside it is sharper, has one.
pub(super) const DENSITY: f64 = 1.5;

/// A file: its path from the folder of all, and its bytes.
pub type SiteFile = (String, Vec<u8>);

/// `static/<view>.<lang>.svg`, `.png`, `.social.png` and `.html`, and
/// `oembed/<view>.<lang>.json` in each of the locales, and the dataset as JSON, sorted by path.
///
/// Fails where the dataset is too large to be compiled.
pub fn site(data: &Dataset, locales: &[Locale], base: &Base) -> Result<Vec<SiteFile>, String> {
    let editions = |locale: &Locale| {
        let views = View::ALL.iter();
        views.map(|view| files(data, base, *view, locale)).collect::<Vec<_>>()
    };
    let made = thread::scope(|scope| {
        let threads = locales.iter().map(|locale| scope.spawn(move || editions(locale)));
        let threads: Vec<_> = threads.collect();
        let join =
            |thread: thread::ScopedJoinHandle<_>| thread.join().expect("drawing does not panic");
        threads.into_iter().map(join).collect::<Vec<_>>()
    });
    let made: Result<Vec<Vec<SiteFile>>, String> = made.into_iter().flatten().collect();
    let mut files: Vec<SiteFile> = made?.into_iter().flatten().collect();
    files.push((DATASET.to_owned(), gzip(whole(data).as_bytes())));
    files.sort();
    Ok(files)
}

fn files(
    data: &Dataset,
    base: &Base,
    view: View,
    locale: &Locale,
) -> Result<Vec<SiteFile>, String> {
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
    let card = StaticFigure::social(data, &state, locale)?.brief(data);
    Ok(vec![
        (format!("static/{name}.svg"), figure.svg().into_bytes()),
        (
            format!("static/{name}.png"),
            figure.png(if view == View::Table { 1.0 } else { DENSITY })?,
        ),
        (edition.card(), card.png(SOCIAL_DENSITY)?),
        (format!("static/{name}.html"), page.write().into_bytes()),
        (format!("oembed/{name}.json"), oembed(&edition, figure.size().1).into_bytes()),
    ])
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("memory takes all bytes")
}
