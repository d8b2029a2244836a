//! That every colour can be read, and that partners can be told apart.

use bilateral::dataset::Dataset;
use bilateral::locale::Locale;
use bilateral::scene::Mark;
use bilateral::text::TableMeasure;
use bilateral::theme::{Color, SystemColors, Theme};
use bilateral::view::{Compare, ScaleKind, State, View};
use bilateral::widget::{Look, Picture};

/// WCAG 2.2, success criteria 1.4.3 and 1.4.11.
const TEXT: f64 = 4.5;
const GRAPHIC: f64 = 3.0;

/// Distance in OKLab, where 0.02 is just noticeable side by side.
const FIRST_SIX_APART: f64 = 0.08;
const ALL_APART: f64 = 0.04;

type Rgb = [f64; 3];

/// What is left of linear RGB, by Machado, Oliveira and Fernandes (2009) at severity 1.
const DEFICIENCIES: [(&str, [Rgb; 3]); 4] = [
    ("common vision", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

fn themes() -> [(&'static str, Theme); 3] {
    let yellow_on_black = SystemColors {
        canvas: Color::hex(0x000000),
        text: Color::hex(0xFFFF00),
        gray: Color::hex(0x00FF00),
        highlight: Color::hex(0x1AEBFF),
    };
    [("light", Theme::light()), ("dark", Theme::dark()), ("forced", Theme::forced(yellow_on_black))]
}

fn linear(color: Color) -> Rgb {
    [color.red, color.green, color.blue].map(|channel| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    })
}

fn dot(row: &Rgb, color: &Rgb) -> f64 {
    row.iter().zip(color).map(|(a, b)| a * b).sum()
}

fn contrast(a: Color, b: Color) -> f64 {
    let luminance = |color| dot(&[0.2126, 0.7152, 0.0722], &linear(color));
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// By Ottosson (2020), from linear RGB.
fn oklab(color: Rgb) -> Rgb {
    let [l, m, s] = [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
    .map(|row| dot(&row, &color).cbrt());
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
    .map(|row| dot(&row, &[l, m, s]))
}

/// As someone with the deficiency sees it.
fn seen(color: Color, deficiency: &[Rgb; 3]) -> Rgb {
    let color = linear(color);
    oklab(deficiency.map(|row| dot(&row, &color).clamp(0.0, 1.0)))
}

fn distance(a: Rgb, b: Rgb) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

#[track_caller]
fn check_contrast(what: &str, color: Color, ground: Color, least: f64) {
    let found = contrast(color, ground);
    assert!(
        found >= least,
        "{what}: {found:.2}:1 is less than {least}:1 ({color:?} on {ground:?})"
    );
}

#[test]
fn black_on_white_has_the_contrast_that_the_standard_gives() {
    assert!((contrast(Color::hex(0), Color::hex(0xFFFFFF)) - 21.0).abs() < 1e-9);
    assert!((contrast(Color::hex(0x767676), Color::hex(0xFFFFFF)) - 4.54).abs() < 0.01);
}

#[test]
fn grey_looks_the_same_with_every_deficiency() {
    for (name, matrix) in DEFICIENCIES {
        let grey = Color::hex(0x808080);
        let moved = distance(seen(grey, &matrix), oklab(linear(grey)));
        assert!(moved < 1e-3, "{name} moves grey by {moved}");
    }
}

#[test]
fn text_can_be_read_on_the_ground() {
    for (name, theme) in themes() {
        check_contrast(&format!("{name} ink"), theme.ink, theme.ground, TEXT);
        check_contrast(&format!("{name} muted"), theme.muted, theme.ground, TEXT);
    }
}

#[test]
fn names_can_be_read_in_a_partners_colour_and_on_it() {
    for (name, theme) in themes() {
        for (index, partner) in theme.partners.iter().enumerate() {
            check_contrast(&format!("{name} partner {index}"), partner.color, theme.ground, TEXT);
        }
    }
}

#[test]
fn graphics_stand_out_from_the_ground() {
    for (name, theme) in themes() {
        check_contrast(&format!("{name} rule"), theme.rule, theme.ground, GRAPHIC);
        check_contrast(&format!("{name} focus"), theme.focus, theme.ground, GRAPHIC);
        for (index, partner) in theme.partners.iter().enumerate() {
            let what = format!("{name} partner {index} pale");
            check_contrast(&what, partner.pale, theme.ground, GRAPHIC);
        }
    }
}

/// What the views draw of the project's data.
fn states() -> Vec<State> {
    let mut states: Vec<State> = [View::Story, View::Trade, View::Events, View::Sectors]
        .map(|view| State { view, ..State::default() })
        .to_vec();
    let trade = State { view: View::Trade, ..State::default() };
    for scale in [ScaleKind::Log, ScaleKind::Indexed] {
        states.push(State { scale, ..trade.clone() });
    }
    states.push(State { compare: Some(Compare::Reporters), ..trade.clone() });
    let one = vec![Dataset::embedded().partners[0].code];
    states.push(State { partners: one, select: Some("f202".to_owned()), ..trade });
    states
}

/// The scenes, not the tokens: what is mixed of these, and which is drawn on which.
#[test]
fn all_that_a_scene_draws_stands_out_from_what_it_stands_on() {
    let data = Dataset::embedded();
    let mut judged = [0; 4];
    for (name, theme) in themes() {
        for state in states() {
            let (locale, measure) = (Locale::of(state.language), &TableMeasure);
            let look = Look { locale, theme: &theme, measure, width: 800.0 };
            let picture = Picture::new(&data, &state, look);
            let focus = picture.focus(&theme, measure, state.select.as_deref());
            let marks = || picture.chart.scene.marks.iter().chain(&focus.marks);
            // What recedes: grid lines, and the shade of an era, which text is written on.
            let recedes =
                |color: Color| contrast(color, theme.ground) <= contrast(theme.grid, theme.ground);
            let shades: Vec<Color> = marks()
                .filter_map(|mark| match mark {
                    Mark::Rect { color, .. } if recedes(*color) && *color != theme.grid => {
                        Some(*color)
                    }
                    _ => None,
                })
                .chain([theme.ground])
                .collect();
            for mark in marks() {
                let (kind, color, least) = match mark {
                    Mark::Rect { color, .. } if recedes(*color) => continue,
                    Mark::Rect { color, .. } => (0, *color, GRAPHIC),
                    Mark::Line { color, .. } => (1, *color, GRAPHIC),
                    Mark::Symbol { color, .. } => (2, *color, GRAPHIC),
                    Mark::Text { color, .. } => (3, *color, TEXT),
                };
                judged[kind] += 1;
                for shade in &shades {
                    check_contrast(
                        &format!("{name} {:?}: {mark:?}", state.view),
                        color,
                        *shade,
                        least,
                    );
                }
            }
        }
    }
    assert!(judged.iter().all(|count| *count > 50), "{judged:?} are judged");
}

#[test]
fn grid_lines_are_seen_but_recede_behind_rules() {
    for (name, theme) in [("light", Theme::light()), ("dark", Theme::dark())] {
        let (grid, rule) = (contrast(theme.grid, theme.ground), contrast(theme.rule, theme.ground));
        assert!(grid > 1.15 && grid < rule / 2.0, "{name}: grid {grid:.2}, rule {rule:.2}");
    }
}

#[test]
fn partners_stay_apart_with_every_deficiency() {
    for (name, theme) in [("light", Theme::light()), ("dark", Theme::dark())] {
        for (deficiency, matrix) in DEFICIENCIES {
            for (i, a) in theme.partners.iter().enumerate() {
                for (j, b) in theme.partners.iter().enumerate().skip(i + 1) {
                    let least = if j < 6 { FIRST_SIX_APART } else { ALL_APART };
                    let found = distance(seen(a.color, &matrix), seen(b.color, &matrix));
                    assert!(
                        found >= least,
                        "{name}, {deficiency}: {i} and {j} are {found:.3} apart"
                    );
                }
            }
        }
    }
}

#[test]
fn every_partner_has_a_marker_of_its_own() {
    for (name, theme) in themes() {
        for (i, a) in theme.partners.iter().enumerate() {
            for b in &theme.partners[i + 1..] {
                assert_ne!(a.marker, b.marker, "{name}");
            }
        }
    }
}

#[test]
fn partners_beyond_the_palette_are_grey_and_repeat_no_colour() {
    let theme = Theme::light();
    assert!(theme.partners.len() >= 8);
    let [past, next] = [0, 1].map(|past| theme.partner(theme.partners.len() + past, None));
    assert!(past.color == theme.muted && next.color == theme.muted);
    assert!(theme.partners.iter().all(|partner| partner.color != past.color));
    assert_eq!(
        (past.marker, next.marker),
        (theme.partner(0, None).marker, theme.partner(1, None).marker)
    );
}
