//! A scene as text, one mark a line, for goldens that a person can read.

use bilateral::scene::{Align, Fill, Mark, Scene};
use bilateral::text::TableMeasure;
use bilateral::theme::{Color, Theme};
use bilateral::widget::Picture;
use std::fmt::Write;

/// The words around the canvas.
pub(crate) fn words_of(chart: &Picture) -> String {
    let mut text = format!("{}\n{}\n", chart.texts.headline, chart.texts.subtitle);
    for entry in &chart.chart.list {
        text += &format!("{} {} | {} | {}\n", entry.number, entry.title, entry.date, entry.record);
    }
    for aside in &chart.texts.asides {
        text += &format!("{} [{}]\n", aside.text, aside.records.join(" "));
    }
    text + &chart.texts.footer + "\n"
}

/// The words around the canvas, then the scene.
pub(crate) fn text_of(chart: &Picture) -> String {
    let mut text = words_of(chart) + &dump(&chart.chart.scene);
    if let Some(record) = chart.reading.state.select.as_deref() {
        let layer = chart.focus(&Theme::light(), &TableMeasure, Some(record));
        text += &format!("focus\n{}", dump(&layer));
    }
    text
}

/// Coordinates to a tenth of a pixel; colours as hexadecimal RGB.
pub(crate) fn dump(scene: &Scene) -> String {
    let mut text = String::new();
    writeln!(text, "scene {:.1} x {:.1} on {}", scene.width, scene.height, hex(scene.ground))
        .unwrap();
    for mark in &scene.marks {
        match mark {
            Mark::Rect { rect, color } => writeln!(
                text,
                "rect {:.1},{:.1} {:.1} x {:.1} {}",
                rect.left,
                rect.top,
                rect.width(),
                rect.height(),
                hex(*color)
            ),
            Mark::Line { points, width, color, dash } => {
                let points: Vec<String> =
                    points.iter().map(|at| format!("{:.1},{:.1}", at.x, at.y)).collect();
                writeln!(text, "line {} {width:.1} {dash:?} {}", points.join(" "), hex(*color))
            }
            Mark::Symbol { at, shape, radius, color, fill } => {
                let fill = match fill {
                    Fill::Solid => "solid",
                    Fill::Open => "open",
                    Fill::Hollow { .. } => "hollow",
                    Fill::Dashed { .. } => "dashed",
                };
                writeln!(
                    text,
                    "symbol {:.1},{:.1} {shape:?} {fill} {radius:.1} {}",
                    at.x,
                    at.y,
                    hex(*color)
                )
            }
            Mark::Text { at, text: words, style, color, align } => {
                let align = match align {
                    Align::Start => "start",
                    Align::Middle => "middle",
                    Align::End => "end",
                };
                let weight = if style.bold { "bold" } else { "regular" };
                writeln!(
                    text,
                    "text {:.1},{:.1} {align} {:.0} {weight} {} {words:?}",
                    at.x,
                    at.y,
                    style.size,
                    hex(*color)
                )
            }
        }
        .unwrap();
    }
    for target in &scene.targets {
        let kind = if target.cluster { "cluster" } else { "target" };
        let at = target.at;
        let records = target.records.join(" ");
        writeln!(text, "{kind} {} {:.1},{:.1} {records}", target.lane, at.x, at.y).unwrap();
    }
    text
}

fn hex(color: Color) -> String {
    format!("{:02x}{:02x}{:02x}", color.red, color.green, color.blue)
}
