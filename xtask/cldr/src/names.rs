//! Names of countries and months in every language in which tables come: `data/names/*.csv`.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::source::File;

/// The languages of the widget, and those in which its neighbours publish.
const LOCALES: [&str; 9] = ["en", "az", "ru", "kk", "tg", "de", "tr", "fr", "es"];

/// Regions that CLDR names and ISO 3166-1 does not: parts of countries, unions, outlying and unknown.
const NO_COUNTRIES: [&str; 14] =
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"];

/// A country a line: its codes, then its names in each language, separated by `|`.
pub(crate) fn countries() -> Result<String, String> {
    let codes = File::codes()?;
    let territories: Result<Vec<File>, String> =
        LOCALES.iter().map(|locale| File::territories(locale)).collect();
    let territories = territories?;
    let mut out = format!("code,alpha3,numeric,{}\n", LOCALES.join(","));
    for code in codes.keys() {
        let is_country = code.len() == 2 && !NO_COUNTRIES.contains(&code);
        if !is_country || territories[0].text(&format!("/{code}")).is_err() {
            continue;
        }
        let (Ok(alpha3), numeric) =
            (codes.text(&format!("/{code}/_alpha3")), codes.text(&format!("/{code}/_numeric")))
        else {
            continue;
        };
        let _ = write!(out, "{code},{alpha3},{}", numeric.unwrap_or_default());
        for file in &territories {
            let mut names = vec![file.text(&format!("/{code}")).unwrap_or_default()];
            for kind in ["variant", "short"] {
                names.extend(file.text(&format!("/{code}-alt-{kind}")));
            }
            names.dedup();
            let _ = write!(out, ",{}", quoted(&names.join("|")));
        }
        out.push('\n');
    }
    Ok(out)
}

/// A month's name a line, in lower case, and its number; what names two months names none.
pub(crate) fn months() -> Result<String, String> {
    let mut months: BTreeMap<String, Option<usize>> = BTreeMap::new();
    for locale in LOCALES {
        let dates = File::dates(locale)?;
        for form in ["format/wide", "format/abbreviated", "stand-alone/wide"] {
            for (at, name) in dates.texts::<12>(&format!("/months/{form}"))?.iter().enumerate() {
                let name = name.to_lowercase().replace('\u{307}', "");
                // CLDR writes some months as "M05" where a language has no short name.
                let is_name = name.chars().next().is_some_and(|first| !first.is_ascii_digit());
                if is_name && !name.starts_with("m0") && !name.starts_with("m1") {
                    let month = months.entry(name).or_insert(Some(at + 1));
                    if *month != Some(at + 1) {
                        *month = None;
                    }
                }
            }
        }
    }
    let mut out = "name,month\n".to_owned();
    for (name, month) in months {
        if let Some(month) = month {
            let _ = writeln!(out, "{},{month}", quoted(&name));
        }
    }
    Ok(out)
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.into()
    }
}
