//! SVG to pixels.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;

use super::font::READER;

/// Opaque pixels, row by row.
pub(super) struct Pixels {
    pub width: u32,
    pub height: u32,
    pub rgb: Vec<[u8; 3]>,
}

/// Draws an SVG document with `scale` pixels to a CSS pixel.
///
/// Fails where the text is no SVG or the picture would not fit into memory.
pub(super) fn raster(svg: &str, scale: f64) -> Result<Pixels, String> {
    let tree = Tree::from_str(svg, &READER).map_err(|error| error.to_string())?;
    let size = tree.size();
    let scaled = |length: f32| (f64::from(length) * scale).round() as u32;
    let (width, height) = (scaled(size.width()), scaled(size.height()));
    let mut pixmap = Pixmap::new(width, height)
        .ok_or_else(|| format!("a picture of {width} by {height} pixels is too large"))?;
    let factor = scale as f32;
    resvg::render(&tree, Transform::from_scale(factor, factor), &mut pixmap.as_mut());
    let rgb = pixmap.pixels().iter().map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]);
    Ok(Pixels { width, height, rgb: rgb.collect() })
}
