//! `pack`: a data package as a widget of its own, with all that is published beside it.

use std::path::{Path, PathBuf};
use std::{env, fs};

use clap::Args;

use super::data::tell_empty_views;
use super::output::separate;
use super::render::tell_missing;
use super::{Failure, load_all, print, save};
use crate::dataset::Language;
use crate::publish::{Base, SiteFile, Told, chosen, missing_in, pack};
use crate::view::State;

#[derive(Args)]
pub(super) struct PackOptions {
    /// The folder with datapackage.json and its CSV files.
    dir: PathBuf,
    /// The folder to write to; it is made where it is not there.
    #[arg(short, long, value_name = "OUTDIR")]
    output: PathBuf,
    /// The address at which that folder will lie, such as https://example.org/charts/; without it
    /// oEmbed and pages name each other by relative addresses.
    #[arg(long, value_name = "URL")]
    base: Option<String>,
    /// The folder with the bilateral.wasm, bilateral.js and bilateral.html to pack into; the pkg/
    /// beside or above the program, or here, where it is left out.
    #[arg(long, value_name = "PKG")]
    from: Option<PathBuf>,
    /// The languages to pack, such as en,de; the first one stands in for texts that another lacks.
    /// Those of the package that have words where it is left out.
    #[arg(long, value_name = "LIST")]
    lang: Option<String>,
    /// A chart as it is to be published, by the query of its address: "view=trade&partners=KZ".
    /// Its picture, its table and what goes into an article are written as static/chart.*.
    #[arg(long, value_name = "QUERY")]
    chart: Option<String>,
}

pub(super) fn run(options: &PackOptions) -> Result<(), Failure> {
    separate(&options.output, &options.dir)?;
    let base = match &options.base {
        Some(address) => {
            Base::parse(address).map_err(|error| Failure::Usage(format!("--base {error}")))?
        }
        None => Base::relative(),
    };
    let template = match &options.from {
        Some(folder) => folder.clone(),
        None => built().ok_or_else(|| {
            let what = "there is no pkg/ beside the program or here; name one with --from PKG";
            Failure::Usage(what.to_owned())
        })?,
    };
    let (data, words) = load_all(&options.dir)?;
    tell_empty_views(&data);
    let wanted = options.lang.as_deref().map(languages).transpose()?;
    let told = Told::new(data, wanted.as_deref(), &words).map_err(Failure::Usage)?;
    let chart = options.chart.as_deref().map(|query| chart(query, &told)).transpose()?;
    // All is made before anything is written; the record comes last.
    let figures = match chart {
        Some(state) => {
            chosen(&told.data, &state, &told.locales(), &base).map_err(Failure::Usage)?
        }
        None => Vec::new(),
    };
    let files = pack(&told, &template, &base, figures).map_err(Failure::Usage)?;
    tell_boxes(&files);
    for (name, bytes) in &files {
        let file = options.output.join(name);
        let folder = file.parent().unwrap_or(&options.output);
        fs::create_dir_all(folder).map_err(|error| {
            Failure::Usage(format!("cannot make {}: {error}", folder.display()))
        })?;
        save(&file, bytes)?;
    }
    let bytes: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    let output = options.output.display();
    print(&format!("{output}: {} files, {bytes} bytes\n", files.len()))
}

/// What the PNG files cannot show, the others can.
fn tell_boxes(files: &[SiteFile]) {
    let drawn = files.iter().filter(|(name, _)| name.ends_with(".svg"));
    let drawn: String = drawn.map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
    let instead =
        "the .png files show boxes, the .svg files and the charts take the reader's fonts";
    tell_missing(&missing_in(&drawn), instead);
}

/// The state of a query, all of which the dataset must know.
fn chart(query: &str, told: &Told) -> Result<State, Failure> {
    let (state, problems) = State::told(query, &told.data);
    match problems.first() {
        Some(problem) => {
            Err(Failure::Usage(format!("--chart: {} {}", problem.attribute, problem.reason)))
        }
        None => Ok(state),
    }
}

fn languages(list: &str) -> Result<Vec<Language>, Failure> {
    let mut languages = Vec::new();
    for tag in list.split(',').map(str::trim) {
        let language = Language::from_tag(tag).ok_or_else(|| {
            Failure::Usage(format!("--lang \"{tag}\" is no language; give codes such as en,de"))
        })?;
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    Ok(languages)
}

/// The nearest built `pkg/`: beside the program or in a folder above it, else in this folder.
fn built() -> Option<PathBuf> {
    let program = env::current_exe().ok()?;
    let above = program.ancestors().skip(1).map(|folder| folder.join("pkg"));
    above.chain([PathBuf::from("pkg")]).find(|pkg: &PathBuf| is_built(pkg))
}

fn is_built(pkg: &Path) -> bool {
    pkg.join("bilateral.wasm").is_file()
}
