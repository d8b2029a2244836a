//! One fact is one record: finds records that say the same, and sources that are the same page.

use std::collections::BTreeMap;

use super::super::raw::Cell;
use super::super::schema::{EVENTS, FIGURES, PEOPLE, PROJECTS, SECTORS, SOURCES, Table};
use super::Check;

/// The columns that make a record what it is.
const IDENTITY: [(&Table, &[&str], &str); 6] = [
    (&SOURCES, &["url", "file"], "keep one entry for one page, and cite that"),
    (
        &FIGURES,
        &["partner", "measure", "value", "unit", "qualifier", "period", "reporter", "derived"],
        MERGE,
    ),
    (&EVENTS, &["partners", "kind", "date", "title"], MERGE),
    (&PROJECTS, &["partners", "sector", "status", "title"], MERGE),
    (&SECTORS, &["partner", "sector", "status"], MERGE),
    (&PEOPLE, &["partner", "name", "role"], MERGE),
];

const MERGE: &str = "keep one record, and give it the citations of both";

impl<'a> Check<'a> {
    pub fn same_facts(&mut self) {
        for (table, columns, hint) in IDENTITY {
            let mut seen: BTreeMap<String, String> = BTreeMap::new();
            for row in self.rows(table) {
                let mut key = String::new();
                for column in columns {
                    push(row.cell(column), &mut key);
                }
                let id = self.optional(row, "id").unwrap_or_default();
                match seen.get(&key) {
                    Some(first) if !is_blank(&key) && *first != id => {
                        self.fault(row, "id", &["the same as \"", first, "\""], hint);
                    }
                    Some(_) => {}
                    None => {
                        seen.insert(key, id);
                    }
                }
            }
        }
    }
}

fn is_blank(key: &str) -> bool {
    key.bytes().all(|byte| byte == 0)
}

fn push(cell: &Cell, key: &mut String) {
    match cell {
        Cell::Text(text) => key.push_str(text),
        Cell::List(list) => key.push_str(&list.join(" ")),
        Cell::Number(number) => key.push_str(&number.to_bits().to_string()),
        Cell::Flag(flag) => key.push(if *flag { '1' } else { '0' }),
        Cell::Empty | Cell::Odd(_) => {}
    }
    key.push('\0');
}
