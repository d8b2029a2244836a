//! Draws as the native renderer does: the light theme, widths by the table, nothing in focus.

use bilateral::chart::{self, Chart, Request};
use bilateral::dataset::Dataset;
use bilateral::locale::Locale;
use bilateral::text::TableMeasure;
use bilateral::theme::Theme;
use bilateral::view::State;

/// The chart of a state, `width` CSS pixels wide.
pub fn draw(data: &Dataset, state: &State, width: f64) -> Chart {
    let (theme, measure) = (&Theme::light(), &TableMeasure);
    chart::draw(&Request {
        data,
        state,
        locale: Locale::of(state.language),
        theme,
        measure,
        width,
        focus: None,
    })
}
