//! What a state asks of the data, derived once: partners, values and series, events, range, and what
//! may be chosen. Charts draw it and words tell it; neither asks the data again.
//!
//! Records are named by their index in the dataset's lists, so that a reading outlives the borrow.

mod bands;
mod beside;
mod chains;
mod dated;
mod finding;
mod missing;
mod nothing;
mod observations;
mod offers;
mod pairs;
mod partners;
mod range;
mod records;
mod sectors;
mod series;
mod slopes;
mod values;

pub use beside::beside;
pub(crate) use chains::weight;
pub use chains::{Chain, INDEX_BASE, common_base};
pub use dated::{Dated, Open};
pub use finding::{Claim, Finding};
pub use missing::{Instead, Missing, empty_views};
pub use nothing::{EmptyView, nothing_to_show};
pub use observations::{Observation, observations};
pub use offers::KindOffer;
pub use pairs::{Pair, pairs, rough};
pub use partners::Offer;
pub use range::{Range, whole_years};
pub use records::{records, records_in_view};
pub use sectors::{ORDER, SectorRow, in_order, place};
pub use series::{tie, values};
pub use slopes::slopes;
pub use values::{DatedValue, Length, Series, Slope, Values, Voice, rival};

use crate::dataset::{Code, Dataset, Day, Figure, Measure, Partner, Unit};
use crate::view::{COMPACT, Compare, ScaleKind, State, View};

/// All that a view draws and tells.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What was asked.
    pub state: State,
    /// Below [`COMPACT`] pixels wide.
    pub compact: bool,
    /// The measure whose values are shown.
    pub measure: Measure,
    /// Whether events are all there is to draw: where the dataset has no value of the measure,
    /// `story` is one of events.
    pub of_events: bool,
    /// The partners drawn, in the dataset's order.
    pub bands: Vec<Band>,
    /// Whether the reader has chosen partners that the dataset has.
    pub has_chosen: bool,
    /// The partners to choose from, those first of whom most is known.
    pub partners: Vec<Offer>,
    /// The days drawn; a chart may draw fewer of them.
    pub range: Range,
    /// Whether the range is not chosen and nothing in it is shorter than a year.
    pub of_years: bool,
    /// Whole years that hold all that could be drawn.
    pub extent: Range,
    /// Empty where the view draws no events.
    pub kinds: Vec<KindOffer>,
    /// Empty where the view draws no figures.
    pub measures: Vec<Measure>,
    /// The units of the values in view.
    pub units: Vec<Unit>,
    /// The units to choose from: those of all values of the measure.
    pub all_units: Vec<Unit>,
    /// Empty where there is but one.
    pub scales: Vec<ScaleKind>,
    /// The scale that is drawn.
    pub scale: ScaleKind,
    /// Whether `compare=reporters` has anything to compare here.
    pub compares: bool,
    /// What an indexed scale compares; empty on another.
    pub chains: Vec<Chain>,
    /// Rows of `sectors`; empty in another view.
    pub rows: Vec<SectorRow>,
    /// By partner of the dataset: which style stands for it, the same in every view.
    pub slots: Vec<usize>,
    /// What there is to tell of the values; none where none is sure enough, or the view has none.
    pub finding: Option<Finding>,
    /// What there is none of; none where the view shows something.
    pub missing: Option<Missing>,
    /// Where something is missing, the nearest choice that shows something.
    pub instead: Option<Instead>,
}

/// One partner of the view, and all that may be drawn of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// An index into the dataset's partners.
    pub partner: usize,
    /// The partner's code.
    pub code: Code,
    /// The values unit by unit; one or more, the first one perhaps empty.
    pub plots: Vec<Values>,
    /// Two reporters' values of one period, of each of the plots.
    pub pairs: Vec<Vec<Pair>>,
    /// By date.
    pub events: Vec<Dated>,
    /// Events without a place on the axis, as indexes into the dataset's.
    pub undated: Vec<usize>,
    /// Figures that are no value of one period: they tell a rise alone, or a sum without an end.
    pub unplaced: Vec<usize>,
}

impl Band {
    /// The partner itself.
    pub fn partner<'a>(&self, data: &'a Dataset) -> &'a Partner {
        &data.partners[self.partner]
    }

    /// The values of all units.
    pub fn dated(&self) -> impl Iterator<Item = &DatedValue> {
        self.plots.iter().flat_map(|plot| &plot.dated)
    }
}

impl Reading {
    /// What `state` asks of the data on a chart that is `width` CSS pixels wide.
    pub fn new(data: &Dataset, state: &State, width: f64) -> Reading {
        Reading::after(None, data, state, width)
    }

    /// The same, where `before` is what another state asked of the same data: a partner of whom both
    /// ask the same is not read again.
    pub fn after(before: Option<Reading>, data: &Dataset, state: &State, width: f64) -> Reading {
        let mut reading = read(before, data, state, width);
        reading.missing = missing::missing(data, &reading);
        if reading.missing.is_some() {
            reading.instead = missing::instead(data, &reading, width);
        }
        reading
    }

    /// The codes of the partners drawn.
    pub fn shown(&self) -> Vec<Code> {
        self.bands.iter().map(|band| band.code).collect()
    }

    /// The range that holds all that the view could draw of its partners; none where it does so
    /// unasked.
    pub fn whole(&self, data: &Dataset) -> Option<Range> {
        let state = State { from: None, to: None, ..self.state.clone() };
        let unasked = range::range(data, &state, &self.bands, self.of_events);
        let all = range::extent(&state, &self.bands, unasked);
        (self.scale == ScaleKind::Linear && !self.is_whole(unasked)).then_some(all)
    }

    /// Whether nothing that the view could draw of its partners lies outside of a range.
    pub fn is_whole(&self, drawn: Range) -> bool {
        let days = range::days(&self.state, &self.bands);
        days.iter().all(|(first, last)| drawn.from <= *first && *last <= drawn.to)
    }

    /// Whether the days `first` to `last` touch the range that the reader has chosen.
    pub fn is_chosen(&self, first: Day, last: Day) -> bool {
        let State { from, to, .. } = self.state;
        from.is_none_or(|from| from <= last) && to.is_none_or(|to| first <= to)
    }

    /// Why partners have no value to draw.
    pub fn no_values(&self, data: &Dataset, partners: &[Code]) -> Missing {
        let is_one = |(_, figure): (usize, &Figure)| {
            figure.measure == self.measure
                && figure.value.is_some()
                && figure.record.partners.iter().any(|code| partners.contains(code))
        };
        let is_of_another_unit = self.state.unit.is_some() && data.all_figures().any(is_one);
        if is_of_another_unit { Missing::InUnit } else { Missing::Values }
    }

    /// Whether anything has a place in time: else an axis would tell of days that nobody knows of.
    pub fn is_dated(&self) -> bool {
        let is_one = |band: &Band| band.dated().next().is_some() || !band.events.is_empty();
        self.state.from.is_some() || self.state.to.is_some() || self.bands.iter().any(is_one)
    }

    /// Whether it is of growth, which is told by how much it is above or below one.
    pub fn is_of_growth(&self) -> bool {
        self.measure == Measure::GROWTH
    }

    /// Whether both sides' statistics stand side by side.
    pub fn is_compared(&self) -> bool {
        self.state.compare == Some(Compare::Reporters) && self.scale == ScaleKind::Linear
    }
}

fn read(before: Option<Reading>, data: &Dataset, state: &State, width: f64) -> Reading {
    let compact = width < COMPACT;
    let measure = state.measure_of(data);
    let has_value =
        |(_, figure): (usize, &Figure)| figure.measure == measure && figure.value.is_some();
    let of_events = match state.view {
        View::Events => true,
        View::Story => !data.all_figures().any(has_value),
        View::Trade | View::Sectors | View::Table => false,
    };
    let partners = partners::offers(data, state, measure, of_events, compact);
    let bands = bands::bands(before, data, state, &partners, measure);
    let range = range::range(data, state, &bands, of_events);
    let scales = offers::scales(state, &bands);
    let scale = offers::scale(state, &scales);
    let pairs: Vec<Pair> = bands.iter().flat_map(|band| band.pairs.concat()).collect();
    let mut reading = Reading {
        compact,
        measure,
        of_events,
        range,
        of_years: range::of_years(state, &bands, of_events),
        extent: range::extent(state, &bands, range),
        kinds: offers::kinds(data, state, &bands),
        measures: offers::measures(data, state),
        units: offers::units(&bands),
        all_units: offers::all_units(data, measure),
        compares: offers::compares(state, scale, &pairs),
        scales,
        scale,
        chains: Vec::new(),
        rows: Vec::new(),
        slots: partners::slots(data),
        finding: None,
        missing: None,
        instead: None,
        has_chosen: partners::is_chosen(data, state),
        partners,
        bands,
        state: state.clone(),
    };
    match state.view {
        View::Sectors => reading.rows = sectors::rows(data, &reading.bands),
        View::Events => {}
        View::Story | View::Trade | View::Table => {
            reading.finding = finding::finding(data, &reading);
        }
    }
    if scale == ScaleKind::Indexed {
        let (finding, reporting) = (reading.finding.as_ref(), data.meta.reporting);
        reading.chains = chains::chains(&reading.bands, chosen(state), finding, reporting);
    }
    reading
}

/// The range that the reader has chosen; none where neither end is.
fn chosen(state: &State) -> Option<Range> {
    let (from, to) = (state.from, state.to);
    let is_chosen = from.is_some() || to.is_some();
    is_chosen
        .then_some(Range { from: from.unwrap_or(Day(i32::MIN)), to: to.unwrap_or(Day(i32::MAX)) })
}
