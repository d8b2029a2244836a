//! A linear scale from zero.

/// `foot` is the position of zero, `head` that of `top`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    pub top: f64,
    pub foot: f64,
    pub head: f64,
}

impl Linear {
    pub fn at(&self, value: f64) -> f64 {
        if self.top > 0.0 {
            self.foot + (self.head - self.foot) * (value / self.top)
        } else {
            self.foot
        }
    }
}
