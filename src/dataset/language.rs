//! The five languages, and texts that exist in each of them.

/// A language of the interface and of the dataset's texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    #[default]
    En,
    Az,
    Ru,
    Kk,
    Tg,
}

impl Language {
    /// In the order in which [`LocalText`] stores its texts.
    pub const ALL: [Language; 5] =
        [Language::En, Language::Az, Language::Ru, Language::Kk, Language::Tg];

    /// The BCP 47 code, for example `az`.
    pub fn code(self) -> &'static str {
        ["en", "az", "ru", "kk", "tg"][self as usize]
    }

    /// The language of a BCP 47 tag (`az`, `ru-RU`), or none where it is not one of the five.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        Language::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(primary))
    }
}

/// A text in up to five languages; a missing one is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocalText(pub [String; 5]);

impl LocalText {
    /// The text in `language`, else in English, else in the first language that has one.
    pub fn get(&self, language: Language) -> &str {
        let texts = &self.0;
        let wanted = &texts[language as usize];
        if !wanted.is_empty() {
            return wanted;
        }
        texts.iter().find(|text| !text.is_empty()).map_or("", |text| text.as_str())
    }
}
