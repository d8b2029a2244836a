//! Names that change with the bytes that they lead to, for hosts that may cache them for ever.
//!
//! The hosts' rules lead from such a name to the file, so that no file lies there twice; names of
//! another build lead nowhere. Pages and figures keep their names, as articles link to them.

use serde_json::{Map, Value, json};

use super::SiteFile;
use super::fingerprint::sha256;

/// What has such a name: all that a page loads by address as it is.
const NAMED: [&str; 3] = ["bilateral.js", "bilateral.wasm", "slim.mjs"];
/// The folder of the names.
const FOLDER: &str = "immutable";
/// How many digits of the SHA-256 stand in a name.
const DIGITS: usize = 12;

/// The names of files of a `pkg/`.
pub struct HostedNames(Vec<(String, &'static str)>);

impl HostedNames {
    /// The names of `files`.
    ///
    /// Fails where one is missing.
    pub fn of(files: &[SiteFile]) -> Result<HostedNames, String> {
        let named = NAMED.iter().map(|name| {
            let file = files.iter().find(|(file, _)| file == name);
            let (_, bytes) = file.ok_or_else(|| format!("no {name} to name"))?;
            Ok((hashed(name, bytes), *name))
        });
        Ok(HostedNames(named.collect::<Result<_, String>>()?))
    }

    /// Each name with its file: `(immutable/bilateral.0123456789ab.js, bilateral.js)`.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &'static str)> {
        self.0.iter().map(|(name, file)| (name.as_str(), *file))
    }

    /// A script that does what `index.mjs` does, by the names beside it: a host serves the module
    /// better than a script that has it inside.
    pub fn index(&self) -> SiteFile {
        let beside = |wanted: &str| {
            let found = self.0.iter().find(|(_, file)| *file == wanted);
            found.map_or("", |(name, _)| &name[FOLDER.len() + 1..])
        };
        let (slim, module) = (beside("slim.mjs"), beside("bilateral.wasm"));
        let index = format!(
            "import {{ define }} from './{slim}';\n\
             export * from './{slim}';\n\
             define(new URL('{module}', import.meta.url), '', '../languages/');\n"
        )
        .into_bytes();
        (hashed("index.mjs", &index), index)
    }

    /// `{name: file}`, with `index`.
    pub fn record(&self, index: &str) -> Map<String, Value> {
        let own = (index.to_owned(), json!(index));
        self.iter().map(|(name, file)| (name.to_owned(), json!(file))).chain([own]).collect()
    }

    /// Rules of a host, written for another build, with the names of this one.
    pub fn renamed(&self, rules: &str) -> String {
        self.0.iter().fold(rules.to_owned(), |rules, (name, file)| {
            let (stem, ending) = file.split_once('.').unwrap_or((file, ""));
            let (start, end) = (format!("{FOLDER}/{stem}."), format!(".{ending}"));
            let mut parts = rules.split(&*start);
            let mut out = parts.next().unwrap_or_default().to_owned();
            for part in parts {
                let is_name = part.get(DIGITS..).is_some_and(|rest| rest.starts_with(&end));
                match is_name {
                    true => out.extend([name.as_str(), &part[DIGITS + end.len()..]]),
                    false => out.extend([&*start, part]),
                }
            }
            out
        })
    }
}

/// `immutable/bilateral.0123456789ab.js`
fn hashed(name: &str, bytes: &[u8]) -> String {
    let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
    format!("{FOLDER}/{stem}.{}.{ending}", &sha256(bytes)[..DIGITS])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(text: &str) -> Vec<SiteFile> {
        NAMED.map(|name| (name.to_owned(), [name, text].concat().into_bytes())).to_vec()
    }

    #[test]
    fn a_name_changes_with_the_bytes() {
        assert_eq!(hashed("bilateral.js", b""), "immutable/bilateral.e3b0c44298fc.js");
        assert_ne!(hashed("bilateral.js", b"1"), hashed("bilateral.js", b"2"));
    }

    #[test]
    fn an_index_leads_to_its_neighbours() {
        let names = HostedNames::of(&files("")).expect("all");
        let (name, index) = names.index();
        assert_eq!(name, hashed("index.mjs", &index));
        let index = std::str::from_utf8(&index).expect("text");
        for wanted in ["bilateral.wasm", "slim.mjs"] {
            let (name, _) = names.iter().find(|(_, file)| *file == wanted).expect("named");
            assert!(index.contains(&name[FOLDER.len() + 1..]), "{index}");
        }
    }

    #[test]
    fn rules_of_another_build_get_the_names_of_this_one() {
        let rule = |names: &HostedNames| {
            names.iter().map(|(name, file)| format!("/{name} /{file} 200\n")).collect::<String>()
        };
        let [old, new] = ["old", "new"].map(|text| HostedNames::of(&files(text)).expect("all"));
        assert_ne!(rule(&old), rule(&new));
        assert_eq!(new.renamed(&rule(&old)), rule(&new));
        assert_eq!(
            new.renamed("immutable/bilateral.js, immutable/*"),
            "immutable/bilateral.js, immutable/*"
        );
    }

    #[test]
    fn what_is_missing_is_named() {
        assert_eq!(HostedNames::of(&[]).err().as_deref(), Some("no bilateral.js to name"));
    }
}
