//! The titles of a lane's events, or their numbers on a narrow chart: the most telling first.

use super::ListEntry;
use super::drawing::{Drawing, PLAIN, STRONG};
use super::lane_frame::{LaneFrame, RADIUS, ROW, TITLE_ROW, first_title};
use crate::dataset::order::{key, sorted_by_key};
use crate::dataset::{Event, EventKind, Language, Status};
use crate::geometry::{Point, Rect};
use crate::layout::{Hung, TitleRows, Wish, hang, text_rect};
use crate::locale;
use crate::reading::Dated;
use crate::scene::{Align, Mark};
use crate::text::truncate;

/// More titles than any lane holds; the rest of a crowded lane is not even tried.
const MOST_TITLES: usize = 100;

/// Of the chart's width, what the beginning of a title takes that is wider than it.
const CUT: f64 = 0.4;

/// Titles in the other languages are at most about so many times as long as in English.
const LONGEST: f64 = 1.6;

/// How many events of a lane are numbered on a narrow chart.
const NUMBERED: usize = 5;

pub(super) fn titles(
    drawing: &mut Drawing,
    frame: LaneFrame,
    events: &[Dated],
    singles: &[(usize, Point)],
) {
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
    let mut is_told = vec![false; wishes.len()];
    for Hung { wish, at, leader } in hang(&drawing.labels, &wishes, rows, PLAIN) {
        // Inside its room the text moves to where its leader ends.
        let half = (drawing.width_of(&texts[wish], PLAIN) / 2.0 - 4.0).max(0.0);
        let foot = wishes[wish].from.x;
        let place = Point::new(at.x.min(foot + half).max(foot - half), at.y);
        let label = drawing.labels.put(&texts[wish], PLAIN, theme.ink, &[(place, Align::Middle)]);
        drawing.upright(leader.left + 1.0, leader.top, leader.bottom + 1.0, theme.rule);
        tell(drawing, frame, Point::new(foot, wishes[wish].from.y - RADIUS - 3.0), label);
        is_told[wish] = true;
    }
    for (wish, text) in texts.iter().enumerate() {
        // Of records that disagree on the day of one event one has the title.
        if !texts.iter().zip(&is_told).any(|(other, is_told)| *is_told && other == text) {
            beside(drawing, frame, &wishes[wish], text);
        }
    }
}

/// The title of a mark that stands on others, which stop its leader: beside it, where nothing is
/// there nor on the lane's line below.
fn beside(drawing: &mut Drawing, frame: LaneFrame, wish: &Wish, text: &str) {
    let at = Point::new(wish.from.x, wish.from.y - RADIUS - 3.0);
    let foot = first_title(&frame) - TITLE_ROW;
    if at.y > foot - ROW {
        return;
    }
    for (away, align) in [(RADIUS + 4.0, Align::Start), (-RADIUS - 4.0, Align::End)] {
        let place = (Point::new(at.x + away, at.y + 4.0), align);
        let rect = text_rect(wish.width, PLAIN, place);
        let is_over = |mark: &Mark| match mark {
            // A bar; what is higher is a shade behind all.
            Mark::Rect { rect: other, .. } => other.height() < TITLE_ROW && other.overlaps(&rect),
            Mark::Line { points, .. } => {
                points.iter().any(|point| rect.grown(3.0).contains(*point))
            }
            _ => false,
        };
        let down = Rect { bottom: foot, ..rect };
        if drawing.labels.is_free(&down) && !drawing.lines.iter().any(is_over) {
            let label = drawing.labels.put(text, PLAIN, drawing.request.theme.ink, &[place]);
            drawing.labels.block(rect);
            return tell(drawing, frame, at, label);
        }
    }
}

pub(super) fn number(
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
        let label =
            drawing.labels.put(&text, STRONG, theme.ink, &[(Point::new(at.x, y), Align::Middle)]);
        tell(drawing, frame, at, label);
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
            date: event
                .date
                .map_or(String::new(), |date| locale::date_as(locale, &date, event.status)),
            record: event.record.id.clone(),
        });
    }
}

/// How telling an event is, for the choice of titles: by its kind, and what was only planned less.
pub(super) fn weight(event: &Event) -> u8 {
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

pub(super) fn is_planned(event: &Event) -> bool {
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
    match drawing.words.status_title(event.status) {
        Some(template) => locale::fill(template, &[("title", title)]),
        None => title.to_owned(),
    }
}

fn short_title(event: &Event, language: Language) -> &str {
    let short = if event.short.has(language) { &event.short } else { &event.title };
    short.get(language)
}

/// Makes the mark of a titled event as dark as its title, which a press opens as well.
fn tell(drawing: &mut Drawing, frame: LaneFrame, place: Point, label: Option<Rect>) {
    let mut targets = drawing.targets.iter_mut();
    if let Some(target) = targets.find(|one| one.lane == frame.lane && one.at == place) {
        target.label = label;
    }
    let ink = drawing.request.theme.ink;
    for mark in &mut drawing.symbols {
        if let Mark::Symbol { at, color, .. } = mark
            && *at == place
        {
            *color = ink;
        }
    }
}
