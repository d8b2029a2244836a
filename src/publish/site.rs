//! All that is published of a dataset besides the widget: each view in each language.

use std::path::Path;
use std::thread;

use super::edition_files::{SiteDrawing, SiteFile, dataset_file, edition_files};
use super::png::png;
use super::{Base, Template, Told, chosen_files, pack_into};
use crate::dataset::Dataset;
use crate::locale::Locale;
use crate::view::{Keyword, State, View};

/// `static/<view>.<lang>.svg`, `.png`, but for the table `.social.png`, and `.html`, and
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
    files.push(dataset_file(data));
    files.sort();
    Ok(files)
}

/// A whole `pkg/` of a dataset, made from the one in a folder, with the files of a chart that was
/// chosen.
///
/// Fails where a file of that is missing or was built by another version.
pub fn pack(
    told: &Told,
    template: &Path,
    base: &Base,
    chosen: Vec<SiteFile>,
) -> Result<Vec<SiteFile>, String> {
    let template = Template::read(template)?;
    let mut files = site(&told.data, &told.locales(), base)?;
    files.extend(chosen);
    pack_into(told, &template, base, files)
}

/// A chart as somebody has chosen it: `static/chart.<lang>.svg`, `.png`, `.social.png`, `.html` and
/// `.snippet.html`, and `oembed/chart.<lang>.json`, in each of the locales.
///
/// Fails where the dataset is too large to be compiled.
pub fn chosen(
    data: &Dataset,
    state: &State,
    locales: &[Locale],
    base: &Base,
) -> Result<Vec<SiteFile>, String> {
    let made = locales.iter().map(|locale| drawn(chosen_files(data, base, state, locale)?));
    Ok(made.collect::<Result<Vec<_>, String>>()?.concat())
}

/// The files of one view in one language.
fn files(
    data: &Dataset,
    base: &Base,
    view: View,
    locale: &Locale,
) -> Result<Vec<SiteFile>, String> {
    drawn(edition_files(data, base, view, locale)?)
}

/// The files, with the pictures as PNG.
fn drawn(
    (mut files, drawings): (Vec<SiteFile>, Vec<SiteDrawing>),
) -> Result<Vec<SiteFile>, String> {
    for (name, drawing) in drawings {
        files.push((name, png(&drawing)?));
    }
    Ok(files)
}
