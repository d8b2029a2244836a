//! The words of the interface: one field a phrase, so that a missing one stops the build.
//!
//! Places in braces are filled by [`super::fill`]; one that is written `{name:ending}` is
//! inflected. `{with}` and `{by}` are a partner's phrases ("with Kazakhstan", "by Kazakh
//! statistics"), `{from}`, `{to}` and `{year}` are years. Words of closed lists stand in the order
//! of their enum and begin small; [`super::sentence`] makes the capital.

use super::plural::Forms;
use super::{Language, az, en, kk, ru, tg};
use crate::dataset::{Basis, Certainty, EventKind, Measure, Qualifier, Role, Sector, Status};
use crate::view::View;

/// The words of `language`.
pub fn words(language: Language) -> &'static Words {
    [&en::WORDS, &az::WORDS, &ru::WORDS, &kk::WORDS, &tg::WORDS][language as usize]
}

macro_rules! words {
    ($($(#[$doc:meta])* pub $field:ident: $kind:ty,)+) => {
        pub struct Words { $($(#[$doc])* pub $field: $kind,)+ }

        impl Words {
            /// Every phrase beside its field's name, in the order of the fields.
            pub fn phrases(&self) -> Vec<(&'static str, &'static str)> {
                let mut phrases = Vec::new();
                $(self.$field.each(&mut |phrase| phrases.push((stringify!($field), phrase)));)+
                phrases
            }
        }
    };
}

words! {
    // Closed lists
    pub views: [&'static str; 5],
    pub measures: [&'static str; 6],
    pub kinds: [&'static str; 18],
    pub sectors: [&'static str; 27],
    pub statuses: [&'static str; 5],
    pub roles: [&'static str; 9],
    pub certainties: [&'static str; 3],

    // Values: `{value}` in the order of the qualifiers; `rose` and `fell` have none.
    pub qualifiers: [&'static str; 7],
    pub times: Forms,
    /// Units, thousands, millions, billions, trillions of a `{currency}`.
    pub magnitudes: [&'static str; 5],
    pub us_dollars: &'static str,
    pub own_scale: &'static str,

    // Dates
    pub about_date: &'static str,
    pub uncertain_date: &'static str,
    pub since: &'static str,
    pub since_year: &'static str,
    pub until: &'static str,
    pub until_year: &'static str,
    /// Spring, summer, autumn, winter of `{y}`.
    pub seasons: [&'static str; 4],
    pub decade: &'static str,
    pub date_inferred: &'static str,
    pub date_not_stated: &'static str,
    pub period_inferred: &'static str,
    pub period_not_stated: &'static str,

    // Key and asides
    pub home_statistics: &'static str,
    pub partner_statistics: &'static str,
    pub statistics_not_named: &'static str,
    pub mirror_statistics: &'static str,
    pub part_of_year: &'static str,
    pub derived: &'static str,
    pub earlier: Forms,
    pub later: Forms,
    pub events: Forms,
    pub planned: Forms,
    pub records: Forms,
    pub without_period: &'static str,
    pub sources_list: &'static str,
    pub and_more: &'static str,
    pub data_version: &'static str,

    // Card
    pub date: &'static str,
    pub period: &'static str,
    pub value: &'static str,
    pub statistics: &'static str,
    pub source: &'static str,
    pub paragraph: &'static str,
    pub certainty: &'static str,
    pub why: &'static str,
    pub note: &'static str,
    pub disagrees: &'static str,
    pub evidence: &'static str,
    pub status: &'static str,
    pub kind: &'static str,
    pub partner: &'static str,
    pub sector: &'static str,
    pub role: &'static str,
    pub name: &'static str,
    pub title: &'static str,
    pub before: &'static str,
    pub after: &'static str,
    pub order_not_cause: &'static str,

    // Headlines: `{subject}` is one of `subjects`, for turnover, exports, imports.
    pub subjects: [&'static str; 3],
    pub grew_times: &'static str,
    pub grew_percent: &'static str,
    pub fell_percent: &'static str,
    pub changed_little: &'static str,
    pub one_value: &'static str,
    pub attributed: &'static str,
    pub events_with: Forms,
    pub events_since: Forms,
    pub overview: &'static str,

    // Controls and messages
    pub all: &'static str,
    pub partners: &'static str,
    pub view: &'static str,
    pub scale: &'static str,
    /// Linear, log, indexed.
    pub scales: [&'static str; 3],
    pub compare_reporters: &'static str,
    pub sources: &'static str,
    pub download: &'static str,
    pub close: &'static str,
    pub nothing: &'static str,
    pub not_mentioned: &'static str,
    pub failed: &'static str,
    pub chart_help: &'static str,
    pub selected: &'static str,
    // Signs of the key, and phrases of the chart
    pub key_doubtful: &'static str,
    pub key_slope: &'static str,
    pub key_visit: &'static str,
    pub key_treaty: &'static str,
    pub key_commission: &'static str,
    pub key_transport: &'static str,
    pub key_relations: &'static str,
    pub key_other: &'static str,
    pub key_imprecise: &'static str,
    pub key_cluster: &'static str,
    pub value_in_year: &'static str,
    pub planned_title: &'static str,
    pub events_subtitle: &'static str,
    pub also: &'static str,
}

impl Words {
    pub fn view(&self, view: View) -> &'static str {
        self.views[view as usize]
    }

    pub fn measure(&self, measure: Measure) -> &'static str {
        self.measures[measure as usize]
    }

    pub fn kind(&self, kind: EventKind) -> &'static str {
        self.kinds[kind as usize]
    }

    pub fn sector(&self, sector: Sector) -> &'static str {
        self.sectors[sector as usize]
    }

    pub fn status(&self, status: Status) -> &'static str {
        self.statuses[status as usize]
    }

    pub fn role(&self, role: Role) -> &'static str {
        self.roles[role as usize]
    }

    pub fn certainty(&self, certainty: Certainty) -> &'static str {
        self.certainties[certainty as usize]
    }

    /// A template with `{value}`, or a word alone for `rose` and `fell`.
    pub fn qualifier(&self, qualifier: Qualifier) -> &'static str {
        self.qualifiers[qualifier as usize]
    }

    /// What is to be said of a figure's period, if anything.
    pub fn period_basis(&self, basis: Basis) -> Option<&'static str> {
        match basis {
            Basis::Stated => None,
            Basis::Inferred => Some(self.period_inferred),
            Basis::None => Some(self.period_not_stated),
        }
    }

    /// What is to be said of an event's date, if anything.
    pub fn date_basis(&self, basis: Basis) -> Option<&'static str> {
        match basis {
            Basis::Stated => None,
            Basis::Inferred => Some(self.date_inferred),
            Basis::None => Some(self.date_not_stated),
        }
    }

    /// The start of a headline about a measure; counts and ratios have none.
    pub fn subject(&self, measure: Measure) -> Option<&'static str> {
        self.subjects.get(measure as usize).copied()
    }
}

/// What a field of [`Words`] can be.
trait Phrase {
    fn each(&self, take: &mut dyn FnMut(&'static str));
}

impl Phrase for &'static str {
    fn each(&self, take: &mut dyn FnMut(&'static str)) {
        take(self);
    }
}

impl<const N: usize> Phrase for [&'static str; N] {
    fn each(&self, take: &mut dyn FnMut(&'static str)) {
        self.iter().for_each(|phrase| take(phrase));
    }
}

impl Phrase for Forms {
    fn each(&self, take: &mut dyn FnMut(&'static str)) {
        [self.one, self.few, self.many, self.other].iter().for_each(|form| take(form));
    }
}
