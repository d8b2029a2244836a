//! Commodities: where a table has no row of all of them together, each is a measure of its own.

use super::answers::{Answers, named};
use super::column::{Columns, ReadColumn, Role};
use super::draft::Draft;
use super::grid::{At, letters};
use super::marks::is_missing;
use super::row_place::RowPlace;
use super::words::{self, fold};

/// Columns of commodities, codes before names.
const CODES: [&str; 23] = [
    "cmdcode",
    "commodity code",
    "productcode",
    "product code",
    "hs code",
    "hs",
    "sitc",
    "код товара",
    "product group",
    "product categories",
    "product",
    "products",
    "commodity",
    "commodities",
    "товар",
    "товары",
    "товарная группа",
    "məhsul",
    "mal",
    "тауар",
    "мол",
    "ware",
    "warengruppe",
];

/// Columns that name what a code is.
const NAMES: [&str; 8] = [
    "cmddesc",
    "commodity",
    "commodity description",
    "product description",
    "product name",
    "productname",
    "product",
    "товар",
];

/// What stands for all of them.
pub(super) const WHOLES: [&str; 10] = [
    "total",
    "all products",
    "all commodities",
    "all",
    "_t",
    "все товары",
    "всего",
    "cəmi",
    "барлығы",
    "ҳамагӣ",
];

/// The most characters of a name in a measure's label.
const MAX_NAME: usize = 80;

pub(super) fn is_code(header: &str) -> bool {
    CODES.contains(&header)
}

/// Finds the column, and whether all of its rows are read where a whole is there too.
pub(super) fn settle(columns: &mut Columns, answers: &Answers) {
    let find = |names: &[&str]| {
        let of = |name: &&str| {
            columns.all.iter().find(|column| !column.told && fold(&column.header) == **name)
        };
        names.iter().find_map(of)
    };
    let sector = || columns.of("sector").find(|column| !column.told);
    let Some(code) = find(&CODES).or_else(sector) else { return };
    let is_free =
        |column: &&ReadColumn| matches!(column.role, Role::Left(_) | Role::Field("sector"));
    let Some(code) = Some(code).filter(is_free) else { return };
    let name = find(&NAMES).filter(is_free).unwrap_or(code);
    let is_of =
        |column: &ReadColumn, name: &str| named(name, &column.header, &letters(column.index));
    let is_chosen = answers.only.iter().any(|(only, _)| is_of(code, only) || is_of(name, only));
    let found = (code.index, name.index);
    if !is_chosen {
        columns.parts.push((found.0, &WHOLES));
    }
    columns.commodity = Some(found);
}

/// The commodity of a row, by its code and its name; none of a row of all.
pub(super) fn part(
    place: &RowPlace,
    draft: &Draft,
    from: &mut Vec<(&'static str, At)>,
) -> Option<(String, String)> {
    let (code, name) = place.columns.commodity.filter(|_| place.columns.has_values())?;
    let text = |column: usize| Some(place.text(draft, column)).filter(|text| !is_missing(text));
    let said = text(code).or_else(|| text(name))?;
    if WHOLES.contains(&fold(said).as_str()) || words::find("total", said).is_some() {
        return None;
    }
    from.extend([code, name].map(|column| ("measure", place.at(column))));
    let plain = |char: char| if char.is_control() { ' ' } else { char };
    let name = text(name).unwrap_or(said).chars().map(plain).take(MAX_NAME).collect();
    Some((said.to_owned(), name))
}
