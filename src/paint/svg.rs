//! A scene as an SVG document.

use super::ink::nearest;
use super::markup::{Markup, TOP_OFFSET, escape};
use super::surface::{Lettering, SUBPIXELS, Surface};
use super::{FONT_STACK, paint};
use crate::dataset::decimal;
use crate::geometry::Point;
use crate::scene::{Scene, TextStyle};

/// What readers who do not see a picture are told of it, and what its file says of itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Caption<'a> {
    /// Begins the ids of the elements that name the picture, so that a page may hold several.
    pub id: &'a str,
    /// A BCP 47 tag.
    pub lang: &'a str,
    /// The picture's accessible name, which its `title` element holds.
    pub title: &'a str,
    /// What the picture shows, in a few sentences, which its `desc` element holds.
    pub description: &'a str,
    /// Elements of Dublin Core, such as `source`, and their texts.
    pub facts: &'a [(&'a str, String)],
}

/// One `svg` element that scales to its frame; text stays text.
pub fn svg(scene: &Scene, caption: &Caption) -> String {
    let size = (units(scene.width) as u32, units(scene.height) as u32);
    let mut markup = Markup::new(size);
    match paint(scene, &mut markup, &mut SvgSurface) {
        Ok(()) => {}
        Err(error) => unreachable!("writing to a string failed: {error}"),
    }
    let [id, lang] = [caption.id, caption.lang].map(|text| {
        let mut escaped = String::new();
        escape(text, &mut escaped);
        escaped
    });
    let [width, height] = [scene.width, scene.height].map(decimal);
    let [across, down] = [size.0, size.1].map(|units| decimal(units.into()));
    let mut document = String::new();
    for part in [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"",
        &width,
        "\" height=\"",
        &height,
        "\" viewBox=\"0 0 ",
        &across,
        " ",
        &down,
        "\" role=\"img\" aria-labelledby=\"",
        &id,
        "-title ",
        &id,
        "-desc\" lang=\"",
        &lang,
        "\" direction=\"ltr\" font-family='",
        FONT_STACK,
        "' fill=\"none\" stroke-linejoin=\"round\">\n",
    ] {
        document.push_str(part);
    }
    for (tag, text) in [("title", caption.title), ("desc", caption.description)] {
        element(tag, &[" id=\"", &id, "-", tag, "\""].concat(), text, &mut document);
    }
    if !caption.facts.is_empty() {
        document.push_str(METADATA);
        for (name, text) in caption.facts {
            element(&["dc:", name].concat(), "", text, &mut document);
        }
        document.push_str("</rdf:Description></rdf:RDF></metadata>\n");
    }
    document.push_str(&markup.text);
    document
}

fn element(tag: &str, attributes: &str, text: &str, out: &mut String) {
    for part in ["<", tag, attributes, ">"] {
        out.push_str(part);
    }
    escape(text, out);
    for part in ["</", tag, ">\n"] {
        out.push_str(part);
    }
}

const METADATA: &str = "<metadata><rdf:RDF \
    xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" \
    xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><rdf:Description rdf:about=\"\">\n";

struct SvgSurface;

impl Surface for SvgSurface {
    fn ratio(&self) -> f64 {
        1.0
    }

    fn fonts(&self) -> &str {
        FONT_STACK
    }

    fn text(&mut self, at: Point, style: TextStyle) -> Lettering {
        Lettering {
            at: (units(at.x), units(at.y - TOP_OFFSET * style.size)),
            size: style.size * SUBPIXELS,
        }
    }
}

fn units(css: f64) -> i32 {
    nearest(css * SUBPIXELS)
}
