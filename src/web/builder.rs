//! The builder page's module. Texts and numbers cross as one JSON string, and so does a sentence that
//! says why something is refused.

use js_sys::{Function, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::builder::{Publication, Workshop, said};
use crate::import::{self, Saying};
use crate::publish::Template;

/// Tables that are being worked on.
#[wasm_bindgen]
#[derive(Default)]
pub struct Builder {
    workshop: Workshop,
    /// Files that are about to be opened.
    given: Vec<(String, Vec<u8>)>,
}

#[wasm_bindgen]
impl Builder {
    /// An empty workshop.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Builder {
        Builder::default()
    }

    /// Gives a file, with `/` in its name where it lies in a folder.
    pub fn give(&mut self, name: String, bytes: Vec<u8>) {
        self.given.push((name, bytes));
    }

    /// Opens what was given; `today` is as `2026-11-28`.
    pub fn open(&mut self, today: &str) -> Result<(), JsValue> {
        let given = std::mem::take(&mut self.given);
        self.workshop.open(&given, today).map_err(refused)
    }

    /// `[{name, rows, columns}, …]`
    pub fn sheets(&self) -> String {
        self.workshop.sheets().to_string()
    }

    /// All rows of a table, each a list of texts.
    pub fn rows(&self, sheet: usize) -> String {
        self.workshop.rows(sheet).to_string()
    }

    /// `[[row, column, text], …]`
    pub fn edit(&mut self, sheet: usize, changes: &str) -> Result<(), JsValue> {
        let changes: Vec<(usize, usize, String)> =
            serde_json::from_str(changes).map_err(JsError::from)?;
        self.workshop.edit(sheet, &changes).map_err(refused)
    }

    /// Writes a copied table into cells, from a cell on.
    pub fn paste(
        &mut self,
        sheet: usize,
        row: usize,
        column: usize,
        text: &str,
    ) -> Result<(), JsValue> {
        self.workshop.paste(sheet, row, column, text).map_err(refused)
    }

    /// Begins with an example, else with empty tables.
    pub fn begin(&mut self, example: bool, today: &str) -> Result<(), JsValue> {
        self.workshop.begin(example, today).map_err(refused)
    }

    /// `[[code, name], …]` of countries, named in a language.
    pub fn countries(&self, language: &str) -> String {
        serde_json::json!(import::countries(language)).to_string()
    }

    /// The fields and measures that a column can be mapped to.
    pub fn fields(&self) -> String {
        serde_json::json!([import::FIELDS.as_slice(), &import::MEASURES].concat()).to_string()
    }

    /// Puts blank rows before a row.
    pub fn insert(&mut self, sheet: usize, at: usize, count: usize) {
        self.workshop.insert(sheet, at, count);
    }

    /// Takes rows away, from a row on.
    pub fn remove(&mut self, sheet: usize, at: usize, count: usize) {
        self.workshop.remove(sheet, at, count);
    }

    /// Takes the last change or answer back, or makes it again; the table that it was in.
    pub fn step(&mut self, forward: bool) -> Option<usize> {
        self.workshop.step(forward)
    }

    /// Says something of the tables: an option of the command line and its value.
    pub fn say(&mut self, option: &str, value: &str) -> Result<(), JsValue> {
        self.workshop.say(option, value).map_err(refused)
    }

    /// Reads the tables and answers what was found in them.
    pub fn review(&mut self) -> String {
        self.workshop.review().to_string()
    }

    /// The dataset in the contract's JSON form, if nothing is wrong.
    pub fn data(&self) -> Option<String> {
        self.workshop.data()
    }

    /// The package as a zip archive.
    pub fn package(&self) -> Result<Vec<u8>, JsValue> {
        self.workshop.package().map_err(refused)
    }

    /// Begins to publish: in languages, codes parted by spaces; for a folder's address, or an empty
    /// one; with the chart of a query.
    pub fn publish(&self, languages: &str, base: &str, chart: &str) -> Result<Publishing, JsValue> {
        let publication = Publication::new(&self.workshop, languages, base, chart);
        Ok(Publishing { publication: publication.map_err(refused)? })
    }
}

/// A widget that is being published.
#[wasm_bindgen]
pub struct Publishing {
    publication: Publication,
}

#[wasm_bindgen]
impl Publishing {
    /// The pictures of the next edition; none after the last.
    pub fn edition(&mut self) -> Result<Option<String>, JsValue> {
        let pictures = self.publication.edition().map_err(refused)?;
        Ok(pictures.map(|pictures| pictures.to_string()))
    }

    /// Takes a picture that was drawn, as PNG, or another file.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        self.publication.add(name, bytes);
    }

    /// `[archive, sizes]`, made from the page's own parts: `part` answers the bytes of a file, or throws
    /// what is thrown then.
    pub fn finish(self, part: &Function) -> Result<Vec<JsValue>, JsValue> {
        let mut thrown = JsValue::UNDEFINED;
        let template = Template::new(|name| match part.call1(&JsValue::NULL, &name.into()) {
            Ok(bytes) => Ok(Uint8Array::from(bytes).to_vec()),
            Err(error) => {
                thrown = error;
                Err(String::new())
            }
        });
        let template = template.map_err(|_| thrown)?;
        let (archive, sizes) = self.publication.finish(&template).map_err(refused)?;
        Ok(vec![Uint8Array::from(archive.as_slice()).into(), sizes.to_string().into()])
    }
}

fn refused(why: Saying) -> JsValue {
    said(&why).to_string().into()
}
