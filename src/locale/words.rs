//! The words of the interface: one field a phrase, so that a missing one stops the build.
//!
//! Places in braces are filled by [`super::fill`]; one that is written `{name:ending}` is
//! inflected. `{with}` and `{by}` are a partner's phrases ("with Kazakhstan", "by Kazakh
//! statistics"), `{from}`, `{to}` and `{year}` are years. Words of closed lists stand in the order
//! of their enum and begin small; [`super::sentence`] makes the capital.

use super::plural::Forms;
use super::texts::{Fields, Text, packed, read, texts};
use super::{Language, az, en, fill, kk, ru, tg};
use crate::dataset::{
    Basis, Certainty, EventKind, Measure, Partner, Qualifier, Role, Sector, Status,
};
use crate::view::View;

/// The words of `language`, unpacked: they stay, as the page speaks its language to the end.
pub(super) fn words(language: Language) -> &'static Words {
    const PACKED: [&[u8]; Language::COUNT] = [
        packed!(Words, en::WORDS),
        packed!(Words, az::WORDS),
        packed!(Words, ru::WORDS),
        packed!(Words, kk::WORDS),
        packed!(Words, tg::WORDS),
    ];
    Box::leak(Box::new(Words::unpack(read(PACKED[language as usize]))))
}

texts! {
    /// See the module.
    pub struct Words {
        // Closed lists
        pub views: [Text; 5],
        pub measures: [Text; 6],
        pub kinds: [Text; 18],
        /// The same as a headline tells several of them, after their number.
        pub many: [Text; 18],
        pub sectors: [Text; 27],
        pub statuses: [Text; 5],
        pub roles: [Text; 9],
        pub certainties: [Text; 3],

        // Values: `{value}` in the order of the qualifiers; `rose` and `fell` have none.
        pub qualifiers: [Text; 7],
        pub times: Forms,
        /// Units, thousands, millions, billions, trillions of a `{currency}`.
        pub magnitudes: [Text; 5],
        pub us_dollars: Text,
        pub own_scale: Text,

        // Dates
        pub about_date: Text,
        pub uncertain_date: Text,
        pub since: Text,
        pub since_year: Text,
        pub until: Text,
        pub until_year: Text,
        /// Spring, summer, autumn, winter of `{y}`.
        pub seasons: [Text; 4],
        pub decade: Text,
        pub date_inferred: Text,
        pub date_not_stated: Text,
        pub period_inferred: Text,
        pub period_not_stated: Text,

        // Key and asides
        pub home_statistics: Text,
        pub partner_statistics: Text,
        pub statistics_not_named: Text,
        pub mirror_statistics: Text,
        pub part_of_year: Text,
        pub derived: Text,
        pub earlier: Forms,
        pub events: Forms,
        pub records: Forms,
        pub without_period: Text,
        pub sources_list: Text,
        pub and_more: Text,
        pub data_version: Text,

        // Card
        pub paragraph: Text,
        pub disagrees: Text,
        pub before: Text,
        pub after: Text,
        pub order_not_cause: Text,

        // Speech, summary and sound: `{what}` is a subject, `{when}` a period in brackets, `{first}`,
        // `{last}` and `{most}` are values in their years.
        pub came_to_in: Text,
        pub came_to: Text,
        /// Of one source, of several.
        pub source_named: [Text; 2],
        pub dated_events: Text,
        pub series_told: Text,
        pub in_doubt: Forms,
        pub same_time: Text,
        pub play: Text,
        pub stop_sound: Text,

        // Headlines: `{subject}` is one of `subjects`, for turnover, exports, imports, of a partner's
        // `{name}` or `{with}`.
        pub subjects: [Text; 3],
        pub grew_times: Text,
        pub grew_percent: Text,
        pub fell_percent: Text,
        pub changed_little: Text,
        pub one_value: Text,
        /// Statistics of `{high}` and of `{low}`, names of countries.
        pub differs: Text,
        pub attributed: Text,
        pub events_with: Forms,
        pub events_since: Forms,

        // Views: sectors, comparisons, indexes, counts
        pub not_mentioned: Text,
        pub sectors_subtitle: Text,
        pub table_subtitle: Text,
        /// `{n}` of `{of}` sectors, and which: `{list}`.
        pub sectors_shared: Forms,
        pub sectors_not_shared: Text,
        pub sectors_with: Forms,
        pub later: Forms,
        pub gap: Text,
        pub key_pair: Text,
        pub index_common: Text,
        pub index_own: Text,
        pub not_indexed: Text,
        pub counted_by: Text,
        pub agreements: Text,
        pub one_count: Text,
        pub most_often: Text,
        pub and_planned: Forms,

        // Controls and messages
        pub partners: Text,
        pub view: Text,
        pub scale: Text,
        /// Linear, log, indexed.
        pub scales: [Text; 3],
        pub close: Text,
        pub nothing: Text,

        // The page around the plot
        pub options: Text,
        pub measure: Text,
        pub event_kinds: Text,
        pub all_kinds: Text,
        pub compare_sides: Text,
        pub period: Text,
        pub period_start: Text,
        pub period_end: Text,
        pub whole_period: Text,
        pub sources: Text,
        pub download: Text,
        /// What the plot is, for those who hear it.
        pub chart: Text,
        /// How its keys work.
        pub chart_keys: Text,
        pub zoom_to: Text,

        // Table, sources and downloads
        /// Of the table: record, kind, date, value, statistics, status, certainty.
        pub columns: [Text; 7],
        pub project: Text,
        pub sector_mention: Text,
        pub table_caption: Text,
        pub rows_shown: Text,
        pub more_rows: Text,
        pub disagreements: Text,
        pub versions: Text,
        pub picture: Text,
        pub figures_file: Text,
        pub references: Text,
        pub references_of_chosen: Text,
        pub copy_picture: Text,
        pub copy_reference: Text,
        pub copy_link: Text,
        pub copied: Text,
        pub not_allowed: Text,
        pub selected: Text,
        pub unsaved: Text,

        // Signs of the key, and phrases of the chart
        pub key_doubtful: Text,
        pub key_year: Text,
        pub key_slope: Text,
        pub key_visit: Text,
        pub key_treaty: Text,
        pub key_commission: Text,
        pub key_transport: Text,
        pub key_relations: Text,
        pub key_other: Text,
        pub key_imprecise: Text,
        pub key_cluster: Text,
        pub value_in_year: Text,
        pub planned_title: Text,
        pub events_subtitle: Text,
        pub also: Text,
    }
}

impl Words {
    /// Every phrase beside its field's name, in the order of the fields.
    pub fn phrases(&self) -> Vec<(&'static str, &'static str)> {
        let fields = Words::FIELDS.iter();
        fields.flat_map(|(name, count)| [*name].repeat(*count)).zip(self.flat()).collect()
    }

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

    /// "Exports to Kazakhstan": the start of a headline; counts and ratios have none.
    pub fn subject(
        &self,
        measure: Measure,
        partner: &Partner,
        language: Language,
    ) -> Option<String> {
        let subject = self.subjects.get(measure as usize)?;
        let (with, name) = (partner.with.get(language), partner.name.get(language));
        Some(fill(subject, &[("with", with), ("name", name)]))
    }
}
