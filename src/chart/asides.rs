//! What stands beside the axis: records that have no place on it, and what the view leaves out.

use super::headline::qualified;
use super::selection::{self, Band};
use super::{Aside, Request, indexed, offers};
use crate::dataset::{Edtf, Figure, Measure, NoteId};
use crate::locale;
use crate::view::{ScaleKind, View};

/// The partners left out for want of records; values without a period, figures without a number or
/// with an open period, events without a date.
pub fn asides(request: &Request, bands: &[Band]) -> Vec<Aside> {
    let locale = request.locale;
    let words = locale.words;
    let mut asides = Vec::new();
    let others = match request.state.partners.is_empty() && !bands.is_empty() {
        true => selection::left_out(request),
        false => String::new(),
    };
    if !others.is_empty() {
        let text = locale::fill(words.also, &[("list", &others)]);
        asides.push(Aside { text, records: Vec::new() });
    }
    if matches!(request.state.view, View::Sectors | View::Table) {
        return asides;
    }
    if offers::scale(request.state) == ScaleKind::Indexed {
        asides.extend(indexed::aside(request, bands));
    }
    if request.state.view != View::Events && request.state.measure == Measure::Agreements {
        counting_rules(request, bands, &mut asides);
    }
    let (mut periodless, mut unplaced, mut dateless) = <(List, List, List)>::default();
    for band in bands {
        if request.state.view != View::Events {
            for figure in &band.values.undated {
                periodless.add(
                    request,
                    band,
                    &qualified(request, words, figure),
                    &figure.record.id,
                );
            }
            for figure in selection::figures(request, band.partner.code) {
                if has_no_place(figure) {
                    let value = describe(request, figure);
                    unplaced.add(request, band, &value, &figure.record.id);
                }
            }
        }
        if request.state.view != View::Trade {
            for event in selection::undated(request, band.partner.code) {
                dateless.add(request, band, event.title.get(locale.language), &event.record.id);
            }
        }
    }
    let headed =
        |heading: &str, list: &str| [&*locale::sentence(locale, heading), ": ", list].concat();
    let without_period = locale::fill(words.without_period, &[("list", &periodless.text)]);
    let without_place = headed(words.measure(request.state.measure), &unplaced.text);
    let without_date = headed(words.date_not_stated, &dateless.text);
    for (text, list) in
        [(without_period, periodless), (without_place, unplaced), (without_date, dateless)]
    {
        if !list.records.is_empty() {
            asides.push(Aside { text, records: list.records });
        }
    }
    asides
}

/// Whether a figure is no value of one period: it tells a rise alone, or a sum without an end.
fn has_no_place(figure: &Figure) -> bool {
    let is_open = |period: Edtf| period.first().is_none() || period.last().is_none();
    figure.value.is_none() || figure.period.is_some_and(is_open)
}

/// "more than 30, until March 2013"
fn describe(request: &Request, figure: &Figure) -> String {
    let locale = request.locale;
    let words = locale.words;
    let mut text = qualified(request, words, figure);
    let period = figure.period.map(|period| locale::date(locale, &period));
    let period = period.as_deref().unwrap_or(words.period_not_stated);
    locale::append(&mut text, ", ", period);
    text
}

/// An aside for each note that the counts in view carry, with the counts that it is about.
fn counting_rules(request: &Request, bands: &[Band], asides: &mut Vec<Aside>) {
    let locale = request.locale;
    let mut rules: Vec<(NoteId, Vec<String>)> = Vec::new();
    for value in bands.iter().flat_map(|band| &band.values.dated) {
        let record = &value.figure.record;
        let Some(note) = record.note else { continue };
        match rules.iter_mut().find(|(known, _)| *known == note) {
            Some((_, records)) => records.push(record.id.clone()),
            None => rules.push((note, vec![record.id.clone()])),
        }
    }
    for (note, records) in rules {
        if let Some(note) = request.data.note(note) {
            let template = locale.words.counted_by;
            let text = locale::fill(template, &[("note", note.get(locale.language))]);
            asides.push(Aside { text, records });
        }
    }
}

/// Records as one line, each with its partner.
#[derive(Default)]
struct List {
    text: String,
    records: Vec<String>,
}

impl List {
    fn add(&mut self, request: &Request, band: &Band, what: &str, id: &str) {
        if self.records.iter().any(|known| known == id) {
            return;
        }
        locale::append(&mut self.text, "; ", what);
        self.text.push_str(" (");
        self.text.push_str(band.partner.name.get(request.locale.language));
        self.text.push(')');
        self.records.push(id.to_owned());
    }
}
