//! What a scene looks like as SVG.

use crate::support::golden;
use bilateral::geometry::{Point, Rect};
use bilateral::paint::{Caption, svg};
use bilateral::scene::{Align, Dash, Fill, Mark, Scene, Shape, TextStyle};
use bilateral::theme::Color;

const INK: Color = Color::hex(0x1B1F24);
const BLUE: Color = Color::hex(0x0B6BB5);
const GROUND: Color = Color::hex(0xFFFFFF);

fn scene(marks: Vec<Mark>) -> Scene {
    Scene { width: 200.0, height: 156.0, ground: GROUND, marks, targets: Vec::new() }
}

fn every_kind_of_mark() -> Scene {
    let mut marks = vec![Mark::Rect {
        rect: Rect::new(10.0, 100.0, 190.0, 101.0),
        color: Color::hex(0xE4E7EB),
    }];
    for (row, dash) in [Dash::Solid, Dash::Dashed, Dash::Dotted].into_iter().enumerate() {
        let y = 10.0 + 8.0 * row as f64;
        marks.push(Mark::Line {
            points: vec![Point::new(10.0, y), Point::new(60.0, y)],
            width: 1.0,
            color: INK,
            dash,
        });
        marks.push(Mark::Line {
            points: vec![Point::new(70.0, y), Point::new(120.5, y + 3.25), Point::new(150.0, y)],
            width: 1.5,
            color: BLUE,
            dash,
        });
    }
    let fills = [Fill::Solid, Fill::Hollow { ground: GROUND }, Fill::Dashed { ground: GROUND }];
    for (row, fill) in fills.into_iter().enumerate() {
        for (column, shape) in Shape::ALL.into_iter().enumerate() {
            marks.push(Mark::Symbol {
                at: Point::new(15.0 + 20.0 * column as f64, 45.0 + 16.0 * row as f64),
                shape,
                radius: 5.0,
                color: BLUE,
                fill,
            });
        }
    }
    let texts = [
        (10.0, 116.0, Align::Start, false, "Ədalət & sülh"),
        (100.0, 132.0, Align::Middle, true, "Қазақстан, Тоҷикистон"),
        (190.0, 148.0, Align::End, false, "< 7,5 млн $"),
    ];
    for (x, y, align, bold, text) in texts {
        marks.push(Mark::Text {
            at: Point::new(x, y),
            text: text.to_owned(),
            style: TextStyle { size: 12.0, bold },
            color: INK,
            align,
        });
    }
    scene(marks)
}

#[test]
fn every_kind_of_mark_is_drawn() {
    let caption = Caption {
        id: "marks",
        lang: "en",
        title: "Marks",
        description: "A & B",
        facts: &[("source", "\"C\" < D".to_owned())],
    };
    golden::check("paint-marks.svg", &svg(&every_kind_of_mark(), &caption));
}
