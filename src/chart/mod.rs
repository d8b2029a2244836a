//! The charts: pure functions from data, view state, theme and language to a [`Chart`].

mod asides;
mod axis;
mod band;
mod captions;
mod drawing;
mod events;
mod figure;
mod footer;
mod headline;
mod indexed;
mod key;
mod lane;
mod offers;
mod one_plot;
mod pairs;
mod sectors;
mod selection;
mod series;
mod story;
mod subtitle;
mod trade;
mod values;

use drawing::{Drawing, PLAIN};

pub use drawing::COMPACT;
pub use figure::{MARGIN, figure};
pub use offers::{Extent, KindOffer};
pub use selection::is_of_events;
pub use series::{Series, dots, series};

use crate::dataset::{self, Code, Dataset, Event, Figure};
use crate::geometry::Point;
use crate::locale::Locale;
use crate::scale::Time;
use crate::scene::{Align, Scene};
use crate::text::{Measure, truncate};
use crate::theme::Theme;
use crate::view::{ScaleKind, State, View};

/// All that a chart depends on.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    pub data: &'a Dataset,
    pub state: &'a State,
    /// Of the state's language.
    pub locale: &'a Locale,
    pub theme: &'a Theme,
    pub measure: &'a dyn Measure,
    /// CSS pixels, 280 to 1600.
    pub width: f64,
    /// The record that is hovered or chosen: it gets the halo and the hairline.
    pub focus: Option<&'a str>,
}

/// Draws the view that the state names; `table`, which is text, has an empty scene.
pub fn draw(request: &Request) -> Chart {
    let bands = selection::bands(request);
    let Drawn { scene, foot, list, time, base_year } = match request.state.view {
        _ if bands.is_empty() => nothing(request),
        View::Trade => trade::draw(request, &bands),
        View::Sectors => sectors::draw(request, &bands),
        View::Story if !is_of_events(request.data, request.state) => story::draw(request, &bands),
        View::Story | View::Events => events::draw(request, &bands),
        View::Table => blank(request),
    };
    let title = request.state.title.clone();
    Chart {
        headline: title.unwrap_or_else(|| headline::headline(request, &bands)),
        subtitle: subtitle::subtitle(request, &bands, base_year),
        shown: bands.iter().map(|band| band.partner.code).collect(),
        offered: selection::offered(request),
        footer: footer::footer(request, &bands),
        asides: asides::asides(request, &bands),
        extent: time.map(|time| offers::extent(request, &bands, &time)),
        kinds: offers::kinds(request, &bands),
        measures: offers::measures(request),
        scales: offers::scales(request),
        compares: offers::compares(request, &bands),
        base_year,
        markers: offers::scale(request.state) != ScaleKind::Linear,
        foot,
        scene,
        list,
    }
}

/// Says in words that there is nothing to draw.
fn nothing(request: &Request) -> Drawn {
    let mut drawing = Drawing::new(request, f64::INFINITY);
    let text = truncate(request.measure, drawing.words.nothing, PLAIN, request.width);
    drawing.text(&text, PLAIN, request.theme.muted, Point::new(0.0, 24.0), Align::Start);
    let scene = drawing.finish(40.0);
    Drawn { scene, foot: 40.0, list: Vec::new(), time: None, base_year: None }
}

fn blank(request: &Request) -> Drawn {
    let scene = Drawing::new(request, 0.0).finish(0.0);
    Drawn { scene, foot: 0.0, list: Vec::new(), time: None, base_year: None }
}

/// What a view gives to the chart.
struct Drawn {
    scene: Scene,
    foot: f64,
    list: Vec<ListEntry>,
    time: Option<Time>,
    base_year: Option<i32>,
}

/// The figures of the full years before and after an event, partner by partner.
pub fn figures_beside<'a>(
    data: &'a Dataset,
    event: &Event,
    measure: dataset::Measure,
) -> Vec<[Option<&'a Figure>; 2]> {
    let mut figures = Vec::new();
    for partner in &event.record.partners {
        let values = values::values(data, *partner, measure);
        let beside = values::beside(&values, event, data.meta.reporting);
        figures.push(beside.map(|index| index.map(|index| values.dated[index].figure)));
    }
    figures
}

/// One drawn view: the scene for the canvas, and the words that stand around it in the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The finding, one sentence.
    pub headline: String,
    /// Measure, unit, scale.
    pub subtitle: String,
    /// The partners drawn; on a phone `story` draws one of those chosen.
    pub shown: Vec<Code>,
    /// The partners that can be switched on and off, in the dataset's order.
    pub offered: Vec<Offer>,
    /// The range of time; none where the view has no time axis.
    pub extent: Option<Extent>,
    /// The kinds of events to choose from; empty where the view draws no events.
    pub kinds: Vec<KindOffer>,
    /// The measures to choose from; empty where the view draws no figures.
    pub measures: Vec<dataset::Measure>,
    /// The scales to choose from; empty where there is but one.
    pub scales: Vec<ScaleKind>,
    /// Whether `compare=reporters` has anything to compare here.
    pub compares: bool,
    /// The year that is 100 for all series of an indexed scale; none on another scale, or where
    /// each series has its own.
    pub base_year: Option<i32>,
    /// Whether partners share a plot, and have markers of their own.
    pub markers: bool,
    pub scene: Scene,
    /// Where in the scene the plots end and the key begins.
    pub foot: f64,
    /// Numbered events of a narrow chart, to be listed under the canvas.
    pub list: Vec<ListEntry>,
    /// Records that have no place on the axis, and counts of what lies outside it.
    pub asides: Vec<Aside>,
    /// "Sources: …, and 18 more. Data 1.0, 21 Nov 2026."
    pub footer: String,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Offer {
    pub code: Code,
    /// Whether it is drawn where the reader has chosen none.
    pub by_default: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ListEntry {
    pub number: u16,
    pub title: String,
    pub date: String,
    pub record: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Aside {
    pub text: String,
    pub records: Vec<String>,
}
