//! The charts: pure functions from a reading, theme and language to a [`Chart`], one view a file.

mod band;
mod band_frame;
mod caption_places;
mod caption_ranks;
mod captions;
mod dense;
mod drawing;
mod eras;
mod event_mark;
mod events;
mod focus;
mod indexed;
mod key;
mod lane;
mod lane_frame;
mod lane_titles;

mod one_plot;
mod pairs;
mod sectors;
mod shape;
mod sign;
mod slopes;
mod spots;
mod story;
mod time_axis;
mod trade;
mod value_axis;

use drawing::{Drawing, PLAIN};

pub use focus::focus;

use crate::dataset::{Dataset, Day};
use crate::geometry::Point;
use crate::locale::Locale;
use crate::reading::Reading;
use crate::scale::Time;
use crate::scene::{Align, Scene};
use crate::text::{Measure, truncate};
use crate::theme::{PartnerStyle, Theme};
use crate::view::{ScaleKind, View};

/// All that a chart depends on.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// The dataset that the reading is of.
    pub data: &'a Dataset,
    /// What is drawn.
    pub reading: &'a Reading,
    /// The language of labels, numbers and dates.
    pub locale: &'a Locale,
    /// The colours.
    pub theme: &'a Theme,
    /// How wide a text is, which decides where labels fit.
    pub measure: &'a dyn Measure,
    /// CSS pixels, 280 to 1600.
    pub width: f64,
}

impl Request<'_> {
    /// What stands for a partner of the dataset, by its index.
    fn style(&self, partner: usize) -> PartnerStyle {
        let own = self.data.partners[partner].color.map(|own| [own.light, own.dark]);
        self.theme.partner(self.reading.slots[partner], own)
    }
}

/// Draws the view of the reading; `table`, which is text, has an empty scene.
pub fn draw(request: &Request) -> Chart {
    let reading = request.reading;
    let Drawn { scene, foot, list, time } = match reading.state.view {
        _ if reading.bands.is_empty() => nothing(request),
        View::Trade => trade::draw(request),
        View::Sectors => sectors::draw(request),
        View::Story if !reading.of_events => story::draw(request),
        View::Story | View::Events => events::draw(request),
        View::Table => blank(request),
    };
    Chart {
        extent: time.map(|time| extent(reading, &time)),
        markers: reading.scale != ScaleKind::Linear,
        foot,
        scene,
        list,
    }
}

/// Says in words that there is nothing to draw.
fn nothing(request: &Request) -> Drawn {
    let mut drawing = Drawing::new(request);
    let missing = request.reading.missing;
    let text = missing.map_or(drawing.words.nothing, |missing| missing.word(drawing.words));
    let text = truncate(request.measure, text, PLAIN, request.width);
    drawing.text(&text, PLAIN, request.theme.muted, Point::new(0.0, 24.0), Align::Start);
    let scene = drawing.finish(40.0);
    Drawn { scene, foot: 40.0, list: Vec::new(), time: None }
}

fn blank(request: &Request) -> Drawn {
    let scene = Drawing::new(request).finish(0.0);
    Drawn { scene, foot: 0.0, list: Vec::new(), time: None }
}

/// What a view gives to the chart.
struct Drawn {
    scene: Scene,
    foot: f64,
    list: Vec<ListEntry>,
    time: Option<Time>,
}

/// The range of the reading on the axis that is drawn, with the axis' ends beside the labels.
fn time(request: &Request) -> Time {
    let Reading { range, of_years, .. } = *request.reading;
    let right = request.width - drawing::MARGIN;
    Time { from: range.from, to: range.to, left: 0.0, right, of_years }
}

/// The years that the records in view span, and the part of them that is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Whole years that hold every dated record in view, and the range drawn.
    pub first: Day,
    /// The last day of those years.
    pub last: Day,
    /// The range drawn.
    pub from: Day,
    /// The last day of the range drawn.
    pub to: Day,
    /// The ends of the time axis in CSS pixels: the start of `from` and the end of `to`.
    pub left: f64,
    /// The end of the time axis: that of `to`.
    pub right: f64,
}

fn extent(reading: &Reading, time: &Time) -> Extent {
    let first = reading.extent.from.min(Day::from_civil(time.from.civil().0, 1, 1));
    let last = reading.extent.to.max(Day::from_civil(time.to.civil().0, 12, 31));
    Extent { first, last, from: time.from, to: time.to, left: time.left, right: time.right }
}

/// One drawn view.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The drawing, and what in it can be chosen.
    pub scene: Scene,
    /// Where in the scene the plots end and the key begins.
    pub foot: f64,
    /// Numbered events of a narrow chart, to be listed under the canvas.
    pub list: Vec<ListEntry>,
    /// The range of time; none where the view has no time axis.
    pub extent: Option<Extent>,
    /// Whether partners share a plot, and have markers of their own.
    pub markers: bool,
}

/// A numbered event of the list under a narrow chart.
#[derive(Clone, Debug, PartialEq)]
pub struct ListEntry {
    /// The number beside its mark, from 1.
    pub number: u16,
    /// What happened.
    pub title: String,
    /// When, as the language writes it.
    pub date: String,
    /// The event's id.
    pub record: String,
}
