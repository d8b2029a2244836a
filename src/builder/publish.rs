//! All that a page, a content system or a bundler is given, as one archive.

use std::collections::VecDeque;

use serde_json::{Value, json};

use super::package::zip;
use super::refusals::{self, unmade};
use super::workshop::Workshop;
use crate::dataset::Language;
use crate::export::with_texts;
use crate::import::Saying;
use crate::locale::Locale;
use crate::publish::{
    Base, SiteDrawing, SiteFile, Template, Told, chosen_files, dataset_file, edition_files,
    pack_into,
};
use crate::view::{Keyword, State, View};

/// A widget that is being published: its editions are made one by one, so that the page can draw
/// their pictures and stays alive between them.
pub struct Publication {
    told: Told,
    base: Base,
    locales: Vec<Locale>,
    /// The chart as it was chosen.
    chart: State,
    /// What is made, with the number of its locale: a view, or the chart as it was chosen.
    waiting: VecDeque<(Option<View>, usize)>,
    drawings: Vec<SiteDrawing>,
    files: Vec<SiteFile>,
}

impl Publication {
    /// In `languages`, codes parted by spaces, those of the package where there are none; `base` is
    /// the address of the folder, or empty; `chart` is the query of the chart as it was chosen.
    ///
    /// # Errors
    ///
    /// Where there is no dataset yet, or it has no words in a language.
    pub fn new(
        workshop: &Workshop,
        languages: &str,
        base: &str,
        chart: &str,
    ) -> Result<Publication, Saying> {
        let (data, words) = workshop.checked().ok_or(refusals::FAULTS)?;
        let wanted: Vec<Language> =
            languages.split_whitespace().filter_map(Language::from_tag).collect();
        let has_words = |one: &Language| {
            words.iter().any(|source| source.code == one.code()) || Locale::find(*one).is_some()
        };
        if let Some(language) = wanted.iter().find(|one| !has_words(one)) {
            return Err(Saying::of(refusals::NO_WORDS).text("code", language.code()));
        }
        let wanted = (!wanted.is_empty()).then_some(wanted.as_slice());
        let told = Told::new(data.clone(), wanted, words).map_err(unmade)?;
        let no_address = |_| Saying::of(refusals::NO_ADDRESS).text("address", base);
        let base = match base.is_empty() {
            true => Base::relative(),
            false => Base::parse(base).map_err(no_address)?,
        };
        let locales = told.locales();
        let (chart, _) = State::from_query(chart);
        let all = || View::ALL.iter().copied().map(Some).chain([None]);
        let waiting = (0..locales.len()).flat_map(|at| all().map(move |what| (what, at))).collect();
        let files = vec![dataset_file(&told.data)];
        Ok(Publication { told, base, locales, chart, waiting, drawings: Vec::new(), files })
    }

    /// Makes the next edition: `[{name, svg, density}, …]`, pictures that are to be drawn; none after
    /// the last.
    ///
    /// # Errors
    ///
    /// Where the dataset is too large to be compiled.
    pub fn edition(&mut self) -> Result<Option<Value>, Saying> {
        let Some((what, at)) = self.waiting.pop_front() else { return Ok(None) };
        let (data, locale) = (&self.told.data, &self.locales[at]);
        let (files, drawings) = match what {
            Some(view) => edition_files(data, &self.base, view, locale),
            None => chosen_files(data, &self.base, &self.chart, locale),
        }
        .map_err(unmade)?;
        self.files.extend(files);
        let pictures = drawings.iter().map(|(name, drawing)| {
            json!({ "name": name, "svg": drawing.svg, "density": drawing.density })
        });
        let pictures = pictures.collect();
        self.drawings.extend(drawings);
        Ok(Some(pictures))
    }

    /// Takes a picture that was drawn, as PNG, or another file.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        let drawing = self.drawings.iter().find(|(known, _)| known == name);
        let bytes = match drawing {
            Some((_, drawing)) => with_texts(bytes, &drawing.about.chunks()),
            None => bytes.to_vec(),
        };
        self.files.push((name.to_owned(), bytes));
    }

    /// The archive, made from the files of the chart's own `pkg/`, and `[[name, bytes], …]`.
    ///
    /// # Errors
    ///
    /// Where the template is damaged.
    pub fn finish(self, template: &Template) -> Result<(Vec<u8>, Value), Saying> {
        let files = pack_into(&self.told, template, &self.base, self.files).map_err(unmade)?;
        let sizes = files.iter().map(|(name, bytes)| json!([name, bytes.len()])).collect();
        Ok((zip(&files).map_err(unmade)?, sizes))
    }
}
