//! Columns by the names that statistical offices give them: the concepts of SDMX, as Eurostat, the
//! OECD and the IMF export them, and the older heads of UN Comtrade.

use std::collections::HashSet;

use super::column::{Columns, Role};
use super::sayings;
use super::words::fold;

/// Names that none but an export of SDMX has.
const SIGNS: [&str; 7] = [
    "obs_value",
    "time_period",
    "stk_flow",
    "unit_mult",
    "powercode",
    "powercode code",
    "ref_area",
];

/// Columns that say how the others are to be taken.
const UNITS: [&str; 2] = ["indicators", "unit_measure"];

/// Columns that say how sure a value is, by a letter.
const FLAGS: [&str; 5] = ["obs_flag", "obs_status", "flag codes", "flags", "observation status"];
/// What a note calls a letter that is not known.
pub(super) const FLAG: &str = "flag";

/// Columns of the country whose statistics they are, where another names the partner.
const SIDES: [&str; 7] =
    ["country", "country name", "country code", "location", "economy", "area", "geo"];

/// Whether a table is an export of SDMX.
pub(super) fn are_of(headers: &HashSet<String>) -> bool {
    SIGNS.iter().any(|sign| headers.contains(*sign))
}

/// Flows are codes, and never the values.
pub(super) fn settle(columns: &mut Columns) {
    columns.codes = true;
    for column in columns.all.iter_mut().filter(|column| !column.told) {
        if column.context.field == Some("measure") {
            column.role = Role::Field("measure");
        } else if UNITS.contains(&fold(&column.header).as_str()) {
            column.role = Role::Field("unit");
        } else if FLAGS.contains(&fold(&column.header).as_str()) {
            column.role = Role::Field("note");
            column.made = FLAG;
        }
    }
}

/// A country beside a partner is whose statistics they are; a day that no header calls a date, beside
/// one that a header does, is none.
pub(super) fn sides(columns: &mut Columns) {
    let names_partner = |header: &str| {
        let header = fold(header);
        header.starts_with("partner") || header.starts_with("counterpart")
    };
    let partner = columns.of("partner").any(|column| names_partner(&column.header));
    let is_said = |field: &'static str| {
        columns.of(field).any(|column| column.told || column.context.field == Some(field))
    };
    let period = is_said("period") || is_said("year");
    for column in columns.all.iter_mut().filter(|column| !column.told) {
        let is_country = matches!(column.role, Role::Field("partner"))
            || column.role == Role::Left(sayings::OTHER_COUNTRIES.into());
        if partner && is_country && SIDES.contains(&fold(&column.header).as_str()) {
            column.role = Role::Field("reporter");
        }
        if period && column.role == Role::Field("period") && column.context.field.is_none() {
            column.role = Role::Left(sayings::NO_FIELD.into());
        }
    }
}
