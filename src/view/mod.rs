//! What the reader has chosen.

mod attribute;
mod bound;
mod hidden;
mod keyword;
mod known;
mod state;
mod url;

pub use keyword::Keyword;
pub use state::{Compare, Problem, ScaleKind, State, ThemeChoice, View};
pub use url::encode;

/// CSS pixels below which a chart is compact: one band shows at a time, and events are numbered and
/// listed.
pub const COMPACT: f64 = 480.0;
