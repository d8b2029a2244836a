//! The languages, and texts that exist in each of them.

macro_rules! languages {
    ($default:ident = $english:literal, $($name:ident = $code:literal),+ $(,)?) => {
        /// A language of the interface and of the dataset's texts.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub enum Language { #[default] $default, $($name),+ }

        impl Language {
            /// In the order in which [`LocalText`] stores its texts.
            pub const ALL: [Language; Language::COUNT] =
                [Language::$default, $(Language::$name),+];
            /// BCP 47 codes, in the order of [`Language::ALL`].
            pub const CODES: [&str; Language::COUNT] = [$english, $($code),+];
            pub const COUNT: usize = [$english, $($code),+].len();
        }
    };
}

languages! { En = "en", Az = "az", Ru = "ru", Kk = "kk", Tg = "tg" }

impl Language {
    /// The BCP 47 code, for example `az`.
    pub fn code(self) -> &'static str {
        Language::CODES[self as usize]
    }

    /// The language of a BCP 47 tag (`az`, `ru-RU`), or none where it is none of them.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        Language::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(primary))
    }
}

/// A text in some of the languages; a missing one is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocalText(pub [String; Language::COUNT]);

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
