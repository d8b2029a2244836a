//! Whether every label of a scene stands inside it, and none over another.

use bilateral::geometry::Rect;
use bilateral::layout::text_rect;
use bilateral::scene::{Mark, Scene};
use bilateral::text::{Measure as _, TableMeasure};

fn texts(scene: &Scene) -> Vec<(Rect, &str)> {
    scene
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text { at, text, style, align, .. } => {
                let width = TableMeasure.width(text, *style);
                Some((text_rect(width, *style, (*at, *align)), text.as_str()))
            }
            _ => None,
        })
        .collect()
}

/// Every label inside the scene, none over another; the text names the first that is not.
pub(crate) fn judge(scene: &Scene) -> Result<(), String> {
    let edge = Rect::new(0.0, 0.0, scene.width, scene.height).grown(0.01);
    let texts = texts(scene);
    for (index, (rect, text)) in texts.iter().enumerate() {
        if !edge.contains_rect(rect) {
            return Err(format!("{text:?} leaves the scene: {rect:?} in {edge:?}"));
        }
        for (other_rect, other) in &texts[index + 1..] {
            if rect.grown(-0.01).overlaps(other_rect) {
                return Err(format!("{text:?} at {rect:?} overlaps {other:?} at {other_rect:?}"));
            }
        }
    }
    for mark in &scene.marks {
        if let Mark::Symbol { at, .. } = mark
            && !(at.x.is_finite() && at.y.is_finite() && edge.contains(*at))
        {
            return Err(format!("a symbol leaves the scene: {at:?}"));
        }
    }
    Ok(())
}
