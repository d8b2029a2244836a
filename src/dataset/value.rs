//! A JSON value, read through serde from text natively and from JavaScript objects in the browser.

use core::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// A JSON value of any kind.
///
/// ```
/// use bilateral::dataset::Value;
///
/// let row: Value = serde_json::from_str(r#"{"partner": "DE", "value": 59e9}"#).unwrap();
/// assert_eq!(row.get("partner").and_then(Value::as_text), Some("DE"));
/// assert_eq!(row.get("value"), Some(&Value::Number(59e9)));
/// assert_eq!(row.get("period"), None);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`, or JavaScript's `undefined`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number; JSON knows no other than those of 64 bits with a fraction.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// In the order in which the keys stand.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// A key's value, where it is an object that has the key.
    pub fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Value::Object(pairs) => {
                pairs.iter().find(|(known, _)| known == key).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// The string that it is; none for any other kind.
    pub fn as_text(&self) -> Option<&str> {
        if let Value::Text(text) = self { Some(text) } else { None }
    }

    /// The items of the array that it is; none for any other kind.
    pub fn as_list(&self) -> Option<&[Value]> {
        if let Value::List(list) = self { Some(list) } else { None }
    }

    /// What it is, with its article.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Flag(_) => "true or false",
            Value::Number(_) => "a number",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Object(_) => "an object",
        }
    }
}

/// A dataset nests five deep; hostile input must not reach the end of the stack.
const MAX_DEPTH: u8 = 16;

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Value, D::Error> {
        AnyValue { depth: 0 }.deserialize(input)
    }
}

#[derive(Clone, Copy)]
struct AnyValue {
    depth: u8,
}

impl AnyValue {
    fn inside<E: Error>(self) -> Result<AnyValue, E> {
        if self.depth == MAX_DEPTH {
            return Err(E::custom("nested deeper than 16 levels"));
        }
        Ok(AnyValue { depth: self.depth + 1 })
    }
}

impl<'de> DeserializeSeed<'de> for AnyValue {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<Value, D::Error> {
        input.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.into()))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let (inside, mut list) = (self.inside()?, Vec::new());
        while let Some(item) = items.next_element_seed(inside)? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let (inside, mut pairs) = (self.inside()?, Vec::new());
        while let Some(key) = entries.next_key()? {
            pairs.push((key, entries.next_value_seed(inside)?));
        }
        Ok(Value::Object(pairs))
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Null => output.serialize_unit(),
            Value::Flag(flag) => output.serialize_bool(*flag),
            // Whole numbers print without a fraction; 2^53 is where they stop being exact.
            Value::Number(number) if number % 1.0 == 0.0 && number.abs() < 9e15 => {
                output.serialize_i64(*number as i64)
            }
            Value::Number(number) => output.serialize_f64(*number),
            Value::Text(text) => output.serialize_str(text),
            Value::List(list) => output.collect_seq(list),
            Value::Object(pairs) => {
                let mut map = output.serialize_map(Some(pairs.len()))?;
                for (key, value) in pairs {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}
