//! The codes of countries and of groups of them.

/// Codes of two letters that are no country's.
const RESERVED: [&str; 3] = ["EU", "EZ", "UN"];

/// An ISO 3166-1 alpha-2 code, or one of 2 to 8 capitals and digits for a group; padded with zeros.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Code([u8; 8]);

impl Code {
    /// For example `Code::new(*b"KZ")`; of more than 8 letters the first 8.
    pub const fn new<const LENGTH: usize>(letters: [u8; LENGTH]) -> Code {
        let mut code = [0; 8];
        let mut at = 0;
        while at < LENGTH && at < 8 {
            code[at] = letters[at];
            at += 1;
        }
        Code(code)
    }

    /// Its letters, and zeros behind them.
    pub fn letters(self) -> [u8; 8] {
        self.0
    }

    /// A code of 2 to 8 letters: a capital, then capitals and digits; none for any other text.
    pub fn parse(text: &str) -> Option<Code> {
        let letters = text.as_bytes();
        let plain = |letter: &u8| letter.is_ascii_uppercase() || letter.is_ascii_digit();
        if !matches!(letters.len(), 2..=8) || !letters.iter().all(plain) {
            return None;
        }
        let mut code = Code::default();
        code.0[..letters.len()].copy_from_slice(letters);
        letters[0].is_ascii_uppercase().then_some(code)
    }

    /// Its letters as text, without the zeros.
    pub fn as_str(&self) -> &str {
        let length = self.0.iter().take_while(|letter| **letter > 0).count();
        str::from_utf8(&self.0[..length]).unwrap_or("??")
    }

    /// Whether it stands for a group of countries, be it one for which ISO 3166 has set a code aside.
    pub fn is_group(&self) -> bool {
        !self.is_country() || RESERVED.contains(&self.as_str())
    }

    /// Whether it has the form of a country's code; the others are groups.
    pub fn is_country(&self) -> bool {
        matches!(self.as_str().as_bytes(), [a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase())
    }
}

impl core::fmt::Debug for Code {
    fn fmt(&self, out: &mut core::fmt::Formatter) -> core::fmt::Result {
        out.write_str(self.as_str())
    }
}
