//! Redrawing and hovering, frame by frame.

use super::lab::{Lab, Line};
use super::samples::Samples;
use super::subject::{Kind, SUBJECTS};
use anyhow::Result;

pub(super) async fn measure(lab: &Lab, samples: &mut Samples) -> Result<()> {
    for round in 1..=lab.runs {
        for subject in &SUBJECTS {
            let names: &[&str] = match subject.kind {
                Kind::Chart => &["redraw", "hover"],
                Kind::Events => &["redraw"],
                Kind::Floor if !subject.key.starts_with("arrived") => &["redraw", "hover"],
                Kind::Floor | Kind::Modules | Kind::ModulesFloor => continue,
            };
            for name in names {
                lab.load(subject.page, Line::Fast).await?;
                let (milliseconds, layouts) = lab.frame(name).await?;
                samples.add(subject.key, name, milliseconds);
                samples.add(subject.key, &format!("{name} layouts"), layouts);
            }
        }
        println!("    frames: {round} of {} rounds", lab.runs);
    }
    Ok(())
}
