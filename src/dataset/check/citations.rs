//! Where each record comes from: sources, paragraphs, evidence.

use super::super::model::Citation;
use super::super::raw::Cell;
use super::super::schema::{CITATIONS, SOURCES};
use super::Check;
use super::cells::Row;

/// A longer token is a sentence, and sentences belong to their authors.
const MAX_EVIDENCE_WORDS: usize = 8;

impl<'a> Check<'a> {
    pub fn citations(&mut self) {
        for row in self.rows(&CITATIONS) {
            let record = self.text(row, "record");
            if !self.is_record(&record) && !record.is_empty() && self.records_whole() {
                self.fault(row, "record", &["unknown record \"", &record, "\""], "mend the id");
            }
            self.citations.entry(record.clone()).or_default();
            let Some((source, is_document)) = self.cited(row) else { continue };
            let paragraph = self.paragraph(row, is_document);
            let evidence = self.evidence(row, is_document);
            let known = self.citations.entry(record).or_default();
            let twice = known.iter().any(|one| (one.source, one.paragraph) == (source, paragraph));
            known.push(Citation { source, paragraph, evidence });
            if twice {
                let hint = "put all evidence of one paragraph into one citation";
                self.fault(row, "source", &["the same citation twice"], hint);
            }
        }
    }

    /// The source's index, and whether it is a document.
    fn cited(&mut self, row: Row) -> Option<(u16, bool)> {
        let id = self.text(row, "source");
        let sources = self.raw.table(&SOURCES);
        let Some(&at) = self.sources.get(&id) else {
            if sources.whole && !id.is_empty() {
                let hint = "add it to the table sources, or mend the id";
                self.fault(row, "source", &["unknown source \"", &id, "\""], hint);
            }
            return None;
        };
        let kind = Row { table: sources, row: at }.cell("kind");
        Some((at as u16, *kind == Cell::Text("document".into())))
    }

    fn paragraph(&mut self, row: Row, is_document: bool) -> Option<u16> {
        let Some(number) = self.number(row, "paragraph") else {
            if is_document && row.is_empty("paragraph") {
                let hint = "count the document's paragraphs from 1, without blank lines";
                self.fault(row, "paragraph", &["missing paragraph"], hint);
            }
            return None;
        };
        if !is_document {
            let hint = "publications are cited as a whole";
            self.fault(row, "paragraph", &["paragraph of a publication"], hint);
        }
        if number < 1.0 || number > f64::from(u16::MAX) || number % 1.0 != 0.0 {
            let hint = "paragraphs are whole numbers from 1";
            self.fault(row, "paragraph", &["impossible paragraph"], hint);
            return None;
        }
        Some(number as u16)
    }

    fn evidence(&mut self, row: Row, is_document: bool) -> Vec<String> {
        let evidence = self.list(row, "evidence");
        if is_document && evidence.is_empty() {
            let hint = "give the numbers, dates or names as the paragraph spells them";
            self.fault(row, "evidence", &["missing evidence"], hint);
        }
        if !is_document && !evidence.is_empty() {
            let hint = "evidence is checked against documents only; leave it empty";
            self.fault(row, "evidence", &["evidence of a publication"], hint);
        }
        for token in &evidence {
            if token.split_whitespace().count() > MAX_EVIDENCE_WORDS {
                let hint = "give numbers, dates and names, never a sentence";
                self.fault(row, "evidence", &["evidence of more than 8 words"], hint);
            }
        }
        evidence
    }
}
