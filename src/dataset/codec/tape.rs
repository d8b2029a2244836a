//! Numbers on a tape: 7 bits a byte, the lowest first, the high bit set where more follow.

/// Writes numbers down, or overwrites them with those that were written.
pub(super) trait Tape {
    fn number(&mut self, number: &mut u32);

    fn value(&mut self, value: &mut f64);

    /// The number of items of a list.
    fn length(&mut self, length: usize) -> usize;

    /// Notes that a number means nothing.
    fn fail(&mut self);
}

#[derive(Default)]
pub(super) struct Writer {
    pub bytes: Vec<u8>,
}

impl Writer {
    /// A length, then as many bytes.
    pub(super) fn section(&mut self, bytes: &[u8]) {
        self.length(bytes.len());
        self.bytes.extend_from_slice(bytes);
    }
}

impl Tape for Writer {
    fn number(&mut self, number: &mut u32) {
        let mut rest = *number;
        while rest >= 128 {
            self.bytes.push(rest as u8 | 128);
            rest >>= 7;
        }
        self.bytes.push(rest as u8);
    }

    fn value(&mut self, value: &mut f64) {
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }

    fn length(&mut self, length: usize) -> usize {
        // A longer one fails later: all bytes together are limited to 24 bits.
        self.number(&mut u32::try_from(length).unwrap_or(u32::MAX));
        length
    }

    fn fail(&mut self) {}
}

pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    /// How many items all lists together may still have: damaged bytes must not claim the memory.
    items: usize,
    failed: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8], items: usize) -> Reader<'a> {
        Reader { bytes, items, failed: false }
    }

    /// Whether everything was read, and nothing beyond it.
    pub(super) fn is_done(&self) -> bool {
        self.bytes.is_empty() && !self.failed
    }
}

impl Tape for Reader<'_> {
    fn number(&mut self, number: &mut u32) {
        *number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let Some((&byte, rest)) = self.bytes.split_first() else { break };
            self.bytes = rest;
            *number |= u32::from(byte & 127) << shift;
            if byte < 128 {
                return;
            }
        }
        self.failed = true;
    }

    fn value(&mut self, value: &mut f64) {
        if let Some((bytes, rest)) = self.bytes.split_first_chunk() {
            self.bytes = rest;
            *value = f64::from_le_bytes(*bytes);
        } else {
            self.failed = true;
        }
    }

    fn length(&mut self, _: usize) -> usize {
        let mut length = 0;
        self.number(&mut length);
        if length as usize > self.items {
            self.failed = true;
            return 0;
        }
        self.items -= length as usize;
        length as usize
    }

    fn fail(&mut self) {
        self.failed = true;
    }
}

/// Cuts a section off the front of `bytes`.
pub(super) fn section<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let mut reader = Reader::new(bytes, bytes.len());
    let length = reader.length(0);
    let (section, rest) = reader.bytes.split_at_checked(length).filter(|_| !reader.failed)?;
    *bytes = rest;
    Some(section)
}
