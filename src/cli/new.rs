//! `new`: a package to begin with, which passes the check and draws.

use std::fs;
use std::path::Path;

use super::import::today;
use super::{Failure, print, save};
use crate::import::{self, Answers, File};

const README: &str = include_str!("../../data/starter/README.md");
const FIGURES: &[u8] = include_bytes!("../../data/starter/figures.csv");
const EVENTS: &[u8] = include_bytes!("../../data/starter/events.csv");
/// Of the starter: nobody's own.
const REPORTING: &str = "FR";

pub(super) fn run(dir: &Path) -> Result<(), Failure> {
    let is_empty = fs::read_dir(dir).map_or(true, |mut entries| entries.next().is_none());
    if !is_empty || dir.is_file() {
        let what = format!("{} is there already; name a new folder", dir.display());
        return Err(Failure::Usage(what));
    }
    let answers = Answers {
        reporting: Some(REPORTING.into()),
        reporter: Some(REPORTING.into()),
        title: Some("A title to replace".into()),
        publisher: Some("A publisher to replace".into()),
        today: today(),
        ..Answers::default()
    };
    let files =
        [File { name: "figures.csv", bytes: FIGURES }, File { name: "events.csv", bytes: EVENTS }];
    let imported = import::import(&files, &answers, &|_, _| {})
        .map_err(|refusal| Failure::Asked(refusal.to_string()))?;
    let name = dir.file_name().map_or(String::new(), |name| import::slug(&name.to_string_lossy()));
    let name = if name.is_empty() { "package" } else { &name };
    fs::create_dir_all(dir)
        .map_err(|error| Failure::Usage(format!("cannot make {}: {error}", dir.display())))?;
    for (file, bytes) in import::write(&imported, &answers.today, name) {
        save(&dir.join(file), &bytes)?;
    }
    save(&dir.join("README.md"), README.as_bytes())?;
    let shown = dir.display();
    print(&format!("{shown}: a package to begin with; read {shown}/README.md\n"))
}
