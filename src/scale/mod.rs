//! From data to pixels: one scale a file, and the ticks that a reader can count with.
//!
//! ```
//! use bilateral::scale::{Linear, Ticks, ValueScale};
//!
//! let ticks = Ticks::from_zero(529.4, 3);
//! assert_eq!((ticks.step, ticks.top()), (200.0, 600.0));
//!
//! let scale = ValueScale::Linear(Linear { top: ticks.top(), foot: 300.0, head: 0.0 });
//! assert_eq!(scale.at(150.0), 225.0);
//! ```

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
    /// Equal steps from zero.
    Linear(Linear),
    /// Equal steps for equal factors.
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
