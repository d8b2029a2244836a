//! Round values for grid lines.

/// Grid values from 0 to `top` in equal steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ticks {
    /// From one grid value to the next, in the unit of the values: 1, 2, 2.5 or 5 times a power of
    /// ten.
    pub step: f64,
    /// How many steps from 0 to the top: 2 to 5.
    pub count: u32,
}

impl Ticks {
    /// Round ticks from zero that reach `max` in at most `most` steps (2 to 5).
    pub fn from_zero(max: f64, most: u32) -> Ticks {
        let max = if max > 0.0 { max } else { 1.0 };
        let mut power = 1.0;
        while power * 10.0 <= max {
            power *= 10.0;
        }
        while power > max {
            power /= 10.0;
        }
        // From a fifth of the power upwards: the first round step that needs few enough lines.
        for share in [0.2, 0.25, 0.5, 1.0, 2.0, 2.5, 5.0] {
            let step = power * share;
            let count = (max / step - 1e-9).ceil() as u32;
            if count <= most {
                return Ticks { step, count: count.max(2) };
            }
        }
        Ticks { step: power * 10.0, count: 2 }
    }

    /// The highest grid value.
    pub fn top(&self) -> f64 {
        self.value(self.count)
    }

    /// The value so many steps above zero.
    pub fn value(&self, step: u32) -> f64 {
        self.step * f64::from(step)
    }
}

/// The powers of ten that enclose `min` and `max`, both positive.
pub fn decades(min: f64, max: f64) -> Vec<f64> {
    let mut power = 1.0;
    // Tenths of tenths are a little more than they should be.
    while power > min * (1.0 + 1e-9) {
        power /= 10.0;
    }
    while power * 10.0 <= min {
        power *= 10.0;
    }
    let mut powers = vec![power];
    while power < max {
        power *= 10.0;
        powers.push(power);
    }
    if powers.len() == 1 {
        powers.push(power * 10.0);
    }
    powers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_power_of_ten_needs_no_decade_below_it() {
        assert_eq!(decades(1e-6, 1e-5).len(), 2);
        assert_eq!(decades(1e3, 1e6).len(), 4);
    }

    #[test]
    fn ticks_are_round_and_reach_the_maximum() {
        for (max, step, count) in
            [(529.4, 200.0, 3), (4400.0, 2000.0, 3), (12.32, 5.0, 3), (1.0, 0.5, 2), (0.0, 0.5, 2)]
        {
            let ticks = Ticks::from_zero(max, 3);
            assert_eq!((ticks.step, ticks.count), (step, count), "for {max}");
        }
    }

    #[test]
    fn ticks_hold_for_any_magnitude() {
        for exponent in -6..12 {
            for lead in 1..100 {
                let max = f64::from(lead) / 10.0 * 10f64.powi(exponent);
                let ticks = Ticks::from_zero(max, 4);
                assert!(ticks.top() >= max * 0.999_999 && ticks.count <= 4, "{max}: {ticks:?}");
                assert!(ticks.top() <= max * 6.0, "{max}: {ticks:?}");
            }
        }
    }

    #[test]
    fn decades_enclose_the_values() {
        assert_eq!(decades(2.2, 1308.0), [1.0, 10.0, 100.0, 1000.0, 10000.0]);
        assert_eq!(decades(10.0, 10.0), [10.0, 100.0]);
    }
}
