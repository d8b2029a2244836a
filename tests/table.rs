//! The records behind a view as a table: all of them, in the asked order, each with its sources.

use crate::support::attributes::state;
use crate::support::draw::draw;
use bilateral::dataset::{Code, Dataset, Day, Entry, Language, LocalText, Status, Unit};
use bilateral::locale::Locale;
use bilateral::scene::Mark;
use bilateral::table::{Asked, Listing, Of, Sort, groups, list, table};
use bilateral::text::TableMeasure;
use bilateral::theme::Theme;
use bilateral::view::{State, View};
use bilateral::widget::{Look, Picture};
use bilateral::wire;

const ALL: usize = usize::MAX;

fn of(state: &State, sort: Option<Sort>) -> Listing {
    let data = Dataset::embedded();
    table(draw(&data, state, 800.0).telling(&data, Locale::of(state.language)), sort, ALL)
}

fn column(table: &Listing, of: Of) -> Vec<&str> {
    let at = table.columns.iter().position(|column| column.of == of).expect("such a column");
    table.rows.iter().map(|row| row.cells[at].as_str()).collect()
}

fn ids(table: &Listing) -> Vec<&str> {
    table.rows.iter().map(|row| row.record.as_str()).collect()
}

#[test]
fn the_view_table_lists_every_record_of_the_dataset() {
    let all = State { view: View::Table, ..State::default() };
    let table = of(&all, None);
    let data = Dataset::embedded();
    let mut listed = ids(&table);
    let mut known: Vec<&str> = data.entries().map(|entry| entry.record().id.as_str()).collect();
    listed.sort_unstable();
    known.sort_unstable();
    assert_eq!(listed, known);
    assert_eq!(table.caption, format!("Data of this chart: {} records", known.len()));
    assert_eq!(table.columns.len(), 9);

    let one = State { partners: vec![Code::new(*b"RU")], ..all };
    let table = of(&one, None);
    let of_russia =
        data.entries().filter(|entry| entry.record().partners.contains(&Code::new(*b"RU"))).count();
    assert_eq!(table.rows.len(), of_russia);
}

#[test]
fn a_view_lists_what_it_shows() {
    let trade = of(&state(&[("view", "trade"), ("partners", "KZ")]), None);
    let data = Dataset::embedded();
    assert!(trade.columns.iter().all(|column| column.of != Of::Status && column.of != Of::Kind));
    assert!(trade.rows.iter().all(|row| row.record.starts_with('f')), "{:?}", ids(&trade));
    assert!(column(&trade, Of::Partners).iter().all(|name| *name == "Kazakhstan"));

    let visits = of(&state(&[("view", "events"), ("kinds", "visit")]), None);
    assert!(visits.rows.len() > 10);
    assert!(column(&visits, Of::Kind).iter().all(|kind| *kind == "visit"));
    assert!(visits.columns.iter().all(|column| column.of != Of::Value));

    let story = of(&state(&[("from", "2022"), ("to", "2022")]), None);
    for id in ids(&story) {
        let date = match data.entry(id).expect("a record") {
            Entry::Figure(figure) => figure.period,
            Entry::Event(event) => event.date,
            other => panic!("{other:?} is not behind a story"),
        };
        if let Some(date) = date {
            let (first, last) = (date.first(), date.last());
            assert!(last.is_none_or(|last| last >= Day::from_civil(2022, 1, 1)), "{id}");
            assert!(first.is_none_or(|first| first <= Day::from_civil(2022, 12, 31)), "{id}");
        }
    }
}

#[test]
fn every_row_cites_sources_by_their_numbers() {
    let data = Dataset::embedded();
    let table = of(&State { view: View::Table, ..State::default() }, None);
    let mut numbers: Vec<usize> = Vec::new();
    for row in &table.rows {
        let record = data.record(&row.record).expect("a record");
        assert_eq!(row.citations.len(), record.citations.len(), "{}", row.record);
        for (number, citation) in row.citations.iter().zip(&record.citations) {
            assert_eq!(table.sources[number.source - 1], citation.source, "{}", row.record);
            assert_eq!(number.locator.is_some(), citation.paragraph.is_some(), "{}", row.record);
            numbers.push(number.source);
        }
    }
    let mut firsts = numbers.clone();
    firsts.dedup();
    assert_eq!(firsts[..2], [1, 2], "numbers rise in the order of the rows");
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers, (1..=table.sources.len()).collect::<Vec<_>>());
}

#[test]
fn texts_sort_by_the_language_s_alphabet() {
    // By code points Özbəkistan would come last in the one, Қазоқистон in the other.
    for (language, expected) in [
        (Language::AZ, ["Gürcüstan", "Qazaxıstan", "Qırğızıstan", "Özbəkistan", "Rusiya"]),
        (Language::TG, ["Гурҷистон", "Қазоқистон", "Қирғизистон", "Русия", "Тоҷикистон"]),
    ] {
        let all = State { view: View::Table, language, ..State::default() };
        for descending in [false, true] {
            let sorted = of(&all, Some(Sort { by: Of::Partners, descending }));
            let mut names = column(&sorted, Of::Partners);
            names.retain(|name| expected.contains(name));
            names.dedup();
            if descending {
                names.reverse();
            }
            assert_eq!(names, expected);
        }
    }
}

#[test]
fn values_sort_by_unit_and_size_and_dates_by_time_with_empty_ones_last() {
    let data = Dataset::embedded();
    let all = State { view: View::Table, ..State::default() };
    for descending in [false, true] {
        let by_value = of(&all, Some(Sort { by: Of::Value, descending }));
        let values: Vec<Option<(u8, f64)>> = ids(&by_value)
            .iter()
            .map(|id| {
                let Some(Entry::Figure(figure)) = data.entry(id) else { return None };
                let group = match figure.unit {
                    Unit::Currency(_) => 0,
                    Unit::Count => 1,
                    Unit::Ratio => 2,
                    Unit::Own(_) => 3,
                };
                Some((group, figure.value?))
            })
            .collect();
        let known: Vec<(u8, f64)> = values.iter().copied().map_while(|value| value).collect();
        assert!(values[known.len()..].iter().all(Option::is_none), "{values:?}");
        for group in 0..3 {
            assert!(known.iter().any(|value| value.0 == group), "no values of group {group}");
        }
        let rising = |pair: &[(u8, f64)]| {
            if descending { pair[0] >= pair[1] } else { pair[0] <= pair[1] }
        };
        assert!(known.windows(2).all(rising), "{known:?}");

        let by_date = of(&all, Some(Sort { by: Of::Date, descending }));
        let days: Vec<Option<Day>> = ids(&by_date)
            .iter()
            .map(|id| {
                let date = match data.entry(id)? {
                    Entry::Figure(figure) => figure.period?,
                    Entry::Event(event) => event.date?,
                    Entry::Project(project) => project.date?,
                    _ => return None,
                };
                // Whatever began before all records comes first.
                Some(date.first().unwrap_or(Day(i32::MIN)))
            })
            .collect();
        let known: Vec<Day> = days.iter().copied().map_while(|day| day).collect();
        assert!(known.len() > 200, "{}", known.len());
        assert!(days[known.len()..].iter().all(Option::is_none), "{days:?}");
        let rising =
            |pair: &[Day]| if descending { pair[0] >= pair[1] } else { pair[0] <= pair[1] };
        assert!(known.windows(2).all(rising));
    }
}

#[test]
fn empty_cells_come_last_in_both_directions_by_every_column() {
    let all = State { view: View::Table, ..State::default() };
    let table = of(&all, None);
    let mut with_empty = 0;
    for sorted in table.columns.iter().filter(|column| column.of != Of::Sources) {
        for descending in [false, true] {
            let table = of(&all, Some(Sort { by: sorted.of, descending }));
            let cells = column(&table, sorted.of);
            let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
            let first = cells.iter().position(|cell| cell.is_empty()).unwrap_or(cells.len());
            assert_eq!(first, filled, "{} {descending}", sorted.name);
            with_empty += usize::from(filled < cells.len());
        }
    }
    assert!(with_empty >= 6, "{with_empty}");
}

#[test]
fn a_file_of_the_table_lists_its_first_rows() {
    let data = Dataset::embedded();
    let listed = |data: &Dataset, state: &State, width: f64| {
        let locale = Locale::of(state.language);
        let look = Look { locale, theme: &Theme::light(), measure: &TableMeasure, width };
        let mut chart = Picture::new(data, state, look);
        let (listing, caption) = list(&chart.request(data, look));
        if let Some(listing) = listing {
            chart.chart.scene = listing;
        }
        let mut said = String::new();
        for mark in &chart.chart.scene.marks {
            if let Mark::Text { text, .. } = mark {
                said.push_str(&text.replace(' ', ""));
            }
        }
        (caption, said, chart)
    };
    for language in Language::BUILT_IN {
        for width in [320.0, 800.0] {
            let state = State { view: View::Table, language, ..State::default() };
            let table = of(&state, None);
            let (caption, said, chart) = listed(&data, &state, width);
            assert_eq!(caption, table.caption);
            let targets = &chart.chart.scene.targets;
            assert!(targets.len() > 5 && chart.chart.scene.height > 300.0, "{language:?} {width}");
            // What the headline tells comes first.
            let figures = chart.reading.finding.as_ref().expect("a finding").figures();
            let told = |id: &str| figures.iter().any(|at| data.figure(*at).record.id == id);
            let rows: Vec<&str> = table.rows.iter().map(|row| row.record.as_str()).collect();
            let begins = targets.iter().take(figures.len() + 1).filter(|one| told(&one.records[0]));
            assert_eq!(begins.count(), figures.len(), "{language:?} {width}");
            for (target, row) in targets[figures.len() + 1..].iter().zip(&rows) {
                assert_eq!(target.records, [*row], "the rest in its order");
            }
            for cell in [column(&table, Of::Date)[0], column(&table, Of::Value)[0]] {
                assert!(said.contains(&cell.replace(' ', "")), "{language:?} {width}: {cell}");
            }
        }
    }
    let table = State { view: View::Table, ..State::default() };
    let none = Dataset { meta: data.meta.clone(), ..Dataset::default() };
    let (_, said, chart) = listed(&none, &table, 800.0);
    assert!(chart.chart.scene.targets.is_empty() && said.contains("Norecords"), "{said}");
}

/// The texts of the table as a drawing.
fn drawn(data: &Dataset, width: f64, language: Language) -> String {
    let state = State { view: View::Table, language, ..State::default() };
    let locale = Locale::of(language);
    let look = Look { locale, theme: &Theme::light(), measure: &TableMeasure, width };
    let picture = Picture::new(data, &state, look);
    let (scene, _) = list(&picture.request(data, look));
    let texts = scene.expect("records").marks.into_iter().filter_map(|mark| match mark {
        Mark::Text { text, .. } => Some(text),
        _ => None,
    });
    texts.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_drawn_row_says_what_is_not_carried_out_even_where_its_title_is_cut() {
    let mut data = Dataset::embedded();
    data.figures.clear();
    data.computed.clear();
    let mut project = data.projects[0].clone();
    project.status = Status::Proposed;
    data.projects = vec![project];
    let statuses = [Status::Done, Status::Planned, Status::UnderWay, Status::Claimed];
    data.events.truncate(statuses.len());
    for (event, status) in data.events.iter_mut().zip(statuses) {
        event.status = status;
        event.title = LocalText::from_iter([(Language::EN, "A title of many words ".repeat(9))]);
    }
    data.sectors.clear();
    data.people.clear();
    for width in [320.0, 800.0] {
        let said = drawn(&data, width, Language::EN);
        for word in ["(planned)", "(under way)", "(claimed)", "(proposed)"] {
            assert_eq!(said.matches(word).count(), 1, "{width}: {word} in {said}");
        }
        assert!(!said.contains("carried out"), "{said}");
    }
    assert!(drawn(&data, 800.0, Language::RU).contains("(заявлено)"));
}

#[test]
fn only_as_many_rows_are_made_as_asked_for_and_the_rest_is_counted() {
    let data = Dataset::embedded();
    let all = State { view: View::Table, ..State::default() };
    let sort = Sort::by(Of::Record as usize, true);
    let some = table(draw(&data, &all, 800.0).telling(&data, Locale::of(all.language)), sort, 7);
    let whole = table(draw(&data, &all, 800.0).telling(&data, Locale::of(all.language)), sort, ALL);
    assert_eq!((some.rows.len(), some.total), (7, whole.rows.len()));
    assert_eq!(some.rows[..], whole.rows[..7]);
    assert_eq!(Sort::by(9, false), None);
}

/// The table of all records, folded by kind, as the page is told it.
fn folded(asked: Asked) -> serde_json::Value {
    folded_at(800.0, asked)
}

fn folded_at(width: f64, asked: Asked) -> serde_json::Value {
    let data = Dataset::embedded();
    let all = State { view: View::Table, ..State::default() };
    let picture = draw(&data, &all, width);
    let locale = Locale::of(Language::EN);
    let (table, groups) = groups(picture.telling(&data, locale), asked);
    serde_json::from_str(&wire::table(&table, &groups, locale, asked.sort)).expect("JSON")
}

fn numbers(json: &serde_json::Value, name: &str) -> Vec<usize> {
    let groups = json["groups"].as_array().expect("groups");
    let number = |group: &serde_json::Value| match &group[name] {
        serde_json::Value::Array(rows) => rows.len(),
        text => text.as_str().expect("a text").replace(',', "").parse().expect("a number"),
    };
    groups.iter().map(number).collect()
}

#[test]
fn a_long_table_is_folded_by_kind_and_tells_all_that_there_is() {
    let json = folded(Asked::default());
    let counts = numbers(&json, "count");
    let whole = of(&State { view: View::Table, ..State::default() }, None);
    assert_eq!(counts.iter().sum::<usize>(), whole.rows.len());
    let mut rows = vec![0; counts.len()];
    rows[0] = counts[0].min(20);
    assert_eq!(numbers(&json, "rows"), rows, "the first kind shows a piece");
    let phone = folded_at(360.0, Asked::default());
    rows[0] = 5;
    assert_eq!(numbers(&phone, "rows"), rows, "on a telephone a short one");
    assert!(phone["groups"][0]["more"].is_string());
    assert!(json["groups"][1]["more"].is_null(), "a folded one has its heading alone");
    let long = counts.iter().position(|count| *count > 20).expect("a long kind");
    let name = json["groups"][long]["name"].as_str().expect("a name");
    let json = folded(Asked { folds: &format!("{name}\t20"), ..Asked::default() });
    let shown = format!("Showing 20 of {}", counts[long]);
    assert_eq!(json["groups"][long]["shown"], shown);
    assert_eq!(json["groups"][long]["more"], "Show more");
    assert_eq!(json["columns"][1]["sort"], "none");
}

#[test]
fn folds_and_order_are_as_asked() {
    let usual = folded(Asked::default());
    let name = |at: usize| usual["groups"][at]["name"].as_str().expect("a name").to_owned();
    let folds = format!("{}\t0\n{}\t3", name(0), name(1));
    let sort = Sort::by(Of::Record as usize, true);
    let json = folded(Asked { sort, folds: &folds, ..Asked::default() });
    let counts = numbers(&json, "count");
    assert_eq!(counts, numbers(&usual, "count"), "a sort changes neither kinds nor their order");
    assert_eq!(numbers(&json, "rows")[..2], [0, counts[1].min(3)]);
    assert_eq!(json["columns"][0]["sort"], "descending");
    for strange in ["\t", "Visit\tmany", "no such kind\t9", "Visit"] {
        let json = folded(Asked { folds: strange, ..Asked::default() });
        assert_eq!(numbers(&json, "rows"), numbers(&usual, "rows"), "{strange:?}");
    }
}

#[test]
fn a_search_finds_whatever_capitals_and_accents_and_unfolds_what_it_finds() {
    for (search, other) in
        [("visit", "VISIT"), ("Turkiye", "Türkiye"), ("visit BAKU", "Baku visit")]
    {
        let json = folded(Asked { search, ..Asked::default() });
        let found: usize = numbers(&json, "count").iter().sum();
        assert!(found > 0, "{search}");
        assert_eq!(json, folded(Asked { search: other, ..Asked::default() }), "{search}, {other}");
        assert!(numbers(&json, "rows").iter().all(|rows| *rows > 0), "{search}: one is folded");
        assert!(json["caption"].as_str().is_some_and(|told| told.contains(&found.to_string())));
        for group in json["groups"].as_array().expect("groups") {
            for row in group["rows"].as_array().expect("rows") {
                let text = row["cells"].to_string().to_lowercase().replace('ü', "u");
                let held = search.to_lowercase().split(' ').all(|word| text.contains(word));
                assert!(held, "{search}: {text}");
            }
        }
    }
    let none = folded(Asked { search: "no record holds this", ..Asked::default() });
    assert_eq!(none["groups"], serde_json::json!([]));
    assert_eq!(folded(Asked { search: "  ", ..Asked::default() }), folded(Asked::default()));
}

#[test]
fn no_cell_has_an_unfilled_place_in_any_language() {
    for language in Language::BUILT_IN {
        let table = of(&State { view: View::Table, language, ..State::default() }, None);
        for row in &table.rows {
            assert!(!row.cells[0].is_empty(), "{language:?} {}", row.record);
            assert!(row.cells.iter().all(|cell| !cell.contains('{')), "{language:?} {row:?}");
        }
    }
}

#[test]
fn whoever_reports_is_told_of_every_measure() {
    let mut data = Dataset::embedded();
    let state = State { view: View::Table, ..State::default() };
    let statistics = |data: &Dataset, id: &str| {
        let table =
            table(draw(data, &state, 800.0).telling(data, Locale::of(state.language)), None, ALL);
        let row = table.rows.iter().position(|row| row.record == id).expect("a row");
        column(&table, Of::Statistics)[row].to_owned()
    };
    let at = data.figures.iter().position(|figure| figure.unit == Unit::Count).expect("a count");
    let id = data.figures[at].record.id.clone();
    assert_eq!(statistics(&data, &id), "", "a count may be nobody's");
    data.figures[at].reporter = Some(Code::new(*b"KZ"));
    assert_eq!(statistics(&data, &id), "Kazakhstan");
}

/// The rows that have no room take none: a column is as wide as what is read in it.
#[test]
fn a_narrow_table_breaks_no_word_for_the_sake_of_rows_that_it_leaves_out() {
    let data = Dataset::embedded();
    for language in Language::BUILT_IN {
        let told = drawn(&data, 288.0, language);
        assert!(!told.split(' ').any(|word| word.len() > 1 && word.ends_with('-')), "{told}");
    }
}

/// Of which partners it has records, those are chosen and named.
#[test]
fn the_whole_table_is_of_all_partners() {
    let data = Dataset::embedded();
    let chart = draw(&data, &State { view: View::Table, ..State::default() }, 800.0);
    let shown = chart.reading.shown();
    for entry in data.entries() {
        for code in entry.record().partners.iter().filter(|code| **code != data.meta.reporting) {
            assert!(shown.contains(code), "{code:?} is listed and not shown");
        }
    }
    assert!(chart.reading.partners.iter().all(|offer| offer.on));
}

#[test]
fn a_computed_value_says_so() {
    let table = of(&State { view: View::Table, ..State::default() }, None);
    let data = Dataset::embedded();
    let values = column(&table, Of::Value);
    let mut count = 0;
    for (id, value) in ids(&table).into_iter().zip(values) {
        let Some(Entry::Figure(figure)) = data.entry(id) else { continue };
        count += usize::from(figure.derived);
        assert_eq!(value.ends_with("computed"), figure.derived, "{id}: {value}");
    }
    assert!(count > 0);
}
