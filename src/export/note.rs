//! What a reference says of a source that is not its own print.

use crate::dataset::Source;
use crate::locale::{Locale, append};
use crate::words::{published_basis, title_basis};

/// "title described, date inferred"
pub(super) fn bases(source: &Source, locale: &Locale) -> String {
    let mut text = title_basis(source, locale).to_owned();
    if source.published.is_some() {
        append(&mut text, ", ", published_basis(source, locale));
    }
    text
}
