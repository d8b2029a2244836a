//! No language lacks a word, a place or a letter, and inflected places sound right.

use bilateral::dataset::{Certainty, Day, EventKind, Measure, Qualifier, Role, Sector, Status};
use bilateral::locale::{self, Language, Locale, Plural, fill};
use bilateral::scene::TextStyle;
use bilateral::text::{Measure as _, TableMeasure};

/// The names in a template's braces, sorted.
fn places(template: &str) -> Vec<&str> {
    let mut names: Vec<&str> = template
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(place, _)| place.split(':').next().unwrap_or(place))
        .collect();
    names.sort_unstable();
    names
}

fn each_phrase(mut check: impl FnMut(Language, &str, &str)) {
    for language in Language::ALL {
        for (field, phrase) in Locale::of(language).words.phrases() {
            check(language, field, phrase);
        }
    }
}

#[test]
fn no_phrase_is_empty_or_ragged() {
    each_phrase(|language, field, phrase| {
        let at = format!("{field} in {}: \"{phrase}\"", language.code());
        assert!(!phrase.is_empty(), "{at}");
        assert_eq!(phrase.trim(), phrase, "{at}");
        assert!(!phrase.contains("  "), "{at}");
        assert_eq!(phrase.matches('{').count(), phrase.matches('}').count(), "{at}");
    });
}

#[test]
fn every_template_has_the_same_places_in_every_language() {
    let english = Locale::of(Language::En).words.phrases();
    for language in Language::ALL {
        let phrases = Locale::of(language).words.phrases();
        assert_eq!(phrases.len(), english.len());
        for ((field, phrase), (_, model)) in phrases.iter().zip(&english) {
            assert_eq!(places(phrase), places(model), "{field} in {}: {phrase}", language.code());
        }
    }
}

#[test]
fn every_ending_that_a_template_asks_for_exists() {
    each_phrase(|language, field, phrase| {
        for place in phrase.split('{').skip(1).filter_map(|rest| rest.split('}').next()) {
            if let Some((name, _)) = place.split_once(':') {
                let is_inflected =
                    |value: &str| fill(&format!("{{{place}}}"), &[(name, value)]) != value;
                let known = is_inflected("2023") || is_inflected("Россия");
                assert!(known, "{field} in {}: {place}", language.code());
            }
        }
    });
}

#[test]
fn every_word_of_the_closed_lists_stands_in_every_language() {
    for language in Language::ALL {
        let words = Locale::of(language).words;
        assert_eq!(words.measures.len(), Measure::ALL.len());
        assert_eq!(words.kinds.len(), EventKind::ALL.len());
        assert_eq!(words.sectors.len(), Sector::ALL.len());
        assert_eq!(words.statuses.len(), Status::ALL.len());
        assert_eq!(words.roles.len(), Role::ALL.len());
        assert_eq!(words.certainties.len(), Certainty::ALL.len());
        assert_eq!(words.qualifiers.len(), Qualifier::ALL.len());
        for list in [&words.kinds[..], &words.sectors, &words.statuses, &words.roles] {
            let mut sorted = list.to_vec();
            sorted.sort_unstable();
            sorted.dedup();
            assert_eq!(sorted.len(), list.len(), "a word stands twice in {}", language.code());
        }
    }
    let russian = Locale::of(Language::Ru).words;
    assert_eq!(russian.kind(EventKind::Embassy), "посольство");
    assert_eq!(russian.sector(Sector::Politics), "политика");
    assert_eq!(russian.status(Status::Claimed), "по словам одной стороны");
    assert_eq!(russian.role(Role::Ambassador), "посол");
    assert_eq!(russian.measure(Measure::Documents), "Число документов");
    assert_eq!(russian.qualifier(Qualifier::MoreThan), "более {value}");
}

/// A letter of another script that looks alike breaks search, speech and fonts.
#[test]
fn phrases_use_only_the_letters_of_their_language() {
    // Modern Tajik writes without ц, щ, ы and ь.
    let letters = [
        "abcdefghijklmnopqrstuvwxyz",
        "abcçdeəfgğhxıijkqlmnoöprsştuüvyz\u{307}",
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
        "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя",
    ];
    each_phrase(|language, field, phrase| {
        let prose =
            phrase.split('{').map(|part| part.split_once('}').map_or(part, |(_, text)| text));
        for word in prose.flat_map(|part| part.split(|letter: char| !letter.is_alphabetic())) {
            let known = |letter: char| letters[language as usize].contains(letter);
            let foreign = word.to_lowercase().chars().find(|letter| !known(*letter));
            let allowed = word == "Enter";
            assert!(foreign.is_none() || allowed, "{field} in {}: {word}", language.code());
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
        assert_eq!(events(Language::Ru, n), expected);
    }
    assert_eq!([events(Language::En, 1), events(Language::En, 2)], ["1 event", "2 events"]);
    assert_eq!([events(Language::Az, 1), events(Language::Az, 14)], ["1 hadisə", "14 hadisə"]);
    assert_eq!([events(Language::Kk, 1), events(Language::Kk, 14)], ["1 оқиға", "14 оқиға"]);
    assert_eq!([events(Language::Tg, 1), events(Language::Tg, 14)], ["1 рӯйдод", "14 рӯйдод"]);
}

#[test]
fn each_category_of_a_language_has_its_own_form_of_event() {
    for language in Language::ALL {
        let mut categories: Vec<Plural> =
            (0..200).map(|n| locale::plural(Locale::of(language), n)).collect();
        categories.dedup();
        for category in categories {
            let form = Locale::of(language).words.events.of(category);
            assert!(form.contains("{n}"), "{category:?} in {}", language.code());
        }
    }
    let events = Locale::of(Language::Ru).words.events.0;
    assert!(events[0] != events[1] && events[1] != events[2] && events[0] != events[2]);
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
        ("with Kazakhstan", "by Kazakh statistics"),
        ("Qazaxıstanla", "Qazaxıstan statistikasına görə"),
        ("с Казахстаном", "по данным Казахстана"),
        ("Қазақстанмен", "Қазақстан дерегі бойынша"),
        ("бо Қазоқистон", "аз рӯи омори Қазоқистон"),
    ];
    let expected = [
        "Trade with Kazakhstan grew 4.9-fold from 2020 to 2023, by Kazakh statistics",
        "Qazaxıstanla ticarət 2020–2023-cü illərdə 4,9 dəfə artıb, Qazaxıstan statistikasına görə",
        "Товарооборот с Казахстаном вырос в 4,9 раза с\u{a0}2020 по\u{a0}2023\u{a0}год, по данным Казахстана",
        "Қазақстанмен сауда 2020–2023 жылдары 4,9 есе өсті, Қазақстан дерегі бойынша",
        "Савдо бо Қазоқистон: 4,9 баробар афзоиш аз соли 2020 то соли 2023, аз рӯи омори Қазоқистон",
    ];
    for language in Language::ALL {
        let words = Locale::of(language).words;
        let (with, by) = partner[language as usize];
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
        assert_eq!(headline, expected[language as usize]);
    }
}

#[test]
fn capitals_and_order_are_the_languages_own() {
    assert_eq!(locale::sentence(Locale::of(Language::Az), "infrastruktur"), "İnfrastruktur");
    assert_eq!(locale::sentence(Locale::of(Language::En), "infrastructure"), "Infrastructure");
    assert_eq!(locale::sentence(Locale::of(Language::Kk), "әуе рейстері"), "Әуе рейстері");
    assert_eq!(locale::sentence(Locale::of(Language::Tg), "ҳамоиш"), "Ҳамоиш");
    assert_eq!(locale::sentence(Locale::of(Language::Ru), ""), "");
    let sorted = |language, mut list: Vec<&'static str>| {
        list.sort_by_key(|text| locale::sort_key(Locale::of(language), text));
        list
    };
    let expected =
        ["Gürcüstan", "ğ", "haqq", "Xəzər", "ışıq", "idxal", "kömək", "Qazaxıstan", "lent"];
    let mut mixed = expected.to_vec();
    mixed.reverse();
    assert_eq!(sorted(Language::Az, mixed), expected);
    assert_eq!(
        sorted(Language::Kk, vec!["қыз", "Ғылым", "кеңес", "гүл", "ән", "ай"]),
        ["ай", "ән", "гүл", "Ғылым", "кеңес", "қыз"]
    );
    assert_eq!(
        sorted(Language::En, vec!["Uzbekistan", "Turkmenistan", "Türkiye", "Turk"]),
        ["Turk", "Türkiye", "Turkmenistan", "Uzbekistan"]
    );
    assert_eq!(sorted(Language::En, vec!["b", "B", "a 2", "a", "1"]), ["1", "a", "a 2", "b", "B"]);
}

#[test]
fn every_letter_of_the_words_has_a_known_width() {
    let style = TextStyle { size: 1.0, bold: false };
    let unknown = TableMeasure.width("\u{4E00}", style);
    let mut text = String::new();
    each_phrase(|_, _, phrase| text.push_str(phrase));
    for language in Language::ALL {
        for month in 1..=12 {
            let day = Day::from_civil(2020, month, 28);
            text += &locale::day(Locale::of(language), day);
            text += &locale::date_short(Locale::of(language), day);
        }
        text += &locale::money(Locale::of(language), -7.5e6);
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
        for code in Language::CODES {
            let quoted = [format!("\"{code}\""), format!("'{code}'")];
            assert!(quoted.iter().any(|quoted| text.contains(quoted)), "{file} lacks {code}");
        }
    }
}
