//! Everything that is said is true, and what is asked for is shown or told why not.

use crate::support::bench::Bench;
use crate::support::draw::draw;
use crate::support::figures::{OWN, PARTNER, THEIRS, month, only, turnover};
use bilateral::dataset::{Code, Dataset, Day, Edtf, Figure, Language, Measure, Value, from_json};
use bilateral::locale::{Locale, complete};
use bilateral::scene::Mark;
use bilateral::text::TableMeasure;
use bilateral::theme::{Color, Theme};
use bilateral::view::{ScaleKind, State, View};
use bilateral::widget::{Input, Look, chips};
use bilateral::wire::parts;

fn months(mut figure: Figure, from: (i16, u8), to: (i16, u8)) -> Figure {
    figure.period = Some(Edtf::Interval(Some(month(from.0, from.1)), Some(month(to.0, to.1))));
    figure
}

fn of(view: View, partner: Code) -> State {
    State { view, partners: vec![partner], ..State::default() }
}

#[test]
fn where_nothing_but_parts_of_years_is_known_the_latest_is_told_with_its_period() {
    let figures = vec![
        months(turnover(2023, 2.0, OWN), (2023, 1), (2023, 4)),
        months(turnover(2024, 5.0, THEIRS), (2024, 1), (2024, 4)),
    ];
    let data = only(figures);
    for view in [View::Trade, View::Story] {
        let told = draw(&data, &of(view, PARTNER), 800.0).texts.headline;
        let expected = "Trade with Kazakhstan: $5\u{a0}mln (January–April 2024), according to \
                        Kazakh statistics";
        assert_eq!(told, expected);
    }
}

#[test]
fn a_sum_of_several_years_is_told_after_a_part_of_one() {
    let figures = vec![
        months(turnover(2021, 2.0, OWN), (2021, 1), (2021, 10)),
        months(turnover(2023, 9.0, OWN), (2019, 1), (2023, 12)),
    ];
    let told = draw(&only(figures), &of(View::Trade, PARTNER), 800.0).texts.headline;
    assert!(told.contains("$2\u{a0}mln (January–October 2021)"), "{told}");
}

#[test]
fn no_partner_s_sure_value_is_drawn_without_a_finding() {
    let data = Dataset::embedded();
    let mut parts_alone = 0;
    for measure in [Measure::TURNOVER, Measure::EXPORTS, Measure::IMPORTS] {
        for partner in &data.partners {
            let measure = Some(data.measure_key(measure).to_owned());
            let state = State { measure, ..of(View::Trade, partner.code) };
            let picture = draw(&data, &state, 800.0);
            let sure =
                |band: &bilateral::reading::Band| band.dated().any(|value| !value.is_doubtful);
            let has_years =
                picture.reading.bands.iter().any(|band| {
                    band.dated().any(|value| value.year.is_some() && !value.is_doubtful)
                });
            if picture.reading.bands.iter().any(sure) {
                let headline = &picture.texts.headline;
                assert!(picture.reading.finding.is_some(), "{}: {headline}", partner.code.as_str());
                parts_alone += usize::from(!has_years);
            }
        }
    }
    assert!(parts_alone > 0, "no partner has parts of years alone");
}

#[test]
fn a_subtitle_says_why_no_value_is_drawn() {
    let words = Locale::of(Language::EN).words;
    let mut undated = turnover(2020, 5.0, OWN);
    undated.period = None;
    let mut other = turnover(2020, 4.0, OWN);
    other.record.partners = vec![Code::new(*b"RU")];
    let events = Dataset::embedded().events;
    let with_events = |figures| Dataset { events: events.clone(), ..only(figures) };
    let told = |data: &Dataset, state: &State| draw(data, state, 800.0).texts.subtitle;

    let subtitle = told(&only(vec![undated, other.clone()]), &of(View::Trade, PARTNER));
    assert!(subtitle.to_lowercase().ends_with(words.period_not_stated), "{subtitle}");
    let subtitle = told(&with_events(vec![other.clone()]), &of(View::Story, PARTNER));
    assert!(subtitle.ends_with(words.no_values), "{subtitle}");
    let mut late = of(View::Story, PARTNER);
    late.set("from", Some("2022")).unwrap();
    let subtitle = told(&with_events(vec![turnover(2016, 5.0, OWN), other]), &late);
    assert!(subtitle.ends_with(words.not_in_period), "{subtitle}");
    // One that draws a value says nothing of the kind.
    let subtitle = told(&only(vec![turnover(2016, 5.0, OWN)]), &of(View::Trade, PARTNER));
    assert!(subtitle.ends_with("dollars"), "{subtitle}");
}

/// What is said of the chosen record of a query.
fn unshown(query: &str) -> Option<String> {
    let (_, problems) = State::told(query, &Dataset::embedded());
    let found = problems.into_iter().find(|problem| problem.attribute == "select");
    found.map(|problem| problem.reason)
}

#[test]
fn a_chosen_record_that_the_rest_of_the_state_leaves_out_is_a_problem_that_says_why() {
    for (query, why) in [
        ("partners=KZ&select=f001", "TJ"),
        ("view=events&partners=KZ RU&select=e001", "TJ"),
        ("measure=exports&select=f001", "turnover"),
        ("view=trade&from=2020&select=f001", "2015"),
        ("view=events&to=1991&select=e001", "1992-05-29"),
        ("view=events&kinds=treaty&select=e002", "visit"),
        ("view=events&select=f001", "events"),
        ("view=sectors&select=e001", "sectors"),
        ("view=table&partners=KZ&select=f001", "TJ"),
    ] {
        let told = unshown(&query.replace(' ', "+"));
        assert!(told.as_ref().is_some_and(|told| told.contains(why)), "{query}: {told:?}");
    }
    for query in [
        "select=f001",
        "view=trade&select=f001",
        "partners=TJ&select=f001",
        "view=table&select=f001",
        "view=events&kinds=visit&from=2000&select=e002",
        "view=sectors&select=m001",
    ] {
        assert_eq!(unshown(query), None, "{query}");
    }
}

/// Twenty years that follow each other, and one value long before them.
fn with_a_stray() -> Bench {
    let mut figures: Vec<Figure> = (2000..2024).map(|year| turnover(year, 5.0, OWN)).collect();
    figures.push(turnover(1960, 4.0, OWN));
    let mut bench = Bench { data: only(figures), ..Bench::new(1000.0) };
    bench.model.state = of(View::Trade, PARTNER);
    bench
}

fn whole(bench: &Bench) -> serde_json::Value {
    let chart = bench.chart();
    let (theme, locale) = (Theme::light(), Locale::of(Language::EN));
    let chips = chips(&bench.data, &chart, &theme, locale);
    let text = parts(&bench.data, &chart, locale, &chips, &theme, ("", true));
    let parts: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    parts["range"]["whole"].clone()
}

#[test]
fn the_whole_period_is_offered_while_anything_lies_outside_of_the_axis() {
    let mut bench = with_a_stray();
    let first = |bench: &Bench| bench.chart().chart.extent.expect("an axis").from;
    assert_eq!(first(&bench), Day::from_civil(2000, 1, 1));
    assert_eq!(whole(&bench), false, "the axis begins late by itself");
    bench.input(Input::Reset);
    assert_eq!(first(&bench), Day::from_civil(1960, 1, 1));
    assert_eq!(whole(&bench), true);
    let (from, to) = (Day::from_civil(2010, 1, 1), Day::from_civil(2012, 12, 31));
    bench.input(Input::Range { from, to });
    assert_eq!(whole(&bench), false);
    bench.input(Input::Reset);
    assert_eq!((first(&bench), whole(&bench)), (Day::from_civil(1960, 1, 1), true.into()));
}

#[test]
fn the_whole_period_is_offered_only_where_a_press_changes_the_axis() {
    for scale in [ScaleKind::Indexed, ScaleKind::Log] {
        for partners in [&["KZ"][..], &["KZ", "RU", "TJ"]] {
            let mut bench = Bench::new(1000.0);
            bench.model.state.view = View::Trade;
            bench.model.state.scale = scale;
            bench.model.state.partners =
                partners.iter().filter_map(|code| Code::parse(code)).collect();
            let drawn = |bench: &Bench| bench.chart().chart.extent.map(|axis| (axis.from, axis.to));
            let before = drawn(&bench);
            let is_offered = whole(&bench) == false;
            bench.input(Input::Reset);
            assert_eq!(is_offered, before != drawn(&bench), "{scale:?} {partners:?}");
            assert_eq!(whole(&bench), true, "{scale:?} {partners:?}");
        }
    }
}

#[test]
fn the_whole_period_is_that_of_the_records_whatever_was_chosen() {
    let whole_after = |from: Option<i32>, to: Option<i32>| {
        let mut bench = Bench::new(1000.0);
        bench.model.state.partners = vec![Code::new(*b"KZ")];
        bench.model.state.from = from.map(|year| Day::from_civil(year, 1, 1));
        bench.model.state.to = to.map(|year| Day::from_civil(year, 12, 31));
        bench.input(Input::Reset);
        (bench.model.state.from, bench.model.state.to)
    };
    assert_eq!(whole_after(Some(2040), None), whole_after(None, None));
    assert_eq!(whole_after(None, Some(1980)), whole_after(None, None));
}

#[test]
fn the_whole_period_of_what_lies_together_is_no_choice() {
    let mut bench = with_a_stray();
    bench.data.figures.pop();
    assert_eq!(whole(&bench), true);
    let (from, to) = (Day::from_civil(2010, 1, 1), Day::from_civil(2012, 12, 31));
    bench.input(Input::Range { from, to });
    assert_eq!(whole(&bench), false);
    bench.input(Input::Reset);
    assert_eq!((bench.model.state.from, bench.model.state.to), (None, None));
    assert_eq!(whole(&bench), true);
    // Few months of one year: the year's others hold nothing.
    bench.data.figures = vec![
        months(turnover(2021, 3.0, OWN), (2021, 3), (2021, 3)),
        months(turnover(2022, 4.0, OWN), (2021, 4), (2021, 4)),
    ];
    assert_eq!(whole(&bench), true);
}

/// A publisher that has a name in another language, and one that has not.
fn with_publishers() -> Dataset {
    let whole = serde_json::json!({
        "format": "bilateral/1",
        "meta": { "name": "any", "reporting": "AZ", "languages": ["en", "az"] },
        "sources": [
            { "id": "a", "kind": "publication", "publisher": "State Customs Committee",
              "publishers": { "az": "Dövlət Gömrük Komitəsi" }, "url": "https://a.example/",
              "title": "Trade" },
            { "id": "b", "kind": "publication", "publisher": "Trend", "url": "https://b.example/" },
        ],
        "figures": [
            { "id": "f1", "partner": "KZ", "measure": "turnover", "value": 5e6, "unit": "USD",
              "period": "2020", "reporter": "AZ", "source": ["a", "b"] },
        ],
    });
    let value: Value = serde_json::from_value(whole).expect("JSON");
    let mut data = from_json(&value).unwrap_or_else(|found| panic!("{}", found[0]));
    complete(&mut data, Locale::of(Language::EN));
    complete(&mut data, Locale::of(Language::AZ));
    data
}

#[test]
fn a_publisher_is_named_in_the_language_of_the_page() {
    let data = with_publishers();
    for (language, name, other) in [
        (Language::EN, "State Customs Committee", "Dövlət Gömrük Komitəsi"),
        (Language::AZ, "Dövlət Gömrük Komitəsi", "State Customs Committee"),
    ] {
        let state = State { language, select: Some("f1".into()), ..of(View::Trade, PARTNER) };
        let picture = draw(&data, &state, 800.0);
        let telling = picture.telling(&data, Locale::of(language));
        let focus = bilateral::widget::focus_of("f1", &data, &picture).expect("a record");
        let card = bilateral::words::card(telling, &focus).expect("a card");
        let cited: Vec<&str> = card.citations.iter().map(|cited| cited.name.as_str()).collect();
        for text in [
            picture.texts.footer.clone(),
            cited.join("\n"),
            bilateral::wire::sources(telling),
            bilateral::words::citation(telling, &picture.texts.headline),
            bilateral::words::speak(telling, &focus),
            bilateral::export::Export(telling).csv(),
            bilateral::export::Export(telling).bibtex(),
            bilateral::export::Export(telling).csl(),
        ] {
            assert!(text.contains(name) && !text.contains(other), "{language:?}: {text}");
            assert!(text.contains("Trend"), "its own name stays: {text}");
        }
    }
}

#[test]
fn the_names_of_a_publisher_come_back() {
    let data = with_publishers();
    let json = bilateral::export::whole(&data);
    let value: Value = serde_json::from_str(&json).expect("JSON");
    let back = from_json(&value).expect("a dataset");
    assert_eq!(back.sources, data.sources);
    assert!(json.contains("Dövlət Gömrük Komitəsi"));
}

/// A title that its page does not print says so wherever it is written.
#[test]
fn references_say_which_titles_are_not_the_page_s_own() {
    let data = Dataset::embedded();
    let state = of(View::Trade, PARTNER);
    let picture = draw(&data, &state, 800.0);
    let export = bilateral::export::Export(picture.telling(&data, Locale::of(Language::EN)));
    let words = Locale::of(Language::EN).words;
    for text in [export.bibtex(), export.csl()] {
        for said in [words.title_from_address, words.title_described] {
            assert!(text.contains(said), "{said} is missing of {text}");
        }
    }
    for said in ["address", "described"] {
        assert!(export.csv().lines().any(|line| line.ends_with(said)), "{said}");
    }
}

/// A picture of the table has room for a few rows: those that bear out its headline come first.
#[test]
fn a_picture_of_the_table_begins_with_what_its_headline_tells() {
    let data = Dataset::embedded();
    let theme = Theme::light();
    for width in [320.0, 600.0, 1000.0] {
        let picture = draw(&data, &State { view: View::Table, ..State::default() }, width);
        let look =
            Look { locale: Locale::of(Language::EN), theme: &theme, measure: &TableMeasure, width };
        let (scene, _) = bilateral::table::list(&picture.request(&data, look));
        let scene = scene.expect("rows");
        let finding = picture.reading.finding.as_ref().expect("a finding");
        let told = finding.figures();
        for at in &told {
            let id = &data.figure(*at).record.id;
            let place = scene.targets.iter().position(|target| target.records.contains(id));
            assert!(place.is_some_and(|place| place < 4), "{id} at {width}: {place:?}");
        }
        assert!(!told.is_empty() && scene.targets.len() > 8);
    }
}

/// Where each status has a place of its own, the marks of one partner do not run into the next one's.
#[test]
fn the_cells_of_a_row_of_sectors_stand_apart() {
    let data = Dataset::embedded();
    let mut rows = 0;
    for language in Language::BUILT_IN {
        for width in [320.0, 360.0, 400.0, 480.0, 600.0] {
            let state = State { view: View::Sectors, language, ..State::default() };
            let scene = draw(&data, &state, width).chart.scene;
            let mut marks: Vec<(f64, f64, Color)> = Vec::new();
            for mark in &scene.marks {
                if let Mark::Symbol { at, color, .. } = mark {
                    marks.push((at.y, at.x, *color));
                }
            }
            marks.sort_by(|one, other| {
                (one.0, one.1).partial_cmp(&(other.0, other.1)).expect("numbers")
            });
            for pair in marks.windows(2) {
                let [(y, x, color), (other_y, other_x, other)] = pair else { continue };
                if y == other_y && color != other {
                    rows += 1;
                    assert!(other_x - x >= 20.0, "{language:?} at {width}: {x} and {other_x}");
                }
            }
        }
    }
    assert!(rows > 50, "{rows}");
}

/// The story begins where trade is known, and leaves earlier events out; other views hold all.
#[test]
fn the_whole_period_is_offered_in_the_story_as_it_comes() {
    for (view, is_whole) in [(View::Trade, true), (View::Events, true), (View::Story, false)] {
        let mut bench = Bench::new(1000.0);
        bench.model.state.view = view;
        assert_eq!(whole(&bench), is_whole, "{view:?}");
        bench.input(Input::Reset);
        assert_eq!(whole(&bench), true, "{view:?}");
    }
}
