//! One fact is one record: finds records that say the same, and sources that are the same page.

use super::super::pause::{pause, pause_at};
use super::super::raw::Cell;
use super::super::schema::{EVENTS, FIGURES, PEOPLE, PROJECTS, SECTORS, SOURCES, Table};
use super::cells::Row;
use super::rules::{self, Rule};
use super::{Check, Index};

/// The columns that make a record what it is.
static IDENTITY: [(&Table, &[&str], &Rule); 6] = [
    (&SOURCES, &["url", "file"], &rules::SAME_PAGE),
    (
        &FIGURES,
        &["partner", "measure", "value", "unit", "qualifier", "period", "reporter", "derived"],
        &rules::SAME_FACT,
    ),
    (&EVENTS, &["partners", "kind", "date", "title"], &rules::SAME_FACT),
    (&PROJECTS, &["partners", "sector", "status", "title"], &rules::SAME_FACT),
    (&SECTORS, &["partner", "sector", "status"], &rules::SAME_FACT),
    (&PEOPLE, &["partner", "name", "role"], &rules::SAME_FACT),
];

impl Check<'_> {
    pub(super) async fn same_facts(&mut self) {
        for (table, columns, rule) in IDENTITY {
            let mut seen = Index::new();
            for row in self.rows(table) {
                pause_at(row.row).await;
                let mut key = String::new();
                columns.iter().for_each(|column| push(row.cell(column), &mut key));
                let blank = key.bytes().all(|byte| byte == 0);
                let Some(first) = seen.insert(key, row.row).filter(|_| !blank) else { continue };
                let first = Row { table: row.table, row: first };
                // Two rows of one id were reported as that.
                if first.is_empty("id") || first.shown("id") != row.shown("id") {
                    let first = self.id_of(first);
                    self.fault(row, "id", rule, &first);
                }
            }
            drop(seen);
            pause().await;
        }
    }
}

fn push(cell: &Cell, key: &mut String) {
    match cell {
        Cell::Text(text) => key.push_str(text),
        Cell::List(list) => {
            for text in list {
                key.push_str(text);
                key.push(' ');
            }
        }
        Cell::Number(number) => key.push_str(&number.to_bits().to_string()),
        Cell::Flag(flag) => key.push(if *flag { '1' } else { '0' }),
        Cell::Local(texts) => {
            for (language, text) in texts {
                key.extend([language.code(), " ", text]);
            }
        }
        Cell::Empty | Cell::Odd(_) => {}
    }
    key.push('\0');
}
