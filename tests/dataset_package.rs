//! What a package may leave out, add and look like, and what it is told.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use bilateral::dataset::{
    Code, Colors, Dataset, Diagnostic, Dialect, EventKind, Language, LocalText, Measure, Severity,
    Status, Unit, Value, check_dir, check_json, from_json, to_csv, to_json,
};
use bilateral::locale::{Locale, complete};
use bilateral::theme::Theme;

const MINIMAL: &str = r#"{"reporting": "GB"}"#;

/// A package of these files.
fn package(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packages").join(name);
    fs::remove_dir_all(&dir).ok();
    fs::create_dir_all(&dir).unwrap();
    for (file, content) in files {
        fs::write(dir.join(file), content).unwrap();
    }
    dir
}

fn checked(name: &str, files: &[(&str, &str)]) -> (Option<Dataset>, String) {
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(file, text)| (*file, text.as_bytes())).collect();
    let dir = package(name, &files);
    let checked = check_dir(&dir);
    let found = match &checked {
        Ok((_, found)) => found,
        Err(found) => found,
    };
    let told: String = found.iter().map(|one| format!("{one}\n")).collect();
    (checked.ok().map(|(data, _)| data), told.replace(&format!("{}/", dir.display()), ""))
}

/// One without an error, and what it is told.
fn good(name: &str, files: &[(&str, &str)]) -> (Dataset, String) {
    let (data, told) = checked(name, files);
    (data.unwrap_or_else(|| panic!("{told}")), told)
}

fn text(language: Language, text: &str) -> LocalText {
    LocalText::from_iter([(language, text.to_owned())])
}

#[test]
fn two_files_are_a_package() {
    let figures = "partner,measure,value,unit,period,source\n\
                   DE,exports,59000000000,GBP,2022,https://www.ons.gov.uk/x\n\
                   DE,exports,61000000000,GBP,2023,https://www.ons.gov.uk/x\n\
                   FR,exports,44000000000,GBP,2023,Yearbook of trade\n";
    let (data, told) =
        good("two files", &[("datapackage.json", MINIMAL), ("figures.csv", figures)]);
    assert_eq!(told, "");
    assert_eq!((data.meta.name.as_str(), data.meta.title.as_str()), ("two-files", "two-files"));
    assert_eq!(data.meta.reporting, Code::new(*b"GB"));
    let codes: Vec<&str> = data.partners.iter().map(|partner| partner.code.as_str()).collect();
    assert_eq!(codes, ["DE", "FR"]);
    assert_eq!(data.figures[0].record.id, "figures-1");
    assert_eq!(data.figures[0].unit, Unit::Currency(*b"GBP"));
    assert_eq!(data.main_measure(), Measure::EXPORTS);
    let sources: Vec<&str> = data.sources.iter().map(|one| one.publisher.as_str()).collect();
    assert_eq!(sources, ["ons.gov.uk", "Yearbook of trade"]);
    assert_eq!(data.figures[1].record.citations, data.figures[0].record.citations);
    assert_eq!(data.figures[2].record.citations[0].source, 1);
    assert_eq!(Dataset::from_bytes(&data.to_bytes().unwrap()), Ok(data.clone()));
    assert_eq!(from_json(&to_json(&data)), Ok(data));
}

#[test]
fn a_package_that_names_no_source_is_its_own_and_told_so() {
    let figures = "partner,measure,value,unit,period\nDE,turnover,1,EUR,2022\n";
    let files = [("datapackage.json", MINIMAL), ("figures.csv", figures)];
    let (data, told) = good("no-source", &files);
    assert_eq!(data.sources[0].publisher, "no-source");
    assert!(
        told.starts_with("datapackage.json: default_source: warning: no record names"),
        "{told}"
    );
    let named = r#"{"reporting": "GB", "default_source": "https://example.org/trade"}"#;
    let (data, told) = good("one-source", &[("datapackage.json", named), files[1]]);
    assert_eq!(
        (told.as_str(), data.sources[0].url.as_deref()),
        ("", Some("https://example.org/trade"))
    );
}

#[test]
fn languages_are_those_that_occur_and_the_first_stands_in() {
    let events = "partners,kind,date,title_en,title_de,source\n\
                  FR,visit,2021-03-02,,Staatsbesuch,Chronik\n\
                  FR,treaty,2022,Treaty,Vertrag,Chronik\n";
    let package = r#"{"reporting": "DE", "languages": ["de", "en"]}"#;
    let (data, told) = good("german", &[("datapackage.json", package), ("events.csv", events)]);
    let mixed = "events.csv:2:21: warning: 1 of 2 titles missing in en\n  \
                 hint: fill in title_en: until then a chart in en mixes languages\n";
    assert_eq!(told, mixed);
    let de = Language::from_tag("de").unwrap();
    assert_eq!(data.meta.languages, [de, Language::EN]);
    assert_eq!(data.events[0].title.get(Language::EN), "Staatsbesuch");
    assert_eq!(data.events[1].title.get(Language::RU), "Vertrag");
    assert_eq!(data.events[1].title.get(Language::EN), "Treaty");
    // Its parts are read language by language, and what the first lacks is stood in for.
    let parts = data.to_parts();
    let languages: Vec<Language> = parts.texts.iter().map(|(language, _)| *language).collect();
    assert_eq!(languages, [de, Language::EN]);
    let first = [(de, &*parts.texts[0].1)];
    let alone = Dataset::from_parts(&parts.base, &first).unwrap();
    assert_eq!(alone.events[1].title, text(de, "Vertrag"));
    let mut english = data.clone();
    english.events[0].title = text(Language::EN, "Visit");
    let parts = english.to_parts();
    let alone = Dataset::from_parts(&parts.base, &[(de, &*parts.texts[0].1)]).unwrap();
    assert_eq!(alone.events[0].title.get(de), "Visit");
    assert_eq!(Dataset::from_bytes(&english.to_bytes().unwrap()), Ok(english));
}

#[test]
fn a_plain_title_is_in_the_first_language() {
    let events = "partners,kind,date,title,source\nFR,visit,2021,Besuch,Chronik\n";
    let package = r#"{"reporting": "DE", "languages": ["de"]}"#;
    let (data, _) = good("plain", &[("datapackage.json", package), ("events.csv", events)]);
    assert_eq!(data.events[0].title, text(Language::from_tag("de").unwrap(), "Besuch"));
}

#[test]
fn terms_are_words_like_the_program_s_own() {
    let terms = "list,key,label_en,many_en,shape,units\n\
                 unit,bcm,billion cubic metres,,,\n\
                 measure,gas-transit,Gas transit,,,bcm\n\
                 kind,summit,summit,summits,diamond,\n\
                 sector,space,space,,,\n\
                 role,envoy,envoy,,,\n";
    let figures = "id,partner,measure,value,unit,period,source\n\
                   g1,TR,gas-transit,3.5,bcm,2021,Operator\n\
                   g2,TR,gas-transit,4.5,,2022,Operator\n";
    let events = "partners,kind,date,title_en,source\nTR,summit,2021,Summit of May,Operator\n";
    let sectors = "partner,sector,status,source\nTR,space,planned,Operator\n";
    let people = "partner,name,role,source\nTR,Some One,envoy,Operator\n";
    let files = [
        ("datapackage.json", r#"{"reporting": "AZ"}"#),
        ("terms.csv", terms),
        ("figures.csv", figures),
        ("events.csv", events),
        ("sectors.csv", sectors),
        ("people.csv", people),
    ];
    let (data, told) = good("terms", &files);
    assert_eq!(told, "");
    let measure = data.measure("gas-transit").unwrap();
    assert_eq!((data.figures[0].measure, data.figures[1].measure), (measure, measure));
    assert_eq!(data.figures[0].unit, data.figures[1].unit, "a measure of one unit implies it");
    assert_eq!(data.unit_key(&data.figures[0].unit), "bcm");
    assert_eq!(data.own_label(measure).unwrap().get(Language::EN), "Gas transit");
    assert_eq!(data.kind_key(data.events[0].kind), "summit");
    assert_eq!(data.kind("visit"), Some(EventKind::VISIT));
    assert_eq!(data.kinds().count(), EventKind::BUILT_IN + 1);
    assert_eq!(data.sector_key(data.sectors[0].sector), "space");
    assert_eq!(data.role_key(data.people[0].role), "envoy");
    assert_eq!(data.main_measure(), measure);
    assert_eq!(Dataset::from_bytes(&data.to_bytes().unwrap()), Ok(data.clone()));
    assert_eq!(from_json(&to_json(&data)), Ok(data));
}

#[test]
fn eras_colors_links_and_groups_come_back_from_every_form() {
    let partners = "code,name_en,color\nEU,European Union,#1f77b4\nDE,,#003399 #99bbff\n";
    let events = "id,partners,kind,date,status,title_en,short_en,url,came_true,note,source\n\
                  e1,EU,forum,2020,planned,A forum that was planned for long,Forum,,e2,,Diary\n\
                  e2,EU DE,forum,2021,done,Forum held,,https://example.org/forum,,Two days long,Diary\n";
    let eras = "partners,from,to,name_en\nEU,2020-03,2021-06,Pandemic\n,2022,,War\n";
    let files = [
        ("datapackage.json", r#"{"reporting": "DE", "created": "2024-01-01"}"#),
        ("partners.csv", partners),
        ("events.csv", events),
        ("eras.csv", eras),
    ];
    let (data, told) = good("eras", &files);
    assert_eq!(told, "");
    assert_eq!(data.partners[0].code.as_str(), "EU");
    assert_eq!(data.partners[1].color, Some(Colors { light: 0x003399, dark: 0x99BBFF }));
    assert_eq!(data.partners[0].color.map(|colors| colors.light), Some(0x1F77B4));
    assert_eq!(data.events[0].came_true.as_deref(), Some("e2"));
    assert_eq!(data.events[1].url.as_deref(), Some("https://example.org/forum"));
    let note = data.note(data.events[1].record.note.unwrap()).unwrap();
    assert_eq!(note.get(Language::EN), "Two days long");
    assert_eq!(data.eras.len(), 2);
    assert_eq!(data.eras[1].period.unwrap().print(), "2022/..");
    assert_eq!(Dataset::from_bytes(&data.to_bytes().unwrap()), Ok(data.clone()));
    assert_eq!(from_json(&to_json(&data)), Ok(data));
}

#[test]
fn one_color_is_legible_on_the_grounds_of_both_themes() {
    let (light, dark) = (Theme::light(), Theme::dark());
    let ground = |theme: &Theme| format!("{:?}", theme.ground);
    assert_eq!(ground(&light), format!("{:?}", bilateral::theme::Color::hex(0xFF_FFFF)));
    assert_eq!(ground(&dark), format!("{:?}", bilateral::theme::Color::hex(0x14_181D)));
    let partners = "code,color\nDE,#ffee00 #99bbff\n";
    let figures = "partner,measure,value,unit,period,source\nDE,turnover,1,EUR,2020,Diary\n";
    let package = ("datapackage.json", MINIMAL);
    let files = [package, ("partners.csv", partners), ("figures.csv", figures)];
    let (data, told) = checked("pale", &files);
    assert_eq!(data, None);
    assert!(
        told.starts_with("partners.csv:2:4: color #ffee00 that is hard to read on its ground\n")
    );
    assert!(told.contains("hint: use #"), "{told}");
}

#[test]
fn what_spreadsheets_write_is_read_and_told() {
    let figures = "partner;measure;value;unit;period;derived;source\r\n\
                   DE;turnover;1\u{a0}234,5;EUR;2021;FALSE;Diary\r\n\
                   DE;turnover;2\u{202f}345,5;EUR;2022;TRUE;Diary\r\n;;;;;;\r\n";
    let utf_16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(figures.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let with_mark = [b"\xEF\xBB\xBF", figures.as_bytes()].concat();
    for (name, bytes, first) in
        [("utf-8", with_mark, "byte-order mark"), ("utf-16", utf_16, "UTF-16")]
    {
        let dir =
            package(name, &[("datapackage.json", MINIMAL.as_bytes()), ("figures.csv", &bytes)]);
        let (data, found) = check_dir(&dir).unwrap();
        let values: Vec<f64> = data.figures.iter().filter_map(|figure| figure.value).collect();
        assert_eq!(values, [1234.5, 2345.5]);
        assert!(data.figures[1].derived);
        assert!(found.iter().all(|one| one.severity == Severity::Notice), "{found:?}");
        let told: Vec<&str> = found.iter().map(|one| one.what.as_str()).collect();
        let rest = [
            "line ends with carriage return",
            "semicolons between cells",
            "2 numbers with a decimal comma",
            "2 numbers with thousands set apart",
        ];
        assert_eq!(told, [&[first][..], &rest].concat());
    }
}

#[test]
fn what_is_probably_meant_is_said() {
    let figures = "partner,measure,value,unit,perod,source\nDE,turnovr,1,EURO,2021,Diary\n";
    let (_, told) = checked("meant", &[("datapackage.json", MINIMAL), ("figures.csv", figures)]);
    assert!(
        told.contains(
            "unknown column \"perod\", which is not read\n  hint: did you mean \"period\"?"
        )
    );
    assert!(
        told.contains("unknown measure \"turnovr\"\n  hint: did you mean \"turnover\"?"),
        "{told}"
    );
    assert!(told.contains("unknown unit \"EURO\"\n  hint: did you mean \"EUR\"?"), "{told}");
}

#[test]
fn two_values_of_one_series_are_told_unless_a_conflict_says_so() {
    let figures = "id,partner,measure,value,unit,period,reporter,source\n\
                   a,DE,turnover,100,EUR,2021,GB,Diary\n\
                   b,DE,turnover,120,EUR,2021,GB,Diary\n\
                   c,DE,turnover,120,EUR,2021,DE,Diary\n\
                   d,DE,turnover,120,GBP,2021,GB,Diary\n\
                   e,DE,turnover,461900,EUR,2022,GB,Diary\n\
                   f,DE,turnover,460000,EUR,2022,GB,Diary\n";
    let files = [("datapackage.json", MINIMAL), ("figures.csv", figures)];
    let (_, told) = good("series", &files);
    assert_eq!(
        told,
        "figures.csv:3:15: warning: another value than that of \"a\" (figures.csv:2:1)\n  hint: mend \
         one of them, or add a row to the table conflicts that says how they disagree\n"
    );
    let conflicts = "records,note\na b,Two reports disagree\n";
    let (data, told) = good("conflict", &[files[0], files[1], ("conflicts.csv", conflicts)]);
    assert_eq!((told.as_str(), data.conflicts.len()), ("", 1));
}

#[test]
fn hostile_texts_are_refused_and_letters_that_join_are_letters() {
    for (title, refused) in [
        ("می\u{200c}خواهم", None),
        ("क्\u{200d}ष", None),
        ("👨\u{200d}👩\u{200d}👧 day", None),
        ("a\u{200d}\u{200d}b", Some("invisible character U+200D")),
        ("\u{200c}a", Some("invisible character U+200C")),
        ("a \u{202e}b", Some("character that changes the direction of text U+202E")),
        ("a\u{fffe}b", Some("code that is no character U+FFFE")),
        ("a\u{ffff}b", Some("code that is no character U+FFFF")),
        ("a\u{10ffff}b", Some("code that is no character U+10FFFF")),
        ("a\u{fdd0}b", Some("code that is no character U+FDD0")),
        ("Z\u{301}\u{302}\u{303}\u{304}a", None),
        ("Z\u{301}\u{302}\u{303}\u{304}\u{305}a", Some("more than 4 marks on one letter")),
    ] {
        let events = format!("partners,kind,date,title_en,source\nDE,visit,2021,{title},Diary\n");
        let files = [("datapackage.json", MINIMAL), ("events.csv", events.as_str())];
        let (data, told) = checked("texts", &files);
        assert_eq!(data.is_some(), refused.is_none(), "{title:?}: {told}");
        let place = refused.map(|what| format!("events.csv:2:15: {what}\n")).unwrap_or_default();
        assert!(told.starts_with(&place), "{title:?}: {told}");
    }
}

#[test]
fn values_and_addresses_keep_their_bounds() {
    for (value, unit, url, told) in [
        ("0", "EUR", "https://example.org/a", ""),
        ("0.000001", "EUR", "https://example.org/a", ""),
        ("1000000000000000", "EUR", "https://example.org/a", ""),
        ("0.0000001", "EUR", "https://example.org/a", "value below 0.000001"),
        ("1000000000000001", "EUR", "https://example.org/a", "value above 10^15"),
        ("1", "XYZ", "https://example.org/a", "unknown unit \"XYZ\""),
        ("1", "EUR", "https://apa.az@evil.example/", "URL \"https://apa.az@evil.example/\" that"),
    ] {
        let figures = format!(
            "partner,measure,value,unit,period,source\nDE,turnover,{value},{unit},2021,{url}\n"
        );
        let files = [("datapackage.json", MINIMAL), ("figures.csv", figures.as_str())];
        let (data, found) = checked("bounds", &files);
        assert_eq!(data.is_some(), told.is_empty(), "{value} {unit} {url}: {found}");
        assert!(found.contains(told), "{found}");
    }
}

#[cfg(unix)]
#[test]
fn links_and_what_is_no_file_are_refused_unread() {
    let figures = "partner,measure,value,unit,period\n";
    for target in ["/dev/zero", "/etc/hostname", "figures.csv"] {
        let files: [(&str, &[u8]); 2] =
            [("datapackage.json", MINIMAL.as_bytes()), ("figures.csv", figures.as_bytes())];
        let dir = package("link", &files);
        std::os::unix::fs::symlink(target, dir.join("events.csv")).unwrap();
        let found = check_dir(&dir).unwrap_err();
        assert_eq!((found.len(), found[0].what.as_str()), (1, "symbolic link"), "{target}");
    }
    let dir = package("folder", &[("datapackage.json", MINIMAL.as_bytes())]);
    fs::create_dir(dir.join("events.csv")).unwrap();
    assert_eq!(check_dir(&dir).unwrap_err()[0].what, "not a file");
}

/// So many rows of as many partners as there are countries to name.
fn rows(count: usize) -> String {
    let mut figures = String::from("partner,measure,value,unit,period,source\n");
    for at in 0..count {
        let (partner, year) = (PARTNERS[at % 64], 1 + at / 64);
        figures += &format!("{partner},turnover,{},EUR,{year:04},Diary\n", at + 1);
    }
    figures
}

const PARTNERS: [&str; 64] = [
    "AD", "AE", "AF", "AG", "AL", "AM", "AO", "AR", "AT", "AU", "AZ", "BA", "BB", "BD", "BE", "BF",
    "BG", "BH", "BI", "BJ", "BN", "BO", "BR", "BS", "BT", "BW", "BY", "BZ", "CA", "CD", "CF", "CG",
    "CH", "CI", "CL", "CM", "CN", "CO", "CR", "CU", "CV", "CY", "CZ", "DE", "DJ", "DK", "DM", "DO",
    "DZ", "EC", "EE", "EG", "ER", "ES", "ET", "FI", "FJ", "FM", "FR", "GA", "GB", "GD", "GE", "GH",
];

/// A debug build on a busy machine; the work itself is linear.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn two_hundred_thousand_rows_are_read_by_both_ways_and_no_more() {
    let figures = rows(200_000);
    let created = r#"{"reporting": "ZW", "created": "9999-01-01"}"#;
    let files = [("datapackage.json", created), ("figures.csv", figures.as_str())];
    let (data, told) = good("large", &files);
    assert_eq!((data.figures.len(), data.partners.len(), told.as_str()), (200_000, 64, ""));
    let mut json = Vec::new();
    for line in figures.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let text = |at: usize| Value::Text(cells[at].to_owned());
        let field = |key: &str, value: Value| (key.to_owned(), value);
        json.push(Value::Object(vec![
            field("partner", text(0)),
            field("measure", text(1)),
            field("value", Value::Number(cells[2].parse().unwrap())),
            field("unit", text(3)),
            field("period", text(4)),
            field("source", text(5)),
        ]));
    }
    let whole = |figures: Vec<Value>| {
        let meta = [("reporting", "ZW"), ("created", "9999-01-01"), ("name", "large")];
        let meta = meta.map(|(key, text)| (key.to_owned(), Value::Text(text.to_owned())));
        Value::Object(vec![
            ("format".to_owned(), Value::Text("bilateral/1".to_owned())),
            ("meta".to_owned(), Value::Object(meta.into())),
            ("figures".to_owned(), Value::List(figures)),
        ])
    };
    let more = whole([json.clone(), vec![json[0].clone()]].concat());
    let (loaded, found) = check_json(&whole(json)).unwrap();
    assert_eq!((loaded.figures.len(), found.len()), (200_000, 0));
    assert_eq!(loaded.figures, data.figures);
    assert_eq!(check_json(&more).unwrap_err()[0].what, "more than 200000 rows");
    let files = [("datapackage.json", created), ("figures.csv", &*rows(200_001))];
    let (data, told) = checked("larger", &files);
    assert!(data.is_none() && told.contains("more than 200000 rows"), "{told}");
}

#[test]
fn conflicts_colliding_ids_and_faults_without_end_take_no_longer() {
    let start = Instant::now();
    let figures = rows(10_000).replace("partner,", "id,partner,");
    let figures: Vec<String> = figures
        .lines()
        .enumerate()
        .map(|(at, line)| if at == 0 { line.to_owned() } else { format!("f{at},{line}") })
        .collect();
    let conflicts: String =
        (1..=3000).map(|at| format!("f{at} f{},Two disagree\n", at + 1)).collect();
    let conflicts = format!("records,note\n{conflicts}");
    let created = r#"{"reporting": "GB", "created": "9999-01-01"}"#;
    let figures = figures.join("\n");
    let files =
        [("datapackage.json", created), ("figures.csv", &*figures), ("conflicts.csv", &*conflicts)];
    let (data, _) = good("conflicts", &files);
    assert_eq!(data.conflicts.len(), 3000);
    // A fault in each of 100,000 rows: those that are listed are enough.
    let bad = rows(100_000).replace("turnover", "turnovr");
    let (data, told) = checked("faults", &[("datapackage.json", created), ("figures.csv", &*bad)]);
    assert_eq!(data, None);
    assert!(told.contains("more faults\n"), "{}", told.len());
    assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
}

#[test]
fn spreadsheets_get_their_separator_and_mark_and_run_nothing() {
    let mut data = Dataset::embedded();
    data.events.truncate(1);
    data.figures.clear();
    for (title, written) in [
        ("=1+1", "'=1+1"),
        ("a;=cmd|'/c calc'!A1", "\"a;'=cmd|'/c calc'!A1\""),
        ("a,@SUM(1)", "\"a,'@SUM(1)\""),
        ("＝1", "'＝1"),
        ("a | ＠x", "a | '＠x"),
        ("1 - 2", "1 - 2"),
    ] {
        data.events[0].title = text(Language::EN, title);
        let dialect = Dialect { separator: ';', mark: true };
        let entries: Vec<_> = data.entries().take(1).collect();
        let csv = to_csv(&data, &entries, Language::EN, dialect);
        assert!(csv.starts_with("\u{feff}table;id;partners;"), "{csv}");
        assert!(csv.contains(&format!(";{written};")), "{title}: {csv}");
    }
}

#[test]
fn a_planned_event_came_true_in_a_done_one_of_the_same_partners() {
    let start = "id,partners,kind,date,status,title_en,came_true,source\n";
    let done = "e2,DE,visit,2021,done,Visit,,Diary\ne3,FR,visit,2021,done,Visit there,,Diary\n";
    for (row, told) in [
        ("e1,DE,visit,2020,planned,Visit planned,e2,Diary", ""),
        ("e1,DE,visit,2020,planned,Visit planned,e9,Diary", "unknown event \"e9\""),
        ("e1,DE,visit,2020,planned,Visit planned,e3,Diary", "\"e3\" is an event of other partners"),
        ("e1,DE,visit,2020,planned,Visit planned,e1,Diary", "\"e1\" is no done event"),
        ("e1,DE,visit,2020,done,Visit done,e2,Diary", "came_true of an event that is not planned"),
    ] {
        let events = format!("{start}{row}\n{done}");
        let created = r#"{"reporting": "GB", "created": "2024-01-01"}"#;
        let files = [("datapackage.json", created), ("events.csv", events.as_str())];
        let (data, found) = checked("came-true", &files);
        assert_eq!(data.is_some(), told.is_empty(), "{row}: {found}");
        assert!(found.contains(told), "{row}: {found}");
    }
}

#[test]
fn an_election_is_an_event_of_one_country_and_a_visit_is_not() {
    let events = "partners,kind,date,title,source\n\
                  GB,election,2021,Election,Diary\n\
                  GB,visit,2021,Visit,Diary\n\
                  GB FR,visit,2022,Visit to both,Diary\n";
    let (_, told) = good("own-events", &[("datapackage.json", MINIMAL), ("events.csv", events)]);
    assert_eq!(told.matches("warning: ").count(), 1, "{told}");
    assert!(
        told.starts_with("events.csv:3:1: warning: partners is the reporting party itself, GB\n"),
        "{told}"
    );
}

#[test]
fn a_thousand_warnings_and_more_stand_in_no_dataset_s_way() {
    let mut partners = "code,name_en\n".to_owned();
    (0..1500).for_each(|at| partners += &format!("P{at},One name\n"));
    let figures = "partner,measure,value,unit,period,source\nGB,turnover,1,EUR,2020,Diary\n\
                   GB,turnover,2,EUR,2021,Diary\n";
    let package = ("datapackage.json", MINIMAL);
    let partners = partners + "GB,\n";
    let files = [package, ("partners.csv", &*partners), ("figures.csv", figures)];
    let (_, told) = good("many-warnings", &files);
    assert!(told.contains(": warning: 500 more faults\n"), "{told}");
    assert!(
        told.contains("warning: partner is the reporting party itself, GB, here and in 1 more")
    );
    let spoilt = partners.replace("P1499,", "p1499,");
    let (data, _) = checked("many", &[package, ("partners.csv", &*spoilt), files[2]]);
    assert!(data.is_none());
}

#[test]
fn a_code_is_taken_for_another_only_where_it_must_be_it() {
    let row =
        "partner,measure,value,unit,period,reporter,source\nFR,turnover,1,EUR,2020,FR,Diary\n";
    let partners = "code\nFR\nUA\nGB\nGR\n";
    for (wrong, told) in [
        (",UDS,", "unknown unit \"UDS\"\n  hint: did you mean \"USD\"? use an ISO"),
        (",BTC,", "unknown unit \"BTC\"\n  hint: use an ISO 4217 code"),
        (",EURO,", "unknown unit \"EURO\"\n  hint: did you mean \"EUR\"? "),
        ("\nUK,", "unknown partner \"UK\"\n  hint: did you mean \"GB\"? codes"),
        ("\nEL,", "unknown partner \"EL\"\n  hint: did you mean \"GR\"? codes"),
        ("\nRF,", "unknown partner \"RF\"\n  hint: did you mean \"FR\"? codes"),
        ("\nUX,", "unknown partner \"UX\"\n  hint: codes are"),
        (",UK,", "unknown reporter \"UK\"\n  hint: did you mean \"GB\"? codes"),
    ] {
        let is_first = wrong.starts_with('\n');
        let right = if is_first {
            "\nFR,"
        } else if wrong == ",UK," {
            ",FR,"
        } else {
            ",EUR,"
        };
        let figures = row.replacen(right, wrong, 1);
        let files =
            [("datapackage.json", MINIMAL), ("partners.csv", partners), ("figures.csv", &*figures)];
        let (data, found) = checked("codes", &files);
        assert!(data.is_none() && found.contains(told), "{wrong}: {found}");
    }
    for (reporting, told) in [
        ("UK", "reporting: \"UK\" is no country\n  hint: did you mean \"GB\"? the country"),
        ("Vienna", "reporting: \"Vienna\" is no country\n  hint: the country whose trade it is"),
    ] {
        let package = format!("{{\"reporting\": \"{reporting}\"}}");
        let (_, found) =
            checked("reporting", &[("datapackage.json", &*package), ("figures.csv", row)]);
        assert!(found.contains(told), "{found}");
        assert!(found.contains("a city, company or group is declared in partners.csv"), "{found}");
    }
}

#[test]
fn a_city_or_a_company_reports_once_it_is_declared() {
    let figures = "partner,measure,value,unit,period,reporter,source\n\
                   GRAZ,exports,1,EUR,2020,VIENNA,Diary\nGRAZ,exports,2,EUR,2021,VIENNA,Diary\n";
    let package = ("datapackage.json", r#"{"reporting": "VIENNA"}"#);
    let partners = "code,name\nVIENNA,Vienna\nGRAZ,Graz\n";
    let files = [package, ("partners.csv", partners), ("figures.csv", figures)];
    let (data, told) = good("city", &files);
    assert_eq!((told.as_str(), data.meta.reporting.as_str()), ("", "VIENNA"));
    let others = ("partners.csv", "code,name\nGRAZ,Graz\n");
    let figures = ("figures.csv", &*figures.replace(",VIENNA,", ",,"));
    let (data, told) = checked("no-city", &[package, others, figures]);
    assert!(data.is_none() && told.contains("reporting: \"VIENNA\" is no country\n"), "{told}");
}

#[test]
fn every_diagnostic_says_how_to_mend_it() {
    let figures = "partner,measure,value\nXX,growth,0\n";
    let dir = package(
        "hints",
        &[("datapackage.json", MINIMAL.as_bytes()), ("figures.csv", figures.as_bytes())],
    );
    let found: Vec<Diagnostic> = check_dir(&dir).unwrap_err();
    assert!(found.len() > 1 && found.iter().all(|one| !one.hint.is_empty()), "{found:?}");
}

#[test]
fn partners_without_a_name_have_that_of_cldr_in_every_language() {
    let partners = "code,name_en\nDE,Federal Germany\nFR,\nUNION,The Union\n";
    let figures = "partner,measure,value,unit,period,source\nDE,turnover,1,EUR,2020,Diary\n";
    let package = ("datapackage.json", MINIMAL);
    let files = [package, ("partners.csv", partners), ("figures.csv", figures)];
    let (mut data, _) = good("names", &files);
    let languages = Language::BUILT_IN;
    languages.iter().for_each(|language| complete(&mut data, Locale::of(*language)));
    let told = |at: usize, language| {
        let partner = &data.partners[at];
        [&partner.name, &partner.with].map(|text| text.get(language).to_owned())
    };
    assert_eq!(told(0, Language::EN), ["Federal Germany", "with Federal Germany"]);
    assert_eq!(told(0, Language::RU)[0], "Германия");
    assert_eq!(told(1, Language::EN), ["France", "with France"]);
    assert_eq!(told(2, Language::RU)[0], "The Union");
    assert!(data.partners.iter().all(|one| languages.iter().all(|language| one.by.has(*language))));
    let own = Dataset::embedded();
    let mut named = own.clone();
    languages.iter().for_each(|language| complete(&mut named, Locale::of(*language)));
    assert_eq!(named, own, "a package's own names stay");
}

#[test]
fn what_lies_ahead_is_planned_unless_a_package_says_otherwise() {
    let events = "partners,kind,date,status,title_en,source\n\
                  FR,visit,9998-05-01,,A visit to come,Diary\n\
                  FR,visit,1999-05-01,,A visit,Diary\n\
                  FR,visit,9998-06-01,claimed,A claim,Diary\n";
    let (data, _) = good("ahead", &[("datapackage.json", MINIMAL), ("events.csv", events)]);
    let statuses: Vec<Status> = data.events.iter().map(|event| event.status).collect();
    assert_eq!(statuses, [Status::Planned, Status::Done, Status::Claimed]);
}
