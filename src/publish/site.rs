//! All that is published of a dataset besides the widget: each view in each language.

use std::path::Path;
use std::thread;

use super::edition_files::{SiteFile, dataset_file, edition_files};
use super::png::png;
use super::{Base, Template, Told, pack_into};
use crate::dataset::Dataset;
use crate::locale::Locale;
use crate::view::{Keyword, View};

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
    files.push(dataset_file(data));
    files.sort();
    Ok(files)
}

/// A whole `pkg/` of a dataset, made from the one in a folder.
///
/// Fails where a file of that is missing or was built by another version.
pub fn pack(told: &Told, template: &Path, base: &Base) -> Result<Vec<SiteFile>, String> {
    let template = Template::read(template)?;
    pack_into(told, &template, base, site(&told.data, &told.locales(), base)?)
}

/// The files of one view in one language.
fn files(
    data: &Dataset,
    base: &Base,
    view: View,
    locale: &Locale,
) -> Result<Vec<SiteFile>, String> {
    let (mut files, drawings) = edition_files(data, base, view, locale)?;
    for (name, drawing) in drawings {
        files.push((name, png(&drawing)?));
    }
    Ok(files)
}
