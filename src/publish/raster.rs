//! SVG to pixels.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;

use super::font::READER;

/// Opaque pixels, row by row.
pub struct Pixels {
    pub width: u32,
    pub height: u32,
    pub rgb: Vec<[u8; 3]>,
}

/// Draws an SVG document with `scale` pixels to a CSS pixel.
///
/// Fails where the text is no SVG or the picture would not fit into memory.
pub fn raster(svg: &str, scale: u32) -> Result<Pixels, String> {
    let tree = Tree::from_str(svg, &READER).map_err(|error| error.to_string())?;
    let size = tree.size().to_int_size();
    let (width, height) = (size.width() * scale, size.height() * scale);
    let mut pixmap = Pixmap::new(width, height)
        .ok_or_else(|| format!("a picture of {width} by {height} pixels is too large"))?;
    let factor = scale as f32;
    resvg::render(&tree, Transform::from_scale(factor, factor), &mut pixmap.as_mut());
    let rgb = pixmap.pixels().iter().map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]);
    Ok(Pixels { width, height, rgb: rgb.collect() })
}
