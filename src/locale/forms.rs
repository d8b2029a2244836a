//! What a package need not say: names of countries and their phrases, and which languages it speaks.

use super::{Language, Locale, fill};
use crate::dataset::{Code, Dataset, LocalText, Partner};

/// Gives each partner a name, a phrase with "with" and one with "by" in the locale's language, where
/// the dataset has none: CLDR's name, else the code, in the language's own templates.
pub fn complete(data: &mut Dataset, locale: &Locale) {
    let language = locale.language;
    let words = locale.words;
    for partner in &mut data.partners {
        let code = partner.code;
        let (with_name, by_name) = match code.is_group() {
            true => (words.with_group, words.by_group),
            false => (words.with_name, words.by_name),
        };
        if !partner.name.has(language) {
            let other = partner.name.get(language);
            let usual = if other.is_empty() { code.as_str() } else { other };
            let name = locale.country(code.as_str()).unwrap_or(usual).to_owned();
            name_country(partner, locale, &name);
        }
        let name = partner.name.get(language);
        if !partner.with.has(language) {
            let with = usual_phrase(locale, code, name);
            let with = with.map_or_else(|| fill(with_name, &[("name", name)]), str::to_owned);
            partner.with.set(language, &with);
        }
        if !partner.by.has(language) {
            let by = fill(by_name, &[("name", super::words::in_text(locale, partner))]);
            partner.by.set(language, &by);
        }
    }
}

/// Gives a partner that a package leaves unnamed its usual name, and its phrase where the language has one.
pub fn name_country(partner: &mut Partner, locale: &Locale, name: &str) {
    partner.name.set(locale.language, name);
    if let Some(with) = locale.named("with.", partner.code.as_str())
        && !partner.with.has(locale.language)
    {
        partner.with.set(locale.language, with);
    }
}

/// The language's own phrase of a country, where that is called as it usually is: a package may call
/// it otherwise. A module has not the names of all countries, but an article and a name tell one.
fn usual_phrase(locale: &Locale, code: Code, name: &str) -> Option<&'static str> {
    let with = locale.named("with.", code.as_str())?;
    let within = super::words::name_within(locale, with).unwrap_or_default();
    let behind_article = within.split_once(' ').map(|(_, name)| name);
    let is_usual = locale.country(code.as_str()) == Some(name) || behind_article == Some(name);
    is_usual.then_some(with)
}

/// The languages in which a dataset can be told whole: those that it has titles, notes or labels in;
/// all of its languages where it has none of these.
pub fn languages_of(data: &Dataset) -> Vec<Language> {
    let mut languages = data.meta.languages.clone();
    if has_texts(data) {
        languages.retain(|language| any_text(data, &|text| text.has(*language)));
    }
    if languages.is_empty() {
        languages.push(Language::default());
    }
    languages
}

/// Whether a dataset has titles, notes or labels, in whatever language.
pub fn has_texts(data: &Dataset) -> bool {
    any_text(data, &|text| !text.is_empty())
}

fn any_text(data: &Dataset, is: &dyn Fn(&LocalText) -> bool) -> bool {
    data.events.iter().any(|event| is(&event.title))
        || data.projects.iter().any(|project| is(&project.title))
        || data.terms.iter().any(|term| is(&term.label))
        || data.notes.iter().any(is)
}

/// The language in which a dataset is told to who wants another: whole in one, never mixed; and
/// whether it is another. One without texts is told in any.
pub fn language_for(data: &Dataset, wanted: Language) -> (Language, bool) {
    let languages = languages_of(data);
    match languages.contains(&wanted) || !has_texts(data) {
        true => (wanted, false),
        false => (languages[0], true),
    }
}
