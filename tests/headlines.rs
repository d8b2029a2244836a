//! A headline tells what the records carry and no more, in the grammar of each language.

use crate::support::draw::draw;
use crate::support::figures::{OWN, PARTNER, THEIRS, month, turnover};
use bilateral::dataset::{
    Basis, Certainty, Citation, Code, Dataset, Edtf, Event, EventKind, Figure, Language, LocalText,
    Measure, Qualifier, Record, Sector, SectorMention, Status, Unit,
};
use bilateral::locale::Locale;
use bilateral::view::{Compare, State, View};
use bilateral::widget::Picture;

const RU: Code = Code::new(*b"RU");

fn empty() -> Dataset {
    let (figures, events, sectors) = (Vec::new(), Vec::new(), Vec::new());
    Dataset { figures, events, sectors, conflicts: Vec::new(), ..Dataset::embedded() }
}

fn at_800(data: &Dataset, state: &State) -> Picture {
    draw(data, state, 800.0)
}

/// Of `trade` with one partner.
fn trade(figures: Vec<Figure>) -> String {
    let state = State { view: View::Trade, partners: vec![PARTNER], ..State::default() };
    at_800(&Dataset { figures, ..empty() }, &state).texts.headline
}

/// Of a view of one partner in each language.
fn in_each_language(data: &Dataset, view: View) -> [String; 5] {
    Language::BUILT_IN.map(|language| {
        let partners = vec![PARTNER];
        at_800(data, &State { view, partners, language, ..State::default() }).texts.headline
    })
}

fn changed(mut figure: Figure, change: impl Fn(&mut Figure)) -> Figure {
    change(&mut figure);
    figure
}

#[test]
fn two_end_points_are_told_as_from_to() {
    let figures = vec![turnover(2015, 4.0, OWN), turnover(2021, 5.0, OWN)];
    let data = Dataset { figures, ..empty() };
    assert_eq!(
        in_each_language(&data, View::Trade),
        [
            "Trade with Kazakhstan grew by 25% from 2015 to 2021, according to Azerbaijani statistics",
            "Qazaxıstanla ticarət 2015–2021-ci illərdə 25% artıb, Azərbaycan statistikasına görə",
            "Товарооборот с Казахстаном вырос на 25\u{a0}% с\u{a0}2015 по\u{a0}2021\u{a0}год, по данным Азербайджана",
            "Қазақстанмен сауда 2015–2021 жылдары 25%-ға өсті, Әзербайжан деректері бойынша",
            "Савдо бо Қазоқистон: 25% афзоиш аз соли 2015 то соли 2021, аз рӯи омори Озарбойҷон",
        ]
    );
}

#[test]
fn exports_go_to_a_partner_and_imports_come_from_one() {
    let flow = |measure| {
        let figures = [turnover(2020, 4.0, OWN), turnover(2021, 5.0, OWN)]
            .map(|figure| changed(figure, |figure| figure.measure = measure));
        let data = Dataset { figures: figures.to_vec(), ..empty() };
        Language::BUILT_IN.map(|language| {
            let (view, partners) = (View::Trade, vec![PARTNER]);
            let state =
                State { view, partners, measure: chosen(measure), language, ..State::default() };
            draw(&data, &state, 800.0).texts.headline
        })
    };
    assert_eq!(
        flow(Measure::EXPORTS),
        [
            "Exports to Kazakhstan grew by 25% from 2020 to 2021, according to Azerbaijani statistics",
            "Qazaxıstana ixrac 2020–2021-ci illərdə 25% artıb, Azərbaycan statistikasına görə",
            "Экспорт в Казахстан вырос на 25\u{a0}% с\u{a0}2020 по\u{a0}2021\u{a0}год, по данным Азербайджана",
            "Қазақстанға экспорт 2020–2021 жылдары 25%-ға өсті, Әзербайжан деректері бойынша",
            "Содирот ба Қазоқистон: 25% афзоиш аз соли 2020 то соли 2021, аз рӯи омори Озарбойҷон",
        ]
    );
    let beginnings = [
        "Imports from Kazakhstan grew",
        "Qazaxıstandan idxal",
        "Импорт из Казахстана вырос",
        "Қазақстаннан импорт",
        "Воридот аз Қазоқистон:",
    ];
    for (told, beginning) in flow(Measure::IMPORTS).iter().zip(beginnings) {
        assert!(told.starts_with(beginning), "{told}");
    }
}

/// Of `trade` with one partner where reporters are compared.
fn compared(figures: Vec<Figure>, language: Language) -> String {
    let (view, compare) = (View::Trade, Some(Compare::Reporters));
    let partners = vec![PARTNER];
    let state = State { view, compare, partners, language, ..State::default() };
    draw(&Dataset { figures, ..empty() }, &state, 800.0).texts.headline
}

#[test]
fn a_comparison_tells_the_gap_of_the_latest_year_that_two_reporters_tell() {
    let figures = vec![
        turnover(2020, 9.0, OWN),
        turnover(2020, 4.0, THEIRS),
        turnover(2021, 4.0, OWN),
        turnover(2021, 7.0, THEIRS),
        turnover(2022, 5.0, OWN),
    ];
    assert_eq!(
        Language::BUILT_IN.map(|language| compared(figures.clone(), language)),
        [
            "Trade with Kazakhstan, 2021: statistics of Kazakhstan show $3\u{a0}mln more than those of Azerbaijan",
            "Qazaxıstanla ticarət, 2021: Qazaxıstan statistikası Azərbaycan statistikasından 3\u{a0}mln\u{a0}US$ çox göstərir",
            "Товарооборот с Казахстаном, 2021: по данным Казахстана больше, чем по данным Азербайджана; разница — 3\u{a0}млн\u{a0}$",
            "Қазақстанмен сауда, 2021: Қазақстан деректері Әзербайжан деректерінен 3\u{a0}млн\u{a0}$ көп көрсетеді",
            "Савдо бо Қазоқистон, 2021: омори Қазоқистон назар ба омори Озарбойҷон 3\u{a0}млн\u{a0}$ бештар нишон медиҳад",
        ]
    );
    let [early, late] = [turnover(2020, 9.0, OWN), turnover(2020, 4.0, THEIRS)];
    let told = compared(vec![early, late], Language::EN);
    assert!(
        told.contains(": statistics of Azerbaijan show $5\u{a0}mln more than those of Kazakhstan"),
        "{told}"
    );
}

#[test]
fn a_gap_of_more_digits_than_two_is_told_as_about() {
    let told =
        compared(vec![turnover(2014, 1960.0, OWN), turnover(2014, 4000.0, THEIRS)], Language::EN);
    assert!(told.contains("show about $2\u{a0}bn more"), "{told}");
}

#[test]
fn a_gap_is_told_of_two_sure_and_exact_values_of_one_period_only() {
    let spoilt: [fn(&mut Figure); 6] = [
        |figure| figure.qualifier = Qualifier::About,
        |figure| figure.qualifier = Qualifier::MoreThan,
        |figure| figure.derived = true,
        |figure| figure.record.certainty = Certainty::Ambiguous,
        |figure| figure.period_basis = Basis::Inferred,
        |figure| figure.period = Some(Edtf::Interval(Some(month(2021, 1)), Some(month(2021, 8)))),
    ];
    for spoil in spoilt {
        let theirs = changed(turnover(2021, 7.0, THEIRS), spoil);
        let told = compared(vec![turnover(2021, 4.0, OWN), theirs], Language::EN);
        assert!(!told.contains("more than those"), "{told}");
    }
    // Two values of one reporter, or one value that both give, leave nothing to tell.
    let third =
        vec![turnover(2021, 4.0, OWN), turnover(2021, 5.0, OWN), turnover(2021, 7.0, THEIRS)];
    let same = vec![turnover(2021, 4.0, OWN), turnover(2021, 4.0, THEIRS)];
    for figures in [third, same] {
        let told = compared(figures, Language::EN);
        assert!(!told.contains("more than those"), "{told}");
    }
}

#[test]
fn consecutive_years_come_before_far_ends() {
    let figures = [(2015, 1.0), (2020, 4.0), (2021, 5.0)];
    let told = trade(figures.map(|(year, value)| turnover(year, value, OWN)).to_vec());
    assert!(told.contains("from 2020 to 2021"), "{told}");
}

#[test]
fn growth_is_told_in_per_cent_or_in_times_and_a_fall_as_a_fall() {
    for (from, to, words) in [
        (4.0, 8.0, "grew 2-fold from"),
        (2.0, 9.8, "grew 4.9-fold from"),
        (4.0, 7.9, "grew by 98% from"),
        (4.0, 3.0, "fell by 25% from"),
        (400.0, 401.0, "changed little from"),
    ] {
        let told = trade(vec![turnover(2020, from, OWN), turnover(2021, to, OWN)]);
        assert!(told.contains(words), "{from} to {to}: {told}");
    }
}

#[test]
fn another_reporter_is_named_in_every_language() {
    let figures = vec![turnover(2020, 4.0, THEIRS), turnover(2021, 5.0, THEIRS)];
    let data = Dataset { figures, ..empty() };
    let partner = data.partner(PARTNER).unwrap().clone();
    let told = in_each_language(&data, View::Trade);
    for (language, told) in Language::BUILT_IN.into_iter().zip(told) {
        assert!(told.ends_with(partner.by.get(language)), "{told}");
    }
}

#[test]
fn two_reporters_make_no_change() {
    let told = trade(vec![turnover(2020, 4.0, OWN), turnover(2021, 5.0, THEIRS)]);
    assert_eq!(told, "Trade with Kazakhstan: $5\u{a0}mln in 2021, according to Kazakh statistics");
}

#[test]
fn a_value_without_a_named_reporter_says_so() {
    let data = Dataset { figures: vec![turnover(2021, 5.0, None)], ..empty() };
    assert_eq!(
        in_each_language(&data, View::Trade),
        [
            "Trade with Kazakhstan: $5\u{a0}mln in 2021, statistics not named",
            "Qazaxıstanla ticarət: 2021-ci ildə 5\u{a0}mln\u{a0}US$, statistikanın mənbəyi göstərilməyib",
            "Товарооборот с Казахстаном: 5\u{a0}млн\u{a0}$ в\u{a0}2021\u{a0}году, источник статистики не указан",
            "Қазақстанмен сауда: 2021 жылы 5\u{a0}млн\u{a0}$, статистика көзі көрсетілмеген",
            "Савдо бо Қазоқистон: 5\u{a0}млн\u{a0}$ дар соли 2021, манбаи омор зикр нашудааст",
        ]
    );
}

#[test]
fn a_value_that_another_report_contradicts_names_the_rival() {
    let (own, theirs) = (turnover(2021, 5.0, OWN), turnover(2021, 7.0, THEIRS));
    assert_eq!(
        trade(vec![own, theirs]),
        "Trade with Kazakhstan: $5\u{a0}mln in 2021, according to Azerbaijani statistics; \
         $7\u{a0}mln, according to Kazakh statistics"
    );
    let figures = vec![turnover(2021, 5.0, None), turnover(2021, 7.0, None)];
    let data = Dataset { figures, ..empty() };
    assert_eq!(
        in_each_language(&data, View::Trade),
        [
            "Trade with Kazakhstan: $5\u{a0}mln in 2021, statistics not named; another report says $7\u{a0}mln",
            "Qazaxıstanla ticarət: 2021-ci ildə 5\u{a0}mln\u{a0}US$, statistikanın mənbəyi göstərilməyib; başqa məlumata görə 7\u{a0}mln\u{a0}US$",
            "Товарооборот с Казахстаном: 5\u{a0}млн\u{a0}$ в\u{a0}2021\u{a0}году, источник статистики не указан; по другому сообщению — 7\u{a0}млн\u{a0}$",
            "Қазақстанмен сауда: 2021 жылы 5\u{a0}млн\u{a0}$, статистика көзі көрсетілмеген; басқа дерек бойынша 7\u{a0}млн\u{a0}$",
            "Савдо бо Қазоқистон: 5\u{a0}млн\u{a0}$ дар соли 2021, манбаи омор зикр нашудааст; аз рӯи хабари дигар 7\u{a0}млн\u{a0}$",
        ]
    );
    // What rounds to the same is no rival.
    let same = vec![
        turnover(2021, 5.0, None),
        changed(turnover(2021, 5.0, None), |figure| {
            figure.value = Some(5_020_000.0);
        }),
    ];
    assert!(!trade(same).contains("another"), "one observation");
}

/// Of its later end, or else of its earlier one, with its period; and how sure it is.
#[test]
fn a_change_names_what_rivals_its_ends() {
    let own = [turnover(2020, 4.0, OWN), turnover(2021, 5.0, OWN)];
    let told = |rivals: &[Figure]| trade([own.as_slice(), rivals].concat());
    let claim = "Trade with Kazakhstan grew by 25% from 2020 to 2021, according to Azerbaijani \
                 statistics";
    let [early, late] = [turnover(2020, 3.0, THEIRS), turnover(2021, 7.0, None)];
    assert_eq!(
        told(std::slice::from_ref(&early)),
        format!("{claim} (2020: $4\u{a0}mln; $3\u{a0}mln, according to Kazakh statistics)")
    );
    assert_eq!(
        told(&[early, late.clone()]),
        format!(
            "{claim} (2021: $5\u{a0}mln; another report says $7\u{a0}mln, statistics not named)"
        )
    );
    let inferred = changed(late.clone(), |figure| figure.record.certainty = Certainty::Inferred);
    assert_eq!(
        told(&[inferred]),
        format!(
            "{claim} (2021: $5\u{a0}mln; another report says $7\u{a0}mln, statistics not named, inferred)"
        )
    );
    let computed = changed(late.clone(), |figure| figure.derived = true);
    assert_eq!(told(&[computed]), claim);
    let data = Dataset { figures: [own.as_slice(), &[late]].concat(), ..empty() };
    for (language, told) in Language::BUILT_IN.into_iter().zip(in_each_language(&data, View::Trade))
    {
        let words = Locale::of(language).words.rival;
        let says = words.split(['{', '}']).nth(2).expect("what stands between claim and value");
        assert!(told.contains(says) && told.contains("(2021: "), "{told}");
    }
}

/// A growth that one paragraph tells with both its ends.
fn claimed(certainty: Certainty) -> Vec<Figure> {
    let mut growth = turnover(2015, 5.0, None);
    growth.record.id.push_str("claim");
    growth.measure = Measure::GROWTH;
    growth.unit = Unit::Ratio;
    growth.value = Some(5.0);
    growth.period = Some(Edtf::Interval(Some(month(2015, 0)), None));
    let mut figures = vec![turnover(2015, 1.0, THEIRS), turnover(2018, 5.0, THEIRS), growth];
    for figure in &mut figures {
        figure.record.citations[0] =
            Citation { source: 1, paragraph: Some(7), evidence: Vec::new() };
    }
    figures[0].record.certainty = certainty;
    figures
}

#[test]
fn the_claim_with_the_best_support_comes_before_the_most_striking() {
    let grown =
        "Trade with Kazakhstan grew 5-fold from 2015 to 2018, according to Kazakh statistics";
    assert_eq!(trade(claimed(Certainty::Stated)), grown);
    let inferred = claimed(Certainty::Inferred);
    let sure = [turnover(2020, 4.0, OWN), turnover(2021, 5.0, OWN)];
    let told = trade([inferred.clone(), sure.to_vec()].concat());
    assert!(told.contains("grew by 25% from 2020 to 2021"), "{told}");
    let told = trade([inferred.clone(), vec![turnover(2021, 5.0, OWN)]].concat());
    assert!(told.contains(": $5\u{a0}mln in 2021, according to Azerbaijani"), "{told}");
    // Where there is nothing surer it is told as what it is.
    let alone = vec![
        inferred[0].clone(),
        changed(inferred[1].clone(), |figure| {
            figure.record.certainty = Certainty::Inferred;
        }),
        inferred[2].clone(),
    ];
    let data = Dataset { figures: alone, ..empty() };
    let told = in_each_language(&data, View::Trade);
    assert_eq!(told[0], format!("{grown}, inferred"));
    for (language, told) in Language::BUILT_IN.into_iter().zip(&told) {
        let inferred = Locale::of(language).words.certainty(Certainty::Inferred);
        assert!(told.ends_with(inferred), "{told}");
    }
}

#[test]
fn nothing_is_never_said_above_marks() {
    let planned = in_each_language(&events(0, 0, 2), View::Events);
    assert_eq!(
        planned,
        [
            "2 events planned",
            "2 hadisə planlaşdırılır",
            "Запланировано 2 события",
            "2 оқиға жоспарланған",
            "2 рӯйдод ба нақша гирифта шудааст",
        ]
    );
    let mut claimed = events(1, 0, 0);
    claimed.events[0].status = Status::Claimed;
    assert_eq!(in_each_language(&claimed, View::Events)[0], "1 event in doubt");
    let undated = changed(turnover(2021, 5.0, OWN), |figure| figure.period = None);
    assert_eq!(trade(vec![undated]), "Trade turnover");
}

#[test]
fn the_kind_that_a_reader_has_chosen_is_named() {
    let data = events(3, 2, 0);
    let kinds = vec![data.kind_key(EventKind::VISIT).to_owned()];
    let told = |language| {
        let (view, partners, kinds) = (View::Events, vec![PARTNER], kinds.clone());
        at_800(&data, &State { view, partners, kinds, language, ..State::default() }).texts.headline
    };
    assert_eq!(
        Language::BUILT_IN.map(told),
        [
            "3 events with Kazakhstan since 2000, all of them visits",
            "Qazaxıstanla 2000-ci ildən bəri 3 hadisə, hamısı səfər",
            "3 события в отношениях с Казахстаном с\u{a0}2000\u{a0}года, все — визиты",
            "Қазақстанмен 2000 жылдан бері 3 оқиға, барлығы сапар",
            "3 рӯйдод бо Қазоқистон аз соли 2000, ҳамааш сафар",
        ]
    );
}

/// What the headline counts and what the chart draws are the same.
#[test]
fn a_headline_counts_what_is_drawn() {
    let data = Dataset::embedded();
    for partners in [vec![], vec![PARTNER], vec![RU]] {
        let state = State { view: View::Events, partners, ..State::default() };
        let Picture { chart, texts, reading } = at_800(&data, &state);
        let mut drawn: Vec<&String> =
            chart.scene.targets.iter().flat_map(|target| &target.records).collect();
        drawn.retain(|id| {
            let dated = reading.bands.iter().flat_map(|band| &band.events);
            let mut of_id = dated.filter(|dated| dated.event(&data).record.id == **id);
            of_id.any(|dated| reading.range.touches(dated.first, dated.last))
        });
        drawn.sort();
        drawn.dedup();
        let numbers = texts.headline.split([' ', ';']).filter_map(|word| word.parse().ok());
        let numbers: Vec<usize> = numbers.filter(|number| *number < 1900).collect();
        // "128 events since 1992, 39 of them visits; 11 more planned; 13 more in doubt"
        let told: usize = numbers.iter().sum::<usize>() - numbers[1];
        assert_eq!(told, drawn.len(), "{}", texts.headline);
    }
}

#[test]
fn what_is_computed_ambiguous_or_of_an_inferred_year_is_left_out() {
    for spoil in [
        (|figure: &mut Figure| figure.derived = true) as fn(&mut Figure),
        |figure| figure.record.certainty = Certainty::Ambiguous,
        |figure| figure.period_basis = Basis::Inferred,
        |figure| {
            figure.period =
                Some(Edtf::Date(bilateral::dataset::Date { uncertain: true, ..month(2021, 0) }))
        },
    ] {
        let told = trade(vec![turnover(2020, 4.0, OWN), changed(turnover(2021, 5.0, OWN), spoil)]);
        assert_eq!(
            told,
            "Trade with Kazakhstan: $4\u{a0}mln in 2020, according to Azerbaijani statistics"
        );
    }
}

#[test]
fn a_bound_makes_no_change() {
    for qualifier in [Qualifier::MoreThan, Qualifier::About, Qualifier::UpTo, Qualifier::Almost] {
        let bound = changed(turnover(2021, 5.0, OWN), |figure| figure.qualifier = qualifier);
        let told = trade(vec![turnover(2020, 4.0, OWN), bound]);
        assert!(told.contains("$5\u{a0}mln in 2021") && !told.contains("from"), "{told}");
        assert!(!told.contains(": $5"), "the qualifier is part of the value: {told}");
    }
}

#[test]
fn a_part_of_a_year_is_never_compared_with_a_year() {
    let part = changed(turnover(2021, 9.0, OWN), |figure| {
        figure.period = Some(Edtf::Interval(Some(month(2021, 1)), Some(month(2021, 8))));
    });
    let told = trade(vec![turnover(2020, 4.0, OWN), part.clone()]);
    assert_eq!(
        told,
        "Trade with Kazakhstan: $4\u{a0}mln in 2020, according to Azerbaijani statistics"
    );
    assert_eq!(
        trade(vec![part]),
        "Trade with Kazakhstan: $9\u{a0}mln (January–August 2021), according to Azerbaijani statistics"
    );
}

#[test]
fn two_values_of_one_reporter_and_year_make_no_end_point() {
    let years = [(2015, 4.0), (2021, 5.0), (2021, 7.0)];
    let told = trade(years.map(|(year, value)| turnover(year, value, OWN)).to_vec());
    assert!(!told.contains("from"), "{told}");
}

#[test]
fn a_headline_tells_only_of_the_range_that_is_drawn() {
    let years = [(2018, 2.0), (2019, 3.0), (2020, 4.0), (2021, 1.0)];
    let figures = years.map(|(year, value)| turnover(year, value, OWN)).to_vec();
    let data = Dataset { figures, ..empty() };
    let mut state = State { view: View::Trade, partners: vec![PARTNER], ..State::default() };
    state.set("to", Some("2020")).unwrap();
    assert!(at_800(&data, &state).texts.headline.contains("grew by 33% from 2019 to 2020"));
    state.set("from", Some("2020")).unwrap();
    assert!(at_800(&data, &state).texts.headline.contains("$4\u{a0}mln in 2020"));
    state.set("to", Some("2030")).unwrap();
    state.set("from", Some("2029")).unwrap();
    assert_eq!(at_800(&data, &state).texts.headline, "Nothing recorded in this period");
}

fn chosen(measure: Measure) -> Option<String> {
    Some(empty().measure_key(measure).to_owned())
}

fn event(id: u32, kind: EventKind, status: Status, year: i16) -> Event {
    let citations = vec![Citation { source: 0, paragraph: None, evidence: Vec::new() }];
    Event {
        record: Record {
            id: format!("e{id}"),
            partners: vec![PARTNER],
            citations,
            ..Record::default()
        },
        kind,
        date: Some(Edtf::Date(month(year, 0))),
        date_basis: Basis::Stated,
        status,
        title: LocalText::from_iter([(Language::EN, "A title".to_owned())]),
        ..Event::default()
    }
}

/// So many visits, treaties and planned meetings.
fn events(visits: u32, treaties: u32, planned: u32) -> Dataset {
    let mut events = Vec::new();
    for (count, kind, status) in [
        (visits, EventKind::VISIT, Status::Done),
        (treaties, EventKind::TREATY, Status::Done),
        (planned, EventKind::MEETING, Status::Planned),
    ] {
        for id in 0..count {
            events.push(event(events.len() as u32, kind, status, 2000 + id as i16 % 20));
        }
    }
    Dataset { events, ..empty() }
}

#[test]
fn what_is_planned_is_never_told_as_done() {
    assert_eq!(
        in_each_language(&events(3, 1, 2), View::Events),
        [
            "4 events with Kazakhstan since 2000, 3 of them visits; 2 more planned",
            "Qazaxıstanla 2000-ci ildən bəri 4 hadisə, o cümlədən 3 səfər; daha 2 hadisə planlaşdırılır",
            "4 события в отношениях с Казахстаном с\u{a0}2000\u{a0}года, из них 3\u{a0}— визиты; ещё 2 запланированы",
            "Қазақстанмен 2000 жылдан бері 4 оқиға, оның ішінде 3 сапар; тағы 2 оқиға жоспарланған",
            "4 рӯйдод бо Қазоқистон аз соли 2000, аз ҷумла 3 сафар; боз 2 рӯйдод ба нақша гирифта шудааст",
        ]
    );
}

#[test]
fn one_sides_claim_and_what_is_ambiguous_is_no_event_that_happened() {
    let mut data = events(3, 0, 0);
    data.events[0].status = Status::Claimed;
    data.events[1].record.certainty = Certainty::Ambiguous;
    let [english, ..] = in_each_language(&data, View::Events);
    assert_eq!(english, "1 event with Kazakhstan since 2002; 2 more in doubt");
}

#[test]
fn one_kind_alone_or_two_as_frequent_are_no_finding() {
    for data in [events(3, 0, 0), events(2, 2, 0)] {
        let [english, ..] = in_each_language(&data, View::Events);
        assert!(!english.contains("of them"), "{english}");
    }
}

#[test]
fn russian_counts_have_their_plural_forms() {
    for (count, words) in [(1, "1 событие"), (2, "2 события"), (5, "5 событий"), (21, "21 событие")]
    {
        let [_, _, russian, ..] = in_each_language(&events(count, 0, 0), View::Events);
        assert!(russian.starts_with(&format!("{words} в отношениях с Казахстаном")), "{russian}");
    }
}

#[test]
fn events_of_a_range_with_an_end_are_not_told_as_since() {
    let mut state = State { view: View::Events, partners: vec![PARTNER], ..State::default() };
    state.set("to", Some("2002")).unwrap();
    let told = at_800(&events(9, 0, 0), &state).texts.headline;
    assert_eq!(told, "Kazakhstan: 3 events (2000–2002)");
}

#[test]
fn a_range_within_a_year_is_told_at_its_precision() {
    let mut data = events(3, 0, 0);
    for (event, month_of) in data.events.iter_mut().zip([2, 3, 3]) {
        event.date = Some(Edtf::Date(month(2022, month_of)));
    }
    let told = |data: &Dataset, from, to| {
        Language::BUILT_IN.map(|language| {
            let partners = vec![PARTNER];
            let mut state = State { view: View::Events, partners, language, ..State::default() };
            state.set("from", Some(from)).unwrap();
            state.set("to", Some(to)).unwrap();
            at_800(data, &state).texts.headline
        })
    };
    assert_eq!(
        told(&data, "2022-03", "2022-03"),
        [
            "Kazakhstan: 2 events (March 2022)",
            "Qazaxıstan: 2 hadisə (mart 2022)",
            "Казахстан: 2 события (март 2022\u{202f}г.)",
            "Қазақстан: 2 оқиға (2022\u{202f}ж. наурыз)",
            "Қазоқистон: 2 рӯйдод (марти соли 2022)",
        ]
    );
    let days = "Kazakhstan: 3 events (1 December 2021\u{a0}– 10 April 2022)";
    assert_eq!(told(&data, "2021-12", "2022-04-10")[0], days);
    assert_eq!(told(&data, "2021", "2023")[0], "Kazakhstan: 3 events (2022)");
    // Of an event of some month of the year no more than the year is told.
    data.events[0].date = Some(Edtf::Date(month(2022, 0)));
    assert_eq!(told(&data, "2022-03", "2022-03")[0], "Kazakhstan: 3 events (2022)");
}

/// What a dataset of events alone says in `story`, it says in `events`.
#[test]
fn a_story_without_values_is_one_of_events() {
    let data = Dataset { events: Dataset::embedded().events, ..empty() };
    for width in [320.0, 1000.0] {
        for partners in
            [vec![], vec![Code::new(*b"RU")], vec![Code::new(*b"RU"), Code::new(*b"UZ")]]
        {
            let of = |view| {
                draw(&data, &State { view, partners: partners.clone(), ..State::default() }, width)
            };
            let (story, events) = (of(View::Story), of(View::Events));
            assert!(!story.chart.scene.targets.is_empty(), "no event is drawn");
            assert_eq!(story.reading.partners, events.reading.partners);
            assert!(story.reading.partners.len() > 1);
            if width > 480.0 {
                assert_eq!((story.chart, story.texts), (events.chart, events.texts));
            }
        }
    }
}

fn mentions(pairs: &[(Code, Sector)]) -> Dataset {
    let mention = |(at, (code, sector)): (usize, &(Code, Sector))| {
        let citations = vec![Citation { source: 0, paragraph: None, evidence: Vec::new() }];
        let id = format!("m{at}");
        let record = Record { id, partners: vec![*code], citations, ..Record::default() };
        SectorMention { record, sector: *sector, status: Status::Proposed }
    };
    Dataset { sectors: pairs.iter().enumerate().map(mention).collect(), ..empty() }
}

#[test]
fn sectors_are_told_as_mentioned_whatever_their_status() {
    let shared = mentions(&[
        (PARTNER, Sector::TRADE),
        (RU, Sector::TRADE),
        (PARTNER, Sector::FOOD),
        (RU, Sector::IT),
    ]);
    let both = |data: &Dataset, language| {
        let partners = vec![PARTNER, RU];
        at_800(data, &State { view: View::Sectors, partners, language, ..State::default() })
            .texts
            .headline
    };
    assert_eq!(
        Language::BUILT_IN.map(|language| both(&shared, language)),
        [
            "1 of 3 sectors is mentioned with every partner: trade",
            "3 sahədən 1 sahənin adı bütün tərəfdaşlarla bağlı çəkilir: ticarət",
            "1 отрасль из 3 упомянута в связи со всеми партнёрами: торговля",
            "Барлық серіктеске қатысты 3 саланың ішінен 1 сала аталған: сауда",
            "Аз 3 соҳа 1 соҳа дар робита бо ҳамаи шарикон зикр шудааст: савдо",
        ]
    );
    let apart = mentions(&[(PARTNER, Sector::FOOD), (RU, Sector::IT)]);
    assert_eq!(both(&apart, Language::EN), "No sector is mentioned with every partner");
    assert_eq!(both(&mentions(&[]), Language::EN), "No sectors mentioned");
    let [english, _, russian, ..] = in_each_language(&shared, View::Sectors);
    assert_eq!(english, "2 sectors are mentioned in relations with Kazakhstan");
    assert_eq!(russian, "В отношениях с Казахстаном упомянуты 2 отрасли");
}

#[test]
fn a_count_is_told_with_its_date_and_never_as_growth() {
    let count = |year, value, qualifier| {
        changed(turnover(year, value, None), |figure| {
            figure.measure = Measure::AGREEMENTS;
            figure.unit = Unit::Count;
            figure.value = Some(value);
            figure.qualifier = qualifier;
            figure.period = Some(Edtf::Date(month(year, 12)));
        })
    };
    let figures =
        vec![count(2020, 100.0, Qualifier::Exact), count(2025, 189.0, Qualifier::MoreThan)];
    let data = Dataset { figures, ..empty() };
    let told = Language::BUILT_IN.map(|language| {
        let (partners, measure) = (vec![PARTNER], Measure::AGREEMENTS);
        let view = View::Trade;
        at_800(
            &data,
            &State { view, partners, measure: chosen(measure), language, ..State::default() },
        )
        .texts
        .headline
    });
    assert_eq!(
        told,
        [
            "Agreements with Kazakhstan: more than 189 (December 2025)",
            "Qazaxıstanla sazişlər: 189-dan çox (dekabr 2025)",
            "Соглашения с Казахстаном: более 189 (декабрь 2025\u{202f}г.)",
            "Қазақстанмен келісімдер: 189-дан астам (2025\u{202f}ж. желтоқсан)",
            "Созишномаҳо бо Қазоқистон: беш аз 189 (декабри соли 2025)",
        ]
    );
}

#[test]
fn a_partner_without_values_says_that_there_is_nothing_to_show() {
    let state = State { view: View::Trade, partners: vec![RU], ..State::default() };
    let chart = at_800(&Dataset { figures: vec![turnover(2020, 4.0, OWN)], ..empty() }, &state);
    assert_eq!(chart.texts.headline, "No value of this measure");
}

#[test]
fn what_is_equal_at_both_ends_stayed() {
    let figures = vec![turnover(2020, 400.0, OWN), turnover(2021, 400.0, OWN)];
    let told = in_each_language(&Dataset { figures, ..empty() }, View::Trade);
    assert!(told[0].starts_with("Trade with Kazakhstan stayed at $400"), "{}", told[0]);
    assert!(told[2].starts_with("Товарооборот с Казахстаном не изменился: "), "{}", told[2]);
}

/// A count of a year comes after those of days in it, as the label in bold does.
#[test]
fn the_last_count_is_that_whose_period_ends_last() {
    let (measure, view) = (Some("agreements".to_owned()), View::Trade);
    let state = State { measure, view, partners: vec![RU], ..State::default() };
    let texts = at_800(&Dataset::embedded(), &state).texts;
    assert_eq!(texts.headline, "Agreements with Russia: more than 260 (2024)");
    let leads = texts.asides.iter().filter(|aside| aside.text.starts_with("How they are counted"));
    let leads: Vec<_> = leads.collect();
    assert_eq!(leads.len(), 1, "{leads:?}");
    assert!(leads[0].text.contains("; more than 230: includes agreements between companies"));
    assert_eq!(leads[0].records.len(), 5);
}

#[test]
fn a_rival_of_unnamed_statistics_says_so_and_more_of_them_are_counted() {
    let figures =
        vec![turnover(2022, 4.0, THEIRS), turnover(2023, 5.0, THEIRS), turnover(2022, 6.0, None)];
    let told = trade(figures.clone());
    assert!(told.ends_with("another report says $6\u{a0}mln, statistics not named)"), "{told}");
    let more = turnover(2022, 7.0, None);
    let told = trade([figures, vec![more]].concat());
    assert!(told.contains("$6\u{a0}mln and 1 more, statistics not named"), "{told}");
}

#[test]
fn a_gap_is_about_in_the_list_as_in_the_headline() {
    let state = State { view: View::Trade, compare: Some(Compare::Reporters), ..State::default() };
    let figures = vec![turnover(2020, 1_000_000.0, OWN), turnover(2020, 1_176_000.0, THEIRS)];
    let data = Dataset { figures, ..empty() };
    let texts = at_800(&data, &State { partners: vec![PARTNER], ..state }).texts;
    assert!(texts.headline.contains("about $180"), "{}", texts.headline);
    assert!(
        texts.asides.iter().any(|aside| aside.text.contains("Gaps: about $180")),
        "{:?}",
        texts.asides
    );
}
