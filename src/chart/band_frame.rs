//! Where a band's plot stands, and in which colours.

use crate::dataset::Code;
use crate::theme::Color;

/// Where a band's plot stands.
#[derive(Clone, Copy)]
pub(super) struct BandFrame {
    /// The upper grid line.
    pub head: f64,
    /// The zero line.
    pub foot: f64,
    /// The upper and the lower edge of the partner's band.
    pub band: (f64, f64),
    pub lane: u16,
    pub color: Color,
    /// For what steps back.
    pub pale: Color,
    pub partner: Code,
    /// Whether every value is labelled where there is room, or only the telling ones.
    pub all_labels: bool,
}
