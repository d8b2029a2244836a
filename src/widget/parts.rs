//! The words and controls around the canvas, and the card, as JSON for the element.

use super::{Chip, Json};
use crate::chart::Chart;
use crate::locale::{plain, words};
use crate::scene::Shape;
use crate::theme::{Color, Theme};
use crate::view::{ScaleKind, State, View, Words};

/// All that the element shows besides the canvas itself; `summary` tells the chart to those who do
/// not see it.
pub fn parts(state: &State, chart: &Chart, chips: &[Chip], theme: &Theme, summary: &str) -> String {
    let words = words(state.language);
    let mut json = Json::new();
    json.object(|json| {
        json.key("lang").string(state.language.code());
        json.key("dark").boolean(luminance(theme.ground) < luminance(theme.ink));
        json.key("colors").object(|json| colors(json, theme));
        json.key("headline").string(state.title.as_deref().unwrap_or(&chart.headline));
        json.key("subtitle").string(&chart.subtitle);
        json.key("summary").string(summary);
        json.key("controls").boolean(state.controls);
        json.key("labels").object(|json| {
            json.key("partners").string(words.partners);
            json.key("view").string(words.view);
            json.key("scale").string(words.scale);
            json.key("close").string(words.close);
            json.key("sources").string(words.sources);
            json.key("table").string(words.view(View::Table));
            json.key("download").string(words.download);
        });
        json.key("chips").array(chips, chip);
        json.key("views").array(View::DRAWN, |json, view| {
            choice(json, view.word(), words.view(*view), *view == state.view);
        });
        let scales = if state.view == View::Trade { ScaleKind::DRAWN } else { &[] };
        json.key("scales").array(scales, |json, scale| {
            choice(json, scale.word(), words.scales[*scale as usize], *scale == state.scale);
        });
        json.key("list").array(&chart.list, |json, entry| {
            json.object(|json| {
                json.key("number").string(&plain(entry.number.into()));
                json.key("title").string(&entry.title);
                json.key("date").string(&entry.date);
                json.key("record").string(&entry.record);
            });
        });
        json.key("asides").array(&chart.asides, |json, aside| {
            json.object(|json| {
                json.key("text").string(&aside.text);
                json.key("records").array(&aside.records, |json, id| json.string(id));
            });
        });
        json.key("footer").string(&chart.footer);
    });
    json.finish()
}

fn chip(json: &mut Json, chip: &Chip) {
    json.object(|json| {
        json.key("code").string(chip.code.as_str());
        json.key("name").string(&chip.name);
        json.key("color").string(&css(chip.style.color));
        json.key("shape").string(shape(chip.style.marker));
        json.key("on").boolean(chip.on);
    });
}

fn choice(json: &mut Json, word: &str, name: &str, on: bool) {
    json.object(|json| {
        json.key("word").string(word);
        json.key("name").string(name);
        json.key("on").boolean(on);
    });
}

fn colors(json: &mut Json, theme: &Theme) {
    for (token, color) in [
        ("ground", theme.ground),
        ("ink", theme.ink),
        ("muted", theme.muted),
        ("grid", theme.grid),
        ("rule", theme.rule),
        ("focus", theme.focus),
    ] {
        json.key(token).string(&css(color));
    }
}

/// `#rrggbb`
fn css(color: Color) -> String {
    let mut text = String::from("#");
    for byte in [color.red, color.green, color.blue] {
        for digit in [byte >> 4, byte & 15] {
            text.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
        }
    }
    text
}

/// Brightness from 0 to 255, near enough to tell a dark ground from a light one.
fn luminance(color: Color) -> u32 {
    (2 * u32::from(color.red) + 5 * u32::from(color.green) + u32::from(color.blue)) / 8
}

/// The word for a partner's marker in the style sheet.
fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Circle => "circle",
        Shape::Diamond => "diamond",
        Shape::Square => "square",
        Shape::Triangle => "triangle",
        Shape::Wedge => "wedge",
        Shape::Flag => "flag",
        Shape::Tick => "tick",
        Shape::Cross => "cross",
    }
}
