//! A language that nobody speaks, half as long again and half of it from right to left, in the place
//! of Tajik: no view's labels overlap in it or leave the canvas.

use crate::support::judge::judge;
use bilateral::dataset::{Code, Dataset, Language, LocalText};
use bilateral::locale::{Locale, Used, compile, sources};
use bilateral::scene::TextStyle;
use bilateral::text::{Measure as _, TableMeasure};
use bilateral::theme::Theme;
use bilateral::view::{Keyword as _, ScaleKind, State, View};
use bilateral::widget::{Look, Picture};
use std::sync::OnceLock;

const PSEUDO: Language = Language::TG;
const STYLE: TextStyle = TextStyle { size: 12.0, bold: false };

/// The phrase with every first word lengthened and every second one in Hebrew letters; what stands
/// in braces stays. The table of widths takes each Hebrew letter for an em, so these are fewer.
fn pseudo(phrase: &str) -> String {
    let mut made = String::new();
    for (index, part) in phrase.split_inclusive([' ', '\u{a0}', '\u{202f}', '}']).enumerate() {
        let (text, place) = part.split_at(part.find('{').unwrap_or(part.len()));
        let letters: Vec<char> = text.chars().filter(|letter| letter.is_alphabetic()).collect();
        let Some(last) = letters.last() else {
            made += part;
            continue;
        };
        let end = text.rfind(*last).expect("it is in the text") + last.len_utf8();
        if index % 2 == 0 || letters.len() < 3 {
            made += &text[..end];
            made.extend(letters.iter().rev().take(letters.len().div_ceil(2)));
        } else {
            let width: f64 = TableMeasure.width(&text[..end], STYLE) / STYLE.size;
            let hebrew = ('א'..='ת').cycle().skip(letters.len());
            made.extend(hebrew.take((width * 1.5).round() as usize));
        }
        made += &text[end..];
        made += place;
    }
    made
}

/// The locale of the pseudo-language: English is its base, as the layout reckons with it.
fn locale() -> &'static Locale {
    static LOCALE: OnceLock<Locale> = OnceLock::new();
    LOCALE.get_or_init(|| {
        let [words, _] = sources("en").expect("English is carried");
        let [_, cldr] = sources(PSEUDO.code()).expect("the base is carried");
        let compiled = compile(&[words.map(pseudo), cldr], &Used::All);
        Locale::read(PSEUDO, &compiled).expect("written by the same version")
    })
}

/// The embedded dataset with texts in the pseudo-language.
fn data() -> &'static Dataset {
    static DATA: OnceLock<Dataset> = OnceLock::new();
    DATA.get_or_init(|| {
        let mut data = Dataset::embedded();
        let translate = |text: &mut LocalText| {
            text.set(PSEUDO, &pseudo(text.get(Language::EN)));
        };
        for partner in &mut data.partners {
            for text in [&mut partner.name, &mut partner.with, &mut partner.by] {
                translate(text);
            }
        }
        data.events.iter_mut().for_each(|event| translate(&mut event.title));
        data.projects.iter_mut().for_each(|project| translate(&mut project.title));
        data.notes.iter_mut().for_each(translate);
        data
    })
}

fn draw(state: &State, width: f64, focus: Option<&str>) -> Picture {
    let look = Look { locale: locale(), theme: &Theme::light(), measure: &TableMeasure, width };
    let state = State { select: focus.map(str::to_owned), ..state.clone() };
    Picture::new(data(), &state, look)
}

#[test]
fn it_is_half_as_long_again_and_runs_both_ways() {
    let data = data();
    let width = |text: &str| TableMeasure.width(text, STYLE);
    let [words, _] = sources("en").expect("English is carried");
    let (mut real, mut made) = (0.0, 0.0);
    for (_, row) in words.iter() {
        real += width(&row.text);
        made += width(&pseudo(&row.text));
    }
    for event in &data.events {
        real += width(event.title.get(Language::EN));
        made += width(event.title.get(PSEUDO));
    }
    assert!((1.4..=1.6).contains(&(made / real)), "{} times as long", made / real);
    let is_hebrew = |text: &str| text.contains(|letter| ('א'..='ת').contains(&letter));
    let titles = data.events.iter().filter(|event| is_hebrew(event.title.get(PSEUDO)));
    assert!(titles.count() * 10 > data.events.len() * 9);
    assert!(is_hebrew(locale().words.order_not_cause));
}

#[test]
fn labels_hold_in_every_view_at_every_width() {
    let codes: Vec<Code> = data().partners.iter().map(|partner| partner.code).collect();
    let mut choices: Vec<Vec<Code>> = vec![Vec::new(), codes.clone()];
    choices.extend([*b"KZ", *b"TM"].map(|code| vec![Code::new(code)]));
    for view in View::ALL {
        for measure in ["turnover", "agreements"].map(|key| Some(key.to_owned())) {
            for scale in [ScaleKind::Linear, ScaleKind::Log, ScaleKind::Indexed] {
                for partners in &choices {
                    let state = State {
                        view: *view,
                        measure: measure.clone(),
                        scale,
                        partners: partners.clone(),
                        language: PSEUDO,
                        ..State::default()
                    };
                    for width in [280.0, 375.0, 479.0, 480.0, 733.0, 1000.0] {
                        if let Err(fault) = judge(&draw(&state, width, None).chart.scene) {
                            panic!(
                                "{view:?} {measure:?} {scale:?} {partners:?} at {width}: {fault}"
                            );
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn labels_hold_with_every_mark_chosen() {
    for view in [View::Story, View::Events] {
        let state = State { view, language: PSEUDO, ..State::default() };
        for event in &data().events {
            for width in [320.0, 1000.0] {
                let chart = draw(&state, width, Some(&event.record.id));
                if let Err(fault) = judge(&chart.chart.scene) {
                    panic!("{view:?} with {} chosen at {width}: {fault}", event.record.id);
                }
            }
        }
    }
}
