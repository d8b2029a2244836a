//! The signs that a key explains.

/// A sign that needs explaining.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Own,
    Partner,
    Doubtful,
    Ambiguous,
    Derived,
    PartYear,
    Years,
    WholeYear,
    Slope,
    InferredSlope,
    Pair,
    Visit,
    Treaty,
    Commission,
    Transport,
    Relations,
    Other,
    Planned,
    Suggested,
    Begun,
    OneSided,
    Imprecise,
    Unsure,
    Open,
    Cluster,
    Done,
    UnderWay,
    Intended,
    Proposed,
    Claimed,
    NotMentioned,
}

/// Which signs a drawing has used.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen(u32);

impl Seen {
    pub(super) fn add(&mut self, sign: Sign) {
        self.0 |= 1 << sign as u32;
    }

    pub(super) fn has(self, sign: Sign) -> bool {
        self.0 & (1 << sign as u32) != 0
    }
}
