//! What the five languages write, and that no language lacks a word or a place.

use bilateral::dataset::{
    Code, Dataset, Date, Day, Edtf, Event, Measure, Partner, Precision, Unit,
};
use bilateral::locale::{self, Language, Locale, Magnitude, Style, Used};

const MILLION: f64 = 1e6;

/// One row a case, one column a language, in the order of `Language::BUILT_IN`; `_` stands for a
/// no-break space and `~` for a narrow one.
fn check(row: &str, expected: [&str; 5], write: impl Fn(Language) -> String) {
    for language in Language::BUILT_IN {
        let written = write(language).replace('\u{a0}', "_").replace('\u{202f}', "~");
        assert_eq!(
            written,
            expected[language.built_in().unwrap_or(0)],
            "{row} in {}",
            language.code()
        );
    }
}

fn value(language: Language, value: f64, code: [u8; 3], style: Style) -> String {
    let data = Dataset::default();
    locale::value(Locale::of(language), &data, value, Unit::Currency(code), style)
}

fn priced(language: Language, value: f64, magnitude: Magnitude) -> String {
    let (data, unit) = (Dataset::default(), Unit::Currency(*b"USD"));
    locale::value_in(Locale::of(language), &data, value, unit, magnitude)
}

/// Millions of a currency in words.
fn unit(language: Language, code: [u8; 3]) -> String {
    let data = Dataset::default();
    let unit = Unit::Currency(code);
    locale::unit_in_words(Locale::of(language), &data, Magnitude::Millions, unit)
}

fn date(text: &str) -> Date {
    let bare = text.trim_end_matches(['~', '?', '%']);
    let mark = &text[bare.len()..];
    let part = |range| bare.get(range).and_then(|digits: &str| digits.parse().ok()).unwrap_or(0);
    let month = part(5..7) as u8;
    let precision = match bare.len() {
        10 => Precision::Day,
        7 if month > 20 => Precision::Season,
        7 => Precision::Month,
        _ if bare.ends_with("XX") => Precision::Century,
        _ if bare.ends_with('X') => Precision::Decade,
        _ => Precision::Year,
    };
    Date {
        year: bare[..4].replace('X', "0").parse().expect("a year"),
        month,
        day: part(8..10) as u8,
        precision,
        approximate: mark == "~" || mark == "%",
        uncertain: mark == "?" || mark == "%",
    }
}

fn edtf(text: &str) -> Edtf {
    let end = |text| (text != "..").then(|| date(text));
    match text.split_once('/') {
        Some((from, to)) => Edtf::Interval(end(from), end(to)),
        None => Edtf::Date(date(text)),
    }
}

#[test]
fn money_is_compact_from_a_million_up() {
    let rows: [(f64, [&str; 5]); 9] = [
        (7.5 * MILLION, ["$7.5_mln", "7,5_mln_US$", "7,5_млн_$", "7,5_млн_$", "7,5_млн_$"]),
        (
            4_365.0 * MILLION,
            ["$4.37_bn", "4,37_mlrd_US$", "4,37_млрд_$", "4,37_млрд_$", "4,37_млрд_$"],
        ),
        (4_400.0 * MILLION, ["$4.4_bn", "4,4_mlrd_US$", "4,4_млрд_$", "4,4_млрд_$", "4,4_млрд_$"]),
        (528.96 * MILLION, ["$529_mln", "529_mln_US$", "529_млн_$", "529_млн_$", "529_млн_$"]),
        (999.6 * MILLION, ["$1_bn", "1_mlrd_US$", "1_млрд_$", "1_млрд_$", "1_млрд_$"]),
        (623_400.0, ["$623,400", "623.400_US$", "623_400_$", "623_400_$", "623_400_$"]),
        (999_999.7, ["$1_mln", "1_mln_US$", "1_млн_$", "1_млн_$", "1_млн_$"]),
        (-7.5 * MILLION, ["-$7.5_mln", "-7,5_mln_US$", "-7,5_млн_$", "-7,5_млн_$", "-7,5_млн_$"]),
        (0.0, ["$0", "0_US$", "0_$", "0_$", "0_$"]),
    ];
    for (dollars, expected) in rows {
        check(&format!("{dollars}"), expected, |language| {
            value(language, dollars, *b"USD", Style::Short)
        });
    }
}

#[test]
fn currencies_have_the_sign_of_the_language_or_their_code() {
    let rows = [
        (*b"EUR", ["€7.5_mln", "7,5_mln_€", "7,5_млн_€", "7,5_млн_€", "7,5_млн_€"]),
        (*b"KZT", ["KZT_7.5_mln", "7,5_mln_KZT", "7,5_млн_KZT", "7,5_млн_₸", "7,5_млн_KZT"]),
        (*b"CAD", ["CA$7.5_mln", "7,5_mln_CA$", "7,5_млн_CA$", "7,5_млн_CA$", "7,5_млн_CA$"]),
        (*b"XQZ", ["XQZ_7.5_mln", "7,5_mln_XQZ", "7,5_млн_XQZ", "7,5_млн_XQZ", "7,5_млн_XQZ"]),
    ];
    for (code, expected) in rows {
        let row = String::from_utf8_lossy(&code).into_owned();
        check(&row, expected, |language| value(language, 7.5 * MILLION, code, Style::Short));
    }
    let names = [
        "million British pounds",
        "milyon Britaniya funtu",
        "млн британских фунтов стерлингов",
        "миллион Британдық фунт",
        "миллион фунт стерлинги британӣ",
    ];
    check("pounds", names, |language| unit(language, *b"GBP"));
    check(
        "an unknown one",
        ["million XQZ", "milyon XQZ", "млн XQZ", "миллион XQZ", "миллион XQZ"],
        |language| unit(language, *b"XQZ"),
    );
}

#[test]
fn amounts_in_full_keep_every_digit() {
    let full = |amount| value(Language::EN, amount, *b"USD", Style::Full).replace('\u{a0}', "_");
    assert_eq!(full(4_365_200_000.0), "$4.3652_bn");
    assert_eq!(full(528_960_000.0), "$528.96_mln");
    assert_eq!(full(623_400.0), "$623,400");
    assert_eq!(full(-12.5), "-$12.5");
}

#[test]
fn numbers_are_grouped_and_rounded_half_away_from_zero() {
    let cases = [
        (1234567.0, 0, "1,234,567"),
        (1234.0, 0, "1,234"),
        (999.0, 0, "999"),
        (0.5, 0, "1"),
        (-0.5, 0, "-1"),
        (-0.4, 0, "0"),
        (1.005, 2, "1.01"),
        (2.5, 1, "2.5"),
        (2.0, 3, "2"),
        (0.05, 2, "0.05"),
        (9.996, 2, "10"),
    ];
    for (value, decimals, expected) in cases {
        assert_eq!(locale::number(Locale::of(Language::EN), value, decimals), expected, "{value}");
    }
    check("grouped", ["1,234.5", "1.234,5", "1_234,5", "1_234,5", "1_234,5"], |language| {
        locale::number(Locale::of(language), 1234.5, 1)
    });
}

#[test]
fn the_smallest_and_the_largest_numbers_have_their_digits() {
    let locale = Locale::of(Language::EN);
    assert_eq!(locale::ticked(locale, 4e-7, 2e-7, Magnitude::Units), "0.0000004");
    assert_eq!(locale::ticked(locale, 0.5, 0.25, Magnitude::Units), "0.50");
    assert_eq!(locale::number(locale, 1e20, 1), "100,000,000,000,000,000,000");
    assert_eq!(locale::number(locale, -1e18, 1), "-1,000,000,000,000,000,000");
    assert_eq!(locale::number(locale, 999_999_999_999_999.0, 0), "999,999,999,999,999");
}

#[test]
fn axis_labels_share_one_magnitude() {
    assert_eq!(Magnitude::of(9_999.0), Magnitude::Units);
    // The short form of money has no word for thousands, so beside it a bare 623 would be a lie.
    assert_eq!(Magnitude::of(623_400.0), Magnitude::Units);
    assert_eq!(Magnitude::of(529e6), Magnitude::Millions);
    assert_eq!(Magnitude::of(4.4e9), Magnitude::Billions);
    let label = |value| locale::amount(Locale::of(Language::RU), value, Magnitude::Billions);
    assert_eq!([label(0.0), label(2.5e9), label(4e9)], ["0", "2,5", "4"]);
    check(
        "top line",
        ["$600_mln", "600_mln_US$", "600_млн_$", "600_млн_$", "600_млн_$"],
        |language| priced(language, 600e6, Magnitude::Millions),
    );
    check(
        "thousands",
        ["$800k", "800_min_US$", "800_тыс._$", "800_мың_$", "800_ҳзр._$"],
        |language| priced(language, 800e3, Magnitude::Thousands),
    );
    let units = [
        "million US dollars",
        "milyon ABŞ dolları",
        "млн долларов США",
        "миллион АҚШ доллары",
        "миллион доллари ИМА",
    ];
    check("unit", units, |language| unit(language, *b"USD"));
    let alone = ["US dollars", "ABŞ dolları", "доллары США", "АҚШ доллары", "доллари ИМА"];
    check("unit without a number", alone, |language| {
        let dollars = Unit::Currency(*b"USD");
        let data = Dataset::default();
        locale::unit_in_words(Locale::of(language), &data, Magnitude::Units, dollars)
    });
}

#[test]
fn the_ticks_of_an_axis_have_the_same_decimals() {
    for (step, expected) in [
        (0.25, ["0", "0.25", "0.50", "0.75", "1.00"]),
        (2.5, ["0", "2.5", "5.0", "7.5", "10.0"]),
        (100.0, ["0", "100", "200", "300", "400"]),
        (500.0, ["0", "500", "1,000", "1,500", "2,000"]),
    ] {
        for (at, text) in (0u8..).zip(expected) {
            let (value, step) = (f64::from(at) * step * MILLION, step * MILLION);
            let label = locale::ticked(Locale::of(Language::EN), value, step, Magnitude::Millions);
            assert_eq!(label, text);
        }
    }
}

#[test]
fn ratios_and_shares_read_as_adverbs() {
    let rows = [
        (4.9, ["4.9-fold", "4,9 dəfə", "в 4,9 раза", "4,9 есе", "4,9 баробар"]),
        (5.0, ["5-fold", "5 dəfə", "в 5 раз", "5 есе", "5 баробар"]),
        (2.0, ["2-fold", "2 dəfə", "в 2 раза", "2 есе", "2 баробар"]),
        (21.0, ["21-fold", "21 dəfə", "в 21 раз", "21 есе", "21 баробар"]),
    ];
    for (ratio, expected) in rows {
        check(&format!("{ratio}"), expected, |language| locale::times(Locale::of(language), ratio));
    }
    let rows = [
        (1.42, ["+42%", "+42%", "+42_%", "+42%", "+42%"]),
        (0.97, ["-3%", "-3%", "-3_%", "-3%", "-3%"]),
        (1.0, ["0%", "0%", "0_%", "0%", "0%"]),
        (4.9, ["4.9-fold", "4,9 dəfə", "в 4,9 раза", "4,9 есе", "4,9 баробар"]),
    ];
    for (ratio, expected) in rows {
        check(&format!("{ratio}"), expected, |language| {
            locale::growth(Locale::of(language), ratio)
        });
    }
    check("40%", ["40%", "40%", "40_%", "40%", "40%"], |language| {
        locale::percent(Locale::of(language), 0.4)
    });
    check("1.4%", ["1.4%", "1,4%", "1,4_%", "1,4%", "1,4%"], |language| {
        locale::percent(Locale::of(language), 0.0142)
    });
}

/// Dates in the five languages of the dataset.
const DATES: [(&str, [&str; 5]); 26] = [
    (
        "1992-05-29",
        ["29 May 1992", "29 may 1992", "29 мая 1992~г.", "1992~ж. 29 мамыр", "29 майи соли 1992"],
    ),
    ("2007-03", ["March 2007", "mart 2007", "март 2007~г.", "2007~ж. наурыз", "марти соли 2007"]),
    ("2023", ["2023"; 5]),
    ("2023~", ["about 2023", "təxminən 2023", "примерно 2023", "шамамен 2023", "тақрибан 2023"]),
    (
        "2023?",
        ["probably 2023", "ehtimalən 2023", "вероятно, 2023", "болжамды 2023", "эҳтимолан 2023"],
    ),
    (
        "2023%",
        [
            "probably about 2023",
            "ehtimalən təxminən 2023",
            "вероятно, примерно 2023",
            "болжамды шамамен 2023",
            "эҳтимолан тақрибан 2023",
        ],
    ),
    (
        "2021-21",
        ["spring 2021", "2021-ci ilin yazı", "весна 2021~г.", "2021~ж. көктемі", "баҳори 2021"],
    ),
    ("199X", ["1990s", "1990-cı illər", "1990-е годы", "1990-жылдар", "солҳои 1990-ум"]),
    ("19XX", ["1900–1999"; 5]),
    (
        "2007-03-15/2007-03-16",
        [
            "15–16 March 2007",
            "15–16 mart 2007",
            "15–16 марта 2007~г.",
            "2007~ж. 15–16 наурыз",
            "15–16 марти соли 2007",
        ],
    ),
    (
        "2007-03-30/2007-04-02",
        [
            "30 March_– 2 April 2007",
            "30 mart_– 2 aprel 2007",
            "30 марта_– 2 апреля 2007~г.",
            "2007~ж. 30 наурыз_– 2 сәуір",
            "30 март_– 2 апрели соли 2007",
        ],
    ),
    (
        "2007-12-30/2008-01-02",
        [
            "30 December 2007_– 2 January 2008",
            "30 dekabr 2007_– 2 yanvar 2008",
            "30 декабря 2007~г._– 2 января 2008~г.",
            "2007~ж. 30 желтоқсан_– 2008~ж. 2 қаңтар",
            "30 декабри соли 2007_– 2 январи соли 2008",
        ],
    ),
    (
        "2021-01/2021-11",
        [
            "January–November 2021",
            "yanvar–noyabr 2021",
            "январь_– ноябрь 2021~г.",
            "2021~ж. қаңтар_– қараша",
            "январ–ноябри соли 2021",
        ],
    ),
    (
        "2021-11/2022-02",
        [
            "November 2021_– February 2022",
            "noyabr 2021_– fevral 2022",
            "ноябрь 2021~г._– февраль 2022~г.",
            "2021~ж. қараша_– 2022~ж. ақпан",
            "ноябри соли 2021_– феврали соли 2022",
        ],
    ),
    (
        "2026-07/2026-09",
        [
            "3rd quarter 2026",
            "2026-cı ilin 3-cü kvartalı",
            "3-й квартал 2026~г.",
            "2026~ж. ІІІ тоқсан",
            "чоряки 3-юми соли 2026",
        ],
    ),
    (
        "2026-07/2026-10",
        [
            "July–October 2026",
            "iyul–oktyabr 2026",
            "июль_– октябрь 2026~г.",
            "2026~ж. шілде_– қазан",
            "июл–октябри соли 2026",
        ],
    ),
    ("2015/2020", ["2015–2020"; 5]),
    (
        "2015~/2020~",
        [
            "about 2015–2020",
            "təxminən 2015–2020",
            "примерно 2015–2020",
            "шамамен 2015–2020",
            "тақрибан 2015–2020",
        ],
    ),
    (
        "2015/2020-03",
        [
            "2015_– March 2020",
            "2015_– mart 2020",
            "2015_– март 2020~г.",
            "2015_– 2020~ж. наурыз",
            "2015_– марти соли 2020",
        ],
    ),
    ("2020/2020", ["2020"; 5]),
    (
        "2020/..",
        ["since 2020", "2020-ci ildən bəri", "с 2020 года", "2020 жылдан бері", "аз соли 2020"],
    ),
    (
        "2020-03/..",
        [
            "since March 2020",
            "mart 2020-dən bəri",
            "с марта 2020~г.",
            "2020~ж. наурыздан бері",
            "аз марти соли 2020",
        ],
    ),
    (
        "2020-03-15/..",
        [
            "since 15 March 2020",
            "15 mart 2020-dən bəri",
            "с 15 марта 2020~г.",
            "2020~ж. 15 наурыздан бері",
            "аз 15 марти соли 2020",
        ],
    ),
    (
        "../2023",
        ["until 2023", "2023-cü ilə qədər", "до 2023 года", "2023 жылға дейін", "то соли 2023"],
    ),
    (
        "../2020-09",
        [
            "until September 2020",
            "sentyabr 2020-yə qədər",
            "до сентября 2020~г.",
            "2020~ж. қыркүйекке дейін",
            "то сентябри соли 2020",
        ],
    ),
    (
        "../..",
        [
            "period not stated",
            "dövr göstərilməyib",
            "период не указан",
            "кезеңі көрсетілмеген",
            "давра зикр нашудааст",
        ],
    ),
];

#[test]
fn dates_are_as_precise_as_they_are_known() {
    for (text, expected) in DATES {
        check(text, expected, |language| locale::date(Locale::of(language), &edtf(text)));
    }
}

#[test]
fn doubt_goes_with_every_precision() {
    let rows: [(&str, [&str; 5]); 4] = [
        (
            "2007-03~",
            [
                "about March 2007",
                "təxminən mart 2007",
                "примерно март 2007~г.",
                "шамамен 2007~ж. наурыз",
                "тақрибан марти соли 2007",
            ],
        ),
        (
            "2007-03-15~",
            [
                "about 15 March 2007",
                "təxminən 15 mart 2007",
                "примерно 15 марта 2007~г.",
                "шамамен 2007~ж. 15 наурыз",
                "тақрибан 15 марти соли 2007",
            ],
        ),
        (
            "2021-24",
            ["winter 2021", "2021-ci ilin qışı", "зима 2021~г.", "2021~ж. қысы", "зимистони 2021"],
        ),
        (
            "2020~/..",
            [
                "since about 2020",
                "təxminən 2020-dən bəri",
                "с примерно 2020",
                "шамамен 2020-дан бері",
                "аз тақрибан 2020",
            ],
        ),
    ];
    for (text, expected) in rows {
        check(text, expected, |language| locale::date(Locale::of(language), &edtf(text)));
    }
}

#[test]
fn every_partner_has_a_name_and_its_phrases_in_every_language() {
    let data = Dataset::embedded();
    for partner in &data.partners {
        for text in [&partner.name, &partner.with, &partner.by] {
            assert!(Language::BUILT_IN.into_iter().all(|language| text.has(language)), "{text:?}");
        }
    }
    for language in Language::BUILT_IN {
        let mut names: Vec<&str> =
            data.partners.iter().map(|partner| partner.name.get(language)).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), data.partners.len(), "{}", language.code());
    }
}

#[test]
fn amounts_for_the_ear_have_their_unit_in_words() {
    let rows = [
        (
            529_400_000.0,
            [
                "529.4_million US dollars",
                "529,4_milyon ABŞ dolları",
                "529,4_млн долларов США",
                "529,4_миллион АҚШ доллары",
                "529,4_миллион доллари ИМА",
            ],
        ),
        (
            623_400.0,
            [
                "623,400_US dollars",
                "623.400_ABŞ dolları",
                "623_400_долларов США",
                "623_400_АҚШ доллары",
                "623_400_доллари ИМА",
            ],
        ),
    ];
    for (amount, expected) in rows {
        check(&format!("{amount}"), expected, |language| {
            value(language, amount, *b"USD", Style::Aloud)
        });
    }
    // The name stands in the form that millions govern.
    let odd = value(Language::from_tag("ru").unwrap(), 623_401.0, *b"USD", Style::Aloud);
    assert!(odd.ends_with('$'), "{odd}");
}

#[test]
fn ticks_name_the_month_and_in_january_the_year() {
    check("March", ["Mar", "mar", "март", "нау.", "мар"], |language| {
        locale::date_short(Locale::of(language), Day::from_civil(2021, 3, 1))
    });
    check("January", ["2021"; 5], |language| {
        locale::date_short(Locale::of(language), Day::from_civil(2021, 1, 1))
    });
}

#[test]
fn a_name_that_runs_from_right_to_left_is_isolated_in_a_sentence() {
    let told = |name| locale::fill("Trade with {name}, 2020", &[("name", name)]);
    assert_eq!(told("Kazakhstan"), "Trade with Kazakhstan, 2020");
    assert_eq!(told("हिन्दी 🎈"), "Trade with हिन्दी 🎈, 2020");
    for name in ["ישראל", "می\u{200C}خواهم", "السعودية (KSA)"] {
        assert_eq!(told(name), format!("Trade with \u{2068}{name}\u{2069}, 2020"));
    }
}
/// One of the two languages that no file of the program knows.
fn in_data_alone(tag: &str) -> &'static Locale {
    Locale::find(Language::from_tag(tag).expect("a language")).expect("it is carried")
}

/// What the two languages that are data alone make of the same values, dates, counts and words.
const FROM_DATA_ALONE: [(&str, [&str; 16]); 2] = [
    (
        "de",
        [
            "7,5_Mio._$",
            "7,5_Mrd._£",
            "623.400_€",
            "800_Tsd._$",
            "7,5_Millionen US-Dollar",
            "1_Million US-Dollar",
            "1,25_Milliarden US-Dollar",
            "40_%",
            "4,9-fach",
            "29. Mai 1992",
            "15.–16. März 2007",
            "3. Quartal 2026",
            "seit 2020",
            "bis September 2020",
            "1 Ereignis, 2 Ereignisse",
            "Außenministerin",
        ],
    ),
    (
        "tr",
        [
            "$7,5_Mn",
            "£7,5_Mr",
            "€623.400",
            "$800_B",
            "7,5_milyon ABD doları",
            "1_milyon ABD doları",
            "1,25_milyar ABD doları",
            "%40",
            "4,9 kat",
            "29 Mayıs 1992",
            "15–16 Mart 2007",
            "2026 3. çeyrek",
            "2020 yılından beri",
            "Eylül 2020 tarihine kadar",
            "1 olay, 2 olay",
            "İstatistik",
        ],
    ),
];

#[test]
fn german_and_turkish_are_built_from_data_alone() {
    let data = Dataset::default();
    for (tag, expected) in FROM_DATA_ALONE {
        let locale = in_data_alone(tag);
        let value = |amount, code: &[u8; 3], style| {
            locale::value(locale, &data, amount, Unit::Currency(*code), style)
        };
        let priced =
            |magnitude| locale::value_in(locale, &data, 800e3, Unit::Currency(*b"USD"), magnitude);
        let date = |text| locale::date(locale, &edtf(text));
        let events = [1, 2].map(|n| locale::counted(locale, &locale.words.events, n));
        let word = if tag == "tr" { "istatistik" } else { "außenministerin" };
        let told = [
            value(7.5e6, b"USD", Style::Short),
            value(7.5e9, b"GBP", Style::Short),
            value(623_400.0, b"EUR", Style::Full),
            priced(Magnitude::Thousands),
            value(7.5e6, b"USD", Style::Aloud),
            value(1e6, b"USD", Style::Aloud),
            value(1.25e9, b"USD", Style::Aloud),
            locale::percent(locale, 0.4),
            locale::times(locale, 4.9),
            date("1992-05-29"),
            date("2007-03-15/2007-03-16"),
            date("2026-07/2026-09"),
            date("2020/.."),
            date("../2020-09"),
            events.join(", "),
            locale::sentence(locale, word),
        ];
        let told = told.map(|text| text.replace('\u{a0}', "_"));
        assert_eq!(told.each_ref().map(String::as_str), expected);
    }
}

/// A language, a code, and what is said of it: name, with, by, imports from.
const PHRASES: [(&str, &str, &str); 14] = [
    (
        "en",
        "GB",
        "United Kingdom; with the United Kingdom; according to statistics of the United Kingdom; Imports from the United Kingdom",
    ),
    ("en", "FR", "France; with France; according to statistics of France; Imports from France"),
    (
        "de",
        "CH",
        "Schweiz; mit der Schweiz; nach Statistiken aus der Schweiz; Einfuhr aus der Schweiz",
    ),
    (
        "de",
        "FR",
        "Frankreich; mit Frankreich; nach Statistiken aus Frankreich; Einfuhr aus Frankreich",
    ),
    (
        "tr",
        "GB",
        "Birleşik Krallık; Birleşik Krallık ile; Birleşik Krallık istatistiklerine göre; Birleşik Krallık kaynaklı ithalat",
    ),
    (
        "az",
        "GB",
        "Birləşmiş Krallıq; Birləşmiş Krallıq ilə; Birləşmiş Krallıq statistikasına görə; Birləşmiş Krallıq ölkəsindən idxal",
    ),
    (
        "ru",
        "KR",
        "Республика Корея; со страной Республика Корея; по данным страны Республика Корея; Импорт из страны Республика Корея",
    ),
    ("kk", "FR", "Франция; Франция елімен; Франция деректері бойынша; Франциядан импорт"),
    ("tg", "FR", "Фаронса; бо Фаронса; аз рӯи омори Фаронса; Воридот аз Фаронса"),
    ("en", "WLD", "WLD; with WLD; according to statistics of WLD; Imports from WLD"),
    (
        "ru",
        "EU",
        "Европейский союз; с группой Европейский союз; по данным группы Европейский союз; Импорт из группы Европейский союз",
    ),
    ("ru", "WLD", "WLD; с группой WLD; по данным группы WLD; Импорт из WLD"),
    (
        "kk",
        "EU",
        "Еуропалық Одақ; Еуропалық Одақ тобымен; Еуропалық Одақ деректері бойынша; Еуропалық Одақ тобынан импорт",
    ),
    (
        "az",
        "EU",
        "Avropa Birliyi; Avropa Birliyi ilə; Avropa Birliyi statistikasına görə; Avropa Birliyi qrupundan idxal",
    ),
];

#[test]
fn countries_get_the_phrases_that_a_package_does_not_give() {
    let phrases = |tag: &str, code: &str| {
        let mut data = Dataset::default();
        let code = Code::parse(code).expect("a code");
        data.partners.push(Partner { code, ..Partner::default() });
        let locale = in_data_alone(tag);
        locale::complete(&mut data, locale);
        let partner = &data.partners[0];
        let subject = locale::subject(locale, Measure::IMPORTS, partner).expect("of money");
        let texts =
            [&partner.name, &partner.with, &partner.by].map(|text| text.get(locale.language));
        [&texts[..], &[&subject]].concat().join("; ")
    };
    for (tag, code, expected) in PHRASES {
        assert_eq!(phrases(tag, code), expected, "{code} in {tag}");
    }
}

#[test]
fn a_dataset_is_told_whole_in_one_of_its_languages() {
    let language = |tag| Language::from_tag(tag).expect("a language");
    let data = Dataset::embedded();
    assert_eq!(locale::languages_of(&data), Language::BUILT_IN);
    assert_eq!(locale::language_for(&data, language("kk")), (language("kk"), false));
    assert_eq!(locale::language_for(&data, language("de")), (language("en"), true));
    let mut some = Dataset::default();
    some.meta.languages = vec![language("de"), language("en"), language("ru")];
    assert_eq!(locale::language_for(&some, language("ru")), (language("ru"), false));
    let titles = [("en", "A visit"), ("de", "Ein Besuch")];
    let title = titles.map(|(tag, text)| (language(tag), text.to_owned())).into_iter().collect();
    some.events.push(Event { title, ..Event::default() });
    assert_eq!(locale::languages_of(&some), [language("de"), language("en")]);
    assert_eq!(locale::language_for(&some, language("ru")), (language("de"), true));
}

/// What a package calls a country itself, and how that stands in a sentence.
#[test]
fn a_name_of_the_package_is_the_one_in_every_sentence() {
    for (tag, code, name, told) in [
        ("en", "NL", "Holland", "with Holland; according to statistics of Holland"),
        ("en", "AE", "Emirates", "with Emirates; according to statistics of Emirates"),
        (
            "en",
            "NL",
            "Netherlands",
            "with the Netherlands; according to statistics of the Netherlands",
        ),
        ("de", "NL", "Holland", "mit Holland; nach Statistiken aus Holland"),
        ("de", "NL", "Niederlande", "mit den Niederlanden; nach Statistiken aus den Niederlanden"),
        ("de", "CH", "Helvetien", "mit Helvetien; nach Statistiken aus Helvetien"),
        ("de", "CH", "Schweiz", "mit der Schweiz; nach Statistiken aus der Schweiz"),
    ] {
        let locale = in_data_alone(tag);
        let mut partner =
            Partner { code: Code::parse(code).expect("a code"), ..Partner::default() };
        partner.name.set(locale.language, name);
        let mut data = Dataset { partners: vec![partner], ..Dataset::default() };
        locale::complete(&mut data, locale);
        let partner = &data.partners[0];
        let phrases = [&partner.with, &partner.by].map(|text| text.get(locale.language));
        assert_eq!(phrases.join("; "), told, "{name} in {tag}");
    }
}

#[test]
fn the_words_of_a_module_know_articles_of_countries_that_only_the_browser_names() {
    let nobody = Used::Codes { countries: Vec::new(), currencies: Vec::new() };
    let words = locale::compile(&locale::sources("en").expect("rows"), &nobody);
    let english = Locale::read(Language::EN, &words).expect("a language");
    let code = |text: &str| Code::parse(text).expect(text);
    // What a page's own data brings, once the browser has named its countries.
    let called = |text: &str, name: &str| {
        let mut partner = Partner { code: code(text), ..Partner::default() };
        locale::name_country(&mut partner, &english, name);
        partner
    };
    let mut data = Dataset {
        partners: vec![called("US", "United States of America"), called("MX", "Mexico")],
        ..Dataset::default()
    };
    assert_eq!(english.country("US"), None);
    locale::complete(&mut data, &english);
    let phrases = |at: usize| {
        let one: &Partner = &data.partners[at];
        [&one.with, &one.by].map(|text| text.get(Language::EN).to_owned())
    };
    assert_eq!(
        phrases(0),
        ["with the United States", "according to statistics of the United States"]
    );
    assert_eq!(phrases(1), ["with Mexico", "according to statistics of Mexico"]);
}
