//! A whole `pkg/` of another dataset, from one that was built before: no wasm toolchain is needed.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

use super::fingerprint::sha256;
use super::module::with_dataset;
use super::script::{page_with_module, with_module};
use super::{Base, File, site};
use crate::dataset::Dataset;

const MODULE: &str = "bilateral.wasm";
const SCRIPT: &str = "bilateral.js";
const PAGE: &str = "bilateral.html";
/// Goes along unchanged: the licences of what the module is made of.
const LICENCES: &str = "THIRD-PARTY.md";
pub const RECORD: &str = "build.json";

/// The files of `data`, made from those in `template`; the record is the last one.
///
/// Fails where a file of the template is missing or was built by another version.
pub fn pack(data: &Dataset, template: &Path, base: &Base) -> Result<Vec<File>, String> {
    let read = |name: &str| {
        let path = template.join(name);
        fs::read(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))
    };
    let text =
        |name: &str| String::from_utf8(read(name)?).map_err(|_| format!("{name} is not UTF-8"));
    let wrong = |name: &str, what: String| {
        let path = template.join(name);
        let hint = concat!("take the pkg/ of bilateral ", env!("CARGO_PKG_VERSION"));
        format!("{} {what}; {hint}", path.display())
    };
    let dataset = data.to_bytes().map_err(|error| error.to_string())?;
    let module = read(MODULE)?;
    let packed = with_dataset(&module, &dataset).map_err(|what| wrong(MODULE, what))?;
    let script =
        with_module(&text(SCRIPT)?, &module, &packed).map_err(|what| wrong(SCRIPT, what))?;
    let page =
        page_with_module(&text(PAGE)?, &module, &packed).map_err(|what| wrong(PAGE, what))?;
    let page = base.in_page(&page);

    let mut files = site(data, base)?;
    files.extend([
        (MODULE.to_owned(), packed),
        (SCRIPT.to_owned(), script.into_bytes()),
        (PAGE.to_owned(), page.into_bytes()),
        (LICENCES.to_owned(), read(LICENCES)?),
    ]);
    files.sort();
    let record = record(data, &dataset, &module, &files);
    files.push((RECORD.to_owned(), record.into_bytes()));
    Ok(files)
}

/// What was packed, as JSON: nothing of the machine and no time of day.
fn record(data: &Dataset, dataset: &[u8], module: &[u8], files: &[File]) -> String {
    let described = files.iter().map(|(name, bytes)| {
        (name.clone(), json!({ "raw": bytes.len(), "sha256": sha256(bytes) }))
    });
    let record = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "dataset": {
            "name": data.meta.name,
            "version": data.meta.version,
            "sha256": sha256(dataset),
            "bytes": dataset.len(),
        },
        "module": sha256(module),
        "files": described.collect::<Map<String, Value>>(),
    });
    format!("{record:#}\n")
}
