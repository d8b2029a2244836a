//! `render`: one view as a picture, or as a page with its table, drawn by the code that draws in the
//! page.

use std::path::PathBuf;

use clap::Args;

use super::{Failure, language, load, locales, print, save};
use crate::dataset::{Dataset, Language};
use crate::locale::{Locale, complete, language_for};
use crate::publish::{SOCIAL_DENSITY, StaticFigure, fingerprint, page_alone};
use crate::view::{Problem, State};

/// CSS pixels.
const WIDTHS: std::ops::RangeInclusive<u32> = 320..=1600;
/// The most characters that a warning names.
const NAMED: usize = 20;
/// Pixels to a CSS pixel.
const DENSITIES: std::ops::RangeInclusive<u32> = 1..=4;

#[derive(Args)]
pub(super) struct RenderOptions {
    /// story, trade, events, sectors or table.
    #[arg(long, default_value = "story")]
    view: String,
    /// A language that the program or the package has words in, such as en; English where it is left
    /// out and the package has it, else its first.
    #[arg(long)]
    lang: Option<String>,
    /// CSS pixels of the picture, 320 to 1600.
    #[arg(long, default_value_t = 640)]
    width: u32,
    /// CSS pixels of the picture; by width where it is left out.
    #[arg(long)]
    height: Option<String>,
    /// light or dark.
    #[arg(long, default_value = "light")]
    theme: String,
    /// Codes of partners, "TJ KZ RU"; where it is left out those of whom most is known, as many as the
    /// width has room for.
    #[arg(long)]
    partners: Option<String>,
    /// turnover, exports, imports, agreements or a measure of the package; by the data where it is
    /// left out.
    #[arg(long)]
    measure: Option<String>,
    /// The unit of the values, such as EUR; all where it is left out.
    #[arg(long)]
    unit: Option<String>,
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
    /// The file to write; its name ends in .svg or .png, or in .html for the picture with its table.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// The folder of a data package; the dataset inside the program where it is left out.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

pub(super) fn render(options: &RenderOptions) -> Result<(), Failure> {
    let output = options.output.display();
    let extension = options.output.extension().and_then(|extension| extension.to_str());
    let Some(extension @ ("svg" | "png" | "html")) = extension else {
        let what = format!("cannot draw {output}: its name must end in .svg, .png or .html");
        return Err(Failure::Usage(what));
    };
    let (mut data, locales) = match &options.data {
        Some(dir) => load(dir)?,
        None => (Dataset::embedded(), locales(&[])),
    };
    let mut state = state(options, &data, &locales)?;
    let height = state.height.take();
    data.meta.fingerprint =
        fingerprint(&data).map_err(|error| Failure::Usage(error.to_string()))?;
    let locale = told_in(options.lang.as_deref(), &data, &locales)?;
    state.language = locale.language;
    complete(&mut data, locale);
    let (figure, density) = if options.social {
        (StaticFigure::social(&data, &state, locale), SOCIAL_DENSITY)
    } else {
        let width = options.width.into();
        let figure = match height {
            Some(height) => StaticFigure::fitted(&data, &state, locale, (width, height)),
            None => StaticFigure::draw(&data, &state, locale, width),
        };
        (figure, options.density.into())
    };
    let figure = figure.map_err(Failure::Usage)?;
    let (_, high) = figure.size();
    if let Some(height) = height.filter(|height| f64::from(high) > *height) {
        eprintln!("warning: --height {height} is too low for this view: it took {high}");
    }
    let bytes = if extension == "html" {
        page_alone(&data, locale, &figure).into_bytes()
    } else if extension == "png" {
        tell_missing(&figure.missing(), "draw .svg, which takes the reader's fonts");
        figure.png(density).map_err(Failure::Usage)?
    } else {
        figure.svg().into_bytes()
    };
    save(&options.output, &bytes)?;
    print(&format!("{output}: {} bytes\n", bytes.len()))
}

/// Names the characters that stand in pictures as empty boxes, and what shows them.
pub(super) fn tell_missing(missing: &[char], instead: &str) {
    if missing.is_empty() {
        return;
    }
    let mut list: Vec<String> =
        missing.iter().take(NAMED).map(|char| format!("{char:?}")).collect();
    if missing.len() > NAMED {
        list.push(format!("{} more", missing.len() - NAMED));
    }
    eprintln!("warning: the font of pictures has no {}; {instead}", list.join(", "));
}

/// The language to draw in: the one that is asked for, where the dataset is told in it; else the
/// dataset's first, or what has words at all.
fn told_in<'a>(
    tag: Option<&str>,
    data: &Dataset,
    locales: &'a [Locale],
) -> Result<&'a Locale, Failure> {
    let wanted = match tag {
        Some(tag) => language(tag, locales, data)?,
        None => Language::default(),
    };
    let (chosen, other) = language_for(data, wanted);
    if other && tag.is_some() {
        let (wanted, name) = (wanted.code(), &data.meta.name);
        eprintln!("warning: {name} has no texts in {wanted}: drawn in {}", chosen.code());
    }
    let locale = |language| locales.iter().find(|locale| locale.language == language);
    Ok(locale(chosen).unwrap_or_else(|| {
        let code = chosen.code();
        eprintln!("warning: there are no words in {code}; add words/{code}.csv to the package");
        locale(wanted).unwrap_or(&locales[0])
    }))
}

/// The options as the attributes of the same names. A picture of what the dataset lacks would be
/// empty, or of something else.
fn state(options: &RenderOptions, data: &Dataset, locales: &[Locale]) -> Result<State, Failure> {
    within("width", options.width, WIDTHS)?;
    within("density", options.density, DENSITIES)?;
    let mut state = State::default();
    for (attribute, value) in options.attributes() {
        let told = match state.set(attribute, value) {
            Err(problem) => Some(problem.among(&named(data, locales))),
            Ok(()) if state.unknown(attribute, data).is_none() => None,
            Ok(()) => state.unknown(attribute, &named(data, locales)),
        };
        if let Some(problem) = told {
            return Err(refused(attribute, value, problem));
        }
    }
    if let Some(problem) = state.unshown(data) {
        return Err(refused("select", options.select.as_deref(), problem));
    }
    Ok(state)
}

/// The dataset with names for its partners in all languages.
fn named(data: &Dataset, locales: &[Locale]) -> Dataset {
    let mut data = data.clone();
    locales.iter().for_each(|locale| complete(&mut data, locale));
    data
}

impl RenderOptions {
    fn attributes(&self) -> [(&'static str, Option<&str>); 13] {
        [
            ("view", Some(&self.view)),
            ("theme", Some(&self.theme)),
            ("height", self.height.as_ref()),
            ("partners", self.partners.as_ref()),
            ("measure", self.measure.as_ref()),
            ("unit", self.unit.as_ref()),
            ("kinds", self.kinds.as_ref()),
            ("from", self.from.as_ref()),
            ("to", self.to.as_ref()),
            ("scale", self.scale.as_ref()),
            ("compare", self.compare.as_ref()),
            ("title", self.title.as_ref()),
            ("select", self.select.as_ref()),
        ]
        .map(|(name, value)| (name, value.map(String::as_str)))
    }
}

fn refused(attribute: &str, value: Option<&str>, problem: Problem) -> Failure {
    Failure::Usage(format!("--{attribute} \"{}\" {}", value.unwrap_or_default(), problem.reason))
}

fn within(option: &str, value: u32, range: std::ops::RangeInclusive<u32>) -> Result<(), Failure> {
    if range.contains(&value) {
        return Ok(());
    }
    let (least, most) = (range.start(), range.end());
    Err(Failure::Usage(format!("--{option} {value} is not within {least} to {most}")))
}
