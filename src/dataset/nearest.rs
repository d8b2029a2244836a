//! The known word that was probably meant.

/// How many are looked at: a list of ids may be as long as the dataset.
const MOST: usize = 2000;

/// The word that differs least from `word`: by a third of its letters at most, and by no more than
/// three; a swap of two neighbours is one difference.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let letters: Vec<char> = word.chars().take(40).flat_map(char::to_lowercase).collect();
    let most = (letters.len() / 3).clamp(1, 3);
    let mut best = None;
    for candidate in known.take(MOST) {
        let other: Vec<char> = candidate.chars().flat_map(char::to_lowercase).collect();
        if other.len().abs_diff(letters.len()) > most {
            continue;
        }
        let distance = distance(&letters, &other);
        if distance <= most && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How many letters are to be added, taken away, changed or swapped with the next.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, other) in b.iter().enumerate() {
            let same = above[j] + usize::from(letter != other);
            let mut least = same.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i - 1] == *other && b[j - 1] == *letter {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = above;
        above = row;
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_finds_its_word_and_another_word_none() {
        let known = || ["turnover", "exports", "imports", "growth"].into_iter();
        for (word, meant) in [
            ("turnovr", Some("turnover")),
            ("Turnover", Some("turnover")),
            ("exprots", Some("exports")),
            ("import", Some("imports")),
            ("gdp", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, known()), meant, "{word}");
        }
    }
}
