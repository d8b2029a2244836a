//! The words of the interface.
//!
//! Places in braces are filled by `fill`; one that is written `{name:ending}` is inflected. `{with}`
//! and `{by}` are a partner's phrases ("with Kazakhstan", "according to Kazakh statistics"), `{from}`, `{to}`
//! and `{year}` are years. Words of closed lists begin small; `sentence` makes the capital.

use super::texts::texts;
use crate::dataset::{Certainty, EventKind, Measure, Qualifier, Role, Sector, Status};

const VIEWS: &[&str] = &["story", "trade", "events", "sectors", "table"];
const MEASURES: &[&str] = Measure::WORDS;
const KINDS: &[&str] = EventKind::WORDS;
const SECTORS: &[&str] = Sector::WORDS;
const STATUSES: &[&str] = Status::WORDS;
/// The statuses after the first, which is what has been done.
const UNDONE: &[&str] = STATUSES.split_at(1).1;
const ROLES: &[&str] = Role::WORDS;
const CERTAINTIES: &[&str] = Certainty::WORDS;
const QUALIFIERS: &[&str] = Qualifier::WORDS;
const MAGNITUDES: &[&str] = &["units", "thousands", "millions", "billions", "trillions"];
const SEASONS: &[&str] = &["spring", "summer", "autumn", "winter"];
const NUMBERS: &[&str] = &["one", "several"];
const SUBJECTS: &[&str] = &["turnover", "exports", "imports"];
const SCALES: &[&str] = &["linear", "log", "indexed"];
const COLUMNS: &[&str] = &["record", "kind", "date", "value", "statistics", "status", "certainty"];

texts! {
    /// The words of the interface in one language; data/words/en.csv has each key in English.
    pub struct Words {
        // Closed lists
        pub views: ["view" VIEWS],
        /// Exports and imports are those of the `{reporting}` country.
        pub measures: ["measure" MEASURES],
        pub kinds: ["kind" KINDS],
        /// The same as a headline tells several of them, after their number.
        pub many: ["kind_many" KINDS],
        pub sectors: ["sector" SECTORS],
        pub statuses: ["status" STATUSES],
        pub roles: ["role" ROLES],
        pub certainties: ["certainty" CERTAINTIES],

        // Values: `{value}` in the order of the qualifiers; `rose` and `fell` have none.
        pub qualifiers: ["qualifier" QUALIFIERS],
        pub times: Forms,
        /// Units, thousands, millions, billions, trillions of a `{currency}`.
        pub magnitudes: ["magnitude" MAGNITUDES],
        /// So many millions of a `{currency}` or another unit, for the ear.
        pub millions: Forms,
        pub billions: Forms,
        pub trillions: Forms,
        pub own_scale: Text,
        pub log_one_unit: Text,
        pub no_index: Text,

        // Dates
        pub about_date: Text,
        pub uncertain_date: Text,
        pub since: Text,
        pub since_year: Text,
        /// As `since`, of what is yet to begin.
        pub starting: Text,
        pub starting_year: Text,
        pub until: Text,
        pub until_year: Text,
        /// Spring, summer, autumn, winter of `{y}`.
        pub seasons: ["season" SEASONS],
        pub decade: Text,
        pub date_inferred: Text,
        pub date_not_stated: Text,
        pub date_from_address: Text,
        pub title_from_address: Text,
        pub title_described: Text,
        pub period_inferred: Text,
        pub period_not_stated: Text,

        // Key and asides
        /// Of the `{reporting}` country.
        pub home_statistics: Text,
        pub partner_statistics: Text,
        pub statistics_not_named: Text,
        /// "with Kazakhstan" and "by statistics of Kazakhstan", where a package does not say it; `{name}`
        /// stands as it does after "with".
        pub with_name: Text,
        pub by_name: Text,
        /// The same of a group of countries.
        pub with_group: Text,
        pub by_group: Text,
        pub mirror_statistics: Text,
        pub part_of_year: Text,
        pub several_years: Text,
        pub derived: Text,
        pub earlier: Forms,
        pub events: Forms,
        pub records: Forms,
        pub without_period: Text,
        pub sources_list: Text,
        pub and_more: Text,
        pub more_sources: Forms,
        pub data_version: Text,

        // Card
        pub paragraph: Text,
        /// Of a table.
        pub row: Text,
        /// What a source says literally, in quotation marks.
        pub quoted: Text,
        pub disagrees: Text,
        pub before: Text,
        pub after: Text,
        pub order_not_cause: Text,

        // Speech, summary and sound: `{what}` is a subject, `{when}` a period in brackets, `{first}`,
        // `{last}` and `{most}` are values in their years.
        pub came_to_in: Text,
        pub came_to: Text,
        /// Of one source, of several.
        pub source_named: ["source_named" NUMBERS],
        pub dated_events: Text,
        pub series_told: Text,
        pub in_doubt: Forms,
        pub same_time: Text,
        pub play: Text,
        pub stop_sound: Text,

        // Headlines: `{subject}` is one of `subjects`, for turnover, exports, imports, of a partner's
        // `{name}` or `{with}`.
        pub subjects: ["subject" SUBJECTS],
        pub grew_times: Text,
        pub grew_percent: Text,
        pub fell_percent: Text,
        pub changed_little: Text,
        pub one_value: Text,
        /// Statistics of `{high}` and of `{low}`, names of countries.
        pub differs: Text,
        pub attributed: Text,
        /// A `{claim}`, and another report's `{value}` of the same.
        pub rival: Text,
        pub events_with: Forms,
        pub events_since: Forms,

        // Views: sectors, comparisons, indexes, counts
        pub not_mentioned: Text,
        pub sectors_subtitle: Text,
        pub table_subtitle: Text,
        /// `{n}` of `{of}` sectors, and which: `{list}`.
        pub sectors_shared: Forms,
        /// All `{n}` sectors, of several; the one sector that is named.
        pub sectors_all: Text,
        pub sectors_only: Text,
        pub sectors_not_shared: Text,
        pub sectors_with: Forms,
        pub later: Forms,
        pub gap: Text,
        pub gaps: Text,
        pub key_pair: Text,
        pub index_common: Text,
        pub index_own: Text,
        pub not_indexed: Text,
        pub not_on_log: Text,
        pub counted_by: Text,
        pub agreements: Text,
        pub one_count: Text,
        pub most_often: Text,
        pub and_planned: Forms,
        /// `{n}` that are ambiguous, or claimed by one side.
        pub and_doubtful: Forms,
        pub all_of_kind: Text,
        pub planned_alone: Forms,
        pub doubtful_alone: Forms,

        // Controls and messages
        pub partners: Text,
        pub view: Text,
        pub scale: Text,
        /// Linear, log, indexed.
        pub scales: ["scale_kind" SCALES],
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
        /// That a link has chosen what is shown, and the button back to the author's choice.
        pub linked: Text,
        pub as_published: Text,
        pub sources: Text,
        pub download: Text,
        /// What the plot is, for those who hear it.
        pub chart: Text,
        /// How its keys work.
        pub chart_keys: Text,
        pub zoom_to: Text,

        // Table, sources and downloads
        /// Of the table: record, kind, date, value, statistics, status, certainty.
        pub columns: ["column" COLUMNS],
        pub project: Text,
        pub sector_mention: Text,
        pub table_caption: Text,
        pub rows_shown: Text,
        pub more_rows: Text,
        /// In a list of partners or a table.
        pub search: Text,
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
        pub key_slope_inferred: Text,
        pub key_visit: Text,
        pub key_treaty: Text,
        pub key_commission: Text,
        pub key_transport: Text,
        pub key_relations: Text,
        pub key_other: Text,
        pub key_imprecise: Text,
        pub key_unsure: Text,
        pub key_open: Text,
        pub key_cluster: Text,
        pub value_in_year: Text,
        /// The title of an event, with how far it has come.
        pub status_titles: ["status_title" UNDONE],
        pub events_subtitle: Text,
        pub also: Text,
        /// That some titles are not in the language of the chart.
        pub other_language: Text,
        pub before_unknown: Text,
        pub after_unknown: Text,

        // What is missing, by its kind, and the nearest `{choice}` that has something
        pub no_values: Text,
        pub no_values_in_unit: Text,
        pub no_events: Text,
        /// "No events of this kind".
        pub no_events_of_kind: Text,
        pub no_mentions: Text,
        pub no_records: Text,
        pub not_in_period: Text,
        /// That there is nothing to index.
        pub no_series: Text,
        /// That there is no value in some `{years}`.
        pub no_value_in: Text,
        pub instead: Text,
        pub unit: Text,
        pub all_units: Text,
        pub all_partners: Text,

        // Changes between two months, quarters or days, `{from}` and `{to}`, which no case bends
        pub grew_times_dates: Text,
        pub grew_percent_dates: Text,
        pub fell_percent_dates: Text,
        pub changed_little_dates: Text,
        pub stayed_at: Text,

        // What became of an event that was `{planned}`
        pub promise_kept: Text,
        pub promise_open: Text,
    }
}
