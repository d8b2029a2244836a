//! What the reader has chosen.

mod attribute;
mod state;
mod url;

pub use attribute::Words;
pub use state::{Compare, Problem, ScaleKind, State, ThemeChoice, View};
pub use url::encode;
