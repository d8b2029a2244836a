//! The partners' buttons, which stand in for a legend.

use super::Picture;
use crate::dataset::{Code, Dataset};
use crate::locale::Locale;
use crate::reading::Reading;
use crate::scene::Shape;
use crate::theme::{PartnerStyle, Theme};
use crate::view::View;

/// One partner's button.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    /// The partner's code, which a press on the button toggles.
    pub code: Code,
    /// The partner's name in the reader's language.
    pub name: String,
    /// The colour and the sign that stand for the partner in the plot.
    pub style: PartnerStyle,
    /// Whether the chart shows it.
    pub on: bool,
    /// Whether it stands among the few first; else it is one press away, in the list of all.
    pub first: bool,
    /// How many records of it there are to draw.
    pub known: usize,
}

/// How many partners have a button of their own before the list of all.
const FIRST: usize = 8;

/// A chip for each partner that the reading offers, those first of whom most is known.
pub fn chips(data: &Dataset, picture: &Picture, theme: &Theme, locale: &Locale) -> Vec<Chip> {
    let offers = &picture.reading.partners;
    let mut chips = Vec::new();
    for (at, offer) in offers.iter().enumerate() {
        let own = data.partners[offer.partner].color.map(|own| [own.light, own.dark]);
        let mut style = theme.partner(picture.reading.slots[offer.partner], own);
        // A chip shows the sign that stands for the partner in the plot.
        if !picture.chart.markers {
            style.marker = Shape::Circle;
        }
        chips.push(Chip {
            code: offer.code,
            name: data.partners[offer.partner].name.get(locale.language).into(),
            style,
            on: offer.on,
            // What the default shows of a table is everything.
            first: at < FIRST || (offer.on && !offer.by_default),
            known: offer.known,
        });
    }
    chips
}

/// The partners after a press on one's chip; empty means the default.
pub(super) fn toggled(reading: &Reading, code: Code) -> Vec<Code> {
    let offers = &reading.partners;
    if offers.iter().all(|offer| offer.code != code) {
        return reading.state.partners.clone();
    }
    // Where one band shows at a time a chip chooses it.
    if reading.compact && reading.state.view == View::Story && !reading.of_events {
        return vec![code];
    }
    let mut partners = Vec::new();
    for offer in offers {
        if offer.on != (offer.code == code) {
            partners.push(offer.code);
        }
    }
    if partners.is_empty() {
        // The last one cannot be switched off: a chart of nothing says nothing.
        partners.push(code);
    }
    if offers.iter().all(|offer| offer.by_default == partners.contains(&offer.code)) {
        partners.clear();
    }
    partners
}
