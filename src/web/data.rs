//! Datasets in the browser: the embedded one, decoded once for all widgets of a language and freed
//! with the last, and the page's own.

use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::JsValue;

use crate::dataset::{self, Dataset, Language, Value};

thread_local! {
    static EMBEDDED: RefCell<[Weak<Dataset>; Language::ALL.len()]> = RefCell::default();
}

/// The embedded dataset with the texts of one language.
pub fn embedded(language: Language) -> Rc<Dataset> {
    EMBEDDED.with_borrow_mut(|all| {
        let shared = &mut all[language as usize];
        shared.upgrade().unwrap_or_else(|| {
            let data = Rc::new(Dataset::embedded_in(language));
            *shared = Rc::downgrade(&data);
            data
        })
    })
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
