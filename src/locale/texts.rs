//! Structs of texts that are stored as one string each.
//!
//! A pointer and a length for each of a thousand short texts would cost as many bytes in wasm as
//! the texts themselves; so a struct is packed when it is compiled and unpacked when it is first
//! used. A field is a `Text`, a `[Text; N]` or `Forms`. A packed character is one byte, which
//! compresses better than UTF-8: ASCII is itself, 128 to 191 are the letters from А to я, and
//! from 192 stand those of [`OTHERS`].

use std::str::Split;

pub type Text = &'static str;

/// The fields of a struct of texts: the name of each, and of how many texts it is.
pub trait Fields {
    const FIELDS: &'static [(&'static str, usize)];
}

/// What stands between two packed texts.
pub const END: char = '\n';

/// The other characters that texts may hold, at most 64.
const OTHERS: &str = "\u{a0}«»ÇÖÜçöüĞğİıŞşƏəЁёІіҒғҚқҢңҮүҰұҲҳҶҷҺһӘәӢӣӨөӮӯ–—’…\u{202f}";

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

            pub fn unpack(texts: $crate::locale::texts::Text) -> $name {
                const EMPTY: $name = $name { $($field: texts!(@empty $kind),)+ };
                let mut unpacked = EMPTY;
                let mut texts = texts.split($crate::locale::texts::END);
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

/// The packed bytes of a constant struct of texts.
macro_rules! packed {
    ($name:ident, $texts:expr) => {{
        const FLAT: [$crate::locale::texts::Text; $name::COUNT] = $texts.flat();
        const BYTES: [u8; $crate::locale::texts::length(&FLAT)] =
            $crate::locale::texts::pack(&FLAT);
        &BYTES
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

/// The packed texts as one, which stays: the page speaks its language to the end.
pub fn read(packed: &[u8]) -> Text {
    let mut text = String::new();
    for byte in packed {
        text.push(match *byte {
            0..128 => char::from(*byte),
            128..192 => char::from_u32('А' as u32 + u32::from(*byte) - 128).unwrap_or_default(),
            _ => OTHERS.chars().nth(usize::from(*byte) - 192).unwrap_or_default(),
        });
    }
    text.leak()
}

/// How many bytes the texts are when packed: one a character, and an end each.
pub const fn length(texts: &[Text]) -> usize {
    let mut length = 0;
    let mut at = 0;
    while at < texts.len() {
        let text = texts[at].as_bytes();
        let mut byte = 0;
        while byte < text.len() {
            byte += width(text[byte]);
            length += 1;
        }
        length += 1;
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
            packed[end] = code(text, byte);
            end += 1;
            byte += width(text[byte]);
        }
        end += 1;
        at += 1;
    }
    packed
}

/// The bytes of the character that begins with `first`.
const fn width(first: u8) -> usize {
    match first {
        0..0x80 => 1,
        0x80..0xE0 => 2,
        _ => 3,
    }
}

/// The byte for the character of `text` that begins at `at`.
const fn code(text: &[u8], at: usize) -> u8 {
    let first = text[at];
    match first {
        0..0x80 => return first,
        0xD0 if text[at + 1] >= 0x90 => return text[at + 1] - 0x90 + 128,
        0xD1 if text[at + 1] < 0x90 => return text[at + 1] - 0x80 + 176,
        _ => {}
    }
    let others = OTHERS.as_bytes();
    let (mut other, mut code) = (0, 192);
    while other < others.len() {
        let width = width(others[other]);
        let mut same = 0;
        while same < width && at + same < text.len() && text[at + same] == others[other + same] {
            same += 1;
        }
        if same == width {
            return code;
        }
        other += width;
        code += 1;
    }
    panic!("a text has a character that OTHERS has not")
}

#[cfg(test)]
mod tests {
    use super::{OTHERS, length, pack, read};

    #[test]
    fn texts_come_out_as_they_went_in() {
        const TEXTS: [&str; 4] = ["a–z {n}", "", "АЯая Ёё", OTHERS];
        const PACKED: [u8; length(&TEXTS)] = pack(&TEXTS);
        assert_eq!(PACKED.len(), 4 + TEXTS.map(|text| text.chars().count()).iter().sum::<usize>());
        assert_eq!(read(&PACKED), TEXTS.map(|text| [text, "\n"].concat()).concat());
    }
}
