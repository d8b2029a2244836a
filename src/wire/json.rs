//! Writes JSON for the element: one string crosses to JavaScript cheaper than many objects.

use crate::dataset::{Value, decimal};
use crate::locale;
use crate::theme::Color;

/// A JSON text that grows; the caller opens and closes in the right order.
#[derive(Clone, Debug, Default)]
pub struct Json(String);

impl Json {
    /// An empty text.
    pub fn new() -> Json {
        Json::default()
    }

    /// An object, its fields written by `fields`.
    pub fn object(&mut self, fields: impl FnOnce(&mut Json)) {
        self.open("{");
        fields(self);
        self.0.push('}');
    }

    /// An array of what `write` writes for each item.
    pub fn array<T>(
        &mut self,
        items: impl IntoIterator<Item = T>,
        mut write: impl FnMut(&mut Json, T),
    ) {
        self.open("[");
        for item in items {
            write(self, item);
        }
        self.0.push(']');
    }

    /// The name of the field that is written next.
    pub fn key(&mut self, name: &str) -> &mut Json {
        self.string(name);
        self.0.push(':');
        self
    }

    /// A string, with what JSON does not allow in it escaped.
    pub fn string(&mut self, text: &str) {
        self.separate();
        self.0.push('"');
        for char in text.chars() {
            match char {
                '"' | '\\' => {
                    self.0.push('\\');
                    self.0.push(char);
                }
                '\0'..='\x1F' => {
                    let code = char as usize;
                    self.0.push_str("\\u00");
                    for digit in [code >> 4, code & 15] {
                        self.0.push(char::from(b"0123456789abcdef"[digit]));
                    }
                }
                _ => self.0.push(char),
            }
        }
        self.0.push('"');
    }

    /// A field that is left out where there is no text.
    pub fn optional(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.key(name).string(text);
        }
    }

    /// A length in whole CSS pixels.
    pub fn pixels(&mut self, length: f64) {
        self.whole(length.round() as i32);
    }

    /// A whole number.
    pub fn whole(&mut self, number: i32) {
        self.separate();
        self.0.push_str(&locale::plain(number));
    }

    /// `true` or `false`.
    pub fn boolean(&mut self, value: bool) {
        self.separate();
        self.0.push_str(if value { "true" } else { "false" });
    }

    /// `null`.
    pub fn null(&mut self) {
        self.separate();
        self.0.push_str("null");
    }

    /// Up to 10^15, with at most 15 digits.
    pub fn number(&mut self, value: f64) {
        self.separate();
        self.0.push_str(&decimal(value));
    }

    /// Any value, with all that it holds.
    pub fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.null(),
            Value::Flag(flag) => self.boolean(*flag),
            Value::Number(number) => self.number(*number),
            Value::Text(text) => self.string(text),
            Value::List(list) => self.array(list, |json, item| json.value(item)),
            Value::Object(pairs) => self.object(|json| {
                for (key, value) in pairs {
                    json.key(key).value(value);
                }
            }),
        }
    }

    /// The text that was written.
    pub fn finish(self) -> String {
        self.0
    }

    /// Not inlined, as [`Json::separate`]: there is an instance of their callers for each closure.
    #[inline(never)]
    fn open(&mut self, bracket: &str) {
        self.separate();
        self.0.push_str(bracket);
    }

    #[inline(never)]
    fn separate(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with(['{', '[', ':', ',']) {
            self.0.push(',');
        }
    }
}

/// `#rrggbb`
pub(super) fn css(color: Color) -> String {
    let mut text = String::from("#");
    for byte in [color.red, color.green, color.blue] {
        for digit in [byte >> 4, byte & 15] {
            text.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
        }
    }
    text
}
