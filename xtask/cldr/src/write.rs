//! The text of `data/cldr/<language>.csv`: a key and a text a row, as the words have them.

use crate::source::File;
use crate::{alphabet, house, pattern, plural};

/// Codes that CLDR names and that are no country or group of countries.
const NO_COUNTRIES: [&str; 4] = ["QO", "XA", "XB", "ZZ"];

const QUARTERS: [&str; 4] = ["1", "2", "3", "4"];
const COMPACT: [(&str, usize); 4] =
    [("thousands", 3), ("millions", 6), ("billions", 9), ("trillions", 12)];

/// The whole file of a language.
pub(crate) fn table(language: &str) -> Result<String, String> {
    let mut rows = Rows(String::from("key,text\n"));
    let dates = File::dates(house::date_locale(language))?;
    for (name, place) in [
        ("month", "/months/format/wide"),
        ("month_alone", "/months/stand-alone/wide"),
        ("month_short", "/months/stand-alone/abbreviated"),
    ] {
        for (month, text) in (1..).zip(dates.texts::<12>(place)?) {
            rows.add(&format!("{name}.{month}"), &house::month(language, name, &text));
        }
    }
    let quarters =
        house::quarters(language).map_or_else(|| dates.texts::<4>("/quarters/format/wide"), Ok)?;
    for (quarter, text) in QUARTERS.iter().zip(quarters) {
        rows.add(&format!("quarter_name.{quarter}"), &text);
    }
    for (name, template) in date_templates(language, &dates)? {
        rows.add(name, &template);
    }
    numbers(language, &mut rows)?;
    rows.add("alphabet", &alphabet::of(language)?);
    for (category, rule) in plural::rules(language)? {
        rows.add(&format!("plural.{category}"), &rule);
    }
    currencies(language, &mut rows)?;
    let territories = File::territories(language)?;
    for (code, name) in territories.entries() {
        if code.len() == 2 && code != name && !NO_COUNTRIES.contains(&code) {
            rows.add(&format!("country.{code}"), name);
        }
    }
    Ok(rows.0)
}

fn numbers(language: &str, rows: &mut Rows) -> Result<(), String> {
    let numbers = File::numbers(language)?;
    for (name, symbol) in [("decimal", "decimal"), ("group", "group"), ("minus", "minusSign")] {
        rows.add(name, numbers.text(&format!("/symbols-numberSystem-latn/{symbol}"))?);
    }
    rows.add("minimum_grouping", numbers.text("/minimumGroupingDigits")?);
    for (name, place) in [("percent", "percentFormats"), ("currency", "currencyFormats")] {
        let text = numbers.text(&format!("/{place}-numberSystem-latn/standard"))?;
        rows.add(name, &pattern::number(text));
    }
    for (name, power) in COMPACT {
        rows.add(&format!("compact.{name}"), &compact(language, &numbers, power)?);
    }
    Ok(())
}

/// The sign of each currency where it is not its code, and its name as it follows "million".
fn currencies(language: &str, rows: &mut Rows) -> Result<(), String> {
    let currencies = File::currencies(language)?;
    // Three times the letter X is no currency.
    for code in currencies.keys().into_iter().filter(|code| !code.starts_with("XX")) {
        let sign = currencies.text(&format!("/{code}/symbol"));
        if let Some(sign) = sign.ok().filter(|sign| *sign != code) {
            rows.add(&format!("sign.{code}"), sign);
        }
        // A million is `many` in Russian; other languages count it as `other`.
        let forms = ["displayName-count-many", "displayName-count-other", "displayName"];
        let name = forms.iter().find_map(|form| currencies.text(&format!("/{code}/{form}")).ok());
        if let Some(name) = name.filter(|name| *name != code) {
            rows.add(&format!("currency_name.{code}"), name);
        }
    }
    Ok(())
}

/// The templates of dates: available formats by skeleton, intervals by skeleton and the greatest
/// field that differs.
fn date_templates(language: &str, dates: &File) -> Result<Vec<(&'static str, String)>, String> {
    let own = |name: &str| house::date(language, name).map(String::from);
    let format = |skeleton: &str| {
        dates.text(&format!("/dateTimeFormats/availableFormats/{skeleton}")).and_then(pattern::date)
    };
    let quarter =
        house::quarter(language).map_or_else(|| format("yQQQQ"), |own| Ok(String::from(own)))?;
    let day = own("day").map_or_else(|| format("yMMMd"), Ok)?;
    let month = own("month").map_or_else(|| format("yMMMM"), Ok)?;
    let mut templates = vec![("day", day), ("month", month), ("quarter", quarter)];
    let intervals = [
        ("days", "yMMMd/d"),
        ("days_of_months", "yMMMd/M"),
        ("days_of_years", "yMMMd/y"),
        ("months", "yMMMM/M"),
        ("months_of_years", "yMMMM/y"),
        ("years", "y/y"),
    ];
    for (name, path) in intervals {
        let template = match own(name) {
            Some(own) => own,
            None => {
                let text = dates.text(&format!("/dateTimeFormats/intervalFormats/{path}"))?;
                house::dash(&pattern::date(text)?)
            }
        };
        templates.push((name, template));
    }
    Ok(templates)
}

/// The short amount of 10^`power` in a currency, which has one form for all plural categories in
/// each of the languages.
fn compact(language: &str, numbers: &File, power: usize) -> Result<String, String> {
    if let Some(own) = house::compact(language, power) {
        return Ok(String::from(own));
    }
    let prefix = format!("1{}-count-", "0".repeat(power));
    let place = "/currencyFormats-numberSystem-latn/short/standard";
    match numbers.variants(place, &prefix)[..] {
        [only] => Ok(pattern::number(only)),
        ref many => Err(format!("{language}: {prefix} has {} forms, not one", many.len())),
    }
}

struct Rows(String);

impl Rows {
    /// A row; a text with a comma, a quotation mark or a space at an end is quoted.
    fn add(&mut self, key: &str, text: &str) {
        let quoted = text.contains([',', '"']) || text.trim() != text;
        let text =
            if quoted { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() };
        self.0 += &format!("{key},{text}\n");
    }
}
