//! The pages under the clock.

/// A page that `benches/build.mjs` writes.
pub(super) struct Subject {
    pub key: &'static str,
    pub name: &'static str,
    /// Its address, below the folder of pages.
    pub page: &'static str,
    pub kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Draws the figure, from disk too.
    Chart,
    /// Draws it, and is made of modules, which no page from disk may load.
    Modules,
    /// Draws its events alone.
    Events,
    /// What no chart can go below.
    Floor,
    /// The same, of modules.
    ModulesFloor,
}

impl Kind {
    pub(super) fn opens_from_disk(self) -> bool {
        !matches!(self, Kind::Modules | Kind::ModulesFloor)
    }
}

/// Whose samples are no chart's, but what the browser alone takes.
pub(super) const FLOOR: &str = "floor";
pub(super) const BILATERAL: &str = "bilateral";
pub(super) const UPLOT: &str = "uplot";

const fn subject(key: &'static str, name: &'static str, page: &'static str, kind: Kind) -> Subject {
    Subject { key, name, page, kind }
}

pub(super) const SUBJECTS: [Subject; 16] = [
    subject(BILATERAL, "Bilateral, one file", "bilateral.html", Kind::Chart),
    subject("slim", "Bilateral, slim with preload", "slim.html", Kind::Modules),
    subject("late", "Bilateral, slim without preload", "late.html", Kind::Modules),
    subject("trade", "Bilateral, values alone (`trade`)", "bilateral.html?view=trade", Kind::Chart),
    subject(UPLOT, "uPlot", "uplot.html", Kind::Chart),
    subject("chartjs", "Chart.js + annotation", "chartjs.html", Kind::Chart),
    subject("echarts", "ECharts, tree-shaken", "echarts.html", Kind::Chart),
    subject("highcharts", "Highcharts, equal features", "highcharts.html", Kind::Chart),
    subject("plot", "Observable Plot", "plot.html", Kind::Chart),
    subject(
        "events",
        "Bilateral, events alone (`events`)",
        "bilateral.html?view=events",
        Kind::Events,
    ),
    subject("timelinejs", "TimelineJS3", "timelinejs.html", Kind::Events),
    subject("vis", "vis-timeline", "vis.html", Kind::Events),
    subject("hand", "a canvas drawn by hand", "hand.html", Kind::Floor),
    subject("blank", "a blank page", "blank.html", Kind::Floor),
    subject("arrived", "Bilateral's one file run, nothing drawn", "arrived.html", Kind::Floor),
    subject(
        "arrived-slim",
        "Bilateral's slim files come and compiled, nothing drawn",
        "arrived-slim.html?slim",
        Kind::ModulesFloor,
    ),
];

pub(super) fn named(key: &str) -> &'static Subject {
    SUBJECTS.iter().find(|subject| subject.key == key).expect("the bench names its own pages")
}
