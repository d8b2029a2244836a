//! Writes `data/cldr/<language>.csv`: what CLDR says about each language of `data/words`.
//!
//! Patterns, names, signs and plural rules come from Unicode's JSON packages, which npm brings;
//! letters and their order come from the data compiled into ICU4X. Where the house differs from
//! CLDR, `house` says how and why.
//!
//! And `data/names/*.csv`: the names of countries and months by which tables are understood.
//!
//! `cargo run -p cldr` fetches what is missing into `target/cldr` and writes the files.

mod alphabet;
mod house;
mod names;
mod pattern;
mod plural;
mod source;
mod write;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    match source::fetch().and_then(|()| write_all()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn write_all() -> Result<(), String> {
    fs::create_dir_all(root().join("data/cldr")).map_err(|error| error.to_string())?;
    for language in languages()? {
        fs::write(output(&language), write::table(&language)?)
            .map_err(|error| error.to_string())?;
        println!("wrote data/cldr/{language}.csv");
    }
    for (table, text) in [("countries", names::countries()?), ("months", names::months()?)] {
        fs::write(named(table), text).map_err(|error| error.to_string())?;
        println!("wrote data/names/{table}.csv");
    }
    Ok(())
}

/// The languages that have words, sorted.
fn languages() -> Result<Vec<String>, String> {
    let files = fs::read_dir(root().join("data/words")).map_err(|error| error.to_string())?;
    let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let mut found: Vec<String> =
        names.filter_map(|name| Some(name.strip_suffix(".csv")?.to_owned())).collect();
    found.sort_unstable();
    Ok(found)
}

fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn output(language: &str) -> PathBuf {
    root().join("data/cldr").join(language).with_extension("csv")
}

fn named(table: &str) -> PathBuf {
    root().join("data/names").join(table).with_extension("csv")
}

#[cfg(test)]
mod tests {
    use super::*;
    use icu_collator::options::Strength;

    #[test]
    fn the_committed_tables_are_what_cldr_says() {
        if !source::present() {
            eprintln!(
                "SKIPPED: CLDR's packages are not in target/cldr; `cargo run -p cldr` brings them"
            );
            return;
        }
        for language in languages().expect("there are words") {
            let committed = fs::read_to_string(output(&language)).expect("the table is committed");
            let generated = write::table(&language).expect("the packages hold all that is needed");
            for (number, (committed, generated)) in
                committed.lines().zip(generated.lines()).enumerate()
            {
                assert_eq!(committed, generated, "data/cldr/{language}.csv:{}", number + 1);
            }
            assert_eq!(committed.len(), generated.len(), "one of the two is longer: {language}");
        }
        for (table, generated) in [("countries", names::countries()), ("months", names::months())] {
            let committed = fs::read_to_string(named(table)).expect("the table is committed");
            assert_eq!(Ok(committed), generated, "data/names/{table}.csv");
        }
    }

    #[test]
    fn words_and_partners_sort_as_icu_sorts_them() {
        for language in languages().expect("there are words") {
            let collator =
                alphabet::collator(&language, Strength::Tertiary).expect("icu sorts the language");
            let [words, cldr] = bilateral::locale::sources(&language).expect("it is carried");
            let rows = words
                .iter()
                .filter(|(key, _)| key.starts_with("kind.") || key.starts_with("sector."));
            let names = cldr.iter().filter(|(key, _)| key.starts_with("country."));
            let mut texts: Vec<&str> =
                rows.chain(names).map(|(_, row)| row.text.as_str()).collect();
            let Some(tag) = bilateral::locale::Language::from_tag(&language) else { continue };
            let locale = bilateral::locale::Locale::of(tag);
            let mut by_icu = texts.clone();
            by_icu.sort_by(|a, b| collator.compare(a, b));
            texts.sort_by_key(|text| bilateral::locale::sort_key(locale, text));
            assert_eq!(texts, by_icu, "{language}");
        }
    }

    #[test]
    fn the_committed_alphabets_are_what_icu_says() {
        for language in languages().expect("there are words") {
            let committed = fs::read_to_string(output(&language)).expect("the table is committed");
            let alphabet = alphabet::of(&language).expect("icu knows the language's letters");
            assert!(committed.contains(&format!("\nalphabet,{alphabet}\n")), "{language}");
        }
    }
}
