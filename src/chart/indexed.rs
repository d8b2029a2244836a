//! `trade` on an indexed scale: one reporter's series a partner, in per cent of a base period.

use super::drawing::{Drawing, PLAIN};
use super::one_plot::{self, PartnerLine};
use super::value_axis::ValueAxis;
use super::{Drawn, Request};
use crate::dataset::Unit;
use crate::locale;
use crate::reading::{INDEX_BASE, Length, Values, common_base, slopes, tie};

pub(super) fn draw(request: &Request) -> Drawn {
    let (data, reading, locale) = (request.data, request.reading, request.locale);
    let common = common_base(&reading.chains);
    let mut indexed: Vec<Values> = Vec::new();
    let mut most = INDEX_BASE;
    for chain in &reading.chains {
        let band = &reading.bands[chain.band];
        let of = |at: &usize| band.plots[chain.plot].dated[*at].clone();
        let mut dated: Vec<_> = chain.members.iter().map(of).collect();
        let at_base = dated.iter().find(|value| value.first == chain.base);
        let unit = at_base.map_or(1.0, |value| value.value / INDEX_BASE);
        for value in &mut dated {
            value.value /= unit;
            most = most.max(value.value);
        }
        let mut values = Values { unit: Unit::Ratio, dated, ..Values::default() };
        tie(data, &mut values);
        values.slopes = slopes(data, band.code, &values);
        indexed.push(values);
    }
    let mut lines = Vec::new();
    for (chain, values) in reading.chains.iter().zip(&indexed) {
        let mut remark = match (common, chain.length) {
            (Some(_), _) => String::new(),
            (None, Length::Year) => [&locale::plain(chain.base.civil().0), " = 100"].concat(),
            (None, _) => [&locale::day(locale, chain.base), " = 100"].concat(),
        };
        let band = &reading.bands[chain.band];
        if reading.units.len() > 1 {
            let unit = data.unit_key(&band.plots[chain.plot].unit);
            remark =
                if remark.is_empty() { unit.to_owned() } else { [unit, ", ", &remark].concat() };
        }
        let name = band.partner(data).name.get(locale.language);
        lines.push(PartnerLine { band, values, name, remark });
    }
    if lines.is_empty() {
        return super::nothing(request);
    }
    let mut drawing = Drawing::new(request);
    let plot = one_plot::plot(request);
    let axis = ValueAxis::reaching(most, Unit::Ratio, plot.foot - plot.head);
    let gutter = axis.gutter(&drawing).max(drawing.width_of("100", PLAIN) + 8.0);
    let time = one_plot::time(&drawing, gutter, &lines);
    let scale = axis.scale(plot.head, plot.foot);
    let theme = request.theme;
    // The line that all is compared with comes first, so that its label stands in any case.
    one_plot::rule(&mut drawing, &time, scale.at(INDEX_BASE), "100", theme.rule);
    for step in 0..=axis.steps() {
        let value = axis.value(step);
        if value != INDEX_BASE {
            let text = locale::number(locale, value, 0);
            let color = if step == 0 { theme.rule } else { theme.grid };
            one_plot::rule(&mut drawing, &time, scale.at(value), &text, color);
        }
    }
    one_plot::draw(drawing, (plot, time, scale), &lines, Some(axis))
}
