//! Where a lane stands, and how high its rows are.

/// Half the height of an event's mark.
pub(super) const RADIUS: f64 = 5.0;

/// The distance of two rows of marks.
pub(super) const ROW: f64 = 14.0;

/// The distance of two rows of titles.
pub(super) const TITLE_ROW: f64 = 17.0;

/// Where a lane stands and how much it may hold.
#[derive(Clone, Copy)]
pub(super) struct LaneFrame {
    /// The upper edge of the lane.
    pub top: f64,
    /// How many rows of marks there may be, and how many rows there are with clusters.
    pub most_rows: u16,
    pub rows: u16,
    pub title_rows: u16,
    /// The partner to name in the list of numbered events, where it holds several.
    pub named: Option<usize>,
    /// The upper and the lower edge of the partner's band.
    pub band: (f64, f64),
    pub lane: u16,
}

/// The height of a lane with so many rows of marks and of titles; without a mark it has no title, but
/// what says so.
pub(super) fn height(rows: u16, title_rows: u16) -> f64 {
    let (rows, title_rows) = if rows == 0 { (1, 1) } else { (rows, title_rows) };
    ROW * f64::from(rows) + TITLE_ROW * f64::from(title_rows) + 8.0
}

/// The baseline of the first row of titles or numbers.
pub(super) fn first_title(frame: &LaneFrame) -> f64 {
    frame.top + ROW * f64::from(frame.rows) + TITLE_ROW
}
