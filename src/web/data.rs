//! Datasets in the browser: those of the page's scripts, decoded once for all widgets of a language
//! and freed with the last, and the page's own.
//!
//! The loader hands over what the sections of a module hold: a dataset's base, and the texts and words
//! of a language when it is first wanted.

use js_sys::Date;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;

use crate::dataset::edtf::Day;
use crate::dataset::{self, Checked, Code, Dataset, Language, Loading, Partner, Value, Work};
use crate::locale::{Locale, complete as complete_names};

/// The dataset of a script.
struct Pack {
    base: Vec<u8>,
    /// SHA-256 of the compiled dataset, in hexadecimal.
    sum: String,
    /// In the order in which they came; the first one stands in for those that did not.
    languages: Vec<Spoken>,
}

/// A language of a dataset.
struct Spoken {
    texts: Vec<u8>,
    locale: &'static Locale,
    shared: Weak<Dataset>,
}

thread_local! {
    static PACKS: RefCell<Vec<Pack>> = const { RefCell::new(Vec::new()) };
}

/// Takes the part of a dataset that its languages share, and the dataset's SHA-256; answers its
/// number. Throws what is wrong with it.
#[wasm_bindgen]
pub fn hold(base: Vec<u8>, sum: String) -> Result<usize, JsValue> {
    Dataset::from_parts(&base, &[]).map_err(|error| JsValue::from(error.to_string()))?;
    PACKS.with_borrow_mut(|packs| {
        packs.push(Pack { base, sum, languages: Vec::new() });
        Ok(packs.len() - 1)
    })
}

/// Takes a language of a dataset: its texts, none where it has only words, and its words. Throws
/// where they are damaged or of another version.
#[wasm_bindgen]
pub fn speak(pack: usize, language: &str, texts: Vec<u8>, words: &[u8]) -> Result<(), JsValue> {
    let locale = Language::from_tag(language).and_then(|one| Locale::read(one, words));
    let locale = locale.ok_or("the words are damaged or of another version")?;
    PACKS.with_borrow_mut(|packs| {
        if let Some(pack) = packs.get_mut(pack) {
            let locale: &'static Locale = Box::leak(Box::new(locale));
            pack.languages.push(Spoken { texts, locale, shared: Weak::new() });
        }
    });
    Ok(())
}

/// How a dataset is told in a language; as in its first one where that did not come.
///
/// Panics where no language came; the loader hands one over before the first widget.
pub(super) fn locale(pack: usize, language: Language) -> &'static Locale {
    PACKS.with_borrow(|packs| {
        let languages = &packs[pack].languages;
        let own = languages.iter().find(|one| one.locale.language == language);
        own.unwrap_or(&languages[0]).locale
    })
}

/// A script's dataset with the texts of one language.
pub(super) fn packed(pack: usize, language: Language) -> Rc<Dataset> {
    let language = locale(pack, language).language;
    PACKS.with_borrow_mut(|packs| {
        let Pack { base, sum, languages } = &mut packs[pack];
        let at = languages.iter().position(|one| one.locale.language == language).unwrap_or(0);
        languages[at].shared.upgrade().unwrap_or_else(|| {
            let mut texts = vec![(languages[0].locale.language, &*languages[0].texts)];
            if at > 0 {
                texts.push((language, &languages[at].texts));
            }
            texts.retain(|(_, texts)| !texts.is_empty());
            let mut data = Dataset::from_parts(base, &texts).unwrap_or_default();
            data.meta.fingerprint.clone_from(sum);
            let data = Rc::new(data);
            languages[at].shared = Rc::downgrade(&data);
            data
        })
    })
}

/// The same with the texts of all languages that came.
pub(super) fn complete(pack: usize) -> Dataset {
    PACKS.with_borrow(|packs| {
        let Pack { base, languages, .. } = &packs[pack];
        let texts = languages.iter().filter(|one| !one.texts.is_empty());
        let texts: Vec<_> = texts.map(|one| (one.locale.language, &*one.texts)).collect();
        Dataset::from_parts(base, &texts).unwrap_or_default()
    })
}

/// SHA-256 of a script's dataset, in hexadecimal.
pub(super) fn fingerprint(pack: usize) -> String {
    PACKS.with_borrow(|packs| packs[pack].sum.clone())
}

/// A dataset in the contract's JSON form that the page gives piece by piece.
pub enum Given {
    /// Its pieces come.
    Pieces(Loading),
    /// It is being checked.
    Check(Work<Checked>),
}

impl Given {
    /// The dataset's object, whose tables may come after it.
    pub fn begin(head: JsValue) -> Result<Given, JsValue> {
        let mut loading = Loading::new();
        loading.asked_on(Day((Date::now() / 86_400_000.0) as i32));
        loading.head(&serde_wasm_bindgen::from_value(head)?);
        Ok(Given::Pieces(loading))
    }

    /// Rows of a table, the first of which has the number `from`.
    pub fn rows(&mut self, table: &str, from: usize, rows: JsValue) -> Result<(), JsValue> {
        if let Given::Pieces(loading) = self {
            let rows: Vec<Value> = serde_wasm_bindgen::from_value(rows)?;
            loading.rows(table, from, &rows);
        }
        Ok(())
    }

    /// Carries the check on by some thousand rows. The dataset, once it is whole, with its partners
    /// named in the languages of a pack, and those that it does not name itself; the error is all
    /// that is wrong, a line each.
    pub fn check(&mut self, pack: usize) -> Result<Option<(Rc<Dataset>, Vec<Code>)>, JsValue> {
        if let Given::Pieces(loading) = self {
            *self = Given::Check(core::mem::take(loading).check());
        }
        let Given::Check(work) = self else { return Ok(None) };
        match dataset::step(work) {
            None => Ok(None),
            Some(Ok((mut data, _))) => {
                // Sentences name the reporting country too, which need not be among the partners.
                let code = data.meta.reporting;
                if data.partners.iter().all(|partner| partner.code != code) {
                    data.partners.push(Partner { code, ..Partner::default() });
                }
                let is_bare =
                    |partner: &&Partner| partner.name.is_empty() && partner.with.is_empty();
                let bare =
                    data.partners.iter().filter(is_bare).map(|partner| partner.code).collect();
                PACKS.with_borrow(|packs| {
                    for language in &packs[pack].languages {
                        complete_names(&mut data, language.locale);
                    }
                });
                Ok(Some((Rc::new(data), bare)))
            }
            Some(Err(diagnostics)) => {
                let mut text = String::new();
                for diagnostic in &diagnostics {
                    if !text.is_empty() {
                        text.push('\n');
                    }
                    text.push_str(&diagnostic.to_string());
                }
                Err(text.into())
            }
        }
    }
}
