//! CLDR's JSON packages, as npm unpacks them under `target/cldr`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

/// The release of the packages; ICU4X of Cargo.toml carries the same CLDR.
pub(crate) const VERSION: &str = "48.2.0";

const PACKAGES: [&str; 4] =
    ["cldr-core", "cldr-dates-full", "cldr-localenames-full", "cldr-numbers-full"];

/// Brings the packages where they are missing.
pub(crate) fn fetch() -> Result<(), String> {
    if present() {
        return Ok(());
    }
    println!("fetching CLDR {VERSION} by npm into target/cldr");
    fs::create_dir_all(folder()).map_err(|error| error.to_string())?;
    let status = Command::new("npm")
        .args(["install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--prefix"])
        .arg(folder())
        .args(PACKAGES.map(|package| format!("{package}@{VERSION}")))
        .status()
        .map_err(|error| format!("npm does not start ({error}); install Node 20 or newer"))?;
    if status.success() { Ok(()) } else { Err(format!("npm install ended with {status}")) }
}

pub(crate) fn present() -> bool {
    PACKAGES.iter().all(|package| {
        let manifest =
            fs::read_to_string(folder().join("node_modules").join(package).join("package.json"));
        manifest.is_ok_and(|text| text.contains(&format!("\"version\": \"{VERSION}\"")))
    })
}

fn folder() -> PathBuf {
    crate::root().join("target/cldr")
}

/// A part of one file of CLDR's.
pub(crate) struct File {
    name: String,
    value: Value,
}

impl File {
    pub(crate) fn dates(locale: &str) -> Result<File, String> {
        File::read("cldr-dates-full", locale, "ca-gregorian", "/dates/calendars/gregorian")
    }

    pub(crate) fn numbers(locale: &str) -> Result<File, String> {
        File::read("cldr-numbers-full", locale, "numbers", "/numbers")
    }

    pub(crate) fn currencies(locale: &str) -> Result<File, String> {
        File::read("cldr-numbers-full", locale, "currencies", "/numbers/currencies")
    }

    pub(crate) fn territories(locale: &str) -> Result<File, String> {
        let below = "/localeDisplayNames/territories";
        File::read("cldr-localenames-full", locale, "territories", below)
    }

    /// The codes of regions: ISO 3166-1 alpha-3 and numeric, by alpha-2.
    pub(crate) fn codes() -> Result<File, String> {
        let name = "cldr-core/supplemental/codeMappings.json".to_owned();
        File::open(name, "/supplemental/codeMappings")
    }

    /// None where CLDR has no rules of the language.
    pub(crate) fn plurals(language: &str) -> Result<Option<File>, String> {
        let place = "/supplemental/plurals-type-cardinal";
        let all = File::open("cldr-core/supplemental/plurals.json".to_owned(), place)?;
        let own = all.value.get(language).cloned();
        Ok(own.map(|value| File { name: all.name, value }))
    }

    fn read(package: &str, locale: &str, file: &str, below: &str) -> Result<File, String> {
        let name = format!("{package}/main/{locale}/{file}.json");
        File::open(name, &format!("/main/{locale}{below}"))
    }

    fn open(name: String, place: &str) -> Result<File, String> {
        let text = fs::read_to_string(folder().join("node_modules").join(&name))
            .map_err(|error| format!("{name}: {error}"))?;
        let mut value: Value =
            serde_json::from_str(&text).map_err(|error| format!("{name}: {error}"))?;
        let value = value
            .pointer_mut(place)
            .map(Value::take)
            .ok_or_else(|| format!("{name}: {place} is missing"))?;
        Ok(File { name, value })
    }

    /// The text at a JSON pointer.
    pub(crate) fn text(&self, pointer: &str) -> Result<&str, String> {
        let text = self.value.pointer(pointer).and_then(Value::as_str);
        text.ok_or_else(|| format!("{}: {pointer} is missing", self.name))
    }

    /// The texts `1` to `N` below a JSON pointer.
    pub(crate) fn texts<const N: usize>(&self, pointer: &str) -> Result<[String; N], String> {
        let texts: Result<Vec<String>, String> =
            (1..=N).map(|at| self.text(&format!("{pointer}/{at}")).map(String::from)).collect();
        texts?.try_into().map_err(|_| format!("{}: {pointer} has a gap", self.name))
    }

    /// The keys below, sorted.
    pub(crate) fn keys(&self) -> Vec<&str> {
        let mut keys: Vec<&str> =
            self.value.as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect();
        keys.sort_unstable();
        keys
    }

    /// The texts below with their keys, by key.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&str, &str)> {
        self.keys().into_iter().filter_map(|key| Some((key, self.value.get(key)?.as_str()?)))
    }

    /// The texts whose key begins so, without doubles.
    pub(crate) fn variants(&self, pointer: &str, prefix: &str) -> Vec<&str> {
        let mut found: Vec<&str> = self
            .value
            .pointer(pointer)
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
            .filter(|(key, _)| key.starts_with(prefix) && !key.contains("-alt-"))
            .filter_map(|(_, value)| value.as_str())
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}
