//! What stands beside the axis: records that have no place on it, and what the view leaves out.

use super::aside::Aside;
use super::few::few;
use super::gaps::gaps;
use super::instead::instead;
use super::{Telling, full};
use crate::dataset::{Entry, Figure, LocalText, Measure, NoteId, Record};
use crate::locale;
use crate::reading::{Band, Offer};
use crate::view::{ScaleKind, View};

impl Aside {
    fn of(text: String, records: Vec<String>) -> Aside {
        Aside { text, records, choice: Vec::new() }
    }
}

/// The partners left out; values without a period, figures without a number or with an open
/// period, events without a date.
pub fn asides(telling: Telling) -> Vec<Aside> {
    let Telling { data, reading, locale } = telling;
    let (state, words) = (&reading.state, locale.words);
    let mut asides: Vec<Aside> = instead(telling).into_iter().collect();
    let others = left_out(telling);
    if !others.is_empty() {
        let text = locale::fill(words.also, &[("list", &others)]);
        asides.push(Aside::of(text, Vec::new()));
    }
    if is_mixed(telling) {
        asides.push(Aside::of(words.other_language.to_owned(), Vec::new()));
    }
    if matches!(state.view, View::Sectors | View::Table) {
        return asides;
    }
    asides.extend(gaps(telling));
    asides.extend(not_on_scale(telling));
    asides.extend(earlier(telling));
    if state.view != View::Events && reading.measure == Measure::AGREEMENTS {
        counting_rules(telling, &mut asides);
    }
    let (mut periodless, mut unplaced, mut dateless) = <(List, List, List)>::default();
    for band in &reading.bands {
        if state.view != View::Events {
            for at in band.plots.iter().flat_map(|plot| &plot.undated) {
                let figure = data.figure(*at);
                periodless.add(telling, band, &full(telling, figure), &figure.record.id);
            }
            for at in &band.unplaced {
                let figure = data.figure(*at);
                unplaced.add(telling, band, &describe(telling, figure), &figure.record.id);
            }
        }
        if state.view != View::Trade {
            for at in &band.undated {
                let event = &data.events[*at];
                dateless.add(telling, band, event.title.get(locale.language), &event.record.id);
            }
        }
    }
    let headed =
        |heading: &str, list: &str| [&*locale::sentence(locale, heading), ": ", list].concat();
    let without_period = locale::fill(words.without_period, &[("list", &periodless.text)]);
    let without_place = headed(&locale::measure(locale, data, reading.measure), &unplaced.text);
    let without_date = headed(words.date_not_stated, &dateless.text);
    for (text, list) in
        [(without_period, periodless), (without_place, unplaced), (without_date, dateless)]
    {
        if !list.records.is_empty() {
            asides.push(Aside::of(text, list.records));
        }
    }
    asides
}

/// Whether a title in view is in another language than the words around it.
fn is_mixed(telling: Telling) -> bool {
    let Telling { data, reading, locale } = telling;
    let state = &reading.state;
    let is_foreign = |title: &LocalText| !title.is_empty() && !title.has(locale.language);
    match state.view {
        View::Trade | View::Sectors => false,
        View::Story | View::Events => reading.bands.iter().any(|band| {
            let dated = band.events.iter().map(|dated| dated.event(data));
            let undated = band.undated.iter().map(|at| &data.events[*at]);
            dated.chain(undated).any(|event| is_foreign(&event.title))
        }),
        View::Table => {
            let is_listed = |record: &Record| {
                let chosen = &state.partners;
                chosen.is_empty() || record.partners.iter().any(|code| chosen.contains(code))
            };
            let is_other = |record, title| is_listed(record) && is_foreign(title);
            data.events.iter().any(|event| is_other(&event.record, &event.title))
                || data.projects.iter().any(|one| is_other(&one.record, &one.title))
        }
    }
}

/// The names of the partners that the view could draw but does not by default, as one list.
fn left_out(telling: Telling) -> String {
    let Telling { data, reading, locale } = telling;
    // The table lists all of them.
    if reading.has_chosen || reading.state.view == View::Table {
        return String::new();
    }
    let others = reading.partners.iter().filter(|offer| !offer.by_default);
    let name = |offer: &Offer| data.partners[offer.partner].name.get(locale.language);
    few(&others.map(name).collect::<Vec<_>>(), ", ", locale)
}

/// "more than 30, until March 2013"
fn describe(telling: Telling, figure: &Figure) -> String {
    let mut text = full(telling, figure);
    let period = figure.period.map(|period| locale::date(telling.locale, &period));
    let period = period.as_deref().unwrap_or(telling.locale.words.period_not_stated);
    locale::append(&mut text, ", ", period);
    text
}

/// An aside of the notes that the counts in view carry, with the counts that they are about; of several
/// notes one of a single count names it.
fn counting_rules(telling: Telling, asides: &mut Vec<Aside>) {
    let Telling { data, reading, locale } = telling;
    let mut rules: Vec<(NoteId, Vec<String>)> = Vec::new();
    for value in reading.bands.iter().flat_map(Band::dated) {
        let record = &data.figure(value.figure).record;
        let Some(note) = record.note else { continue };
        match rules.iter_mut().find(|(known, _)| *known == note) {
            Some((_, records)) => records.push(record.id.clone()),
            None => rules.push((note, vec![record.id.clone()])),
        }
    }
    let (mut list, mut all) = (String::new(), Vec::new());
    let several = rules.len() > 1;
    for (note, records) in rules {
        let Some(note) = data.note(note) else { continue };
        let note = note.get(locale.language);
        let text = match (records.first().and_then(|id| data.entry(id)), records.len()) {
            (Some(Entry::Figure(figure)), 1) if several => {
                [&*full(telling, figure), ": ", note].concat()
            }
            _ => note.to_owned(),
        };
        locale::append(&mut list, "; ", &text);
        all.extend(records);
    }
    if !list.is_empty() {
        let text = locale::fill(locale.words.counted_by, &[("note", &list)]);
        asides.push(Aside::of(text, all));
    }
}

/// "1 earlier: $0.3 bn, 2000 (Russia)": values far before the others, which the axis leaves out unless
/// the reader asks for them; an axis that all share leaves out none.
fn earlier(telling: Telling) -> Option<Aside> {
    let Telling { data, reading, locale } = telling;
    let is_chosen = reading.state.from.is_some() || reading.state.to.is_some();
    if is_chosen || reading.state.view == View::Events || reading.scale != ScaleKind::Linear {
        return None;
    }
    let mut list = List::default();
    for band in &reading.bands {
        for value in band.dated().filter(|value| value.last < reading.range.from) {
            let figure = data.figure(value.figure);
            list.add(telling, band, &describe(telling, figure), &figure.record.id);
        }
    }
    let count = locale::counted(locale, &locale.words.earlier, list.records.len() as u32);
    let text = [&*count, ": ", &list.text].concat();
    (!list.records.is_empty()).then(|| Aside::of(text, list.records))
}

/// "Not indexed: Kazakhstan (9), Russia (8)", with the records; on a logarithm those of zero.
fn not_on_scale(telling: Telling) -> Option<Aside> {
    let Telling { data, reading, locale } = telling;
    let text = match reading.scale {
        ScaleKind::Linear => return None,
        ScaleKind::Log => locale.words.not_on_log,
        ScaleKind::Indexed => locale.words.not_indexed,
    };
    let (mut list, mut records) = (Vec::new(), Vec::new());
    for (at, band) in reading.bands.iter().enumerate() {
        let before = records.len();
        for (plot, values) in band.plots.iter().enumerate() {
            let chain = reading.chains.iter().find(|chain| (chain.band, chain.plot) == (at, plot));
            for (index, value) in values.dated.iter().enumerate() {
                let is_left = match reading.scale {
                    ScaleKind::Log => {
                        value.value <= 0.0 && reading.range.touches(value.first, value.last)
                    }
                    _ => chain.is_none_or(|chain| !chain.members.contains(&index)),
                };
                if is_left {
                    records.extend(value.ids(data).map(str::to_owned));
                }
            }
        }
        if records.len() > before {
            let count = locale::count(locale, (records.len() - before) as u32);
            let name = band.partner(data).name.get(locale.language);
            list.push([name, " (", &count, ")"].concat());
        }
    }
    let text = locale::fill(text, &[("list", &few(&list, ", ", locale))]);
    (!records.is_empty()).then_some(Aside::of(text, records))
}

/// Records as one line, each with its partner.
#[derive(Default)]
struct List {
    text: String,
    records: Vec<String>,
}

impl List {
    fn add(&mut self, telling: Telling, band: &Band, what: &str, id: &str) {
        if self.records.iter().any(|known| known == id) {
            return;
        }
        locale::append(&mut self.text, "; ", what);
        self.text.push_str(" (");
        self.text.push_str(band.partner(telling.data).name.get(telling.locale.language));
        self.text.push(')');
        self.records.push(id.to_owned());
    }
}
