//! The tokens of the light, the dark and the forced theme.

use super::palette::{DARK, LIGHT, partners};
use super::{Color, PartnerStyle};

/// What a theme is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on a white ground; on paper too.
    Light,
    /// Light on a dark ground.
    Dark,
    /// The reader's own few colours, which nothing overrides.
    Forced,
}

/// Every colour that a scene may use.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// What it is made for, which says whose own colour of a partner counts.
    pub scheme: Scheme,
    /// What everything stands on; also text on a partner's colour.
    pub ground: Color,
    /// Text that is read first.
    pub ink: Color,
    /// Text that is read second: axis labels, dates.
    pub muted: Color,
    /// Grid lines, which a reader can do without.
    pub grid: Color,
    /// The zero line, leader lines and lane lines.
    pub rule: Color,
    /// The hairline and halo of the chosen mark.
    pub focus: Color,
    /// One a partner, in the order of the dataset's partners; never empty.
    pub partners: Vec<PartnerStyle>,
}

/// The system's colours, as a browser tells them under forced colours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SystemColors {
    /// `Canvas`.
    pub canvas: Color,
    /// `CanvasText`.
    pub text: Color,
    /// `GrayText`.
    pub gray: Color,
    /// `Highlight`.
    pub highlight: Color,
}

impl Theme {
    /// The theme of light pages.
    pub fn light() -> Theme {
        let ground = Color::hex(0xFFFFFF);
        Theme {
            scheme: Scheme::Light,
            ground,
            ink: Color::hex(0x1B1F24),
            muted: Color::hex(0x59616B),
            grid: Color::hex(0xE4E7EB),
            rule: Color::hex(0x868E97),
            focus: Color::hex(0x1B1F24),
            partners: partners(LIGHT.map(Color::hex), ground),
        }
    }

    /// The theme of dark pages.
    pub fn dark() -> Theme {
        let ground = Color::hex(0x14181D);
        Theme {
            scheme: Scheme::Dark,
            ground,
            ink: Color::hex(0xF1F3F5),
            muted: Color::hex(0xA9B2BC),
            grid: Color::hex(0x2A3038),
            rule: Color::hex(0x6C7783),
            focus: Color::hex(0xF1F3F5),
            partners: partners(DARK.map(Color::hex), ground),
        }
    }

    /// The reader's own few colours: partners differ by marker and dash alone.
    pub fn forced(system: SystemColors) -> Theme {
        let SystemColors { canvas, text, gray, highlight } = system;
        let mut partners = partners([text; 8], canvas);
        for partner in &mut partners {
            partner.pale = text;
        }
        Theme {
            scheme: Scheme::Forced,
            ground: canvas,
            ink: text,
            muted: text,
            // Of the system only as much as a line that can be done without: as dark as data it would be read.
            grid: gray.mixed(canvas, 60),
            rule: text,
            focus: highlight,
            partners,
        }
    }

    /// The style of the partner in `slot`, with a colour of its own where it has one, as 0xRRGGBB on a
    /// light and on a dark ground. Slots after the last colour are grey, so that none looks like
    /// another, and take turns with the markers.
    pub fn partner(&self, slot: usize, own: Option<[u32; 2]>) -> PartnerStyle {
        let style = self.slot(slot);
        match (self.scheme, own) {
            (Scheme::Light, Some([light, _])) => style.colored(Color::hex(light), self.ground),
            (Scheme::Dark, Some([_, dark])) => style.colored(Color::hex(dark), self.ground),
            (Scheme::Forced, _) | (_, None) => style,
        }
    }

    fn slot(&self, index: usize) -> PartnerStyle {
        let style = self.partners[index % self.partners.len()];
        match index < self.partners.len() {
            true => style,
            false => PartnerStyle { color: self.muted, pale: self.rule, ..style },
        }
    }
}
