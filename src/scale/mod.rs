//! From data to pixels: one scale a file, and the ticks that a reader can count with.

mod linear;
mod log;
mod ticks;
mod time;

pub use linear::Linear;
pub use log::Log;
pub use ticks::{Ticks, decades};
pub use time::{Tick, Time, TimeTicks};

/// Maps a value to a vertical position.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ValueScale {
    Linear(Linear),
    Log(Log),
}

impl ValueScale {
    /// The position of `value`; on a log scale values at or below zero stand at its foot.
    pub fn at(&self, value: f64) -> f64 {
        match self {
            ValueScale::Linear(scale) => scale.at(value),
            ValueScale::Log(scale) => scale.at(value),
        }
    }
}
