//! What a walk through each view says, in each language, and the summary before it.

use crate::support::{draw::draw, golden};
use bilateral::dataset::{Certainty, Code, Dataset, Language, SectorMention};
use bilateral::locale::{self, Locale};
use bilateral::scene::Focus;
use bilateral::view::{State, View};
use bilateral::widget::{Step, walk};
use bilateral::words::speak;

/// The summary, then what each stop says, from the first to the last.
fn transcript(data: &Dataset, state: &State) -> String {
    let chart = draw(data, state, 1000.0);
    let mut text = chart.summary(data, Locale::of(state.language)) + "\n\n";
    let mut here: Option<Focus> = None;
    while let Some(next) = walk(&chart, here.as_ref(), Step::Next) {
        text += &speak(chart.telling(data, Locale::of(state.language)), &next);
        text += "\n";
        here = Some(next);
    }
    text
}

#[test]
fn each_view_in_each_language() {
    let data = Dataset::embedded();
    for view in [View::Story, View::Trade, View::Events, View::Sectors] {
        for language in Language::BUILT_IN {
            let name =
                format!("walk-{}.{}.txt", format!("{view:?}").to_lowercase(), language.code());
            let state = State { view, language, ..State::default() };
            golden::check(&name, &transcript(&data, &state));
        }
    }
}

/// A blank is drawn and says "not mentioned", so who hears the chart must hear of each, and once.
#[test]
fn the_first_cell_of_a_row_names_the_partners_with_a_blank() {
    let data = Dataset::embedded();
    for partners in [vec![], vec![Code::new(*b"RU"), Code::new(*b"TJ")], vec![Code::new(*b"KZ")]] {
        let state = State { view: View::Sectors, partners, ..State::default() };
        let chart = draw(&data, &state, 1000.0);
        let said = transcript(&data, &state);
        let mut blanks = 0;
        for sector in data.sectors() {
            let mentions = |code: &Code| {
                let of = |one: &&SectorMention| {
                    one.sector == sector && one.record.partners.contains(code)
                };
                data.sectors.iter().filter(of).count()
            };
            let (there, lacking): (Vec<Code>, Vec<Code>) =
                chart.reading.shown().iter().partition(|code| mentions(code) > 0);
            if there.is_empty() || lacking.is_empty() {
                continue;
            }
            blanks += 1;
            let name = |code: &Code| data.partner(*code).expect("a partner").name.get(Language::EN);
            let lacking: Vec<&str> = lacking.iter().map(name).collect();
            let sector = locale::sentence(
                Locale::of(Language::EN),
                Locale::of(Language::EN).words.sector(sector),
            );
            let told = ["; not mentioned: ", &lacking.join(", ")].concat();
            let mut lines = said.lines().filter(|line| line.starts_with(&sector));
            let first = lines.find(|line| line.contains(name(&there[0]))).expect("its first cell");
            assert!(first.contains(&told), "{first} lacks {told}");
        }
        assert_eq!(said.matches("not mentioned").count(), blanks, "each row once");
        assert_eq!(blanks == 0, chart.reading.shown().len() == 1);
    }
}

#[test]
fn a_summary_has_up_to_four_sentences_and_no_open_place() {
    let data = Dataset::embedded();
    for view in [View::Story, View::Trade, View::Events] {
        for measure in ["turnover", "imports", "agreements"] {
            for partners in
                [vec![], vec![Code::new(*b"TJ")], vec![Code::new(*b"AM"), Code::new(*b"UZ")]]
            {
                let measure = Some(measure.to_owned());
                let state = State { view, measure, partners, ..State::default() };
                let told = draw(&data, &state, 1000.0).summary(&data, Locale::of(state.language));
                let sentences = told.split_inclusive(". ").count();
                assert!((1..=4).contains(&sentences), "{told}");
                assert!(told.ends_with('.') && !told.contains(['{', '}']), "{told}");
            }
        }
    }
}

#[test]
fn a_summary_names_a_measure_once_at_most() {
    let mut data = Dataset::embedded();
    let partners = vec![Code::new(*b"TM"), Code::new(*b"UZ")];
    let state = State { view: View::Trade, partners, ..State::default() };
    let told = draw(&data, &state, 1000.0).summary(&data, Locale::of(state.language));
    assert_eq!(told.matches("Trade turnover").count(), 1, "{told}");
    data.figures.clear();
    let state = State::default();
    let told = draw(&data, &state, 1000.0).summary(&data, Locale::of(state.language));
    assert!(told.starts_with("Dated events: Kazakhstan, Russia, Tajikistan; 1992"), "{told}");
}

#[test]
fn an_ambiguous_value_is_counted_and_not_told() {
    let mut data = Dataset::embedded();
    let state = State { view: View::Trade, ..State::default() };
    let told =
        |data: &Dataset| draw(data, &state, 1000.0).summary(data, Locale::of(state.language));
    let before = told(&data);
    assert!(before.contains("last 533\u{a0}million US dollars in 2024"), "{before}");
    assert!(before.contains("1 record is ambiguous"), "{before}");
    for id in ["f071", "f053"] {
        let figure = data.figures.iter_mut().find(|figure| figure.record.id == id);
        figure.expect("a figure").record.certainty = Certainty::Ambiguous;
    }
    let after = told(&data);
    assert!(!after.contains("533"), "{after}");
    assert!(after.contains("3 records are ambiguous"), "{after}");
}

#[test]
fn two_reporters_are_told_apart() {
    let data = Dataset::embedded();
    let state = State { view: View::Trade, partners: vec![Code::new(*b"TJ")], ..State::default() };
    let told = draw(&data, &state, 1000.0).summary(&data, Locale::of(state.language));
    assert!(told.contains("Tajikistan, according to Azerbaijani statistics: first"), "{told}");
    assert!(told.contains("; Tajikistan, according to Tajik statistics: first"), "{told}");
}

#[test]
fn every_record_of_the_dataset_is_a_sentence_in_every_language() {
    let data = Dataset::embedded();
    let chart = draw(&data, &State::default(), 1000.0);
    for language in Language::BUILT_IN {
        for entry in data.entries() {
            let records = vec![entry.record().id.clone()];
            let focus = Focus { records, at: None, cluster: false, pinned: false };
            let said = speak(chart.telling(&data, Locale::of(language)), &focus);
            let place = format!("{} in {}: {said}", entry.record().id, language.code());
            assert!(
                said.ends_with('.') && !said.contains("..") && !said.contains(['{', '}']),
                "{place}"
            );
            assert!(
                !said.contains(" ,") && !said.contains(", ,") && !said.contains("  "),
                "{place}"
            );
            let first = said.chars().next().expect("a letter");
            assert!(!first.is_lowercase(), "{place}");
            let source = &data.sources[entry.record().citations[0].source as usize];
            assert!(said.contains(source.publisher_in(language)), "{place}");
        }
    }
}

/// A year right before a value would be heard as one number with it.
#[test]
fn no_two_numbers_stand_side_by_side() {
    let data = Dataset::embedded();
    let is_number = |word: &&str| {
        word.ends_with(|last: char| last.is_ascii_digit())
            && word.chars().all(|one| one.is_ascii_digit() || matches!(one, ',' | '.'))
    };
    for view in [View::Story, View::Trade] {
        for language in Language::BUILT_IN {
            let told = transcript(&data, &State { view, language, ..State::default() });
            for line in told.lines() {
                let words: Vec<&str> = line.split([' ', '\u{a0}']).collect();
                let beside = words.windows(2).find(|pair| pair.iter().all(is_number));
                // But for three digits that a language sets apart.
                assert!(beside.is_none_or(|pair| pair[1].len() == 3), "{beside:?} in {line}");
            }
        }
    }
}

#[test]
fn of_many_partners_the_first_few_are_named_and_the_others_counted() {
    let mut data = Dataset::embedded();
    let template = data.partners[0].clone();
    let figure = data.figures.iter().find(|one| one.record.id == "f033").expect("it").clone();
    let event = data.events[0].clone();
    for at in 0..64_u8 {
        let mut partner = template.clone();
        partner.code = Code::new([b'Q', b'A' + at / 8, b'A' + at % 8]);
        for language in Language::BUILT_IN {
            partner.name.set(language, &format!("Partner {at}"));
        }
        let mut figure = figure.clone();
        figure.record.id = format!("many{at}");
        figure.record.partners = vec![partner.code];
        data.figures.push(figure);
        data.partners.push(partner);
    }
    let all: Vec<Code> =
        data.partners[data.partners.len() - 64..].iter().map(|one| one.code).collect();
    let mut common = event;
    (common.record.id, common.record.partners) = ("common".to_owned(), all.clone());
    data.events.push(common);
    let mut mention = data.sectors[0].clone();
    (mention.record.id, mention.record.partners) = ("alone".to_owned(), vec![all[0]]);
    data.sectors = vec![mention];
    for language in Language::BUILT_IN {
        let locale = Locale::of(language);
        let more = |n: &str| {
            let list = "{list}";
            locale::fill(locale.words.and_more, &[("list", list), ("n", n)]).replace(list, "")
        };
        let told = |view: View| {
            let state = State { view, language, partners: all.clone(), ..State::default() };
            let chart = draw(&data, &state, 1000.0);
            let focus = bilateral::widget::focus_of(
                if view == View::Sectors { "alone" } else { "common" },
                &data,
                &chart,
            );
            let spoken = speak(chart.telling(&data, locale), &focus.expect("a record"));
            (chart.summary(&data, locale), spoken)
        };
        for (view, spoken) in [(View::Story, "59"), (View::Events, "59"), (View::Sectors, "58")] {
            let (summary, mark) = told(view);
            assert!(summary.contains(&more("59")), "{summary}");
            assert!(mark.contains(&more(spoken)), "{mark}");
            assert!(
                !summary.contains("Partner 7") && !mark.contains("Partner 9"),
                "{summary} {mark}"
            );
        }
    }
}

/// What shares a mark may print another number: it is said as such, and its sources are not the first's.
#[test]
fn a_value_has_its_own_sources_and_others_their_own_number() {
    let data = Dataset::embedded();
    let words = Locale::of(Language::EN).words;
    for (ids, other) in [(["f030", "f031"], "460"), (["f073", "f078"], "3\u{a0}billion")] {
        let state = State { view: View::Trade, ..State::default() };
        let chart = draw(&data, &state, 1000.0);
        let records = ids.map(str::to_owned).to_vec();
        let focus = Focus { records, at: None, cluster: false, pinned: false };
        let said = speak(chart.telling(&data, Locale::of(Language::EN)), &focus);
        let report = locale::fill(words.rival, &[("claim", ""), ("value", other)]);
        assert!(said.contains(&report), "{said}");
        assert!(said.contains("; source: "), "one source alone has that number: {said}");
    }
}

/// The years that it names are those of the events that it counts.
#[test]
fn a_summary_counts_the_events_of_its_period_alone() {
    let data = Dataset::embedded();
    for partners in [vec![], vec![Code::new(*b"KZ")]] {
        let chart = draw(&data, &State { partners, ..State::default() }, 1000.0);
        let told = chart.summary(&data, Locale::of(Language::EN));
        let first = chart.drawn().expect("an axis").from.civil().0;
        assert!(first > 1999 && !told.contains("1992"), "{told}");
        assert!(told.contains(" events, "), "{told}");
    }
}
