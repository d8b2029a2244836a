//! A chart as a whole figure, for where it stands alone: the words that the page has around the
//! canvas become marks of the scene.

use crate::geometry::{Point, Rect};
use crate::scene::{Align, Color, Mark, Scene, TextStyle};
use crate::text::{Measure, wrap};
use crate::theme::Theme;
use crate::view::COMPACT;
use crate::widget::Picture;

/// On all sides, in CSS pixels.
pub const MARGIN: f64 = 16.0;

/// How one of the texts is set.
#[derive(Clone, Copy)]
struct Setting {
    style: TextStyle,
    /// From baseline to baseline.
    line: f64,
    /// Above the first line.
    gap: f64,
}

const HEADLINE: Setting =
    Setting { style: TextStyle { size: 18.0, bold: true }, line: 24.0, gap: 0.0 };
const SUBTITLE: Setting =
    Setting { style: TextStyle { size: 14.0, bold: false }, line: 20.0, gap: 2.0 };
const LIST: Setting =
    Setting { style: TextStyle { size: 12.0, bold: false }, line: 18.0, gap: 4.0 };
const FOOTER: Setting =
    Setting { style: TextStyle { size: 12.0, bold: false }, line: 18.0, gap: 8.0 };

/// The chart with its headline, subtitle, lists and footer, and a margin of [`MARGIN`] around all;
/// targets move with the marks.
pub fn figure(picture: &Picture, theme: &Theme, measure: &dyn Measure) -> Scene {
    let Picture { chart, texts, reading } = picture;
    let scene = &chart.scene;
    let mut page = Page { measure, width: scene.width, foot: MARGIN, marks: Vec::new() };
    page.text(&texts.headline, HEADLINE, theme.ink);
    page.text(&texts.subtitle, SUBTITLE, theme.muted);
    page.foot += if scene.width < COMPACT { 8.0 } else { 12.0 };

    let offset = Point::new(MARGIN, page.foot);
    let focus = picture.focus(theme, measure, reading.state.select.as_deref());
    // What is missing is said by the headline, unless the page has one of its own.
    let is_said = |mark: &Mark| {
        let is_missing = reading.missing.is_some();
        matches!(mark, Mark::Text { text, .. } if is_missing && *text == texts.headline)
    };
    let marks = scene.marks.iter().filter(|mark| !is_said(mark));
    for mark in marks.chain(&focus.marks) {
        page.marks.push(moved(mark.clone(), offset));
    }
    let mut targets = scene.targets.clone();
    for target in &mut targets {
        target.at = target.at.plus(offset);
        target.band = (target.band.0 + offset.y, target.band.1 + offset.y);
        target.label = target.label.map(|label| shifted(label, offset));
        target.line = target.line.map(|ends| ends.map(|end| end.plus(offset)));
    }
    page.foot += scene.height;

    for entry in &chart.list {
        let number = crate::locale::plain(entry.number.into());
        page.text(&[&number, ". ", &entry.title, ", ", &entry.date].concat(), LIST, theme.ink);
    }
    // What could be chosen instead is for those who can press on it.
    for aside in texts.asides.iter().filter(|aside| aside.choice.is_empty()) {
        page.text(&aside.text, LIST, theme.muted);
    }
    page.text(&texts.footer, FOOTER, theme.muted);
    Scene {
        width: scene.width + 2.0 * MARGIN,
        height: (page.foot + MARGIN).ceil(),
        ground: scene.ground,
        marks: page.marks,
        targets,
    }
}

/// Texts and marks, set from the top down.
struct Page<'a> {
    measure: &'a dyn Measure,
    width: f64,
    /// The lower edge of what is set.
    foot: f64,
    marks: Vec<Mark>,
}

impl Page<'_> {
    fn text(&mut self, text: &str, setting: Setting, color: Color) {
        let Setting { style, line, gap } = setting;
        let lines = wrap(self.measure, text, style, self.width);
        if lines.is_empty() {
            return;
        }
        self.foot += gap;
        for text in lines {
            self.foot += line;
            // The line's leading is shared above and below its letters.
            let at = Point::new(MARGIN, (self.foot - (line - style.size) / 2.0 - 3.0).round());
            self.marks.push(Mark::Text { at, text, style, color, align: Align::Start });
        }
    }
}

fn moved(mut mark: Mark, by: Point) -> Mark {
    match &mut mark {
        Mark::Rect { rect, .. } => {
            *rect = shifted(*rect, by);
        }
        Mark::Line { points, .. } => {
            for point in points {
                *point = point.plus(by);
            }
        }
        Mark::Symbol { at, .. } | Mark::Text { at, .. } => *at = at.plus(by),
    }
    mark
}

fn shifted(rect: Rect, by: Point) -> Rect {
    Rect::new(rect.left + by.x, rect.top + by.y, rect.right + by.x, rect.bottom + by.y)
}
