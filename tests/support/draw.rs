//! Draws as the native renderer does: the light theme, widths by the table, nothing in focus.

use bilateral::dataset::Dataset;
use bilateral::locale::Locale;
use bilateral::text::TableMeasure;
use bilateral::theme::Theme;
use bilateral::view::State;
use bilateral::widget::{Look, Picture};

/// The picture of a state, `width` CSS pixels wide.
pub fn draw(data: &Dataset, state: &State, width: f64) -> Picture {
    focused(data, state, width, None)
}

/// The same with a record in focus.
#[allow(dead_code, reason = "each test file uses a part")]
pub fn focused(data: &Dataset, state: &State, width: f64, focus: Option<&str>) -> Picture {
    let locale = Locale::of(state.language);
    let look = Look { locale, theme: &Theme::light(), measure: &TableMeasure, width };
    Picture::new(data, state, look, focus)
}
