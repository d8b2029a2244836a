//! One partner's events on the time axis: a mark by kind, a bar as wide as the doubt, hollow
//! where only planned, and as many titles as have room.
//!
//! The most telling marks stand on the lane's line, next to their titles; further rows stack
//! upwards.

use super::drawing::{Drawing, PLAIN};
use super::key::{is_own, shape_of, sign_of};
use super::lane_frame::{LaneFrame, RADIUS, ROW, first_title};
use super::lane_titles::{is_planned, number, titles, weight};
use super::sign::Sign;
use super::{ListEntry, Request};
use crate::dataset::order::sorted_by_key;
use crate::geometry::{Point, Rect};
use crate::layout::{LabelPlace, Slot, pack};
use crate::locale;
use crate::reading::Dated;
use crate::scale::Time;
use crate::scene::{Align, Dash, Fill, Mark, Shape, Target, TextStyle};

/// The least distance of two marks of one row.
const PITCH: f64 = 13.0;
/// The count in a cluster's circle.
const COUNT: TextStyle = TextStyle { size: 11.0, bold: true };
/// A cluster's circle is larger than a mark and stands so much higher.
const CLUSTER_LIFT: f64 = 3.0;
/// The room that "14 earlier" takes in any language.
const EDGE: f64 = 112.0;

/// How many rows each band's events need: at most `most` rows of marks, and one of clusters; 0 where
/// none of them is in the range.
pub(super) fn rows_needed(request: &Request, time: &Time, most: u16) -> Vec<u16> {
    let mut needed = Vec::new();
    for band in &request.reading.bands {
        let mut rows = 0;
        for slot in slots(request, &band.events, time, most) {
            rows = rows.max(slot.row + 1);
        }
        needed.push(rows);
    }
    needed
}

fn slots(request: &Request, events: &[Dated], time: &Time, rows: u16) -> Vec<Slot> {
    let (least, most) = (time.left + RADIUS + 2.0, time.right - RADIUS - 2.0);
    let (mut inside, mut xs, mut ranks) = (Vec::new(), Vec::new(), Vec::new());
    for (index, dated) in events.iter().enumerate() {
        if time.contains(dated.first, dated.last) {
            inside.push(index);
            xs.push(time.middle(dated.first, dated.last).min(most).max(least));
            ranks.push(99 - u32::from(weight(dated.event(request.data))));
        }
    }
    let mut slots = pack(&xs, &ranks, PITCH, rows, request.width);
    for slot in &mut slots {
        for member in &mut slot.members {
            *member = inside[*member];
        }
        // By date, as the events are: a cluster is read in this order.
        slot.members = sorted_by_key(std::mem::take(&mut slot.members), |member| *member as i64);
    }
    slots
}

/// Draws the lane; `numbers` collects the events that are numbered instead of titled.
pub(super) fn draw(
    drawing: &mut Drawing,
    frame: LaneFrame,
    time: &Time,
    events: &[Dated],
    numbers: Option<&mut Vec<ListEntry>>,
) {
    let theme = drawing.request.theme;
    let line = (frame.top + ROW * (f64::from(frame.rows) - 0.5)).round();
    drawing.rule(time.left, time.right, line - 0.5, theme.grid);
    let mut singles: Vec<(usize, Point)> = Vec::new();
    for slot in slots(drawing.request, events, time, frame.most_rows) {
        let lift = if slot.members.len() > 1 { CLUSTER_LIFT } else { 0.0 };
        let at = Point::new(slot.x, line - ROW * f64::from(slot.row) - lift);
        slot_marks(drawing, frame, time, events, &slot.members, at);
        if let &[only] = slot.members.as_slice() {
            singles.push((only, at));
        }
    }
    promises(drawing, events, &singles);
    outside(drawing, frame, time, events);
    match numbers {
        Some(list) => {
            // A number stands for the mark right above it: the one on the line.
            singles.retain(|(_, at)| at.y == line);
            number(drawing, frame, events, &singles, list);
        }
        None => titles(drawing, frame, events, &singles),
    }
}

/// Ties each planned event to the one in which it came true.
fn promises(drawing: &mut Drawing, events: &[Dated], singles: &[(usize, Point)]) {
    let data = drawing.request.data;
    for (planned, from) in singles {
        let Some(done) = &events[*planned].event(data).came_true else { continue };
        let is_done = |(at, _): &&(usize, Point)| events[*at].event(data).record.id == *done;
        if let Some((_, to)) = singles.iter().find(is_done) {
            let points = vec![*from, *to];
            let dash = Dash::Dotted;
            drawing.lines.push(Mark::Line {
                points,
                width: 1.5,
                color: drawing.request.theme.rule,
                dash,
            });
        }
    }
}

fn slot_marks(
    drawing: &mut Drawing,
    frame: LaneFrame,
    time: &Time,
    events: &[Dated],
    members: &[usize],
    at: Point,
) {
    let ground = drawing.request.theme.ground;
    let mut records = Vec::new();
    for index in members {
        let id = &events[*index].event(drawing.request.data).record.id;
        records.push(id.clone());
    }
    if members.len() > 1 {
        drawing.seen.add(Sign::Cluster);
        let count = match members.len() {
            few @ ..100 => locale::plain(few as i32),
            _ => String::from("99+"),
        };
        let radius = (drawing.width_of(&count, COUNT) / 2.0 + 3.0).max(RADIUS + 2.0);
        let muted = drawing.request.theme.muted;
        drawing.symbol(at, Shape::Circle, radius, muted, Fill::Hollow { ground });
        // The count stands in its own circle, which the layout keeps free of other labels; one that
        // would leave the drawing is left to the card.
        let half = drawing.width_of(&count, COUNT) / 2.0;
        if at.x >= half && at.x + half <= drawing.request.width {
            drawing.symbols.push(Mark::Text {
                at: Point::new(at.x, at.y + 4.0),
                text: count,
                style: COUNT,
                color: muted,
                align: Align::Middle,
            });
        }
    } else {
        event_mark(drawing, time, &events[members[0]], at);
    }
    let (lane, when) = (frame.lane, members.iter().map(|index| events[*index].first).min());
    let cluster = records.len() > 1;
    drawing.targets.push(Target {
        at,
        half: 0.0,
        records,
        lane,
        when,
        cluster,
        band: frame.band,
        line: None,
        label: None,
    });
}

fn event_mark(drawing: &mut Drawing, time: &Time, dated: &Dated, at: Point) {
    let ground = drawing.request.theme.ground;
    let (start, end) = time.span(dated.first, dated.last);
    // Behind its own mark; where the doubt is narrower than the mark, the mark covers it.
    if end - start > 2.0 * RADIUS + 2.0 {
        drawing.seen.add(Sign::Imprecise);
        let (start, end) = (start.max(time.left), end.min(time.right));
        let rect = Rect::new(start, at.y - 2.0, end, at.y + 2.0);
        drawing.lines.push(Mark::Rect { rect, color: drawing.request.theme.rule });
    }
    let event = dated.event(drawing.request.data);
    let planned = is_planned(event);
    if planned {
        drawing.seen.add(Sign::Planned);
    }
    match is_own(drawing.request.data, event.kind) {
        true if drawing.kinds.contains(&event.kind) => {}
        true => drawing.kinds.push(event.kind),
        false if planned => {}
        false => drawing.seen.add(sign_of(event.kind)),
    }
    let fill = if planned { Fill::Hollow { ground } } else { Fill::Solid };
    let color = drawing.request.theme.muted;
    drawing.symbol(at, shape_of(drawing.request.data, event.kind), RADIUS, color, fill);
}

/// "‹ 14 earlier" and "3 later ›" below the lane's ends, for the events outside the range; each
/// opens them. Where there is no event at all, words say so.
fn outside(drawing: &mut Drawing, frame: LaneFrame, time: &Time, events: &[Dated]) {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for (index, dated) in events.iter().enumerate() {
        if dated.last < time.from {
            before.push(index);
        } else if dated.first > time.to {
            after.push(index);
        }
    }
    let locale = drawing.request.locale;
    let words = drawing.words;
    let y = first_title(&frame);
    if events.is_empty() {
        let places = &[(Point::new(time.left.max(0.0), y), Align::Start)];
        drawing.labels.put(words.no_events, PLAIN, drawing.request.theme.muted, places);
    }
    if !before.is_empty() {
        let text = locale::counted(locale, &words.earlier, before.len() as u32);
        let place = (Point::new(0.0, y), Align::Start);
        edge(drawing, frame, events, &before, &["‹ ", &text].concat(), place);
    }
    if !after.is_empty() {
        let text = locale::counted(locale, &words.later, after.len() as u32);
        let place = (Point::new(drawing.request.width, y), Align::End);
        edge(drawing, frame, events, &after, &[&text, " ›"].concat(), place);
    }
}

fn edge(
    drawing: &mut Drawing,
    frame: LaneFrame,
    events: &[Dated],
    members: &[usize],
    text: &str,
    place: LabelPlace,
) {
    let color = drawing.request.theme.muted;
    let Some(rect) = drawing.labels.put(text, PLAIN, color, &[place]) else { return };
    // As wide as in the wordiest language, for the same reason as with titles.
    let wide = match place.1 {
        Align::End => Rect { left: rect.left.min(rect.right - EDGE), ..rect },
        _ => Rect { right: rect.right.max(rect.left + EDGE), ..rect },
    };
    drawing.labels.block(wide);
    let data = drawing.request.data;
    let record = |index: &usize| events[*index].event(data).record.id.clone();
    drawing.targets.push(Target {
        at: Point::new((rect.left + rect.right) / 2.0, (rect.top + rect.bottom) / 2.0),
        half: rect.width() / 2.0,
        records: members.iter().map(record).collect(),
        lane: frame.lane,
        when: members.first().map(|index| events[*index].first),
        cluster: members.len() > 1,
        band: frame.band,
        line: None,
        label: None,
    });
}
