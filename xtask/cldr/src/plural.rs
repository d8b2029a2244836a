//! The plural rules of a language as CLDR writes them, without its samples.

use crate::source::File;

/// The rule of each category but `other`; none where all numbers take one form.
pub(crate) fn rules(language: &str) -> Result<Vec<(String, String)>, String> {
    let Some(rules) = File::plurals(language)? else { return Ok(Vec::new()) };
    let found = rules.entries().filter_map(|(key, rule)| {
        let category = key.strip_prefix("pluralRule-count-")?;
        let rule = rule.split('@').next().unwrap_or_default().trim();
        (category != "other").then(|| (category.to_owned(), rule.to_owned()))
    });
    Ok(found.collect())
}
