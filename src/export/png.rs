//! Texts in a PNG file: what a picture says of itself when it has left its page.

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The signature and the header chunk, which comes first.
const HEAD: usize = 8 + 25;

/// The file with an international text chunk (`iTXt`) for each keyword and text, after its header;
/// bytes that are no PNG file come back as they are.
///
/// Keywords are 1 to 79 letters of Latin-1.
pub fn with_texts(file: &[u8], texts: &[(&str, String)]) -> Vec<u8> {
    if file.len() < HEAD || !file.starts_with(SIGNATURE) {
        return file.to_vec();
    }
    let mut bytes = file[..HEAD].to_vec();
    for (keyword, text) in texts {
        // Not compressed, in no named language, without a translated keyword.
        let chunk = [b"iTXt", keyword.as_bytes(), &[0; 5], text.as_bytes()].concat();
        bytes.extend((chunk.len() as u32 - 4).to_be_bytes());
        bytes.extend(&chunk);
        bytes.extend(checksum(&chunk).to_be_bytes());
    }
    bytes.extend(&file[HEAD..]);
    bytes
}

/// CRC-32 of a chunk's type and data, bit by bit: there are few bytes, and no room for a table.
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 };
        }
    }
    !sum
}
