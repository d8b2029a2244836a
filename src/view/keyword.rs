//! Values of attributes with a closed list.

use super::{Compare, ScaleKind, ThemeChoice, View};
use crate::dataset::nearest;
use crate::dataset::vocabulary::position;

/// Values of attributes with a closed list, the default first.
pub trait Keyword: Copy + PartialEq + 'static {
    /// The values that the list has.
    const ALL: &'static [Self];
    /// In the order of [`Keyword::ALL`].
    const WORDS: &'static [&'static str];

    /// The value of a word; none where the list does not have it.
    fn parse(word: &str) -> Option<Self> {
        position(Self::WORDS, &word.to_ascii_lowercase()).map(|at| Self::ALL[at])
    }

    /// The value of a word, or what is wrong with it: `what` says of what it is none.
    fn read(word: &str, what: &str) -> Result<Self, String> {
        Self::parse(word).ok_or_else(|| {
            let meant = nearest(word, Self::WORDS.iter().copied());
            let hint = meant.map_or_else(
                || ["give ", &Self::WORDS.join(", ")].concat(),
                |near| ["did you mean ", near, "?"].concat(),
            );
            ["is ", what, "; ", &hint].concat()
        })
    }

    /// The word of a value, as attributes and URLs spell it.
    fn word(self) -> &'static str {
        Self::ALL.iter().position(|value| *value == self).map_or("", |at| Self::WORDS[at])
    }
}

impl Keyword for View {
    const ALL: &'static [View] =
        &[View::Story, View::Trade, View::Events, View::Sectors, View::Table];
    const WORDS: &'static [&'static str] = &["story", "trade", "events", "sectors", "table"];
}

impl Keyword for ScaleKind {
    const ALL: &'static [ScaleKind] = &[ScaleKind::Linear, ScaleKind::Log, ScaleKind::Indexed];
    const WORDS: &'static [&'static str] = &["linear", "log", "indexed"];
}

impl Keyword for ThemeChoice {
    const ALL: &'static [ThemeChoice] = &[ThemeChoice::Auto, ThemeChoice::Light, ThemeChoice::Dark];
    const WORDS: &'static [&'static str] = &["auto", "light", "dark"];
}

impl Keyword for Option<Compare> {
    const ALL: &'static [Option<Compare>] = &[None, Some(Compare::Reporters)];
    const WORDS: &'static [&'static str] = &["none", "reporters"];
}

impl Keyword for bool {
    const ALL: &'static [bool] = &[true, false];
    const WORDS: &'static [&'static str] = &["on", "off"];
}
