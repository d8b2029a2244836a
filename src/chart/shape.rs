//! What stands for what: which shape for a kind of event, which fill for how far it has come.

use super::sign::Sign;
use crate::dataset::{Dataset, EventKind, Outline, Status};
use crate::geometry::Point;
use crate::scene::{Fill, Mark, Shape};
use crate::theme::Color;

/// Half the width of the dot in the outline of what is under way.
const CORE: f64 = 1.75;

/// The group of kinds that share a shape.
pub(super) fn sign_of(kind: EventKind) -> Sign {
    use EventKind as Kind;
    match kind {
        Kind::VISIT | Kind::MEETING => Sign::Visit,
        Kind::TREATY | Kind::DECLARATION | Kind::STATEMENT => Sign::Treaty,
        Kind::COMMISSION | Kind::COUNCIL | Kind::FORUM => Sign::Commission,
        Kind::TRANSPORT | Kind::FLIGHT | Kind::ENERGY | Kind::INFRASTRUCTURE => Sign::Transport,
        Kind::DIPLOMATIC_RELATIONS | Kind::EMBASSY => Sign::Relations,
        Kind::SECURITY | Kind::AID | Kind::INCIDENT | Kind::ELECTION => Sign::Other,
        _ => Sign::Other,
    }
}

/// The sign of a status in the matrix of sectors.
pub(super) fn sign_of_status(status: Status) -> Sign {
    match status {
        Status::Done => Sign::Done,
        Status::UnderWay => Sign::UnderWay,
        Status::Planned => Sign::Intended,
        Status::Proposed => Sign::Proposed,
        Status::Claimed => Sign::Claimed,
    }
}

/// Solid is what happens, hollow what is intended, dashed what one side alone says; a circle is the
/// firmer of each two.
pub(super) fn status_mark(sign: Sign, ground: Color) -> (Shape, Fill) {
    match sign {
        Sign::UnderWay => (Shape::Diamond, Fill::Solid),
        Sign::Intended => (Shape::Circle, Fill::Hollow { ground }),
        Sign::Proposed => (Shape::Diamond, Fill::Hollow { ground }),
        Sign::Claimed => (Shape::Circle, Fill::Dashed { ground }),
        _ => (Shape::Circle, Fill::Solid),
    }
}

/// The shape that stands for a kind of event: the one that the package gives a kind of its own.
pub(super) fn shape_of(data: &Dataset, kind: EventKind) -> Shape {
    match data.term(kind).and_then(|term| term.shape) {
        Some(Outline::Circle) => Shape::Circle,
        Some(Outline::Diamond) => Shape::Diamond,
        Some(Outline::Square) => Shape::Square,
        Some(Outline::Triangle) => Shape::Triangle,
        Some(Outline::Flag) => Shape::Flag,
        Some(Outline::Tick) => Shape::Tick,
        None => shape(sign_of(kind)),
    }
}

/// Whether a kind is the package's own: it has an entry of its own in the key, whatever its shape.
pub(super) fn is_own(data: &Dataset, kind: EventKind) -> bool {
    data.term(kind).is_some()
}

pub(super) fn shape(sign: Sign) -> Shape {
    match sign {
        Sign::Treaty => Shape::Diamond,
        Sign::Commission => Shape::Square,
        Sign::Transport => Shape::Triangle,
        Sign::Relations => Shape::Flag,
        Sign::Other => Shape::Tick,
        Sign::Visit => Shape::Wedge,
        Sign::Derived => Shape::Cross,
        _ => Shape::Circle,
    }
}

/// The sign of what has not been carried out, by both sides' word.
pub(super) fn sign_of_event(status: Status) -> Option<Sign> {
    match status {
        Status::Done => None,
        Status::Planned => Some(Sign::Planned),
        Status::Proposed => Some(Sign::Suggested),
        Status::UnderWay => Some(Sign::Begun),
        Status::Claimed => Some(Sign::OneSided),
    }
}

/// Solid is what is done, hollow what is intended, with a dot what is under way, dashed what one side
/// alone says.
pub(super) fn symbols(
    marks: &mut Vec<Mark>,
    at: Point,
    shape: Shape,
    radius: f64,
    sign: Sign,
    (color, ground): (Color, Color),
) {
    let fill = match sign {
        Sign::Planned | Sign::Suggested | Sign::Begun => Fill::Hollow { ground },
        Sign::OneSided => Fill::Dashed { ground },
        _ => Fill::Solid,
    };
    marks.push(Mark::Symbol { at, shape, radius, color, fill });
    if sign == Sign::Begun {
        let (shape, fill) = (Shape::Circle, Fill::Solid);
        marks.push(Mark::Symbol { at, shape, radius: CORE, color, fill });
    }
}
