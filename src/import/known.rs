//! Downloads and sheets whose columns are known by name: UN Comtrade, WITS, TimelineJS.

use std::collections::{BTreeMap, HashSet};

use super::answers::named;
use super::column::{Columns, ReadColumn, Role};
use super::commodity;
use super::concepts;
use super::country;
use super::draft::Draft;
use super::grid::letters;
use super::marks::is_missing;
use super::markup;
use super::questions;
use super::sayings;
use super::shape::GridShape;
use super::told::{Piece, Saying};
use super::wholes;
use super::words::fold;

/// Columns that cut trade into parts, and what stands in them for the whole.
const PARTS: [(&str, &[&str]); 7] = [
    ("partner2code", &["0"]),
    ("2nd partner code", &["0", ""]),
    ("partner2iso", &["w00"]),
    ("customscode", &["c00"]),
    ("motcode", &["0"]),
    ("moscode", &["0"]),
    ("mode of transport code", &["0"]),
];

/// Quantities and valuations of a download, and what a note says of them.
const NOTED: [(&str, &str); 9] = [
    ("netwgt", "net"),
    ("netweight (kg)", "net"),
    ("grosswgt", "gross"),
    ("qty", "quantity"),
    ("quantity", "quantity"),
    ("qtyunitabbr", "quantity-unit"),
    ("qty unit", "quantity-unit"),
    ("quantity unit", "quantity-unit"),
    ("valuation", "valuation"),
];

/// Valuations that a download gives beside its value, and what they are called.
const VALUED: [(&str, &str); 4] = [
    ("cifvalue", "cif"),
    ("fobvalue", "fob"),
    ("cif trade value (us$)", "cif"),
    ("fob trade value (us$)", "fob"),
];

/// Columns of a TimelineJS sheet that have no field.
const TIMELINE: [&str; 8] = [
    "time",
    "end time",
    "display date",
    "media credit",
    "media caption",
    "media thumbnail",
    "type",
    "background",
];

/// The most texts of a column that are offered where rows must be told apart.
const MAX_OFFERED: usize = 4;

/// Sets the roles of columns that only their company explains.
pub(super) fn settle(grid: usize, shape: &GridShape, columns: &mut Columns, draft: &mut Draft) {
    let headers: HashSet<String> = columns.all.iter().map(|column| fold(&column.header)).collect();
    let has = |name: &str| headers.contains(name);
    if has("primaryvalue") || has("flowcode") || has("trade value (us$)") || has("tradeflowname") {
        download(grid, columns, has("primaryvalue") || has("flowcode"), draft);
    }
    let is_flagged = draft.grids[grid].flagged;
    if has("commodity code") && has("trade flow code") || is_flagged || concepts::are_of(&headers) {
        concepts::settle(columns);
    }
    concepts::sides(columns);
    if has("headline") && has("year") {
        timeline(grid, shape, columns, draft);
    }
    for column in &columns.all {
        let header = fold(&column.header);
        let is_chosen = draft.answers.only.iter().any(|(name, _)| fold(name) == header);
        let part = PARTS.iter().find(|(name, _)| *name == header && !is_chosen);
        columns.parts.extend(part.map(|(_, wholes)| (column.index, *wholes)));
    }
    commodity::settle(columns, draft.answers);
    if columns.has("period") {
        for column in &mut columns.all {
            let part = matches!(column.role, Role::Field("year" | "month" | "quarter" | "day"));
            if part && !column.told {
                column.role = Role::Left(sayings::DATES_SAY_IT.into());
            }
        }
    }
}

fn download(grid: usize, columns: &mut Columns, is_comtrade: bool, draft: &mut Draft) {
    for column in columns.all.iter_mut().filter(|column| !column.told) {
        let header = fold(&column.header);
        let is = |table: &[(&str, &'static str)]| {
            table.iter().find(|(name, _)| *name == header).map(|(_, said)| *said)
        };
        if let Some(said) = is(&NOTED).or_else(|| is(&VALUED)) {
            column.role = Role::Field("note");
            column.made = said;
        } else if PARTS.iter().any(|(name, _)| *name == header) || commodity::is_code(&header) {
            column.role = Role::Left(sayings::PART_OR_WHOLE.into());
        } else if header.starts_with("partner2") || header.starts_with("2nd partner") {
            column.role = Role::Left(sayings::SECOND_PARTNER.into());
        }
    }
    if columns.context.unit.is_none() && is_comtrade {
        let name = draft.grids[grid].name.clone();
        draft.infer(&name, sayings::COMTRADE);
        columns.context.unit = Some("USD".into());
        if draft.meta.publisher.is_empty() {
            draft.meta.publisher = "UN Comtrade".into();
            draft.meta.url = "https://comtradeplus.un.org/".into();
        }
    }
}

/// The slide that is the title is no event.
fn timeline(grid: usize, shape: &GridShape, columns: &mut Columns, draft: &mut Draft) {
    let name = draft.grids[grid].name.clone();
    draft.infer(&name, sayings::TIMELINE);
    let of = |columns: &Columns, name: &str| {
        columns.all.iter().find(|column| fold(&column.header) == name).map(|column| column.index)
    };
    let (kind, headline) = (of(columns, "type"), of(columns, "headline"));
    if let (Some(kind), Some(headline)) = (kind, headline) {
        for row in shape.body.clone() {
            if fold(draft.grids[grid].cell(row, kind)) == "title" {
                let title = draft.grids[grid].cell(row, headline).to_owned();
                draft.meta.title = markup::plain(&title, &mut None).unwrap_or(title);
                draft.name(Draft::at(grid, row, headline));
                draft.name(Draft::at(grid, row, kind));
                columns.titles.insert(row);
            }
        }
    }
    for column in columns.all.iter_mut().filter(|column| !column.told) {
        if TIMELINE.contains(&fold(&column.header).as_str()) {
            column.role = Role::Left(sayings::TIMELINE_FIELD.into());
        }
    }
}

/// Why a row is not read: by --only, as a title, or as a part whose whole is there too.
pub(super) fn set_aside(
    grid: usize,
    row: usize,
    shape: &GridShape,
    columns: &Columns,
    draft: &mut Draft,
) -> Option<Saying> {
    if columns.titles.contains(&row) {
        return Some(sayings::OF_TITLE.into());
    }
    for (name, wanted) in &draft.answers.only {
        let sheet = &draft.grids[grid];
        let of = |column: &&ReadColumn| named(name, &column.header, &letters(column.index));
        if let Some(column) = columns.all.iter().find(of)
            && fold(sheet.cell(row, column.index)) != fold(wanted)
        {
            return Some(Saying::of(sayings::BY_ONLY).text("column", name).text("text", wanted));
        }
    }
    if let Some(why) = columns.pivot.as_ref().and_then(|pivot| pivot.set_aside(row)) {
        return Some(why);
    }
    for (column, wholes) in &columns.parts {
        let text = fold(draft.grids[grid].cell(row, *column));
        if !wholes.contains(&text.as_str())
            && wholes::exist([grid, row, *column], wholes, shape, columns, draft)
        {
            return Some(Saying::of(sayings::PART).text("text", text));
        }
    }
    None
}

/// Whose package it is: as answered, else the only or most frequent reporter.
pub(super) fn reporting(grid: usize, shape: &GridShape, columns: &Columns, draft: &mut Draft) {
    if let Some(reporting) = &draft.answers.reporting {
        draft.meta.reporting.clone_from(reporting);
        return;
    }
    if !draft.meta.reporting.is_empty() {
        return;
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let indexes: Vec<usize> = columns.of("reporter").map(|column| column.index).collect();
    for row in shape.body.clone() {
        let sheet = &draft.grids[grid];
        let code = indexes.iter().find_map(|index| {
            let text = sheet.cell(row, *index);
            draft.answers.reading(text).or_else(|| country::code(text))
        });
        if let Some(code) = code {
            *counts.entry(code.to_owned()).or_default() += 1;
        }
    }
    let told = draft.answers.reporter.clone();
    match (counts.len(), counts.into_iter().next(), told) {
        (1, Some((only, _)), _) | (0, None, Some(only)) => {
            let name = draft.grids[grid].name.clone();
            draft.infer(
                &name,
                Saying::of(sayings::REPORTS).with("country", Piece::Country(only.clone())),
            );
            draft.meta.reporting = only;
        }
        _ => ask_reporting(grid, draft),
    }
}

/// Options that choose among rows which say different values.
pub(super) fn telling(
    grid: usize,
    shape: &GridShape,
    columns: &Columns,
    draft: &Draft,
) -> Vec<String> {
    let sheet = &draft.grids[grid];
    let mut options = Vec::new();
    for column in columns.all.iter().filter(|column| matches!(column.role, Role::Left(_))) {
        let texts: HashSet<&str> = shape
            .body
            .clone()
            .take(1000)
            .map(|row| sheet.cell(row, column.index))
            .filter(|text| !is_missing(text))
            .collect();
        let first = shape.body.clone().map(|row| sheet.cell(row, column.index));
        if texts.len() > 1 {
            let mut firsts: Vec<&str> = Vec::new();
            for text in first.filter(|text| !is_missing(text)) {
                if firsts.len() < MAX_OFFERED && !firsts.contains(&text) {
                    firsts.push(text);
                }
            }
            let name = match column.header.as_str() {
                "" => letters(column.index),
                header => header.to_owned(),
            };
            let offered = firsts.iter().map(|text| format!("--only \"{name}={text}\""));
            options.extend(offered);
        }
    }
    options.truncate(2 * MAX_OFFERED);
    options
}

/// Asks whose the figures and events of a sheet are.
pub(super) fn ask_reporting(grid: usize, draft: &mut Draft) {
    let place = draft.grids[grid].name.clone();
    draft.ask(place, questions::WHOSE, vec!["--reporting CODE".into()]);
}
