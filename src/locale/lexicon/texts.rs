//! Structs of texts, each text under a key.
//!
//! A field is a `Text` under its own name, `Forms` under its name and a plural category
//! (`events.one`), or a list under a prefix and the words of the list (`["kind" KINDS]` is
//! `kind.visit` and so on).

use std::str::Split;

/// A text of a language: it stays as long as the program runs.
pub(crate) type Text = &'static str;

/// What stands under the keys of one field.
pub(crate) enum TextKind {
    /// One text under the field's name.
    One,
    /// One in each plural category that the language has.
    Forms,
    /// One for each of these words.
    List(&'static [&'static str]),
}

/// What stands between two texts.
pub(super) const END: char = '\n';

macro_rules! texts {
    ($(#[$about:meta])* $seen:vis struct $name:ident {
        $($(#[$doc:meta])* pub $field:ident: $kind:tt,)+
    }) => {
        $(#[$about])*
        #[derive(Clone)]
        $seen struct $name {
            $($(#[$doc])*
            #[doc = texts!(@about $field $kind)]
            pub $field: texts!(@type $kind),)+
        }

        impl $name {
            /// The name or prefix of each field's keys, and what stands under them.
            pub(crate) const FIELDS: &'static [(&'static str, super::texts::TextKind)] =
                &[$((texts!(@key $field $kind), texts!(@kind $kind)),)+];

            /// Takes the texts of all keys, in their order; what is missing is empty.
            pub(crate) fn read(texts: &mut std::str::Split<'static, char>) -> $name {
                let mut made = $name { $($field: texts!(@empty $kind),)+ };
                $(super::texts::take(texts, texts!(@places (made.$field) $kind));)+
                made
            }
        }
    };

    (@about $field:ident Text) => { concat!("Under the key `", stringify!($field), "`.") };
    (@about $field:ident Forms) => {
        concat!("Under the key `", stringify!($field), ".` and each plural category.")
    };
    (@about $field:ident [$prefix:literal $list:ident]) => {
        concat!("Under the key `", $prefix, ".` and each word of a list, in the list's order.")
    };

    (@type Text) => { super::texts::Text };
    (@type Forms) => { super::plural::Forms };
    (@type [$prefix:literal $list:ident]) => { [super::texts::Text; $list.len()] };

    (@key $field:ident Text) => { stringify!($field) };
    (@key $field:ident Forms) => { stringify!($field) };
    (@key $field:ident [$prefix:literal $list:ident]) => { $prefix };

    (@kind Text) => { super::texts::TextKind::One };
    (@kind Forms) => { super::texts::TextKind::Forms };
    (@kind [$prefix:literal $list:ident]) => { super::texts::TextKind::List($list) };

    (@empty Text) => { "" };
    (@empty Forms) => { super::plural::Forms::default() };
    (@empty [$prefix:literal $list:ident]) => { [""; $list.len()] };

    (@places ($field:expr) Text) => { std::slice::from_mut(&mut $field) };
    (@places ($field:expr) Forms) => { &mut $field.0 };
    (@places ($field:expr) [$prefix:literal $list:ident]) => { &mut $field };
}

pub(super) use texts;

/// The next texts, one for each of `places`.
#[inline(never)]
pub(super) fn take(texts: &mut Split<'static, char>, places: &mut [Text]) {
    for place in places {
        *place = texts.next().unwrap_or("");
    }
}
