//! Cuts the chart's module in two: what a first chart needs, and what comes when it is wanted.
//!
//! The linker says which function and which bytes of memory each function refers to. What nothing
//! refers to that is reached from the first exports goes into the second module, which shares the
//! memory and the function table of the first and takes what it calls there from its exports. So
//! the cut cannot go wrong in a state that no test has seen.

mod reach;
mod split;

pub(crate) use reach::reach;
pub(crate) use split::split;

/// A part with the name of the cut that it is of, in a section that is no dataset's.
pub(crate) fn marked(mut part: Vec<u8>, name: &str) -> Vec<u8> {
    const SECTION: &str = "bilateral-cut";
    // All three are shorter than 128 bytes.
    part.extend([0, (1 + SECTION.len() + name.len()) as u8, SECTION.len() as u8]);
    part.extend_from_slice(SECTION.as_bytes());
    part.extend_from_slice(name.as_bytes());
    part
}

/// The exports that no chart calls by itself.
pub(crate) const LATER: [&str; 12] = [
    "widget_begin",
    "widget_check",
    "widget_downloads",
    "widget_export",
    "widget_figure",
    "widget_png",
    "widget_problems",
    "widget_rows",
    "widget_sound",
    "widget_sources",
    "widget_speak",
    "widget_table",
];
