//! What stands around a table: titles, names of sheets and files, a line that says the unit.

use super::context::Context;
use super::draft::Draft;
use super::fit::MEASURES;
use super::mixed::Mixed;
use super::sayings;
use super::shape::GridShape;
use super::told::{Piece, Saying};
use super::units;

/// Titles above, the sheet's name and the file's say what no header need say.
pub(super) fn find(grid: usize, shape: &GridShape, draft: &mut Draft) -> (Context, Mixed) {
    let (mut context, mut mixed) = (names(grid, draft), Mixed::default());
    for row in shape.titles.clone() {
        let cells: Vec<usize> = draft.grids[grid].filled(row).collect();
        for column in cells {
            let at = Draft::at(grid, row, column);
            let text = draft.grids[grid].cell(row, column).to_owned();
            let said = Context { partner: None, ..Context::read(&text) };
            let said = parted(said, &text, &mut mixed);
            if !said.is_empty() || draft.meta.title.is_empty() {
                draft.name(at);
            }
            if draft.meta.title.is_empty() && text.chars().count() > 3 {
                draft.meta.title.clone_from(&text);
                let place = draft.grids[grid].address(row, column);
                draft.infer(&place, Saying::of(sayings::TITLE).text("text", text));
            }
            // A title of amounts may speak of percentages too; only headers say which are which.
            let percent = said.percent && !said.is_amount();
            context = Context { percent, ..said }.over(&context);
        }
    }
    context = below(grid, shape, context, &mut mixed, draft);
    // What changes is said, and amounts are: which of both stands in the table is asked.
    if context.change && !context.percent && context.is_amount() {
        context.measure = None;
    }
    // A range of years in a title is no period of a value.
    (Context { field: None, period: None, ..context }, mixed)
}

/// What a text says of all values; the units of several measures are said of each of them.
fn parted(said: Context, text: &str, mixed: &mut Mixed) -> Context {
    let found = Mixed::read(text);
    if found.is_empty() {
        return said;
    }
    *mixed = found;
    let measure = mixed.measure();
    Context {
        measure,
        partner: said.partner,
        period: said.period,
        mark: said.mark,
        ..Context::default()
    }
}

/// What the names of the sheet and the file say.
fn names(grid: usize, draft: &mut Draft) -> Context {
    let mut context = Context::default();
    let mut names = vec![draft.grids[grid].name.clone()];
    if draft.sources[grid] != draft.grids[grid].name {
        names.push(draft.sources[grid].clone());
    }
    for name in &names {
        let stem = name.rsplit('/').next().unwrap_or(name);
        let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem).replace(['_', '-'], " ");
        // A name's year is of the file, not of every value in it.
        let mut said = Context { period: None, partner: None, ..Context::read(&stem) };
        // What a file is called makes no shares or changes of its amounts.
        if *name == draft.sources[grid] {
            let measure = said.measure.filter(|measure| measure != "growth");
            said = Context {
                measure,
                percent: false,
                change: false,
                other: None,
                growth: None,
                growth_said: None,
                ..said
            };
        }
        if said.strange.is_some() {
            (said.unit, said.unclear, said.scale, said.strange) = (None, None, None, None);
        }
        if let Some(found) = said.measure.as_deref().filter(|_| context.measure.is_none()) {
            draft.infer(name, Saying::of(sayings::NAME_SAYS).with("measure", measure(found)));
        }
        context = context.over(&said);
    }
    context
}

/// A line below the table that says the unit of all of it.
fn below(
    grid: usize,
    shape: &GridShape,
    mut context: Context,
    mixed: &mut Mixed,
    draft: &mut Draft,
) -> Context {
    for row in shape.foot.clone() {
        let cells: Vec<usize> = draft.grids[grid].filled(row).collect();
        for column in cells {
            let text = draft.grids[grid].cell(row, column).to_owned();
            if units::is_unit_line(&text) {
                let place = draft.grids[grid].address(row, column);
                draft.infer(&place, Saying::of(sayings::OF_TABLE).text("text", &text));
                draft.name(Draft::at(grid, row, column));
                let said = Context { partner: None, ..Context::read(&text) };
                context = context.over(&parted(said, &text, mixed));
            } else if context.strange.is_none() && context.scale.is_none() {
                // What a sentence says may be said of the values, or of something else.
                context.strange = units::mentioned(&text);
            }
        }
    }
    context
}

/// A measure's name, which is told in the reader's language if it is not the user's own.
pub(super) fn measure(name: &str) -> Piece {
    let known = MEASURES.iter().find(|known| **known == name);
    known.map_or(Piece::Text(name.to_owned()), |known| Piece::Said((*known).into()))
}
