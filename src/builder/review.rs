//! What was found in somebody's tables, each under the address that a spreadsheet gives it.

use serde_json::{Value, json};

use super::said::said;
use super::trace::{Origin, Trace};
use crate::dataset::{Dataset, Diagnostic, Language, Severity, check_files};
use crate::import::{self, Answers, At, Imported, Leftover, letters};
use crate::locale::{self, LanguageSource, Locale};
use crate::reading::{EmptyView, nothing_to_show};

/// The most messages of one list.
const MAX_TOLD: usize = 500;
/// Tables whose rows are records.
const RECORDS: [&str; 5] = ["figures", "events", "projects", "sectors", "people"];

/// What a review comes to.
pub(super) struct Review {
    pub told: Value,
    /// The package.
    pub files: Vec<(String, Vec<u8>)>,
    /// The dataset with the words that it brings, where nothing is wrong.
    pub data: Option<(Dataset, Vec<LanguageSource>)>,
}

pub(super) fn review(imported: &Imported, answers: &Answers, name: &str) -> Review {
    let files = import::write(imported, &answers.today, name);
    let questions: Vec<Value> =
        imported.questions.iter().map(|one| question(one, imported)).collect();
    let rows: usize =
        RECORDS.iter().filter_map(|name| imported.table(name)).map(|table| table.rows.len()).sum();
    let mut told = json!({
        "columns": imported.columns.iter().map(column).collect::<Value>(),
        "inferred": imported.inferred.iter().map(|one| json!({
            "place": shown(&one.place), "at": cell(&one.place, imported),
            "what": said(&one.what),
        })).collect::<Value>(),
        "questions": questions,
        "left": imported.leftovers.iter().take(MAX_TOLD).map(|one| json!({
            "place": shown(&one.place), "at": at(one.first), "text": one.text,
            "why": said(&one.why),
        })).collect::<Value>(),
        "leftCells": imported.leftovers.iter().map(Leftover::cells).sum::<usize>(),
        "leftMore": imported.leftovers.len().saturating_sub(MAX_TOLD),
        "messages": [],
        "empty": [],
        "meta": { "title": imported.meta.title, "reporting": imported.meta.reporting },
        "rows": rows,
        "ok": false,
    });
    if !imported.questions.is_empty() || rows == 0 {
        return Review { told, files, data: None };
    }
    let (mut data, mut found) = match check_files(&files) {
        Ok((data, found)) => (data, found),
        Err(found) => (Dataset::default(), found),
    };
    let words = locale::languages(files.as_slice(), locale::sources, &mut found);
    let is_good = !found.iter().any(Diagnostic::is_error);
    if is_good {
        found.extend(locale::without_words(&data, files.as_slice(), &words));
    }
    let mut trace = Trace::new(imported, &files);
    let messages = found.iter().take(MAX_TOLD).map(|one| message(one, imported, &mut trace));
    told["messages"] = messages.collect();
    told["messagesMore"] = json!(found.len().saturating_sub(MAX_TOLD));
    told["ok"] = json!(is_good);
    if is_good {
        told["empty"] = nothing_to_show(&data).iter().map(empty).collect();
        told["counts"] = json!({
            "figures": data.figures.len(),
            "events": data.events.len(),
            "partners": data.partners.len(),
        });
        // Figures alone can be told in any language.
        if !locale::has_texts(&data) {
            data.meta.languages = Language::BUILT_IN.to_vec();
        }
        // Names of countries in one language only would make mixed sentences in the others.
        for language in locale::languages_of(&data) {
            if let Some(locale) = Locale::find(language) {
                locale::complete(&mut data, locale);
            }
        }
        told["languages"] = locale::languages_of(&data).iter().map(|one| one.code()).collect();
    }
    Review { told, files, data: is_good.then_some((data, words)) }
}

fn at(At { grid, row, column }: At) -> Value {
    json!([grid, row, column])
}

fn column(one: &import::ColumnUse) -> Value {
    json!({
        "sheet": one.grid,
        "column": one.column,
        "letters": letters(one.column.into()),
        "header": one.header,
        "field": one.field,
        "value": one.is_value,
    })
}

/// A question with its answers as options and values; a value in capitals stands for one to be given.
fn question(one: &import::Question, imported: &Imported) -> Value {
    let answers = one.answers.iter().filter_map(|answer| {
        let (option, value) = answer.strip_prefix("--")?.split_once(' ')?;
        Some(json!([option, value.trim_matches('"')]))
    });
    json!({
        "place": shown(&one.place),
        "at": cell(&one.place, imported),
        "what": said(&one.what),
        "answers": answers.collect::<Value>(),
    })
}

/// A view with nothing to show, and the sentence of the command line.
fn empty(one: &EmptyView) -> Value {
    json!({ "view": one.view, "why": one.why, "others": one.others, "text": one.to_string() })
}

fn message(one: &Diagnostic, imported: &Imported, trace: &mut Trace) -> Value {
    let severity = match one.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "notice",
    };
    let (place, at) = match trace.origin(&one.place) {
        Origin::Cell(at) => (address(at, imported), self::at(at)),
        Origin::Package(what) => (what, Value::Null),
    };
    json!({ "severity": severity, "place": place, "at": at, "what": one.what, "hint": one.hint })
}

/// `Sheet1 B7`.
fn address(At { grid, row, column }: At, imported: &Imported) -> String {
    let name = imported.grids.get(usize::from(grid)).map_or("", String::as_str);
    format!("{name} {}{}", letters(column.into()), row + 1)
}

/// A place of an import as it is shown: `Sheet1!B7` as `Sheet1 B7`.
fn shown(place: &str) -> String {
    place.replacen('!', " ", 1)
}

/// The cell of a place such as `Sheet1!B7`, `Sheet1!B7:B12` or `Sheet1!B "Exports"`; none of a whole
/// table.
fn cell(place: &str, imported: &Imported) -> Value {
    let mut grids = imported.grids.iter().enumerate();
    let found = grids.find_map(|(grid, name)| {
        let cell = place.strip_prefix(name.as_str())?.strip_prefix('!')?;
        let end = cell.find(|char: char| !char.is_ascii_uppercase()).unwrap_or(cell.len());
        let digits = &cell[end..];
        let digits =
            &digits[..digits.find(|char: char| !char.is_ascii_digit()).unwrap_or(digits.len())];
        let column = cell[..end].bytes().try_fold(0_u32, |number, byte| {
            number.checked_mul(26)?.checked_add(u32::from(byte - b'A') + 1)
        })?;
        let row = digits.parse::<u32>().unwrap_or(1);
        Some(json!([grid, row.saturating_sub(1), column.checked_sub(1)?]))
    });
    found.unwrap_or(Value::Null)
}
