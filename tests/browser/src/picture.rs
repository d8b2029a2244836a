//! Pictures of a page, in device pixels.

use crate::driver::Browser;
use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use std::cmp::Reverse;
use std::collections::HashMap;

/// RGB, row by row.
pub struct Picture {
    pub width: usize,
    pub height: usize,
    pixels: Vec<[u8; 3]>,
}

impl Picture {
    pub fn decode(bytes: &[u8]) -> Result<Picture> {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info()?;
        let mut buffer = vec![0; reader.output_buffer_size().context("a picture of some size")?];
        let frame = reader.next_frame(&mut buffer)?;
        let samples = frame.color_type.samples();
        ensure!(samples >= 3, "expected colours, not {:?}", frame.color_type);
        let pixels = buffer[..frame.buffer_size()]
            .chunks_exact(samples)
            .map(|pixel| [pixel[0], pixel[1], pixel[2]])
            .collect();
        Ok(Picture { width: frame.width as usize, height: frame.height as usize, pixels })
    }

    /// How many dots are of a colour, and not of a grey.
    #[must_use]
    pub fn coloured(&self) -> usize {
        let is_coloured = |[red, green, blue]: &&[u8; 3]| {
            red.max(green).max(blue) - red.min(green).min(blue) > 60
        };
        self.pixels.iter().filter(is_coloured).count()
    }

    #[must_use]
    pub fn row(&self, y: usize) -> &[[u8; 3]] {
        &self.pixels[y * self.width..(y + 1) * self.width]
    }
}

/// A window of another size and pixel ratio; Chromium only.
pub async fn window(browser: &Browser, width: u32, height: u32, ratio: f64) -> Result<()> {
    let metrics =
        json!({ "width": width, "height": height, "deviceScaleFactor": ratio, "mobile": false });
    browser.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
    Ok(())
}

/// The same picture in 256 colours, the most frequent ones, which a page has hardly more of.
pub fn few_colours(bytes: &[u8]) -> Result<Vec<u8>> {
    let picture = Picture::decode(bytes)?;
    let mut counts: HashMap<[u8; 3], usize> = HashMap::new();
    for pixel in &picture.pixels {
        *counts.entry(*pixel).or_default() += 1;
    }
    let mut colours: Vec<([u8; 3], usize)> = counts.into_iter().collect();
    colours.sort_by_key(|(colour, count)| (Reverse(*count), *colour));
    let palette: Vec<[u8; 3]> = colours.iter().take(256).map(|(colour, _)| *colour).collect();
    let far = |a: &[u8; 3], b: &[u8; 3]| -> u32 {
        a.iter().zip(b).map(|(a, b)| u32::from(a.abs_diff(*b)).pow(2)).sum()
    };
    let nearest = |colour: &[u8; 3]| (0..palette.len()).min_by_key(|at| far(&palette[*at], colour));
    let places: HashMap<[u8; 3], u8> = colours
        .iter()
        .map(|(colour, _)| (*colour, nearest(colour).unwrap_or_default() as u8))
        .collect();
    let indexes: Vec<u8> = picture.pixels.iter().map(|pixel| places[pixel]).collect();
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, picture.width as u32, picture.height as u32);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::High);
    encoder.write_header()?.write_image_data(&indexes)?;
    Ok(out)
}

/// What the window shows, as PNG; Chromium only.
pub async fn shot(browser: &Browser) -> Result<Vec<u8>> {
    let answer = browser.devtools("Page.captureScreenshot", json!({ "format": "png" })).await?;
    Ok(STANDARD.decode(answer["data"].as_str().context("a picture in base64")?)?)
}
