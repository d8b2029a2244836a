//! Sentences as the page takes them.

use serde_json::{Map, Value, json};

use crate::import::{Piece, Saying};

/// A sentence as its form and what stands in the places of it, for the page to tell.
pub fn said(one: &Saying) -> Value {
    let values: Map<String, Value> =
        one.values.iter().map(|(place, what)| ((*place).to_owned(), piece(what))).collect();
    json!({ "form": one.form, "values": values })
}

fn piece(one: &Piece) -> Value {
    match one {
        Piece::Text(text) => json!(text),
        Piece::Country(code) => json!({ "country": code }),
        Piece::Said(saying) => said(saying),
        Piece::List(pieces) => pieces.iter().map(piece).collect(),
    }
}
