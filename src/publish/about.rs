//! What a file says of itself: its title, its sources, and which dataset it was drawn from.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::chart::Chart;
use crate::dataset::{CodecError, Dataset, Edtf, Language, Source};

/// The facts that travel inside SVG and PNG files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    pub language: Language,
    pub title: String,
    pub description: String,
    /// "Publisher, 2023-05-11, https://…"
    pub sources: Vec<String>,
    /// Name and version of the dataset.
    pub dataset: String,
    pub license: String,
    /// SHA-256 of the compiled dataset, as in build.json.
    pub fingerprint: String,
}

impl About {
    /// Of a chart drawn from `data`.
    pub fn new(
        data: &Dataset,
        chart: &Chart,
        description: String,
        language: Language,
    ) -> Result<About, CodecError> {
        Ok(About {
            language,
            title: chart.headline.clone(),
            description,
            sources: cited(data, chart).into_iter().map(reference).collect(),
            dataset: format!("{} {}", data.meta.name, data.meta.version),
            license: data.meta.license.clone(),
            fingerprint: fingerprint(data)?,
        })
    }

    /// As elements of Dublin Core.
    pub fn facts(&self) -> Vec<(&'static str, String)> {
        let mut facts = vec![
            ("title", self.title.clone()),
            ("description", self.description.clone()),
            ("language", self.language.code().to_owned()),
            ("relation", self.dataset.clone()),
            ("identifier", format!("sha256:{}", self.fingerprint)),
            ("rights", self.license.clone()),
        ];
        facts.extend(self.sources.iter().map(|source| ("source", source.clone())));
        facts
    }

    /// As text chunks of a PNG file: keyword and text.
    pub fn chunks(&self) -> Vec<(&'static str, String)> {
        vec![
            ("Title", self.title.clone()),
            ("Description", self.description.clone()),
            ("Source", self.sources.join("\n")),
            ("Copyright", self.license.clone()),
            ("Dataset", format!("{} sha256:{}", self.dataset, self.fingerprint)),
            ("Software", concat!("bilateral ", env!("CARGO_PKG_VERSION")).to_owned()),
        ]
    }
}

/// SHA-256 of the compiled dataset in lower-case hexadecimal.
pub fn fingerprint(data: &Dataset) -> Result<String, CodecError> {
    Ok(sha256(&data.to_bytes()?))
}

/// In lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to a string cannot fail");
        text
    })
}

/// The sources of what the chart shows, in the dataset's order.
fn cited<'a>(data: &'a Dataset, chart: &Chart) -> Vec<&'a Source> {
    let drawn = chart.scene.targets.iter().flat_map(|target| &target.records);
    let beside = chart.asides.iter().flat_map(|aside| &aside.records);
    let listed = chart.list.iter().map(|entry| &entry.record);
    let mut cited = vec![false; data.sources.len()];
    for id in drawn.chain(beside).chain(listed) {
        for citation in data.record(id).into_iter().flat_map(|record| &record.citations) {
            if let Some(cited) = cited.get_mut(usize::from(citation.source)) {
                *cited = true;
            }
        }
    }
    let kept = data.sources.iter().zip(cited).filter(|(_, cited)| *cited);
    kept.map(|(source, _)| source).collect()
}

/// "Publisher, 2023-05-11, https://…"; the title where there is no address.
fn reference(source: &Source) -> String {
    let place = source.url.as_ref().or(source.file.as_ref());
    let title = place.is_none().then_some(&source.title).filter(|title| !title.is_empty());
    let published = source.published.as_ref().map(Edtf::print);
    let parts = [Some(source.publisher.clone()), title.cloned(), published, place.cloned()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
