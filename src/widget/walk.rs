//! The walk by keyboard: one reading order through all that a chart shows.
//!
//! Left and right go through values and events of all lanes by date, and along a row where there is
//! no time axis; up and down go to the nearest mark of another lane, or along a column. A cluster
//! is a stop of its own and is then entered, record by record; so is an aside, after all marks.
//! Page keys go on to the next decade that has a mark, or back to the start of one; in a matrix some
//! rows along the column.

use super::Picture;
use crate::dataset::order::{key, order};
use crate::geometry::Point;
use crate::scene::Focus;
use crate::words::Aside;

/// One press of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the next mark by date.
    Next,
    /// To the mark before by date.
    Previous,
    /// To the nearest mark of a lane above.
    Up,
    /// To the nearest mark of a lane below.
    Down,
    /// To the first mark.
    First,
    /// To the last mark.
    Last,
    /// To the first mark of the next decade that has one; in a matrix some rows down.
    PageNext,
    /// To the first mark of this decade, and from there of the one before it; in a matrix some rows up.
    PagePrevious,
}

/// The lane of the asides, below all others.
const ASIDES: u16 = u16::MAX;

/// Marks whose centres are nearer than this stand in one column.
const COLUMN: f64 = 2.0;

/// How many rows of a matrix a page key passes.
const ROWS: usize = 5;

/// A place to stop: a mark, a cluster or an aside, or one record of these.
struct Stop<'a> {
    records: &'a [String],
    at: Option<Point>,
    lane: u16,
    cluster: bool,
    /// Whether it stands for one record of the cluster before it.
    member: bool,
    /// Counted from year 0; none without a date.
    decade: Option<i32>,
}

/// The mark that `step` leads to, not pinned; none where there is none that way, so that the focus
/// stays. Without a focus every step but the last leads to the first mark.
pub fn walk(picture: &Picture, focus: Option<&Focus>, step: Step) -> Option<Focus> {
    let stops = stops(picture);
    let here = focus.and_then(|focus| place(&stops, focus));
    let matrix = picture.chart.extent.is_none();
    let to = match (here, step) {
        (_, Step::Last) => stops.len().checked_sub(1),
        (None, _) | (_, Step::First) => Some(0),
        (Some(here), Step::Next) => (here + 1..stops.len()).find(|to| is_first(&stops, *to)),
        (Some(here), Step::Previous) => (0..here).rev().find(|to| is_first(&stops, *to)),
        (Some(here), Step::Up | Step::Down) => across(&stops, here, matrix, step == Step::Down),
        (Some(here), Step::PageNext | Step::PagePrevious) if matrix => {
            let mut to = None;
            for _ in 0..ROWS {
                to = across(&stops, to.unwrap_or(here), true, step == Step::PageNext).or(to);
            }
            to
        }
        (Some(here), Step::PageNext) => {
            (here..stops.len()).find(|to| stops[*to].decade != stops[here].decade)
        }
        (Some(here), Step::PagePrevious) => {
            let decade = stops[here.saturating_sub(1)].decade;
            stops.iter().position(|stop| stop.decade == decade).filter(|to| *to < here)
        }
    };
    let stop = stops.get(to?)?;
    let Stop { at, cluster, .. } = *stop;
    Some(Focus { records: stop.records.to_vec(), at, cluster, pinned: false })
}

fn stops(picture: &Picture) -> Vec<Stop<'_>> {
    let targets = &picture.chart.scene.targets;
    let mut keys = Vec::new();
    for target in targets {
        let first = target.when.map_or(i32::MAX, |day| day.0);
        keys.push(key(first, i32::from(target.lane)));
    }
    let mut stops = Vec::new();
    for index in order(keys) {
        let target = &targets[index];
        let year = target.when.map(|day| day.civil().0);
        let head = Stop {
            records: &target.records,
            at: Some(target.at),
            lane: target.lane,
            cluster: target.cluster,
            member: false,
            decade: year.map(|year| year.div_euclid(10)),
        };
        add(&mut stops, head);
    }
    for Aside { records, .. } in &picture.texts.asides {
        let cluster = records.len() > 1;
        if !records.is_empty() {
            let (at, decade) = (None, None);
            add(&mut stops, Stop { records, at, lane: ASIDES, cluster, member: false, decade });
        }
    }
    stops
}

/// A mark, and where it is a cluster its records.
fn add<'a>(stops: &mut Vec<Stop<'a>>, head: Stop<'a>) {
    let Stop { records, at, lane, cluster, decade, .. } = head;
    stops.push(head);
    for record in records.iter().filter(|_| cluster) {
        let records = std::slice::from_ref(record);
        stops.push(Stop { records, at, lane, cluster: false, member: true, decade });
    }
}

fn place(stops: &[Stop], focus: &Focus) -> Option<usize> {
    let same = |stop: &Stop| stop.records == focus.records;
    let holds = |stop: &Stop| focus.records.first().is_some_and(|id| stop.records.contains(id));
    stops
        .iter()
        .position(|stop| same(stop) && stop.at == focus.at)
        .or_else(|| stops.iter().position(same))
        .or_else(|| stops.iter().position(holds))
}

/// Whether no earlier stop stands for the same: an event of two partners has a mark in each lane.
fn is_first(stops: &[Stop], at: usize) -> bool {
    stops[..at].iter().all(|stop| stop.records != stops[at].records)
}

/// The nearest stop of the next lane that has one; without a time axis the next of the column.
fn across(stops: &[Stop], here: usize, matrix: bool, down: bool) -> Option<usize> {
    let from = &stops[here];
    let x = from.at.map_or(0.0, |at| at.x);
    let mut nearest: Option<(u16, f64, usize)> = None;
    for (index, stop) in stops.iter().enumerate() {
        let beyond = if down { stop.lane > from.lane } else { stop.lane < from.lane };
        let lanes = stop.lane.abs_diff(from.lane);
        let aside = stop.at.map_or(0.0, |at| (at.x - x).abs());
        let in_reach = !matrix || aside < COLUMN;
        let nearer =
            nearest.is_none_or(|(lane, by, _)| lanes < lane || lanes == lane && aside < by);
        if beyond && !stop.member && in_reach && nearer {
            nearest = Some((lanes, aside, index));
        }
    }
    nearest.map(|(_, _, index)| index)
}
