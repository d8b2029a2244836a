//! What input changes, and what the card says.

use crate::support::bench::Bench;
use bilateral::dataset::{Code, Language};
use bilateral::geometry::Point;
use bilateral::locale::Locale;
use bilateral::scene::{Focus, Shape, Target};
use bilateral::theme::Theme;
use bilateral::view::{ScaleKind, State, View};
use bilateral::widget::{Input, Model, PageEvent, Pointer, Redraw, Step, chips, focus_of};
use bilateral::wire::parts;
use bilateral::words::{Card, card};

impl Bench {
    /// A mark that nothing else is near to.
    fn lone(&self, wanted: impl Fn(&Target) -> bool) -> Target {
        let chart = self.chart();
        let near = |a: &Target, b: &Target| a.at.distance_squared(b.at) < 64.0;
        let targets = &chart.chart.scene.targets;
        let lone =
            |target: &&Target| targets.iter().filter(|other| near(target, other)).count() == 1;
        targets.iter().filter(lone).find(|target| wanted(target)).expect("one such mark").clone()
    }

    fn card(&self, id: &str, language: Language) -> Card {
        let focus = focus_of(id, &self.data, &self.chart()).expect("a record of the dataset");
        card(self.chart().telling(&self.data, Locale::of(language)), &focus).expect("a card")
    }
}

fn on(target: &Target) -> Pointer {
    Pointer { at: target.at, reach: 20.0 }
}

const AWAY: Pointer = Pointer { at: Point::new(-500.0, -500.0), reach: 20.0 };

fn codes(partners: &[Code]) -> Vec<&str> {
    partners.iter().map(Code::as_str).collect()
}

#[test]
fn the_walk_goes_on_where_a_card_was_closed() {
    for close in [Input::Escape, Input::Pin] {
        let mut bench = Bench::new(1000.0);
        for _ in 0..3 {
            bench.input(Input::Walk(Step::Next));
        }
        let third = bench.model.focus.clone().expect("a mark");
        bench.input(Input::Pin);
        bench.input(close);
        assert_eq!(bench.model.focus, None);
        bench.input(Input::Pin);
        assert_eq!(bench.model.focus, Some(Focus { pinned: true, ..third.clone() }));
        bench.input(Input::Escape);
        bench.input(Input::Walk(Step::Next));
        bench.input(Input::Walk(Step::Previous));
        assert_eq!(bench.model.focus, Some(third));
    }
}

#[test]
fn hovering_shows_a_mark_and_leaving_takes_it_away() {
    let mut bench = Bench::new(1000.0);
    let target = bench.lone(|target| !target.cluster);
    assert_eq!(bench.input(Input::Move(on(&target))), (Redraw::Focus, vec![]));
    let focus = bench.model.focus.clone().expect("the mark");
    assert_eq!(
        (focus.records, focus.at, focus.pinned),
        (target.records.clone(), Some(target.at), false)
    );
    assert_eq!(bench.input(Input::Move(on(&target))), (Redraw::Nothing, vec![]));
    assert_eq!(bench.input(Input::Move(AWAY)), (Redraw::Focus, vec![]));
    assert_eq!(bench.model, Model::default());
}

#[test]
fn a_tap_pins_a_mark_until_it_is_tapped_again() {
    let mut bench = Bench::new(1000.0);
    let target = bench.lone(|target| !target.cluster);
    let id = target.records[0].clone();
    let pinned = bench.input(Input::Tap(on(&target)));
    assert_eq!(pinned, (Redraw::Focus, vec![PageEvent::Select(Some(id.clone()))]));
    assert_eq!(bench.model.state.select, Some(id));
    let other = bench.lone(|mark| mark.records != target.records);
    assert_eq!(bench.input(Input::Move(on(&other))), (Redraw::Nothing, vec![]));
    assert_eq!(bench.input(Input::Leave), (Redraw::Nothing, vec![]));
    assert_eq!(
        bench.input(Input::Tap(on(&target))),
        (Redraw::Focus, vec![PageEvent::Select(None)])
    );
    assert_eq!(bench.model, Model::default());
}

#[test]
fn escape_and_a_tap_beside_let_go() {
    for input in [Input::Escape, Input::Tap(AWAY), Input::Select(None), Input::Select(Some("?"))] {
        let mut bench = Bench::new(1000.0);
        let target = bench.lone(|target| !target.cluster);
        bench.input(Input::Tap(on(&target)));
        assert_eq!(bench.input(input), (Redraw::Focus, vec![PageEvent::Select(None)]), "{input:?}");
        assert_eq!((bench.model.focus, bench.model.state.select), (None, None), "{input:?}");
    }
}

#[test]
fn a_cluster_lists_its_members_and_each_can_be_chosen() {
    let mut bench = Bench::new(1000.0);
    let cluster = bench.lone(|target| target.cluster);
    assert_eq!(bench.input(Input::Tap(on(&cluster))), (Redraw::Focus, vec![]));
    assert_eq!(bench.model.state.select, None);
    let focus = bench.model.focus.clone().expect("the cluster");
    let listed =
        card(bench.chart().telling(&bench.data, Locale::of(Language::EN)), &focus).expect("a card");
    let lines = &listed.related[0].lines;
    let records: Vec<&str> = lines.iter().map(|line| line.record.as_str()).collect();
    assert_eq!(records, cluster.records);
    let member = &lines[1];
    bench.input(Input::Select(Some(&member.record)));
    let focus = bench.model.focus.clone().expect("the member");
    assert_eq!((focus.records, focus.at), (vec![member.record.clone()], Some(cluster.at)));
    let chart = bench.chart();
    let told = card(
        chart.telling(&bench.data, Locale::of(Language::EN)),
        &Focus { at: None, ..bench.model.focus.expect("it") },
    );
    assert!(member.text.starts_with(&told.expect("a card").title), "{member:?}");
}

#[test]
fn an_aside_opens_its_record_or_lists_its_records() {
    let mut bench = Bench::new(1000.0);
    let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let one = bench.input(Input::Open(&ids(&["f203"])));
    assert_eq!(one, (Redraw::Focus, vec![PageEvent::Select(Some("f203".into()))]));
    let several = bench.input(Input::Open(&ids(&["f203", "?", "e013"])));
    assert_eq!(several, (Redraw::Focus, vec![PageEvent::Select(None)]));
    let focus = bench.model.focus.clone().expect("both that are known");
    assert_eq!((focus.records, focus.cluster), (ids(&["f203", "e013"]), true));
    bench.input(Input::Open(&ids(&["?"])));
    assert_eq!(bench.model.focus, None);
}

#[test]
fn chips_switch_partners_but_never_the_last() {
    let mut bench = Bench::new(1000.0);
    let offered: Vec<Code> =
        bench.chart().reading.partners.iter().map(|offer| offer.code).collect();
    assert_eq!(
        codes(&offered[..4]),
        ["KZ", "RU", "TJ", "TR"],
        "the drawn ones, then by what is known"
    );
    for view in [View::Story, View::Trade, View::Events, View::Sectors] {
        let mut bench = Bench::new(1000.0);
        bench.model.state.view = view;
        let reading = bench.chart().reading;
        let on = reading.partners.iter().filter(|offer| offer.on).map(|offer| offer.code);
        let bands = reading.bands.iter().map(|band| band.code);
        assert_eq!(on.collect::<Vec<_>>(), bands.collect::<Vec<_>>(), "{view:?}");
    }
    let toggled = bench.input(Input::Toggle(offered[0]));
    assert_eq!(toggled, (Redraw::Chart, vec![PageEvent::Change]));
    assert_eq!(codes(&bench.model.state.partners), ["RU", "TJ"]);
    bench.input(Input::Toggle(offered[2]));
    bench.input(Input::Toggle(offered[1]));
    assert_eq!(codes(&bench.model.state.partners), ["RU"], "the last stays");
    bench.input(Input::Toggle(offered[2]));
    bench.input(Input::Toggle(offered[0]));
    assert_eq!(bench.model.state.partners, [], "the first three again are the default");
    bench.input(Input::Toggle(offered[3]));
    assert_eq!(codes(&bench.model.state.partners), ["KZ", "RU", "TJ", "TR"]);
    let unknown = bench.input(Input::Toggle(Code::new(*b"XX"))).0;
    assert_eq!(unknown, Redraw::Nothing);
}

#[test]
fn on_a_phone_the_chips_choose_one() {
    let mut bench = Bench::new(360.0);
    for code in [*b"RU", *b"TJ"] {
        bench.input(Input::Toggle(Code::new(code)));
        assert_eq!(bench.model.state.partners, [Code::new(code)]);
        let chart = bench.chart();
        let chips = chips(&bench.data, &chart, &Theme::light(), Locale::of(Language::EN));
        let on: Vec<Code> = chips.iter().filter(|chip| chip.on).map(|chip| chip.code).collect();
        // Two of them have events alone.
        assert_eq!((on, chips.len()), (vec![Code::new(code)], 10));
    }
}

#[test]
fn a_button_sets_its_attribute_and_hostile_ones_change_nothing() {
    let mut bench = Bench::new(1000.0);
    let chosen = bench.input(Input::Choose { attribute: "view", value: "trade" });
    assert_eq!(chosen, (Redraw::Chart, vec![PageEvent::Change]));
    assert_eq!(bench.model.state.get("view").as_deref(), Some("trade"));
    let before = bench.model.clone();
    let refused = bench.input(Input::Choose { attribute: "onload", value: "x" });
    assert_eq!((refused, bench.model), ((Redraw::Nothing, vec![]), before));
}

#[test]
fn every_mark_of_every_view_has_a_card_with_a_source_in_every_language() {
    for view in ["story", "trade", "events"] {
        for width in [320.0, 1000.0] {
            let mut bench = Bench::new(width);
            bench.model.state.set("view", Some(view)).expect("a view");
            let chart = bench.chart();
            for target in &chart.chart.scene.targets {
                for language in Language::BUILT_IN {
                    let focus = Focus {
                        records: target.records.clone(),
                        at: Some(target.at),
                        cluster: target.cluster,
                        pinned: false,
                    };
                    let told = card(chart.telling(&bench.data, Locale::of(language)), &focus);
                    let told = told.unwrap_or_else(|| panic!("no card for {focus:?}"));
                    let place = format!("{view} {width} {language:?} {:?}", target.records);
                    assert!(!told.title.is_empty(), "{place}");
                    assert!(!told.title.contains('{'), "{place}: {}", told.title);
                    match target.cluster {
                        true => assert!(!told.related[0].lines.is_empty(), "{place}"),
                        false => assert!(!told.citations.is_empty(), "{place}"),
                    }
                }
            }
        }
    }
}

#[test]
fn a_value_without_a_period_says_so_and_where_it_is_from() {
    let bench = Bench::new(1000.0);
    let told = bench.card("f203", Language::EN);
    assert_eq!(told.title, "Trade with Tajikistan");
    assert_eq!(told.value.as_deref(), Some("$623,400"));
    assert_eq!(told.date.as_deref(), Some("period not stated"));
    assert_eq!(told.reporter.as_deref(), Some("statistics not named"));
    assert!(told.remarks[0].starts_with("Ambiguous: "), "{:?}", told.remarks);
    let locator = told.citations[0].locator.as_deref().expect("a paragraph");
    assert!(locator.starts_with("paragraph "), "{locator}");
    assert!(locator.contains("623"), "{locator}");
}

#[test]
fn a_value_names_its_statistics_and_what_disagrees() {
    let bench = Bench::new(1000.0);
    let told = bench.card("f033", Language::EN);
    assert_eq!(told.value.as_deref(), Some("$529.4\u{a0}mln"));
    assert_eq!(told.date.as_deref(), Some("2023"));
    assert_eq!(told.reporter.as_deref(), Some("according to Kazakh statistics"));
    let disagreement =
        told.related.iter().find(|related| related.heading.starts_with("Disagreement: "));
    let records: Vec<&str> =
        disagreement.expect("a conflict").lines.iter().map(|line| line.record.as_str()).collect();
    assert_eq!(records, ["f034", "f035", "f035g"]);
    assert!(told.citations[0].url.is_some());
}

#[test]
fn a_planned_event_says_that_it_was_planned() {
    let bench = Bench::new(1000.0);
    let told = bench.card("e013", Language::EN);
    assert_eq!(told.title, "Intergovernmental commission, Baku");
    assert_eq!(told.context.as_deref(), Some("Tajikistan · commission · planned"));
    assert_eq!(told.date.as_deref(), Some("13–14 July 2017"));
}

#[test]
fn an_event_shows_the_values_before_and_after_it_and_says_that_order_is_no_cause() {
    let bench = Bench::new(1000.0);
    let told = bench.card("e053b", Language::EN);
    let beside = told.related.iter().find(|related| related.heading.contains("not imply cause"));
    let lines: Vec<(&str, &str)> = beside
        .expect("the values beside it")
        .lines
        .iter()
        .map(|line| (line.text.as_str(), line.record.as_str()))
        .collect();
    let before = ("Before: $109\u{a0}mln (2020, according to Kazakh statistics, inferred)", "f202");
    assert_eq!(
        lines,
        [before, ("After: $529.4\u{a0}mln (2023, according to Kazakh statistics)", "f033")]
    );
}

#[test]
fn parts_are_json_with_the_words_as_they_are() {
    let mut bench = Bench::new(1000.0);
    let title = "\"<b>\\Тест\u{7f}";
    bench.model.state = State { title: Some(title.into()), ..State::default() };
    let chart = bench.chart();
    let theme = Theme::dark();
    let chips = chips(&bench.data, &chart, &theme, Locale::of(Language::EN));
    let summary = ("A summary.", true);
    let text = parts(&bench.data, &chart, Locale::of(Language::EN), &chips, &theme, summary);
    let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(value["headline"], title);
    assert_eq!(value["summary"], "A summary.");
    assert_eq!(value["dark"], true);
    assert_eq!(value["views"].as_array().map(Vec::len), Some(5));
    assert_eq!(value["scales"].as_array().map(Vec::len), Some(0));
    assert_eq!(value["chips"][0]["code"], "KZ");
    assert_eq!(value["colors"]["ground"], "#14181d");
}

#[test]
fn a_chip_has_the_partner_s_marker_where_partners_share_a_plot() {
    let mut bench = Bench::new(600.0);
    let theme = Theme::light();
    let markers = |bench: &Bench| {
        let chips = chips(&bench.data, &bench.chart(), &theme, Locale::of(Language::EN));
        chips.into_iter().map(|chip| chip.style.marker).collect::<Vec<_>>()
    };
    assert!(markers(&bench).iter().all(|marker| *marker == Shape::Circle));
    bench.model.state = State { view: View::Trade, scale: ScaleKind::Log, ..State::default() };
    assert_eq!(markers(&bench)[..3], [Shape::Circle, Shape::Square, Shape::Triangle]);
}
