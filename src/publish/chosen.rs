//! One chart as somebody has chosen it: its picture, its table as a page, and what goes into an article.

use super::edition::Edition;
use super::edition_files::{DENSITY, SiteDrawing, SiteFile, WIDTH};
use super::html::{HtmlPage, escape};
use super::oembed::oembed;
use super::{Base, SOCIAL_DENSITY, StaticFigure};
use crate::dataset::Dataset;
use crate::locale::Locale;
use crate::table::table;
use crate::view::State;

/// The figure and its table in the locale's language as one page without files beside it.
pub fn page_alone(data: &Dataset, locale: &Locale, figure: &StaticFigure) -> String {
    let picture = figure.picture();
    let state = &picture.reading.state;
    let (base, title) = (&Base::relative(), &picture.texts.headline);
    let edition = Edition { view: state.view, language: locale.language, base, title, chart: None };
    HtmlPage {
        edition,
        data,
        locale,
        texts: &picture.texts,
        table: &table(picture.telling(data, locale), None, usize::MAX),
        summary: figure.description(),
        size: figure.size(),
        inline: Some(&figure.svg()),
    }
    .write()
}

/// The texts of the chart in the locale's language, and the drawings that its pictures are made of,
/// each with its path: `static/chart.<lang>.svg`, `.png`, `.social.png`, `.html` and `.snippet.html`,
/// and `oembed/chart.<lang>.json`.
///
/// Fails where the dataset is too large to be compiled.
pub fn chosen_files(
    data: &Dataset,
    base: &Base,
    state: &State,
    locale: &Locale,
) -> Result<(Vec<SiteFile>, Vec<SiteDrawing>), String> {
    let state = State { language: locale.language, ..state.clone() };
    let figure = StaticFigure::draw(data, &state, locale, WIDTH)?.brief(data);
    let card = StaticFigure::social(data, &state, locale)?.brief(data);
    let (texts, query) = (&figure.picture().texts, state.query());
    let edition = Edition {
        view: state.view,
        language: locale.language,
        base,
        title: &texts.headline,
        chart: Some(&query),
    };
    let page = HtmlPage {
        edition,
        data,
        locale,
        texts,
        table: &table(figure.picture().telling(data, locale), None, usize::MAX),
        summary: figure.description(),
        size: figure.size(),
        inline: None,
    };
    let name = edition.name();
    let drawings = vec![
        (format!("static/{name}.png"), figure.drawing(DENSITY)),
        (edition.card(), card.drawing(SOCIAL_DENSITY)),
    ];
    let files = vec![
        (format!("static/{name}.svg"), figure.svg().into_bytes()),
        (format!("static/{name}.html"), page.write().into_bytes()),
        (format!("static/{name}.snippet.html"), snippet(&edition, &state, &figure).into_bytes()),
        (format!("oembed/{name}.json"), oembed(&edition, figure.size().1).into_bytes()),
    ];
    Ok((files, drawings))
}

/// The script and the element, with the same chart as a picture inside that leads to its table.
fn snippet(edition: &Edition, state: &State, figure: &StaticFigure) -> String {
    let (base, name) = (edition.base, edition.name());
    let mut attributes = String::new();
    for attribute in State::ATTRIBUTES {
        let own = if *attribute == "lang" { None } else { state.get(attribute) };
        if let Some(value) = own {
            attributes += &format!(" {attribute}=\"{}\"", escape(&value));
        }
    }
    let (width, height) = figure.size();
    format!(
        "<script src=\"{}\" async></script>\n\
         <bilateral-chart{attributes} lang=\"{}\"><a href=\"{}\"><img src=\"{}\" width=\"{width}\" \
         height=\"{height}\" alt=\"{}\"></a></bilateral-chart>\n",
        escape(&base.of("bilateral.js")),
        edition.language.code(),
        escape(&base.of(&format!("static/{name}.html"))),
        escape(&base.of(&format!("static/{name}.png"))),
        escape(figure.description()),
    )
}
