//! A JSON object under construction.

use super::super::value::Value;

/// An object under construction; keys keep their order.
pub(super) struct Object(Vec<(String, Value)>);

impl Object {
    pub(super) fn new() -> Object {
        Object(Vec::new())
    }

    pub(super) fn put(mut self, key: &str, value: Value) -> Object {
        self.0.push((key.into(), value));
        self
    }

    pub(super) fn text(self, key: &str, text: &str) -> Object {
        self.put(key, Value::Text(text.into()))
    }

    pub(super) fn list<T>(self, key: &str, items: &[T], one: impl FnMut(&T) -> Value) -> Object {
        self.put(key, Value::List(items.iter().map(one).collect()))
    }

    pub(super) fn done(self) -> Value {
        Value::Object(self.0)
    }
}
