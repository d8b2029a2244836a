//! `render`: one view as a picture, drawn by the code that draws in the page.

use std::path::PathBuf;

use clap::Args;

use super::{Failure, load, print, save};
use crate::chart::{Request, draw};
use crate::dataset::Dataset;
use crate::paint::svg;
use crate::text::TableMeasure;
use crate::theme::Theme;
use crate::view::{State, ThemeChoice, View};

/// The widths that charts are laid out for, in CSS pixels.
const WIDTHS: std::ops::RangeInclusive<u32> = 280..=1600;

#[derive(Args)]
pub struct Options {
    /// story, trade or events.
    #[arg(long, default_value = "story")]
    view: String,
    /// en, az, ru, kk or tg.
    #[arg(long, default_value = "en")]
    lang: String,
    /// CSS pixels, 280 to 1600.
    #[arg(long, default_value_t = 640)]
    width: u32,
    /// CSS pixels of the plot; by width where it is left out.
    #[arg(long)]
    height: Option<String>,
    /// light or dark.
    #[arg(long, default_value = "light")]
    theme: String,
    /// The file to write; its name ends in .svg.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// The folder of a data package; the dataset inside the program where it is left out.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

pub fn render(options: &Options) -> Result<(), Failure> {
    let output = options.output.display();
    if options.output.extension().is_none_or(|extension| extension != "svg") {
        return Err(Failure::Usage(format!(
            "cannot draw {output}: only .svg files can be written"
        )));
    }
    let state = state(options)?;
    let data = match &options.data {
        Some(dir) => load(dir)?,
        None => Dataset::embedded(),
    };
    let theme = if state.theme == ThemeChoice::Dark { Theme::dark() } else { Theme::light() };
    let chart = draw(&Request {
        data: &data,
        state: &state,
        theme: &theme,
        measure: &TableMeasure,
        width: options.width.into(),
        focus: None,
    });
    let picture = svg(&chart.scene, Some(&chart.headline), Some(&chart.subtitle));
    save(&options.output, picture.as_bytes())?;
    print(&format!("{output}: {} bytes\n", picture.len()))
}

/// The options as the attributes of the same names.
fn state(options: &Options) -> Result<State, Failure> {
    if !WIDTHS.contains(&options.width) {
        return Err(Failure::Usage(format!("width {} is not within 280 to 1600", options.width)));
    }
    let mut state = State::default();
    for (attribute, value) in [
        ("view", Some(&options.view)),
        ("lang", Some(&options.lang)),
        ("theme", Some(&options.theme)),
        ("height", options.height.as_ref()),
    ] {
        state
            .set(attribute, value.map(String::as_str))
            .map_err(|problem| Failure::Usage(format!("{attribute} {}", problem.reason)))?;
    }
    match state.view {
        View::Story | View::Trade | View::Events => Ok(state),
        View::Sectors | View::Table => {
            let view = &options.view;
            Err(Failure::Usage(format!("{view} is no picture: draw story, trade or events")))
        }
    }
}
