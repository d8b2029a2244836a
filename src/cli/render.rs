//! `render`: one view as a picture, drawn by the code that draws in the page.

use std::path::PathBuf;

use clap::Args;

use super::{Failure, load, print, save};
use crate::dataset::Dataset;
use crate::locale;
use crate::publish::{SOCIAL_DENSITY, StaticFigure};
use crate::view::State;

/// CSS pixels.
const WIDTHS: std::ops::RangeInclusive<u32> = 320..=1600;
/// Pixels to a CSS pixel.
const DENSITIES: std::ops::RangeInclusive<u32> = 1..=4;

#[derive(Args)]
pub struct RenderOptions {
    /// story, trade, events, sectors or table.
    #[arg(long, default_value = "story")]
    view: String,
    /// en, az, ru, kk or tg.
    #[arg(long, default_value = "en")]
    lang: String,
    /// CSS pixels of the picture, 320 to 1600.
    #[arg(long, default_value_t = 640)]
    width: u32,
    /// CSS pixels of the picture; by width where it is left out.
    #[arg(long)]
    height: Option<String>,
    /// light or dark.
    #[arg(long, default_value = "light")]
    theme: String,
    /// Codes of partners, "TJ KZ RU"; all where it is left out.
    #[arg(long)]
    partners: Option<String>,
    /// turnover, exports, imports or agreements.
    #[arg(long)]
    measure: Option<String>,
    /// Kinds of events, "visit treaty"; all where it is left out.
    #[arg(long)]
    kinds: Option<String>,
    /// The first year or date.
    #[arg(long)]
    from: Option<String>,
    /// The last year or date.
    #[arg(long)]
    to: Option<String>,
    /// linear, log or indexed.
    #[arg(long)]
    scale: Option<String>,
    /// none or reporters.
    #[arg(long)]
    compare: Option<String>,
    /// Replaces the headline.
    #[arg(long)]
    title: Option<String>,
    /// The id of a record to point out.
    #[arg(long, value_name = "ID")]
    select: Option<String>,
    /// A card of 1200 by 630 pixels for social media.
    #[arg(long, conflicts_with_all = ["width", "height", "density"])]
    social: bool,
    /// Pixels of a PNG file to a CSS pixel, 1 to 4.
    #[arg(long, default_value_t = 1)]
    density: u32,
    /// The file to write; its name ends in .svg or .png.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// The folder of a data package; the dataset inside the program where it is left out.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

pub fn render(options: &RenderOptions) -> Result<(), Failure> {
    let output = options.output.display();
    let extension = options.output.extension().and_then(|extension| extension.to_str());
    let is_png = match extension {
        Some("svg") => false,
        Some("png") => true,
        _ => {
            let what = format!("cannot draw {output}: its name must end in .svg or .png");
            return Err(Failure::Usage(what));
        }
    };
    let mut state = state(options)?;
    let height = state.height.take();
    let data = match &options.data {
        Some(dir) => load(dir)?,
        None => Dataset::embedded(),
    };
    known(&state, &data)?;
    let (language, other) = locale::language_for(&data, state.language);
    if other {
        let (wanted, name) = (state.language.code(), &data.meta.name);
        eprintln!("warning: {name} has no texts in {wanted}: drawn in {}", language.code());
    }
    state.language = language;
    let (figure, density) = if options.social {
        (StaticFigure::social(&data, &state), SOCIAL_DENSITY)
    } else {
        let width = options.width.into();
        let figure = match height {
            Some(height) => StaticFigure::fitted(&data, &state, width, height),
            None => StaticFigure::draw(&data, &state, width),
        };
        (figure, options.density.into())
    };
    let figure = figure.map_err(Failure::Usage)?;
    let (_, high) = figure.size();
    if let Some(height) = height.filter(|height| f64::from(high) > *height) {
        eprintln!("warning: --height {height} is too low for this view: it took {high}");
    }
    let bytes = if is_png {
        let missing = figure.missing();
        if !missing.is_empty() {
            let list: Vec<String> = missing.iter().map(|char| format!("{char:?}")).collect();
            eprintln!(
                "warning: the font of pictures has no {}; draw .svg, which takes the reader's fonts",
                list.join(", ")
            );
        }
        figure.png(density).map_err(Failure::Usage)?
    } else {
        figure.svg().into_bytes()
    };
    save(&options.output, &bytes)?;
    print(&format!("{output}: {} bytes\n", bytes.len()))
}

/// The options as the attributes of the same names.
fn state(options: &RenderOptions) -> Result<State, Failure> {
    within("width", options.width, WIDTHS)?;
    within("density", options.density, DENSITIES)?;
    let mut state = State::default();
    for (attribute, value, values) in [
        ("view", Some(&options.view), "story, trade, events, sectors or table"),
        ("lang", Some(&options.lang), "en, az, ru, kk or tg"),
        ("theme", Some(&options.theme), "light or dark"),
        ("height", options.height.as_ref(), "CSS pixels"),
        ("partners", options.partners.as_ref(), "codes such as \"TJ KZ\""),
        ("measure", options.measure.as_ref(), "turnover, exports, imports or agreements"),
        ("kinds", options.kinds.as_ref(), "kinds such as \"visit treaty\""),
        ("from", options.from.as_ref(), "a year or a date such as 2021-03-15"),
        ("to", options.to.as_ref(), "a year or a date such as 2021-03-15"),
        ("scale", options.scale.as_ref(), "linear, log or indexed"),
        ("compare", options.compare.as_ref(), "none or reporters"),
        ("title", options.title.as_ref(), "one line of text"),
        ("select", options.select.as_ref(), "a record's id"),
    ] {
        state.set(attribute, value.map(String::as_str)).map_err(|problem| {
            let value = value.map_or("", String::as_str);
            let reason = problem.reason;
            Failure::Usage(format!("--{attribute} \"{value}\" {reason}; give {values}"))
        })?;
    }
    Ok(state)
}

fn within(option: &str, value: u32, range: std::ops::RangeInclusive<u32>) -> Result<(), Failure> {
    if range.contains(&value) {
        return Ok(());
    }
    let (least, most) = (range.start(), range.end());
    Err(Failure::Usage(format!("--{option} {value} is not within {least} to {most}")))
}

/// A picture of what the dataset lacks would be empty.
fn known(state: &State, data: &Dataset) -> Result<(), Failure> {
    for code in &state.partners {
        if data.partner(*code).is_none() {
            let known: Vec<&str> =
                data.partners.iter().map(|partner| partner.code.as_str()).collect();
            return Err(Failure::Usage(format!(
                "--partners {} is not in the dataset; it has {}",
                code.as_str(),
                known.join(", ")
            )));
        }
    }
    match &state.select {
        Some(id) if data.record(id).is_none() => {
            let what = "is no record of the dataset; `bilateral export` lists the ids";
            Err(Failure::Usage(format!("--select {id} {what}")))
        }
        _ => Ok(()),
    }
}
