//! Rows of events: a date, a title, countries.

use super::column::{Columns, ReadColumn, Role};
use super::content::content;
use super::date;
use super::draft::Draft;
use super::foot;
use super::grid::letters;
use super::known::ask_reporting;
use super::labels;
use super::language;
use super::made::Part;
use super::marks;
use super::number::Written;
use super::questions;
use super::row_labels::RowLabels;
use super::row_place::{RowPlace, Stop};
use super::sayings;
use super::shape::GridShape;
use super::told::Saying;
use super::words;

/// The kinds of events that the program knows.
const KINDS: [&str; 18] = [
    "visit",
    "meeting",
    "treaty",
    "declaration",
    "statement",
    "commission",
    "council",
    "forum",
    "transport",
    "flight",
    "energy",
    "infrastructure",
    "diplomatic-relations",
    "embassy",
    "security",
    "aid",
    "incident",
    "election",
];
/// What an event has beside its countries, date and note.
const FIELDS: [&str; 6] = ["title", "kind", "status", "id", "source", "url"];
/// The most characters of a title.
const MAX_TITLE: usize = 200;

pub(super) fn read(grid: usize, shape: &GridShape, mut columns: Columns, draft: &mut Draft) {
    if !titled(grid, shape, &mut columns, draft) {
        return;
    }
    if draft.answers.reporting.is_none() {
        ask_reporting(grid, draft);
    }
    let Ok(order) = marks::order(grid, shape, &columns, draft) else { return };
    foot::read(grid, shape, draft);
    for row in shape.body.clone() {
        if draft.grids[grid].filled(row).next().is_none() {
            continue;
        }
        if let Some(why) = super::known::set_aside(grid, row, shape, &columns, draft) {
            draft.leave_row(grid, row, why);
            continue;
        }
        let place = RowPlace { grid, row, columns: &columns, order, fields: &FIELDS };
        match labels::read(&place, draft) {
            Ok(labels) => event(&place, labels, draft),
            Err(Stop::Left(why)) => draft.leave_row(grid, row, why),
            Err(Stop::Asked) => draft.leave_row(grid, row, sayings::ASKED),
        }
    }
}

/// Finds the titles; false where nothing can be read without them.
fn titled(grid: usize, shape: &GridShape, columns: &mut Columns, draft: &mut Draft) -> bool {
    if columns.has("title") {
        return true;
    }
    // Where one column of texts is left, it has the titles.
    let left =
        columns.all.iter().filter(|column| matches!(column.role, Role::Left(_)) && !column.told);
    // A header that speaks of amounts is over no titles.
    let left =
        left.filter(|column| column.context.measure.is_none() && !column.context.is_amount());
    // Numbers, shares and dates are none either.
    let is_text = |column: &&ReadColumn| {
        let content = content(&draft.grids[grid], shape, column.index);
        content.texts * 10 >= content.filled * 6
    };
    let left: Vec<usize> = left.filter(is_text).map(|column| column.index).collect();
    if left.is_empty() || !columns.has("period") && !columns.has("year") {
        let place = draft.grids[grid].name.clone();
        let answers = vec!["--map \"COLUMN=value\"".into(), "--map \"COLUMN=title\"".into()];
        draft.ask(place, questions::TABLE, answers);
        return false;
    }
    if let [only] = left[..] {
        let place = draft.header_place(grid, only);
        draft.infer(&place, sayings::ONLY_TITLES);
        for column in &mut columns.all {
            if column.index == only {
                column.role = Role::Field("title");
            }
        }
        // The column was left when its uses were told.
        draft.columns.remove(&(grid as u16, only as u16));
        let used = draft.used.iter_mut();
        for used in used.filter(|used| (used.grid, used.column) == (grid as u16, only as u16)) {
            used.field = "title".into();
        }
        for row in shape.header.clone() {
            draft.name(Draft::at(grid, row, only));
        }
        return true;
    }
    let answers = left.iter().map(|index| format!("--map \"{}=title\"", letters(*index)));
    let answers = answers.collect();
    let place = draft.grids[grid].name.clone();
    draft.ask(place, questions::TITLES, answers);
    false
}

fn event(place: &RowPlace, labels: RowLabels, draft: &mut Draft) {
    let answers = draft.answers;
    let Some(title) = labels.field("title").map(String::from) else {
        return draft.leave_row(place.grid, place.row, sayings::NO_TITLE);
    };
    // A currency and a number may be a name, as that of a conference is: COP29.
    let is_name = title.starts_with(|char: char| char.is_ascii_uppercase())
        && !title.contains(char::is_whitespace);
    if Written::parse(&title).is_some() && !is_name || date::read(&title).is_some() {
        return draft.leave_row(place.grid, place.row, sayings::NUMBER_TITLE);
    }
    let title = joined(place, title, draft);
    if title.chars().count() > MAX_TITLE {
        let why = Saying::of(sayings::LONG_TITLE).text("n", MAX_TITLE.to_string());
        return draft.leave_row(place.grid, place.row, why);
    }
    let Some(partners) = labels.context.partner.clone().or_else(|| answers.partner.clone()) else {
        let hints = vec!["--partner CODE".into(), "--map \"COLUMN=partner\"".into()];
        draft.ask(draft.grids[place.grid].name.clone(), questions::EVENTS_WITH, hints);
        return draft.leave_row(place.grid, place.row, sayings::ASKED);
    };
    let date = labels.context.period.clone().or_else(|| answers.period.clone());
    let kind = kind(place, labels.field("kind"), draft);
    let status = status(place, labels.field("status"), date.as_deref(), draft);
    let basis = if date.is_some() { "stated" } else { "none" };
    let told = answers.lang.as_deref().unwrap_or("en");
    let language = language::of_title(told, &title);
    if language != told {
        let what = Saying::of(sayings::OTHER_LANGUAGE).text("text", &title);
        let address = draft.grids[place.grid].address(place.row, 0);
        draft.infer(&address, what.text("language", language));
    }
    let title_column = format!("title_{language}");
    let mut from = labels.from.clone();
    // An event's address is its source.
    let url = labels.field("url").filter(|url| url.starts_with("http"));
    from.retain(|(field, _)| *field != "url" || url.is_some());
    let note = draft.note(labels.notes.clone());
    let source = draft.source(place.grid, labels.field("source"), url);
    let cells = [
        ("id", draft.id("e", labels.field("id"))),
        ("partners", partners),
        ("kind", kind),
        ("date", date.unwrap_or_default()),
        ("date_basis", basis.to_owned()),
        ("status", status),
        ("certainty", "stated".to_owned()),
        ("note", note),
        (title_column.as_str(), title),
        ("source", source),
    ];
    let from: Vec<_> = from
        .iter()
        .map(|(field, at)| {
            (if *field == "title" { title_column.as_str() } else { own(field) }, *at)
        })
        .collect();
    if !draft.row("events", &cells, &from) {
        draft.leave_row(place.grid, place.row, sayings::TOO_MANY);
    }
}

/// The lines of a title as one.
fn joined(place: &RowPlace, title: String, draft: &mut Draft) -> String {
    if !title.contains(char::is_control) {
        return title;
    }
    if let Some(column) = place.columns.of("title").next().map(|column| column.index)
        && draft.said(place.grid, column, sayings::LINES)
    {
        draft.infer(&place.address(draft, column), sayings::LINES);
    }
    let words = title.split(|char: char| char.is_whitespace() || char.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A word of the program's list, or one of the package's own.
fn kind(place: &RowPlace, text: Option<&str>, draft: &mut Draft) -> String {
    let told = draft.answers.kind.clone();
    let Some(text) = text.map(String::from).or(told) else {
        let name = draft.grids[place.grid].name.clone();
        if draft.said(place.grid, 0, "kind") {
            draft.infer(&name, sayings::KIND);
        }
        return draft.term("kind", Part::made("event"));
    };
    let word = words::fold(&text).replace(' ', "-");
    if KINDS.contains(&word.as_str()) { word } else { draft.term("kind", Part::Said(text)) }
}

fn status(place: &RowPlace, text: Option<&str>, date: Option<&str>, draft: &mut Draft) -> String {
    if let Some(status) = text.and_then(|text| words::find("status", text)) {
        return status.to_owned();
    }
    let today = draft.answers.today.as_str();
    let later = date.is_some_and(|date| {
        let length = date.len().min(today.len());
        date.get(..length).zip(today.get(..length)).is_some_and(|(date, today)| date > today)
    });
    if later {
        let address = draft.grids[place.grid].address(place.row, 0);
        draft.infer(&address, sayings::FUTURE);
        return "planned".into();
    }
    "done".into()
}

/// The column of an event that a label's field is.
fn own(field: &'static str) -> &'static str {
    match field {
        "partner" => "partners",
        "period" => "date",
        "url" => "source",
        other => other,
    }
}
