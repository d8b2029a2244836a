//! Datasets in the browser: the embedded one, decoded once for all widgets of a language and freed
//! with the last, and the page's own.
//!
//! A module that was packed with another dataset carries it in a custom section behind its
//! SHA-256, and the loader hands both over before the first widget.

use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;

use crate::dataset::{self, CodecError, Dataset, Language, Value};
use crate::locale;

/// How long a SHA-256 in hexadecimal is.
const SUM: usize = 64;

thread_local! {
    static EMBEDDED: RefCell<[Weak<Dataset>; Language::BUILT_IN.len()]> = RefCell::default();
    static PACKED: RefCell<Vec<u8>> = RefCell::default();
}

/// Takes a compiled dataset, behind its SHA-256 in hexadecimal, in place of the project's own;
/// throws what is wrong with it.
#[wasm_bindgen]
pub fn embed(packed: Vec<u8>) -> Result<(), JsValue> {
    PACKED.set(packed);
    self::packed(Some(Language::EN)).map(drop).map_err(|error| {
        PACKED.take();
        error.to_string().into()
    })
}

fn packed(language: Option<Language>) -> Result<Dataset, CodecError> {
    PACKED.with_borrow(|packed| Dataset::from_bytes_in(&packed[SUM.min(packed.len())..], language))
}

/// The embedded dataset with the texts of one language.
pub fn embedded(language: Language) -> Rc<Dataset> {
    EMBEDDED.with_borrow_mut(|all| {
        let shared = &mut all[language.built_in().unwrap_or(0)];
        shared.upgrade().unwrap_or_else(|| {
            let packed = packed(Some(language));
            let mut data = packed.unwrap_or_else(|_| Dataset::embedded_in(language));
            locale::name_partners(&mut data, &[language]);
            let data = Rc::new(data);
            *shared = Rc::downgrade(&data);
            data
        })
    })
}

/// The embedded dataset with the texts of all languages.
pub fn complete() -> Dataset {
    packed(None).unwrap_or_else(|_| Dataset::embedded())
}

/// SHA-256 of the dataset that the module carries, in hexadecimal.
pub fn fingerprint() -> String {
    PACKED.with_borrow(|packed| match packed.get(..SUM) {
        Some(sum) => String::from_utf8_lossy(sum).into_owned(),
        None => Dataset::FINGERPRINT.to_owned(),
    })
}

/// Checks a dataset in the contract's JSON form; the error is all that is wrong, a line each.
pub fn check(data: JsValue) -> Result<Rc<Dataset>, JsValue> {
    let value: Value = serde_wasm_bindgen::from_value(data)?;
    let named = |mut data: Dataset| {
        let languages = locale::spoken(&data);
        locale::name_partners(&mut data, &languages);
        Rc::new(data)
    };
    dataset::from_json(&value).map(named).map_err(|diagnostics| {
        let mut text = String::new();
        for diagnostic in &diagnostics {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&diagnostic.to_string());
        }
        text.into()
    })
}
