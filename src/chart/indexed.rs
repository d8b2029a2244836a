//! `trade` on an indexed scale: one reporter's full years a partner, in per cent of a base year.
//!
//! The base is the first year that all series have, or else each series' own first. Only an exact
//! value that is its reporter's only one of the year can be a base. What is of another reporter, of
//! a part of a year, computed, ambiguous or doubtful is not indexed, and is counted beside the plot.

use super::band::Axis;
use super::drawing::Drawing;
use super::one_plot::{self, Series};
use super::selection::Band;
use super::values::{self, Value, Values};
use super::{Aside, Drawn, Request};
use crate::dataset::{Code, Day, Qualifier};
use crate::locale;

/// What is 100.
const BASE: f64 = 100.0;

/// The values of one partner that can be compared with each other.
struct Chain<'b, 'a> {
    band: &'b Band<'a>,
    values: Vec<Value<'a>>,
    /// The years that may be the base.
    bases: Vec<i32>,
}

/// The chains of the bands, and the years that are 100 in them.
fn chains<'b, 'a>(request: &Request, bands: &'b [Band<'a>]) -> Vec<(Chain<'b, 'a>, i32)> {
    let mut chains: Vec<Chain> = bands.iter().filter_map(|band| chain(request, band)).collect();
    chains.retain(|chain| !chain.bases.is_empty());
    let common = chains.first().and_then(|first| {
        let mut shared = first.bases.iter();
        shared.find(|year| chains.iter().all(|chain| chain.bases.contains(year))).copied()
    });
    let based = |chain: Chain<'b, 'a>| {
        let base = common.unwrap_or(chain.bases[0]);
        (chain, base)
    };
    chains.into_iter().map(based).collect()
}

/// The values of the reporter who has most years; of two the reporting country.
fn chain<'b, 'a>(request: &Request, band: &'b Band<'a>) -> Option<Chain<'b, 'a>> {
    let state = request.state;
    let from = state.from.unwrap_or(Day(i32::MIN));
    let to = state.to.unwrap_or(Day(i32::MAX));
    let mut usable = band.values.dated.clone();
    usable.retain(|value| {
        let inside = from <= value.last && value.first <= to;
        inside && value.year.is_some() && value.is_reported() && !value.is_doubtful()
    });
    let reporting = request.data.meta.reporting;
    let years = |reporter: Option<Code>| {
        let mut years: Vec<i32> = Vec::new();
        for value in usable.iter().filter(|value| value.figure.reporter == reporter) {
            years.extend(value.year);
        }
        let distinct = years.iter().enumerate().filter(|(at, year)| !years[..*at].contains(year));
        distinct.count() * 2 + usize::from(reporter == Some(reporting))
    };
    let reporters = usable.iter().map(|value| value.figure.reporter);
    let reporter = reporters.max_by_key(|reporter| years(*reporter))?;
    usable.retain(|value| value.figure.reporter == reporter);
    let mut bases = Vec::new();
    for value in &usable {
        let of_year = usable.iter().filter(|other| other.year == value.year);
        if value.figure.qualifier == Qualifier::Exact && value.value > 0.0 && of_year.count() == 1 {
            bases.extend(value.year);
        }
    }
    // One year alone is no development.
    let several = usable.iter().any(|value| value.year != usable[0].year);
    several.then_some(Chain { band, values: usable, bases })
}

pub fn draw(request: &Request, bands: &[Band]) -> Drawn {
    let locale = request.locale;
    let chains = chains(request, bands);
    let first = chains.first().map(|(_, base)| *base);
    let common = first.filter(|first| chains.iter().all(|(_, base)| base == first));
    let mut indexed: Vec<Values> = Vec::new();
    let mut most = BASE;
    for (chain, base) in &chains {
        let at_base = chain.values.iter().find(|value| value.year == Some(*base));
        let unit = at_base.map_or(1.0, |value| value.value / BASE);
        let mut dated = chain.values.clone();
        for value in &mut dated {
            value.value /= unit;
            most = most.max(value.value);
        }
        indexed.push(values::tied(request.data, chain.band.partner.code, dated, Vec::new()));
    }
    let mut series = Vec::new();
    for ((chain, base), values) in chains.iter().zip(&indexed) {
        let remark = match common {
            Some(_) => String::new(),
            None => [&locale::plain(*base), " = 100"].concat(),
        };
        let name = chain.band.partner.name.get(locale.language);
        series.push(Series { band: chain.band, values, name, remark });
    }
    if series.is_empty() {
        return super::nothing(request);
    }
    let mut drawing = Drawing::new(request, f64::INFINITY);
    let plot = one_plot::plot(request);
    let axis = Axis::reaching(most, false, plot.foot - plot.head);
    let gutter = axis.gutter(&drawing).max(drawing.width_of("100", super::drawing::PLAIN) + 8.0);
    let time = one_plot::time(&drawing, gutter, &series);
    let scale = axis.scale(plot.head, plot.foot);
    let theme = request.theme;
    // The line that all is compared with comes first, so that its label stands in any case.
    one_plot::line(&mut drawing, &time, scale.at(BASE), "100", theme.rule);
    for step in 0..=axis.steps() {
        let value = axis.value(step);
        if value != BASE {
            let text = locale::number(locale, value, 0);
            let color = if step == 0 { theme.rule } else { theme.grid };
            one_plot::line(&mut drawing, &time, scale.at(value), &text, color);
        }
    }
    let drawn = one_plot::draw(drawing, (plot, time, scale), &series, Some(axis));
    Drawn { base_year: common, ..drawn }
}

/// "Not indexed: Kazakhstan (9), Russia (8)", with the records.
pub fn aside(request: &Request, bands: &[Band]) -> Option<Aside> {
    let chains = chains(request, bands);
    let locale = request.locale;
    let (mut list, mut records) = (String::new(), Vec::new());
    for band in bands {
        let chain = chains.iter().find(|(chain, _)| std::ptr::eq(chain.band, band));
        let before = records.len();
        for value in &band.values.dated {
            let id = value.records.first();
            let is_indexed = chain.is_some_and(|(chain, _)| {
                chain.values.iter().any(|other| other.records.first() == id)
            });
            if !is_indexed {
                records.extend(value.records.iter().map(|id| (*id).to_owned()));
            }
        }
        if records.len() > before {
            let count = locale::count(locale, (records.len() - before) as u32);
            let name = band.partner.name.get(locale.language);
            locale::append(&mut list, ", ", &[name, " (", &count, ")"].concat());
        }
    }
    let text = locale::fill(locale.words.not_indexed, &[("list", &list)]);
    (!records.is_empty()).then_some(Aside { text, records })
}
