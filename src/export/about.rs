//! What a file says of itself: its title, its sources, and which dataset it was drawn from.

use crate::dataset::{Dataset, Edtf, Language, Source};
use crate::locale::{Locale, append};
use crate::reading::records;
use crate::table::cited;
use crate::widget::Picture;

/// The facts that travel inside SVG and PNG files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The language of its words.
    pub language: Language,
    /// The headline of the chart.
    pub title: String,
    /// The chart in a few sentences.
    pub description: String,
    /// "Publisher, 2023-05-11, https://…"
    pub sources: Vec<String>,
    /// Name and version of the dataset, and whether it was packed or the page gave it.
    pub dataset: String,
    /// The name of the dataset's licence; empty where it states none.
    pub license: String,
    /// SHA-256 of the compiled dataset, as in build.json; none where the page gave its own.
    pub fingerprint: Option<String>,
    /// The state as the query of a URL.
    pub state: String,
}

impl About {
    /// Of a chart drawn from `data`.
    pub fn new(
        data: &Dataset,
        picture: &Picture,
        locale: &Locale,
        fingerprint: Option<String>,
    ) -> About {
        let mut sources = Vec::new();
        for source in cited(&records(data, &picture.reading)) {
            sources.push(reference(&data.sources[source as usize], locale.language));
        }
        About {
            language: locale.language,
            title: picture.texts.headline.clone(),
            description: picture.summary(data, locale),
            sources,
            dataset: [
                data.meta.name.as_str(),
                if data.meta.version.is_empty() { "" } else { " " },
                &data.meta.version,
                // Nothing computes the fingerprint again in the page.
                if fingerprint.is_some() { ", as packed" } else { ", given by the page" },
            ]
            .concat(),
            license: data.meta.license.clone(),
            fingerprint,
            state: picture.reading.state.query(),
        }
    }

    /// As elements of Dublin Core.
    pub fn facts(&self) -> Vec<(&'static str, String)> {
        let mut facts = vec![
            ("title", self.title.clone()),
            ("language", self.language.code().to_owned()),
            ("relation", self.dataset.clone()),
            ("rights", self.license.clone()),
        ];
        if let Some(fingerprint) = &self.fingerprint {
            facts.push(("identifier", ["sha256:", fingerprint].concat()));
        }
        for source in &self.sources {
            facts.push(("source", source.clone()));
        }
        facts
    }

    /// As text chunks of a PNG file: keyword and text.
    pub fn chunks(&self) -> Vec<(&'static str, String)> {
        let mut dataset = self.dataset.clone();
        append(&mut dataset, " sha256:", self.fingerprint.as_deref().unwrap_or(""));
        vec![
            ("Title", self.title.clone()),
            ("Description", self.description.clone()),
            ("Source", self.sources.join("\n")),
            ("Copyright", self.license.clone()),
            ("Dataset", dataset),
            ("State", self.state.clone()),
            ("Software", concat!("bilateral ", env!("CARGO_PKG_VERSION")).to_owned()),
        ]
    }
}

/// "Publisher, 2023-05-11, https://…"; the title where there is no address.
fn reference(source: &Source, language: Language) -> String {
    let mut text = source.publisher_in(language).to_owned();
    let place = source.url.as_ref().or(source.file.as_ref());
    if place.is_none() {
        append(&mut text, ", ", &source.title);
    }
    append(&mut text, ", ", &source.published.as_ref().map(Edtf::print).unwrap_or_default());
    append(&mut text, ", ", place.map_or("", String::as_str));
    text
}
