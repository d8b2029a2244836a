//! The few colours that a picture can do with.

use std::collections::HashMap;

/// Colours, and for each pixel the number of its colour.
pub struct Indexed {
    pub colors: Vec<[u8; 3]>,
    pub pixels: Vec<u8>,
}

/// Squared distances within which colours are taken for one; the least that leaves few enough is
/// used. Flat charts need no more than the first few: what is merged are the shades of edges.
const NEAR: [u32; 9] = [0, 12, 27, 48, 108, 192, 432, 1200, 4800];

/// At most 256 colours, the most frequent first, and the nearest of them for each pixel.
pub fn indexed(pixels: &[[u8; 3]], most: usize) -> Indexed {
    let mut counts: HashMap<[u8; 3], u32> = HashMap::new();
    for pixel in pixels {
        *counts.entry(*pixel).or_default() += 1;
    }
    let mut seen: Vec<([u8; 3], u32)> = counts.into_iter().collect();
    // By colour too, so that the same picture always gives the same bytes.
    seen.sort_by_key(|(color, count)| (u32::MAX - count, *color));
    let colors = NEAR
        .iter()
        .map(|near| apart(&seen, *near))
        .find(|colors| colors.len() <= most)
        .unwrap_or_else(|| seen.iter().map(|(color, _)| *color).take(most).collect());
    let number = |color| {
        let nearest = (0..colors.len()).min_by_key(|index| distance(colors[*index], color));
        nearest.unwrap_or(0) as u8
    };
    let numbers: HashMap<[u8; 3], u8> =
        seen.iter().map(|(color, _)| (*color, number(*color))).collect();
    Indexed { pixels: pixels.iter().map(|pixel| numbers[pixel]).collect(), colors }
}

/// The colours that are farther than `near` from each more frequent one.
fn apart(seen: &[([u8; 3], u32)], near: u32) -> Vec<[u8; 3]> {
    let mut kept: Vec<[u8; 3]> = Vec::new();
    for (color, _) in seen {
        if near == 0 || kept.iter().all(|other| distance(*other, *color) > near) {
            kept.push(*color);
        }
    }
    kept
}

fn distance(a: [u8; 3], b: [u8; 3]) -> u32 {
    a.iter().zip(b).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}
