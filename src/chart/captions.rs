//! What is written beside the values of a band: the telling ones first, each beside its own mark.

use super::band_frame::BandFrame;
use super::caption_places::{apart, joined, off_spans, others, places, uncrossed_first};
use super::caption_ranks::{Rank, telling};
use super::drawing::{Drawing, PLAIN, STRONG};
use super::pairs;
use super::spots::{RADIUS, Spot};
use super::value_axis::{ValueAxis, is_named};
use crate::dataset::Qualifier;
use crate::geometry::{Point, Rect};
use crate::layout::text_rect;
use crate::locale;
use crate::reading::{DatedValue, Pair, Values};
use crate::scene::{Align, TextStyle};

/// The least distance of a value's label and one above or below it.
const APART: f64 = 5.0;
/// The same where one of them has words, and of two on one line.
const LINE_APART: f64 = 3.0;
pub(super) const ASIDE: f64 = 8.0;
/// How near a mark is to a label on its line that is read as the label's sign.
const SIGN: f64 = 5.0;
/// What is narrower is a number without words.
const BARE: f64 = 44.0;
/// What a label may stand above the upper grid line.
const HEADROOM: f64 = 14.0;

/// What a label is to be told from: the areas of all marks of the plot, of other partners too, and the
/// lines of its own.
#[derive(Clone, Copy)]
struct Around<'a> {
    areas: &'a [Rect],
    lines: &'a [[Point; 2]],
}

/// Labels the values, and the gaps of pairs.
///
/// `areas` are those of all marks of the plot, of other partners too.
pub(super) fn labels(
    drawing: &mut Drawing,
    frame: BandFrame,
    axis: ValueAxis,
    (values, pairs): (&Values, &[Pair]),
    spots: &[Option<Spot>],
    areas: &[Rect],
) {
    let lines = joined(drawing, (values, pairs), spots);
    let around = Around { areas, lines: &lines };
    let mut said = vec![false; values.dated.len()];
    let mut gaps_named = !drawing.request.reading.is_compared();
    for (index, rank) in telling(drawing, frame, (values, pairs), spots) {
        let Some(spot) = spots[index].filter(|_| !said[index]) else { continue };
        let value = &values.dated[index];
        if rank > Rank::Told && !gaps_named {
            pairs::gaps(drawing, axis, pairs, spots);
            gaps_named = true;
        }
        let named = !matches!(rank, Rank::Focus | Rank::Peak | Rank::First | Rank::Other);
        let pair = pairs.iter().find(|pair| named && pair.members.contains(&index));
        if let Some(pair) = pair
            && !pair.members.iter().any(|member| said[*member])
            && by_whom(drawing, frame, axis, values, spots, around, &pair.members)
        {
            pair.members.iter().for_each(|member| said[*member] = true);
            continue;
        }
        if rank == Rank::Last
            && let Some(long) = in_year(drawing, axis, value)
            && put_clearly(drawing, frame, spot, around, rank, (&long, STRONG))
        {
            said[index] = true;
            continue;
        }
        let amount = axis.amount(drawing, value.value);
        let signed = [sign(value.qualifier), &amount].concat();
        let worded = qualified(drawing, value.qualifier, amount);
        let style = if matches!(rank, Rank::Focus | Rank::Last) { STRONG } else { PLAIN };
        said[index] = put(drawing, frame, spot, around, rank, (&worded, style))
            || signed != worded && put(drawing, frame, spot, around, rank, (&signed, style))
            || matches!(rank, Rank::Focus | Rank::Gap | Rank::Told | Rank::Last | Rank::Latest)
                && put_away(drawing, frame, spot, areas, (&signed, style));
    }
    if !gaps_named {
        pairs::gaps(drawing, axis, pairs, spots);
    }
}

/// By how much a label is nearer to its own mark than to any other, at the least: that of a partner's
/// last value, or of what was chosen, may stand between others.
fn least(rank: Rank) -> f64 {
    if matches!(rank, Rank::Focus | Rank::Gap | Rank::Last) { 0.5 } else { 3.0 }
}

/// Puts a value's label beside it; that of what the headline tells or the reader chose also farther
/// off, but never nearer to another mark.
fn put(
    drawing: &mut Drawing,
    frame: BandFrame,
    spot: Spot,
    around: Around,
    rank: Rank,
    (text, style): (&str, TextStyle),
) -> bool {
    if put_clearly(drawing, frame, spot, around, rank, (text, style)) {
        return true;
    }
    if rank > Rank::Last {
        return false;
    }
    let width = drawing.width_of(text, style);
    let apart = off_spans(width, style, apart(frame, spot), (spot, around.areas));
    let apart = uncrossed_first(width, style, apart, around.lines);
    let others = others(spot, around.areas);
    let near = (spot.area(), others.as_slice(), least(rank));
    let rect = drawing.labels.put_beside(text, style, frame.color, &apart, near);
    cut_grid(drawing, rect)
}

/// Puts a value's label beside it where it is nearer to its mark than to any other, the more surely
/// so the less it has to say.
fn put_clearly(
    drawing: &mut Drawing,
    frame: BandFrame,
    spot: Spot,
    around: Around,
    rank: Rank,
    (text, style): (&str, TextStyle),
) -> bool {
    let width = drawing.width_of(text, style);
    let places = off_spans(width, style, places(frame, spot), (spot, around.areas));
    let places = uncrossed_first(width, style, places, around.lines);
    let telling = rank < Rank::First;
    let clearly = if telling { 4.0 } else { 5.0 };
    let others = if telling { others(spot, around.areas) } else { around.areas.to_vec() };
    let labels = &mut drawing.labels;
    let mut beside = |clearly: f64| {
        let near = (spot.area(), others.as_slice(), clearly);
        labels.put_beside(text, style, frame.color, &places, near)
    };
    let mut rect = beside(clearly);
    if rect.is_none() && rank < Rank::Latest {
        rect = beside(least(rank));
    }
    cut_grid(drawing, rect)
}

/// Puts a label where there is room above or below its mark, with a line that leads to it.
fn put_away(
    drawing: &mut Drawing,
    frame: BandFrame,
    spot: Spot,
    areas: &[Rect],
    (text, style): (&str, TextStyle),
) -> bool {
    let width = drawing.width_of(text, style);
    let Point { x, y } = spot.at;
    for reach in [12.0, 20.0, 28.0, 36.0, 44.0] {
        let above = (y - RADIUS - reach, y - RADIUS - reach + 3.0, y - RADIUS - 2.0);
        let down = y + RADIUS + reach;
        let below = (down + 0.82 * style.size, y + RADIUS + 2.0, down - 1.0);
        for (base, top, bottom) in [above, below] {
            let line = Rect::new(x.round(), top, x.round() + 1.0, bottom);
            for (aside, align) in [(0.0, Align::Middle), (4.0, Align::End), (-4.0, Align::Start)] {
                let place = (Point::new(x + aside, base), align);
                let rect = text_rect(width, style, place);
                let side = Rect { left: rect.left - SIGN, right: rect.right + SIGN, ..rect };
                let is_clear = |area: &Rect| {
                    let gaps = (line.gap_squared(area), rect.gap_squared(area));
                    let is_sign = side.overlaps(area);
                    *area == spot.area() || gaps.0 > 4.0 && gaps.1 > 9.0 && !is_sign
                };
                let is_inside = rect.top >= frame.head - HEADROOM && base < frame.foot - 3.0;
                if is_inside && drawing.labels.is_free(&line) && areas.iter().all(is_clear) {
                    let put = drawing.labels.put(text, style, frame.color, &[place]);
                    if cut_grid(drawing, put) {
                        drawing.labels.block(line);
                        drawing.upright(x, top, bottom, frame.pale);
                        return true;
                    }
                }
            }
        }
    }
    false
}

/// Grid lines stop at a label, and further ones keep off; whether there is one.
fn cut_grid(drawing: &mut Drawing, label: Option<Rect>) -> bool {
    if let Some(rect) = label {
        drawing.cut(rect);
        // Two bare numbers one right above the other would read as one, and so would neighbours.
        let down = if rect.width() < BARE { APART } else { LINE_APART };
        drawing.labels.block(Rect { top: rect.top - down, bottom: rect.bottom + down, ..rect });
        drawing.labels.block(Rect { left: rect.left - ASIDE, right: rect.right + ASIDE, ..rect });
    }
    label.is_some()
}

/// Says of all values of a pair by whose statistics they are, or of none.
fn by_whom(
    drawing: &mut Drawing,
    frame: BandFrame,
    axis: ValueAxis,
    values: &Values,
    spots: &[Option<Spot>],
    around: Around,
    members: &[usize],
) -> bool {
    let (labels, lines) = (drawing.labels.so_far(), drawing.lines.len());
    for &member in members {
        let long = by(drawing, axis, &values.dated[member]);
        let said = long.zip(spots[member]).is_some_and(|(long, spot)| {
            put_clearly(drawing, frame, spot, around, Rank::Mirror, (&long, PLAIN))
        });
        if !said {
            drawing.labels.undo(labels);
            drawing.lines.truncate(lines);
            return false;
        }
    }
    true
}

/// "about $7.5 mln in 2023"
fn in_year(drawing: &Drawing, axis: ValueAxis, value: &DatedValue) -> Option<String> {
    let year = locale::plain(value.year?);
    let text = full(drawing, axis, value);
    Some(locale::fill(drawing.words.value_in_year, &[("value", &text), ("year", &year)]))
}

/// "$4 bn, according to Russian statistics", where the reporter is known.
fn by(drawing: &Drawing, axis: ValueAxis, value: &DatedValue) -> Option<String> {
    let partner = drawing.request.data.partner(value.reporter?)?;
    let by = partner.by.get(drawing.request.locale.language);
    let claim = full(drawing, axis, value);
    Some(locale::fill(drawing.words.attributed, &[("claim", &claim), ("by", by)]))
}

/// The value with its unit and qualifier.
fn full(drawing: &Drawing, axis: ValueAxis, value: &DatedValue) -> String {
    let text = match is_named(axis.unit) {
        true => drawing.amount(value.value, axis.unit),
        false => axis.amount(drawing, value.value),
    };
    qualified(drawing, value.qualifier, text)
}

/// The value with the words that belong to it: "about 6.5", "more than 3".
fn qualified(drawing: &Drawing, qualifier: Qualifier, amount: String) -> String {
    locale::fill(drawing.words.qualifier(qualifier), &[("value", &amount)])
}

/// What says the same where the words have no room.
fn sign(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::About | Qualifier::Almost => "≈",
        Qualifier::MoreThan => ">",
        Qualifier::UpTo => "≤",
        _ => "",
    }
}
