//! The partners' buttons, which stand in for a legend.

use crate::chart::Chart;
use crate::dataset::{Code, Dataset};
use crate::locale::Language;
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

/// A chip for each partner that has figures, in the dataset's order.
pub fn chips(data: &Dataset, chart: &Chart, theme: &Theme, language: Language) -> Vec<Chip> {
    offered(data)
        .map(|(index, code)| Chip {
            code,
            name: data.partners[index].name.get(language).into(),
            style: theme.partner(index),
            on: chart.shown.contains(&code),
        })
        .collect()
}

/// Whether the chips choose one partner instead of switching each on and off.
pub fn chooses_one(state: &State, chart: &Chart) -> bool {
    state.view == View::Story && chart.scene.width < 480.0
}

/// The partners after a press on one's chip; empty means all.
pub fn toggled(data: &Dataset, state: &State, chart: &Chart, code: Code) -> Vec<Code> {
    if offered(data).all(|(_, known)| known != code) {
        return state.partners.clone();
    }
    if chooses_one(state, chart) {
        return vec![code];
    }
    let on = |known: Code| chart.shown.contains(&known) != (known == code);
    let mut partners: Vec<Code> =
        offered(data).map(|(_, known)| known).filter(|known| on(*known)).collect();
    if partners.is_empty() {
        // The last one cannot be switched off: a chart of nothing says nothing.
        partners.push(code);
    }
    if partners.len() == offered(data).count() {
        partners.clear();
    }
    partners
}

fn offered(data: &Dataset) -> impl Iterator<Item = (usize, Code)> {
    data.partners
        .iter()
        .enumerate()
        .map(|(index, partner)| (index, partner.code))
        .filter(|(_, code)| *code != data.meta.reporting)
        .filter(|(_, code)| data.figures.iter().any(|figure| figure.record.partners.contains(code)))
}
