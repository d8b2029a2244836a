//! An opaque sRGB colour.

/// A colour by its channels, each 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color {
    /// How much red.
    pub red: u8,
    /// How much green.
    pub green: u8,
    /// How much blue.
    pub blue: u8,
}

impl Color {
    /// From `0xRRGGBB`.
    pub const fn hex(rgb: u32) -> Color {
        Color { red: (rgb >> 16) as u8, green: (rgb >> 8) as u8, blue: rgb as u8 }
    }

    /// This colour with `percent` of `other` in it, 0 to 100, channel by channel.
    pub const fn mixed(self, other: Color, percent: u8) -> Color {
        const fn channel(own: u8, other: u8, percent: u8) -> u8 {
            let sum = own as u32 * (100 - percent as u32) + other as u32 * percent as u32;
            ((sum + 50) / 100) as u8
        }
        Color {
            red: channel(self.red, other.red, percent),
            green: channel(self.green, other.green, percent),
            blue: channel(self.blue, other.blue, percent),
        }
    }
}
