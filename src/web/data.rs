//! Datasets in the browser: the embedded one, decoded once for all widgets, and the reader's own.

use std::cell::OnceCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

use crate::dataset::{self, Dataset};

thread_local! {
    static EMBEDDED: OnceCell<Rc<Dataset>> = const { OnceCell::new() };
}

pub fn embedded() -> Rc<Dataset> {
    EMBEDDED.with(|cell| cell.get_or_init(|| Rc::new(Dataset::embedded())).clone())
}

/// Checks a dataset in the contract's JSON form; the error is all that is wrong, a line each.
pub fn check(value: JsValue) -> Result<Rc<Dataset>, JsValue> {
    let value: dataset::Value = serde_wasm_bindgen::from_value(value)?;
    dataset::from_json(&value).map(Rc::new).map_err(|diagnostics| {
        let lines: Vec<String> = diagnostics.iter().map(|line| line.to_string()).collect();
        JsValue::from(lines.join("\n"))
    })
}
