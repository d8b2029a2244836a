//! One view in one language, and the names of its files.

use super::Base;
use crate::dataset::Language;
use crate::view::{Keyword, View};

#[derive(Clone, Copy)]
pub(super) struct Edition<'a> {
    pub view: View,
    pub language: Language,
    pub base: &'a Base,
    /// The headline.
    pub title: &'a str,
    /// The query of a chart as somebody has chosen it; none of a view as it is unasked.
    pub chart: Option<&'a str>,
}

impl Edition<'_> {
    /// "trade.az", or "chart.az" of a chosen one.
    pub(super) fn name(&self) -> String {
        let stem = if self.chart.is_some() { "chart" } else { self.view.word() };
        format!("{stem}.{}", self.language.code())
    }

    /// "static/trade.az.social.png". A table in small could not be read: the first view stands for it.
    pub(super) fn card(&self) -> String {
        let of = match (self.view, self.chart) {
            (View::Table, None) => Edition { view: View::Story, ..*self },
            _ => *self,
        };
        format!("static/{}.social.png", of.name())
    }

    /// The page form of it. The language is always said, as its default is the reader's own.
    pub(super) fn page(&self) -> String {
        let language = self.language.code();
        match self.view {
            _ if self.chart.is_some() => {
                let query = self.chart.unwrap_or_default();
                let query = query.split('&').filter(|pair| !pair.starts_with("lang="));
                let pairs: Vec<&str> = query.filter(|pair| !pair.is_empty()).collect();
                let and = if pairs.is_empty() { "" } else { "&" };
                format!("bilateral.html?{}{and}lang={language}", pairs.join("&"))
            }
            View::Story => format!("bilateral.html?lang={language}"),
            view => format!("bilateral.html?view={}&lang={language}", view.word()),
        }
    }
}
