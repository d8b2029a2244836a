//! A logarithmic scale between two positive values.

/// `foot` is the position of `bottom`, `head` that of `top`; `0 < bottom < top`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Log {
    /// The value at the foot.
    pub bottom: f64,
    /// The value at the head.
    pub top: f64,
    /// The position of `bottom` in pixels: the larger number, as y grows downwards.
    pub foot: f64,
    /// The position of `top` in pixels.
    pub head: f64,
}

impl Log {
    /// The position of `value` in pixels; values outside the two stand at the nearer end.
    pub fn at(&self, value: f64) -> f64 {
        let value = value.clamp(self.bottom, self.top);
        let share = (value / self.bottom).log2() / (self.top / self.bottom).log2();
        self.foot + (self.head - self.foot) * share
    }
}
