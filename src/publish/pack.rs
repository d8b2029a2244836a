//! A whole `pkg/` of another dataset, from one that was built before: no wasm toolchain is needed.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

use super::carried::{
    ALONG, ENTRY, LICENSED, MODULE, MORE, PAGE, RULES, SCRIPT, licensed, pkg_files,
};
use super::fingerprint::{fingerprint, sha256};
use super::hosted::HostedNames;
use super::linked_data::{DATASET, linked_data, with_linked_data};
use super::module::{Section, apart, sections, with_sections};
use super::no_script::with_figures;
use super::script::{module_of, page_with_parts, second_of, with_parts};
use super::{Base, SiteFile};
use crate::dataset::{Dataset, Language};
use crate::locale::{
    LanguageSource, Locale, Used, compile, complete, has_texts, languages_of, sources as carried,
};

pub(super) const RECORD: &str = "build.json";

/// What is packed: a dataset, and the languages in which it is told, each with its compiled words.
pub struct Told {
    /// The dataset that is shown.
    pub data: Dataset,
    /// The first one stands in for texts that another lacks.
    pub languages: Vec<(Language, Vec<u8>)>,
}

impl Told {
    /// The dataset in its own languages that have words, or in those that are `wanted`; `sources` are
    /// the words of the package's own. Partners get the names and phrases that it does not give.
    ///
    /// Fails where the dataset has no texts in a language that is wanted, or that has no words.
    pub fn new(
        mut data: Dataset,
        wanted: Option<&[Language]>,
        sources: &[LanguageSource],
    ) -> Result<Told, String> {
        let rows = |language: &Language| {
            let own = sources.iter().find(|source| source.code == language.code());
            own.map(|own| own.rows.clone()).or_else(|| Some(carried(language.code())?.into()))
        };
        let own = languages_of(&data);
        let codes = || own.iter().map(Language::code).collect::<Vec<_>>().join(", ");
        // Its titles and notes would be in another language than the words around them.
        let is_mixed = |one: &&Language| !own.contains(one) && has_texts(&data);
        if let Some(mixed) = wanted.unwrap_or_default().iter().find(is_mixed) {
            let code = mixed.code();
            return Err(format!("the package has no texts in {code}; it has them in {}", codes()));
        }
        let chosen = wanted.map_or_else(|| own.clone(), <[Language]>::to_vec);
        let mut languages = Vec::new();
        for language in chosen {
            let Some(rows) = rows(&language) else {
                if wanted.is_some() {
                    let code = language.code();
                    return Err(format!("there are no words in {code}; add words/{code}.csv"));
                }
                continue;
            };
            let all = Locale::read(language, &compile(&rows, &Used::All));
            complete(&mut data, &all.ok_or("the words cannot be read")?);
            languages.push((language, rows));
        }
        if languages.is_empty() {
            let what = "there are no words in a language of the package";
            return Err(format!("{what}; add words/<language>.csv for {}", codes()));
        }
        data.meta.languages = languages.iter().map(|(language, _)| *language).collect();
        data.meta.fingerprint = fingerprint(&data).map_err(|error| error.to_string())?;
        let used = Used::of(&data);
        let languages =
            languages.into_iter().map(|(one, rows)| (one, compile(&rows, &used))).collect();
        Ok(Told { data, languages })
    }

    /// The languages as they are spoken; nothing of them that is of another version.
    pub fn locales(&self) -> Vec<Locale> {
        let read = |(language, words): &(Language, Vec<u8>)| Locale::read(*language, words);
        self.languages.iter().filter_map(read).collect()
    }

    /// What a module carries of it.
    ///
    /// Fails where the dataset is too large to be compiled.
    pub fn sections(&self) -> Result<Vec<Section>, String> {
        sections(&self.data, &self.languages)
    }
}

/// What is packed into: files of a `pkg/` that was built before.
pub struct Template {
    module: Vec<u8>,
    /// With `bilateral.js`, the page and the main entry; which module they carry does not matter.
    files: Vec<SiteFile>,
}

impl Template {
    /// Takes the files of [`pkg_files`] from `find`.
    ///
    /// Fails where `find` does, or a text is none.
    pub fn new(mut find: impl FnMut(&str) -> Result<Vec<u8>, String>) -> Result<Template, String> {
        let files = pkg_files().map(|name| Ok((name.to_owned(), find(name)?)));
        let files = files.collect::<Result<Vec<SiteFile>, String>>()?;
        Ok(Template { module: files[0].1.clone(), files })
    }

    /// Reads a folder.
    ///
    /// Fails where a file is missing or was built by another version.
    pub fn read(folder: &Path) -> Result<Template, String> {
        let read = |name: &str| {
            let path = folder.join(name);
            fs::read(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))
        };
        let template = Template::new(read)?;
        for name in [SCRIPT, PAGE, ENTRY] {
            let what = match template.text(name).and_then(|text| template.is_in(text)) {
                Ok(true) => continue,
                Ok(false) => "carries another module than bilateral.wasm".to_owned(),
                Err(what) => what,
            };
            let hint = concat!("take the pkg/ of bilateral ", env!("CARGO_PKG_VERSION"));
            return Err(format!("{} {what}; {hint}", folder.join(name).display()));
        }
        Ok(template)
    }

    /// Whether a script carries this module, with whatever dataset.
    fn is_in(&self, script: &str) -> Result<bool, String> {
        let same_second = second_of(script)?.is_none_or(|second| second == self.bytes(MORE));
        let bare = with_sections(&module_of(script)?, &[])?;
        Ok(same_second && bare == with_sections(&self.module, &[])?)
    }

    fn bytes(&self, name: &str) -> &[u8] {
        let file = self.files.iter().find(|(file, _)| file == name);
        file.map_or(&[], |(_, bytes)| bytes)
    }

    fn text(&self, name: &str) -> Result<&str, String> {
        std::str::from_utf8(self.bytes(name)).map_err(|_| "is not UTF-8".to_owned())
    }
}

/// The files of a dataset, made from those of `template`, with its `figures`; the record is the last
/// one.
///
/// Fails where the template is damaged or the dataset too large to be compiled.
pub fn pack_into(
    told: &Told,
    template: &Template,
    base: &Base,
    figures: Vec<SiteFile>,
) -> Result<Vec<SiteFile>, String> {
    let data = &told.data;
    let dataset = data.to_bytes().map_err(|error| error.to_string())?;
    let sections = told.sections()?;
    let with_all = |sections: &[Section]| {
        with_sections(&template.module, sections).map_err(|what| format!("{MODULE} {what}"))
    };
    let packed = with_all(&sections)?;
    let (first, further) = apart(&sections);
    let more = template.bytes(MORE);
    let sum = sha256(&dataset);
    let label = (&*data.meta.name, &*sum);
    let with = |name: &str| {
        let put = if name == PAGE { page_with_parts } else { with_parts };
        let text = template.text(name).and_then(|text| put(text, [&packed, more], label));
        text.map_err(|what| format!("{name} {what}"))
    };
    let locales = told.locales();
    let locale = locales.first().unwrap_or(Locale::of(Language::EN));
    let linked = linked_data(data, data.sources.iter(), &base.of_page(DATASET), locale);
    let page = base.in_page(&with_linked_data(&with(PAGE)?, &linked));

    let mut files = figures;
    let languages: Vec<Language> = told.languages.iter().map(|(one, _)| *one).collect();
    let page = with_figures(&page, &languages, &files);
    files.extend(ALONG.map(|name| (name.to_owned(), template.bytes(name).to_vec())));
    files.extend([
        (SCRIPT.to_owned(), with(SCRIPT)?.into_bytes()),
        (ENTRY.to_owned(), with(ENTRY)?.into_bytes()),
        (PAGE.to_owned(), page.into_bytes()),
    ]);
    for name in LICENSED {
        let text = template.text(name).map_err(|what| format!("{name} {what}"))?;
        files.push((name.to_owned(), licensed(text, &data.meta.license).into_bytes()));
    }
    files.push((MODULE.to_owned(), with_all(&first)?));
    files.extend(further);
    let names = HostedNames::of(&files)?;
    for name in RULES {
        files.push((name.to_owned(), names.renamed(template.text(name)?).into_bytes()));
    }
    let index = names.index();
    let immutable = names.record(&index.0);
    files.push(index);
    files.sort();
    let record = record(data, &dataset, &template.module, immutable, &files);
    files.push((RECORD.to_owned(), record.into_bytes()));
    Ok(files)
}

/// What was packed, as JSON: nothing of the machine and no time of day.
fn record(
    data: &Dataset,
    dataset: &[u8],
    module: &[u8],
    immutable: Map<String, Value>,
    files: &[SiteFile],
) -> String {
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
        "immutable": immutable,
        "files": described.collect::<Map<String, Value>>(),
    });
    format!("{record:#}\n")
}
