//! Whether every engine draws what the native renderer draws, call for call.
//!
//! Charts are laid out by the widths of their texts, and a browser's fonts are its own. So both
//! sides measure by the native table here, and then nothing may differ.

use crate::Bench;
use crate::recorder::{record, record_layer};
use anyhow::{Result, bail, ensure};
use bilateral::dataset::{Dataset, Language};
use bilateral::locale::Locale;
use bilateral::scene::TextStyle;
use bilateral::text::{Measure, TableMeasure};
use bilateral::theme::Theme;
use bilateral::view::{Keyword, State, ThemeChoice, View};
use bilateral::widget::{Look, Picture};
use serde_json::{Map, Value, json};

/// What makes a chart: its attributes and its width.
struct Case {
    attributes: Vec<(&'static str, String)>,
    width: u32,
}

fn cases() -> Vec<Case> {
    let case = |width, attributes: &[(&'static str, &str)]| Case {
        attributes: attributes.iter().map(|(name, value)| (*name, (*value).to_owned())).collect(),
        width,
    };
    let mut cases = vec![
        case(700, &[("view", "trade"), ("scale", "log")]),
        case(700, &[("view", "trade"), ("partners", "RU"), ("from", "2015"), ("to", "2022")]),
        case(900, &[("view", "story"), ("partners", "KZ"), ("select", "e053b")]),
        case(600, &[("view", "events"), ("theme", "dark"), ("kinds", "visit treaty")]),
        case(500, &[("view", "story"), ("theme", "dark")]),
    ];
    // The table is no drawing in a page.
    for view in [View::Story, View::Trade, View::Events, View::Sectors] {
        for language in Language::BUILT_IN {
            cases.push(case(640, &[("view", view.word()), ("lang", language.code())]));
        }
        cases.push(case(320, &[("view", view.word())]));
        cases.push(case(1000, &[("view", view.word())]));
    }
    cases
}

pub(crate) async fn every_engine_draws_what_the_native_renderer_draws(bench: &Bench) -> Result<()> {
    let data = Dataset::embedded();
    bench.browser.client.goto(&bench.site.url("same.html")).await?;
    let give = format!("document.documentElement.dataset.widths = {};", json!(widths(&data)));
    bench.browser.run(&give).await?;
    for case in cases() {
        let told = format!("{:?} at {} pixels", case.attributes, case.width);
        let theirs = drawn(bench, &case).await?;
        let ours = natively(&data, &case)?;
        ensure!(ours.len() > 30, "{told}: few calls to compare: {}", ours.len());
        for (line, (theirs, ours)) in theirs.iter().zip(&ours).enumerate() {
            ensure!(
                theirs == ours,
                "{told}: call {line}\n  drawn:    {theirs}\n  natively: {ours}"
            );
        }
        ensure!(theirs.len() == ours.len(), "{told}: {} calls, not {}", theirs.len(), ours.len());
    }
    bench.browser.quiet().await
}

/// The calls of a new element in the page.
async fn drawn(bench: &Bench, case: &Case) -> Result<Vec<String>> {
    let mut attributes = json!({ "lang": "en", "theme": "light" });
    for (name, value) in &case.attributes {
        attributes[name] = json!(value);
    }
    let script = format!(
        "document.querySelector('bilateral-chart')?.remove();
        const chart = document.createElement('bilateral-chart');
        for (const [name, value] of Object.entries({attributes})) chart.setAttribute(name, value);
        chart.style.width = '{}px';
        const ready = new Promise((done) => chart.addEventListener('bilateral-ready', done));
        document.body.prepend(chart);
        await ready;
        await frames(3);
        return [devicePixelRatio, recorded];",
        case.width
    );
    let (ratio, calls): (f64, Vec<String>) =
        serde_json::from_value(bench.browser.run_async(&script).await?)?;
    ensure!(ratio == 1.0, "the window has {ratio} device pixels to a CSS pixel");
    Ok(calls)
}

fn natively(data: &Dataset, case: &Case) -> Result<Vec<String>> {
    let mut state = State::default();
    for (name, value) in &case.attributes {
        if let Err(problem) = state.set(name, Some(value)) {
            bail!("{name} {}", problem.reason);
        }
    }
    let theme = if state.theme == ThemeChoice::Dark { Theme::dark() } else { Theme::light() };
    let look = Look {
        locale: Locale::of(state.language),
        theme: &theme,
        measure: &TableMeasure,
        width: case.width.into(),
    };
    let picture = Picture::new(data, &state, look);
    let mut calls = record(&picture.chart.scene);
    let selected = state.select.as_deref();
    calls.extend(record_layer(&picture.focus(&theme, &TableMeasure, selected)));
    Ok(calls)
}

/// The native table, for the characters of the dataset and of all interfaces.
fn widths(data: &Dataset) -> String {
    let mut table = Map::new();
    for (name, bold) in [("regular", false), ("bold", true)] {
        let style = TextStyle { size: 1.0, bold };
        let width = |code| {
            let text = char::from_u32(code)?.to_string();
            let width = TableMeasure.width(&text, style);
            (width != 1.0).then(|| (text, json!(width)))
        };
        table.insert(name.to_owned(), Value::Object((0x20..0x2300).filter_map(width).collect()));
    }
    let names = data.partners.iter().flat_map(|partner| partner.name.iter());
    debug_assert!(names.flat_map(|(_, name)| name.chars()).all(|char| u32::from(char) < 0x2300));
    Value::Object(table).to_string()
}
