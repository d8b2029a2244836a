//! The partners' buttons, which stand in for a legend.

use crate::chart::{COMPACT, Chart};
use crate::dataset::{Code, Dataset};
use crate::locale::Locale;
use crate::scene::Shape;
use crate::theme::{PartnerStyle, Theme};
use crate::view::{State, View};

/// One partner's button.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    pub code: Code,
    pub name: String,
    pub style: PartnerStyle,
    /// Whether the chart shows it.
    pub on: bool,
}

/// A chip for each partner that the chart offers.
pub fn chips(data: &Dataset, chart: &Chart, theme: &Theme, locale: &Locale) -> Vec<Chip> {
    let mut chips = Vec::new();
    for (index, partner) in data.partners.iter().enumerate() {
        let code = partner.code;
        if chart.offered.iter().any(|offer| offer.code == code) {
            let mut style = theme.partner(index);
            // A chip shows the sign that stands for the partner in the plot.
            if !chart.markers {
                style.marker = Shape::Circle;
            }
            chips.push(Chip {
                code,
                name: partner.name.get(locale.language).into(),
                style,
                on: chart.shown.contains(&code),
            });
        }
    }
    chips
}

/// The partners after a press on one's chip; empty means the default.
pub fn toggled(state: &State, chart: &Chart, code: Code) -> Vec<Code> {
    if chart.offered.iter().all(|offer| offer.code != code) {
        return state.partners.clone();
    }
    if chooses_one(state, chart) {
        return vec![code];
    }
    let mut partners = Vec::new();
    for offer in &chart.offered {
        if chart.shown.contains(&offer.code) != (offer.code == code) {
            partners.push(offer.code);
        }
    }
    if partners.is_empty() {
        // The last one cannot be switched off: a chart of nothing says nothing.
        partners.push(code);
    }
    if chart.offered.iter().all(|offer| offer.by_default == partners.contains(&offer.code)) {
        partners.clear();
    }
    partners
}

/// Whether the chips choose one partner instead of switching each on and off.
fn chooses_one(state: &State, chart: &Chart) -> bool {
    state.view == View::Story && chart.scene.width < COMPACT
}
