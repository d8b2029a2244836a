//! The texts that the import makes itself, written into their rows.

use super::draft::{Draft, column};
use super::made::{Unwritten, joined, languages};

impl Draft<'_> {
    /// Writes the texts that were made: in the languages of those that the tables have, else in all.
    pub(super) fn write_made(&mut self, language: &str) {
        let made = std::mem::take(&mut self.made);
        let mut codes = self.spoken();
        if made.iter().any(|one| one.parts.iter().any(|part| part.speaks().is_some())) {
            codes.push(language.to_owned());
        }
        if codes.is_empty() {
            codes = languages().map(String::from).collect();
        }
        codes.sort_unstable();
        codes.dedup();
        for Unwritten { table, row, column, parts, between } in made {
            let is_of_one = parts.iter().any(|part| part.speaks().is_some());
            for code in codes.iter().filter(|code| !is_of_one || *code == language) {
                let text = joined(&parts, between, code);
                self.write_cell(table, row, &format!("{column}_{code}"), text);
            }
        }
    }

    /// The first table, or the file where there is none.
    pub(super) fn first_place(&self) -> String {
        let grid = self.grids.first().map(|grid| &grid.name);
        let file = || self.inferred.first().map(|one| &one.place);
        grid.or_else(file).cloned().unwrap_or_default()
    }

    /// The languages in which the tables have texts.
    fn spoken(&self) -> Vec<String> {
        let texts =
            self.tables().iter().filter(|table| table.name != "partners").flat_map(|table| {
                let names = table.columns.iter().enumerate();
                names.filter(|(at, _)| {
                    table
                        .rows
                        .iter()
                        .any(|row| row.cells.get(*at).is_some_and(|text| !text.is_empty()))
                })
            });
        let code = |(_, name): (usize, &String)| {
            let (stem, code) = name.rsplit_once('_')?;
            ["title", "label", "text"].contains(&stem).then(|| code.to_owned())
        };
        texts.filter_map(code).filter(|code| code != "from").collect()
    }

    fn write_cell(&mut self, table: &str, row: usize, name: &str, text: String) {
        let known = self.table(table, &[]);
        let at = column(known, name);
        let width = known.columns.len();
        if let Some(row) = known.rows.get_mut(row) {
            row.cells.resize(width.max(row.cells.len()), String::new());
            row.cells[at] = text;
        }
    }
}
