//! Where each record comes from: sources, paragraphs, evidence.

use super::super::model::Citation;
use super::super::pause::pause_at;
use super::super::schema::{CITATIONS, SOURCES};
use super::super::vocabulary::SourceKind;
use super::cells::{Row, meant};
use super::{Check, rules};

/// A longer token is a sentence, and sentences belong to their authors.
const MAX_EVIDENCE_WORDS: usize = 8;

impl Check<'_> {
    pub(super) async fn citations(&mut self) {
        for row in self.rows(&CITATIONS) {
            pause_at(row.row).await;
            let record = self.text(row, "record");
            if let Some(slot) = self.slot(&record) {
                slot.get_or_insert_default();
            } else if !record.is_empty() && self.records_whole() {
                self.fault(row, "record", &rules::UNKNOWN_RECORD, &record);
            }
            let Some((source, is_document)) = self.cited(row) else { continue };
            let paragraph = self.paragraph(row, is_document);
            let evidence = self.evidence(row, is_document);
            let Some(Some(known)) = self.slot(&record) else { continue };
            let twice = known.iter().any(|one| (one.source, one.paragraph) == (source, paragraph));
            known.push(Citation { source, paragraph, evidence });
            if twice {
                self.fault(row, "source", &rules::CITED_TWICE, "");
            }
        }
    }

    /// The source's index, and whether it is a document.
    fn cited(&mut self, row: Row) -> Option<(u32, bool)> {
        let id = self.text(row, "source");
        let sources = self.raw.table(&SOURCES);
        let Some(at) = self.sources.get(&id) else {
            if sources.whole && !id.is_empty() {
                self.fault(row, "source", &rules::UNKNOWN_SOURCE, &id);
                let near = meant(&id, self.sources.keys());
                self.mend_hint([&*near, rules::UNKNOWN_SOURCE.hint].concat());
            }
            return None;
        };
        let kind = Row { table: sources, row: at }.shown("kind");
        Some((at as u32, kind == SourceKind::Document.as_str()))
    }

    fn paragraph(&mut self, row: Row, is_document: bool) -> Option<u32> {
        let Some(number) = self.number(row, "paragraph") else {
            if is_document && row.is_empty("paragraph") {
                self.fault(row, "paragraph", &rules::MISSING_PARAGRAPH, "");
            }
            return None;
        };
        if !is_document {
            self.fault(row, "paragraph", &rules::PARAGRAPH_OF_PUBLICATION, "");
        }
        let possible = (1.0..=f64::from(i32::MAX)).contains(&number) && number % 1.0 == 0.0;
        if !possible {
            self.fault(row, "paragraph", &rules::PARAGRAPH, "");
        }
        possible.then_some(number as u32)
    }

    fn evidence(&mut self, row: Row, is_document: bool) -> Vec<String> {
        let evidence = self.list(row, "evidence");
        if is_document && evidence.is_empty() {
            self.fault(row, "evidence", &rules::MISSING_EVIDENCE, "");
        }
        if !is_document && !evidence.is_empty() {
            self.fault(row, "evidence", &rules::EVIDENCE_OF_PUBLICATION, "");
        }
        for token in &evidence {
            if token.split(' ').count() > MAX_EVIDENCE_WORDS {
                self.fault(row, "evidence", &rules::SENTENCE, "");
            }
        }
        evidence
    }
}
