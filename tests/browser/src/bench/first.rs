//! First charts: time on three lines, and what they take.

use super::lab::{Lab, Line};
use super::samples::Samples;
use super::subject::SUBJECTS;
use anyhow::{Context, Result};

pub(super) async fn measure(lab: &Lab, samples: &mut Samples) -> Result<()> {
    // The first round warms the machine's own caches, and is not counted.
    for round in 0..=lab.loads {
        for line in Line::ALL {
            lab.line(line).await?;
            for subject in &SUBJECTS {
                if line == Line::Disk && !subject.kind.opens_from_disk() {
                    continue;
                }
                let told = lab.load(subject.page, line).await?;
                if round == 0 {
                    continue;
                }
                let number = |name: &str| {
                    let found = told[name].as_f64();
                    found
                        .with_context(|| format!("{} has no number `{name}`: {told}", subject.page))
                };
                samples.add(subject.key, line.metric(), number("first")?);
                if line == Line::Phone {
                    for name in ["bytes", "requests", "long", "shift"] {
                        samples.add(subject.key, name, number(name)?);
                    }
                }
                if line == Line::Fast {
                    samples.add(subject.key, "heap", lab.heap().await?);
                }
            }
        }
        println!("    first charts: {round} of {} rounds", lab.loads);
    }
    lab.line(Line::Fast).await
}
