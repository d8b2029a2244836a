//! Languages of a package that nothing can be told in.

use super::{Language, LanguageSource, Locale, languages_of};
use crate::dataset::{Dataset, Diagnostic, Folder, Place, Severity};

/// A warning for each language of a package that nothing can be told in, as neither the package nor
/// the program has words in it.
pub fn without_words(
    data: &Dataset,
    folder: &(impl Folder + ?Sized),
    words: &[LanguageSource],
) -> Vec<Diagnostic> {
    let is_known = |language: &Language| {
        words.iter().any(|one| one.code == language.code()) || Locale::find(*language).is_some()
    };
    let unknown = languages_of(data).into_iter().filter(|language| !is_known(language));
    let warning = |language: Language| {
        let code = language.code();
        let file = format!("words/{code}.csv");
        let place = Place::File { file: folder.label(&file), line: 0, column: 0 };
        let what = format!("texts in {code}, but no words of the interface in it");
        let hint = format!("add {file}: until then no chart is told in {code}");
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(place, what, hint) }
    };
    unknown.map(warning).collect()
}
