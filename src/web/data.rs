//! Datasets in the browser: the embedded one, decoded once for all widgets of a language and freed
//! with the last, and the page's own.
//!
//! A module that was packed with another dataset carries it in a custom section, which the loader
//! hands over before the first widget.

use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;

use crate::dataset::{self, Dataset, Language, Value};

thread_local! {
    static EMBEDDED: RefCell<[Weak<Dataset>; Language::ALL.len()]> = RefCell::default();
    static PACKED: RefCell<Vec<u8>> = RefCell::default();
}

/// Takes a compiled dataset in place of the project's own; throws what is wrong with it.
#[wasm_bindgen]
pub fn embed(dataset: Vec<u8>) -> Result<(), JsValue> {
    match Dataset::from_bytes_in(&dataset, Some(Language::En)) {
        Ok(_) => PACKED.set(dataset),
        Err(error) => return Err(error.to_string().into()),
    }
    Ok(())
}

/// The embedded dataset with the texts of one language.
pub fn embedded(language: Language) -> Rc<Dataset> {
    EMBEDDED.with_borrow_mut(|all| {
        let shared = &mut all[language as usize];
        shared.upgrade().unwrap_or_else(|| {
            let packed = PACKED.with_borrow(|bytes| Dataset::from_bytes_in(bytes, Some(language)));
            let data = Rc::new(packed.unwrap_or_else(|_| Dataset::embedded_in(language)));
            *shared = Rc::downgrade(&data);
            data
        })
    })
}

/// The embedded dataset with the texts of all languages.
pub fn complete() -> Dataset {
    PACKED.with_borrow(|bytes| Dataset::from_bytes(bytes)).unwrap_or_else(|_| Dataset::embedded())
}

/// SHA-256 of the project's own dataset; empty for another one that was packed.
pub fn fingerprint() -> &'static str {
    if PACKED.with_borrow(Vec::is_empty) { Dataset::FINGERPRINT } else { "" }
}

/// Checks a dataset in the contract's JSON form; the error is all that is wrong, a line each.
pub fn check(data: JsValue) -> Result<Rc<Dataset>, JsValue> {
    let value: Value = serde_wasm_bindgen::from_value(data)?;
    dataset::from_json(&value).map(Rc::new).map_err(|diagnostics| {
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
