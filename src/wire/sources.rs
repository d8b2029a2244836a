//! The sources behind a view: what each one is, what is drawn from it, and what disagrees.

use super::Json;
use crate::dataset::{Dataset, Entry};
use crate::locale::{Locale, append, counted, day, sentence};
use crate::reading::records;
use crate::table::cited;
use crate::words::{
    self as describe, Telling, certainty, evidence, locator, published, source_link, title_basis,
};

/// The panel of sources; they are numbered as in the table.
pub fn sources(telling: Telling) -> String {
    let Telling { data, reading, locale } = telling;
    let words = locale.words;
    let entries = records(data, reading);
    let mut json = Json::new();
    json.object(|json| {
        json.key("sources").array(cited(&entries), |json, source| {
            json.object(|json| one(data, source, &entries, locale, json));
        });
        let conflicts = data.conflicts.iter().filter(|conflict| {
            let shows = |entry: &Entry| conflict.records.contains(&entry.record().id);
            entries.iter().any(shows)
        });
        json.key("disagreements").string(words.disagreements);
        json.key("conflicts").array(conflicts, |json, conflict| {
            let note = data.note(conflict.note).map_or("", |note| note.get(locale.language));
            json.object(|json| {
                json.key("note").string(&sentence(locale, note));
                json.key("records").array(&conflict.records, |json, id| {
                    if let Some(entry) = data.entry(id) {
                        json.object(|json| line(data, entry, locale, json));
                    }
                });
            });
        });
        json.key("versions").string(words.versions);
        json.key("log").array(&data.meta.versions, |json, version| {
            json.object(|json| {
                json.key("version").string(&version.version);
                json.key("date").string(&day(locale, version.date));
                json.key("note").string(version.note.get(locale.language));
            });
        });
        json.key("more").string(words.more_rows);
    });
    json.finish()
}

/// Publisher, title, date and its basis, the place, and the records that cite it.
fn one(data: &Dataset, at: u32, entries: &[Entry], locale: &Locale, json: &mut Json) {
    let source = &data.sources[at as usize];
    json.key("publisher").string(source.publisher_in(locale.language));
    let mut title = source.title.clone();
    append(&mut title, ", ", title_basis(source, locale));
    json.optional("title", Some(&title));
    json.optional("date", published(source, locale).as_deref());
    // A file name tells no reader anything beside a title or an address.
    let nameless = source.title.is_empty() && source.url.is_none();
    json.optional("file", source.file.as_deref().filter(|_| nameless));
    json.optional("url", source.url.as_deref());
    let mut citations = Vec::new();
    for entry in entries {
        for citation in &entry.record().citations {
            if citation.source == at {
                citations.push((*entry, citation));
            }
        }
    }
    let count = counted(locale, &locale.words.records, citations.len() as u32);
    json.key("count").string(&count);
    json.key("records").array(citations, |json, (entry, citation)| {
        json.object(|json| {
            line(data, entry, locale, json);
            json.optional("paragraph", locator(data, citation, locale).as_deref());
            json.optional("evidence", Some(&evidence(citation, locale)));
            if !citation.evidence.is_empty() {
                json.optional("url", source_link(data, citation).as_deref());
            }
        });
    });
}

/// What a record says, and how certain that is.
fn line(data: &Dataset, entry: Entry, locale: &Locale, json: &mut Json) {
    let mut text = String::new();
    if let Entry::Figure(_) = entry {
        text = describe::title(data, entry, locale);
    }
    append(&mut text, ": ", &describe::line(data, entry, locale));
    json.key("record").string(&entry.record().id);
    json.key("text").string(&sentence(locale, &text));
    json.key("certainty").string(&certainty(data, entry, locale));
}
