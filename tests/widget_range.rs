//! The range of time, the kinds of events and the keyboard's walk as inputs.

use crate::support::bench::Bench;
use bilateral::chart::Extent;
use bilateral::dataset::{Code, Day, EventKind};
use bilateral::locale::Locale;
use bilateral::scene::Focus;
use bilateral::theme::Theme;
use bilateral::widget::{Input, PageEvent, Picture, Pointer, Redraw, Step, chips, update};
use bilateral::wire::parts;
use bilateral::words::speak;

impl Bench {
    fn showing(view: &str) -> Bench {
        let mut bench = Bench::new(1000.0);
        bench.model.state.set("view", Some(view)).expect("a view");
        bench
    }

    fn extent(&self) -> Extent {
        self.chart().chart.extent.expect("a time axis")
    }

    fn drawn(&self) -> (Day, Day) {
        let Extent { from, to, .. } = self.extent();
        (from, to)
    }

    fn parts(&self) -> serde_json::Value {
        let chart = self.chart();
        let theme = Theme::light();
        let chips = chips(&self.data, &chart, &theme, Locale::of(self.model.state.language));
        let locale = Locale::of(self.model.state.language);
        let text = parts(&self.data, &chart, locale, &chips, &theme, ("", true));
        serde_json::from_str(&text).expect("JSON")
    }
}

fn day(year: i32, month: u32, day: u32) -> Day {
    Day::from_civil(year, month, day)
}

fn changed() -> (Redraw, Vec<PageEvent>) {
    (Redraw::Chart, vec![PageEvent::Change])
}

#[test]
fn the_slider_draws_its_range_and_a_reset_takes_it_back() {
    let mut bench = Bench::showing("trade");
    let whole = bench.drawn();
    let (from, to) = (day(2018, 3, 1), day(2021, 9, 30));
    assert_eq!(bench.input(Input::Range { from, to }), changed());
    assert_eq!(bench.drawn(), (from, to));
    assert_eq!(bench.input(Input::Range { from, to }), (Redraw::Nothing, vec![]));
    assert_eq!(bench.parts()["range"]["changed"], true);
    assert_eq!(bench.input(Input::Reset), changed());
    assert_eq!((bench.drawn(), bench.model.clone().state.from), (whole, None));
    assert_eq!(bench.parts()["range"]["changed"], false);
}

#[test]
fn a_range_keeps_inside_the_records_and_is_never_shorter_than_a_month() {
    let mut bench = Bench::showing("trade");
    let Extent { first, last, .. } = bench.extent();
    bench.input(Input::Range { from: Day(i32::MIN), to: Day(i32::MAX) });
    assert_eq!(bench.drawn(), (first, last));
    bench.input(Input::Range { from: day(2020, 5, 1), to: day(2020, 5, 2) });
    assert_eq!(bench.drawn(), (day(2020, 5, 1), day(2020, 5, 28)));
    bench.input(Input::Range { from: last, to: last });
    assert_eq!(bench.drawn(), (Day(last.0 - 27), last));
    bench.input(Input::Range { from: day(2021, 1, 1), to: day(2020, 1, 1) });
    assert_eq!(bench.drawn(), (day(2021, 1, 1), day(2021, 1, 28)));
}

#[test]
fn zooming_keeps_what_is_under_the_pointer() {
    let mut bench = Bench::showing("trade");
    let before = bench.extent();
    let x = before.left + 0.75 * (before.right - before.left);
    let under = |extent: &Extent| {
        let share = (x - extent.left) / (extent.right - extent.left);
        f64::from(extent.from.0) + share * f64::from(extent.to.0 - extent.from.0 + 1)
    };
    assert_eq!(bench.input(Input::Zoom { factor: 0.5, x }), changed());
    let after = bench.extent();
    let length = |extent: &Extent| f64::from(extent.to.0 - extent.from.0 + 1);
    assert!((under(&after) - under(&before)).abs() <= 1.0, "{before:?} {after:?}");
    assert!((length(&after) - length(&before) / 2.0).abs() <= 1.0, "{before:?} {after:?}");
    for _ in 0..40 {
        bench.input(Input::Zoom { factor: 0.5, x });
    }
    assert_eq!(length(&bench.extent()), 28.0);
    for factor in [2.0, 1e9, f64::INFINITY] {
        bench.input(Input::Zoom { factor, x });
    }
    assert_eq!(bench.drawn(), (before.first, before.last));
    for hostile in [f64::NAN, -1.0, 0.0] {
        bench.input(Input::Zoom { factor: hostile, x: f64::NAN });
        let (from, to) = bench.drawn();
        assert!(before.first <= from && from < to && to <= before.last, "{hostile}");
    }
}

#[test]
fn dragging_moves_the_range_and_stops_at_its_ends() {
    let mut bench = Bench::showing("events");
    let (from, to) = (day(2015, 1, 1), day(2018, 12, 31));
    bench.input(Input::Range { from, to });
    let extent = bench.extent();
    let days = f64::from(to.0 - from.0 + 1);
    let dx = -365.0 * (extent.right - extent.left) / days;
    assert_eq!(bench.input(Input::Pan { held: (from, to), dx }), changed());
    assert_eq!(bench.drawn(), (Day(from.0 + 365), Day(to.0 + 365)));
    // What is held is where the drag began, however far it has gone since.
    bench.input(Input::Pan { held: (from, to), dx: dx / 365.0 });
    assert_eq!(bench.drawn(), (Day(from.0 + 1), Day(to.0 + 1)));
    bench.input(Input::Pan { held: (from, to), dx: 1e9 });
    assert_eq!(bench.drawn(), (extent.first, Day(extent.first.0 + to.0 - from.0)));
    bench.input(Input::Pan { held: (from, to), dx: -1e9 });
    assert_eq!(bench.drawn(), (Day(extent.last.0 - (to.0 - from.0)), extent.last));
}

#[test]
fn a_cluster_opens_to_its_span_and_shows_more_of_its_members() {
    let mut bench = Bench::showing("story");
    let cluster =
        |chart: &Picture| chart.chart.scene.targets.iter().rfind(|target| target.cluster).cloned();
    let found = cluster(&bench.chart()).expect("a cluster");
    let pointer = Pointer { at: found.at, reach: 1.0 };
    bench.input(Input::Tap(pointer));
    assert_eq!(bench.input(Input::ZoomTo), changed());
    let (from, to) = bench.drawn();
    let dates = found.records.iter().filter_map(|id| bench.data.entry(id)?.when());
    let mut dates = dates.flat_map(|date| [date.first(), date.last()]).flatten();
    assert!(dates.all(|date| from <= date && date <= to), "{found:?}");
    assert!(to.0 - from.0 < 600, "{from:?} {to:?}");
    let shown = |id: &String| {
        let targets = bench.chart().chart.scene.targets;
        targets.iter().any(|target| !target.cluster && target.records.contains(id))
    };
    assert!(found.records.iter().any(shown), "none of {:?} stands alone", found.records);
}

#[test]
fn without_a_time_axis_or_a_focus_a_range_changes_nothing() {
    let mut bench = Bench::showing("story");
    assert_eq!(bench.input(Input::ZoomTo), (Redraw::Nothing, vec![]));
    let mut chart = bench.chart();
    chart.chart.extent = None;
    for input in [
        Input::Zoom { factor: 0.5, x: 1.0 },
        Input::Pan { held: (Day(0), Day(9)), dx: 5.0 },
        Input::Range { from: Day(0), to: Day(900) },
    ] {
        let change = update(&bench.model, &bench.data, &chart, input);
        assert_eq!((change.redraw, change.model), (Redraw::Nothing, bench.model.clone()));
    }
}

#[test]
fn kinds_switch_one_by_one_but_never_the_last() {
    let mut bench = Bench::showing("events");
    let offered: Vec<EventKind> =
        bench.chart().reading.kinds.iter().map(|offer| offer.kind).collect();
    assert!(offered.len() > 3, "{offered:?}");
    assert_eq!(bench.input(Input::Kind(Some(offered[0]))), changed());
    let keys: Vec<&str> = offered.iter().map(|kind| bench.data.kind_key(*kind)).collect();
    let keys: Vec<String> = keys.into_iter().map(str::to_owned).collect();
    assert_eq!(bench.model.state.kinds, keys[1..]);
    for kind in &offered[1..] {
        bench.input(Input::Kind(Some(*kind)));
    }
    assert_eq!(bench.model.state.kinds, keys[keys.len() - 1..]);
    for kind in &offered[..offered.len() - 1] {
        bench.input(Input::Kind(Some(*kind)));
    }
    assert_eq!(bench.model.state.kinds.len(), 0, "all again is the default");
    bench.input(Input::Kind(Some(offered[1])));
    assert_eq!(bench.input(Input::Kind(None)), changed());
    assert_eq!(bench.model.state.kinds.len(), 0);
}

#[test]
fn keys_walk_from_mark_to_mark_and_pin_where_they_stand() {
    let mut bench = Bench::showing("story");
    assert_eq!(bench.input(Input::Pin), (Redraw::Nothing, vec![]), "nothing has the focus");
    assert_eq!(bench.input(Input::Walk(Step::First)), (Redraw::Focus, vec![]));
    let first = bench.model.focus.clone().expect("a mark");
    assert!(!first.pinned);
    bench.input(Input::Walk(Step::Next));
    let second = bench.model.focus.clone().expect("a mark");
    assert_ne!(first.records, second.records);
    let pinned = bench.input(Input::Pin);
    let id = second.records[0].clone();
    let told = if second.cluster { vec![] } else { vec![PageEvent::Select(Some(id))] };
    assert_eq!(pinned, (Redraw::Focus, told.clone()));
    assert_eq!(bench.model.focus, Some(Focus { pinned: true, ..second.clone() }));
    // A further step lets go of what is pinned.
    let (_, events) = bench.input(Input::Walk(Step::Previous));
    assert_eq!(events.len(), told.len());
    assert_eq!((bench.model.focus.clone(), bench.model.state.select.clone()), (Some(first), None));
    bench.input(Input::Pin);
    bench.input(Input::Pin);
    assert_eq!((bench.model.focus.clone(), bench.model.state.select.clone()), (None, None));
}

#[test]
fn each_step_says_a_sentence() {
    let mut bench = Bench::showing("trade");
    bench.input(Input::Walk(Step::First));
    let focus = bench.model.focus.clone().expect("a mark");
    let said =
        speak(bench.chart().telling(&bench.data, Locale::of(bench.model.state.language)), &focus);
    assert!(said.ends_with('.') && said.len() > 20, "{said}");
}

#[test]
fn controls_offer_what_makes_sense_in_the_view() {
    let count =
        |view: &str, list: &str| Bench::showing(view).parts()[list].as_array().map_or(0, Vec::len);
    assert_eq!((count("story", "scales"), count("events", "scales")), (0, 0));
    assert!(count("trade", "scales") >= 2);
    assert_eq!((count("trade", "kinds"), count("events", "measures")), (0, 0));
    assert!(count("events", "kinds") > 3 && count("story", "measures") > 1);
    assert_eq!((count("events", "compares"), count("trade", "compares")), (0, 1));
}

#[test]
fn the_slider_says_dates() {
    let mut bench = Bench::showing("trade");
    bench.model.state.partners = vec![Code::new(*b"KZ")];
    bench.input(Input::Range { from: day(2018, 3, 1), to: day(2021, 9, 30) });
    let range = &bench.parts()["range"];
    assert_eq!((&range["from"], &range["to"]), (&(2018 * 12 + 2).into(), &(2021 * 12 + 8).into()));
    assert_eq!((&range["start"], &range["end"]), (&"March 2018".into(), &"September 2021".into()));
    assert_eq!(range["text"], "March 2018\u{a0}– September 2021");
    bench.input(Input::Range { from: day(2018, 1, 1), to: day(2021, 12, 31) });
    assert_eq!(bench.parts()["range"]["text"], "2018–2021");
    bench.model.state.set("lang", Some("az")).expect("a language");
    assert_eq!(bench.parts()["range"]["start"], "yanvar 2018");
}
