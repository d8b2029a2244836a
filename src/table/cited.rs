//! The sources of the table, numbered in the order in which its records cite them.

use crate::dataset::Entry;

/// The sources of the entries as indexes into the dataset's, in the order in which they are cited.
pub fn cited(entries: &[Entry]) -> Vec<u32> {
    let mut sources = Vec::new();
    for entry in entries {
        for citation in &entry.record().citations {
            if !sources.contains(&citation.source) {
                sources.push(citation.source);
            }
        }
    }
    sources
}

/// The number of a source, from 1; 0 where it is not cited.
pub(super) fn number(sources: &[u32], source: u32) -> usize {
    sources.iter().position(|known| *known == source).map_or(0, |at| at + 1)
}
