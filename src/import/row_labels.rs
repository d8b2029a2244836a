//! What a row says of its values, field by field.

use super::context::Context;
use super::draft::Draft;
use super::grid::At;
use super::made::Part;
use super::markup;
use super::sayings;

#[derive(Default)]
pub(super) struct RowLabels {
    pub context: Context,
    pub reporter: Option<String>,
    /// Other fields, as they stand.
    pub fields: Vec<(&'static str, String)>,
    pub notes: Vec<Part>,
    /// The part of the trade that the row is of, by its code and its name.
    pub part: Option<(String, String)>,
    /// What stands at the year, or says how sure its values are: `2021p`.
    pub mark: Option<String>,
    /// A flag calls the row's values estimates.
    pub unsure: bool,
    /// A flag or a column calls them forecasts.
    pub forecast: bool,
    /// The row's address.
    pub link: Option<String>,
    /// Fields, each with a cell that it was made of.
    pub from: Vec<(&'static str, At)>,
}

impl RowLabels {
    /// A text without the tags of HTML; an address in them is the row's where it has no other.
    pub(super) fn plain(&mut self, text: String, at: At, draft: &mut Draft) -> String {
        let Some(plain) = markup::plain(&text, &mut self.link) else { return text };
        if draft.said(at.grid.into(), at.column.into(), sayings::TAGS) {
            let sheet = &draft.grids[usize::from(at.grid)];
            draft.infer(&sheet.address(at.row as usize, at.column.into()), sayings::TAGS);
        }
        plain
    }
}
