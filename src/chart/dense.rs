//! Series whose values stand so close that a dot each would be a smear: a thin line each, which keeps
//! the least and the greatest value of every column of pixels (as dots where nothing joins them), and a
//! target a few pixels wide for the records of each.

use super::band_frame::BandFrame;
use super::drawing::Drawing;
use super::sign::Sign;
use super::spots::Spot;
use crate::geometry::{Point, Rect};
use crate::reading::{Length, Values, Voice};
use crate::scene::{Dash, Mark, Target};

/// A series of more values than this is dense where they are nearer than [`NEAR`] on average.
const MANY: usize = 7;
/// In CSS pixels.
const NEAR: f64 = 6.0;
/// The width of a column of targets.
const COLUMN: f64 = 3.0;
const WIDTH: f64 = 1.5;

/// Whether each of the dated values is drawn by a line alone.
pub(super) fn dense(values: &Values, spots: &[Option<Spot>]) -> Vec<bool> {
    let mut dense = vec![false; spots.len()];
    for series in values.series.iter().filter(|series| series.length != Length::Part) {
        let drawn = || series.members.iter().filter_map(|at| spots[*at]);
        let (count, first, last) = (drawn().count(), drawn().next(), drawn().next_back());
        let (Some(first), Some(last)) = (first, last) else { continue };
        if count > MANY && (last.at.x - first.at.x) / count as f64 <= NEAR {
            series.members.iter().for_each(|at| dense[*at] = true);
        }
    }
    dense
}

/// Draws what is dense, run by run of consecutive periods.
pub(super) fn draw(
    drawing: &mut Drawing,
    frame: BandFrame,
    values: &Values,
    spots: &[Option<Spot>],
    dense: &[bool],
) {
    if !dense.contains(&true) {
        return;
    }
    let mut next = vec![usize::MAX; spots.len()];
    let mut is_start = vec![true; spots.len()];
    for &(from, to) in &values.joins {
        next[from] = to;
        is_start[to] = false;
    }
    let mut alone: Vec<Option<Point>> = vec![None; spots.len()];
    for start in (0..spots.len()).filter(|at| dense[*at] && is_start[*at]) {
        let mut run = Vec::new();
        let mut at = start;
        while at < spots.len() {
            if let Some(spot) = spots[at] {
                run.push(spot.at);
            }
            at = next[at];
        }
        // A line that runs up and down within a few pixels cannot be dashed: the key says whose it is.
        let voice = values.dated[start].voice(drawing.request.data.meta.reporting);
        drawing.seen.add(match voice {
            Voice::Own => Sign::Own,
            Voice::Partner => Sign::Partner,
            Voice::Unnamed => Sign::Doubtful,
        });
        match run[..] {
            [] => {}
            [only] => alone[start] = Some(only),
            _ => line(drawing, frame, &thinned(&run)),
        }
    }
    for series in &values.series {
        let dots: Vec<Point> = series.members.iter().filter_map(|at| alone[*at]).collect();
        // Each as wide as the line.
        for dot in thinned(&dots) {
            let rect = Rect::centred(dot, 2.0, 2.0);
            drawing.lines.push(Mark::Rect { rect, color: frame.color });
        }
    }
    targets(drawing, frame, values, spots, dense);
}

fn line(drawing: &mut Drawing, frame: BandFrame, run: &[Point]) {
    for at in run {
        drawing.labels.block(Rect::centred(*at, 3.0, 3.0));
    }
    let (points, color, dash) = (run.to_vec(), frame.color, Dash::Solid);
    drawing.lines.push(Mark::Line { points, width: WIDTH, color, dash });
}

/// The first, the highest, the lowest and the last point of each column of pixels, in the order of
/// time.
fn thinned(run: &[Point]) -> Vec<Point> {
    let mut kept = Vec::new();
    let mut from = 0;
    for to in 1..=run.len() {
        if run.get(to).is_some_and(|at| at.x.floor() == run[from].x.floor()) {
            continue;
        }
        let (mut low, mut high) = (from, from);
        for at in from..to {
            if run[at].y > run[low].y {
                low = at;
            }
            if run[at].y < run[high].y {
                high = at;
            }
        }
        let mut column = vec![from, low.min(high), low.max(high), to - 1];
        column.dedup();
        kept.extend(column.into_iter().map(|at| run[at]));
        from = to;
    }
    kept
}

/// One target a column, at its highest value; its records in the order of time.
fn targets(
    drawing: &mut Drawing,
    frame: BandFrame,
    values: &Values,
    spots: &[Option<Spot>],
    dense: &[bool],
) {
    let mut column: Option<(i32, Target, f64)> = None;
    for (at, value) in values.dated.iter().enumerate().filter(|(at, _)| dense[*at]) {
        let Some(spot) = spots[at] else { continue };
        let place = (spot.at.x / COLUMN).floor() as i32;
        let ids = value.ids(drawing.request.data).map(str::to_owned);
        match &mut column {
            Some((known, target, most)) if *known == place => {
                target.records.extend(ids);
                target.cluster = true;
                if value.value > *most {
                    (target.at, *most) = (spot.at, value.value);
                }
            }
            _ => {
                drawing.targets.extend(column.take().map(|(_, target, _)| target));
                let target = Target {
                    at: spot.at,
                    half: 0.0,
                    records: ids.collect(),
                    lane: frame.lane,
                    when: Some(value.first),
                    cluster: false,
                    band: frame.band,
                    line: None,
                    label: None,
                };
                column = Some((place, target, value.value));
            }
        }
    }
    drawing.targets.extend(column.map(|(_, target, _)| target));
}
