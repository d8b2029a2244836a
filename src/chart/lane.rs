//! One partner's events on the time axis: a mark by kind, a bar as wide as the doubt, hollow
//! where only planned, and as many titles as have room.
//!
//! The most telling marks stand on the lane's line, next to their titles; further rows stack
//! upwards.

use super::drawing::{Drawing, PLAIN, STRONG};
use super::key::{shape_of, sign_of};
use super::sign::Sign;
use super::{ListEntry, Request};
use crate::dataset::order::{key, sorted_by_key};
use crate::dataset::{Dataset, Event, EventKind, Language, Status};
use crate::geometry::{Point, Rect};
use crate::layout::{Hung, LabelPlace, Slot, TitleRows, Wish, hang, pack, text_rect};
use crate::locale;
use crate::reading::Dated;
use crate::scale::Time;
use crate::scene::{Align, Dash, Fill, Mark, Shape, Target, TextStyle};
use crate::text::truncate;

/// Half the height of an event's mark.
const RADIUS: f64 = 5.0;
/// The least distance of two marks of one row.
const PITCH: f64 = 13.0;
/// The distance of two rows of marks.
const ROW: f64 = 14.0;
/// The distance of two rows of titles.
const TITLE_ROW: f64 = 17.0;

/// The count in a cluster's circle.
const COUNT: TextStyle = TextStyle { size: 11.0, bold: true };
/// A cluster's circle is larger than a mark and stands so much higher.
const CLUSTER_LIFT: f64 = 3.0;

/// Where a lane stands and how much it may hold.
#[derive(Clone, Copy)]
pub struct LaneFrame {
    /// The upper edge of the lane.
    pub top: f64,
    /// How many rows of marks there may be, and how many rows there are with clusters.
    pub most_rows: u16,
    pub rows: u16,
    pub title_rows: u16,
    /// The partner to name in the list of numbered events, where it holds several.
    pub named: Option<usize>,
    /// The upper and the lower edge of the partner's band.
    pub band: (f64, f64),
    pub lane: u16,
}

/// How many rows each band's events need: at most `most` rows of marks, and one of clusters.
pub fn rows_needed(request: &Request, time: &Time, most: u16) -> Vec<u16> {
    let mut needed = Vec::new();
    for band in &request.reading.bands {
        let mut rows = 1;
        for slot in slots(request.data, &band.events, time, most) {
            rows = rows.max(slot.row + 1);
        }
        needed.push(rows);
    }
    needed
}

fn slots(data: &Dataset, events: &[Dated], time: &Time, rows: u16) -> Vec<Slot> {
    let (least, most) = (time.left + RADIUS + 2.0, time.right - RADIUS - 2.0);
    let (mut inside, mut xs, mut ranks) = (Vec::new(), Vec::new(), Vec::new());
    for (index, dated) in events.iter().enumerate() {
        if time.contains(dated.first, dated.last) {
            inside.push(index);
            xs.push(time.middle(dated.first, dated.last).min(most).max(least));
            ranks.push(99 - u32::from(weight(dated.event(data))));
        }
    }
    let mut slots = pack(&xs, &ranks, PITCH, rows);
    for slot in &mut slots {
        for member in &mut slot.members {
            *member = inside[*member];
        }
        // By date, as the events are: a cluster is read in this order.
        slot.members = sorted_by_key(std::mem::take(&mut slot.members), |member| *member as i64);
    }
    slots
}

/// The height of a lane with so many rows of marks and of titles.
pub fn height(rows: u16, title_rows: u16) -> f64 {
    ROW * f64::from(rows) + TITLE_ROW * f64::from(title_rows) + 8.0
}

/// The baseline of the first row of titles or numbers.
fn first_title(frame: &LaneFrame) -> f64 {
    frame.top + ROW * f64::from(frame.rows) + TITLE_ROW
}

/// Draws the lane; `numbers` collects the events that are numbered instead of titled.
pub fn draw(
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
    for slot in slots(drawing.request.data, events, time, frame.most_rows) {
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
        // The count stands in its own circle, which the layout keeps free of other labels.
        drawing.symbols.push(Mark::Text {
            at: Point::new(at.x, at.y + 4.0),
            text: count,
            style: COUNT,
            color: muted,
            align: Align::Middle,
        });
    } else {
        event_mark(drawing, time, &events[members[0]], at);
    }
    let (lane, when) = (frame.lane, members.iter().map(|index| events[*index].first).min());
    let cluster = records.len() > 1;
    drawing.targets.push(Target { at, half: 0.0, records, lane, when, cluster, band: frame.band });
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
    drawing.seen.add(if planned { Sign::Planned } else { sign_of(event.kind) });
    let fill = if planned { Fill::Hollow { ground } } else { Fill::Solid };
    let color = drawing.request.theme.muted;
    drawing.symbol(at, shape_of(event.kind), RADIUS, color, fill);
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
    });
}

/// How telling an event is, for the choice of titles: by its kind, and what was only planned less.
fn weight(event: &Event) -> u8 {
    use EventKind as Kind;
    let weight = match event.kind {
        Kind::DECLARATION => 9,
        Kind::TREATY | Kind::COUNCIL => 8,
        Kind::DIPLOMATIC_RELATIONS | Kind::INCIDENT => 7,
        Kind::VISIT | Kind::INFRASTRUCTURE => 5,
        Kind::ENERGY | Kind::TRANSPORT | Kind::FLIGHT | Kind::EMBASSY | Kind::SECURITY => 4,
        Kind::COMMISSION | Kind::FORUM | Kind::STATEMENT => 3,
        Kind::AID | Kind::ELECTION => 2,
        Kind::MEETING => 1,
        // A package adds what it finds telling.
        _ => 5,
    };
    if is_planned(event) { weight / 2 } else { weight }
}

fn is_planned(event: &Event) -> bool {
    matches!(event.status, Status::Planned | Status::Proposed)
}

/// The marks in the order in which they deserve a title: the chosen one, then by kind, then
/// the latest first.
fn by_weight(
    drawing: &Drawing,
    events: &[Dated],
    singles: &[(usize, Point)],
) -> Vec<(usize, Point)> {
    sorted_by_key(singles.to_vec(), |(index, _)| {
        let event = events[*index].event(drawing.request.data);
        let focused = drawing.is_chosen(&event.record.id);
        let weight = if focused { u8::MAX } else { weight(event) };
        key(-i32::from(weight), -(*index as i32))
    })
}

fn title(drawing: &Drawing, dated: &Dated) -> String {
    let event = dated.event(drawing.request.data);
    let title = short_title(event, drawing.request.locale.language);
    if event.status == Status::Planned {
        locale::fill(drawing.words.planned_title, &[("title", title)])
    } else {
        title.to_owned()
    }
}

fn short_title(event: &Event, language: Language) -> &str {
    let short = if event.short.has(language) { &event.short } else { &event.title };
    short.get(language)
}

fn titles(drawing: &mut Drawing, frame: LaneFrame, events: &[Dated], singles: &[(usize, Point)]) {
    let theme = drawing.request.theme;
    let (mut texts, mut wishes) = (Vec::new(), Vec::new());
    for (index, at) in by_weight(drawing, events, singles).into_iter().take(MOST_TITLES) {
        let mut text = title(drawing, &events[index]);
        let mut width = drawing.width_of(&text, PLAIN);
        // Room for the same title in any language: every edition is to tell the same events.
        let data = drawing.request.data;
        if data.meta.languages.len() > 1 {
            let english = short_title(events[index].event(data), Language::EN);
            width = width.max(LONGEST * drawing.width_of(english, PLAIN));
        }
        if width > drawing.request.width {
            // It fits nowhere: its beginning may.
            width = CUT * drawing.request.width;
            text = truncate(drawing.request.measure, &text, PLAIN, width);
        }
        wishes.push(Wish { from: Point::new(at.x, at.y + RADIUS + 3.0), width });
        texts.push(text);
    }
    let rows = TitleRows { first: first_title(&frame), pitch: TITLE_ROW, count: frame.title_rows };
    for Hung { wish, at, leader } in hang(&drawing.labels, &wishes, rows, PLAIN) {
        // Inside its room the text moves to where its leader ends.
        let half = (drawing.width_of(&texts[wish], PLAIN) / 2.0 - 4.0).max(0.0);
        let foot = wishes[wish].from.x;
        let place = Point::new(at.x.min(foot + half).max(foot - half), at.y);
        drawing.labels.put(&texts[wish], PLAIN, theme.ink, &[(place, Align::Middle)]);
        drawing.upright(leader.left + 1.0, leader.top, leader.bottom + 1.0, theme.rule);
        tell(drawing, Point::new(foot, wishes[wish].from.y - RADIUS - 3.0));
    }
}

/// Makes the mark of a titled event as dark as its title.
fn tell(drawing: &mut Drawing, place: Point) {
    let ink = drawing.request.theme.ink;
    for mark in &mut drawing.symbols {
        if let Mark::Symbol { at, color, .. } = mark
            && *at == place
        {
            *color = ink;
        }
    }
}

/// The room that "14 earlier" takes in any language.
const EDGE: f64 = 112.0;
/// More titles than any lane holds; the rest of a crowded lane is not even tried.
const MOST_TITLES: usize = 100;
/// Of the chart's width, what the beginning of a title takes that is wider than it.
const CUT: f64 = 0.4;
/// Titles in the other languages are at most about so many times as long as in English.
const LONGEST: f64 = 1.6;

/// How many events of a lane are numbered on a narrow chart.
const NUMBERED: usize = 5;

fn number(
    drawing: &mut Drawing,
    frame: LaneFrame,
    events: &[Dated],
    singles: &[(usize, Point)],
    list: &mut Vec<ListEntry>,
) {
    let theme = drawing.request.theme;
    let locale = drawing.request.locale;
    let y = first_title(&frame);
    let width = drawing.width_of("88", STRONG);
    let mut chosen: Vec<(usize, Point)> = Vec::new();
    for (index, at) in by_weight(drawing, events, singles) {
        let rect = text_rect(width, STRONG, (Point::new(at.x, y), Align::Middle));
        let clear = chosen.iter().all(|(_, other)| (other.x - at.x).abs() > width + 6.0);
        if clear && drawing.labels.is_free(&rect) && chosen.len() < NUMBERED {
            chosen.push((index, at));
        }
    }
    for (index, at) in sorted_by_key(chosen, |(_, at)| key(at.x as i32, 0)) {
        let number = list.len() as u16 + 1;
        let text = locale::plain(number.into());
        drawing.text(&text, STRONG, theme.ink, Point::new(at.x, y), Align::Middle);
        tell(drawing, at);
        let event = events[index].event(drawing.request.data);
        list.push(ListEntry {
            number,
            title: match frame.named {
                Some(partner) => {
                    let name = drawing.request.data.partners[partner].name.get(locale.language);
                    [name, ": ", &title(drawing, &events[index])].concat()
                }
                None => title(drawing, &events[index]),
            },
            date: event.date.map_or(String::new(), |date| locale::date(locale, &date)),
            record: event.record.id.clone(),
        });
    }
}
