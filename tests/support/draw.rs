//! Draws as the native renderer does: the light theme, widths by the table, nothing in focus.

use bilateral::dataset::Dataset;
use bilateral::locale::Locale;
use bilateral::text::TableMeasure;
use bilateral::theme::Theme;
use bilateral::view::State;
use bilateral::widget::{Look, Picture};

/// The picture of a state, `width` CSS pixels wide.
pub(crate) fn draw(data: &Dataset, state: &State, width: f64) -> Picture {
    let locale = Locale::of(state.language);
    let look = Look { locale, theme: &Theme::light(), measure: &TableMeasure, width };
    Picture::new(data, state, look)
}

/// The same with a record chosen.
pub(crate) fn chosen(data: &Dataset, state: &State, width: f64, record: Option<&str>) -> Picture {
    draw(data, &State { select: record.map(str::to_owned), ..state.clone() }, width)
}
