//! The languages of `data/words`, as build.rs has checked and compiled them.

use std::sync::LazyLock;

use super::lexicon::{Used, compile};
use super::sources::sources;
use super::{Language, Locale};

/// A language of the program.
struct Carried {
    code: &'static str,
    compiled: &'static [u8],
}

macro_rules! carried {
    ($code:literal) => {
        Carried {
            code: $code,
            // The builder's module has what they are compiled from, and no room for both.
            compiled: match cfg!(feature = "builder") {
                true => &[],
                false => include_bytes!(concat!(env!("OUT_DIR"), "/", $code, ".words")),
            },
        }
    };
}

const CARRIED: &[Carried] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(|| {
    CARRIED
        .iter()
        .filter_map(|one| {
            let language = Language::from_tag(one.code)?;
            let read = match one.compiled {
                [] => Locale::read(language, &compile(&sources(one.code)?, &Used::All)),
                compiled => Locale::read(language, compiled),
            };
            Some(read.expect("build.rs wrote it for this version"))
        })
        .collect()
});

impl Locale {
    /// The locale of a language that the program carries; English for any other.
    pub fn of(language: Language) -> &'static Locale {
        Locale::find(language).unwrap_or(&LOCALES[0])
    }

    /// The same, where the program carries it.
    pub fn find(language: Language) -> Option<&'static Locale> {
        LOCALES.iter().find(|locale| locale.language == language)
    }
}

/// The codes of the languages that the program carries, English first.
pub fn carried() -> impl Iterator<Item = &'static str> {
    CARRIED.iter().map(|one| one.code)
}
