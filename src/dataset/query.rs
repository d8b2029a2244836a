//! Questions that charts and cards ask of a dataset.

use super::code::Code;
use super::edtf::{Day, Edtf};
use super::language::LocalText;
use super::model::{
    Conflict, Dataset, Event, Figure, NoteId, Partner, Person, Project, Record, SectorMention,
};
use super::terms::{Measure, Unit};
use super::vocabulary::Status;

/// One record of any kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Entry<'a> {
    /// A value, a growth claim or a count.
    Figure(&'a Figure),
    /// Something that happened on a date, or is planned.
    Event(&'a Event),
    /// A project that partners build or run together.
    Project(&'a Project),
    /// A sector that a source names as one of cooperation.
    Sector(&'a SectorMention),
    /// A person who holds an office.
    Person(&'a Person),
}

impl<'a> Entry<'a> {
    /// What it has in common with all other records: id, partners, citations, certainty and notes.
    pub fn record(self) -> &'a Record {
        match self {
            Entry::Figure(figure) => &figure.record,
            Entry::Event(event) => &event.record,
            Entry::Project(project) => &project.record,
            Entry::Sector(mention) => &mention.record,
            Entry::Person(person) => &person.record,
        }
    }

    /// The period of a figure, the date of an event or a project.
    pub fn when(self) -> Option<Edtf> {
        match self {
            Entry::Figure(figure) => figure.period,
            Entry::Event(event) => event.date,
            Entry::Project(project) => project.date,
            Entry::Sector(_) | Entry::Person(_) => None,
        }
    }
}

impl Dataset {
    /// The day against which plans are judged: that on which it was made or, where it does not say
    /// so, the latest one that it tells of, as it is no older.
    pub fn as_of(&self) -> Day {
        self.meta.created.unwrap_or_else(|| {
            let mut latest = None;
            let mut see =
                |date: Option<Edtf>| latest = latest.max(date.and_then(|date| date.first()));
            self.figures.iter().for_each(|figure| see(figure.period));
            self.sources.iter().for_each(|source| see(source.published));
            for event in self.events.iter().filter(|event| event.status == Status::Done) {
                see(event.date);
            }
            latest.unwrap_or_default()
        })
    }

    /// The partner of this code; none where the dataset has none.
    pub fn partner(&self, code: Code) -> Option<&Partner> {
        self.partners.iter().find(|partner| partner.code == code)
    }

    /// The figure at an index of [`Dataset::all_figures`].
    pub fn figure(&self, at: usize) -> &Figure {
        match at.checked_sub(self.figures.len()) {
            None => &self.figures[at],
            Some(computed) => &self.computed[computed],
        }
    }

    /// The published figures, and then the computed ones, each with its index.
    pub fn all_figures(&self) -> impl Iterator<Item = (usize, &Figure)> {
        self.figures.iter().chain(&self.computed).enumerate()
    }

    /// The unit in which most values of a measure are.
    pub fn unit_of(&self, measure: Measure) -> Unit {
        let mut units: Vec<(Unit, usize)> = Vec::new();
        for (_, figure) in self.all_figures().filter(|(_, figure)| figure.measure == measure) {
            match units.iter_mut().find(|(unit, _)| *unit == figure.unit) {
                Some((_, count)) => *count += 1,
                None => units.push((figure.unit, 1)),
            }
        }
        let most = units.into_iter().max_by_key(|(_, count)| *count);
        most.map_or(Unit::Count, |(unit, _)| unit)
    }

    /// The text of a note; none where the number is no note's.
    pub fn note(&self, id: NoteId) -> Option<&LocalText> {
        self.notes.get(id.0 as usize)
    }

    /// What is shown where nobody chose: turnover where a source tells any, else the measure with most
    /// values that have a period, or with most values where none has one. Turnover that is computed is
    /// but one of them: it must not hide the exports of years in which nobody tells the imports.
    pub fn main_measure(&self) -> Measure {
        let is_turnover = |figure: &Figure| {
            figure.measure == Measure::TURNOVER && figure.value.is_some() && figure.period.is_some()
        };
        if self.figures.iter().any(is_turnover) {
            return Measure::TURNOVER;
        }
        // One with a period weighs more than all without.
        let more = self.figures.len() + 1;
        let mut counts = vec![0_usize; Measure::BUILT_IN + self.terms.len()];
        for (_, figure) in self.all_figures().filter(|(_, figure)| figure.value.is_some()) {
            counts[figure.measure.index()] += if figure.period.is_some() { more } else { 1 };
        }
        let mut main = Measure::TURNOVER;
        for measure in self.main_measures() {
            if counts[measure.index()] > counts[main.index()] {
                main = measure;
            }
        }
        main
    }

    /// The measures that have charts of their own: growth and counts of documents stand beside
    /// others, and alone only where no other has a value.
    pub fn main_measures(&self) -> Vec<Measure> {
        let is_main =
            |figure: &Figure| figure.value.is_some() && !figure.measure.is_beside_another();
        let are_alone = !self.figures.iter().any(is_main);
        self.measures().filter(|measure| are_alone || !measure.is_beside_another()).collect()
    }

    /// All records: figures, events, projects, sector mentions, people.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        let figures = self.all_figures().map(|(_, figure)| Entry::Figure(figure));
        let events = self.events.iter().map(Entry::Event);
        let projects = self.projects.iter().map(Entry::Project);
        let sectors = self.sectors.iter().map(Entry::Sector);
        let people = self.people.iter().map(Entry::Person);
        figures.chain(events).chain(projects).chain(sectors).chain(people)
    }

    /// The record with this id; none where the dataset has none.
    pub fn entry(&self, id: &str) -> Option<Entry<'_>> {
        self.entries().find(|entry| entry.record().id == id)
    }

    /// What every record knows, of the record with this id.
    pub fn record(&self, id: &str) -> Option<&Record> {
        self.entry(id).map(Entry::record)
    }

    /// The conflicts that name the record.
    pub fn conflicts_of(&self, id: &str) -> impl Iterator<Item = &Conflict> {
        self.conflicts.iter().filter(move |conflict| conflict.records.iter().any(|one| one == id))
    }

    /// Mirror statistics of a figure: same partner, measure and period, another named reporter.
    pub fn mirrors<'a>(&'a self, figure: &'a Figure) -> impl Iterator<Item = &'a Figure> {
        self.figures.iter().filter(move |other| {
            other.record.partners == figure.record.partners
                && other.measure == figure.measure
                && other.unit == figure.unit
                && other.period.is_some()
                && other.period == figure.period
                && other.reporter.is_some()
                && figure.reporter.is_some()
                && other.reporter != figure.reporter
        })
    }
}
