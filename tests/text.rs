//! Widths of text, and text fitted into a width.

use bilateral::scene::TextStyle;
use bilateral::text::{Measure, TableMeasure, truncate, wrap};

const PLAIN: TextStyle = TextStyle { size: 12.0, bold: false };
const BOLD: TextStyle = TextStyle { size: 12.0, bold: true };

#[track_caller]
fn check_width(text: &str, style: TextStyle, expect: f64) {
    let width = TableMeasure.width(text, style);
    assert!((width - expect).abs() < 0.05 * text.len() as f64, "{text:?} is {width}, not {expect}");
}

/// Advances of Noto Sans in thousandths of an em, as its metrics table has them.
#[test]
fn widths_are_those_of_the_font() {
    check_width("0", PLAIN, 0.572 * 12.0);
    check_width("A", PLAIN, 0.639 * 12.0);
    check_width("A", BOLD, 0.690 * 12.0);
    check_width("W", PLAIN, 0.930 * 12.0);
    check_width(" ", PLAIN, 0.260 * 12.0);
    check_width("\u{A0}", PLAIN, 0.260 * 12.0);
}

#[test]
fn digits_are_equally_wide() {
    for style in [PLAIN, BOLD] {
        let zero = TableMeasure.width("0", style);
        for digit in '1'..='9' {
            assert_eq!(TableMeasure.width(&digit.to_string(), style), zero, "{digit}");
        }
    }
}

#[test]
fn letters_of_the_five_languages_have_widths_of_their_own() {
    for letter in "ƏəİıĞğŞşÇçÖöÜüӘәҒғҚқҢңӨөҰұҮүҺһІіӢӣӮӯҲҳҶҷЁёЩщ–—…×−№€".chars()
    {
        let width = TableMeasure.width(&letter.to_string(), PLAIN) / PLAIN.size;
        assert!((0.2..1.1).contains(&width) && width != 1.0 || letter == '—', "{letter}: {width}");
    }
}

#[test]
fn a_combining_accent_adds_nothing() {
    assert_eq!(TableMeasure.width("и\u{304}", PLAIN), TableMeasure.width("и", PLAIN));
}

#[test]
fn vowel_signs_joiners_and_isolates_add_nothing() {
    for (marked, bare) in [
        ("שָׁלוֹם", "שלום"),
        ("مُحَمَّد", "محمد"),
        ("می\u{200C}خواهم", "میخواهم"),
        ("\u{2068}ab\u{2069}", "ab"),
    ] {
        assert_eq!(TableMeasure.width(marked, PLAIN), TableMeasure.width(bare, PLAIN), "{marked}");
    }
}

#[track_caller]
fn check_wrap(text: &str, width: f64, expect: &[&str]) {
    assert_eq!(wrap(&TableMeasure, text, PLAIN, width), expect);
}

#[test]
fn wrapping_breaks_at_spaces() {
    check_wrap("Trade with Kazakhstan grew", 80.0, &["Trade with", "Kazakhstan", "grew"]);
    check_wrap("  two   words ", 300.0, &["two   words"]);
    check_wrap("", 80.0, &[]);
}

#[test]
fn a_day_stays_with_its_month_and_a_number_with_what_it_counts() {
    let width = TableMeasure.width("dataset of 28 Nove", PLAIN);
    check_wrap("dataset of 28 November", width, &["dataset of", "28 November"]);
    check_wrap("dataset of 13–14 November", width, &["dataset of", "13–14 November"]);
    check_wrap("из отраслей ещё 11 упомянуто", 110.0, &["из отраслей ещё", "11 упомянуто"]);
    // A year ends a line, and a number that nothing can stay with.
    let year = TableMeasure.width("since 2010 yea", PLAIN);
    check_wrap("since 2010 yearly", year, &["since 2010", "yearly"]);
    check_wrap("11 yearly", 40.0, &["11", "yearly"]);
}

/// The lines of a text at every width that holds its longest part.
fn at_all_widths(text: &str, whole: &str) {
    let width = |text: &str| TableMeasure.width(text, PLAIN).ceil() as u32;
    for width in 2 * width(whole)..width(text) {
        let lines = wrap(&TableMeasure, text, PLAIN, width.into());
        assert!(lines.iter().any(|line| line.contains(whole)), "{whole} at {width}: {lines:?}");
    }
}

#[test]
fn a_date_an_amount_and_a_name_stay_on_one_line() {
    for (text, whole) in [
        ("Mənbələr sırasında bu hadisə 21 oktyabr 2025 tarixində olub", "21 oktyabr 2025"),
        ("Визит состоялся в Астане 21 октября 2025 года и продолжился", "21 октября 2025"),
        ("The commission met in Baku in October 2025 for its third session", "October 2025"),
        ("The pipeline has carried about 2.2 mln t of oil since the spring", "2.2 mln"),
        ("Товарооборот вырос до 529 миллионов долларов за год по данным", "529 миллионов"),
        ("Официальный визит в Душанбе, где Ильхам Алиев встретился с другими", "Ильхам Алиев"),
        ("The official visit in which Ilham Aliyev met the president there", "Ilham Aliyev"),
    ] {
        at_all_widths(text, whole);
    }
    check_wrap(
        "Qazaxıstanla ticarət 2023–2024-cü illərdə",
        150.0,
        &["Qazaxıstanla ticarət", "2023–2024-cü illərdə"],
    );
    let width = TableMeasure.width("Şura, 2-ci ic", PLAIN);
    check_wrap("Şura, 2-ci iclas", width, &["Şura,", "2-ci iclas"]);
    check_wrap("and 54 more. Data 1.1.0, 28", 108.0, &["and 54 more.", "Data 1.1.0, 28"]);
    // A sentence that begins is no part of a name, and a long name breaks where it must.
    let width = TableMeasure.width("it was in Baku. The", PLAIN);
    check_wrap("it was in Baku. The next", width, &["it was in Baku. The", "next"]);
}

#[test]
fn wrapping_keeps_no_break_spaces_together() {
    check_wrap("до 7,5\u{A0}млн\u{A0}$", 66.0, &["до", "7,5\u{A0}млн\u{A0}$"]);
}

#[test]
fn wrapping_breaks_after_a_hyphen_between_letters_but_not_in_a_range_of_years() {
    check_wrap("Bakı-Tbilisi", 50.0, &["Bakı-", "Tbilisi"]);
    check_wrap("in 2020–2023", 66.0, &["in", "2020–2023"]);
}

#[test]
fn a_word_wider_than_the_line_is_broken_with_hyphens_and_nothing_is_lost() {
    let word = "Ümumazərbaycançılıq";
    let lines = wrap(&TableMeasure, word, PLAIN, 40.0);
    assert_eq!(lines, ["Ümu-", "mazər-", "bayca-", "nçılıq"]);
    check_wrap("1234567", 30.0, &["1234", "567"]);
    assert!(lines.iter().all(|line| TableMeasure.width(line, PLAIN) <= 40.0), "{lines:?}");
    assert_eq!(wrap(&TableMeasure, "abc", PLAIN, 0.0), ["a", "b", "c"]);
}

#[test]
fn truncating_keeps_what_fits_and_says_that_it_cut() {
    assert_eq!(truncate(&TableMeasure, "Kazakhstan", PLAIN, 200.0), "Kazakhstan");
    let short = truncate(&TableMeasure, "Trade, with Kazakhstan", PLAIN, 50.0);
    assert_eq!(short, "Trade…");
    assert!(TableMeasure.width(&short, PLAIN) <= 50.0);
    assert_eq!(truncate(&TableMeasure, "Kazakhstan", PLAIN, 5.0), "");
}

#[test]
fn an_ending_stays_with_its_number_and_no_letter_stands_alone() {
    let lines = |text: &str, width| wrap(&TableMeasure, text, PLAIN, width);
    for (text, whole) in
        [("ticarət 2023–2024-cü illərdə", "2023–2024-cü"), ("кеңес, 2-отырыс", "2-отырыс")]
    {
        let most = TableMeasure.width(text, PLAIN) as u32;
        let least = TableMeasure.width(whole, PLAIN).ceil() as u32;
        for width in least..most {
            let lines = lines(text, width.into());
            assert!(lines.iter().any(|line| line.contains(whole)), "{lines:?}");
        }
    }
    for word in ["Qazaxıstandan", "межгосударственный"] {
        for width in 40..TableMeasure.width(word, PLAIN) as u32 {
            let lines = lines(word, width.into());
            assert!(lines.iter().all(|line| line.chars().count() > 1), "{lines:?}");
        }
    }
}
