//! The corner of a table that is turned over: what it says goes for all of the table.

use super::column::{Columns, ReadColumn, Role};
use super::content::content;
use super::context::Context;
use super::draft::Draft;
use super::sayings;
use super::shape::GridShape;
use super::told::Saying;

/// What stands over the first column, where its cells are periods or partners: it is said of the table.
pub(super) fn settle(grid: usize, shape: &GridShape, columns: &mut Columns, draft: &mut Draft) {
    let says = |context: &Context| context.measure.is_some() || context.is_amount();
    let Some((first, others)) = columns.all.split_first_mut() else { return };
    let values = || others.iter().filter(|column| column.role == Role::Value);
    let is_unit = first.context.field == Some("unit");
    let is_over = (says(&first.context) && first.context.field.is_none() || is_unit) && !first.told;
    let is_cut =
        |column: &ReadColumn| column.context.partner.is_some() || column.context.period.is_some();
    if !is_over || shape.header.is_empty() || values().next().is_none() || !values().all(is_cut) {
        return;
    }
    let content = content(&draft.grids[grid], shape, 0);
    let is_years = content.filled > 1 && content.years == content.filled && content.steady;
    if is_years && values().all(|column| column.context.partner.is_some()) {
        first.role = Role::Field("period");
    } else if is_unit && content.countries == content.filled {
        first.role = Role::Field("partner");
    }
    if !matches!(first.role, Role::Field("period" | "partner")) {
        return;
    }
    let said = Context { partner: None, period: None, field: None, ..first.context.clone() };
    if says(&said) {
        let place = draft.grids[grid].address(shape.header.start, 0);
        draft.infer(&place, Saying::of(sayings::SECTION).text("text", &first.header));
    }
    columns.context = said.over(&columns.context);
    first.context = Context::default();
}
