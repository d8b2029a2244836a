//! What the reader has chosen.

mod state;

pub use state::{Compare, Problem, ScaleKind, State, ThemeChoice, View};
