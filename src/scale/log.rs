//! A logarithmic scale between two positive values.

/// `foot` is the position of `bottom`, `head` that of `top`; `0 < bottom < top`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Log {
    pub bottom: f64,
    pub top: f64,
    pub foot: f64,
    pub head: f64,
}

impl Log {
    pub fn at(&self, value: f64) -> f64 {
        let value = value.clamp(self.bottom, self.top);
        let share = (value / self.bottom).log2() / (self.top / self.bottom).log2();
        self.foot + (self.head - self.foot) * share
    }
}
