//! The controls that make sense in the view that is drawn, as JSON for the element.

use super::json::{Json, css};
use crate::chart::Extent;
use crate::dataset::{Dataset, Date, Day, Edtf, Precision};
use crate::locale::{self, Locale};
use crate::reading::Range;
use crate::scene::Shape;
use crate::view::{Compare, Keyword, View};
use crate::widget::{Chip, Picture};

pub(super) fn controls(
    json: &mut Json,
    data: &Dataset,
    picture: &Picture,
    locale: &Locale,
    chips: &[Chip],
) {
    let Picture { reading, chart, .. } = picture;
    let state = &reading.state;
    let words = locale.words;
    json.key("chips").array(chips, chip);
    json.key("views").array(View::ALL, |json, view| {
        choice(json, view.word(), words.view(*view), *view == state.view);
    });
    json.key("measures").array(&reading.measures, |json, measure| {
        let name = locale::measure(locale, data, *measure);
        choice(json, data.measure_key(*measure), &name, *measure == reading.measure);
    });
    let units = if reading.all_units.len() > 1 { &reading.all_units[..] } else { &[] };
    let all = units.first().map(|_| None).into_iter();
    json.key("units").array(all.chain(units.iter().map(Some)), |json, unit| match unit {
        None => choice(json, "", words.all_units, state.unit.is_none()),
        Some(unit) => {
            let key = data.unit_key(unit);
            let name = locale::unit_in_words(locale, data, locale::Magnitude::Units, *unit);
            choice(json, key, &name, state.unit_of(data).as_ref() == Some(unit));
        }
    });
    json.key("scales").array(&reading.scales, |json, scale| {
        choice(json, scale.word(), words.scales[*scale as usize], *scale == reading.scale);
    });
    let compare = Some(Compare::Reporters);
    json.key("compares").array(reading.compares.then_some(compare), |json, compare| {
        choice(json, compare.word(), words.compare_sides, compare == state.compare);
    });
    json.key("kinds").array(&reading.kinds, |json, offer| {
        let name = locale::sentence(locale, locale.kind(data, offer.kind));
        let count = locale::plain(offer.count as i32);
        choice(json, data.kind_key(offer.kind), &[&*name, " (", &count, ")"].concat(), offer.on);
    });
    if let Some(extent) = &chart.extent {
        let changed = state.from.is_some() || state.to.is_some();
        // Where nothing is chosen and all is drawn unasked, a press would change nothing.
        let whole = reading.is_whole(Range { from: extent.from, to: extent.to })
            || (!changed && reading.whole(data).is_none());
        json.key("range").object(|json| {
            range(json, extent, locale);
            json.key("changed").boolean(changed);
            json.key("whole").boolean(whole);
        });
    }
}

fn chip(json: &mut Json, chip: &Chip) {
    json.object(|json| {
        json.key("code").string(chip.code.as_str());
        json.key("name").string(&chip.name);
        json.key("color").string(&css(chip.style.color));
        json.key("shape").string(shape(chip.style.marker));
        json.key("on").boolean(chip.on);
        json.key("first").boolean(chip.first);
        json.key("known").whole(chip.known as i32);
    });
}

fn choice(json: &mut Json, word: &str, name: &str, on: bool) {
    json.object(|json| {
        json.key("word").string(word);
        json.key("name").string(name);
        json.key("on").boolean(on);
    });
}

/// The slider counts in months since January of year 0, a drag in days since 1970.
fn range(json: &mut Json, extent: &Extent, locale: &Locale) {
    json.key("first").whole(month(extent.first));
    json.key("last").whole(month(extent.last));
    json.key("from").whole(month(extent.from));
    json.key("to").whole(month(extent.to));
    json.key("held").array([extent.from, extent.to], |json, day| json.whole(day.0));
    let [from, to] = [extent.from, extent.to].map(|day| date(day, Precision::Month));
    json.key("start").string(&locale::date(locale, &Edtf::Date(from)));
    json.key("end").string(&locale::date(locale, &Edtf::Date(to)));
    let ends = (extent.from.civil(), extent.to.civil());
    let whole = matches!(ends, ((_, 1, 1), (_, 12, 31)));
    let precision = if whole { Precision::Year } else { Precision::Month };
    let [from, to] = [extent.from, extent.to].map(|day| Some(date(day, precision)));
    json.key("text").string(&locale::date(locale, &Edtf::Interval(from, to)));
}

fn month(day: Day) -> i32 {
    let (year, month, _) = day.civil();
    year * 12 + month as i32 - 1
}

fn date(day: Day, precision: Precision) -> Date {
    let (year, month, _) = day.civil();
    let month = if precision == Precision::Month { month as u8 } else { 0 };
    Date { year: year as i16, month, precision, ..Date::default() }
}

/// The word for a partner's marker in the style sheet.
fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Circle => "circle",
        Shape::Diamond => "diamond",
        Shape::Square => "square",
        Shape::Triangle => "triangle",
        Shape::Wedge => "wedge",
        Shape::Flag => "flag",
        Shape::Tick => "tick",
        Shape::Cross => "cross",
    }
}
