//! Languages, and texts that exist in some of them.

/// A language: the primary subtag of a BCP 47 tag, in small letters and padded with zeros.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language([u8; 8]);

impl Language {
    /// English, the language of a state that names none.
    pub const EN: Language = Language::of(*b"en");
    /// Azerbaijani.
    pub const AZ: Language = Language::of(*b"az");
    /// Russian.
    pub const RU: Language = Language::of(*b"ru");
    /// Kazakh.
    pub const KK: Language = Language::of(*b"kk");
    /// Tajik.
    pub const TG: Language = Language::of(*b"tg");

    /// Those whose interface the program carries, and whose static files are published.
    pub const BUILT_IN: [Language; 5] =
        [Language::EN, Language::AZ, Language::RU, Language::KK, Language::TG];

    /// How many are built in.
    pub const COUNT: usize = Language::BUILT_IN.len();

    const fn of(letters: [u8; 2]) -> Language {
        Language([letters[0], letters[1], 0, 0, 0, 0, 0, 0])
    }

    /// The language of a BCP 47 tag (`az`, `ru-RU`, `kk_KZ`); none where it is not well formed.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag).as_bytes();
        if !matches!(primary.len(), 2 | 3) || !primary.iter().all(u8::is_ascii_alphabetic) {
            return None;
        }
        let mut letters = [0; 8];
        for (slot, letter) in letters.iter_mut().zip(primary) {
            *slot = letter.to_ascii_lowercase();
        }
        Some(Language(letters))
    }

    /// The BCP 47 code, for example `az`.
    pub fn code(&self) -> &str {
        let length = self.0.iter().take_while(|letter| **letter > 0).count();
        str::from_utf8(&self.0[..length]).unwrap_or_default()
    }

    /// Its place among those that are built in.
    pub fn built_in(self) -> Option<usize> {
        Language::BUILT_IN.iter().position(|known| *known == self)
    }
}

impl Default for Language {
    fn default() -> Language {
        Language::EN
    }
}

impl core::fmt::Debug for Language {
    fn fmt(&self, out: &mut core::fmt::Formatter) -> core::fmt::Result {
        out.write_str(self.code())
    }
}

/// A text in some languages, in the order of the package's; none of them is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocalText(Vec<(Language, String)>);

impl LocalText {
    /// The text in `language`, else in the first language that it has; empty where it has none.
    pub fn get(&self, language: Language) -> &str {
        self.in_language(language).or(self.0.first().map(|(_, text)| text.as_str())).unwrap_or("")
    }

    /// The text in `language` and no other.
    pub fn in_language(&self, language: Language) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == language).map(|(_, text)| text.as_str())
    }

    /// Whether it has a text in `language` itself.
    pub fn has(&self, language: Language) -> bool {
        self.in_language(language).is_some()
    }

    /// Whether it has a text in no language.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each text with its language.
    pub fn iter(&self) -> impl Iterator<Item = (Language, &str)> {
        self.0.iter().map(|(language, text)| (*language, text.as_str()))
    }

    /// Puts a text in the place of the one that the language has, or behind all others; an empty
    /// one takes it away.
    pub fn set(&mut self, language: Language, text: &str) {
        let place = self.0.iter().position(|(known, _)| *known == language);
        match place {
            Some(at) if text.is_empty() => drop(self.0.remove(at)),
            Some(at) => self.0[at].1 = text.into(),
            None if text.is_empty() => {}
            None => {
                // No larger than it must be: thousands of texts stay in memory.
                self.0.reserve_exact(1);
                self.0.push((language, text.into()));
            }
        }
    }
}

impl FromIterator<(Language, String)> for LocalText {
    fn from_iter<I: IntoIterator<Item = (Language, String)>>(texts: I) -> LocalText {
        let mut local = LocalText::default();
        for (language, text) in texts {
            local.set(language, &text);
        }
        local
    }
}
