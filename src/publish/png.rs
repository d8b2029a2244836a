//! Pixels to PNG, with what the picture says of itself.

use libdeflater::{CompressionLvl, Compressor};
use png::text_metadata::ITXtChunk;
use png::{BitDepth, ColorType, Encoder, PixelDimensions, Unit, chunk};

use super::figure::{StaticDrawing, StaticFigure};
use super::font::missing;
use super::palette::indexed;
use super::raster::raster;
use crate::export::About;

/// Pixels to the metre at one to a CSS pixel, 96 of which make an inch.
const PER_METRE: f64 = 96.0 / 0.0254;
/// The theme's colours and the shades of their edges; more would not be seen.
const COLORS: usize = 32;
/// Half a byte each: enough for a picture of little but text, in which no shade moves further than
/// the squared distance: no difference is seen at eight times the size.
const FEW: usize = 16;
const UNSEEN: u32 = 7000;
/// Of a card, which is shown small with two pixels to each of its own.
const SMALL: u32 = 12_000;
/// Bytes of a text from which on it is compressed.
const LONG: usize = 256;

impl StaticFigure {
    /// As a PNG file with `density` pixels to a CSS pixel, 1 to 4.
    ///
    /// Fails where the picture would not fit into memory.
    pub fn png(&self, density: f64) -> Result<Vec<u8>, String> {
        png(&self.drawing(density))
    }

    /// The characters that a PNG file cannot show, as the font has no shape for them.
    pub fn missing(&self) -> Vec<char> {
        missing(&self.letters())
    }
}

/// A drawing as PNG.
///
/// Fails where the picture would not fit into memory.
pub(super) fn png(
    StaticDrawing { svg, density: scale, about }: &StaticDrawing,
) -> Result<Vec<u8>, String> {
    let pixels = raster(svg, *scale)?;
    let inks = inks(svg);
    let few = indexed(&pixels.rgb, &inks, FEW);
    let (indexed, depth) = if few.error <= if *scale < 2.0 { UNSEEN } else { SMALL } {
        (few, BitDepth::Four)
    } else {
        (indexed(&pixels.rgb, &inks, COLORS), BitDepth::Eight)
    };
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, pixels.width, pixels.height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(depth);
    encoder.set_palette(indexed.colors.concat());
    let density = (*scale * PER_METRE).round() as u32;
    encoder.set_pixel_dims(Some(PixelDimensions {
        xppu: density,
        yppu: density,
        unit: Unit::Meter,
    }));
    let rows = rows(&indexed.pixels, pixels.width as usize, depth);
    write(encoder, about, &compress(&rows)).map_err(|error| error.to_string())?;
    Ok(bytes)
}

/// The colours that a drawing names.
fn inks(svg: &str) -> Vec<[u8; 3]> {
    let mut inks = Vec::new();
    for part in svg.split("=\"#").skip(1) {
        let digits = part.split('"').next().unwrap_or("");
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        if let (6, Some(red), Some(green), Some(blue)) = (digits.len(), part(0), part(2), part(4)) {
            inks.push([red, green, blue]);
        }
    }
    inks.sort_unstable();
    inks.dedup();
    inks
}

fn write(
    encoder: Encoder<&mut Vec<u8>>,
    about: &About,
    compressed: &[u8],
) -> Result<(), png::EncodingError> {
    let mut writer = encoder.write_header()?;
    for (keyword, text) in about.chunks() {
        let mut chunk = ITXtChunk::new(keyword, text.as_str());
        if text.len() > LONG {
            chunk.compressed = true;
            chunk.compress_text()?;
        }
        writer.write_text_chunk(&chunk)?;
    }
    writer.write_chunk(chunk::IDAT, compressed)?;
    writer.finish()
}

/// Each row behind its filter: none, as numbers of colours have nothing to subtract.
fn rows(pixels: &[u8], width: usize, depth: BitDepth) -> Vec<u8> {
    let mut rows = Vec::with_capacity(pixels.len() + pixels.len() / width);
    for row in pixels.chunks(width) {
        rows.push(0);
        match depth {
            BitDepth::Four => {
                let pairs = row.chunks(2);
                rows.extend(pairs.map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)));
            }
            _ => rows.extend_from_slice(row),
        }
    }
    rows
}

/// As small as it gets within a tenth of a second.
fn compress(bytes: &[u8]) -> Vec<u8> {
    let mut compressor = Compressor::new(CompressionLvl::best());
    let mut compressed = vec![0; compressor.zlib_compress_bound(bytes.len())];
    let length = compressor.zlib_compress(bytes, &mut compressed);
    compressed.truncate(length.expect("the bound holds whatever the bytes"));
    compressed
}
