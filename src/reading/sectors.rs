//! What `sectors` is about: a row a sector, a cell a partner.

use super::Band;
use crate::dataset::order::{key, sorted_by_key};
use crate::dataset::{Dataset, Sector, Status};
use crate::locale::{self, Locale};

/// One sector that the sources name.
#[derive(Clone, Debug, PartialEq)]
pub struct SectorRow {
    /// The sector of the row.
    pub sector: Sector,
    /// The mentions with each band's partner, by status, as indexes into the dataset's; empty where
    /// there is none.
    pub cells: Vec<Vec<usize>>,
}

impl SectorRow {
    /// With how many partners it is mentioned.
    pub fn partners(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    fn mentions(&self) -> usize {
        self.cells.iter().map(Vec::len).sum()
    }
}

/// From what has come farthest to what one side says.
pub const ORDER: [Status; 5] =
    [Status::Done, Status::UnderWay, Status::Planned, Status::Proposed, Status::Claimed];

/// The place of a status in [`ORDER`].
pub fn place(status: Status) -> usize {
    ORDER.iter().position(|known| *known == status).unwrap_or(0)
}

/// The rows in the order in which they are read: first those with most partners, then with most
/// mentions, then by name.
pub fn in_order<'a>(data: &Dataset, rows: &'a [SectorRow], locale: &Locale) -> Vec<&'a SectorRow> {
    let name = |row: &SectorRow| locale::sort_key(locale, locale.sector(data, row.sector));
    let mut ordered: Vec<&SectorRow> = rows.iter().collect();
    ordered = sorted_by_key(ordered, |row| {
        let this = name(row);
        let place = rows.iter().filter(|other| name(other) < this).count();
        key(-((row.partners() * 1000 + row.mentions()) as i32), place as i32)
    });
    ordered
}

/// The sectors mentioned with any partner.
pub(super) fn rows(data: &Dataset, bands: &[Band]) -> Vec<SectorRow> {
    let mut rows: Vec<SectorRow> = Vec::new();
    for (at, mention) in data.sectors.iter().enumerate() {
        for (column, band) in bands.iter().enumerate() {
            if !mention.record.partners.contains(&band.code) {
                continue;
            }
            let known = rows.iter().position(|row| row.sector == mention.sector);
            let row = known.unwrap_or_else(|| {
                rows.push(SectorRow {
                    sector: mention.sector,
                    cells: vec![Vec::new(); bands.len()],
                });
                rows.len() - 1
            });
            rows[row].cells[column].push(at);
        }
    }
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
        *cell = sorted_by_key(std::mem::take(cell), |at| place(data.sectors[*at].status) as i64);
    }
    rows
}
