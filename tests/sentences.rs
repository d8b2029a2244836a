//! Sentences about packages of other countries, in the grammar of their languages.

use crate::support::draw::draw;
use bilateral::dataset::{Dataset, Language, check_files};
use bilateral::locale::{Locale, complete};
use bilateral::scene::Mark;
use bilateral::view::State;
use bilateral::widget::Picture;

/// A package of these files.
fn package(reporting: &str, files: &[(&str, &str)]) -> Dataset {
    let meta = format!("{{\"reporting\": \"{reporting}\", \"created\": \"2024-06-01\"}}");
    let mut all = vec![("datapackage.json".to_owned(), meta.into_bytes())];
    all.extend(files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())));
    check_files(&all).unwrap_or_else(|found| panic!("{}", found[0])).0
}

/// A view of it in a language, as attributes say.
fn picture(data: &Dataset, language: &str, attributes: &[(&str, &str)]) -> Picture {
    let mut data = data.clone();
    let language = Language::from_tag(language).expect("a language");
    complete(&mut data, Locale::of(language));
    let mut state = State { language, ..State::default() };
    for (name, value) in attributes {
        assert!(state.set(name, Some(value)).is_ok(), "{name}");
    }
    draw(&data, &state, 800.0)
}

fn summary(data: &Dataset, picture: &Picture, language: &str) -> String {
    let language = Language::from_tag(language).expect("a language");
    let mut data = data.clone();
    complete(&mut data, Locale::of(language));
    picture.summary(&data, Locale::of(language))
}

fn texts(picture: &Picture) -> Vec<String> {
    let marks = picture.chart.scene.marks.iter();
    let text = |mark: &Mark| match mark {
        Mark::Text { text, .. } => Some(text.clone()),
        _ => None,
    };
    marks.filter_map(text).collect()
}

#[test]
fn statistics_are_those_of_a_country_with_its_article() {
    let figures = "partner,measure,value,unit,period,reporter,source\n\
                   US,imports,4000000,EUR,2022,NL,x\nUS,imports,4100000,EUR,2022,US,x\n";
    let data = package("NL", &[("figures.csv", figures)]);
    let headline = |language| {
        let attributes = [("view", "trade"), ("compare", "reporters")];
        picture(&data, language, &attributes).texts.headline
    };
    let english = headline("en");
    let end = ": statistics of the United States show €100,000 more than those of the Netherlands";
    assert!(english.ends_with(end), "{english}");
    let german = headline("de");
    assert!(german.contains("Die Statistik aus den Vereinigten Staaten zeigt"), "{german}");
    assert!(german.ends_with("mehr als die aus den Niederlanden"), "{german}");
}

#[test]
fn the_key_names_a_reporter_as_the_package_does() {
    let partners = "code,name_en,by_en\nIMF,International Monetary Fund,according to the IMF\n\
                    WTO,World Trade Organization,\nES,,\nCU,,\n";
    let figures = "partner,measure,value,unit,period,reporter,source\n\
                   ES,exports,1000000,USD,2021,CU,x\nES,exports,1100000,USD,2022,CU,x\n\
                   ES,exports,1300000,USD,2021,R,x\nES,exports,1500000,USD,2022,R,x\n";
    for (code, key) in
        [("IMF", "according to the IMF"), ("WTO", "statistics of World Trade Organization")]
    {
        let figures = figures.replace(",R,", &format!(",{code},"));
        let data = package("CU", &[("partners.csv", partners), ("figures.csv", &figures)]);
        let told = texts(&picture(&data, "en", &[("view", "trade")]));
        assert!(told.iter().any(|text| text == key), "{told:?}");
    }
}

#[test]
fn the_key_names_each_kind_of_the_package_s_own_with_or_without_a_shape() {
    let terms = "list,key,label,shape\nkind,recall,Recall,\nkind,fair,Fair,square\n";
    let events = "partners,kind,date,title,source\nFR,recall,2021-05-05,Recall of valves,x\n\
                  FR,fair,2022-05-05,Fair in Lyon,x\nFR,security,2023-05-05,Exercise,x\n";
    let data = package("DE", &[("terms.csv", terms), ("events.csv", events)]);
    let told = texts(&picture(&data, "en", &[("view", "events")]));
    for label in ["Recall", "Fair", "other event"] {
        assert_eq!(told.iter().filter(|text| *text == label).count(), 1, "{label}: {told:?}");
    }
    let own = events.replace("FR,security,2023-05-05,Exercise,x\n", "");
    let data = package("DE", &[("terms.csv", terms), ("events.csv", &own)]);
    let told = texts(&picture(&data, "en", &[("view", "events")]));
    assert!(!told.iter().any(|text| text == "other event"), "{told:?}");
}

#[test]
fn two_periods_that_have_a_dash_are_not_joined_by_another() {
    let figures = "partner,measure,value,unit,period,reporter,source\n\
                   AU,exports,100,NZD,2022-07/2023-06,NZ,x\n\
                   AU,exports,120,NZD,2023-07/2024-06,NZ,x\n";
    let data = package("NZ", &[("figures.csv", figures)]);
    for language in ["az", "de", "kk", "ru", "tg", "tr"] {
        let told = picture(&data, language, &[("view", "trade")]).texts.headline;
        let within = told.split(['(', ')']).nth(1).unwrap_or_default();
        let periods: Vec<&str> = within.split("; ").collect();
        assert_eq!(periods.len(), 2, "{told}");
        assert!(periods.iter().all(|period| period.matches('–').count() == 1), "{told}");
    }
    let months =
        figures.replace("2022-07/2023-06", "2023-06").replace("2023-07/2024-06", "2023-07");
    let data = package("NZ", &[("figures.csv", &months)]);
    let told = picture(&data, "tr", &[("view", "trade")]).texts.headline;
    assert!(told.contains("(Haziran 2023 – Temmuz 2023)"), "{told}");
}

#[test]
fn all_sectors_and_one_sector_are_no_share_of_themselves() {
    let headline = |sectors: &[&str], language: &str| {
        let rows = sectors.iter().flat_map(|one| [("CH", one), ("US", one)]);
        let rows: String = rows.map(|(code, one)| format!("{code},{one},done,x\n")).collect();
        let table = format!("partner,sector,status,source\n{rows}CH,trade,planned,x\n");
        let table =
            if sectors.len() == 3 { table } else { table.replace("CH,trade,planned,x\n", "") };
        let data = package("AT", &[("sectors.csv", &table)]);
        picture(&data, language, &[("view", "sectors")]).texts.headline
    };
    for (sectors, language, told) in [
        (
            &["energy"][..],
            "de",
            "Eine einzige Branche wird erwähnt, und zwar bei allen Partnern: Energie",
        ),
        (&["energy"], "en", "One sector is mentioned, and with every partner: energy"),
        (&["energy", "food"], "en", "All 2 sectors are mentioned with every partner: energy, food"),
        (
            &["energy", "food", "mining"],
            "en",
            "3 of 4 sectors are mentioned with every partner: energy, food, mining",
        ),
    ] {
        assert_eq!(headline(sectors, language), told);
    }
}

#[test]
fn what_is_planned_has_not_been_going_on_since_then() {
    let events = "partners,kind,date,status,title,source\n\
                  RW,forum,2030/..,planned,Forum each year,x\nRW,forum,2020/..,done,Old forum,x\n";
    let data = package("KE", &[("events.csv", events)]);
    for (language, ahead, behind) in [
        ("en", "from 2030", "since 2020"),
        ("de", "ab 2030", "seit 2020"),
        ("tr", "2030 yılından itibaren", "2020 yılından beri"),
    ] {
        let attributes = [("view", "table")];
        let picture = picture(&data, language, &attributes);
        let locale = Locale::of(Language::from_tag(language).expect("a language"));
        let table = bilateral::table::table(picture.telling(&data, locale), None, 10);
        let cells: Vec<String> = table.rows.into_iter().flat_map(|row| row.cells).collect();
        for date in [ahead, behind] {
            assert!(cells.iter().any(|cell| cell == date), "{date}: {cells:?}");
        }
    }
}

/// A series of one period has no first and no last value, and a second report is none of them.
#[test]
fn one_period_is_told_once_and_two_reports_of_it_as_two() {
    let one = "partner,measure,value,unit,period,reporter,source\n\
               AO,exports,1250000000,EUR,2022,PT,x\n";
    let two = [one, "AO,exports,1490000000,EUR,2022,PT,y\n"].concat();
    for language in ["en", "az", "de", "kk", "ru", "tg", "tr"] {
        let told = |figures: &str| {
            let data = package("PT", &[("figures.csv", figures)]);
            let told = picture(&data, language, &[("view", "trade")]);
            (summary(&data, &told, language), told.texts.headline)
        };
        let amount = |text: &str, of: [&str; 2]| {
            of.map(|digits| {
                text.matches(digits).count() + text.matches(&digits.replace('.', ",")).count()
            })
        };
        let (alone, _) = told(one);
        assert_eq!(amount(&alone, ["1.25", "1.49"]), [1, 0], "{alone}");
        let (both, headline) = told(&two);
        let rival = Locale::of(Language::from_tag(language).unwrap()).words.rival;
        let rival = rival.split(['{', '}']).find(|part| part.starts_with("; ")).unwrap();
        for text in [&both, &headline] {
            assert_eq!(amount(text, ["1.25", "1.49"]), [1, 1], "{text}");
            assert!(text.contains(rival.trim_end()), "{text}");
        }
        let by = data_by(language);
        assert_eq!(headline.matches(&*by).count(), 1, "said once by whom: {headline}");
    }
}

/// How a language attributes to the reporting country of the test above.
fn data_by(language: &str) -> String {
    let figures = "partner,measure,value,unit,period,reporter,source\nAO,exports,1,EUR,2022,PT,x\n";
    let mut data = package("PT", &[("figures.csv", figures)]);
    let language = Language::from_tag(language).unwrap();
    complete(&mut data, Locale::of(language));
    let reporting = data.partners.iter().find(|partner| partner.code.as_str() == "PT");
    reporting.expect("the reporter is a partner").by.get(language).to_owned()
}

/// Values of a measure of the package's own are told as those of trade are.
#[test]
fn a_measure_of_the_package_s_own_is_told_by_its_first_and_last_value() {
    let terms = "list,key,label_en,units\nmeasure,oil,Oil shipped,bbl\nunit,bbl,barrels,\n";
    let figures = "partner,measure,value,unit,period,reporter,source\n\
                   TR,oil,310,bbl,2020,AZ,x\nTR,oil,390,bbl,2021,AZ,x\n";
    let data = package("AZ", &[("terms.csv", terms), ("figures.csv", figures)]);
    let told = summary(&data, &picture(&data, "en", &[("view", "trade")]), "en");
    assert!(
        told.contains("first 310\u{a0}barrels in 2020, last 390\u{a0}barrels in 2021"),
        "{told}"
    );
}

/// What is computed is told by the headline's sentence, with events beside it too.
#[test]
fn events_do_not_silence_the_finding_of_what_is_computed() {
    let figures = "partner,measure,value,unit,period,reporter,source\n\
                   FR,exports,10,EUR,2020,CH,x\nFR,imports,10,EUR,2020,CH,x\n\
                   FR,exports,12,EUR,2021,CH,x\nFR,imports,12,EUR,2021,CH,x\n";
    let events = "partners,kind,date,title,source\nFR,visit,2021-05-05,State visit,x\n";
    let data = package("CH", &[("figures.csv", figures), ("events.csv", events)]);
    let told = picture(&data, "en", &[]);
    let summary = summary(&data, &told, "en");
    assert!(summary.contains(&told.texts.headline), "{summary}");
    assert!(summary.contains("1 event"), "{summary}");
}

#[test]
fn a_share_has_its_sign_as_the_language_writes_it() {
    let terms = "list,key,label_en,units\nmeasure,share,Share,pct\nunit,pct,%,\n";
    let figures = "partner,measure,value,unit,period,source\nCN,share,39.5,pct,2022,x\n";
    let data = package("CL", &[("terms.csv", terms), ("figures.csv", figures)]);
    for (language, share) in [("en", "39.5%"), ("de", "39,5\u{a0}%"), ("tr", "%39,5")] {
        let told = picture(&data, language, &[("view", "trade")]).texts.headline;
        assert!(told.contains(share), "{told}");
    }
}

/// A plot whose only values have no period says so.
#[test]
fn a_plot_without_periods_is_not_left_blank() {
    let figures = "partner,measure,value,unit,period,reporter,source\nIT,exports,100,EUR,,FR,x\n";
    let data = package("FR", &[("figures.csv", figures)]);
    let told = texts(&picture(&data, "en", &[("view", "trade")]));
    assert_eq!(told, ["Period not stated"]);
}

#[test]
fn imports_of_a_country_with_an_article_are_named_in_german() {
    let figures =
        "partner,measure,value,unit,period,reporter,source\nFR,imports,100,CHF,2022,CH,x\n";
    let data = package("CH", &[("figures.csv", figures)]);
    let told = picture(&data, "de", &[("view", "trade")]).texts.subtitle;
    assert!(told.starts_with("Einfuhr (Schweiz)"), "{told}");
}
