//! The walk by keyboard reaches every record of every view, and its order is that of time.

use crate::support::draw::draw;
use bilateral::dataset::{Code, Dataset, Day};
use bilateral::reading::records as records_of;
use bilateral::scene::Focus;
use bilateral::view::{State, View};
use bilateral::widget::Picture;
use bilateral::widget::{Step, walk};
use std::collections::BTreeSet;

/// All stops from the first, by one key.
fn all(chart: &Picture, step: Step) -> Vec<Focus> {
    let mut stops: Vec<Focus> = Vec::new();
    while let Some(next) = walk(chart, stops.last(), step) {
        assert!(stops.len() < 10_000, "the walk goes in a circle at {next:?}");
        stops.push(next);
    }
    stops
}

/// The records that a view is about: those of the partners that it draws.
fn records(data: &Dataset, chart: &Picture, state: &State) -> BTreeSet<String> {
    let shown =
        |partners: &[Code]| partners.iter().any(|partner| chart.reading.shown().contains(partner));
    let mut records = BTreeSet::new();
    if matches!(state.view, View::Story | View::Trade) {
        for figure in &data.figures {
            if figure.measure == state.measure_of(data) && shown(&figure.record.partners) {
                records.insert(figure.record.id.clone());
            }
        }
    }
    if matches!(state.view, View::Story | View::Events) {
        for event in &data.events {
            if state.shows_kind(data, event.kind) && shown(&event.record.partners) {
                records.insert(event.record.id.clone());
            }
        }
    }
    if matches!(state.view, View::Story | View::Trade) {
        // A line of growth is a mark of its own.
        for slope in
            chart.reading.bands.iter().flat_map(|band| &band.plots).flat_map(|plot| &plot.slopes)
        {
            records.insert(data.figure(slope.claim).record.id.clone());
        }
    }
    if state.view == View::Sectors {
        for mention in &data.sectors {
            if shown(&mention.record.partners) {
                records.insert(mention.record.id.clone());
            }
        }
    }
    records
}

/// Those reached with the right arrow alone; a record counts where it is a stop of its own, or one
/// of figures that agree.
fn reached(chart: &Picture) -> BTreeSet<String> {
    let stops = all(chart, Step::Next);
    stops.into_iter().filter(|stop| !stop.cluster).flat_map(|stop| stop.records).collect()
}

fn states() -> Vec<State> {
    let mut states = Vec::new();
    for view in [View::Story, View::Trade, View::Events, View::Sectors] {
        for measure in ["turnover", "exports", "imports", "agreements"] {
            for partners in
                [vec![], vec![Code::new(*b"KZ")], vec![Code::new(*b"AM"), Code::new(*b"TJ")]]
            {
                for kinds in [vec![], vec!["visit".to_owned(), "transport".to_owned()]] {
                    let (partners, measure) = (partners.clone(), Some(measure.to_owned()));
                    states.push(State { view, measure, partners, kinds, ..State::default() });
                }
            }
        }
    }
    states
}

#[test]
fn the_right_arrow_alone_reaches_every_record_of_every_view() {
    let data = Dataset::embedded();
    for state in states() {
        for width in [320.0, 1000.0] {
            let chart = draw(&data, &state, width);
            let (wanted, found) = (records(&data, &chart, &state), reached(&chart));
            let missing: Vec<&String> = wanted.difference(&found).collect();
            let more: Vec<&String> = found.difference(&wanted).collect();
            assert!(
                missing.is_empty() && more.is_empty(),
                "{:?} {:?} {:?} {:?} at {width}: of {} records the walk misses {missing:?} and adds {more:?}",
                state.view,
                state.measure,
                state.partners,
                state.kinds,
                wanted.len(),
            );
        }
    }
}

#[test]
fn what_no_chart_draws_the_table_lists() {
    let data = Dataset::embedded();
    let state = State { view: View::Table, ..State::default() };
    let listed = records_of(&data, &draw(&data, &state, 800.0).reading);
    let ids: BTreeSet<&str> = listed.iter().map(|entry| entry.record().id.as_str()).collect();
    let all: BTreeSet<&str> = data.entries().map(|entry| entry.record().id.as_str()).collect();
    assert!(!data.projects.is_empty() && !data.people.is_empty());
    assert_eq!(ids, all);
}

fn day(data: &Dataset, focus: &Focus) -> Option<Day> {
    let when = data.entry(&focus.records[0])?.when()?;
    when.first().or(when.last())
}

#[test]
fn values_and_events_of_all_lanes_come_in_order_of_time() {
    let data = Dataset::embedded();
    for view in [View::Story, View::Trade, View::Events] {
        let chart = draw(&data, &State { view, ..State::default() }, 1000.0);
        let stops = all(&chart, Step::Next);
        let marks: Vec<&Focus> = stops
            .iter()
            .filter(|stop| {
                chart.chart.scene.targets.iter().any(|mark| mark.records == stop.records)
            })
            .filter(|stop| stop.at.is_some())
            .collect();
        let days: Vec<Option<Day>> = marks.iter().map(|mark| day(&data, mark)).collect();
        assert!(
            days.is_sorted_by_key(|day| day.map_or(i32::MAX, |day| day.0)),
            "{view:?} {days:?}"
        );
        let is_value =
            |mark: &&Focus| data.figures.iter().any(|figure| figure.record.id == mark.records[0]);
        let changes = marks.windows(2).filter(|pair| is_value(&pair[0]) != is_value(&pair[1]));
        let changes = changes.count();
        assert_eq!(changes > 10, view == View::Story, "{view:?} changes {changes} times");
    }
}

#[test]
fn left_goes_back_the_way_that_right_came() {
    let data = Dataset::embedded();
    let chart = draw(&data, &State::default(), 1000.0);
    let forth = all(&chart, Step::Next);
    let mut back = vec![walk(&chart, None, Step::Last).expect("a last stop")];
    while let Some(next) = walk(&chart, back.last(), Step::Previous) {
        back.push(next);
    }
    back.reverse();
    assert_eq!(back, forth);
    assert_eq!(walk(&chart, Some(&forth[9]), Step::First).as_ref(), forth.first());
    assert_eq!(walk(&chart, None, Step::Next).as_ref(), forth.first());
}

#[test]
fn a_cluster_is_entered_record_by_record() {
    let data = Dataset::embedded();
    let chart = draw(&data, &State::default(), 1000.0);
    let stops = all(&chart, Step::Next);
    let at = stops.iter().position(|stop| stop.cluster).expect("a cluster");
    let cluster = &stops[at];
    let members: Vec<&String> = stops[at + 1..=at + cluster.records.len()]
        .iter()
        .map(|stop| {
            assert_eq!((stop.records.len(), stop.at, stop.cluster), (1, cluster.at, false));
            &stop.records[0]
        })
        .collect();
    assert_eq!(members, cluster.records.iter().collect::<Vec<_>>());
}

#[test]
fn down_and_up_change_the_lane_and_stay_near_in_time() {
    let data = Dataset::embedded();
    let chart = draw(&data, &State::default(), 1000.0);
    let lane = |focus: &Focus| {
        let mark = chart.chart.scene.targets.iter().find(|mark| Some(mark.at) == focus.at);
        mark.map(|mark| mark.lane)
    };
    let start = chart.chart.scene.targets.iter().find(|mark| mark.lane == 0).expect("a value");
    let mut here = Focus {
        records: start.records.clone(),
        at: Some(start.at),
        cluster: start.cluster,
        pinned: false,
    };
    for expected in [Some(1), Some(2), Some(3), Some(4), Some(5), None] {
        let next = walk(&chart, Some(&here), Step::Down).expect("a lane below");
        assert_eq!(lane(&next), expected);
        if let (Some(from), Some(to)) = (here.at, next.at) {
            let nearest =
                chart.chart.scene.targets.iter().filter(|mark| Some(mark.lane) == expected);
            let nearest = nearest.map(|mark| (mark.at.x - from.x).abs()).fold(f64::MAX, f64::min);
            assert_eq!((to.x - from.x).abs(), nearest);
        }
        here = next;
    }
    assert_eq!(here.records, ["f203"], "below the lanes is the value without a period");
    assert_eq!(walk(&chart, Some(&here), Step::Down), None);
    let up = walk(&chart, Some(&here), Step::Up).expect("the lane above");
    assert_eq!(lane(&up), Some(5));
}

#[test]
fn a_matrix_is_walked_along_rows_and_columns() {
    let data = Dataset::embedded();
    let chart = draw(&data, &State { view: View::Sectors, ..State::default() }, 1000.0);
    let cells = |step, from: Option<&Focus>| {
        let mut cells: Vec<Focus> = from.into_iter().cloned().collect();
        while let Some(next) = walk(&chart, cells.last(), step) {
            cells.push(next);
        }
        cells
    };
    let place = |focus: &Focus| focus.at.map(|at| (at.y as i32, at.x as i32));
    let along: Vec<_> = cells(Step::Next, None).iter().map(place).collect();
    assert!(along.is_sorted(), "row by row, each from left to right: {along:?}");
    let first = walk(&chart, None, Step::First).expect("a cell");
    let column = cells(Step::Down, Some(&first));
    assert!(column.iter().all(|cell| cell.at.map(|at| at.x) == first.at.map(|at| at.x)));
    let x = first.at.map(|at| at.x);
    let of_column = chart.chart.scene.targets.iter().filter(|cell| Some(cell.at.x) == x).count();
    assert_eq!(column.len(), of_column);
    let back = walk(&chart, column.last(), Step::Up).expect("the cell above");
    assert_eq!(back, column[column.len() - 2]);
}

#[test]
fn page_keys_go_from_decade_to_decade() {
    let data = Dataset::embedded();
    let chart = draw(&data, &State { view: View::Events, ..State::default() }, 1000.0);
    let mut here = walk(&chart, None, Step::First).expect("a first stop");
    let decade = |focus: &Focus| day(&data, focus).map(|day| day.civil().0 / 10 * 10);
    let mut decades = vec![decade(&here)];
    while let Some(next) = walk(&chart, Some(&here), Step::PageNext) {
        decades.push(decade(&next));
        here = next;
    }
    assert_eq!(decades, [Some(1990), Some(2000), Some(2010), Some(2020)]);
    let back = walk(&chart, Some(&here), Step::PagePrevious).expect("the decade before");
    assert_eq!(decade(&back), Some(2010));
    let first = walk(&chart, None, Step::First);
    assert_eq!(walk(&chart, first.as_ref(), Step::PagePrevious), None);
}

#[test]
fn page_keys_go_some_rows_along_a_column_of_a_matrix() {
    let data = Dataset::embedded();
    for width in [320.0, 1000.0] {
        let chart = draw(&data, &State { view: View::Sectors, ..State::default() }, width);
        for start in &chart.chart.scene.targets {
            let from = Focus {
                records: start.records.clone(),
                at: Some(start.at),
                cluster: start.cluster,
                pinned: false,
            };
            for (page, step, rows) in
                [(Step::PageNext, Step::Down, 5), (Step::PagePrevious, Step::Up, 5)]
            {
                let mut wanted = None;
                for _ in 0..rows {
                    let here = wanted.as_ref().unwrap_or(&from);
                    wanted = walk(&chart, Some(here), step).or(wanted);
                }
                let found = walk(&chart, Some(&from), page);
                assert_eq!(found, wanted, "{page:?} from {from:?} at {width}");
                let column = found.and_then(|focus| focus.at).map_or(start.at.x, |at| at.x);
                assert_eq!(column, start.at.x, "it stays in its column");
            }
        }
    }
}
