//! What is shown: measure, unit, scale.

use super::band::is_money;
use super::selection::{Band, is_of_events};
use super::{Request, offers};
use crate::locale::{self, Magnitude};
use crate::view::{ScaleKind, View};

/// "Trade turnover, million US dollars. Each partner has its own scale"
///
/// `base` is the year that is 100 on an indexed scale, where all series share one.
pub fn subtitle(request: &Request, bands: &[Band], base: Option<i32>) -> String {
    let state = request.state;
    let (locale, words) = (request.locale, request.locale.words);
    match state.view {
        View::Sectors => return words.sectors_subtitle.to_owned(),
        View::Table => return words.table_subtitle.to_owned(),
        View::Story if !is_of_events(request.data, state) => {}
        View::Story | View::Events => return words.events_subtitle.to_owned(),
        View::Trade => {}
    }
    let mut text = words.measure(state.measure).to_owned();
    let scale = offers::scale(state);
    let own_scales = scale == ScaleKind::Linear;
    if scale == ScaleKind::Indexed {
        let year = base.map(locale::plain);
        text.push_str(", ");
        text.push_str(&match year {
            Some(year) => locale::fill(words.index_common, &[("year", &year)]),
            None => words.index_own.to_owned(),
        });
        return text;
    }
    if is_money(state.measure) {
        let mut common = None;
        for band in bands.iter().filter(|band| !band.values.dated.is_empty()) {
            let magnitude = Magnitude::of(band.values.most(None));
            let differs = common.is_some_and(|common| common != magnitude);
            common = Some(if differs { Magnitude::Units } else { magnitude });
        }
        let common = common.filter(|_| own_scales).unwrap_or(Magnitude::Units);
        text.push_str(", ");
        text.push_str(&locale::unit(locale, common, *b"USD"));
    }
    if bands.len() > 1 && own_scales {
        text.push_str(". ");
        text.push_str(words.own_scale);
    }
    text
}
