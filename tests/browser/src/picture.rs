//! Pictures of a page, in device pixels.

use crate::driver::Browser;
use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

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

/// What the window shows, as PNG; Chromium only.
pub async fn shot(browser: &Browser) -> Result<Vec<u8>> {
    let answer = browser.devtools("Page.captureScreenshot", json!({ "format": "png" })).await?;
    Ok(STANDARD.decode(answer["data"].as_str().context("a picture in base64")?)?)
}
