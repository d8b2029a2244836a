//! A checked language as the bytes that a module carries.

use super::pack::VERSION;
use super::plural::Forms;
use super::rows::TextRows;
use super::table::LanguageTable;
use super::texts::TextKind;
use super::words::Words;
use crate::dataset::{Dataset, LocalText, Unit, write_texts};

/// The prefixes of the keys whose texts are carried for the codes that are used.
const COUNTRY: [&str; 2] = ["country", "with"];
const CURRENCY: [&str; 3] = ["sign", "currency_name", "currency_alone"];

/// Which countries and currencies a module names.
#[derive(Clone, Debug)]
pub enum Used {
    /// Those of any dataset.
    All,
    /// Those of one dataset.
    Codes {
        /// ISO 3166-1 alpha-2.
        countries: Vec<String>,
        /// ISO 4217.
        currencies: Vec<String>,
    },
}

/// Every key of the words and of CLDR's table in the order in which they are packed, and whether a
/// language may lack it.
pub(super) fn keys() -> impl Iterator<Item = (String, bool)> {
    let one = |(name, kind): &(&'static str, TextKind)| match kind {
        TextKind::One => vec![(String::from(*name), false)],
        TextKind::Forms => Forms::CATEGORIES.map(|one| (format!("{name}.{one}"), true)).to_vec(),
        TextKind::List(words) => {
            words.iter().map(|word| (format!("{name}.{word}"), false)).collect()
        }
    };
    Words::FIELDS.iter().chain(LanguageTable::FIELDS).flat_map(one)
}

/// Whether `key` names a country or a currency by its code.
pub(super) fn is_name(key: &str) -> bool {
    let capitals = |code: &str| code.bytes().all(|letter| letter.is_ascii_uppercase());
    key.split_once('.').is_some_and(|(prefix, code)| {
        let of = [(2, &COUNTRY[..]), (3, &CURRENCY[..])];
        let length = of.into_iter().find(|of| of.1.contains(&prefix));
        length.is_some_and(|of| code.len() == of.0) && capitals(code)
    })
}

/// The packed form of a language whose texts stand in `sources`, the first that has a key first.
pub fn compile(sources: &[TextRows], used: &Used) -> Vec<u8> {
    let text = |key: &str| sources.iter().find_map(|rows| rows.get(key)).unwrap_or_default();
    let mut texts: Vec<&str> = keys().map(|(key, _)| text(&key)).collect();
    let mut names: Vec<&str> =
        sources.iter().flat_map(|rows| rows.iter()).map(|(key, _)| key).collect();
    names.retain(|key| is_name(key) && used.has(key));
    names.sort_unstable();
    names.dedup();
    for key in names {
        texts.extend([key, text(key)]);
    }
    let mut packed = VERSION.to_vec();
    packed.extend(write_texts(texts.into_iter()));
    packed
}

impl Used {
    /// What a dataset names that it does not say itself: countries without a name, and currencies.
    pub fn of(data: &Dataset) -> Used {
        let reporting = data.meta.reporting.as_str().to_owned();
        let nameless = data.partners.iter().filter(|one| one.name == LocalText::default());
        let mut countries: Vec<String> =
            nameless.map(|one| one.code.as_str().to_owned()).chain([reporting]).collect();
        countries.retain(|code| {
            !data
                .partners
                .iter()
                .any(|one| one.code.as_str() == code && one.name != LocalText::default())
        });
        let mut currencies: Vec<String> = Vec::new();
        for figure in &data.figures {
            if let Unit::Currency(_) = figure.unit
                && !currencies.iter().any(|code| code == data.unit_key(&figure.unit))
            {
                currencies.push(data.unit_key(&figure.unit).to_owned());
            }
        }
        Used::Codes { countries, currencies }
    }

    fn has(&self, key: &str) -> bool {
        let Used::Codes { countries, currencies } = self else { return true };
        key.split_once('.').is_some_and(|(prefix, code)| {
            // A page's own data may be of any country: the browser names it, and knows no article.
            if prefix == "with" {
                return true;
            }
            let codes = if code.len() == 2 { countries } else { currencies };
            codes.iter().any(|used| used == code)
        })
    }
}
