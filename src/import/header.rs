//! The words above a column.

use super::context::Context;
use super::draft::Draft;
use super::grid::{Grid, letters};
use super::shape::GridShape;

/// The words above a column and what they say; the words of merged cells are of each column below.
pub(super) fn heading(grid: &Grid, shape: &GridShape, column: usize) -> (String, Context) {
    let mut parts: Vec<&str> = Vec::new();
    let mut context = Context::default();
    for row in shape.header.clone() {
        let last = row + 1 == shape.header.end;
        let text = match grid.cell(row, column) {
            "" => match grid.spanned(row, column) {
                Some(span) => grid.cell(span.row, span.column),
                // A group's name stands over its first column alone where nothing is merged.
                None if !last && column > 0 && !grid.cell(row + 1, column).is_empty() => (1
                    ..column)
                    .rev()
                    .map(|left| grid.cell(row, left))
                    .find(|cell| !cell.is_empty())
                    .unwrap_or(""),
                None => "",
            },
            text => text,
        };
        if !text.is_empty() && parts.last() != Some(&text) {
            parts.push(text);
            let said = Context::read(text);
            let field = said.field.or(context.field);
            context = Context { field, ..said.over(&context) };
        }
    }
    (parts.join(" "), context)
}

impl Draft<'_> {
    /// A column as it is named to people: `Sheet1!B`.
    pub(super) fn header_place(&self, grid: usize, column: usize) -> String {
        format!("{}!{}", self.grids[grid].name, letters(column))
    }
}
