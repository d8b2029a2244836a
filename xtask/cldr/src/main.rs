//! Writes `src/locale/cldr.rs`: what CLDR says about the five languages.
//!
//! Patterns, names and signs come from Unicode's JSON packages, which npm brings; plural rules,
//! letters and their order come from the data compiled into ICU4X. Where the house differs from
//! CLDR, `house` says how and why.
//!
//! `cargo run -p cldr` fetches what is missing into `target/cldr` and writes the file.

mod alphabet;
mod house;
mod pattern;
mod plural;
mod source;
mod write;

use std::path::PathBuf;
use std::process::ExitCode;

/// The crate's own list, mounted by path: the crate does not build while its table lacks a language.
#[path = "../../../src/dataset/language.rs"]
#[expect(dead_code, reason = "only the list of codes is needed here")]
mod language;

use language::Language;

const LANGUAGES: [&str; Language::COUNT] = Language::CODES;

fn main() -> ExitCode {
    let written = source::fetch()
        .and_then(|()| write::module())
        .and_then(|text| std::fs::write(output(), text).map_err(|error| error.to_string()));
    match written {
        Ok(()) => {
            println!("wrote src/locale/cldr.rs");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn output() -> PathBuf {
    root().join("src/locale/cldr.rs")
}

#[cfg(test)]
mod tests {
    use super::*;
    use icu_collator::options::Strength;

    #[test]
    fn the_committed_table_is_what_cldr_says() {
        if !source::present() {
            eprintln!(
                "SKIPPED: CLDR's packages are not in target/cldr; `cargo run -p cldr` brings them"
            );
            return;
        }
        let committed = std::fs::read_to_string(output()).expect("the table is committed");
        let generated = write::module().expect("the packages hold all that the table needs");
        for (number, (committed, generated)) in committed.lines().zip(generated.lines()).enumerate()
        {
            assert_eq!(committed, generated, "src/locale/cldr.rs:{}", number + 1);
        }
        assert_eq!(committed.len(), generated.len(), "one of the two is longer");
    }

    #[test]
    fn words_and_partners_sort_as_icu_sorts_them() {
        for language in bilateral::locale::Language::ALL {
            let collator = alphabet::collator(language.code(), Strength::Tertiary)
                .expect("icu sorts the language");
            let mut texts: Vec<&str> = bilateral::locale::words(language)
                .kinds
                .into_iter()
                .chain(bilateral::locale::words(language).sectors)
                .collect();
            let data = bilateral::dataset::Dataset::embedded();
            texts.extend(data.partners.iter().map(|partner| partner.name.get(language)));
            let mut by_icu = texts.clone();
            by_icu.sort_by(|a, b| collator.compare(a, b));
            texts.sort_by_key(|text| bilateral::locale::sort_key(language, text));
            assert_eq!(texts, by_icu, "{}", language.code());
        }
    }

    #[test]
    fn the_committed_rules_and_alphabets_are_what_icu_says() {
        let committed = std::fs::read_to_string(output()).expect("the table is committed");
        for language in LANGUAGES {
            let alphabet = alphabet::of(language).expect("icu knows the language's letters");
            assert!(committed.contains(&format!("alphabet: \"{alphabet}\"")), "{language}");
        }
        let rules: Vec<String> = LANGUAGES
            .iter()
            .map(|language| plural::rule(language).expect("one of the known rules"))
            .map(|rule| format!("Rule::{rule},"))
            .collect();
        let written: Vec<&str> =
            committed.lines().map(str::trim).filter(|line| line.starts_with("Rule::")).collect();
        assert_eq!(written, rules);
    }
}
