//! The room `import`: shapes of tables, numbers, dates, names, hostile files, and that no cell is lost.

mod answered;
mod books;
mod cells;
mod commodities;
mod conserved;
mod doubted;
mod eurostat;
mod headers;
mod heads;
mod hostile;
mod judged;
mod made;
mod offices;
mod pictures;
mod shapes;
mod totals;
mod units;

use bilateral::import::{Answers, File, Imported, Refusal, import};

/// Answers that most tables leave open.
fn answers() -> Answers {
    Answers { today: "2026-11-28".into(), reporting: Some("AZ".into()), ..Answers::default() }
}

fn read(name: &str, bytes: &[u8], answers: &Answers) -> Result<Imported, Refusal> {
    import(&[File { name, bytes }], answers, &|_, _| {})
}

/// Imports a text; it must be readable.
#[track_caller]
fn text(text: &str, answers: &Answers) -> Imported {
    read("table.csv", text.as_bytes(), answers).expect("it is a table")
}

/// Some columns of a table's rows, as `a b c` a row.
fn rows(imported: &Imported, table: &str, columns: &[&str]) -> Vec<String> {
    let Some(table) = imported.table(table) else { return Vec::new() };
    let at = |name: &&str| table.columns.iter().position(|column| column == name);
    let cells = |row: &bilateral::import::RecordRow| {
        let cells = columns.iter().map(|name| at(name).map_or("?", |at| row.cells[at].as_str()));
        cells.collect::<Vec<_>>().join(" ")
    };
    table.rows.iter().map(cells).collect()
}

/// Partner, measure, value, unit and period of all figures.
fn figures(imported: &Imported) -> Vec<String> {
    rows(imported, "figures", &["partner", "measure", "value", "unit", "period"])
}

fn questions(imported: &Imported) -> Vec<String> {
    imported.questions.iter().map(|question| question.what.to_string()).collect()
}

fn inferred(imported: &Imported) -> String {
    imported.inferred.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn left(imported: &Imported) -> Vec<String> {
    imported.leftovers.iter().map(ToString::to_string).collect()
}
