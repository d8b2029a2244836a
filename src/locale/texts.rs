//! Structs of texts that are stored as one string each.
//!
//! A pointer and a length for each of a thousand short texts would cost as many bytes in wasm as
//! the texts themselves; so a struct is packed when it is compiled and unpacked when it is first
//! used. A field is a `Text`, a `[Text; N]` or `Forms`.

use std::str::Split;

pub type Text = &'static str;

/// The fields of a struct of texts: the name of each, and of how many texts it is.
pub trait Fields {
    const FIELDS: &'static [(&'static str, usize)];
}

/// What stands between two packed texts.
pub const END: char = '\n';

macro_rules! texts {
    ($(#[$about:meta])* pub struct $name:ident {
        $($(#[$doc:meta])* pub $field:ident: $kind:tt,)+
    }) => {
        $(#[$about])*
        pub struct $name { $($(#[$doc])* pub $field: $kind,)+ }

        impl $crate::locale::texts::Fields for $name {
            const FIELDS: &'static [(&'static str, usize)] =
                &[$((stringify!($field), texts!(@count $kind)),)+];
        }

        impl $name {
            pub const COUNT: usize = 0 $(+ texts!(@count $kind))+;

            pub const fn flat(&self) -> [Text; Self::COUNT] {
                let mut flat = [""; Self::COUNT];
                let mut at = 0;
                $(at = texts!(@put flat at (self.$field) $kind);)+
                assert!(at == Self::COUNT);
                flat
            }

            pub fn unpack(packed: Text) -> $name {
                const EMPTY: $name = $name { $($field: texts!(@empty $kind),)+ };
                let mut unpacked = EMPTY;
                let mut texts = packed.split($crate::locale::texts::END);
                $($crate::locale::texts::take(&mut texts, texts!(@places (unpacked.$field) $kind));)+
                unpacked
            }
        }
    };

    (@count Text) => { 1 };
    (@count Forms) => { 4 };
    (@count [Text; $count:literal]) => { $count };

    (@put $flat:ident $at:ident ($from:expr) Text) => {{
        $flat[$at] = $from;
        $at + 1
    }};
    (@put $flat:ident $at:ident ($from:expr) Forms) => {
        texts!(@put $flat $at ($from.0) [Text; 4])
    };
    (@put $flat:ident $at:ident ($from:expr) [Text; $count:literal]) => {{
        let mut item = 0;
        while item < $count {
            $flat[$at + item] = $from[item];
            item += 1;
        }
        $at + $count
    }};

    (@empty Text) => { "" };
    (@empty Forms) => { Forms::same("") };
    (@empty [Text; $count:literal]) => { [""; $count] };

    (@places ($field:expr) Text) => { std::slice::from_mut(&mut $field) };
    (@places ($field:expr) Forms) => { &mut $field.0 };
    (@places ($field:expr) [Text; $count:literal]) => { &mut $field };
}

/// The packed string of a constant struct of texts.
macro_rules! packed {
    ($name:ident, $texts:expr) => {{
        const FLAT: [$crate::locale::texts::Text; $name::COUNT] = $texts.flat();
        const BYTES: [u8; $crate::locale::texts::length(&FLAT)] =
            $crate::locale::texts::pack(&FLAT);
        const PACKED: &str = $crate::locale::texts::as_text(&BYTES);
        PACKED
    }};
}

pub(super) use {packed, texts};

/// The next texts, one for each of `places`.
#[inline(never)]
pub fn take(texts: &mut Split<'static, char>, places: &mut [Text]) {
    for place in places {
        *place = texts.next().unwrap_or("");
    }
}

pub const fn length(texts: &[Text]) -> usize {
    let mut length = 0;
    let mut at = 0;
    while at < texts.len() {
        length += texts[at].len() + 1;
        at += 1;
    }
    length
}

pub const fn pack<const LENGTH: usize>(texts: &[Text]) -> [u8; LENGTH] {
    let mut packed = [END as u8; LENGTH];
    let mut end = 0;
    let mut at = 0;
    while at < texts.len() {
        let text = texts[at].as_bytes();
        let mut byte = 0;
        while byte < text.len() {
            assert!(text[byte] != END as u8, "a text has a line break");
            packed[end] = text[byte];
            end += 1;
            byte += 1;
        }
        end += 1;
        at += 1;
    }
    packed
}

pub const fn as_text(bytes: &'static [u8]) -> Text {
    match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => panic!("packing keeps whole texts"),
    }
}
