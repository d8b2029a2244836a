//! Rows that break no rule and that no chart would tell as they are meant: of the reporting party with
//! itself, of two partners under one name, and in only some of the package's languages.

use super::super::code::Code;
use super::super::diagnostic::Severity;
use super::super::language::{Language, LocalText};
use super::super::model::{Dataset, Event, Record};
use super::super::schema::{ERAS, EVENTS, FIGURES, PARTNERS, PROJECTS, SECTORS, TERMS, Table};
use super::super::terms::EventKind;
use super::cells::Row;
use super::index::Index;
use super::{Check, rules};

impl Check<'_> {
    /// Warns of records whose only partner is the reporting party: no chart has a place for them. An
    /// election is a country's own, and listed in the table.
    pub(super) fn partners_of_itself(&mut self, dataset: &Dataset) {
        let own = dataset.meta.reporting;
        let is_own = |record: &Record| {
            !record.partners.is_empty() && record.partners.iter().all(|code| *code == own)
        };
        let is_own_event =
            |event: &Event| event.kind != EventKind::ELECTION && is_own(&event.record);
        let figures = dataset.figures.iter().map(|figure| is_own(&figure.record)).collect();
        let events = dataset.events.iter().map(is_own_event).collect();
        let mentions = dataset.sectors.iter().map(|mention| is_own(&mention.record)).collect();
        let tables: [(&'static Table, &str, Vec<bool>); 3] = [
            (&FIGURES, "partner", figures),
            (&EVENTS, "partners", events),
            (&SECTORS, "partner", mentions),
        ];
        for (table, column, own_rows) in tables {
            let Some(first) = own_rows.iter().position(|is_own| *is_own) else { continue };
            let count = own_rows.iter().filter(|is_own| **is_own).count();
            let row = Row { table: self.raw.table(table), row: first };
            let more = match count {
                1 => String::new(),
                _ => [", here and in ", &(count - 1).to_string(), " more rows"].concat(),
            };
            self.fault(row, column, &rules::OWN_PARTNER, &[own.as_str(), &more].concat());
        }
    }

    /// Warns of partners that no reader could tell apart.
    pub(super) fn one_name(&mut self, dataset: &Dataset) {
        for language in self.languages.clone() {
            let mut names = Index::new();
            for row in self.rows(&PARTNERS) {
                let partner = &dataset.partners[row.row];
                let Some(name) = partner.name.in_language(language) else { continue };
                let Some(first) = names.insert(name.to_lowercase(), row.row) else { continue };
                let codes = [dataset.partners[first].code, partner.code];
                // Two rows of one code were reported as that.
                if codes[0] != codes[1] {
                    self.same_name(row, codes, (language, name));
                }
            }
        }
    }

    fn same_name(&mut self, row: Row, codes: [Code; 2], (language, name): (Language, &str)) {
        let [first, second] = codes.each_ref().map(Code::as_str);
        let what = [first, " and ", second, " are both called \"", name, "\" in "].concat();
        let place = (row.row, row.position("name"), Some(language));
        let hint = "give each a name of its own: a reader could not tell them apart";
        let what = what + language.code();
        self.push(row.table.report(Severity::Warning, place, what, hint));
    }

    /// Warns of titles and labels that are missing in a language which others are written in: a chart
    /// in it would have to mix languages.
    pub(super) fn whole_languages(&mut self, dataset: &Dataset) {
        let events: Vec<_> = dataset.events.iter().map(|one| &one.title).collect();
        let projects: Vec<_> = dataset.projects.iter().map(|one| &one.title).collect();
        let terms: Vec<_> = dataset.terms.iter().map(|one| &one.label).collect();
        let eras: Vec<_> = dataset.eras.iter().map(|one| &one.name).collect();
        let tables: [(&'static Table, &str, Vec<&LocalText>); 4] = [
            (&EVENTS, "title", events),
            (&PROJECTS, "title", projects),
            (&TERMS, "label", terms),
            (&ERAS, "name", eras),
        ];
        let mut found = Vec::new();
        for language in &self.languages {
            let is_told = |text: &LocalText| text.has(*language);
            let is_used = tables.iter().any(|(.., texts)| texts.iter().any(|text| is_told(text)))
                || dataset.notes.iter().any(is_told);
            for (table, column, texts) in tables.iter().filter(|_| is_used) {
                let is_missing = |text: &&LocalText| !text.is_empty() && !is_told(text);
                let missing = texts.iter().filter(|text| is_missing(text)).count();
                let first = texts.iter().position(is_missing);
                found.extend(
                    first.map(|row| (*table, row, *column, *language, missing, texts.len())),
                );
            }
        }
        for (table, row, column, language, missing, all) in found {
            let row = Row { table: self.raw.table(table), row };
            let [missing, all] = [missing, all].map(|count| count.to_string());
            let code = language.code();
            let what = [&missing, " of ", &all, " ", column, "s missing in ", code].concat();
            let hint = [
                "fill in ",
                column,
                "_",
                code,
                ": until then a chart in ",
                code,
                " mixes languages",
            ];
            let place = (row.row, row.position(column), Some(language));
            self.push(row.table.report(Severity::Warning, place, what, &hint.concat()));
        }
    }
}
