//! One view in one language, and the names of its files.

use super::Base;
use crate::dataset::Language;
use crate::view::{Keyword, View};

#[derive(Clone, Copy)]
pub struct Edition<'a> {
    pub view: View,
    pub language: Language,
    pub base: &'a Base,
    /// The headline.
    pub title: &'a str,
}

impl Edition<'_> {
    /// "trade.az"
    pub fn name(&self) -> String {
        format!("{}.{}", self.view.word(), self.language.code())
    }

    /// "static/trade.az.social.png"
    pub fn card(&self) -> String {
        format!("static/{}.social.png", self.name())
    }

    /// The page form of it. The language is always said, as its default is the reader's own.
    pub fn page(&self) -> String {
        let language = self.language.code();
        match self.view {
            View::Story => format!("bilateral.html?lang={language}"),
            view => format!("bilateral.html?view={}&lang={language}", view.word()),
        }
    }
}
