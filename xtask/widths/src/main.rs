//! Prints `src/text/widths.rs`: the advance widths of Noto Sans, regular and bold.
//!
//! `cargo run -p widths > src/text/widths.rs`, when a language needs more letters.

use std::fmt::Write;
use ttf_parser::Face;

/// Steps of an em: the widest letter, at 1.2 em, still fits a byte.
const STEPS: f64 = 200.0;

/// First and last character of each range: Latin, Azerbaijani's schwa, Cyrillic with the letters
/// of Kazakh and Tajik, spaces, dashes, quotes, marks, currencies, signs.
const RANGES: [(u32, u32); 20] = [
    (0x0020, 0x007E),
    (0x00A0, 0x017F),
    (0x018F, 0x018F),
    (0x0259, 0x0259),
    (0x02BC, 0x02BC),
    (0x0400, 0x045F),
    (0x0490, 0x04FF),
    (0x2002, 0x2005),
    (0x2009, 0x200A),
    (0x2012, 0x2015),
    (0x2018, 0x2022),
    (0x2026, 0x2026),
    (0x202F, 0x202F),
    (0x2039, 0x203A),
    (0x20AC, 0x20AC),
    (0x2116, 0x2116),
    (0x2122, 0x2122),
    (0x2212, 0x2212),
    (0x2248, 0x2248),
    (0x2264, 0x2265),
];

fn main() {
    print!("{}", module());
}

fn module() -> String {
    let regular = face(notosans::REGULAR_TTF);
    let bold = face(notosans::BOLD_TTF);
    let mut module = format!(
        "//! Advance widths of Noto Sans in {STEPS}ths of an em; made by `cargo run -p widths`.\n\n\
         use super::Run;\n\n\
         pub(super) const STEPS: f64 = {STEPS:?};\n\n\
         #[rustfmt::skip]\n\
         pub(super) const RUNS: &[Run] = &[\n"
    );
    for (first, last) in RANGES {
        writeln!(module, "    Run {{ first: {first:#06X}, regular: &[").unwrap();
        rows(&mut module, &regular, first..=last);
        module.push_str("    ], bold: &[\n");
        rows(&mut module, &bold, first..=last);
        module.push_str("    ] },\n");
    }
    module.push_str("];\n");
    module
}

fn face(font: &[u8]) -> Face<'_> {
    Face::parse(font, 0).expect("the crate carries a font")
}

fn rows(module: &mut String, face: &Face, codes: std::ops::RangeInclusive<u32>) {
    let widths: Vec<String> = codes.map(|code| width(face, code).to_string()).collect();
    for row in widths.chunks(24) {
        writeln!(module, "        {},", row.join(", ")).unwrap();
    }
}

fn width(face: &Face, code: u32) -> u8 {
    let character = char::from_u32(code).expect("the ranges hold characters only");
    let glyph = face.glyph_index(character).unwrap_or_else(|| panic!("no glyph for U+{code:04X}"));
    let advance = face.glyph_hor_advance(glyph).expect("every glyph has an advance");
    let steps = f64::from(advance) / f64::from(face.units_per_em()) * STEPS;
    assert!(steps < 255.5, "U+{code:04X} is wider than a byte holds");
    steps.round() as u8
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_committed_table_is_what_the_font_says() {
        assert!(
            super::module() == include_str!("../../../src/text/widths.rs"),
            "run: cargo run -p widths > src/text/widths.rs"
        );
    }
}
