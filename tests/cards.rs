//! Cards tie records together: values to the events of their time and back, and what disagrees.

use crate::support::draw::draw;
use bilateral::dataset::{Dataset, Entry, Language, Measure};
use bilateral::locale::Locale;
use bilateral::scene::Focus;
use bilateral::view::State;
use bilateral::widget::focus_of;
use bilateral::words::{Card, card, source_link};

fn card_of(data: &Dataset, id: &str, language: Language, measure: Measure) -> Card {
    let chosen = Some(data.measure_key(measure).to_owned());
    let state = State { language, measure: chosen, ..State::default() };
    let chart = draw(data, &state, 1000.0);
    let focus = focus_of(id, data, &chart).expect("a record of the dataset");
    card(chart.telling(data, Locale::of(language)), &focus).expect("a card")
}

/// The records listed under headings that begin so.
fn listed(card: &Card, heading: &str) -> Vec<String> {
    let related = card.related.iter().filter(|related| related.heading.starts_with(heading));
    related.flat_map(|related| related.lines.iter().map(|line| line.record.clone())).collect()
}

#[test]
fn a_value_lists_the_events_of_its_period() {
    let data = Dataset::embedded();
    for language in Language::BUILT_IN {
        let words = Locale::of(language).words;
        let told = card_of(&data, "f033", language, Measure::TURNOVER);
        let events = listed(&told, words.same_time);
        assert_eq!(events.len(), 6, "{events:?}");
        for id in &events {
            let Some(Entry::Event(event)) = data.entry(id) else { panic!("{id} is no event") };
            let date = event.date.expect("a date");
            assert!(date.first().expect("a start").civil().0 <= 2023, "{id}");
            assert!(date.last().expect("an end").civil().0 >= 2023, "{id}");
            assert!(event.record.partners.iter().any(|code| code.as_str() == "KZ"), "{id}");
        }
        let heading = told.related.iter().find(|one| one.heading.starts_with(words.same_time));
        assert!(heading.expect("the events").heading.ends_with(words.order_not_cause));
    }
}

#[test]
fn an_event_has_the_values_around_it_in_every_measure_of_money() {
    let data = Dataset::embedded();
    let event = data.events.iter().find(|event| event.record.id == "e053b").expect("it");
    let day = event.date.and_then(|date| date.first()).expect("its day");
    let mut count = 0;
    for measure in [Measure::TURNOVER, Measure::EXPORTS, Measure::IMPORTS] {
        let told = card_of(&data, "e053b", Language::EN, measure);
        let beside = listed(&told, Locale::of(Language::EN).words.order_not_cause);
        assert_eq!(beside.len(), 2, "a value or its want on each side");
        for id in beside.iter().filter(|id| !id.is_empty()) {
            let Some(Entry::Figure(figure)) = data.entry(id) else { panic!("{id} is no value") };
            assert_eq!(figure.measure, measure, "{id}");
            let last = figure.period.and_then(|period| period.last()).expect("its end");
            assert!((day.0 - last.0).abs() < 3 * 366, "{id} is years away");
            count += 1;
        }
    }
    assert!(count >= 2, "{count}");
}

#[test]
fn records_that_disagree_show_each_other() {
    let data = Dataset::embedded();
    assert!(data.conflicts.len() > 5);
    for conflict in &data.conflicts {
        for id in &conflict.records {
            let told = card_of(&data, id, Language::RU, Measure::TURNOVER);
            let shown = listed(&told, Locale::of(Language::RU).words.disagrees);
            for other in conflict.records.iter().filter(|other| *other != id) {
                assert!(shown.contains(other), "{id} does not show {other}");
            }
        }
    }
    let mut mirrored = 0;
    for figure in &data.figures {
        for mirror in data.mirrors(figure) {
            mirrored += 1;
            let told = card_of(&data, &mirror.record.id, Language::KK, figure.measure);
            let shown = listed(&told, Locale::of(Language::KK).words.mirror_statistics);
            assert!(shown.contains(&figure.record.id), "{} hides its mirror", mirror.record.id);
        }
    }
    assert!(mirrored > 10);
}

#[test]
fn every_record_of_a_document_names_its_paragraph_and_every_doubt_its_reason() {
    let data = Dataset::embedded();
    for entry in data.entries() {
        let record = entry.record();
        let told = card_of(&data, &record.id, Language::AZ, Measure::TURNOVER);
        for (cited, citation) in told.citations.iter().zip(&record.citations) {
            assert_eq!(cited.locator.is_some(), citation.paragraph.is_some(), "{}", record.id);
        }
        if let Some(reason) = record.reason.and_then(|reason| data.note(reason)) {
            let reason = reason.get(Language::AZ);
            assert!(told.remarks.iter().any(|remark| remark.contains(reason)), "{}", record.id);
        }
    }
}

#[test]
fn a_link_leads_to_the_evidence() {
    let mut data = Dataset::embedded();
    let mut cited = data.figures[0].record.citations[0].clone();
    let address = data.sources[cited.source as usize].url.clone().expect("an address");
    assert_eq!(source_link(&data, &cited).as_deref(), Some(address.as_str()));
    cited.evidence = vec!["7,5 mln".into(), "a-b & ə".into()];
    let fragment = "#:~:text=7%2C5%20mln&text=a%2Db%20%26%20%C9%99";
    assert_eq!(source_link(&data, &cited), Some(address + fragment));
    data.sources[cited.source as usize].url = Some("https://example.org/#top".into());
    cited.evidence.truncate(1);
    let link = source_link(&data, &cited);
    assert_eq!(link.as_deref(), Some("https://example.org/#top:~:text=7%2C5%20mln"));
    data.sources[cited.source as usize].url = None;
    assert_eq!(source_link(&data, &cited), None);
}

#[test]
fn the_page_of_a_document_opens_at_its_evidence() {
    let data = Dataset::embedded();
    let told = card_of(&data, "e001", Language::EN, Measure::TURNOVER);
    let links: Vec<&str> = told.citations.iter().filter_map(|one| one.url.as_deref()).collect();
    let document = "https://www.mfa.tj/en/main/view/140/relations-of-tajikistan-with-azerbaijan\
        #:~:text=29%20may%201992";
    assert!(links.contains(&document), "{links:?}");
}

#[test]
fn a_card_of_several_names_what_they_share_and_of_a_sector_each_status() {
    let data = Dataset::embedded();
    let told = |ids: [&str; 2], language| {
        let records = ids.map(str::to_owned).to_vec();
        let focus = Focus { records, at: None, cluster: true, pinned: true };
        let told = card(draw(&data, &State::default(), 1000.0).telling(&data, language), &focus)
            .expect("a card");
        let lines = told.related.into_iter().flat_map(|related| related.lines);
        (told.title, lines.map(|line| line.text).collect::<Vec<_>>())
    };
    let (title, lines) = told(["m001", "m002"], Locale::of(Language::EN));
    assert_eq!(title, "Politics, Tajikistan: 2 records");
    assert_eq!(lines, ["Politics, carried out", "Politics, under way"]);
    let (title, lines) = told(["m001", "m002"], Locale::of(Language::AZ));
    assert!(title.contains("Tacikistan"), "{title}");
    assert_ne!(lines[0], lines[1]);
    let (title, _) = told(["f203", "e013"], Locale::of(Language::EN));
    assert!(title.contains("2 records"), "{title}");
}

/// A note that follows a colon goes on in small letters but for a name or a quotation; one at the head
/// of a sentence has its capital.
#[test]
fn a_note_goes_on_behind_a_colon_and_begins_a_sentence_of_its_own() {
    let data = Dataset::embedded();
    let (mut behind, mut ahead) = (0, 0);
    for language in Language::BUILT_IN {
        let names = data.partners.iter().map(|one| one.name.get(language));
        // "Kazakh", "Казахстану": a name may have another ending.
        let names: Vec<String> = names.map(|name| name.chars().take(6).collect()).collect();
        let is_name = |text: &str| names.iter().any(|name| text.starts_with(name.as_str()));
        for figure in data.figures.iter().filter(|figure| figure.measure == Measure::TURNOVER) {
            let told = card_of(&data, &figure.record.id, language, Measure::TURNOVER);
            let headings = told.related.iter().map(|one| &one.heading);
            for text in told.remarks.iter().chain(headings) {
                let first = text.chars().next().expect("a text");
                ahead += 1;
                assert!(!first.is_lowercase(), "{text}");
                let Some((_, rest)) = text.split_once(": ") else { continue };
                behind += 1;
                let first = rest.chars().next().expect("a text");
                assert!(!first.is_uppercase() || is_name(rest), "{text}");
            }
        }
    }
    assert!(behind > 100 && ahead > 200, "{behind} and {ahead}");
}

/// The lines under headings that begin so.
fn lines_of(card: &Card, heading: &str) -> Vec<String> {
    let related = card.related.iter().filter(|related| related.heading.starts_with(heading));
    related.flat_map(|related| related.lines.iter().map(|line| line.text.clone())).collect()
}

#[test]
fn a_value_beside_an_event_says_its_doubt_and_what_another_report_says() {
    let data = Dataset::embedded();
    let words = Locale::of(Language::EN).words;
    let told = |id| {
        let card = card_of(&data, id, Language::EN, Measure::TURNOVER);
        let lines = lines_of(&card, words.order_not_cause);
        lines.iter().map(|line| line.replace('\u{a0}', " ")).collect::<Vec<String>>()
    };
    assert_eq!(
        told("e053b")[0],
        "Before: $109 mln (2020, according to Kazakh statistics, inferred)",
    );
    let rivalled = &told("e070b")[0];
    assert_eq!(
        rivalled,
        "Before: $470 mln (2024, according to Azerbaijani statistics); \
         $533 mln (according to Kazakh statistics)",
    );
}

#[test]
fn what_is_of_one_of_several_partners_names_it() {
    let data = Dataset::embedded();
    let card = card_of(&data, "e064", Language::EN, Measure::TURNOVER);
    for line in lines_of(&card, Locale::of(Language::EN).words.order_not_cause) {
        assert!(line.starts_with("Kazakhstan. ") || line.starts_with("Uzbekistan. "), "{line}");
    }
    let card = card_of(&data, "yru2014m", Language::EN, Measure::IMPORTS);
    let lines = lines_of(&card, Locale::of(Language::EN).words.disagrees);
    let own = lines.iter().filter(|line| !line.contains(". $") && !line.contains(". up to"));
    assert_eq!(own.count(), 1, "{lines:?}");
}

/// Unpinned, a card shows its first list alone: that others print another number stands in it.
#[test]
fn a_card_says_first_that_a_twin_reports_another_number() {
    let data = Dataset::embedded();
    for (ids, other) in [(["f030", "f031"], "$460\u{a0}mln"), (["f073", "f078"], "$3\u{a0}bn")] {
        let chart = draw(&data, &State::default(), 1000.0);
        let records = ids.map(str::to_owned).to_vec();
        let focus = Focus { records, at: None, cluster: false, pinned: false };
        let words = Locale::of(Language::EN).words;
        let told = card(chart.telling(&data, Locale::of(Language::EN)), &focus).expect("a card");
        let first = &told.related[0];
        assert!(first.heading.starts_with(words.disagrees), "{first:?}");
        let lines: Vec<_> = first.lines.iter().filter(|line| line.record == ids[1]).collect();
        assert_eq!(lines.len(), 1, "{first:?}");
        assert!(lines[0].text.contains(other), "{first:?}");
    }
    let (kept, stated) = (["f030", "f031"], "Another report says");
    let mut lone = Dataset::embedded();
    lone.conflicts.clear();
    let chart = draw(&lone, &State::default(), 1000.0);
    let records = kept.map(str::to_owned).to_vec();
    let focus = Focus { records, at: None, cluster: false, pinned: false };
    let told = card(chart.telling(&lone, Locale::of(Language::EN)), &focus).expect("a card");
    assert!(told.related[0].lines[0].text.starts_with(stated), "{:?}", told.related[0]);
}

#[test]
fn events_of_the_same_time_are_in_its_order() {
    let data = Dataset::embedded();
    for figure in &data.figures {
        let told = card_of(&data, &figure.record.id, Language::EN, figure.measure);
        let ids = listed(&told, Locale::of(Language::EN).words.same_time);
        let starts = ids.iter().map(|id| data.entry(id)?.when()?.first());
        assert!(starts.is_sorted(), "{}: {ids:?}", figure.record.id);
    }
}

#[test]
fn a_title_that_its_page_does_not_print_says_so_in_a_card() {
    let data = Dataset::embedded();
    let words = Locale::of(Language::EN).words;
    let told = card_of(&data, "f073", Language::EN, Measure::TURNOVER);
    assert!(told.citations[0].name.contains(words.title_from_address), "{:?}", told.citations);
}
