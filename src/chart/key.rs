//! The key: only the signs that occur in this drawing, each with its meaning.

use super::Request;
use super::drawing::{Drawing, PLAIN};
use super::shape::{shape, shape_of, status_mark, symbols};
use super::sign::Sign;
use crate::dataset::{Certainty, EventKind, Status};
use crate::geometry::{Point, Rect};
use crate::locale;
use crate::reading::Voice;
use crate::scene::{Align, Fill, Mark, Shape, TextStyle};
use crate::text::truncate;
use crate::theme::{Color, Theme};

const SIGNS: [Sign; 31] = [
    Sign::Own,
    Sign::Partner,
    Sign::Doubtful,
    Sign::Ambiguous,
    Sign::Derived,
    Sign::PartYear,
    Sign::Years,
    Sign::WholeYear,
    Sign::Slope,
    Sign::InferredSlope,
    Sign::Pair,
    Sign::Visit,
    Sign::Treaty,
    Sign::Commission,
    Sign::Transport,
    Sign::Relations,
    Sign::Other,
    Sign::Planned,
    Sign::Suggested,
    Sign::Begun,
    Sign::OneSided,
    Sign::Imprecise,
    Sign::Unsure,
    Sign::Open,
    Sign::Cluster,
    Sign::Done,
    Sign::UnderWay,
    Sign::Intended,
    Sign::Proposed,
    Sign::Claimed,
    Sign::NotMentioned,
];

fn meaning(sign: Sign, drawing: &Drawing) -> String {
    let words = drawing.words;
    let text = match sign {
        Sign::Own => return locale::home_statistics(drawing.request.locale, drawing.request.data),
        Sign::Partner => return other_statistics(drawing),
        Sign::Doubtful if drawing.seen.has(Sign::Ambiguous) => {
            return [words.key_doubtful, ", ", words.certainty(Certainty::Ambiguous)].concat();
        }
        Sign::Doubtful => words.key_doubtful,
        Sign::Ambiguous => words.certainty(Certainty::Ambiguous),
        Sign::Derived => words.derived,
        Sign::PartYear => words.part_of_year,
        Sign::Years => words.several_years,
        Sign::WholeYear => words.key_year,
        Sign::Slope => words.key_slope,
        Sign::InferredSlope => words.key_slope_inferred,
        Sign::Pair => words.key_pair,
        Sign::Visit => words.key_visit,
        Sign::Treaty => words.key_treaty,
        Sign::Commission => words.key_commission,
        Sign::Transport => words.key_transport,
        Sign::Relations => words.key_relations,
        Sign::Other => words.key_other,
        Sign::Planned if drawing.seen.has(Sign::Suggested) => {
            let words = [Status::Planned, Status::Proposed].map(|status| words.status(status));
            return words.join(", ");
        }
        Sign::Planned => words.status(Status::Planned),
        Sign::Suggested => words.status(Status::Proposed),
        Sign::Begun => words.status(Status::UnderWay),
        Sign::OneSided => words.status(Status::Claimed),
        Sign::Imprecise => words.key_imprecise,
        Sign::Unsure => words.key_unsure,
        Sign::Open => words.key_open,
        Sign::Cluster => words.key_cluster,
        Sign::Done => words.status(Status::Done),
        Sign::UnderWay => words.status(Status::UnderWay),
        Sign::Intended => words.status(Status::Planned),
        Sign::Proposed => words.status(Status::Proposed),
        Sign::Claimed => words.status(Status::Claimed),
        Sign::NotMentioned => words.not_mentioned,
    };
    text.to_owned()
}

const ROW: f64 = 20.0;
const GLYPH: f64 = 18.0;
const GAP: f64 = 16.0;

/// The statistics of the partners alone, or of whom else: those that the values in view are from.
fn other_statistics(drawing: &Drawing) -> String {
    let Request { data, reading, locale, .. } = drawing.request;
    let (mut others, mut is_third) = (Vec::new(), false);
    for band in &reading.bands {
        for value in band.dated().filter(|one| one.voice(data.meta.reporting) == Voice::Partner) {
            let reporter = value.reporter.unwrap_or(band.code);
            is_third |= reporter != band.code;
            if !others.contains(&reporter) {
                others.push(reporter);
            }
        }
    }
    others.truncate(if is_third { 3 } else { 0 });
    locale::other_statistics(locale, data, &others)
}

/// What an entry explains.
#[derive(Clone, Copy, PartialEq)]
enum Subject {
    Sign(Sign),
    /// A kind of event of the package's own.
    Kind(EventKind),
}

/// The signs of the drawing, and the package's own kinds after those of the other events.
fn subjects(drawing: &Drawing) -> Vec<Subject> {
    let mut subjects = Vec::new();
    for sign in SIGNS {
        if sign == Sign::Planned {
            subjects.extend(drawing.kinds.iter().copied().map(Subject::Kind));
        }
        // What looks the same is explained once.
        let is_told = match sign {
            Sign::Ambiguous => drawing.seen.has(Sign::Doubtful),
            Sign::Suggested => drawing.seen.has(Sign::Planned),
            _ => false,
        };
        if drawing.seen.has(sign) && !is_told {
            subjects.push(Subject::Sign(sign));
        }
    }
    subjects
}

/// One entry and where it stands: row and left edge.
struct Entry {
    subject: Subject,
    row: u32,
    left: f64,
}

fn entries(drawing: &Drawing) -> Vec<Entry> {
    let width = drawing.request.width;
    let (mut row, mut left) = (0, 0.0);
    let mut entries: Vec<Entry> = Vec::new();
    let is_of_events = |subject: Subject| match subject {
        Subject::Sign(sign) => sign as u32 >= Sign::Visit as u32,
        Subject::Kind(_) => true,
    };
    for subject in subjects(drawing) {
        let needed = GLYPH + drawing.width_of(&told(subject, drawing), PLAIN);
        // Events start a row of their own, so that the two groups read apart.
        let new_group =
            is_of_events(subject) && entries.last().is_some_and(|last| !is_of_events(last.subject));
        if left > 0.0 && (left + needed > width || new_group) {
            row += 1;
            left = 0.0;
        }
        entries.push(Entry { subject, row, left });
        left += needed + GAP;
    }
    entries
}

/// Draws the key of the signs seen so far with its upper edge at `top`; gives its lower edge.
pub(super) fn draw(drawing: &mut Drawing, top: f64) -> f64 {
    let theme = drawing.request.theme;
    let mut bottom = top;
    for entry in entries(drawing) {
        let above = top + 8.0 + ROW * f64::from(entry.row);
        bottom = above + ROW;
        let middle = above + ROW / 2.0;
        glyph(drawing, entry.subject, Point::new(entry.left + 7.0, middle));
        let at = Point::new(entry.left + GLYPH, middle + 4.0);
        let text = told(entry.subject, drawing);
        drawing.text(&text, PLAIN, theme.muted, at, Align::Start);
    }
    bottom
}

fn told(subject: Subject, drawing: &Drawing) -> String {
    let Request { data, locale, measure, width, .. } = drawing.request;
    let text = match subject {
        Subject::Sign(sign) => meaning(sign, drawing),
        Subject::Kind(kind) => locale.kind(data, kind).to_owned(),
    };
    truncate(*measure, &text, PLAIN, width - GLYPH)
}

fn glyph(drawing: &mut Drawing, subject: Subject, at: Point) {
    let &Theme { muted: color, rule: pale, ground, .. } = drawing.request.theme;
    let data = drawing.request.data;
    let marks = &mut drawing.symbols;
    let sign = match subject {
        Subject::Sign(sign) => sign,
        Subject::Kind(kind) => {
            let (shape, fill) = (shape_of(data, kind), Fill::Solid);
            return marks.push(Mark::Symbol { at, shape, radius: 5.0, color, fill });
        }
    };
    let (shape, radius, fill) = match sign {
        Sign::PartYear | Sign::Years => return bar(marks, at, 11.0, 2.0, pale),
        Sign::WholeYear => return bar(marks, at, 14.0, 1.0, pale),
        Sign::Imprecise => {
            bar(marks, at, 14.0, 4.0, pale);
            (Shape::Circle, 3.5, Fill::Solid)
        }
        Sign::Unsure => {
            for shift in [-6.0, 6.0] {
                bar(marks, Point::new(at.x + shift, at.y), 3.0, 3.0, pale);
            }
            (Shape::Circle, 3.5, Fill::Solid)
        }
        Sign::Open => {
            bar(marks, Point::new(at.x + 2.0, at.y), 10.0, 4.0, pale);
            (Shape::Circle, 3.5, Fill::Solid)
        }
        Sign::Pair => return bar(marks, at, 2.0, 13.0, pale),
        Sign::Slope | Sign::InferredSlope => {
            for shift in [-4.0, 0.0, 4.0] {
                bar(marks, Point::new(at.x + shift, at.y), 1.5, 1.5, color);
            }
            return;
        }
        Sign::Own => (Shape::Circle, 4.5, Fill::Solid),
        Sign::Partner => (Shape::Circle, 4.5, Fill::Hollow { ground }),
        Sign::Planned | Sign::Suggested | Sign::Begun | Sign::OneSided => {
            return symbols(marks, at, Shape::Triangle, 5.0, sign, (color, ground));
        }
        Sign::Doubtful | Sign::Ambiguous => (Shape::Circle, 4.5, Fill::Dashed { ground }),
        Sign::Cluster => (Shape::Circle, 6.5, Fill::Hollow { ground }),
        Sign::Derived => (Shape::Cross, 4.0, Fill::Solid),
        Sign::Done | Sign::UnderWay | Sign::Intended | Sign::Proposed | Sign::Claimed => {
            let (shape, fill) = status_mark(sign, ground);
            (shape, 4.5, fill)
        }
        Sign::NotMentioned => return bar(marks, at, 7.0, 1.0, color),
        _ => (shape(sign), 5.0, Fill::Solid),
    };
    marks.push(Mark::Symbol { at, shape, radius, color, fill });
    if sign == Sign::Cluster {
        // A circle with a count in it.
        let style = TextStyle { size: 11.0, bold: true };
        let (at, text) = (Point::new(at.x, at.y + 4.0), String::from("2"));
        marks.push(Mark::Text { at, text, style, color, align: Align::Middle });
    }
}

fn bar(marks: &mut Vec<Mark>, at: Point, width: f64, height: f64, color: Color) {
    marks.push(Mark::Rect { rect: Rect::centred(at, width, height), color });
}
