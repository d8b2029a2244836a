//! The scene while it is being drawn: lines lie under symbols, and labels on top.

use super::Request;
use super::sign::Seen;
use crate::dataset::order::{key, sorted_by_key};
use crate::dataset::{EventKind, Unit};
use crate::geometry::{Point, Rect, clip};
use crate::layout::Labels;
use crate::locale::{self, Style, Words};
use crate::scene::{Align, Dash, Fill, Mark, Scene, Shape, Target, TextStyle};
use crate::text::truncate;
use crate::theme::Color;

/// Axis labels, values and event titles.
pub(super) const PLAIN: TextStyle = TextStyle { size: 12.0, bold: false };
/// The last value of a series, and numbers of listed events.
pub(super) const STRONG: TextStyle = TextStyle { size: 12.0, bold: true };
/// The name of a band.
const NAME: TextStyle = TextStyle { size: 14.0, bold: true };

/// How much of the grid's colour a shade has, in per cent.
const SHADE: u8 = 45;
/// Beside the time axis, so that a mark of its last day is drawn whole.
pub(super) const MARGIN: f64 = 6.0;

pub(super) struct Drawing<'a> {
    pub request: &'a Request<'a>,
    pub words: &'static Words,
    pub lines: Vec<Mark>,
    /// The shaded spans behind the plots.
    pub shades: Vec<Rect>,
    pub symbols: Vec<Mark>,
    pub labels: Labels<'a>,
    pub targets: Vec<Target>,
    pub seen: Seen,
    /// The kinds of events that the package has given a shape, as they were drawn.
    pub kinds: Vec<EventKind>,
}

impl<'a> Drawing<'a> {
    pub(super) fn new(request: &'a Request<'a>) -> Drawing<'a> {
        Drawing {
            request,
            words: request.locale.words,
            lines: Vec::new(),
            shades: Vec::new(),
            symbols: Vec::new(),
            labels: Labels::new(request.measure, Rect::new(0.0, 0.0, request.width, f64::INFINITY)),
            targets: Vec::new(),
            seen: Seen::default(),
            kinds: Vec::new(),
        }
    }

    /// "$4.4 bn", "1,234".
    pub(super) fn amount(&self, value: f64, unit: Unit) -> String {
        let locale = self.request.locale;
        match unit {
            Unit::Ratio if !self.request.reading.is_of_growth() => locale::number(locale, value, 2),
            unit => locale::value(locale, self.request.data, value, unit, Style::Short),
        }
    }

    pub(super) fn width_of(&self, text: &str, style: TextStyle) -> f64 {
        self.request.measure.width(text, style)
    }

    /// A horizontal rule one pixel high whose upper edge is `y`.
    pub(super) fn rule(&mut self, left: f64, right: f64, y: f64, color: Color) {
        let y = y.round();
        self.lines.push(Mark::Rect { rect: Rect::new(left, y, right, y + 1.0), color });
    }

    /// A span behind all that is drawn.
    pub(super) fn shade(&mut self, rect: Rect) {
        self.lines.insert(0, Mark::Rect { rect, color: self.shaded() });
        self.shades.push(rect);
    }

    fn shaded(&self) -> Color {
        let theme = self.request.theme;
        theme.ground.mixed(theme.grid, SHADE)
    }

    /// Grid lines stop at a label: what is behind it is as it was before they were drawn.
    pub(super) fn cut(&mut self, label: Rect) {
        let rect = label.grown(1.0);
        self.lines.push(Mark::Rect { rect, color: self.request.theme.ground });
        let color = self.shaded();
        for shade in &self.shades {
            if let Some(rect) = clip::rect(shade, &rect) {
                self.lines.push(Mark::Rect { rect, color });
            }
        }
    }

    /// An upright rule one pixel wide at `x`.
    pub(super) fn upright(&mut self, x: f64, top: f64, bottom: f64, color: Color) {
        let x = x.round();
        self.lines.push(Mark::Rect { rect: Rect::new(x, top, x + 1.0, bottom), color });
    }

    pub(super) fn line(&mut self, points: Vec<Point>, width: f64, color: Color, dash: Dash) {
        for pair in points.windows(2) {
            self.keep_off(pair[0], pair[1]);
        }
        self.lines.push(Mark::Line { points, width, color, dash });
    }

    /// Labels keep off a line: it is blocked in steps, as it may run aslant.
    pub(super) fn keep_off(&mut self, from: Point, to: Point) {
        let steps = (from.distance_squared(to).sqrt() / 6.0).ceil().max(1.0) as u32;
        for step in 0..=steps {
            let share = f64::from(step) / f64::from(steps);
            let at = Point::new(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
            self.labels.block(Rect::centred(at, 3.0, 3.0));
        }
    }

    /// A symbol that labels keep away from.
    pub(super) fn symbol(
        &mut self,
        at: Point,
        shape: Shape,
        radius: f64,
        color: Color,
        fill: Fill,
    ) {
        self.labels.block(Rect::centred(at, radius * 2.0 + 2.0, radius * 2.0 + 2.0));
        self.symbols.push(Mark::Symbol { at, shape, radius, color, fill });
    }

    /// Text whose room is kept free by the layout itself.
    pub(super) fn text(
        &mut self,
        text: &str,
        style: TextStyle,
        color: Color,
        at: Point,
        align: Align,
    ) {
        let put = self.labels.put(text, style, color, &[(at, align)]);
        debug_assert!(put.is_some(), "no room for {text:?} at {at:?}");
    }

    /// The name of a band or lane that begins at `top`, cut where it is too long.
    pub(super) fn name(&mut self, partner: usize, top: f64) {
        let request = self.request;
        let name = request.data.partners[partner].name.get(request.locale.language);
        let name = truncate(request.measure, name, NAME, request.width);
        let color = request.style(partner).color;
        self.text(&name, NAME, color, Point::new(0.0, top + 15.0), Align::Start);
    }

    /// Whether it is the chosen record: what is to be read at it is written there in any case.
    pub(super) fn is_chosen(&self, record: &str) -> bool {
        self.request.reading.state.select.as_deref() == Some(record)
    }

    pub(super) fn finish(self, height: f64) -> Scene {
        let (mut marks, texts) = (self.lines, self.labels.into_marks());
        // Doubling, or a copy of what is there, would be the most memory that a chart ever takes.
        marks.reserve_exact(self.symbols.len() + texts.len());
        marks.extend(self.symbols);
        marks.extend(texts);
        Scene {
            width: self.request.width,
            height,
            ground: self.request.theme.ground,
            marks,
            targets: sorted_by_key(self.targets, |target| {
                key(target.lane.into(), (target.at.x * 16.0) as i32)
            }),
        }
    }
}
