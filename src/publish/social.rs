//! A card for social media: the finding in large letters beside the chart in small.

use crate::chart::Chart;
use crate::dataset::Dataset;
use crate::geometry::{Point, Rect};
use crate::scene::{Align, Mark, Scene, TextStyle};
use crate::table::list;
use crate::text::{TableMeasure, truncate, wrap};
use crate::theme::{Color, Theme};
use crate::view::{State, View};
use crate::widget::{Look, Picture};
use crate::words::Texts;

/// CSS pixels; with two pixels to each the card is 1200 by 630.
const WIDTH: f64 = 600.0;
const HEIGHT: f64 = 315.0;
/// Pixels of the card's PNG to each CSS pixel.
pub const DENSITY: f64 = 2.0;

const WORDS: Rect = Rect { left: 20.0, top: 22.0, right: 262.0, bottom: 299.0 };
const PLOT: Rect = Rect { left: 282.0, top: 16.0, right: 588.0, bottom: 303.0 };

/// Sizes of the headline, the largest that fits.
const SIZES: [f64; 6] = [30.0, 27.0, 24.0, 22.0, 20.0, 18.0];
/// Height that the headline may take.
const HEADLINE: f64 = 168.0;
/// From baseline to baseline, as a part of the size.
const LEADING: f64 = 1.22;
const SUBTITLE: TextStyle = TextStyle { size: 14.0, bold: false };
const FOOTER: TextStyle = TextStyle { size: 11.0, bold: false };

/// The picture as it stands on the card, and the card; the width of `look` is not asked for.
pub(super) fn social(data: &Dataset, state: &State, look: Look) -> (Picture, Scene) {
    let table = state.view == View::Table;
    let (picture, scale) =
        if table { listed(data, state, look) } else { fitting(data, state, look) };
    let mut card = Card { marks: Vec::new() };
    card.words(&picture.texts, look.theme);
    card.plot(&picture.chart, scale);
    let ground = picture.chart.scene.ground;
    let scene =
        Scene { width: WIDTH, height: HEIGHT, ground, marks: card.marks, targets: Vec::new() };
    (picture, scene)
}

/// A matrix is not made smaller than this: its lower rows run off the card instead.
const LEAST: f64 = 0.75;

/// The picture at the width at which it has to be made least smaller, and by how much.
fn fitting(data: &Dataset, state: &State, look: Look) -> (Picture, f64) {
    let state = State { height: Some(PLOT.height()), ..state.clone() };
    let pictures = (14..=23).map(|step| {
        let width = f64::from(step) * 20.0;
        let look = Look { width, ..look };
        let picture = Picture::new(data, &state, look);
        let across = (PLOT.width() / width).min(1.0);
        let least = if picture.chart.extent.is_none() { LEAST } else { 0.0 };
        let scale = across.min((PLOT.height() / picture.chart.foot).max(least));
        (picture, scale)
    });
    let best = pictures.max_by(|(a, of_a), (b, of_b)| {
        of_a.total_cmp(of_b).then(a.chart.scene.width.total_cmp(&b.chart.scene.width))
    });
    best.expect("there are widths to choose from")
}

/// The first records of the table, as many as there is room for, and under the headline how many
/// there are.
fn listed(data: &Dataset, state: &State, look: Look) -> (Picture, f64) {
    let look = Look { width: PLOT.width(), ..look };
    let mut picture = Picture::new(data, state, look);
    let (listing, caption) = list(&picture.request(data, look));
    if let Some(listing) = listing {
        picture.chart.scene = listing;
    }
    picture.texts.subtitle = caption;
    picture.chart.foot = PLOT.height();
    (picture, 1.0)
}

struct Card {
    marks: Vec<Mark>,
}

impl Card {
    fn words(&mut self, texts: &Texts, theme: &Theme) {
        let width = WORDS.width();
        let headline =
            |size: f64| wrap(&TableMeasure, &texts.headline, TextStyle { size, bold: true }, width);
        let fits = |size: &&f64| headline(**size).len() as f64 * **size * LEADING <= HEADLINE;
        let size = *SIZES.iter().find(fits).unwrap_or(&SIZES[SIZES.len() - 1]);
        let mut foot = WORDS.top;
        let most = (HEADLINE / (size * LEADING)) as usize;
        let style = TextStyle { size, bold: true };
        self.lines(headline(size), most, style, theme.ink, &mut foot);

        let footer = wrap(&TableMeasure, &texts.footer, FOOTER, width);
        let line = FOOTER.size * LEADING;
        let mut bottom = WORDS.bottom - line * footer.len().min(4) as f64;
        foot += 8.0;
        let most = ((bottom - 8.0 - foot) / (SUBTITLE.size * LEADING)).max(0.0) as usize;
        let subtitle = wrap(&TableMeasure, &texts.subtitle, SUBTITLE, width);
        self.lines(subtitle, most, SUBTITLE, theme.muted, &mut foot);
        self.lines(footer, 4, FOOTER, theme.muted, &mut bottom);
    }

    /// At most so many lines from `foot` on; the last one says that there was more.
    fn lines(
        &mut self,
        mut lines: Vec<String>,
        most: usize,
        style: TextStyle,
        color: Color,
        foot: &mut f64,
    ) {
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                *last = truncate(&TableMeasure, &format!("{last} …"), style, WORDS.width());
            }
        }
        for text in lines {
            let at = Point::new(WORDS.left, *foot + style.size);
            self.marks.push(Mark::Text { at, text, style, color, align: Align::Start });
            *foot += style.size * LEADING;
        }
    }

    /// The plots without the key, in the middle of their place, or from its top on.
    fn plot(&mut self, chart: &Chart, scale: f64) {
        let left = PLOT.left + (PLOT.width() - chart.scene.width * scale) / 2.0;
        let top = PLOT.top + ((PLOT.height() - chart.foot * scale) / 2.0).max(0.0);
        let place = |at: Point| Point::new(left + at.x * scale, top + at.y * scale);
        for mark in &chart.scene.marks {
            if head(mark) >= chart.foot || is_number(chart, mark) {
                continue;
            }
            let mut mark = mark.clone();
            match &mut mark {
                Mark::Rect { rect, .. } => {
                    let from = place(Point::new(rect.left, rect.top));
                    let to = place(Point::new(rect.right, rect.bottom));
                    *rect = Rect::new(from.x, from.y, to.x, to.y);
                }
                Mark::Line { points, width, .. } => {
                    *width *= scale;
                    points.iter_mut().for_each(|point| *point = place(*point));
                }
                Mark::Symbol { at, radius, .. } => {
                    *radius *= scale;
                    *at = place(*at);
                }
                Mark::Text { at, style, .. } => {
                    style.size *= scale;
                    *at = place(*at);
                }
            }
            self.marks.push(mark);
        }
    }
}

/// Where a mark begins.
fn head(mark: &Mark) -> f64 {
    match mark {
        Mark::Rect { rect, .. } => rect.top,
        Mark::Line { points, .. } => points.iter().map(|at| at.y).fold(f64::INFINITY, f64::min),
        Mark::Symbol { at, .. } => at.y,
        Mark::Text { at, style, .. } => at.y - style.size,
    }
}

/// Whether a text numbers an event for a list that the card has no room for; the count in a
/// cluster's ring is no such number.
fn is_number(chart: &Chart, mark: &Mark) -> bool {
    let Mark::Text { at, text, style, .. } = mark else { return false };
    let listed = chart.list.iter().any(|entry| entry.number.to_string() == *text);
    let mut clusters = chart.scene.targets.iter().filter(|target| target.cluster);
    listed && style.bold && !clusters.any(|target| target.at.distance_squared(*at) < 100.0)
}
