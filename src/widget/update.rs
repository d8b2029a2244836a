//! One input to one change; pure.

use super::follow::follow;
use super::partners::toggled;
use super::{Input, Picture, Pointer, range, walk};
use crate::chart::Extent;
use crate::dataset::{Dataset, Day, EventKind};
use crate::reading::Reading;
use crate::scene::{Focus, Target};
use crate::view::State;

/// What one widget remembers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// What is chosen; its `select` is the pinned record.
    pub state: State,
    /// What the card tells about; where one record is pinned, it is the state's `select`.
    pub focus: Option<Focus>,
    /// What the card told about when it was closed: the keyboard's walk goes on from there.
    pub place: Option<Focus>,
}

/// What one input leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What the widget remembers from now on.
    pub model: Model,
    /// What on the screen is stale.
    pub redraw: Redraw,
    /// What the page is told, in this order.
    pub events: Vec<PageEvent>,
}

/// What on the screen is stale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Redraw {
    /// All of it stands.
    Nothing,
    /// The halo moved, and with it the card; the words around the plot stand.
    Focus,
    /// All of it.
    Chart,
}

/// What the page is told.
#[derive(Clone, Debug, PartialEq)]
pub enum PageEvent {
    /// The pinned record, or none.
    Select(Option<String>),
    /// The reader changed the state by a control.
    Change,
}

/// What `input` changes, where `picture` is what the reader sees.
pub fn update(model: &Model, data: &Dataset, picture: &Picture, input: Input) -> Change {
    let chart = &picture.chart;
    let mut next = model.clone();
    let mut events = Vec::new();
    let is_pinned = model.focus.as_ref().is_some_and(|focus| focus.pinned);
    match input {
        Input::Move(_) | Input::Leave if is_pinned => {}
        Input::Move(pointer) => {
            next.focus = hit(picture, pointer).map(|target| focus_on(target, false));
        }
        Input::Leave => next.focus = None,
        Input::Tap(pointer) => {
            let tapped = hit(picture, pointer).map(|target| focus_on(target, true));
            pin(&mut next, tapped.filter(|focus| Some(focus) != model.focus.as_ref()));
        }
        Input::Escape => close(&mut next),
        Input::Select(id) => pin(&mut next, id.and_then(|id| focus_of(id, data, picture))),
        Input::Open([id]) => pin(&mut next, focus_of(id, data, picture)),
        Input::Open(ids) => pin(&mut next, cluster_of(ids, data)),
        Input::Walk(step) => {
            let here = model.focus.as_ref().or(model.place.as_ref());
            if let Some(focus) = walk(picture, here, step) {
                next.state.select = None;
                next.focus = Some(focus);
            }
        }
        Input::Pin if is_pinned => close(&mut next),
        Input::Pin => {
            let focus = model.focus.as_ref().or(model.place.as_ref());
            pin(&mut next, focus.map(|focus| Focus { pinned: true, ..focus.clone() }));
        }
        Input::Toggle(code) => {
            next.state.partners = toggled(&picture.reading, code);
            events.push(PageEvent::Change);
        }
        Input::Choose { attribute, value } => {
            if next.state.set(attribute, Some(value)).is_ok() {
                forget_default(&mut next.state, data);
                events.push(PageEvent::Change);
            }
        }
        Input::Kind(kind) => next.state.kinds = kinds(data, &picture.reading, kind),
        Input::Reset => (next.state.from, next.state.to) = whole(data, &picture.reading),
        Input::Range { .. } | Input::Zoom { .. } | Input::Pan { .. } | Input::ZoomTo => {
            let extent = chart.extent.as_ref();
            if let Some((from, to)) = extent.and_then(|extent| asked(model, data, extent, input)) {
                (next.state.from, next.state.to) = (Some(from), Some(to));
            }
        }
    }
    events.extend(told(&model.state, &next.state));
    let mut redraw = redraw(model, &next);
    if redraw != Redraw::Chart && next.state.select != model.state.select {
        let is_told = matches!(input, Input::Select(Some(_)));
        if follow(&mut next.state, data, &picture.reading, is_told) {
            redraw = Redraw::Chart;
        }
    }
    Change { model: next, redraw, events }
}

/// The ends of a range that holds all; none where that is drawn unasked.
fn whole(data: &Dataset, reading: &Reading) -> (Option<Day>, Option<Day>) {
    let whole = reading.whole(data);
    (whole.map(|all| all.from), whole.map(|all| all.to))
}

/// What the page is told of a state that is another one now.
fn told(before: &State, after: &State) -> Vec<PageEvent> {
    let mut events = Vec::new();
    let range = [after.from, after.to] != [before.from, before.to];
    if range || after.kinds != before.kinds {
        events.push(PageEvent::Change);
    }
    if after.select != before.select {
        events.push(PageEvent::Select(after.select.clone()));
    }
    events
}

/// What the data shows by itself is no choice, and stands in no address.
fn forget_default(state: &mut State, data: &Dataset) {
    let unchosen = State { measure: None, ..state.clone() };
    if unchosen.measure_of(data) == state.measure_of(data) {
        state.measure = None;
    }
}

/// The focus on one record that is pinned; none where the dataset does not know it.
pub fn focus_of(id: &str, data: &Dataset, picture: &Picture) -> Option<Focus> {
    data.record(id)?;
    let has = |target: &&Target| target.records.iter().any(|known| known == id);
    let targets = picture.chart.scene.targets.iter();
    let shown = targets.filter(has).min_by_key(|target| target.records.len());
    Some(Focus {
        records: vec![id.to_owned()],
        at: shown.map(|target| target.at),
        cluster: false,
        pinned: true,
    })
}

/// The pinned focus on those records that the dataset knows, if any.
fn cluster_of(ids: &[String], data: &Dataset) -> Option<Focus> {
    let known = ids.iter().filter(|id| data.record(id).is_some());
    let records: Vec<String> = known.cloned().collect();
    (!records.is_empty()).then_some(Focus { records, at: None, cluster: true, pinned: true })
}

/// The range that an input asks for, where it differs from the one that is drawn.
fn asked(model: &Model, data: &Dataset, extent: &Extent, input: Input) -> Option<(Day, Day)> {
    let range = match input {
        Input::Range { from, to } => range::within(extent, from, to),
        Input::Zoom { factor, x } => range::zoomed(extent, factor, x),
        Input::Pan { held, dx } => range::dragged(extent, held, dx),
        _ => range::around(extent, data, &model.focus.as_ref()?.records)?,
    };
    (range != (extent.from, extent.to)).then_some(range)
}

/// The kinds after a press on one's checkbox or on all; empty means all.
fn kinds(data: &Dataset, reading: &Reading, pressed: Option<EventKind>) -> Vec<String> {
    let Some(pressed) = pressed else { return Vec::new() };
    let mut kinds = Vec::new();
    for offer in &reading.kinds {
        if offer.on != (offer.kind == pressed) {
            kinds.push(offer.kind);
        }
    }
    if kinds.len() == reading.kinds.len() {
        kinds.clear();
    } else if kinds.is_empty() {
        // The last one cannot be switched off, as with partners.
        kinds.push(pressed);
    }
    kinds.into_iter().map(|kind| data.kind_key(kind).to_owned()).collect()
}

fn hit(picture: &Picture, pointer: Pointer) -> Option<&Target> {
    picture.chart.scene.hit(pointer.at, pointer.reach)
}

fn focus_on(target: &Target, pinned: bool) -> Focus {
    Focus { records: target.records.clone(), at: Some(target.at), cluster: target.cluster, pinned }
}

fn pin(model: &mut Model, focus: Option<Focus>) {
    let record = focus.as_ref().filter(|focus| !focus.cluster);
    model.state.select = record.and_then(|focus| focus.records.first().cloned());
    model.focus = focus;
}

fn close(model: &mut Model) {
    model.place = model.focus.take().or(model.place.take());
    pin(model, None);
}

fn redraw(before: &Model, after: &Model) -> Redraw {
    let chosen = before.state.select.clone();
    let same_chart = State { select: chosen, ..after.state.clone() } == before.state;
    match (same_chart, before.focus == after.focus) {
        (true, true) => Redraw::Nothing,
        (true, false) => Redraw::Focus,
        (false, _) => Redraw::Chart,
    }
}
