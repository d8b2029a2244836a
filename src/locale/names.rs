//! What partners are called where their dataset does not say it.

use super::{Language, Locale, fill};
use crate::dataset::{Dataset, LocalText};

/// Gives each partner its name by CLDR, and the phrases made of it, in those of the languages in
/// which the dataset has none; a group keeps the name that the package gave it.
pub fn name_partners(data: &mut Dataset, languages: &[Language]) {
    for locale in languages.iter().filter_map(|language| Locale::find(*language)) {
        let language = locale.language;
        for partner in &mut data.partners {
            let code = partner.code;
            let of_cldr = locale.country(code.as_str());
            if let Some(name) = of_cldr.filter(|_| !partner.name.has(language)) {
                partner.name.set(language, name);
            }
            if partner.name.is_empty() {
                partner.name.set(language, code.as_str());
            }
            let name = partner.name.get(language).to_owned();
            let phrase = |text: &mut LocalText, template: &str| {
                if !text.has(language) {
                    text.set(language, &fill(template, &[("name", &name)]));
                }
            };
            phrase(&mut partner.with, locale.words.with_name);
            phrase(&mut partner.by, locale.words.by_name);
        }
    }
}

/// The dataset's languages, then the program's own, each once.
pub fn spoken(data: &Dataset) -> Vec<Language> {
    let mut languages = data.meta.languages.clone();
    for language in Language::BUILT_IN {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    languages
}
