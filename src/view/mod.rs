//! What the reader has chosen.

mod attribute;
mod state;

pub use attribute::Words;
pub use state::{Compare, Problem, ScaleKind, State, ThemeChoice, View};
