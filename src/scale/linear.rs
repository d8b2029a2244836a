//! A linear scale from zero.

/// `foot` is the position of zero, `head` that of `top`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    /// The value at the head; at 0 or below everything stands at the foot.
    pub top: f64,
    /// The position of zero in pixels: the larger number, as y grows downwards.
    pub foot: f64,
    /// The position of `top` in pixels.
    pub head: f64,
}

impl Linear {
    /// The position of `value` in pixels; values above `top` stand beyond the head.
    pub fn at(&self, value: f64) -> f64 {
        if self.top > 0.0 {
            self.foot + (self.head - self.foot) * (value / self.top)
        } else {
            self.foot
        }
    }
}
