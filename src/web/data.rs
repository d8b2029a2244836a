//! Datasets in the browser: the embedded one, decoded once for all widgets of a language and freed
//! with the last, and the page's own.

use js_sys::{Array, Object};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};

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
///
/// `data` is what `JSON.parse` answers: plain values, nothing that runs code when it is read.
pub fn check(data: &JsValue) -> Result<Rc<Dataset>, JsValue> {
    let value = value(data, 0)?;
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

/// A dataset nests five deep; hostile input must not reach the end of the stack.
const DEEPEST: u32 = 16;

fn value(data: &JsValue, depth: u32) -> Result<Value, &'static str> {
    if depth > DEEPEST {
        return Err("the dataset is nested deeper than 16 levels");
    }
    if let Some(number) = data.as_f64() {
        return Ok(Value::Number(number));
    }
    if let Some(text) = data.as_string() {
        return Ok(Value::Text(text));
    }
    if let Some(flag) = data.as_bool() {
        return Ok(Value::Flag(flag));
    }
    if let Some(list) = data.dyn_ref::<Array>() {
        return list
            .iter()
            .map(|item| value(&item, depth + 1))
            .collect::<Result<_, _>>()
            .map(Value::List);
    }
    if !data.is_object() {
        return Ok(Value::Null);
    }
    let pair = |entry: JsValue| {
        let entry: Array = entry.unchecked_into();
        Ok((entry.get(0).as_string().unwrap_or_default(), value(&entry.get(1), depth + 1)?))
    };
    let entries = Object::entries(data.unchecked_ref());
    entries.iter().map(pair).collect::<Result<_, _>>().map(Value::Object)
}
