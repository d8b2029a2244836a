//! From data to pixels: linear, logarithmic and time scales, and their ticks.
