//! Case endings of Azerbaijani and Kazakh, which follow the sound of the last spoken word, and of
//! Russian names.
//!
//! A number is spoken: 2023 ends in "üç", so its ordinal is `2023-cü` and its ablative
//! `2023-dən`. A currency sign is spoken "dollar", `%` "faiz". Digits, signs and codes take a hyphen; words
//! do not.

/// The small letters of Azerbaijani and Kazakh outside the ranges of a to z and а to я.
const SMALL: &str = "çəğıöşüёәғқңөұүһі";

const AZ_WORDS: &str = "sıfır bir iki üç dörd beş altı yeddi səkkiz doqquz \
    on iyirmi otuz qırx əlli altmış yetmiş səksən doxsan yüz min milyon dollar faiz";
const KK_WORDS: &str = "нөл бір екі үш төрт бес алты жеті сегіз тоғыз \
    он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан жүз мың миллион доллар пайыз";

/// Adds the ending `kind` to `text`, which ends in `value`. Kinds are named by one of their
/// forms: Azerbaijani `ci` (ordinal), `dan` (from), `a` (to), `ın` (of); Kazakh `дан` (from), `ға`
/// (to); Russian, of a name in the singular, `ию` (accusative) and `ии` (genitive).
///
/// A name of several words may end in a form that takes no such ending ("Birləşmiş Krallıq"), so the
/// word "country" beside it is inflected in its place, or the word "group" where a `+` stands before the
/// kind.
pub(super) fn push(text: &mut String, value: &str, kind: &str) {
    let (kind, is_group) = match kind.strip_prefix('+') {
        Some(kind) => (kind, true),
        None => (kind, false),
    };
    if value.contains(' ') && !value.contains(|letter: char| letter.is_ascii_digit()) {
        return push_noun(text, value, kind, is_group);
    }
    // A name in the plural has a genitive that its end does not tell: "Филиппин", "Нидерландов".
    if matches!(kind, "ию" | "ии") && value.ends_with('ы') {
        return push_noun(text, value, kind, is_group);
    }
    if let Some(ending) = after_possessive(value, kind) {
        return text.push_str(ending);
    }
    let ending = match kind {
        "ci" => az_ordinal(spoken(value, AZ_WORDS)),
        "dan" => ["dan", "dən"][az_front(spoken(value, AZ_WORDS))],
        "a" => {
            let word = spoken(value, AZ_WORDS);
            let vowel = word.chars().next_back().is_some_and(is_az_vowel);
            ["a", "ə", "ya", "yə"][az_front(word) + 2 * usize::from(vowel)]
        }
        "ın" => az_genitive(value),
        "дан" => kk_case(spoken(value, KK_WORDS), ["дан", "ден", "тан", "тен", "нан", "нен"]),
        "ға" => kk_case(spoken(value, KK_WORDS), ["ға", "ге", "қа", "ке", "ға", "ге"]),
        "ию" => return ru_name(text, ["ю", "у", "ь", "й", ""]),
        "ии" => return ru_name(text, ["и", "ы", "и", "я", "а"]),
        _ => return,
    };
    if !ends_in_word(value) {
        text.push('-');
    }
    text.push_str(ending);
}

/// "Birləşmiş Krallıq ölkəsinə", "в страну Южная Корея"; "в группу Европейский союз".
fn push_noun(text: &mut String, value: &str, kind: &str, is_group: bool) {
    let (country, group) = match kind {
        "dan" => (["", " ölkəsindən"], ["", " qrupundan"]),
        "a" => (["", " ölkəsinə"], ["", " qrupuna"]),
        "ın" => (["", " ölkəsinin"], ["", " qrupunun"]),
        "дан" => (["", " елінен"], ["", " тобынан"]),
        "ға" => (["", " еліне"], ["", " тобына"]),
        "ию" => (["страну ", ""], ["группу ", ""]),
        "ии" => (["страны ", ""], ["группы ", ""]),
        _ => return,
    };
    let [before, after] = if is_group { group } else { country };
    text.insert_str(text.len() - value.len(), before);
    text.push_str(after);
}

/// The ending of a number with its currency in words, "3 milyard ABŞ dolları": as the currency belongs
/// to a country, an `n` stands between its own ending and the next.
fn after_possessive(value: &str, kind: &str) -> Option<&'static str> {
    let begins = |first: char| first.is_ascii_digit();
    if !value.starts_with(begins) || value.split([' ', '\u{a0}']).count() < 3 {
        return None;
    }
    let last = value.chars().next_back()?;
    let endings = match kind {
        "dan" => ["ndan", "ndən"],
        "a" => ["na", "nə"],
        "дан" => ["нан", "нен"],
        "ға" => ["на", "не"],
        _ => return None,
    };
    match last {
        'ı' | 'u' | 'ы' => Some(endings[0]),
        'i' | 'ü' | 'і' => Some(endings[1]),
        _ => None,
    }
}

/// Whether a small letter comes last.
fn ends_in_word(value: &str) -> bool {
    let is_small = |last: char| matches!(last, 'a'..='z' | 'а'..='я') || SMALL.contains(last);
    value.chars().next_back().is_some_and(is_small)
}

/// The last word as it is spoken.
fn spoken<'a>(value: &'a str, words: &'a str) -> &'a str {
    let word = |at: usize| words.split_ascii_whitespace().nth(at).unwrap_or(words);
    if ends_in_word(value) {
        return value;
    }
    if value.ends_with('%') {
        return word(23);
    }
    if !value.ends_with(|last: char| last.is_ascii_digit()) {
        return word(22);
    }
    for (zeros, digit) in value.bytes().rev().filter(u8::is_ascii_digit).enumerate() {
        let digit = usize::from(digit - b'0');
        if digit > 0 {
            return word(match zeros {
                0 => digit,
                1 => 9 + digit,
                2 => 19,
                3..=5 => 20,
                _ => 21,
            });
        }
    }
    word(0)
}

fn az_ordinal(word: &str) -> &'static str {
    match word.chars().rev().find(|letter| is_az_vowel(*letter)) {
        Some('a' | 'ı') => "cı",
        Some('o' | 'u') => "cu",
        Some('ö' | 'ü') => "cü",
        _ => "ci",
    }
}

fn az_genitive(word: &str) -> &'static str {
    let vowel = word.chars().next_back().is_some_and(is_az_vowel);
    let endings = match word.chars().rev().find(|letter| is_az_vowel(*letter)) {
        Some('a' | 'ı') => ["ın", "nın"],
        Some('o' | 'u') => ["un", "nun"],
        Some('ö' | 'ü') => ["ün", "nün"],
        _ => ["in", "nin"],
    };
    endings[usize::from(vowel)]
}

fn az_front(word: &str) -> usize {
    let last = word.chars().rev().find(|letter| is_az_vowel(*letter));
    usize::from(matches!(last, Some('e' | 'ə' | 'i' | 'ö' | 'ü')))
}

fn is_az_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'ı' | 'o' | 'u' | 'e' | 'ə' | 'i' | 'ö' | 'ü')
}

/// Inflects the name at the end of `text`: `forms` of -я, -а, -ь, -й and of another consonant;
/// what ends otherwise has one form for all cases. Of names in -ь those in -ль are masculine, and
/// no -ы stands after г, к, х and the sibilants.
fn ru_name(text: &mut String, forms: [&str; 5]) {
    const ENDS: &str = "яаьй";
    let Some(last) = text.chars().next_back() else { return };
    match ENDS.chars().position(|end| end == last) {
        Some(at) => {
            text.pop();
            text.push_str(match forms[at] {
                "ы" if text.ends_with(['г', 'к', 'х', 'ж', 'ш', 'щ', 'ч']) => "и",
                "и" if last == 'ь' && text.ends_with('л') => "я",
                form => form,
            });
        }
        None if "бвгджзклмнпрстфхцчшщ".contains(last) => {
            text.push_str(forms[4])
        }
        None => {}
    }
}

/// `forms` are back and front after a voiced sound, after a voiceless one, after a nasal one.
fn kk_case(word: &str, forms: [&'static str; 6]) -> &'static str {
    let is_vowel =
        |letter: &char| matches!(letter, 'а' | 'я' | 'о' | 'ұ' | 'ы' | 'ә' | 'е' | 'ө' | 'ү' | 'і');
    let last = word.chars().rev().find(is_vowel);
    let front = usize::from(matches!(last, Some('ә' | 'е' | 'ө' | 'ү' | 'і')));
    let group = match word.chars().next_back() {
        Some('к' | 'қ' | 'п' | 'с' | 'т' | 'ф' | 'х' | 'ц' | 'ч' | 'ш') => 2,
        Some('м' | 'н' | 'ң') => 4,
        _ => 0,
    };
    forms[front + group]
}
