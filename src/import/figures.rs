//! Rows of figures: one for each cell of values, whether the table is long or wide.

use std::collections::HashMap;

use super::column::{Columns, ReadColumn};
use super::context::Context;
use super::date_reading::Order;
use super::direction;
use super::doubt::Doubt;
use super::draft::Draft;
use super::figure::{Flow, truth};
use super::foot::{self, Foot};
use super::grid::{At, CellKind};
use super::growth;
use super::known;
use super::labels;
use super::made::Part;
use super::marks::{self, is_missing};
use super::number::{DecimalMark, Written};
use super::questions;
use super::row_labels::RowLabels;
use super::row_place::{RowPlace, Stop};
use super::sayings;
use super::shape::GridShape;
use super::told::Saying;
use super::unit_answer as units;
use super::value::CellValue;
use super::words;

/// What a figure has beside its labels.
const FIELDS: [&str; 5] = ["qualifier", "id", "derived", "source", "url"];

/// What makes two values of the same thing: partner, measure, unit, period, reporter.
type Key = [String; 5];

struct Reader<'a> {
    grid: usize,
    shape: &'a GridShape,
    columns: Columns,
    order: Option<Order>,
    /// Of each column of values; none where it was asked for.
    marks: HashMap<usize, Option<DecimalMark>>,
    /// Signs of what is a growth.
    signs: growth::Signs,
    foot: Foot,
    /// Columns say different units.
    units_differ: bool,
    /// What the last line of its own said.
    section: Context,
    known: HashMap<Key, (String, At)>,
}

pub(super) fn read(grid: usize, shape: &GridShape, mut columns: Columns, draft: &mut Draft) {
    known::reporting(grid, shape, &columns, draft);
    direction::turn(grid, shape, &mut columns, draft);
    let Ok(order) = marks::order(grid, shape, &columns, draft) else { return };
    let marks = marks::decimals(grid, shape, &columns, draft);
    let signs = growth::signs(grid, shape, &columns, draft);
    let foot = foot::read(grid, shape, draft);
    let known = HashMap::new();
    let section = Context::default();
    // A title says of all what some of them say of themselves.
    let is_unsure = |column: &ReadColumn| {
        column.context.mark.as_ref().is_some_and(|mark| words::is_unsure(mark))
    };
    if columns.values().any(is_unsure) {
        columns.context.mark = None;
    }
    let units_differ = columns.differ();
    let mut reader =
        Reader { grid, shape, columns, order, marks, signs, foot, units_differ, section, known };
    for row in reader.shape.body.clone() {
        reader.row(row, draft);
    }
}

impl Reader<'_> {
    fn row(&mut self, row: usize, draft: &mut Draft) {
        if self.is_section(row, draft) {
            return;
        }
        if let Some(why) = known::set_aside(self.grid, row, self.shape, &self.columns, draft) {
            draft.leave_row(self.grid, row, why);
            return;
        }
        let read = {
            let place = RowPlace {
                grid: self.grid,
                row,
                columns: &self.columns,
                order: self.order,
                fields: &FIELDS,
            };
            labels::read(&place, draft)
        };
        let labels = match read {
            Ok(labels) => labels,
            Err(Stop::Left(why)) => return draft.leave_row(self.grid, row, why),
            Err(Stop::Asked) => return draft.leave_row(self.grid, row, sayings::ASKED),
        };
        let values: Vec<(usize, Context)> =
            self.columns.values().map(|column| (column.index, column.context.clone())).collect();
        let mut any = false;
        for (column, header) in values {
            any |= self.value(row, column, &header, &labels, draft);
        }
        if !any {
            draft.leave_row(self.grid, row, sayings::NO_VALUE);
        }
    }

    /// A line with one cell says what the rows below it are.
    fn is_section(&mut self, row: usize, draft: &mut Draft) -> bool {
        let sheet = &draft.grids[self.grid];
        let mut filled = sheet.filled(row);
        let (Some(column), None) = (filled.next(), filled.next()) else { return false };
        let text = sheet.cell(row, column).to_owned();
        if self.shape.width < 3 || sheet.kind(row, column) != CellKind::Text {
            return false;
        }
        drop(filled);
        let said = Context { field: None, ..Context::read(&text) };
        if said.measure.is_some() || said.unit.is_some() || said.period.is_some() {
            let at = Draft::at(self.grid, row, column);
            let place = draft.grids[self.grid].address(row, column);
            draft.infer(&place, Saying::of(sayings::SECTION).text("text", text));
            draft.name(at);
            self.section = said.over(&self.section);
            true
        } else {
            false
        }
    }

    /// Makes a figure of one cell; false where it holds no value.
    fn value(
        &mut self,
        row: usize,
        column: usize,
        header: &Context,
        labels: &RowLabels,
        draft: &mut Draft,
    ) -> bool {
        let at = Draft::at(self.grid, row, column);
        let flags = draft.grids[self.grid].flags(row, column).to_owned();
        let text = draft.grids[self.grid].value(row, column).to_owned();
        if is_missing(&text) {
            draft.leave_cell(at, sayings::SAYS_NONE);
            return false;
        }
        let Some(Some(mark)) = self.marks.get(&column).copied() else {
            draft.leave_cell(at, sayings::MARK_ASKED);
            return true;
        };
        let around = self.section.over(&self.columns.context);
        let own_unit = self.units_differ || labels.context.own_unit;
        let mut context = Context { own_unit, ..labels.context.over(&header.over(&around)) };
        self.columns.mixed.fill(&mut context);
        let Some(mut value) = CellValue::read(at, &text, header, context, draft) else {
            draft.leave_cell(at, sayings::NO_NUMBER);
            return false;
        };
        if let Some(why) = value.unfit(draft) {
            draft.leave_cell(at, why);
            return true;
        }
        let unit_place = units::lacking(at, &self.columns, draft);
        let read = Flow::complete(self.grid, row, &value.context, labels, unit_place, draft);
        let mut figure = match read {
            Ok(figure) => figure,
            Err(why) => {
                draft.leave_cell(at, why);
                draft.leave_row(self.grid, row, why);
                return true;
            }
        };
        let part = labels.part.clone();
        figure.measure = draft.own_measure(self.grid, &figure.measure, &figure.unit, part);
        if figure.measure == "growth" && labels.part.is_some() {
            draft.leave_cell(at, sayings::PART_OR_WHOLE);
            return true;
        }
        if figure.measure == "growth" {
            let (context, is_percent) = (&value.context, value.is_percent());
            value.growth =
                growth::reading(at, &self.columns, context, is_percent, &self.signs, draft);
            if value.growth.is_none() {
                draft.leave_cell(at, sayings::ASKED);
                return true;
            }
        }
        let Some(number) = value.number(mark) else {
            draft.leave_cell(at, sayings::OTHER_MARKS);
            return true;
        };
        if number.starts_with('-') && figure.is_trade() && value.ask_brackets(&text, draft) {
            return true;
        }
        value.tell(&text, draft);
        value.mark(&flags, header, &around);
        self.add(at, number, figure, &value.written, labels, draft)
    }

    fn add(
        &mut self,
        at: At,
        value: String,
        figure: Flow,
        written: &Written,
        labels: &RowLabels,
        draft: &mut Draft,
    ) -> bool {
        let Flow { partner, measure, unit, period, reporter } = figure;
        let key = [&partner, &measure, &unit, &period, &reporter].map(Clone::clone);
        if self.is_known(at, &key, &value, draft) {
            return true;
        }
        let Doubt { notes, from, unsure, forecast } =
            Doubt::of(at, written, labels, &self.foot, draft);
        let plain = if unsure || forecast { "about" } else { "exact" };
        let (certainty, reason) = match forecast {
            true => ("inferred", draft.note(vec![Part::made("is-forecast")])),
            false => ("stated", String::new()),
        };
        let mut from = from;
        let qualifier = labels.field("qualifier").unwrap_or(written.qualifier.unwrap_or(plain));
        let own = labels.field("id").filter(|id| draft.is_free(id)).map(String::from);
        let id = draft.id("f", own.as_deref());
        if own.is_none() {
            from.retain(|(field, _)| *field != "id");
        }
        let note = draft.note(notes);
        let source = draft.source(self.grid, labels.field("source"), labels.field("url"));
        let cells = [
            ("id", id),
            ("partner", partner),
            ("measure", measure),
            ("value", value.clone()),
            ("unit", unit),
            ("qualifier", qualifier.to_owned()),
            ("period", period),
            ("period_basis", "stated".to_owned()),
            ("reporter", reporter),
            ("derived", labels.field("derived").map_or("false", truth).to_owned()),
            ("certainty", certainty.to_owned()),
            ("reason", reason),
            ("note", note),
            ("source", source),
        ];
        if !draft.row("figures", &cells, &from) {
            draft.leave_cell(at, sayings::TOO_MANY);
            let place = draft.grids[self.grid].name.clone();
            self.choose(place, [questions::TOO_MANY, questions::TOO_MANY_ALIKE], draft);
            return true;
        }
        self.known.insert(key, (value, at));
        true
    }

    /// Whether the same thing has a value already; another one is asked for.
    fn is_known(&self, at: At, key: &Key, value: &str, draft: &mut Draft) -> bool {
        let Some((known, earlier)) = self.known.get(key) else { return false };
        let sheet = &draft.grids[self.grid];
        let address = |at: &At| sheet.address(at.row as usize, at.column.into());
        let (here, there) = (address(&at), address(earlier));
        if known == value {
            draft.leave_cell(at, Saying::of(sayings::SAME).text("cell", there));
        } else {
            let place = format!("{there}, {here}");
            draft.leave_cell(at, Saying::of(sayings::ELSE).text("cell", there));
            self.choose(place, [questions::SEVERAL, questions::SEVERAL_ALIKE], draft);
        }
        true
    }

    /// Asks which rows are meant; the columns that tell them apart are looked for once.
    fn choose(&self, place: String, [what, alike]: [&'static str; 2], draft: &mut Draft) {
        if draft.said(self.grid, 0, what) {
            let hint = known::telling(self.grid, self.shape, &self.columns, draft);
            // Where no column tells them apart, the user knows which row is wrong.
            let what = if hint.is_empty() { alike } else { what };
            draft.ask(place, what, hint);
        }
    }
}
