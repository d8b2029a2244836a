//! What the page form shows where scripts do not run.

use super::SiteFile;
use crate::dataset::Language;

/// Between these a page has what is shown without scripts.
const NO_SCRIPT: [&str; 2] = ["<noscript>", "</noscript>"];

/// The page with the chart that was chosen, or else the first view, in the first of its languages
/// with what it shows, and a link to it in each other one: without scripts nothing reads from the
/// address which is wanted.
///
/// As it is where `files` have no such picture.
pub fn with_figures(page: &str, languages: &[Language], files: &[SiteFile]) -> String {
    filled(page, languages, files).unwrap_or_else(|| page.to_owned())
}

fn filled(page: &str, languages: &[Language], files: &[SiteFile]) -> Option<String> {
    let (first, others) = languages.split_first()?;
    let code = first.code();
    let of = |stem: &str, code: &str| {
        let name = format!("static/{stem}.{code}.svg");
        let (_, svg) = files.iter().find(|(file, _)| *file == name)?;
        str::from_utf8(svg).ok()
    };
    let (stem, svg) =
        ["chart", "story"].into_iter().find_map(|stem| Some((stem, of(stem, code)?)))?;
    let (title, shown) = (text(svg, "title")?, text(svg, "desc")?.replace('"', "&quot;"));
    let mut links = String::new();
    for code in others.iter().map(Language::code) {
        let Some(title) = of(stem, code).and_then(|svg| text(svg, "title")) else { continue };
        links += &format!(
            "<p lang=\"{code}\"><a hreflang=\"{code}\" href=\"static/{stem}.{code}.html\">{title}</a></p>"
        );
    }
    let (start, end) = (page.find(NO_SCRIPT[0])?, page.find(NO_SCRIPT[1])?);
    let head = page[..start]
        .replace("<html lang=\"en\">", &format!("<html lang=\"{code}\">"))
        .replace("oembed/story.en.json", &format!("oembed/{stem}.{code}.json"));
    Some(format!(
        "{head}{}<h1>{title}</h1><a href=\"static/{stem}.{code}.html\">\
         <img src=\"static/{stem}.{code}.svg\" width=\"100%\" alt=\"{shown}\"></a>{links}{}",
        NO_SCRIPT[0],
        &page[end..],
    ))
}

/// What the first such element of a picture says, escaped already.
fn text<'a>(svg: &'a str, element: &str) -> Option<&'a str> {
    let (_, rest) = svg.split_once(&format!("<{element} "))?;
    rest.split_once('>')?.1.split_once(&format!("</{element}>")).map(|(text, _)| text)
}
