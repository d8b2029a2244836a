//! How the cost of a chart grows with what it shows.

use super::lab::{Lab, Line};
use super::samples::Samples;
use super::subject::{BILATERAL, UPLOT, named};
use anyhow::{Context, Result};

/// A frame, or a first chart, of more milliseconds is slow enough: larger figures are not tried.
const SLOW: f64 = 500.0;
const SLOW_FIRST: f64 = 2500.0;

pub(super) struct Curve {
    pub key: &'static str,
    pub what: &'static str,
    /// Of the address.
    parameter: fn(u32) -> String,
    pub first: u32,
    /// Each size is so many times the one before.
    pub factor: u32,
    pub subjects: &'static [&'static str],
}

/// Sizes of a curve.
pub(super) const STEPS: u32 = 5;

pub(super) const CURVES: [Curve; 4] = [
    Curve {
        key: "points",
        what: "daily values of three partners, a redraw",
        parameter: |size| format!("points={size}&events=0"),
        first: 750,
        factor: 4,
        subjects: &["trade", UPLOT, "chartjs", "echarts", "highcharts", "plot", "hand"],
    },
    Curve {
        key: "events",
        what: "events beside the values, a redraw",
        parameter: |size| format!("events={size}"),
        first: 30,
        factor: 4,
        subjects: &[BILATERAL, UPLOT, "chartjs", "echarts", "highcharts", "plot", "vis", "hand"],
    },
    Curve {
        key: "partners",
        what: "partners of thirty years each, a redraw",
        parameter: |size| format!("partners={size}&points={}", size * 30),
        first: 1,
        factor: 2,
        subjects: &[BILATERAL, UPLOT, "chartjs", "echarts", "highcharts", "plot"],
    },
    Curve {
        key: "widgets",
        what: "charts in sight of one page, until all are painted",
        parameter: |size| format!("widgets={size}"),
        first: 1,
        factor: 2,
        subjects: &[BILATERAL, UPLOT, "chartjs", "echarts", "highcharts", "plot"],
    },
];

impl Curve {
    pub(super) fn sizes(&self) -> impl Iterator<Item = u32> {
        (0..STEPS).map(|step| self.first * self.factor.pow(step))
    }

    pub(super) fn metric(&self, size: u32) -> String {
        format!("{} {size}", self.key)
    }

    pub(super) fn page(&self, subject: &str, size: u32) -> String {
        let page = named(subject).page;
        let joint = if page.contains('?') { '&' } else { '?' };
        format!("{page}{joint}{}", (self.parameter)(size))
    }
}

pub(super) async fn measure(lab: &Lab, samples: &mut Samples) -> Result<()> {
    for curve in &CURVES {
        for _ in 0..lab.runs.div_ceil(4) {
            let mut slow = Vec::new();
            for size in curve.sizes() {
                for subject in curve.subjects {
                    if slow.contains(subject) {
                        continue;
                    }
                    let page = curve.page(subject, size);
                    let told = lab.load(&page, Line::Fast).await?;
                    let first = told["first"].as_f64().context("a time")?;
                    let time = match curve.key {
                        "widgets" => first,
                        _ => lab.frame("redraw").await?.0,
                    };
                    samples.add(subject, &curve.metric(size), time);
                    if first > SLOW_FIRST || (curve.key != "widgets" && time > SLOW) {
                        slow.push(subject);
                    }
                }
            }
        }
        println!("    curve: {}", curve.what);
    }
    Ok(())
}
