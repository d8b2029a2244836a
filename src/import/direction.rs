//! From whose side words tell a trade: what a partner exports to the package's country, it imports.

use super::column::{Columns, ReadColumn};
use super::context::Context;
use super::country;
use super::draft::Draft;
use super::sayings;
use super::shape::GridShape;
use super::surroundings::measure;
use super::told::Saying;
use super::words::{self, fold};

/// Endings by which a language without prepositions says `from` and `to`.
const ENDINGS: [(&str, &[&str]); 2] = [
    ("from", &["dan", "dən", "den", "tan", "tən", "ten", "дан", "ден", "нан", "нен", "тан", "тен"]),
    ("towards", &["a", "ə", "e", "ya", "yə", "ye", "ға", "ге", "қа", "ке"]),
];

/// What a text says of the direction.
#[derive(Debug, PartialEq)]
enum Side {
    /// The package's country trades; with whom, if that is said.
    Own(Option<&'static str>),
    /// A partner trades with it; which, if that is said.
    Partner(Option<&'static str>),
    /// It may be either: `X imports by Y`.
    Unsure,
}

/// Turns what headers and titles tell from the partner's side.
pub(super) fn turn(grid: usize, shape: &GridShape, columns: &mut Columns, draft: &mut Draft) {
    let reporting = draft.meta.reporting.clone();
    let said_by_rows = ["reporter", "exporter", "importer", "measure"];
    if reporting.is_empty() || said_by_rows.into_iter().any(|field| columns.has(field)) {
        return;
    }
    let title = title(grid, shape, &reporting, draft);
    let told = columns.context.measure.clone();
    let values = columns.all.iter_mut().filter(|column| column.role == super::column::Role::Value);
    for column in values.filter(|column| !column.told) {
        let own = side(&column.header, column.context.measure.as_deref(), &reporting);
        let place = draft.header_place(grid, column.index);
        match own {
            Some(side) => {
                let text = column.header.clone();
                settle(&mut column.context, side, &text, place, draft);
                tell(grid, column, draft);
            }
            None if column.context.measure.is_some() && column.context.measure == told => {
                if let Some((_, text)) = title.as_ref().filter(|(side, _)| is_partners(side)) {
                    settle(&mut column.context, Side::Partner(None), text, place, draft);
                    tell(grid, column, draft);
                }
            }
            None => {}
        }
    }
    if let Some((side, text)) = title {
        let place = draft.grids[grid].name.clone();
        settle(&mut columns.context, side, &text, place, draft);
    }
}

fn is_partners(side: &Side) -> bool {
    matches!(side, Side::Partner(_))
}

/// What the titles say, and the one that does.
fn title(grid: usize, shape: &GridShape, reporting: &str, draft: &Draft) -> Option<(Side, String)> {
    let sheet = &draft.grids[grid];
    let mut cells = shape.titles.clone().flat_map(|row| sheet.filled(row).map(move |at| (row, at)));
    cells.find_map(|(row, column)| {
        let text = sheet.cell(row, column);
        let said = side(text, Context::read(text).measure.as_deref(), reporting);
        said.map(|side| (side, text.to_owned()))
    })
}

fn settle(context: &mut Context, side: Side, text: &str, place: String, draft: &mut Draft) {
    match side {
        Side::Own(partner) => {
            context.partner = context.partner.take().or(partner.map(String::from));
        }
        Side::Unsure => context.measure = None,
        Side::Partner(partner) => {
            let turned = match context.measure.as_deref() {
                Some("exports") => "imports",
                Some("imports") => "exports",
                _ => return,
            };
            context.measure = Some(turned.into());
            context.partner = context.partner.take().or(partner.map(String::from));
            let by_partner = words::split(text).into_iter().any(is_statistics);
            context.reporter = partner.filter(|_| by_partner).map(String::from);
            let what = Saying::of(sayings::TURNED).text("text", text);
            draft.infer(&place, what.with("measure", measure(turned)));
        }
    }
}

fn is_statistics(word: &str) -> bool {
    words::find("statistics", word).is_some()
}

/// The column's use as it is now.
fn tell(grid: usize, column: &ReadColumn, draft: &mut Draft) {
    let at = (grid as u16, column.index as u16);
    for used in draft.used.iter_mut().filter(|used| (used.grid, used.column) == at) {
        used.field = column.context.measure.clone().unwrap_or_else(|| "value".into());
    }
}

/// From whose side a text tells its exports or imports; none where it names no direction.
fn side(text: &str, measure: Option<&str>, reporting: &str) -> Option<Side> {
    let (turning, other) = match measure? {
        "exports" => ("towards", "from"),
        "imports" => ("from", "towards"),
        _ => return None,
    };
    let words = words::split(text);
    let ours: Vec<String> = country::names(reporting).map(stem).collect();
    let is_ours = |at: usize| {
        let rest = fold(&words[at..].join(" "));
        words[at] == reporting || ours.iter().any(|name| rest.starts_with(name.as_str()))
    };
    let behind = |at: usize, group: &'static str| {
        let before = |back: usize| at.checked_sub(back).map(|before| words[before]);
        let article = before(1).filter(|word| fold(word) == "the").and(before(2));
        let preposition = article.or(before(1));
        preposition.is_some_and(|word| words::find(group, word).is_some())
            || has_ending(words[at], group, reporting)
    };
    let others = |at: usize| {
        let mut runs = (1..=3).rev().filter_map(|length| words.get(at..at + length));
        runs.find_map(|run| country::code(run.join(" ").trim_end_matches("'s")))
            .filter(|code| *code != reporting)
    };
    let all = || 0..words.len();
    if all().any(|at| is_ours(at) && behind(at, turning)) {
        return Some(Side::Partner(all().find_map(others)));
    }
    if !all().any(is_ours) {
        let target = all().filter(|at| behind(*at, turning)).find_map(others);
        return target.map(|partner| Side::Own(Some(partner)));
    }
    let by = all().any(|at| others(at).is_some() && at > 0 && fold(words[at - 1]) == "by");
    if by && !all().any(|at| is_ours(at) && behind(at, other)) {
        return Some(Side::Unsure);
    }
    all().filter(|at| behind(*at, turning)).find_map(others).map(|partner| Side::Own(Some(partner)))
}

/// A name without the vowel that its cases change.
fn stem(name: &str) -> String {
    let name = fold(name);
    let changes = name.ends_with(['а', 'я', 'ь', 'й']) && name.chars().count() > 3;
    let end = name.char_indices().next_back().filter(|_| changes).map_or(name.len(), |(at, _)| at);
    name[..end].to_owned()
}

fn has_ending(word: &str, group: &str, reporting: &str) -> bool {
    let word = fold(word).replace('\'', "");
    let endings = ENDINGS.iter().find(|(known, _)| *known == group).map_or(&[][..], |(_, all)| all);
    country::names(reporting).any(|name| {
        let rest = word.strip_prefix(fold(name).as_str());
        rest.is_some_and(|rest| endings.contains(&rest))
    })
}
