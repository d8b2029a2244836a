//! What fuzzing has kept is taken again, as it is and spoilt by a seed: on stable Rust, without a
//! fuzzer. `BILATERAL_FUZZ=60` spoils for so many seconds each, `BILATERAL_SEED` says how.

use crate::support::targets::{TARGETS, Target};
use std::env;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

/// The most bytes of all that is kept.
const MOST: usize = 300_000;
/// How many spoilt inputs each target takes in the ordinary run.
const SPOILT: usize = 60;
/// The longest of them, in bytes: what is hostile is seldom long.
const LONGEST: usize = 8_000;

/// What is kept for a target, by name.
fn corpus(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(name);
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect(name)
        .map(|entry| entry.expect("it can be listed").path())
        .collect();
    files.sort();
    files.iter().map(|file| fs::read(file).expect("it can be read")).collect()
}

#[test]
fn every_target_takes_its_corpus() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut bytes = 0;
    for (name, target) in TARGETS {
        let kept = corpus(name);
        assert!(!kept.is_empty(), "{name} has nothing to take");
        for content in kept {
            bytes += content.len();
            target(&content);
        }
        let script = fs::read_to_string(root.join(format!("fuzz/targets/{name}.rs")));
        assert!(script.expect(name).contains(&format!("fuzz::{name}(bytes)")));
    }
    assert!(bytes < MOST, "the corpus has {bytes} bytes");
    let scripts = fs::read_dir(root.join("fuzz/targets")).expect("it is there").count();
    assert_eq!(scripts, TARGETS.len());
}

#[test]
fn every_target_takes_what_is_spoilt() {
    let number = |name: &str| env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let (seed, seconds) = (number("BILATERAL_SEED").unwrap_or(1), number("BILATERAL_FUZZ"));
    let only = env::var("BILATERAL_TARGET").ok();
    for target in TARGETS.iter().filter(|(name, _)| only.as_deref().is_none_or(|one| one == *name))
    {
        let taken = spoil(*target, seed, seconds.map(Duration::from_secs));
        println!("{}: {taken} inputs, seed {seed}", target.0);
    }
}

/// Gives a target spoilt inputs, and answers how many; one that it fails on is written down.
fn spoil((name, target): Target, seed: u64, time: Option<Duration>) -> usize {
    let (kept, start) = (corpus(name), Instant::now());
    let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut taken = 0;
    while time.map_or(taken < SPOILT, |time| start.elapsed() < time) {
        let input = dice.spoilt(&kept);
        if catch_unwind(AssertUnwindSafe(|| target(&input))).is_err() {
            let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("spoilt-{name}"));
            fs::write(&file, &input).expect("it can be written");
            panic!("{name} fails on input {taken} of seed {seed}, in {}", file.display());
        }
        taken += 1;
    }
    taken
}

/// Xorshift: the same draws on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }

    /// One of the corpus after a few changes: of bytes, of pieces, of pieces of others.
    fn spoilt(&mut self, kept: &[Vec<u8>]) -> Vec<u8> {
        const PIECES: [&str; 24] = [
            "\n",
            ",",
            ";",
            "\"",
            "\u{feff}",
            "\u{202e}",
            "\u{301}\u{301}\u{301}\u{301}\u{301}",
            "\u{fffe}",
            "=1+1",
            "0",
            "-1",
            "1e308",
            "5e-324",
            "9999-12-31",
            "0001",
            "2024-02-30",
            "../..",
            "..",
            "%",
            "&",
            "{\"a\":",
            "[",
            "https://a@b.example/",
            "\0",
        ];
        let mut input = kept[self.below(kept.len())].clone();
        for _ in 0..=self.below(4) {
            let at = self.below(input.len() + 1);
            let end = (at + self.below(24)).min(input.len());
            let piece: Vec<u8> = match self.below(6) {
                0 => Vec::new(),
                1 => vec![self.below(256) as u8],
                2 | 3 => PIECES[self.below(PIECES.len())].into(),
                4 => input[at..end].repeat(1 + self.below(40)),
                _ => {
                    let other = &kept[self.below(kept.len())];
                    let from = self.below(other.len());
                    other[from..(from + self.below(80)).min(other.len())].to_vec()
                }
            };
            let end = if self.below(2) == 0 { at } else { end };
            input.splice(at..end, piece);
        }
        input.truncate(LONGEST);
        input
    }
}
