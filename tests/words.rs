//! No language lacks a word, a place or a letter, and inflected places sound right.

use bilateral::dataset::{Certainty, Day, EventKind, Measure, Qualifier, Role, Sector, Status};
use bilateral::locale::{
    self, Known, Language, Locale, Plural, TextRows, carried, check, fill, sources,
};
use bilateral::scene::TextStyle;
use bilateral::text::{Measure as _, TableMeasure};

/// The phrases of every language that the program carries, those of no dataset's texts too.
fn each_phrase(mut check: impl FnMut(&str, &str, &str)) {
    for language in carried() {
        let [words, _] = sources(language).expect("it is carried");
        for (key, row) in words.iter() {
            check(language, key, &row.text);
        }
    }
}

#[test]
fn every_word_of_the_closed_lists_stands_in_every_language() {
    for language in Language::BUILT_IN {
        let words = Locale::of(language).words;
        assert_eq!(words.measures.len(), Measure::BUILT_IN);
        assert_eq!(words.kinds.len(), EventKind::BUILT_IN);
        assert_eq!(words.sectors.len(), Sector::BUILT_IN);
        assert_eq!(words.statuses.len(), Status::ALL.len());
        assert_eq!(words.roles.len(), Role::BUILT_IN);
        assert_eq!(words.certainties.len(), Certainty::ALL.len());
        assert_eq!(words.qualifiers.len(), Qualifier::ALL.len());
        for list in [&words.kinds[..], &words.sectors, &words.statuses, &words.roles] {
            let mut sorted = list.to_vec();
            sorted.sort_unstable();
            sorted.dedup();
            assert_eq!(sorted.len(), list.len(), "a word stands twice in {}", language.code());
        }
    }
    let russian = Locale::of(Language::RU).words;
    assert_eq!(russian.kind(EventKind::EMBASSY), "посольство");
    assert_eq!(russian.sector(Sector::POLITICS), "политика");
    assert_eq!(russian.status(Status::Claimed), "по словам одной стороны");
    assert_eq!(russian.role(Role::AMBASSADOR), "посол");
    assert_eq!(russian.measures[Measure::DOCUMENTS.index()], "Число документов");
    assert_eq!(russian.qualifier(Qualifier::MoreThan), "более {value}");
}

/// A letter of another script that looks alike breaks search, speech and fonts.
#[test]
fn phrases_use_only_the_letters_of_their_language() {
    // Modern Tajik writes without ц, щ, ы and ь.
    let letters = |language: &str| match language {
        "en" => "abcdefghijklmnopqrstuvwxyz",
        "az" => "abcçdeəfgğhxıijkqlmnoöprsştuüvyz\u{307}",
        "de" => "abcdefghijklmnopqrstuvwxyzäöüß",
        "kk" => "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
        "ru" => "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "tg" => "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя",
        "tr" => "abcçdefgğhıijklmnoöprsştuüvyzâî\u{307}",
        other => panic!("the letters of {other} are not known here"),
    };
    each_phrase(|language, key, phrase| {
        let prose =
            phrase.split('{').map(|part| part.split_once('}').map_or(part, |(_, text)| text));
        for word in prose.flat_map(|part| part.split(|letter: char| !letter.is_alphabetic())) {
            let known = |letter: char| letters(language).contains(letter);
            let foreign = word.to_lowercase().chars().find(|letter| !known(*letter));
            assert!(foreign.is_none() || word == "Enter", "{key} in {language}: {word}");
        }
    });
}

#[test]
fn counts_take_the_form_of_their_number() {
    let events =
        |language, n| locale::counted(Locale::of(language), &Locale::of(language).words.events, n);
    let russian = [
        (1, "1 событие"),
        (3, "3 события"),
        (5, "5 событий"),
        (11, "11 событий"),
        (21, "21 событие"),
        (112, "112 событий"),
        (1022, "1\u{a0}022 события"),
    ];
    for (n, expected) in russian {
        assert_eq!(events(Language::RU, n), expected);
    }
    assert_eq!([events(Language::EN, 1), events(Language::EN, 2)], ["1 event", "2 events"]);
    assert_eq!([events(Language::AZ, 1), events(Language::AZ, 14)], ["1 hadisə", "14 hadisə"]);
    assert_eq!([events(Language::KK, 1), events(Language::KK, 14)], ["1 оқиға", "14 оқиға"]);
    assert_eq!([events(Language::TG, 1), events(Language::TG, 14)], ["1 рӯйдод", "14 рӯйдод"]);
}

#[test]
fn each_category_of_a_language_has_its_own_form_of_event() {
    for language in Language::BUILT_IN {
        let mut categories: Vec<Plural> =
            (0..200).map(|n| locale::plural(Locale::of(language), n)).collect();
        categories.dedup();
        for category in categories {
            let form = Locale::of(language).words.events.of(category);
            assert!(form.contains("{n}"), "{category:?} in {}", language.code());
        }
    }
    let events = Locale::of(Language::RU).words.events.0;
    assert!(events[1] != events[3] && events[3] != events[4] && events[1] != events[4]);
}

#[test]
fn azerbaijani_endings_follow_the_spoken_word() {
    let ordinals = [
        ("2020", "2020-ci"),
        ("2021", "2021-ci"),
        ("2023", "2023-cü"),
        ("2024", "2024-cü"),
        ("2026", "2026-cı"),
        ("2029", "2029-cu"),
        ("2010", "2010-cu"),
        ("2030", "2030-cu"),
        ("1990", "1990-cı"),
        ("1960", "1960-cı"),
        ("1900", "1900-cü"),
        ("2000", "2000-ci"),
    ];
    for (year, expected) in ordinals {
        assert_eq!(fill("{y:ci}", &[("y", year)]), expected);
    }
    let cases = [
        ("2020", "2020-dən", "2020-yə"),
        ("2023", "2023-dən", "2023-ə"),
        ("2026", "2026-dan", "2026-ya"),
        ("2029", "2029-dan", "2029-a"),
        ("100", "100-dən", "100-ə"),
        ("150", "150-dən", "150-yə"),
        ("7,5 mln US$", "7,5 mln US$-dan", "7,5 mln US$-a"),
        ("5 dəfə", "5 dəfədən", "5 dəfəyə"),
        ("0", "0-dan", "0-a"),
        ("+40%", "+40%-dən", "+40%-ə"),
    ];
    for (value, from, to) in cases {
        assert_eq!(fill("{v:dan}", &[("v", value)]), from);
        assert_eq!(fill("{v:a}", &[("v", value)]), to);
    }
}

#[test]
fn kazakh_endings_follow_the_spoken_word() {
    let cases = [
        ("2020", "2020-дан", "2020-ға"),
        ("2023", "2023-тен", "2023-ке"),
        ("10", "10-нан", "10-ға"),
        ("40", "40-тан", "40-қа"),
        ("80", "80-нен", "80-ге"),
        ("50", "50-ден", "50-ге"),
        ("100", "100-ден", "100-ге"),
        ("1\u{a0}000", "1\u{a0}000-нан", "1\u{a0}000-ға"),
        ("7,5 млн $", "7,5 млн $-дан", "7,5 млн $-ға"),
        ("5 есе", "5 еседен", "5 есеге"),
        ("+40%", "+40%-дан", "+40%-ға"),
        ("маусым", "маусымнан", "маусымға"),
        ("тамыз", "тамыздан", "тамызға"),
        ("сәуір", "сәуірден", "сәуірге"),
        ("қыркүйек", "қыркүйектен", "қыркүйекке"),
    ];
    for (value, from, to) in cases {
        assert_eq!(fill("{v:дан}", &[("v", value)]), from);
        assert_eq!(fill("{v:ға}", &[("v", value)]), to);
    }
}

#[test]
fn a_currency_in_words_is_inflected_as_what_belongs_to_a_country() {
    let told = |template, value| fill(template, &[("v", value)]);
    assert_eq!(told("{v:dan} çox", "3 milyard ABŞ dolları"), "3 milyard ABŞ dollarından çox");
    assert_eq!(told("{v:a} yaxın", "3 milyon ABŞ dolları"), "3 milyon ABŞ dollarına yaxın");
    assert_eq!(told("{v:dan}", "5 milyon Türkiyə lirəsi"), "5 milyon Türkiyə lirəsindən");
    assert_eq!(told("{v:дан} астам", "3 миллиард АҚШ доллары"), "3 миллиард АҚШ долларынан астам");
    assert_eq!(told("{v:ға} жуық", "3 миллион Ресей рублі"), "3 миллион Ресей рубліне жуық");
    assert_eq!(told("{v:dan}", "3 mlrd US$"), "3 mlrd US$-dan");
}

#[test]
fn names_of_partners_are_inflected() {
    let cases = [
        ("Казахстан", "Казахстан", "Казахстана"),
        ("Россия", "Россию", "России"),
        ("Молдова", "Молдову", "Молдовы"),
        ("Польша", "Польшу", "Польши"),
        ("Беларусь", "Беларусь", "Беларуси"),
        ("Израиль", "Израиль", "Израиля"),
        ("Китай", "Китай", "Китая"),
        ("США", "США", "США"),
        ("Чили", "Чили", "Чили"),
    ];
    for (name, to, of) in cases {
        assert_eq!(fill("{n:ию}, {n:ии}", &[("n", name)]), format!("{to}, {of}"));
    }
    let told = |template, name| fill(template, &[("n", name)]);
    assert_eq!(told("{n:a}, {n:dan}", "Rusiya"), "Rusiyaya, Rusiyadan");
    assert_eq!(told("{n:a}, {n:dan}", "Türkiyə"), "Türkiyəyə, Türkiyədən");
    assert_eq!(told("{n:ға}, {n:дан}", "Түркия"), "Түркияға, Түркиядан");
    assert_eq!(told("{n:ға}, {n:дан}", "Ресей"), "Ресейге, Ресейден");
    assert_eq!(told("{n:ın}", "Azərbaycan"), "Azərbaycanın");
    assert_eq!(told("{n:ın}", "Türkiyə"), "Türkiyənin");
    // What has several words may be in a case already, or decline in each.
    assert_eq!(told("{n:a}", "Birləşmiş Krallıq"), "Birləşmiş Krallıq ölkəsinə");
    assert_eq!(told("{n:дан}", "Америка Құрама Штаттары"), "Америка Құрама Штаттары елінен");
    assert_eq!(told("в {n:ию}", "Южная Корея"), "в страну Южная Корея");
    assert_eq!(told("из {n:ии}", "Южная Корея"), "из страны Южная Корея");
    assert_eq!(told("из {n:ии}", "Филиппины"), "из страны Филиппины");
}

#[test]
fn filling_leaves_unknown_places_and_does_not_search_values() {
    assert_eq!(fill("{a} and {b}", &[("a", "{b}")]), "{b} and {b}");
    assert_eq!(fill("{a", &[("a", "x")]), "{a");
    assert_eq!(fill("", &[]), "");
    let ended = ["Trend", "2026\u{202f}г."].map(|text| {
        let mut text = String::from(text);
        locale::stop(&mut text);
        text
    });
    assert_eq!(ended, ["Trend.", "2026\u{202f}г."]);
}

#[test]
fn headlines_read_as_sentences() {
    let partner = [
        ("with Kazakhstan", "according to Kazakh statistics"),
        ("Qazaxıstanla", "Qazaxıstan statistikasına görə"),
        ("с Казахстаном", "по данным Казахстана"),
        ("Қазақстанмен", "Қазақстан дерегі бойынша"),
        ("бо Қазоқистон", "аз рӯи омори Қазоқистон"),
    ];
    let expected = [
        "Trade with Kazakhstan grew 4.9-fold from 2020 to 2023, according to Kazakh statistics",
        "Qazaxıstanla ticarət 2020–2023-cü illərdə 4,9 dəfə artıb, Qazaxıstan statistikasına görə",
        "Товарооборот с Казахстаном вырос в 4,9 раза с\u{a0}2020 по\u{a0}2023\u{a0}год, по данным Казахстана",
        "Қазақстанмен сауда 2020–2023 жылдары 4,9 есе өсті, Қазақстан дерегі бойынша",
        "Савдо бо Қазоқистон: 4,9 баробар афзоиш аз соли 2020 то соли 2023, аз рӯи омори Қазоқистон",
    ];
    for language in Language::BUILT_IN {
        let words = Locale::of(language).words;
        let (with, by) = partner[language.built_in().unwrap_or(0)];
        let claim = fill(
            words.grew_times,
            &[
                ("subject", &fill(words.subjects[0], &[("with", with)])),
                ("times", &locale::times(Locale::of(language), 4.9)),
                ("from", "2020"),
                ("to", "2023"),
            ],
        );
        let headline = fill(words.attributed, &[("claim", &claim), ("by", by)]);
        assert_eq!(headline, expected[language.built_in().unwrap_or(0)]);
    }
}

#[test]
fn capitals_and_order_are_the_languages_own() {
    assert_eq!(locale::sentence(Locale::of(Language::AZ), "infrastruktur"), "İnfrastruktur");
    assert_eq!(locale::sentence(Locale::of(Language::EN), "infrastructure"), "Infrastructure");
    assert_eq!(locale::sentence(Locale::of(Language::KK), "әуе рейстері"), "Әуе рейстері");
    assert_eq!(locale::sentence(Locale::of(Language::TG), "ҳамоиш"), "Ҳамоиш");
    assert_eq!(locale::sentence(Locale::of(Language::RU), ""), "");
    let sorted = |language, mut list: Vec<&'static str>| {
        list.sort_by_key(|text| locale::sort_key(Locale::of(language), text));
        list
    };
    let expected =
        ["Gürcüstan", "ğ", "haqq", "Xəzər", "ışıq", "idxal", "kömək", "Qazaxıstan", "lent"];
    let mut mixed = expected.to_vec();
    mixed.reverse();
    assert_eq!(sorted(Language::AZ, mixed), expected);
    assert_eq!(
        sorted(Language::KK, vec!["қыз", "Ғылым", "кеңес", "гүл", "ән", "ай"]),
        ["ай", "ән", "гүл", "Ғылым", "кеңес", "қыз"]
    );
    assert_eq!(
        sorted(Language::EN, vec!["Uzbekistan", "Turkmenistan", "Türkiye", "Turk"]),
        ["Turk", "Türkiye", "Turkmenistan", "Uzbekistan"]
    );
    assert_eq!(sorted(Language::EN, vec!["b", "B", "a 2", "a", "1"]), ["1", "a", "a 2", "b", "B"]);
}

#[test]
fn every_letter_of_the_words_has_a_known_width() {
    let style = TextStyle { size: 1.0, bold: false };
    let unknown = TableMeasure.width("\u{4E00}", style);
    let mut text = String::new();
    each_phrase(|_, _, phrase| text.push_str(phrase));
    for language in Language::BUILT_IN {
        for month in 1..=12 {
            let day = Day::from_civil(2020, month, 28);
            text += &locale::day(Locale::of(language), day);
            text += &locale::date_short(Locale::of(language), day);
        }
        text += &locale::number(Locale::of(language), -7.5e6, 0);
        text += &locale::percent(Locale::of(language), 0.4);
    }
    // A dash of one em is as wide as an unknown letter is taken to be.
    for letter in text.chars().filter(|letter| *letter != '—') {
        let width = TableMeasure.width(&letter.to_string(), style);
        assert!(width != unknown, "{letter:?} (U+{:04X})", u32::from(letter));
    }
}

#[test]
fn every_list_of_languages_outside_the_crate_has_each() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in [
        "www/index.html",
        "www/builder/builder.html",
        "www/wordpress/bilateral.php",
        "www/wordpress/block.js",
        "www/hugo/bilateral.html",
    ] {
        let text = std::fs::read_to_string(root.join(file)).expect(file);
        for language in Language::BUILT_IN {
            let code = language.code();
            let quoted = [format!("\"{code}\""), format!("'{code}'")];
            assert!(quoted.iter().any(|quoted| text.contains(quoted)), "{file} lacks {code}");
        }
    }
}

/// What is wrong with a language whose rows are those of English but for `change`.
fn wrong(language: &str, change: &[(&str, Option<&str>)]) -> Vec<String> {
    let [english, _] = sources("en").expect("English is carried");
    let [words, cldr] = sources(language).expect("it is carried");
    let mut text = String::from("key,text\n");
    for (key, row) in words.iter() {
        match change.iter().find(|(changed, _)| *changed == key) {
            Some((_, None)) => {}
            Some((_, Some(other))) => text += &format!("{key},{other}\n"),
            None => text += &format!("{key},\"{}\"\n", row.text.replace('"', "\"\"")),
        }
    }
    for (key, added) in change {
        if let (None, Some(added)) = (words.get(key), added) {
            text += &format!("{key},{added}\n");
        }
    }
    let mut found = Vec::new();
    let rows = TextRows::read("words.csv", &text, &mut found);
    let known = Known { language, english: &english, besides: &[cldr] };
    check(&rows, &known, &mut found);
    found.iter().map(ToString::to_string).collect()
}

#[test]
fn the_words_of_every_language_are_right() {
    for language in carried() {
        assert_eq!(wrong(language, &[]), [""; 0], "{language}");
    }
}

/// A language, a key, the text that is put there, and what is told of it.
const WRONG: [(&str, &str, &str, &str); 14] = [
    (
        "de",
        "close",
        "",
        "empty text\n  hint: write the text, or leave the row out where English may stand in",
    ),
    ("de", "close", "Schließen ", "spaces at an end, or two together\n  hint: remove them"),
    (
        "de",
        "close",
        "\u{202e}Schließen",
        "control character U+202E\n  hint: remove it: browsers set the direction of a text by its letters",
    ),
    (
        "de",
        "close",
        "{name}",
        "places {name} instead of none\n  hint: have each place of the English text",
    ),
    (
        "de",
        "paragraph",
        "Absatz",
        "places none instead of {n}\n  hint: have each place of the English text",
    ),
    (
        "de",
        "paragraph",
        "Absatz {n",
        "a brace without its other half\n  hint: write places as {name}",
    ),
    (
        "tr",
        "paragraph",
        "{n:ci} paragraf",
        "unknown ending {n:ci}\n  hint: tr has no endings: build the sentence without",
    ),
    (
        "az",
        "paragraph",
        "{n:nci} abzas",
        "unknown ending {n:nci}\n  hint: the endings of az are ci, dan, a, ın",
    ),
    (
        "ru",
        "close",
        "Зaкрыть",
        "\"Зaкрыть\" with letters of another alphabet that look alike\n  hint: type the word anew in the alphabet of the language",
    ),
    (
        "ru",
        "close",
        "COX",
        "\"COX\" with letters of another alphabet that look alike\n  hint: type the word anew in the alphabet of the language",
    ),
    (
        "de",
        "close",
        "Тор",
        "\"Тор\" with letters of another alphabet that look alike\n  hint: type the word anew in the alphabet of the language",
    ),
    (
        "de",
        "close",
        "zu, zu",
        "a comma or a quotation mark in a text without quotes\n  hint: put a text with a comma in quotes, and double the quotes in it",
    ),
    (
        "de",
        "closed",
        "zu",
        "unknown key closed\n  hint: the keys are those of data/words/en.csv and data/cldr/en.csv",
    ),
    (
        "de",
        "events.few",
        "{n} Ereignisse",
        "key events.few, and CLDR has no such category in de\n  hint: remove the row",
    ),
];

#[test]
fn what_is_wrong_with_words_is_told_with_its_place_and_how_to_mend_it() {
    for (language, key, text, expected) in WRONG {
        let told = wrong(language, &[(key, Some(text))]);
        assert!(told[0].starts_with("words.csv:"), "{told:?}");
        let what = told[0].splitn(4, ':').nth(3).expect("a line, a column and what is wrong");
        assert_eq!(what.trim_start(), expected, "{key} in {language}");
    }
    let place = |told: &[String]| told[0].split(": ").next().unwrap_or_default().to_owned();
    assert!(place(&wrong("de", &[("close", Some(""))])).ends_with(":7"));
    assert!(place(&wrong("de", &[("closed", Some("zu"))])).ends_with(":1"));
}

#[test]
fn what_is_missing_from_words_is_told() {
    let told = wrong("ru", &[("close", None), ("events.few", None)]);
    let expected = [
        "words.csv: missing key events.few\n  hint: add a row events.few,…; the plural categories here are one, few, many, other",
        "words.csv: missing key close\n  hint: add a row close,… with what stands for \"Close\"",
    ];
    assert_eq!(told, expected);
}

#[test]
fn files_of_words_that_are_no_tables_are_refused() {
    let read = |text: &str| {
        let mut found = Vec::new();
        TextRows::read("words.csv", text, &mut found);
        found.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let rows = [
        ("", "words.csv:1:1: no header key,text\n  hint: begin the file with the line key,text"),
        (
            "a,b\n",
            "words.csv:1:1: no header key,text\n  hint: begin the file with the line key,text",
        ),
        (
            "key,text\na\n",
            "words.csv:2:1: a row without a comma\n  hint: write a key, a comma and the text",
        ),
        (
            "key,text\na,\"b\n",
            "words.csv:2:3: quotes that do not close at the row's end\n  hint: put a text with a comma in quotes, and double the quotes in it",
        ),
        (
            "key,text\na,\"b\"c\"\n",
            "words.csv:2:3: a quotation mark that is not doubled\n  hint: put a text with a comma in quotes, and double the quotes in it",
        ),
        (
            "key,text\na,b\n\na,c\n",
            "words.csv:4:1: key a twice; it stands in line 2 already\n  hint: remove one of the two",
        ),
    ];
    for (text, expected) in rows {
        assert_eq!(read(text), [expected], "{text:?}");
    }
    assert_eq!(read("\u{feff}key,text\r\na,b\r\n"), [""; 0]);
}
