//! The font of pictures: Noto Sans, whose widths charts are laid out by.

use std::sync::{Arc, LazyLock};

use resvg::usvg::Options;
use resvg::usvg::fontdb::{Database, Source};
use skrifa::{FontRef, MetadataProvider};

const FAMILY: &str = "Noto Sans";

/// What SVG is read with: this font and no other, so that pictures are the same on every machine.
pub(super) static READER: LazyLock<Options> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for face in [notosans::REGULAR_TTF, notosans::BOLD_TTF] {
        fonts.load_font_source(Source::Binary(Arc::new(face)));
    }
    fonts.set_sans_serif_family(FAMILY);
    Options { fontdb: Arc::new(fonts), font_family: FAMILY.to_owned(), ..Options::default() }
});

/// The characters of an SVG drawing's texts that the font has no shape for; what it says of itself is
/// not drawn.
pub fn missing_in(svg: &str) -> Vec<char> {
    let texts = svg.split("<text").skip(1).filter_map(|text| text.split("</text>").next());
    let drawn: String = texts.filter_map(|text| text.split_once('>')).map(|(_, it)| it).collect();
    missing(&drawn)
}

/// The characters of `text` that the font has no shape for, each once, in order.
pub fn missing(text: &str) -> Vec<char> {
    let maps = [notosans::REGULAR_TTF, notosans::BOLD_TTF]
        .map(|face| FontRef::new(face).expect("the crate carries a font").charmap());
    let mut found = Vec::new();
    for character in text.chars().filter(|character| !character.is_control()) {
        let has =
            maps.iter().all(|map| map.map(character).is_some_and(|glyph| glyph.to_u32() != 0));
        if !has && !found.contains(&character) {
            found.push(character);
        }
    }
    found
}
