//! `render`: one view as a picture, drawn by the code that draws in the page.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Failure, load, print, save};
use crate::chart::{Request, draw};
use crate::dataset::{Dataset, Language};
use crate::paint::svg;
use crate::text::TableMeasure;
use crate::theme::Theme;
use crate::view::{State, View};

/// The widths that charts are laid out for, in CSS pixels.
const WIDTHS: std::ops::RangeInclusive<u32> = 280..=1600;

#[derive(Args)]
pub struct Options {
    #[arg(long, default_value = "story")]
    view: ViewName,
    /// en, az, ru, kk or tg.
    #[arg(long, default_value = "en")]
    lang: String,
    /// CSS pixels, 280 to 1600.
    #[arg(long, default_value_t = 640)]
    width: u32,
    /// CSS pixels; by width where it is left out.
    #[arg(long)]
    height: Option<u32>,
    #[arg(long, default_value = "light")]
    theme: ThemeName,
    /// The file to write; its name ends in .svg.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// The folder of a data package; the dataset inside the program where it is left out.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum ViewName {
    Story,
    Trade,
    Events,
    Sectors,
    Table,
}

#[derive(Clone, Copy, ValueEnum)]
enum ThemeName {
    Light,
    Dark,
}

pub fn render(options: &Options) -> Result<(), Failure> {
    if options.output.extension().is_none_or(|extension| extension != "svg") {
        let file = options.output.display();
        return Err(Failure::Usage(format!("cannot draw {file}: only .svg files can be written")));
    }
    if !WIDTHS.contains(&options.width) {
        let width = options.width;
        return Err(Failure::Usage(format!("width {width} is not within 280 to 1600")));
    }
    let language = Language::from_tag(&options.lang).ok_or_else(|| {
        let language = &options.lang;
        Failure::Usage(format!("unknown language \"{language}\"; use en, az, ru, kk or tg"))
    })?;
    let data = match &options.data {
        Some(dir) => load(dir)?,
        None => Dataset::embedded(),
    };
    let state = State {
        view: view(options.view),
        language,
        height: options.height.map(f64::from),
        ..State::default()
    };
    let theme = match options.theme {
        ThemeName::Light => Theme::light(),
        ThemeName::Dark => Theme::dark(),
    };
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
    print(&format!("{}: {} bytes\n", options.output.display(), picture.len()))
}

fn view(name: ViewName) -> View {
    match name {
        ViewName::Story => View::Story,
        ViewName::Trade => View::Trade,
        ViewName::Events => View::Events,
        ViewName::Sectors => View::Sectors,
        ViewName::Table => View::Table,
    }
}
