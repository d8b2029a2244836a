//! Questions that charts and cards ask of a dataset.

use super::edtf::{Day, Edtf};
use super::language::LocalText;
use super::model::{
    Code, Conflict, Dataset, Event, Figure, NoteId, Partner, Person, Project, Record, SectorMention,
};
use super::order::{key, sorted_by_key};
use super::vocabulary::{Measure, Qualifier, Unit};

/// One record of any kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Entry<'a> {
    Figure(&'a Figure),
    Event(&'a Event),
    Project(&'a Project),
    Sector(&'a SectorMention),
    Person(&'a Person),
}

impl<'a> Entry<'a> {
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

/// Figures that report one and the same number, more or less rounded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// The most precise one, as an index into [`Dataset::figures`].
    pub leader: usize,
    /// All of them, the leader first.
    pub members: Vec<usize>,
}

impl Dataset {
    pub fn partner(&self, code: Code) -> Option<&Partner> {
        self.partners.iter().find(|partner| partner.code == code)
    }

    pub fn note(&self, id: NoteId) -> Option<&LocalText> {
        self.notes.get(usize::from(id.0))
    }

    /// All records: figures, events, projects, sector mentions, people.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        let figures = self.figures.iter().map(Entry::Figure);
        let events = self.events.iter().map(Entry::Event);
        let projects = self.projects.iter().map(Entry::Project);
        let sectors = self.sectors.iter().map(Entry::Sector);
        let people = self.people.iter().map(Entry::Person);
        figures.chain(events).chain(projects).chain(sectors).chain(people)
    }

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
                && other.period.is_some()
                && other.period == figure.period
                && other.reporter.is_some()
                && figure.reporter.is_some()
                && other.reporter != figure.reporter
        })
    }

    /// The figures of a partner and a measure, grouped by what they observe, in order of time;
    /// those without a period or without a value stand alone, and a derived figure never joins a
    /// published one.
    pub fn observations(&self, partner: Code, measure: Measure) -> Vec<Observation> {
        let chosen: Vec<(usize, &Figure)> = self
            .figures
            .iter()
            .enumerate()
            .filter(|(_, figure)| figure.measure == measure)
            .filter(|(_, figure)| figure.record.partners.contains(&partner))
            .collect();
        let chosen = sorted_by_key(chosen, |(_, figure)| {
            let digits = whole(figure).map_or(0, significant_digits);
            key(-(digits as i32), i32::from(figure.qualifier != Qualifier::Exact))
        });
        let mut groups: Vec<Observation> = Vec::new();
        for (at, figure) in chosen {
            let same = |group: &&mut Observation| agree(&self.figures[group.leader], figure);
            match groups.iter_mut().find(same) {
                Some(group) => group.members.push(at),
                None => groups.push(Observation { leader: at, members: vec![at] }),
            }
        }
        sorted_by_key(groups, |group| {
            let period = self.figures[group.leader].period;
            let first = period.and_then(|period| period.first()).unwrap_or(Day(i32::MAX));
            key(first.0, group.leader as i32)
        })
    }
}

/// Whether the rougher figure is the more precise one, rounded to its own significant digits.
fn agree(precise: &Figure, rough: &Figure) -> bool {
    let (Some(a), Some(b)) = (whole(precise), whole(rough)) else { return false };
    precise.period.is_some()
        && precise.period == rough.period
        && precise.reporter == rough.reporter
        && precise.unit == rough.unit
        && precise.derived == rough.derived
        && precise.record.partners == rough.record.partners
        && (b > 0 || a == 0)
        && rounded(a, significant_digits(b)) == b
}

/// The value as a whole number: in hundredths, a ratio in millionths.
fn whole(figure: &Figure) -> Option<u64> {
    let scale = if figure.unit == Unit::Ratio { 1e6 } else { 1e2 };
    figure.value.map(|value| (value * scale + 0.5) as u64)
}

/// Those before the trailing zeros: four of 529,400,000.
fn significant_digits(mut number: u64) -> u32 {
    while number > 0 && number.is_multiple_of(10) {
        number /= 10;
    }
    length(number)
}

fn length(number: u64) -> u32 {
    number.checked_ilog10().map_or(0, |digits| digits + 1)
}

fn rounded(number: u64, digits: u32) -> u64 {
    let unit = 10u64.pow(length(number).saturating_sub(digits));
    (number + unit / 2) / unit * unit
}

#[cfg(test)]
mod tests {
    use super::{rounded, significant_digits};

    #[test]
    fn significant_digits_are_those_before_trailing_zeros() {
        for (number, digits) in [(0, 0), (5, 1), (485, 3), (460_000, 2), (529_400, 4), (100, 1)] {
            assert_eq!(significant_digits(number), digits, "{number}");
        }
    }

    #[test]
    fn rounding_keeps_so_many_digits() {
        assert_eq!(rounded(529_400, 3), 529_000);
        assert_eq!(rounded(461_900, 2), 460_000);
        assert_eq!(rounded(996, 2), 1000);
        assert_eq!(rounded(485, 9), 485);
        assert_eq!(rounded(u64::MAX / 4, 0), 0);
    }
}
