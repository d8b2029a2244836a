//! A scene as an SVG document, through plotters' SVG backend.

use super::ink::nearest;
use super::surface::{Lettering, SUBPIXELS, Surface};
use super::{FONT_STACK, paint};
use crate::geometry::Point;
use crate::scene::{Scene, TextStyle};
use plotters::backend::SVGBackend;

/// The backend writes a text's size divided by this.
const SIZE_DIVISOR: f64 = 1.24;

/// The backend moves text with a top anchor down by this part of its size.
const TOP_OFFSET: f64 = 0.76;

/// What readers who do not see a picture are told of it, and what its file says of itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Caption<'a> {
    /// Begins the ids of the elements that name the picture, so that a page may hold several.
    pub id: &'a str,
    /// A BCP 47 tag.
    pub lang: &'a str,
    pub title: &'a str,
    pub description: &'a str,
    /// Elements of Dublin Core, such as `source`, and their texts.
    pub facts: &'a [(&'a str, String)],
}

/// One `svg` element that scales to its frame; text stays text.
pub fn svg(scene: &Scene, caption: &Caption) -> String {
    let size = (units(scene.width) as u32, units(scene.height) as u32);
    let mut drawn = String::new();
    let mut backend = SVGBackend::with_string(&mut drawn, size);
    match paint(scene, &mut backend, &mut SvgSurface) {
        Ok(()) => drop(backend),
        Err(error) => unreachable!("writing to a string failed: {error}"),
    }
    let id = escape(caption.id);
    let mut document = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" \
         viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" \
         lang=\"{}\" direction=\"ltr\" font-family='{FONT_STACK}' stroke-linejoin=\"round\">\n",
        scene.width,
        scene.height,
        size.0,
        size.1,
        escape(caption.lang),
    );
    for (tag, text) in [("title", caption.title), ("desc", caption.description)] {
        document.push_str(&format!("<{tag} id=\"{id}-{tag}\">{}</{tag}>\n", escape(text)));
    }
    if !caption.facts.is_empty() {
        document.push_str(METADATA);
        for (name, text) in caption.facts {
            document.push_str(&format!("<dc:{name}>{}</dc:{name}>\n", escape(text)));
        }
        document.push_str("</rdf:Description></rdf:RDF></metadata>\n");
    }
    document.push_str(&tidy(&drawn));
    document
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
            size: style.size * SUBPIXELS * SIZE_DIVISOR,
        }
    }
}

fn units(css: f64) -> i32 {
    nearest(css * SUBPIXELS)
}

/// The backend's elements without what the root says once for all or is so by default, and each text
/// on one line.
fn tidy(drawn: &str) -> String {
    let family = format!(" font-family=\"{}\"", escape(FONT_STACK));
    let mut lines = drawn.lines().skip(1);
    let mut body = String::new();
    while let Some(line) = lines.next() {
        let mut line = line.replace(&family, "");
        for default in [" opacity=\"1\"", " stroke=\"none\"", " text-anchor=\"start\""] {
            line = line.replace(default, "");
        }
        body.push_str(&line);
        if line.starts_with("<text") {
            for part in lines.by_ref() {
                body.push_str(part);
                if part == "</text>" {
                    break;
                }
            }
        }
        body.push('\n');
    }
    body
}

/// As the backend escapes.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&apos;")
}
