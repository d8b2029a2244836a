//! Which partners a view shows: those that the reader has chosen, else those of whom most is known.

use super::records::is_of_view;
use crate::dataset::order::{key, order, sorted_by_key};
use crate::dataset::{Code, Dataset, Entry, Measure};
use crate::view::{State, View};

/// How many partners a view tells apart by default: in bands or panels, and in columns.
const BANDS: usize = 3;
const COLUMNS: usize = 8;
/// Of a partner with less than this share of what is known of the first, the default tells nothing.
const SHARE: usize = 8;

/// A partner of whom the view has something, or of whom the same view of another measure has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Offer {
    /// An index into the dataset's partners.
    pub partner: usize,
    /// The partner's code.
    pub code: Code,
    /// How many records there are to draw of it, of any measure where it has no value of this one; 0
    /// for one that was chosen anyway.
    pub known: usize,
    /// Whether it is drawn where the reader has chosen none.
    pub by_default: bool,
    /// Whether it is drawn.
    pub on: bool,
    /// Whether it is drawn only because the chosen record is one of its.
    pub follows: bool,
}

/// The partners to choose from, in the order in which they are drawn: the few of whom most is known,
/// then the others, those first of whom more is known.
///
/// Drawn are those that the reader has chosen; else the first few, and never none where there is
/// one. A compact `story` draws one alone. One of the chosen record's is among them.
pub(super) fn offers(
    data: &Dataset,
    state: &State,
    measure: Measure,
    events: bool,
    compact: bool,
) -> Vec<Offer> {
    let known = known(data, state, measure, events);
    let is_chosen = is_chosen(data, state);
    let mut offers = Vec::new();
    for (partner, known) in known.iter().enumerate() {
        let code = data.partners[partner].code;
        let on = state.partners.contains(&code);
        if (known.records > 0 && code != data.meta.reporting) || on {
            let known = known.records;
            offers.push(Offer { partner, code, known, by_default: false, on, follows: false });
        }
    }
    let weight = |offer: &Offer| known[offer.partner].weight;
    let mut offers =
        sorted_by_key(offers, |offer| key(-(weight(offer) as i32), -(offer.known as i32)));
    let most = match state.view {
        View::Table => usize::MAX,
        View::Sectors => COLUMNS,
        View::Story | View::Trade | View::Events => BANDS,
    };
    let least = offers.first().map_or(0, |first| weight(first).div_ceil(SHARE));
    for offer in offers.iter_mut().take(most) {
        // The table lists every record.
        offer.by_default = state.view == View::Table || weight(offer) >= least && weight(offer) > 0;
    }
    let wanted = wanted(data, state, measure);
    let is_followed = bring_in(&mut offers, wanted, most);
    if !is_chosen {
        offers.iter_mut().for_each(|offer| offer.on = offer.by_default);
    } else if let Some(at) = is_followed {
        offers[at].follows = false;
    }
    if compact && state.view == View::Story && !events {
        let first = offers.iter().position(|offer| offer.on);
        let is_wanted = |offer: &Offer| offer.on && wanted.contains(&offer.code);
        let shown = offers.iter().position(is_wanted).or(first);
        for (at, offer) in offers.iter_mut().enumerate() {
            offer.on = Some(at) == shown;
            offer.follows = offer.on && (offer.follows || shown != first);
        }
    }
    if state.view == View::Table {
        return offers;
    }
    // The few that stand side by side keep the dataset's order, whatever the view and the measure.
    let (few, rest): (Vec<Offer>, Vec<Offer>) = offers.iter().partition(|offer| offer.by_default);
    let mut offers = sorted_by_key(few, |offer| offer.partner as i64);
    offers.extend(rest);
    offers
}

/// Whether the reader has chosen a partner that the dataset has; of others nothing could be drawn.
pub(super) fn is_chosen(data: &Dataset, state: &State) -> bool {
    data.partners.iter().any(|partner| state.partners.contains(&partner.code))
}

/// The partners of the chosen record, where the view draws such records.
fn wanted<'a>(data: &'a Dataset, state: &State, measure: Measure) -> &'a [Code] {
    let Some(entry) = state.select.as_deref().and_then(|id| data.entry(id)) else { return &[] };
    let has_place = !matches!(entry, Entry::Event(event) if event.date.is_none());
    let is_drawn =
        state.view != View::Table && has_place && is_of_view(data, (state, measure), entry);
    if is_drawn { &entry.record().partners } else { &[] }
}

/// Puts one of the wanted partners among those shown by default, where none is, instead of the last
/// of them where these are as many as may be; gives its place.
fn bring_in(offers: &mut [Offer], wanted: &[Code], most: usize) -> Option<usize> {
    let is_wanted = |offer: &Offer| offer.known > 0 && wanted.contains(&offer.code);
    if offers.iter().any(|offer| offer.by_default && is_wanted(offer)) {
        return None;
    }
    let at = offers.iter().position(is_wanted)?;
    if offers.iter().filter(|offer| offer.by_default).count() >= most
        && let Some(last) = offers.iter_mut().rfind(|offer| offer.by_default)
    {
        last.by_default = false;
    }
    (offers[at].by_default, offers[at].follows) = (true, true);
    Some(at)
}

/// Where each partner stands in the dataset's list, by its code: every record asks for its partners.
struct Places(Vec<(i64, usize)>);

impl Places {
    fn new(data: &Dataset) -> Places {
        let keys: Vec<i64> =
            data.partners.iter().map(|partner| Places::key(partner.code)).collect();
        Places(order(keys.clone()).into_iter().map(|at| (keys[at], at)).collect())
    }

    fn key(code: Code) -> i64 {
        i64::from_be_bytes(code.letters())
    }

    fn of(&self, code: Code) -> Option<usize> {
        let found = self.0.binary_search_by_key(&Places::key(code), |(key, _)| *key);
        found.ok().map(|at| self.0[at].1)
    }
}

/// What there is of a partner.
#[derive(Clone, Copy, Default)]
struct Known {
    /// How many records there are to draw.
    records: usize,
    /// How much of the partner's story they tell; 0 where the view is not about them.
    weight: usize,
    has_value: bool,
}

/// What the view could draw of each partner; of one without a value what it has of other measures.
fn known(data: &Dataset, state: &State, measure: Measure, events: bool) -> Vec<Known> {
    let places = Places::new(data);
    let unit = super::offers::chosen_unit(data, state, measure);
    let main = data.main_measures();
    let mut known = vec![Known::default(); data.partners.len()];
    let mut others = vec![0; data.partners.len()];
    let (figures, happened) = match state.view {
        View::Trade => (true, false),
        View::Story => (!events, true),
        View::Events => (false, true),
        View::Sectors => (false, false),
        View::Table => (true, true),
    };
    for entry in data.entries() {
        let is_value = matches!(entry, Entry::Figure(figure)
            if figure.measure == measure
                && figure.value.is_some()
                && unit.is_none_or(|unit| unit == figure.unit));
        // A value counts for two: without one a partner has no story of trade.
        let weight = match entry {
            Entry::Figure(_) if state.view == View::Table => 1,
            Entry::Figure(_) => 2 * usize::from(figures && is_value),
            Entry::Event(event) => usize::from(happened && event.date.is_some()),
            Entry::Sector(_) => usize::from(matches!(state.view, View::Sectors | View::Table)),
            Entry::Project(_) | Entry::Person(_) => usize::from(state.view == View::Table),
        };
        let is_other = matches!(entry, Entry::Figure(figure)
            if figures && figure.value.is_some() && main.contains(&figure.measure));
        for at in entry.record().partners.iter().filter_map(|code| places.of(*code)) {
            known[at].weight += weight;
            known[at].records += usize::from(weight > 0);
            known[at].has_value |= is_value;
            others[at] += usize::from(is_other && weight == 0);
        }
    }
    for (known, others) in known.iter_mut().zip(others) {
        if !known.has_value {
            known.records += others;
            // One without a value has no band of trade.
            known.weight *= usize::from(!figures || state.view == View::Table);
        }
    }
    known
}

/// How many partners have a colour of their own.
const COLORS: usize = 8;

/// The style of each of the dataset's partners: those of whom most is known, whatever the view, take
/// the colours in the dataset's order, and the others come after.
pub(super) fn slots(data: &Dataset) -> Vec<usize> {
    let count = data.partners.len();
    if count <= COLORS {
        return (0..count).collect();
    }
    let places = Places::new(data);
    let mut known = vec![0_i64; count];
    for entry in data.entries() {
        for code in &entry.record().partners {
            if let Some(at) = places.of(*code) {
                known[at] += 1;
            }
        }
    }
    let ranked = sorted_by_key((0..count).collect(), |at: &usize| {
        if data.partners[*at].code == data.meta.reporting { 1 } else { -known[*at] }
    });
    let (first, rest) = ranked.split_at(COLORS);
    let first = sorted_by_key(first.to_vec(), |at| *at as i64);
    let mut slots = vec![0; count];
    for (slot, at) in first.iter().chain(rest).enumerate() {
        slots[*at] = slot;
    }
    slots
}
