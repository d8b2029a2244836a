//! The shared time axis below the plots.

use super::drawing::{Drawing, PLAIN};
use crate::geometry::Point;
use crate::locale;
use crate::scale::{Time, TimeTicks};
use crate::scene::Align;

/// Height of the axis with its labels.
pub const HEIGHT: f64 = 26.0;

/// Draws the time axis with its upper edge at `top`.
pub fn time_axis(drawing: &mut Drawing, time: &Time, top: f64) {
    let language = drawing.request.state.language;
    let theme = drawing.request.theme;
    let year_width = drawing.width_of("2000", PLAIN) + 8.0;
    let month_width = drawing.width_of("September", PLAIN) + 8.0;
    let (ticks, is_year) = match time.ticks(year_width, month_width) {
        TimeTicks::Years(ticks) => (ticks, true),
        TimeTicks::Months(ticks) => (ticks, false),
    };
    drawing.rule(time.left, time.right, top, theme.rule);
    for tick in &ticks {
        let length = if tick.labelled { 5.0 } else { 3.0 };
        drawing.upright(tick.start, top, top + length, theme.rule);
    }
    drawing.upright(time.right - 1.0, top, top + 3.0, theme.rule);
    for tick in ticks.iter().filter(|tick| tick.labelled) {
        let text = if is_year {
            locale::plain(tick.first.civil().0)
        } else {
            locale::date_short(language, tick.first)
        };
        // Every label is centred under the year it names, where that is wide enough to tell.
        let at = Point::new((tick.start + tick.end) / 2.0, top + 19.0);
        drawing.text(&text, PLAIN, theme.muted, at, Align::Middle);
    }
}
