//! What a page says of its dataset to machines: schema.org as JSON-LD.

use serde_json::{Value, json};

use crate::dataset::{Dataset, Day, Source};
use crate::locale::Locale;
use crate::words::source_title;

/// The dataset in the contract's JSON form, gzipped, by its path from the folder of all files.
pub const DATASET: &str = "static/dataset.json.gz";

const OPEN: &str = "<script type=\"application/ld+json\">";
const CLOSE: &str = "</script>";

/// An element that describes the dataset in the page's language, the sources that the page cites of it,
/// and where its JSON lies.
pub fn linked_data<'a>(
    data: &Dataset,
    cited: impl Iterator<Item = &'a Source>,
    address: &str,
    locale: &Locale,
) -> String {
    let meta = &data.meta;
    let languages: Vec<&str> = meta.languages.iter().map(|language| language.code()).collect();
    let mut about = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": meta.title_in(locale.language),
        "alternateName": meta.name,
        "license": meta.license,
        "inLanguage": languages,
        "citation": cited.map(|source| citation(source, locale)).collect::<Vec<_>>(),
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": "application/gzip",
            "contentUrl": address,
        },
    });
    if !meta.version.is_empty() {
        about["version"] = meta.version.as_str().into();
    }
    if let Some(created) = meta.created {
        about["dateModified"] = iso(created).into();
    }
    if !meta.fingerprint.is_empty() {
        about["identifier"] = format!("sha256:{}", meta.fingerprint).into();
    }
    // No text of the dataset may end the element, or begin a comment in it.
    let text = about.to_string().replace('<', "\\u003c").replace('&', "\\u0026");
    [OPEN, &text, CLOSE].concat()
}

/// The page form with such an element in place of the one that it has, else at the end of its head.
pub fn with_linked_data(page: &str, element: &str) -> String {
    let end_of = |start: usize| page[start..].find(CLOSE).map(|at| start + at + CLOSE.len());
    let known = page.find(OPEN).and_then(|start| Some((start, end_of(start)?)));
    let head = page.find("</head>").map(|at| (at, at));
    match known.or(head) {
        Some((start, end)) => [&page[..start], element, &page[end..]].concat(),
        None => page.to_owned(),
    }
}

/// A source by its address, which says the rest; one without an address in the words of its list.
fn citation(source: &Source, locale: &Locale) -> Value {
    match source.url.as_ref().filter(|url| is_web(url)) {
        Some(url) => url.as_str().into(),
        None => source_title(source, locale).into(),
    }
}

/// A link must not run what a dataset says.
pub(super) fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

fn iso(day: Day) -> String {
    let (year, month, day) = day.civil();
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Language;

    #[test]
    fn no_text_ends_the_element() {
        let mut data = Dataset::default();
        data.meta.title = "</script><script>alert(1)</script><!--".to_owned();
        let element =
            linked_data(&data, data.sources.iter(), "dataset.json", Locale::of(Language::EN));
        let inside = element.strip_prefix(OPEN).and_then(|rest| rest.strip_suffix(CLOSE));
        let inside = inside.expect("one element");
        assert!(!inside.contains('<'), "{inside}");
        let read: Value = serde_json::from_str(inside).expect("JSON");
        assert_eq!(read["name"], data.meta.title.as_str());
    }

    #[test]
    fn a_page_has_one_such_element() {
        let page = "<head><title>x</title></head><script>f()</script>";
        let [first, second] = ["a", "b"].map(|text| [OPEN, text, CLOSE].concat());
        let once = with_linked_data(page, &first);
        assert_eq!(once, format!("<head><title>x</title>{first}</head><script>f()</script>"));
        let twice = with_linked_data(&once, &second);
        assert_eq!(twice, format!("<head><title>x</title>{second}</head><script>f()</script>"));
    }
}
