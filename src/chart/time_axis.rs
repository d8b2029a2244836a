//! The shared time axis below the plots.

use super::drawing::{Drawing, PLAIN};
use super::{Drawn, ListEntry, key};
use crate::dataset::{Date, Day, Edtf, Precision};
use crate::geometry::Point;
use crate::locale::{self, Locale};
use crate::scale::{Tick, Time, TimeTicks};
use crate::scene::Align;

/// Ticks closer than this are drawn only where they have a label.
const CLOSE: f64 = 14.0;

/// Height of the axis with its labels.
pub(super) const HEIGHT: f64 = 26.0;

/// Draws what stands below the plots: the time axis with its upper edge at `top`, and the key.
pub(super) fn finish(mut drawing: Drawing, time: Time, top: f64, list: Vec<ListEntry>) -> Drawn {
    if drawing.request.reading.is_dated() {
        time_axis(&mut drawing, &time, top);
    }
    let foot = top + HEIGHT;
    let height = key::draw(&mut drawing, foot);
    Drawn { scene: drawing.finish(height), foot, list, time: Some(time) }
}

fn time_axis(drawing: &mut Drawing, time: &Time, top: f64) {
    let locale = drawing.request.locale;
    let theme = drawing.request.theme;
    let year_width = drawing.width_of("2000", PLAIN) + 8.0;
    let mut month_width = year_width;
    for month in 1..=12 {
        let name = locale::date_short(locale, Day::from_civil(2000, month, 1));
        month_width = month_width.max(drawing.width_of(&name, PLAIN) + 8.0);
    }
    let day_width =
        drawing.width_of(&locale::day(locale, Day::from_civil(2000, 9, 22)), PLAIN) + 12.0;
    let cells = time.ticks(year_width, month_width, day_width);
    let is_day = matches!(cells, TimeTicks::Days(_));
    let (ticks, is_year, is_cell) = match cells {
        TimeTicks::Years(ticks) => (ticks, true, true),
        TimeTicks::Quarters(ticks) => (ticks, false, false),
        TimeTicks::Months(ticks) => (ticks, false, true),
        TimeTicks::Days(ticks) => (ticks, false, false),
    };
    drawing.rule(time.left, time.right, top, theme.rule);
    for tick in &ticks {
        if !tick.labelled && tick.end - tick.start < CLOSE {
            continue;
        }
        let length = if tick.labelled { 5.0 } else { 3.0 };
        drawing.upright(tick.start, top, top + length, theme.rule);
    }
    drawing.upright(time.right - 1.0, top, top + 3.0, theme.rule);
    // A label at a start needs the start within the range.
    let stands = |tick: &&Tick| tick.labelled && (is_cell || tick.first >= time.from);
    let has_year = is_year || ticks.iter().filter(stands).any(|tick| tick.first.civil().1 == 1);
    for (at, tick) in ticks.iter().filter(stands).enumerate() {
        let text = match (is_day, is_year) {
            (true, _) => locale::day(locale, tick.first),
            (_, true) => locale::plain(tick.first.civil().0),
            _ if at == 0 && !has_year => month_of_year(locale, tick.first),
            _ => locale::date_short(locale, tick.first),
        };
        // A label that would leave the drawing moves inwards.
        let (y, width) = (top + 19.0, drawing.request.width);
        let half = drawing.width_of(&text, PLAIN) / 2.0;
        // The name of a month stands at the start of its quarter, of which it is but the first.
        let middle = if is_cell { (tick.start + tick.end) / 2.0 } else { tick.start };
        let x = middle.min(width - half).max(half);
        let places = &[(Point::new(x, y), Align::Middle)];
        drawing.labels.put(&text, PLAIN, theme.muted, places);
    }
}

/// "June 2024"
fn month_of_year(locale: &Locale, day: Day) -> String {
    let (year, month, _) = day.civil();
    let date = Date {
        year: year as i16,
        month: month as u8,
        day: 0,
        precision: Precision::Month,
        approximate: false,
        uncertain: false,
    };
    locale::date(locale, &Edtf::Date(date))
}
