//! The few colours that a picture can do with.

use std::collections::HashMap;

/// Colours, and for each pixel the number of its colour.
pub(super) struct Indexed {
    pub colors: Vec<[u8; 3]>,
    pub pixels: Vec<u8>,
    /// The largest squared distance of a pixel from its colour.
    pub error: u32,
}

/// Squared distances within which shades are taken for one; the least that leaves few enough is
/// used. What is merged are the shades of edges: see [`FLAT`].
const NEAR: [u32; 9] = [0, 12, 27, 48, 108, 192, 432, 1200, 4800];
/// A colour of more than one in so many pixels is one of the theme's, and stays as it is.
const FLAT: usize = 400;
/// In a line or a bar so many pixels are alike, and then a shade of another tint is another colour.
const LINE: usize = 20;
const TINT: u32 = 40;

/// At most `most` colours, 256 or fewer, the most frequent first, and the nearest of them for each
/// pixel. What is drawn in one of `inks`, be it a word, keeps it.
pub(super) fn indexed(pixels: &[[u8; 3]], inks: &[[u8; 3]], most: usize) -> Indexed {
    let flat = pixels.len() / FLAT;
    let mut counts: HashMap<[u8; 3], (usize, bool)> = HashMap::new();
    for run in pixels.chunk_by(|a, b| a == b) {
        let (count, is_line) = counts.entry(run[0]).or_default();
        *count += run.len();
        *is_line |= run.len() >= LINE;
    }
    let is_near = |near: u32, color: [u8; 3], other: [u8; 3]| {
        distance(other, color) <= near && !(counts[&color].1 && tint(other, color) > TINT)
    };
    let mut seen: Vec<([u8; 3], usize)> =
        counts.iter().map(|(color, (count, _))| (*color, *count)).collect();
    // By colour too, so that the same picture always gives the same bytes.
    seen.sort_by_key(|(color, count)| (usize::MAX - count, *color));
    let apart = |near: &u32| {
        let mut kept: Vec<[u8; 3]> = Vec::new();
        for (color, count) in &seen {
            let far = || !kept.iter().any(|other| is_near(*near, *color, *other));
            if *near == 0 || *count > flat || far() {
                kept.push(*color);
            }
        }
        kept
    };
    let mut choices = NEAR.iter().map(apart);
    let fewest = || seen.iter().map(|(color, _)| *color).take(most).collect();
    let mut colors = choices.find(|colors| colors.len() <= most).unwrap_or_else(fewest);
    // An ink is kept instead of a shade of another tint that would stand for it.
    for ink in inks.iter().filter(|ink| counts.contains_key(*ink)) {
        let near = (0..colors.len()).min_by_key(|at| distance(colors[*at], *ink));
        match near.filter(|at| tint(colors[*at], *ink) > TINT) {
            Some(at) if colors.len() >= most => colors[at] = *ink,
            Some(_) => colors.push(*ink),
            None => {}
        }
    }
    // Places that are left are for the shades that would move furthest.
    let number = |color, colors: &[[u8; 3]]| {
        let far =
            |index: &usize| distance(colors[*index], color) + tint(colors[*index], color).pow(2);
        (0..colors.len()).min_by_key(far).unwrap_or(0)
    };
    let moved = |color: [u8; 3], colors: &[[u8; 3]]| distance(colors[number(color, colors)], color);
    while colors.len() < most
        && let Some((worst, _)) = seen.iter().max_by_key(|(color, _)| moved(*color, &colors))
        && moved(*worst, &colors) > NEAR[NEAR.len() - 1]
    {
        colors.push(*worst);
    }
    let numbers: HashMap<[u8; 3], u8> =
        seen.iter().map(|(color, _)| (*color, number(*color, &colors) as u8)).collect();
    let apart = |(color, number): (&[u8; 3], &u8)| distance(*color, colors[usize::from(*number)]);
    let error = numbers.iter().map(apart).max().unwrap_or(0);
    let mut indexed = Vec::with_capacity(pixels.len());
    for run in pixels.chunk_by(|a, b| a == b) {
        indexed.resize(indexed.len() + run.len(), numbers[&run[0]]);
    }
    Indexed { colors, pixels: indexed, error }
}

/// By how much one is more reddish or bluish than the other.
fn tint(a: [u8; 3], b: [u8; 3]) -> u32 {
    let parts = |[red, green, blue]: [u8; 3]| {
        let [red, green, blue] = [red, green, blue].map(i32::from);
        [red - green, green - blue]
    };
    let ([a, b], [c, d]) = (parts(a), parts(b));
    a.abs_diff(c) + b.abs_diff(d)
}

fn distance(a: [u8; 3], b: [u8; 3]) -> u32 {
    a.iter().zip(b).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_colours_stay_exact() {
        let pixels = [[1, 2, 3], [1, 2, 3], [9, 9, 9], [1, 2, 4]];
        let Indexed { colors, pixels, error } = indexed(&pixels, &[], 4);
        assert_eq!(colors, [[1, 2, 3], [1, 2, 4], [9, 9, 9]]);
        assert_eq!(pixels, [0, 0, 2, 1]);
        assert_eq!(error, 0);
    }

    /// A rule of a few pixels is not drawn in the tint of another thin mark.
    #[test]
    fn a_thin_line_keeps_its_colour() {
        let mut pixels = vec![[255, 255, 255]; 90_000];
        pixels.extend(vec![[126, 71, 138]; 60]);
        pixels.extend(vec![[141, 143, 146]; 24]);
        // Edges of letters in the inks of three partners.
        for ink in [[30, 117, 204], [199, 76, 10], [94, 25, 109]] {
            let shade = |part: u32| ink.map(|one: u32| (255 - (255 - one) * part / 64) as u8);
            (0..80).for_each(|_| pixels.extend((0..=64).map(shade)));
        }
        let Indexed { colors, pixels: numbers, .. } = indexed(&pixels, &[], 16);
        assert!(colors.len() <= 16, "{} colours", colors.len());
        for (line, at) in [([126, 71, 138], 90_000), ([141, 143, 146], 90_060)] {
            let drawn = colors[usize::from(numbers[at])];
            assert!(tint(drawn, line) <= TINT, "{line:?} became {drawn:?}");
        }
    }

    /// A word in an ink of its own among much grey is not drawn in the grey.
    #[test]
    fn a_word_keeps_its_ink() {
        let purple = [94, 25, 109];
        let mut pixels = vec![[255, 255, 255]; 90_000];
        pixels.extend(vec![[84, 87, 90]; 600]);
        let inks = [[84, 87, 90], [27, 31, 36], [30, 117, 204], [199, 76, 10], [89, 97, 107]];
        for (ink, times) in inks.into_iter().zip([60; 5]).chain([(purple, 2)]) {
            let shade =
                |part: u32| ink.map(|one: u8| (255 - (255 - u32::from(one)) * part / 64) as u8);
            (0..times).for_each(|_| pixels.extend((0..=64).map(shade)));
        }
        let colors = |inks: &[[u8; 3]]| indexed(&pixels, inks, 16).colors;
        assert!(colors(&[purple]).contains(&purple), "{:?}", colors(&[purple]));
        assert!(!colors(&[]).contains(&purple), "it is too rare to stay by itself");
    }

    #[test]
    fn shades_of_edges_are_merged_and_flat_colours_are_not() {
        // Two flat greys that differ by one, and a ramp of 200 single pixels.
        let mut pixels = vec![[200, 200, 200]; 9000];
        pixels.extend(vec![[201, 200, 200]; 100]);
        pixels.extend((0..200).map(|shade| [shade, 0, 0]));
        let Indexed { colors, pixels: numbers, error: largest } = indexed(&pixels, &[], 16);
        assert!(colors.len() <= 16, "{} colours", colors.len());
        assert_eq!(colors[..2], [[200, 200, 200], [201, 200, 200]]);
        for (pixel, number) in pixels.iter().zip(numbers) {
            let error = distance(*pixel, colors[usize::from(number)]);
            assert!(error <= largest, "{pixel:?} became {:?}", colors[usize::from(number)]);
        }
        assert!(largest <= 432, "{largest}");
    }
}
