//! One view in one language, and the names of its files.

use super::Base;
use crate::dataset::Language;
use crate::view::{View, Words};

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

    /// "static/trade.az.social.png"; the table, which is no picture, shares the story's.
    pub fn card(&self) -> String {
        let view = if self.view == View::Table { View::Story } else { self.view };
        format!("static/{}.{}.social.png", view.word(), self.language.code())
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
