//! Bytes as text: UTF-8, UTF-16 and the encodings that older programs write.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How much of a file is looked at to tell its encoding.
const LOOKED_AT: usize = 1 << 20;

/// The text, and the encoding's name where it is another than UTF-8.
pub(super) fn decode(bytes: &[u8]) -> (Cow<'_, str>, Option<&'static str>) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return (text, (encoding != UTF_8).then(|| encoding.name()));
    }
    if let Some(encoding) = unmarked_utf_16(bytes) {
        return (encoding.decode_without_bom_handling(bytes).0, Some(encoding.name()));
    }
    if let Ok(text) = str::from_utf8(bytes) {
        return (Cow::Borrowed(text), None);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(LOOKED_AT)], bytes.len() <= LOOKED_AT);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    (encoding.decode_without_bom_handling(bytes).0, Some(encoding.name()))
}

/// Text in Latin letters, digits and separators has a zero in every second byte.
fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |offset| head.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    if half > 1 && odd * 10 > half * 4 && even == 0 {
        Some(UTF_16LE)
    } else if half > 1 && even * 10 > half * 4 && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}
