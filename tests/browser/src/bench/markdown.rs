//! The tables of `docs/performance.md`.

use super::budgets::{Row, thousands};
use super::curves::CURVES;
use super::machine::Machine;
use super::samples::Samples;
use super::subject::{Kind, SUBJECTS, Subject, UPLOT, named};

/// The metrics of the large table with their heads, and how a number is told.
const COLUMNS: [(&str, &str, How); 11] = [
    ("bytes", "bytes, brotli", How::Thousands),
    ("requests", "requests", How::Whole),
    ("http", "fast line", How::OfUplot),
    ("disk", "disk", How::OfUplot),
    ("phone", "slow phone", How::OfUplot),
    ("redraw", "redraw", How::OfUplot),
    ("hover", "hover", How::OfUplot),
    ("redraw layouts", "layouts a redraw", How::Whole),
    ("heap", "heap, kB", How::OverBlank),
    ("long", "long tasks, ms", How::Thousands),
    ("shift", "layout shift", How::Plain),
];

#[derive(Clone, Copy)]
enum How {
    Thousands,
    Whole,
    OfUplot,
    /// In kB over a blank page.
    OverBlank,
    Plain,
}

pub(super) fn tables(machine: &Machine, samples: &Samples, rows: &[Row]) -> String {
    let mut parts = vec![
        machine.sentence(&counts(samples)),
        "### Budgets".to_owned(),
        budgets(rows),
        "### Against others".to_owned(),
        absolute(samples),
        table(samples, |kind| matches!(kind, Kind::Chart | Kind::Modules)),
        "The same of charts of the events alone, and of what no chart goes below:".to_owned(),
        table(samples, |kind| !matches!(kind, Kind::Chart | Kind::Modules)),
        "### Curves".to_owned(),
        "Milliseconds; blank where the size before was too slow to go on.".to_owned(),
    ];
    parts.extend(CURVES.iter().map(|curve| {
        let head: String =
            curve.sizes().map(|size| format!(" {} |", thousands(f64::from(size)))).collect();
        let rule: String = curve.sizes().map(|_| "--:|").collect();
        let lines = curve.subjects.iter().map(|subject| {
            let cells: String = curve
                .sizes()
                .map(|size| {
                    let time = samples.median(subject, &curve.metric(size));
                    format!(" {} |", time.map(|time| format!("{time:.1}")).unwrap_or_default())
                })
                .collect();
            format!("| {} |{cells}\n", named(subject).name)
        });
        format!("| {} |{head}\n|---|{rule}\n{}", curve.what, lines.collect::<String>())
            .trim_end()
            .to_owned()
    }));
    parts.join("\n\n") + "\n"
}

/// How many numbers the medians are of.
fn counts(samples: &Samples) -> String {
    let count = |metric: &str| samples.count(UPLOT, metric);
    format!("medians of {} fresh loads and {} runs of frames", count("http"), count("redraw"))
}

fn budgets(rows: &[Row]) -> String {
    let mut text = "| what | budget | measured | | floor |\n|---|--:|--:|---|---|\n".to_owned();
    for row in rows {
        let measured = row.measured.map(|value| row.told(value)).unwrap_or_default();
        let floor = row.floor.filter(|_| !row.is_met());
        let floor = floor.map(|(value, what)| format!("{}: {what}", row.told(value)));
        text.push_str(&format!(
            "| {} | {} | {measured} | {} | {} |\n",
            row.what,
            row.told(row.budget),
            row.verdict(),
            floor.unwrap_or_default()
        ));
    }
    text.trim_end().to_owned()
}

/// What the ratios are ratios of.
fn absolute(samples: &Samples) -> String {
    let time = |metric: &str| samples.median(UPLOT, metric).unwrap_or_default();
    format!(
        "Times are of uPlot's, which took {:.0} ms on the fast line, {:.0} ms from disk, {:.0} ms on the \
         slow phone, {:.2} ms a redraw and {:.2} ms a hover.",
        time("http"),
        time("disk"),
        time("phone"),
        time("redraw"),
        time("hover")
    )
}

fn table(samples: &Samples, wanted: impl Fn(Kind) -> bool) -> String {
    let head: String = COLUMNS.iter().map(|(_, head, _)| format!(" {head} |")).collect();
    let rule = "--:|".repeat(COLUMNS.len());
    let mut text = format!("| chart |{head}\n|---|{rule}\n");
    for subject in SUBJECTS.iter().filter(|subject| wanted(subject.kind)) {
        let cells: String =
            COLUMNS.iter().map(|(metric, _, how)| cell(samples, subject, metric, *how)).collect();
        text.push_str(&format!("| {} |{cells}\n", subject.name));
    }
    text.trim_end().to_owned()
}

fn cell(samples: &Samples, subject: &Subject, metric: &str, how: How) -> String {
    let Some(value) = samples.median(subject.key, metric) else { return " |".to_owned() };
    let text = match how {
        How::Thousands => thousands(value),
        How::Whole => format!("{value:.0}"),
        How::OfUplot => samples
            .ratio(metric, subject.key, UPLOT)
            .map_or_else(String::new, |of| format!("{of:.2}")),
        How::OverBlank => {
            let blank = samples.median("blank", metric).unwrap_or_default();
            thousands(((value - blank) / 1000.0).max(0.0))
        }
        How::Plain => format!("{value:.3}"),
    };
    format!(" {text} |")
}
