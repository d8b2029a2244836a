//! Text widths from a static table, for the native renderer and for tests.

use super::widths::{RUNS, STEPS};
use super::{Measure, Run};
use crate::scene::TextStyle;

/// Measures by the advance widths of Noto Sans, without kerning.
///
/// Noto Sans is a little wider than the fonts of most systems, so what fits by it fits there.
#[derive(Clone, Copy, Debug, Default)]
pub struct TableMeasure;

impl Measure for TableMeasure {
    fn width(&self, text: &str, style: TextStyle) -> f64 {
        let em: f64 = text.chars().map(|character| advance(character, style.bold)).sum();
        em * style.size
    }
}

/// A character that the table lacks is taken to be this wide, as arrows and ideographs are.
const UNKNOWN: f64 = 1.0;

/// In em.
fn advance(character: char, bold: bool) -> f64 {
    let code = u32::from(character);
    if is_mark(character) {
        return 0.0;
    }
    let after = RUNS.partition_point(|run| run.first <= code);
    let Some(run) = RUNS[..after].last() else { return UNKNOWN };
    let Run { first, regular, bold: heavy } = run;
    let widths = if bold { heavy } else { regular };
    widths.get((code - first) as usize).map_or(UNKNOWN, |steps| f64::from(*steps) / STEPS)
}

/// Combining accents, vowel signs, joiners and direction marks take no room of their own.
pub(super) fn is_mark(character: char) -> bool {
    matches!(
        character,
        '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5BD}' | '\u{5C1}' | '\u{5C2}' | '\u{64B}'..='\u{65F}' | '\u{670}'
            | '\u{941}'..='\u{948}' | '\u{94D}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}' | '\u{FE0F}'
    )
}
