//! The words and controls around the canvas, and the card, as JSON for the element.

use super::controls::controls;
use super::json::{Json, css};
use crate::dataset::Dataset;
use crate::locale::{Locale, Words, plain};
use crate::theme::{Color, Theme};
use crate::view::View;
use crate::widget::{Chip, Picture};

/// All that the element shows besides the canvas itself; `summary` tells the chart to those who do
/// not see it, and `sounds` whether it can be heard.
pub fn parts(
    data: &Dataset,
    picture: &Picture,
    locale: &Locale,
    chips: &[Chip],
    theme: &Theme,
    (summary, sounds): (&str, bool),
) -> String {
    let Picture { reading, chart, texts } = picture;
    let words = locale.words;
    let mut json = Json::new();
    json.object(|json| {
        json.key("lang").string(locale.language.code());
        json.key("dark").boolean(luminance(theme.ground) < luminance(theme.ink));
        json.key("colors").object(|json| colors(json, theme));
        json.key("headline").string(&texts.headline);
        json.key("subtitle").string(&texts.subtitle);
        json.key("summary").string(summary);
        json.key("sounds").boolean(sounds);
        json.key("controls").boolean(reading.state.controls);
        json.key("labels").object(|json| labels(json, words));
        controls(json, data, picture, locale, chips);
        if !chart.list.is_empty() {
            json.key("foot").pixels(chart.foot);
        }
        json.key("list").array(&chart.list, |json, entry| {
            json.object(|json| {
                json.key("number").string(&plain(entry.number.into()));
                json.key("title").string(&entry.title);
                json.key("date").string(&entry.date);
                json.key("record").string(&entry.record);
            });
        });
        json.key("asides").array(&texts.asides, |json, aside| {
            json.object(|json| {
                json.key("text").string(&aside.text);
                json.key("records").array(&aside.records, |json, id| json.string(id));
                json.key("choice").array(&aside.choice, |json, (name, value)| {
                    json.array([*name, value.as_str()], |json, text| json.string(text));
                });
            });
        });
        json.key("footer").string(&texts.footer);
    });
    json.finish()
}

fn labels(json: &mut Json, words: &Words) {
    for (name, label) in [
        ("partners", words.partners),
        ("everyone", words.all_partners),
        ("search", words.search),
        ("view", words.view),
        ("scale", words.scale),
        ("close", words.close),
        ("play", words.play),
        ("stop", words.stop_sound),
        ("options", words.options),
        ("measure", words.measure),
        ("unit", words.unit),
        ("kinds", words.event_kinds),
        ("all", words.all_kinds),
        ("period", words.period),
        ("start", words.period_start),
        ("end", words.period_end),
        ("whole", words.whole_period),
        ("linked", words.linked),
        ("published", words.as_published),
        ("zoom", words.zoom_to),
        ("data", words.figures_file),
        ("chart", words.chart),
        ("keys", words.chart_keys),
        ("sources", words.sources),
        ("table", words.view(View::Table)),
        ("download", words.download),
    ] {
        json.key(name).string(label);
    }
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

/// Brightness from 0 to 255, near enough to tell a dark ground from a light one.
fn luminance(color: Color) -> u32 {
    (2 * u32::from(color.red) + 5 * u32::from(color.green) + u32::from(color.blue)) / 8
}
