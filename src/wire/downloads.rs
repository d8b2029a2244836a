//! The words of the menu of downloads.

use super::Json;
use crate::locale::Locale;
use crate::view::State;

/// As JSON for the element.
pub fn downloads(state: &State, locale: &Locale) -> String {
    let words = locale.words;
    let references = match state.select {
        Some(_) => words.references_of_chosen,
        None => words.references,
    };
    let mut json = Json::new();
    json.object(|json| {
        for (key, name) in [
            ("picture", words.picture),
            ("data", words.figures_file),
            ("references", references),
            ("copyPicture", words.copy_picture),
            ("copyReference", words.copy_reference),
            ("copyLink", words.copy_link),
            ("copied", words.copied),
            ("refused", words.not_allowed),
            ("selected", words.selected),
            ("unsaved", words.unsaved),
        ] {
            json.key(key).string(name);
        }
    });
    json.finish()
}
